"""Makes inspect-models.json: what PyTorch and NumPy say happens inside networks that lib/inspect looks into. needs: torch, numpy

Not named inspect.py: Python has a module of that name, which torch imports.
"""

import json
import math
import pathlib

import numpy as np
import torch
from torch.nn import functional as F

torch.manual_seed(0)
torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def plain(tensor):
    return tensor.detach().flatten().tolist()


def statistics(values):
    array = np.asarray(values.detach())
    return {
        "mean": float(array.mean()),
        "std": float(array.std()),
        "min": float(array.min()),
        "max": float(array.max()),
        "zeros": float((array == 0).mean()),
        "norm": float(np.linalg.norm(array)),
    }


def case(xs, ys, weights, run, **more):
    """Every layer's output and its gradient, every weight and its gradient; shapes and orders as in tfjs."""
    for weight in weights.values():
        weight.requires_grad_()
    outputs, loss = run(xs, ys, weights)
    for output in outputs.values():
        output.retain_grad()
    loss.backward()

    def rows(tensors):
        return [
            {"name": name, "shape": [*tensor.shape], "values": plain(tensor), "statistics": statistics(tensor)}
            for name, tensor in tensors.items()
        ]

    return {
        **more,
        "xs": xs.tolist(),
        "ys": ys.tolist(),
        "loss": loss.item(),
        "weights": rows(weights),
        "outputs": rows(outputs),
        "weightGradients": rows({name: weight.grad for name, weight in weights.items()}),
        "outputGradients": rows({name: output.grad for name, output in outputs.items()}),
    }


def dense():
    """Three dense layers, kernels [inputs, units]; binary cross-entropy and an L2 penalty on the first kernel."""
    sizes, names = [3, 5, 4, 1], ["first", "second", "answer"]
    weights = {}
    for name, inputs, units in zip(names, sizes, sizes[1:]):
        weights[f"{name}/kernel"] = torch.randn(inputs, units) * 0.6
        weights[f"{name}/bias"] = torch.randn(units) * 0.5

    def run(xs, ys, w):
        first = torch.tanh(xs @ w["first/kernel"] + w["first/bias"])
        second = torch.relu(first @ w["second/kernel"] + w["second/bias"])
        answer = torch.sigmoid(second @ w["answer/kernel"] + w["answer/bias"])
        loss = F.binary_cross_entropy(answer, ys) + 0.01 * (w["first/kernel"] ** 2).sum()
        return {"first": first, "second": second, "answer": answer}, loss

    return case(torch.randn(6, 3), torch.randint(0, 2, (6, 1)).double(), weights, run, l2=0.01)


def convolution():
    """A convolution [height, width, in, out], the largest of each 2 × 2, a dense layer; categorical cross-entropy."""
    weights = {
        "conv/kernel": torch.randn(3, 3, 2, 4) * 0.3,
        "conv/bias": torch.randn(4) * 0.5,
        "answer/kernel": torch.randn(16, 3) * 0.2,
        "answer/bias": torch.randn(3) * 0.5,
    }

    def run(xs, ys, w):
        maps = F.conv2d(xs.permute(0, 3, 1, 2), w["conv/kernel"].permute(3, 2, 0, 1), w["conv/bias"])
        conv = torch.relu(maps).permute(0, 2, 3, 1).contiguous()  # [batch, height, width, channels]
        pool = F.max_pool2d(conv.permute(0, 3, 1, 2), 2).permute(0, 2, 3, 1).contiguous()
        flat = pool.flatten(1)
        answer = torch.softmax(flat @ w["answer/kernel"] + w["answer/bias"], 1)
        chances = answer / answer.sum(1, keepdim=True)  # tfjs makes sure that chances add up to 1
        loss = -(ys * chances.log()).sum(1).mean()
        return {"conv": conv, "pool": pool, "flat": flat, "answer": answer}, loss

    return case(torch.randn(3, 6, 6, 2), torch.eye(3)[[0, 2, 1]], weights, run)


def rounded(value):
    """Nine digits: a float32 and two more."""
    if isinstance(value, float):
        assert math.isfinite(value)
        return float(f"{value:.9g}")
    if isinstance(value, list):
        return [rounded(item) for item in value]
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    return value


answers = {
    "madeBy": {"script": "test/reference/inspect-models.py", "torch": torch.__version__, "numpy": np.__version__},
    "dense": dense(),
    "convolution": convolution(),
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(rounded(answers)) + "\n")
