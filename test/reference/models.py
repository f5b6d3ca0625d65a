"""Makes models.json: what PyTorch and NumPy answer where lib/models answers too. needs: torch, numpy"""

import json
import math
import pathlib

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

torch.manual_seed(0)
torch.set_num_threads(1)


def plain(tensor):
    return tensor.detach().double().tolist()


def linear(weight, bias):
    """PyTorch keeps [out, in]; tfjs [in, out]."""
    return [plain(weight.T), plain(bias)]


def attention_weights(layer):
    """Weights of nn.MultiheadAttention in the order of our layer: query, key, value, output; kernel, bias."""
    kernels = layer.in_proj_weight.chunk(3)
    biases = layer.in_proj_bias.chunk(3)
    pairs = [*zip(kernels, biases), (layer.out_proj.weight, layer.out_proj.bias)]
    return [part for weight, bias in pairs for part in linear(weight, bias)]


def shaken(module):
    """Every weight random: PyTorch begins with biases of 0 and norms of 1, which would hide mistakes."""
    for parameter in module.parameters():
        nn.init.normal_(parameter, 0, 0.5)
    return module.eval()


def attention():
    q, k, v = torch.randn(2, 3, 4, 5), torch.randn(2, 3, 6, 5), torch.randn(2, 3, 6, 7)
    mask = torch.rand(2, 1, 4, 6) < 0.6
    mask[0, 0, 1] = False  # a query that may look at nothing
    cases = []
    for causal, allowed in [(False, None), (True, None), (False, mask), (True, mask)]:
        both = torch.ones(4, 6, dtype=torch.bool).tril() if causal else torch.ones(4, 6, dtype=torch.bool)
        if allowed is not None:
            both = both & allowed
        inputs = [tensor.clone().requires_grad_() for tensor in (q, k, v)]
        output = F.scaled_dot_product_attention(*inputs, attn_mask=both)
        gradients = torch.autograd.grad((output**2).sum(), inputs)
        cases.append({
            "causal": causal,
            "mask": None if allowed is None else allowed.int().tolist(),
            "output": plain(output),
            "gradients": [plain(gradient) for gradient in gradients],
        })
    return {"q": plain(q), "k": plain(k), "v": plain(v), "cases": cases}


def multi_head():
    layer = shaken(nn.MultiheadAttention(8, 2, batch_first=True))
    x, memory = torch.randn(2, 4, 8), torch.randn(2, 6, 8)
    padding = torch.tensor([[1, 1, 1, 1, 1, 1], [1, 1, 1, 0, 0, 0]])
    future = torch.ones(4, 4, dtype=torch.bool).triu(1)

    def case(*args, **kwargs):
        output, weights = layer(*args, average_attn_weights=False, **kwargs)
        return {"output": plain(output), "weights": plain(weights)}

    return {
        "layer": attention_weights(layer),
        "x": plain(x),
        "memory": plain(memory),
        "mask": padding.tolist(),
        "self": case(x, x, x),
        "causal": case(x, x, x, attn_mask=future),
        "cross": case(x, memory, memory),
        "masked": case(x, memory, memory, key_padding_mask=padding == 0),
    }


def encoder_blocks():
    x = torch.randn(2, 5, 8)
    padding = torch.tensor([[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]])
    cases = []
    for norm in ("pre", "post"):
        for activation in ("gelu", "relu"):
            block = shaken(nn.TransformerEncoderLayer(8, 2, 12, 0.0, activation, 1e-5, True, norm == "pre"))
            inputs = x.clone().requires_grad_()
            output = block(inputs, src_key_padding_mask=padding == 0)
            (gradient,) = torch.autograd.grad((output**2).sum(), inputs)
            cases.append({
                "norm": norm,
                "activation": activation,
                "layers": {
                    "attention": attention_weights(block.self_attn),
                    "attention_norm": [plain(block.norm1.weight), plain(block.norm1.bias)],
                    "hidden": linear(block.linear1.weight, block.linear1.bias),
                    "output": linear(block.linear2.weight, block.linear2.bias),
                    "network_norm": [plain(block.norm2.weight), plain(block.norm2.bias)],
                },
                "output": plain(output),
                "gradient": plain(gradient),
            })
    return {"x": plain(x), "mask": padding.tolist(), "cases": cases}


def decoder_blocks():
    x, memory = torch.randn(2, 4, 8), torch.randn(2, 5, 8)
    padding = torch.tensor([[1, 1, 1, 1, 1], [1, 1, 0, 0, 0]])
    future = torch.ones(4, 4, dtype=torch.bool).triu(1)
    cases = []
    for norm in ("pre", "post"):
        block = shaken(nn.TransformerDecoderLayer(8, 2, 12, 0.0, "relu", 1e-5, True, norm == "pre"))
        output = block(x, memory, tgt_mask=future, memory_key_padding_mask=padding == 0)
        cases.append({
            "norm": norm,
            "layers": {
                "attention": attention_weights(block.self_attn),
                "attention_norm": [plain(block.norm1.weight), plain(block.norm1.bias)],
                "cross": attention_weights(block.multihead_attn),
                "cross_norm": [plain(block.norm2.weight), plain(block.norm2.bias)],
                "hidden": linear(block.linear1.weight, block.linear1.bias),
                "output": linear(block.linear2.weight, block.linear2.bias),
                "network_norm": [plain(block.norm3.weight), plain(block.norm3.bias)],
            },
            "output": plain(output),
        })
    return {"x": plain(x), "memory": plain(memory), "mask": padding.tolist(), "cases": cases}


def positions():
    """Section 3.5 of the paper in NumPy: sin at even units, cos at odd ones."""
    cases = []
    for length, units in [(1, 1), (7, 8), (60, 5)]:
        angles = np.arange(length)[:, None] / 10_000 ** (np.arange(0, units, 2)[None, :] / units)
        code = np.zeros((length, units))
        code[:, 0::2] = np.sin(angles)
        code[:, 1::2] = np.cos(angles)[:, : units // 2]
        cases.append({"length": length, "units": units, "code": code.tolist()})
    return cases


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
    "madeBy": {"script": "test/reference/models.py", "torch": torch.__version__, "numpy": np.__version__},
    "attention": attention(),
    "multiHead": multi_head(),
    "encoderBlocks": encoder_blocks(),
    "decoderBlocks": decoder_blocks(),
    "positions": positions(),
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(rounded(answers)) + "\n")
