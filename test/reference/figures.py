"""Reference numbers for test/library/inspect and test/library/figures, worked out by NumPy and PyTorch. Needs: torch, numpy.

    python test/reference/figures.py    # from the clone's root; writes test/reference/figures.json
"""
import json
from pathlib import Path

import numpy as np
import torch

here = Path(__file__).parent
random = np.random.default_rng(11)


def confusion():
    """Each number by masks, one class and one pair of classes at a time."""
    labels, predictions = random.integers(0, 4, 60), random.integers(0, 4, 60)
    predictions[::2] = labels[::2]
    counts = [[int(np.sum((labels == t) & (predictions == p))) for p in range(4)] for t in range(4)]
    rows = []
    for c in range(4):
        hit = np.sum((labels == c) & (predictions == c))
        precision, recall = hit / np.sum(predictions == c), hit / np.sum(labels == c)
        rows.append(dict(precision=precision, recall=recall, f1=2 * precision * recall / (precision + recall)))
    return dict(labels=labels, predictions=predictions, counts=counts, accuracy=np.mean(labels == predictions), byClass=rows)


def roc():
    """Rates by asking every sample at every threshold; the area by asking every pair of a positive and a negative."""
    cases = []
    for samples, grain in [(40, 1e-9), (80, 0.1), (50, 0.5)]:  # without ties, with some, with many
        labels = np.r_[1, 0, random.integers(0, 2, samples - 2)]
        scores = np.round((labels * 0.4 + random.normal(0, 1, samples)) / grain) * grain
        positive, negative = scores[labels == 1], scores[labels == 0]
        thresholds = np.unique(scores)[::-1]
        pairs = np.sign(positive[:, None] - negative[None]) / 2 + 0.5
        cases.append(dict(
            scores=scores, labels=labels, thresholds=thresholds,
            truePositiveRates=[np.mean(positive >= t) for t in thresholds],
            falsePositiveRates=[np.mean(negative >= t) for t in thresholds], auc=pairs.mean(),
        ))
    return cases


def calibration():
    """Bins (a, b] by digitize; Guo's sum over bins, weighted by their samples."""
    cases = []
    for samples, classes, bins in [(200, 1, 10), (150, 4, 15), (100, 3, 5)]:
        labels = random.integers(0, max(2, classes), samples)
        if classes == 1:
            probabilities = np.round(random.uniform(0, 1, samples), 1)  # on the edges of the bins
            confidence, came = probabilities, labels == 1
        else:
            probabilities = torch.softmax(torch.tensor(random.normal(0, 2, (samples, classes))), -1).numpy()
            confidence, came = probabilities.max(1), probabilities.argmax(1) == labels
        edges = np.arange(1, bins) / bins
        bin_of = np.digitize(confidence, edges, right=True)
        gaps = [abs(came[bin_of == b].mean() - confidence[bin_of == b].mean()) if (bin_of == b).any() else 0 for b in range(bins)]
        counts = np.bincount(bin_of, minlength=bins)
        cases.append(dict(
            probabilities=probabilities, labels=labels, bins=bins, samples=counts,
            ece=np.sum(counts * gaps) / samples, mce=np.max(gaps),
        ))
    return cases


def histogram():
    cases = []
    for values, bins in [(random.normal(0, 1, 300), 20), (np.arange(0, 1.05, 0.1), 10), (np.full(5, 3.0), 4), (random.integers(0, 7, 90) / 7, 7)]:
        counts, edges = np.histogram(values, bins)
        cases.append(dict(values=values, bins=bins, counts=counts, edges=edges))
    return cases


def u_matrix():
    """The mean distance to the neighbours above, below, left and right, one unit at a time."""
    weights = random.normal(0, 1, (4, 5, 3))
    means = np.zeros((4, 5))
    for r in range(4):
        for c in range(5):
            near = [(r + dr, c + dc) for dr, dc in [(0, 1), (1, 0), (0, -1), (-1, 0)] if 0 <= r + dr < 4 and 0 <= c + dc < 5]
            means[r, c] = np.mean([np.linalg.norm(weights[r, c] - weights[place]) for place in near])
    xs = random.normal(0, 1, (6, 3))
    nearest = [int(np.argmin([np.linalg.norm(x - w) for w in weights.reshape(-1, 3)])) for x in xs]
    return dict(weights=weights, means=means, xs=xs, nearest=nearest)


def plain(value):
    return value.tolist() if isinstance(value, (np.ndarray, np.generic)) else str(value)


numbers = dict(
    versions=dict(torch=torch.__version__.split('+')[0], numpy=np.__version__),
    confusion=confusion(), roc=roc(), calibration=calibration(), histogram=histogram(), uMatrix=u_matrix(),
)
(here / 'figures.json').write_text(json.dumps(numbers, default=plain, indent=None, separators=(',', ':')) + '\n')
