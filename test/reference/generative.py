"""Makes generative.json: what PyTorch and NumPy answer where the generative models of lib/models answer too. needs: torch, numpy"""

import json
import math
import pathlib

import numpy as np
import torch
from torch import distributions, nn
from torch.nn import functional as F

torch.manual_seed(0)
torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
rng = np.random.default_rng(0)


def plain(tensor):
    return tensor.detach().tolist()


def divergence():
    mean = (torch.randn(4, 3) * 2).requires_grad_()
    log_variance = (torch.randn(4, 3) * 1.5).requires_grad_()
    normal = distributions.Normal(mean, (log_variance / 2).exp())
    kl = distributions.kl_divergence(normal, distributions.Normal(0.0, 1.0)).sum(-1)
    gradients = torch.autograd.grad(kl.sum(), [mean, log_variance])
    return {
        "mean": plain(mean),
        "logVariance": plain(log_variance),
        "kl": plain(kl),
        "gradients": [plain(gradient) for gradient in gradients],
    }


def vae_step():
    """The loss of one example through linear maps, with no draw: the variance is so small that z is the mean."""
    x = torch.rand(5, 4)
    encode, decode = torch.randn(4, 2), torch.randn(2, 4)
    mean, log_variance = x @ encode, torch.full((5, 2), -40.0)
    kl = distributions.kl_divergence(
        distributions.Normal(mean, (log_variance / 2).exp()), distributions.Normal(0.0, 1.0)
    )
    again = mean @ decode
    return {
        "x": plain(x),
        "encode": plain(encode),
        "decode": plain(decode),
        "kl": float(kl.sum(-1).mean()),
        "gaussian": float(((x - again) ** 2).sum(-1).mean() / 2),
        "bernoulli": float(F.binary_cross_entropy(again.sigmoid(), x, reduction="none").sum(-1).mean()),
    }


def gan_losses():
    real, fake = torch.randn(6) * 2, torch.randn(6) * 2
    ones, zeros = torch.ones(6), torch.zeros(6)
    return {
        "real": plain(real),
        "fake": plain(fake),
        "discriminatorLoss": float(
            F.binary_cross_entropy_with_logits(real, ones) + F.binary_cross_entropy_with_logits(fake, zeros)
        ),
        "generatorLoss": float(F.binary_cross_entropy_with_logits(fake, ones)),
        "realAccuracy": float((real > 0).double().mean()),
        "fakeAccuracy": float((fake <= 0).double().mean()),
    }


def schedules():
    """Section 4 of Ho, Jain and Abbeel; section 3.2 of Nichol and Dhariwal, whose code scales the linear one by 1000 / T."""
    cases = []
    for steps in (10, 50, 1000):
        linear = np.minimum(np.linspace(1000 / steps * 0.0001, 1000 / steps * 0.02, steps), 0.999)
        f = np.cos((np.arange(steps + 1) / steps + 0.008) / 1.008 * np.pi / 2) ** 2
        cosine = np.clip(1 - f[1:] / f[:-1], 0, 0.999)
        for name, beta in (("linear", linear), ("cosine", cosine)):
            cases.append({"steps": steps, "schedule": name, "beta": beta.tolist(), "alphaBar": np.cumprod(1 - beta).tolist()})
    return cases


def posteriors():
    """Bayes' rule for two normal distributions, not the formula of the paper: precisions add."""
    cases = []
    for schedule in (case for case in schedules() if case["steps"] == 50):
        bars = [1.0, *schedule["alphaBar"]]
        for t in (1, 2, 25, 50):
            x0, xt = rng.normal(size=(3, 2)), rng.normal(size=(3, 2))
            beta = schedule["beta"][t - 1]
            alpha = 1 - beta
            prior = 1 - bars[t - 1]  # of x at t - 1 from x0
            if prior == 0:
                mean, variance = x0, 0.0
            else:
                variance = 1 / (alpha / beta + 1 / prior)
                mean = variance * (math.sqrt(alpha) * xt / beta + math.sqrt(bars[t - 1]) * x0 / prior)
            cases.append({
                "schedule": schedule["schedule"],
                "t": t,
                "x0": x0.tolist(),
                "xt": xt.tolist(),
                "mean": mean.tolist(),
                "variance": variance,
            })
    return cases


def metric_losses():
    a, b, c = (torch.randn(6, 3).requires_grad_() for _ in range(3))
    same = torch.tensor([1.0, 0, 1, 0, 0, 0])
    cases = []
    for margin in (0.5, 1.0, 3.0):
        d = (a - b).norm(dim=1)
        contrastive = ((same * d**2 + (1 - same) * (margin - d).clamp(min=0) ** 2) / 2).mean()
        triplet = nn.TripletMarginLoss(margin=margin, eps=0)(a, b, c)
        cases.append({
            "margin": margin,
            "contrastive": contrastive.item(),
            "contrastiveGradients": [plain(g) for g in torch.autograd.grad(contrastive, [a, b])],
            "triplet": triplet.item(),
            "tripletGradients": [plain(g) for g in torch.autograd.grad(triplet, [a, b, c])],
        })
    return {"a": plain(a), "b": plain(b), "c": plain(c), "same": plain(same), "cases": cases}


def som():
    """Winner, bell and pull on whole arrays."""
    weights = rng.normal(size=(3, 4, 2))
    start = weights.copy()
    rows, columns = np.indices((3, 4))
    steps = []
    for rate, radius in [(0.5, 2.0), (0.3, 1.0), (1.0, 0.4), (0.01, 0.2)]:
        x = rng.normal(size=2)
        far = ((weights - x) ** 2).sum(-1)
        row, column = np.unravel_index(far.argmin(), far.shape)
        h = np.exp(-((rows - row) ** 2 + (columns - column) ** 2) / (2 * radius**2))
        weights = weights + rate * h[:, :, None] * (x - weights)
        steps.append({
            "x": x.tolist(),
            "learningRate": rate,
            "radius": radius,
            "winner": {"row": int(row), "column": int(column)},
            "weights": weights.tolist(),
        })
    padded = np.pad(weights, ((1, 1), (1, 1), (0, 0)), constant_values=np.nan)
    around = [padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:]]
    distances = np.nanmean([np.sqrt(((near - weights) ** 2).sum(-1)) for near in around], axis=0)
    xs = rng.normal(size=(7, 2))
    error = np.sqrt(((weights.reshape(1, -1, 2) - xs[:, None]) ** 2).sum(-1)).min(1).mean()
    return {"start": start.tolist(), "steps": steps, "distances": distances.tolist(), "xs": xs.tolist(), "error": error}


def nearest():
    embeddings, query = torch.randn(20, 5), torch.randn(5)
    answers = {}
    for metric, far in (
        ("euclidean", torch.cdist(query[None], embeddings)[0]),
        ("cosine", 1 - F.cosine_similarity(query[None], embeddings)),
    ):
        values, indices = far.topk(6, largest=False)
        answers[metric] = {"index": indices.tolist(), "distance": plain(values)}
    return {"embeddings": plain(embeddings), "query": plain(query), **answers}


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
    "madeBy": {"script": "test/reference/generative.py", "torch": torch.__version__, "numpy": np.__version__},
    "divergence": divergence(),
    "vae": vae_step(),
    "gan": gan_losses(),
    "schedules": schedules(),
    "posteriors": posteriors(),
    "metricLosses": metric_losses(),
    "som": som(),
    "nearest": nearest(),
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(rounded(answers)) + "\n")
