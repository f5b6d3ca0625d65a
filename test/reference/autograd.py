"""Expressions made by a seed, and what PyTorch says of them: writes autograd.json beside this file.

Prettier lays the file out afterwards.

needs: torch, numpy
"""

import json
import pathlib
import random

import numpy
import torch

here = pathlib.Path(__file__).resolve()
unary = ["neg", "exp", "log", "abs", "sin", "cos", "tanh", "sigmoid", "relu"]
binary = ["add", "sub", "mul", "div", "maximum", "pow"]
lists = ["sum", "mean", "max", "softmax", "logSoftmax"]


def apply(op, of):
    """One step; `of` are tensors, or a number in second place."""
    a = of[0]
    b = of[1] if len(of) > 1 else None
    number = isinstance(b, float)
    if op in lists:
        stacked = torch.stack(of)
        if op == "softmax":
            return torch.softmax(stacked, 0)[0]
        if op == "logSoftmax":
            return torch.log_softmax(stacked, 0)[0]
        return {"sum": torch.sum, "mean": torch.mean, "max": torch.amax}[op](stacked)
    if op == "maximum":
        return torch.maximum(a, torch.tensor(b, dtype=torch.float64) if number else b)
    if op == "div":
        return a / b
    return getattr(torch, op)(a, *of[1:])


def expression(seed):
    """Steps over shared values: each reads earlier ones, the newest more often, and some more than once."""
    draw = random.Random(seed)
    leaves = [round(draw.uniform(-2, 2), 3) for _ in range(draw.randint(2, 4))]
    values = [torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in leaves]
    steps = []
    while len(steps) < draw.randint(8, 16):
        pick = lambda: draw.choice([draw.randrange(len(values)), len(values) - 1])
        kind = draw.choice([unary, unary, binary, binary, binary, lists])
        op = draw.choice(kind)
        if op in unary:
            of = [pick()]
        elif op in binary:
            constant = round(draw.uniform(-3, 3), 2) if op != "pow" else float(draw.choice([-2, -1, 0, 2, 3, 0.5]))
            of = [pick(), {"constant": constant} if draw.random() < 0.3 else pick()]
        else:
            of = [pick() for _ in range(draw.randint(1, 4))]
        result = apply(op, [each["constant"] if isinstance(each, dict) else values[each] for each in of])
        if not torch.isfinite(result) or abs(result.item()) > 1e3:
            continue  # log of a negative number and its like
        grads = torch.autograd.grad(result, values, retain_graph=True, allow_unused=True)
        if not all(g is None or (torch.isfinite(g) and abs(g.item()) < 1e6) for g in grads):
            continue
        values.append(result)
        steps.append({"op": op, "of": of})
    grads = torch.autograd.grad(values[-1], values, allow_unused=True)
    return {
        "seed": seed,
        "leaves": leaves,
        "steps": steps,
        "data": [value.item() for value in values],
        "grads": [0.0 if grad is None else grad.item() for grad in grads],
    }


def training():
    """Ten steps of gradient descent on a small network: weights, losses."""
    torch.manual_seed(8)
    model = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.Tanh(), torch.nn.Linear(3, 2), torch.nn.ReLU()).double()
    points = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
    classes = [0, 1, 1, 0]
    flat = lambda: [layer.weight.tolist() + [layer.bias.tolist()] for layer in model if hasattr(layer, "weight")]
    start, losses = flat(), []
    for _ in range(10):
        loss = torch.nn.functional.cross_entropy(
            model(torch.tensor(points, dtype=torch.float64)), torch.tensor(classes)
        )
        losses.append(loss.item())
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for parameter in model.parameters():
                parameter -= 0.5 * parameter.grad
    return {"points": points, "classes": classes, "start": start, "losses": losses, "end": flat()}


torch.manual_seed(0)
here.with_suffix(".json").write_text(
    json.dumps(
        {
            "by": f"test/reference/autograd.py with torch {torch.__version__}, numpy {numpy.__version__}, in float64",
            "expressions": [expression(seed) for seed in range(60)],
            "training": training(),
        }
    )
    + "\n"
)
