"""Makes recurrent.json: what PyTorch answers where the recurrent cells and layers answer too. needs: torch, numpy

RNN and LSTM are PyTorch's own modules. PyTorch's GRU lets the reset gate act after its matrix; the GRU of the paper, which
tfjs has and we have, is written here in PyTorch's operations, and its gradients are PyTorch's.
"""

import json
import pathlib

import numpy as np
import torch

torch.set_default_dtype(torch.float64)
torch.manual_seed(0)
TIME, BATCH, INPUTS, UNITS = 6, 2, 3, 4


def paper_gru(x, h, W, U, b):
    """x [time, batch, inputs], h [batch, units]; columns z, r, n. Cho and others, 2014, with Keras's sense of z."""
    states = []
    for step in x:
        xz, xr, xn = (step @ W + b).chunk(3, -1)
        Uz, Ur, Un = U.chunk(3, -1)
        z, r = torch.sigmoid(xz + h @ Uz), torch.sigmoid(xr + h @ Ur)
        n = torch.tanh(xn + (r * h) @ Un)
        h = z * h + (1 - z) * n
        states.append(h)
    return torch.stack(states), [h]


def module(kind):
    """PyTorch's module run with our weights: its are transposed, with a second bias, here 0."""

    def run(x, *rest):
        states, (W, U, b) = rest[:-3], rest[-3:]
        layer = kind(INPUTS, UNITS)
        weights = {"weight_ih_l0": W.T, "weight_hh_l0": U.T, "bias_ih_l0": b, "bias_hh_l0": torch.zeros_like(b)}
        first = tuple(state[None] for state in states)
        output, last = torch.func.functional_call(layer, weights, (x, first[0] if len(first) == 1 else first))
        return output, [state[0] for state in (last if isinstance(last, tuple) else (last,))]

    return run


def case(gates, states, run):
    inputs = {
        "x": torch.randn(TIME, BATCH, INPUTS),
        **{name: torch.randn(BATCH, UNITS) for name in states},
        "W": torch.randn(INPUTS, gates * UNITS),
        "U": torch.randn(UNITS, gates * UNITS) / 2,
        "b": torch.randn(gates * UNITS),
    }
    for tensor in inputs.values():
        tensor.requires_grad_()
    output, last = run(*inputs.values())
    # The loss looks at every state, at each with another weight, and at the last states.
    v = torch.cos(torch.arange(output.numel())).reshape(output.shape)
    loss = (output * v).sum() + sum((state**2).sum() for state in last)
    gradients = torch.autograd.grad(loss, [*inputs.values()])
    return {
        "inputs": {name: tensor.tolist() for name, tensor in inputs.items()},
        "output": output.tolist(),
        "last": [state.tolist() for state in last],
        "gradients": {name: gradient.tolist() for name, gradient in zip(inputs, gradients)},
    }


def vanishing():
    """‖∂loss/∂h‖ at each of 30 steps of a simple RNN whose loss looks at the last state alone."""
    W, U, b, x = torch.randn(2, 5), torch.randn(5, 5) / 3, torch.randn(5) / 2, torch.randn(30, 2)
    h, states = torch.zeros(5), []
    for step in x:
        h = torch.tanh(step @ W + h @ U + b)
        if not h.requires_grad:
            h.requires_grad_()  # no weight asks for a gradient here: the first state begins the graph
        h.retain_grad()
        states.append(h)
    h.sum().backward()
    return {
        "W": W.tolist(), "U": U.tolist(), "b": b.tolist(), "x": x.tolist(),
        "dh": [state.grad.tolist() for state in states],
        "norms": [state.grad.norm().item() for state in states],
    }


answers = {
    "madeBy": {"script": "test/reference/recurrent.py", "torch": torch.__version__, "numpy": np.__version__},
    "rnn": case(1, ["h"], module(torch.nn.RNN)),
    "lstm": case(4, ["h", "c"], module(torch.nn.LSTM)),
    "gru": case(3, ["h"], paper_gru),
    "vanishing": vanishing(),
}


def rounded(value):
    if isinstance(value, float):
        return float(f"{value:.12g}")
    if isinstance(value, list):
        return [rounded(item) for item in value]
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    return value


pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(rounded(answers)) + "\n")
