"""Reference numbers for lib/scratch, in float64 by PyTorch's autograd and optimizers, and by NumPy from the papers.

    python test/reference/scratch.py > test/reference/scratch.json        needs: torch, numpy
"""

import json
import platform

import numpy as np
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)

# ── activations and their derivatives ──
Z = [-1000.0, -40.0, -20.0, -8.0, -3.5, -3.0, -1.5, -1.0, -0.3, -1e-9, 1e-9, 0.2, 0.7, 1.0, 2.9, 3.1, 6.0, 20.0, 40.0, 1000.0]
ACTIVATIONS = {
    "linear": lambda z: z * 1,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leakyRelu": lambda z: F.leaky_relu(z, 0.2),
    "elu": F.elu,
    "softplus": lambda z: torch.logaddexp(z, torch.zeros(())),
    # PyTorch's own gelu loses its digits in the tails, where 1 + erf(z/√2) cancels: here with erfc.
    "gelu": lambda z: z * torch.special.erfc(-z / 2**0.5) / 2,
    "swish": F.silu,
}


def values(f):
    z = torch.tensor(Z, requires_grad=True)
    a = f(z)
    a.sum().backward()
    return {"values": a.tolist(), "derivatives": z.grad.tolist()}


SCORES = [[1.0, 2.0, 3.0], [1000.0, 0.0, -1000.0], [-0.3, 0.1, 0.0, 2.5], [5.0]]
V = [[1.0, -2.0, 0.5], [1.0, 2.0, 3.0], [0.3, 0.2, -1.0, 4.0], [2.0]]
softmax = [
    {"z": z, "v": v, "a": torch.softmax(torch.tensor(z), 0).tolist(),
     "jvp": torch.autograd.functional.jvp(lambda t: torch.softmax(t, 0), torch.tensor(z), torch.tensor(v))[1].tolist()}
    for z, v in zip(SCORES, V)
]

# ── losses and their derivatives ──
LOSSES = {
    "meanSquaredError": (F.mse_loss, [[1.0, 2.0, -3.0], [0.0]], [[1.5, 0.0, 4.0], [2.0]]),
    "meanAbsoluteError": (F.l1_loss, [[1.0, 2.0, -3.0], [0.0]], [[1.5, 0.0, 4.0], [2.0]]),
    "huber": (F.huber_loss, [[1.0, 2.0, -3.0], [0.0]], [[1.5, 0.0, 4.0], [-0.2]]),
    "hinge": (lambda o, y: torch.relu(1 - y * o).mean(), [[1.0, -1.0, 1.0], [-1.0]], [[0.4, -2.0, -3.0], [0.5]]),
    "binaryCrossentropy": (F.binary_cross_entropy, [[1.0, 0.0, 0.3], [1.0]], [[0.9, 0.2, 0.6], [1e-6]]),
    "categoricalCrossentropy": (
        lambda o, y: -(y * torch.log(o)).sum(), [[0.0, 1.0, 0.0], [0.2, 0.8]], [[0.2, 0.7, 0.1], [0.999, 0.001]]),
}


def losses(f, targets, outputs):
    cases = []
    for y, o in zip(targets, outputs):
        out = torch.tensor(o, requires_grad=True)
        loss = f(out, torch.tensor(y))
        loss.backward()
        cases.append({"target": y, "output": o, "loss": loss.item(), "derivative": out.grad.tolist()})
    return cases


# ── optimizers: 100 steps on a valley, f(x, y) = (1 − x)² / 2 + 2 (y − x²)² + sin(3 y) / 10 ──
def surface(p):
    x, y = p
    return (1 - x) ** 2 / 2 + 2 * (y - x**2) ** 2 + torch.sin(3 * y) / 10


START, STEPS = [-0.7, 0.9], 100


def path(make):
    p = torch.tensor(START, requires_grad=True)
    optimizer = make([p])
    points = []
    for _ in range(STEPS):
        optimizer.zero_grad()
        surface(p).backward()
        optimizer.step()
        points.append(p.tolist())
    return points


O = torch.optim
TORCH = {  # epsilon is 0 where PyTorch puts it elsewhere: there the definitions agree without it alone
    "gd": ({"learningRate": 0.05}, lambda p: O.SGD(p, lr=0.05)),
    "sgd": ({"learningRate": 0.05}, lambda p: O.SGD(p, lr=0.05)),
    "momentum": ({"learningRate": 0.02, "momentum": 0.8}, lambda p: O.SGD(p, lr=0.02, momentum=0.8)),
    "adagrad": ({"learningRate": 0.1, "initialAccumulatorValue": 0.1, "epsilon": 0},
                lambda p: O.Adagrad(p, lr=0.1, initial_accumulator_value=0.1, eps=0)),
    "rmsprop": ({"learningRate": 0.01, "rho": 0.9, "epsilon": 0}, lambda p: O.RMSprop(p, lr=0.01, alpha=0.9, eps=0)),
    "adadelta": ({"learningRate": 1, "rho": 0.95, "epsilon": 1e-6}, lambda p: O.Adadelta(p, lr=1, rho=0.95, eps=1e-6)),
    "adam": ({"learningRate": 0.05, "epsilon": 1e-7}, lambda p: O.Adam(p, lr=0.05, eps=1e-7)),
    "adamax": ({"learningRate": 0.05, "epsilon": 0}, lambda p: O.Adamax(p, lr=0.05, eps=0)),
    "nadam": ({"learningRate": 0.05, "epsilon": 1e-7}, lambda p: O.NAdam(p, lr=0.05, eps=1e-7)),
}


# From the papers, with epsilon where lib/scratch says it is, large enough to be seen. d(g, t, state) is the step down.
def by_hand(rule):
    p, state, points = np.array(START), {}, []
    for t in range(1, STEPS + 1):
        x, y = p
        g = np.array([-(1 - x) - 8 * x * (y - x**2), 4 * (y - x**2) + 0.3 * np.cos(3 * y)])
        p = p - rule(g, t, state)
        points.append(p.tolist())
    return points


def adagrad(g, t, s):
    s["s"] = s.get("s", 0.1 * np.ones(2)) + g**2
    return 0.1 * g / np.sqrt(s["s"] + 1e-2)


def rmsprop(g, t, s):
    s["s"] = 0.9 * s.get("s", np.zeros(2)) + 0.1 * g**2
    return 0.01 * g / np.sqrt(s["s"] + 1e-2)


def adamax(g, t, s):
    s["m"] = 0.9 * s.get("m", np.zeros(2)) + 0.1 * g
    s["u"] = np.maximum(0.999 * s.get("u", np.zeros(2)), np.abs(g))
    return 0.05 / (1 - 0.9**t) * s["m"] / (s["u"] + 1e-2)


NUMPY = {
    "adagrad": ({"learningRate": 0.1, "initialAccumulatorValue": 0.1, "epsilon": 1e-2}, adagrad),
    "rmsprop": ({"learningRate": 0.01, "rho": 0.9, "epsilon": 1e-2}, rmsprop),
    "adamax": ({"learningRate": 0.05, "epsilon": 1e-2}, adamax),
}

# ── networks: every matrix and its gradient, for fixed parameters ──
rng = np.random.default_rng(1)
OUT = {"sigmoid": torch.sigmoid, "softmax": lambda z: torch.softmax(z, 0), "linear": lambda z: z * 1}
HIDDEN = {"tanh": torch.tanh, "relu": torch.relu, "gelu": ACTIVATIONS["gelu"]}


def network(units, hidden, output, loss, ys):
    samples = len(ys)
    xs = rng.normal(size=(samples, units[0])).round(3)
    parameters, layers, A = [], [], torch.tensor(xs.T)
    for i, (n, m) in enumerate(zip(units, units[1:])):
        W = torch.tensor(rng.normal(size=(m, n)).round(3), requires_grad=True)
        b = torch.tensor(rng.normal(size=m).round(3), requires_grad=True)
        parameters += W.flatten().tolist() + b.tolist()
        layer = {"dW": W, "db": b}
        layer["dZ"] = W @ A + b[:, None]
        layer["dA"] = A = (OUT[output] if i == len(units) - 2 else HIDDEN[hidden])(layer["dZ"])
        layer["dZ"].retain_grad(), A.retain_grad()
        layers.append(layer)
    f = LOSSES[loss][0]
    total = sum(f(A[:, i], torch.tensor(y)) for i, y in enumerate(ys)) / samples
    total.backward()
    return {"units": units, "hidden": hidden, "output": output, "lossName": loss, "xs": xs.tolist(), "ys": ys,
            "parameters": parameters, "loss": total.item(),
            "Z": [l["dZ"].tolist() for l in layers], "A": [l["dA"].tolist() for l in layers],
            "gradients": [{k: t.grad.tolist() for k, t in l.items()} for l in layers]}


networks = [
    network([2, 4, 3, 1], "tanh", "sigmoid", "binaryCrossentropy", [[0.0], [1.0], [1.0], [0.0], [1.0]]),
    network([3, 5, 3], "gelu", "softmax", "categoricalCrossentropy", [[1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.0, 1.0, 0.0]]),
    network([2, 6, 2], "relu", "linear", "meanSquaredError", [[0.5, -1.0], [2.0, 0.0], [0.1, 3.0], [1.0, 1.0]]),
    network([2, 3, 2], "tanh", "softmax", "meanSquaredError", [[1.0, 0.0], [0.0, 1.0]]),
    network([2, 3, 2], "tanh", "sigmoid", "binaryCrossentropy", [[1.0, 1.0], [0.0, 1.0], [0.0, 0.0]]),
]

print(json.dumps({
    "madeBy": {"torch": torch.__version__, "numpy": np.__version__, "python": platform.python_version()},
    "z": Z,
    "activations": {name: values(f) for name, f in ACTIVATIONS.items()},
    "softmax": softmax,
    "losses": {name: losses(*case) for name, case in LOSSES.items()},
    "start": START,
    "torch": {name: {"options": options, "path": path(make)} for name, (options, make) in TORCH.items()},
    "numpy": {name: {"options": options, "path": by_hand(rule)} for name, (options, rule) in NUMPY.items()},
    "networks": networks,
}))
