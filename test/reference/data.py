"""Reference numbers for test/library/data, worked out by NumPy and PyTorch. Needs: torch, numpy.

    python test/reference/data.py    # from the clone's root; writes test/reference/data.json
"""
import csv
import json
import math
from pathlib import Path

import numpy as np
import torch

here = Path(__file__).parent
random = np.random.default_rng(7)


def standardise():
    """scikit-learn's StandardScaler: the population's deviation, and no division where it is 0."""
    train = np.column_stack([random.normal(3, 2, 9), random.normal(1e6, 1e-2, 9), np.full(9, 0.1), random.uniform(-1, 1, 9)])
    test = random.normal(0, 5, (4, 4))
    mean, std = train.mean(0), train.std(0)
    std[2] = 0  # to the last digit: the column is constant
    scale = np.where(std == 0, 1, std)
    mean[2] = 0.1
    return dict(
        train=train, test=test, mean=mean, std=std, xs=(train - mean) / scale, transformed=(test - mean) / scale
    )


def one_hot():
    labels = random.integers(0, 5, 12)
    return dict(labels=labels, rows=torch.nn.functional.one_hot(torch.tensor(labels), 6).numpy())


def warp():
    """Each move as a grid of places to look at, read by grid_sample: bilinear, zeros outside."""
    cases = []
    moves = [
        (False, 0.0, 0.0, 0.0), (False, 0.0, 1.0, -2.0), (True, 0.0, 0.0, 0.0), (False, math.pi / 2, 0.0, 0.0),
        (False, 0.3, 0.0, 0.0), (True, -0.2, 0.4, 1.7), (False, math.pi, 0.25, -0.5), (True, 1.1, -9.0, 0.0),
    ]
    for (height, width, channels), move in zip([(5, 5, 1), (4, 7, 2), (6, 3, 3), (5, 5, 1)] * 2, moves):
        flip, angle, down, right = move
        image = random.uniform(-1, 1, (height, width, channels))
        y, x = np.meshgrid(np.arange(height) - (height - 1) / 2, np.arange(width) - (width - 1) / 2, indexing='ij')
        y, x = y - down, x - right
        # The way back of an anticlockwise turn, on axes of which y points down, as a rotation matrix.
        back = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
        x, y = np.einsum('ij,jrc->irc', back, np.stack([x, y]))
        x = -x if flip else x
        grid = torch.tensor(np.stack([2 * x / width, 2 * y / height], -1))[None]
        looked = torch.nn.functional.grid_sample(
            torch.tensor(image).permute(2, 0, 1)[None], grid, mode='bilinear', padding_mode='zeros', align_corners=False
        )
        cases.append(dict(
            size=[height, width, channels], image=image.ravel(),
            move=dict(flip=flip, angle=angle, down=down, right=right),
            moved=looked[0].permute(1, 2, 0).numpy().ravel(),
        ))
    return cases


def surfaces():
    """TensorFlow Playground's regressGaussian: of six bumps, the one with the largest label in size."""
    places = random.uniform(-6, 6, (60, 2))
    middles = np.array([[-4, 2.5], [0, 2.5], [4, 2.5], [-4, -2.5], [0, -2.5], [4, -2.5]])
    signs = np.array([1, -1, 1, -1, 1, -1])
    distance = np.linalg.norm(places[:, None] - middles[None], axis=2)
    labels = signs * np.interp(distance, [0, 2], [1, 0])
    largest = np.abs(labels).argmax(1)
    plane = np.interp(places.sum(1), [-20, 20], [-2, 2])
    return dict(places=places, bumps=labels[np.arange(60), largest], plane=plane)


def series():
    t = np.arange(50)
    return dict(values=5 + 0.25 * t + 2 * np.sin(2 * np.pi * t / 12))


def tables():
    """Mean and deviation of each measurement by species, from the files."""
    found = {}
    for name, columns in dict(
        iris=['sepal_length_cm', 'sepal_width_cm', 'petal_length_cm', 'petal_width_cm'],
        penguins=['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g'],
    ).items():
        with open(here.parent.parent / 'data' / f'{name}.csv', newline='') as file:
            rows = [row for row in csv.DictReader(file) if all(row[column] != 'NA' for column in columns)]
        for species in sorted({row['species'] for row in rows}):
            values = np.array([[float(row[column]) for column in columns] for row in rows if row['species'] == species])
            found.setdefault(name, {})[species] = dict(
                count=len(values), mean=values.mean(0), std=values.std(0)
            )
    return found


def plain(value):
    return value.tolist() if isinstance(value, (np.ndarray, np.generic)) else str(value)


numbers = dict(
    versions=dict(torch=torch.__version__.split('+')[0], numpy=np.__version__),
    standardise=standardise(), oneHot=one_hot(), warp=warp(), surfaces=surfaces(), series=series(), tables=tables(),
)
(here / 'data.json').write_text(json.dumps(numbers, default=plain, indent=None, separators=(',', ':')) + '\n')
