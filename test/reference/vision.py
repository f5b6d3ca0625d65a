"""Makes vision.json: what PyTorch answers where lib/inspect looks into images. needs: torch, numpy"""

import json
import pathlib

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

torch.manual_seed(0)
torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def plain(tensor):
    return tensor.detach().double().tolist()


def convolutions():
    """One filter over one image: PyTorch wants [channels, height, width]; ours have channels last."""
    cases = []
    for height, width, channels, rows, columns, strides in [
        (6, 5, 1, 3, 3, (1, 1)),
        (7, 8, 3, 2, 3, (2, 3)),
        (5, 5, 2, 5, 5, (1, 2)),
        (4, 9, 1, 1, 4, (3, 1)),
    ]:
        image, kernel = torch.randn(height, width, channels), torch.randn(rows, columns, channels)
        outputs = {}
        for padding in ["valid", "same"]:
            x = image.permute(2, 0, 1)[None]
            if padding == "same":  # as TensorFlow pads: the odd zero stands behind
                sides = []
                for length, window, stride in [(width, columns, strides[1]), (height, rows, strides[0])]:
                    total = max(0, (-(-length // stride) - 1) * stride + window - length)
                    sides += [total // 2, total - total // 2]
                x = F.pad(x, sides)
            outputs[padding] = plain(F.conv2d(x, kernel.permute(2, 0, 1)[None], stride=strides)[0, 0])
        cases.append({"image": plain(image), "filter": plain(kernel), "strides": strides, **outputs})
    return cases


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(2, 3, 3)
        self.second = nn.Conv2d(3, 4, 3, stride=2)
        self.head = nn.Linear(4 * 4 * 3, 5)

    def features(self, x):
        return F.relu(self.second(F.relu(self.first(x))))

    def score(self, features):
        return self.head(features.permute(0, 2, 3, 1).flatten(1))  # flat with channels last, as tfjs


def heat_maps():
    net = Net()
    for parameter in net.parameters():
        nn.init.normal_(parameter, 0, 0.4)
    image = torch.rand(11, 9, 2)
    x = image.permute(2, 0, 1)[None].clone().requires_grad_()
    explained = []
    for label in range(5):
        features = net.features(x)
        features.retain_grad()
        logits = net.score(features)
        x.grad = None
        logits[0, label].backward()
        alpha = features.grad.mean((2, 3), keepdim=True)
        coarse = F.relu((alpha * features).sum(1, keepdim=True))
        cam = F.interpolate(coarse, size=(11, 9), mode="bilinear", align_corners=False)[0, 0]
        explained.append({
            "logit": float(logits[0, label].detach()),
            "chance": float(logits.softmax(1)[0, label].detach()),
            "saliency": plain(x.grad[0].abs().amax(0)),
            "gradCam": plain(cam),
        })
    weights = []
    for layer in [net.first, net.second]:
        weights += [plain(layer.weight.permute(2, 3, 1, 0)), plain(layer.bias)]
    weights += [plain(net.head.weight.T), plain(net.head.bias)]
    return {"image": plain(image), "weights": weights, "classes": explained}


answers = {
    "versions": {"torch": torch.__version__, "numpy": np.__version__},
    "convolutions": convolutions(),
    "heatMaps": heat_maps(),
}
path = pathlib.Path(__file__).with_name("vision.json")
path.write_text(json.dumps(json.loads(json.dumps(answers), parse_float=lambda x: round(float(x), 8))) + "\n")
