"""Makes tensorflow.json: what PyTorch answers where TensorFlow.js, on its native kernels, must answer too. needs: torch, numpy

Each case holds an operation's name and options, its inputs by name, its output, and the gradients of Σ output · cos(place)
with respect to the inputs. All in float64, in tfjs's layouts: images [batch, height, width, channels], filters
[height, width, inputs, outputs].
"""

import json
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.manual_seed(0)


def randn(*shape):
    return torch.randn(*shape)


def distinct(*shape):
    """No two values equal or near: the largest of a window is one."""
    count = int(np.prod(shape))
    return (torch.randperm(count).double() / count * 4 - 2).reshape(shape)


def case(name, run, inputs, fixed=(), **options):
    """`fixed` names inputs that have no gradient: whole numbers, targets."""
    tensors = {key: value.clone() for key, value in inputs.items()}
    asked = [key for key in tensors if key not in fixed]
    for key in asked:
        tensors[key].requires_grad_()
    output = run(*tensors.values(), **options)
    v = torch.cos(torch.arange(output.numel())).reshape(output.shape)
    gradients = torch.autograd.grad((output * v).sum(), [tensors[key] for key in asked])
    return {
        "name": name,
        "options": options,
        "inputs": {key: value.tolist() for key, value in inputs.items()},
        "output": output.tolist(),
        "gradients": {key: gradient.tolist() for key, gradient in zip(asked, gradients)},
    }


# ── convolution and pooling: TensorFlow's 'same' pads more behind than in front, where the padding is odd ──
def padded(x, size, strides, dilation, padding, value=0.0):
    """x [batch, channels, height, width], padded as TensorFlow pads."""
    if padding == "valid":
        return x
    pads = []
    for axis in (3, 2):
        length, span = x.shape[axis], (size[axis - 2] - 1) * dilation + 1
        total = max((-(-length // strides) - 1) * strides + span - length, 0)
        pads += [total // 2, total - total // 2]
    return F.pad(x, pads, value=value)


def channels_first(x):
    return x.permute(0, 3, 1, 2)


def channels_last(x):
    return x.permute(0, 2, 3, 1)


def conv2d(x, filter, strides, padding, dilation):
    x = padded(channels_first(x), filter.shape[:2], strides, dilation, padding)
    return channels_last(F.conv2d(x, filter.permute(3, 2, 0, 1), None, strides, 0, dilation))


def depthwise(x, filter, strides, padding, dilation):
    """filter [height, width, channels, multiplier]: output channel = channel · multiplier + number."""
    height, width, channels, multiplier = filter.shape
    weight = filter.permute(2, 3, 0, 1).reshape(channels * multiplier, 1, height, width)
    x = padded(channels_first(x), filter.shape[:2], strides, dilation, padding)
    return channels_last(F.conv2d(x, weight, None, strides, 0, dilation, channels))


def transposed(x, filter, strides, padding):
    """Keras's Conv2DTranspose: the gradient of a convolution; filter [height, width, outputs, inputs]."""
    full = F.conv_transpose2d(channels_first(x), filter.permute(3, 2, 0, 1), None, strides)
    size = filter.shape[0]
    if padding == "same":  # of the padding of the convolution whose gradient this is, the front is cut off
        length = x.shape[1] * strides
        front = max(size - strides, 0) // 2
        full = F.pad(full, [0, max(0, length + front - full.shape[3]), 0, max(0, length + front - full.shape[2])])
        full = full[:, :, front : front + length, front : front + length]
    return channels_last(full)


def max_pool(x, size, strides, padding):
    x = padded(channels_first(x), [size, size], strides, 1, padding, -torch.inf)
    return channels_last(F.max_pool2d(x, size, strides))


def avg_pool(x, size, strides, padding):
    """Padding does not count: the mean of what is there."""
    sums, counts = (
        F.avg_pool2d(padded(channels_first(t), [size, size], strides, 1, padding), size, strides)
        for t in (x, torch.ones_like(x))
    )
    return channels_last(sums / counts)


def convolutions():
    for strides, padding, dilation in [(1, "valid", 1), (1, "same", 1), (2, "valid", 1), (2, "same", 1), (3, "same", 1), (1, "valid", 2), (1, "same", 2)]:
        options = {"strides": strides, "padding": padding, "dilation": dilation}
        for shape in [(3, 3), (2, 3)]:
            yield case("conv2d", conv2d, {"x": randn(1, 6, 7, 2), "filter": randn(*shape, 2, 3)}, **options)
        yield case("depthwiseConv2d", depthwise, {"x": randn(1, 6, 7, 2), "filter": randn(3, 3, 2, 2)}, **options)
    for strides, padding in [(1, "valid"), (1, "same"), (2, "valid"), (2, "same")]:
        yield case("conv2dTranspose", transposed, {"x": randn(2, 4, 4, 3), "filter": randn(3, 3, 2, 3)}, strides=strides, padding=padding)
    for size, strides, padding in [(2, 2, "valid"), (2, 2, "same"), (3, 2, "same"), (3, 1, "same"), (3, 3, "valid")]:
        for name, run in [("maxPool", max_pool), ("avgPool", avg_pool)]:
            yield case(name, run, {"x": distinct(1, 5, 6, 2)}, size=size, strides=strides, padding=padding)


# ── layers ──
def batch_norm(x, gamma, beta, mean, variance, training):
    """Keras's epsilon; training takes the mean and the variance of the batch, over all axes but the last."""
    shape = x.shape
    flat = x.reshape(-1, shape[-1])
    return F.batch_norm(flat, mean, variance, gamma, beta, training, 0.0, 1e-3).reshape(shape)


def layers():
    yield case("dense", lambda x, W, b: x @ W + b, {"x": randn(5, 4), "W": randn(4, 3), "b": randn(3)})
    yield case("dense", lambda x, W, b: x @ W + b, {"x": randn(2, 5, 4), "W": randn(4, 3), "b": randn(3)})
    for shape in [(6, 3), (2, 4, 5, 3)]:
        for training in (False, True):
            inputs = {"x": randn(*shape) * 2 + 1, "gamma": randn(3), "beta": randn(3), "mean": randn(3), "variance": torch.rand(3) + 0.5}
            fixed = ("mean", "variance")
            yield case("batchNormalization", batch_norm, inputs, fixed, training=training)
    layer_norm = lambda x, gamma, beta: F.layer_norm(x, (4,), gamma, beta, 1e-3)
    yield case("layerNormalization", layer_norm, {"x": randn(3, 4), "gamma": randn(4), "beta": randn(4)})
    tokens = torch.tensor([[0, 3, 3], [5, 1, 0]])
    yield case("embedding", lambda tokens, W: F.embedding(tokens, W), {"tokens": tokens, "W": randn(6, 4)}, ("tokens",))
    yield case("globalAveragePooling2d", lambda x: x.mean((1, 2)), {"x": randn(2, 4, 5, 3)})
    yield case("globalMaxPooling2d", lambda x: x.amax((1, 2)), {"x": distinct(2, 4, 5, 3)})
    nearest = lambda x: channels_last(F.interpolate(channels_first(x), scale_factor=2))
    yield case("upSampling2d", nearest, {"x": randn(2, 3, 4, 2)})


# ── activations, by the names that tf.layers takes ──
ACTIVATIONS = {
    "elu": F.elu,
    "gelu": F.gelu,
    "gelu_new": lambda x: F.gelu(x, approximate="tanh"),
    "hardSigmoid": lambda x: (0.2 * x + 0.5).clamp(0, 1),
    "linear": lambda x: x * 1,
    "mish": F.mish,
    "relu": F.relu,
    "relu6": F.relu6,
    "selu": F.selu,
    "sigmoid": torch.sigmoid,
    "softmax": lambda x: F.softmax(x, -1),
    "softplus": F.softplus,
    "softsign": F.softsign,
    "swish": F.silu,
    "tanh": torch.tanh,
}


def activations():
    x = torch.tensor([[-90.0, -20.0, -7.0, -3.1, -2.4], [-1.0, -0.3, 0.02, 0.4, 1.1], [2.6, 3.3, 5.9, 20.0, 90.0]])
    for name, run in ACTIVATIONS.items():
        yield case(name, run, {"x": x})
    yield case("leakyRelu", lambda x: F.leaky_relu(x, 0.2), {"x": x})
    yield case("logSoftmax", lambda x: F.log_softmax(x, -1), {"x": x})


# ── losses: by the names that model.compile takes, one number for each example; and tf.losses from logits ──
def losses():
    p, q = F.softmax(randn(4, 3), -1), F.softmax(randn(4, 3), -1)
    hot, bits = F.one_hot(torch.tensor([0, 2, 1, 2]), 3).double(), (torch.rand(4, 3) < 0.5).double()
    chances, y, o = torch.sigmoid(2 * randn(4, 3)), randn(4, 3), randn(4, 3)
    logits = torch.tensor([[1.0, -2.0, 0.5], [30.0, -30.0, 0.0], [-200.0, 0.0, 200.0], [0.1, 0.2, 0.3]])
    numbers = torch.tensor([0, 2, 1, 2])
    compiled = {
        "meanSquaredError": (y, lambda target, output: ((target - output) ** 2).mean(-1)),
        "meanAbsoluteError": (y, lambda target, output: (target - output).abs().mean(-1)),
        "hinge": (2 * bits - 1, lambda target, output: F.relu(1 - target * output).mean(-1)),
        "logcosh": (y, lambda target, output: torch.log(torch.cosh(output - target)).mean(-1)),
        "poisson": (bits, lambda target, output: (output - target * torch.log(output + 1e-7)).mean(-1)),
        "categoricalCrossentropy": (hot, lambda target, output: -(target * torch.log(output / output.sum(-1, True))).sum(-1)),
        "binaryCrossentropy": (bits, lambda target, output: F.binary_cross_entropy(output, target, reduction="none").mean(-1)),
        "kullbackLeiblerDivergence": (q, lambda target, output: (target * torch.log(target / output)).sum(-1)),
        "cosineProximity": (y, lambda target, output: -(F.normalize(target, dim=-1) * F.normalize(output, dim=-1)).sum(-1)),
    }
    for name, (target, run) in compiled.items():
        output = chances if name == "binaryCrossentropy" else p if name in ("poisson", "categoricalCrossentropy", "kullbackLeiblerDivergence") else o
        yield case(name, run, {"target": target, "output": output}, ("target",))
    sparse = lambda target, output: F.nll_loss(torch.log(output / output.sum(-1, True)), target.long(), reduction="none")
    yield case("sparseCategoricalCrossentropy", sparse, {"target": numbers, "output": p}, ("target",))
    # One number: the mean over all examples, from logits.
    softmax = lambda target, logits: F.cross_entropy(logits, target)
    yield case("softmaxCrossEntropy", softmax, {"target": hot, "logits": logits}, ("target",))
    sigmoid = lambda target, logits: F.binary_cross_entropy_with_logits(logits, target)
    yield case("sigmoidCrossEntropy", sigmoid, {"target": bits, "logits": logits}, ("target",))
    huber = lambda target, output: F.huber_loss(output, target)
    yield case("huberLoss", huber, {"target": 2 * y, "output": o}, ("target",))


def rounded(value):
    """Nine digits: a float32 and two more."""
    if isinstance(value, float):
        return float(f"{value:.9g}")
    if isinstance(value, list):
        return [rounded(item) for item in value]
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    return value


answers = {
    "madeBy": {"script": "test/reference/tensorflow.py", "torch": torch.__version__, "numpy": np.__version__},
    "cases": [*convolutions(), *layers(), *activations(), *losses()],
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(rounded(answers)) + "\n")
