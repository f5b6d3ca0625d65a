"""Reference numbers for the data sets of data/, from the original files. Needs: torch, numpy.

    python test/reference/datasets.py FOLDER    # from the clone's root; writes test/reference/datasets.json

FOLDER holds what the commands of data/README.md unpack: Bikeshare.csv, co2-concentration.csv, the folder digits of
mnist, the folder data of moby-dick as moby-dick, female.txt and male.txt.
"""
import collections
import csv
import hashlib
import json
import math
import sys
from pathlib import Path

import numpy as np
import torch

here = Path(__file__).parent
folder = Path(sys.argv[1])
random = np.random.default_rng(11)


def digits():
    """Counts, and mean and deviation of the pixels of each digit; the first image of each."""
    found = []
    for digit in range(10):
        images = np.array(json.loads((folder / 'digits' / f'{digit}.json').read_text())['data']).reshape(-1, 784)
        images = np.rint(images * 255) / 255
        found.append(dict(count=len(images), mean=images.mean(), std=images.std(), first=np.rint(images[0] * 255)))
    return found


def bikes():
    """Mean and deviation of each number, from the original's own columns and words."""
    with open(folder / 'Bikeshare.csv', newline='') as file:
        rows = list(csv.DictReader(file))
    months = list(dict.fromkeys(row['mnth'] for row in rows))  # they come in their order
    weather = ['clear', 'cloudy/misty', 'light rain/snow', 'heavy rain/snow']
    numbers = dict(
        month=[months.index(row['mnth']) + 1 for row in rows],
        weather=[weather.index(row['weathersit']) + 1 for row in rows],
    )
    for ours, theirs in dict(
        season='season', day='day', hour='hr', holiday='holiday', weekday='weekday', workingday='workingday',
        temperature='temp', feels_like='atemp', humidity='hum', windspeed='windspeed', bikers='bikers',
    ).items():
        numbers[ours] = [float(row[theirs]) for row in rows]
    hours = np.array(numbers['hour'])
    design = np.column_stack([np.ones(len(rows)), numbers['temperature'], numbers['hour']])
    return dict(
        columns={name: dict(mean=np.mean(values), std=np.std(values)) for name, values in numbers.items()},
        byHour=[np.array(numbers['bikers'])[hours == hour].mean() for hour in range(24)],
        leastSquares=np.linalg.lstsq(design, np.array(numbers['bikers']), rcond=None)[0],
    )


def co2():
    with open(folder / 'co2-concentration.csv', newline='') as file:
        rows = [row for row in csv.DictReader(file) if row['Date'] >= '1964-05']
    values = np.array([float(row['CO2']) for row in rows])
    return dict(
        count=len(values), sum=values.sum(), first=values[:12], last=values[-12:],
        months=[rows[0]['Date'][:7], rows[-1]['Date'][:7]],
        seasons=[values[month::12].mean() for month in range(12)],
        windows=dict(
            xs=np.lib.stride_tricks.sliding_window_view(values, 24)[:-3].sum(1),
            ys=np.lib.stride_tricks.sliding_window_view(values[24:], 3),
        ),
    )


def names():
    lists = {name: (folder / f'{name}.txt').read_text().split() for name in ('female', 'male')}
    both = set(lists['female']) & set(lists['male'])
    return dict(
        female=len(set(lists['female'])), male=len(set(lists['male'])), both=len(both),
        all=len(set(lists['female'] + lists['male'])),
        letters=collections.Counter(''.join(set(lists['female'] + lists['male']))),
    )


def novel():
    parts = [(folder / 'moby-dick' / f'{part}.txt').read_text(encoding='utf8').strip() for part in
             [f'chapter_{n}' for n in range(1, 136)] + ['epilogue']]
    text = '\n\n'.join(parts) + '\n'
    vocabulary = sorted(set(text))
    return dict(
        length=len(text), sha256=hashlib.sha256(text.encode()).hexdigest(), counts=collections.Counter(text),
        vocabulary=vocabulary, tokens=[vocabulary.index(character) for character in text[:300]],
    )


def blocks():
    """Blocks as unfold cuts them, of the tokens and of the tokens but the first."""
    tokens = torch.tensor(random.integers(0, 50, 101))
    cases = []
    for size, stride in [(10, 10), (7, 3), (100, 1), (1, 1), (16, 40)]:
        xs, ys = tokens[:-1].unfold(0, size, stride), tokens[1:].unfold(0, size, stride)
        cases.append(dict(blockSize=size, stride=stride, xs=xs.numpy(), ys=ys.numpy()))
    return dict(tokens=tokens.numpy(), cases=cases)


def boxes():
    """Boxes moved by matrices on homogeneous coordinates, as torchvision moves them: corners, then their bounds."""
    cases = []
    for flip, angle, down, right in [
        (False, 0.0, 0.0, 0.0), (True, 0.0, 0.0, 0.0), (False, 0.0, 2.0, -1.0), (False, math.pi / 2, 0.0, 0.0),
        (False, 0.17, 0.5, 0.25), (True, -0.3, -1.5, 2.0), (True, 3.0, 0.0, 40.0), (False, 1.0, 3.0, 3.0),
    ]:
        height, width = 12, 20
        box = np.sort(random.uniform(0, 1, (2, 2)), 0)  # y1, x1; y2, x2
        to_middle = np.array([[1, 0, -height / 2], [0, 1, -width / 2], [0, 0, 1]])
        mirror = np.diag([1, -1 if flip else 1, 1])
        turn = np.array([[math.cos(angle), -math.sin(angle), 0], [math.sin(angle), math.cos(angle), 0], [0, 0, 1]])
        shift = np.array([[1, 0, down], [0, 1, right], [0, 0, 1]])
        move = shift @ np.linalg.inv(to_middle) @ turn @ mirror @ to_middle
        corners = np.array([[y * height, x * width, 1] for y in box[:, 0] for x in box[:, 1]]).T
        y, x, _ = move @ corners
        y, x = np.clip(y / height, 0, 1), np.clip(x / width, 0, 1)
        moved = [y.min(), x.min(), y.max(), x.max()]
        if moved[2] <= moved[0] or moved[3] <= moved[1]:
            moved = [0.0] * 4
        cases.append(dict(size=[height, width], box=box.ravel(), moved=moved,
                          move=dict(flip=flip, angle=angle, down=down, right=right)))
    return cases


def plain(value):
    return value.tolist() if isinstance(value, (np.ndarray, np.generic)) else str(value)


numbers = dict(
    versions=dict(torch=torch.__version__.split('+')[0], numpy=np.__version__),
    digits=digits(), bikes=bikes(), co2=co2(), names=names(), novel=novel(), blocks=blocks(), boxes=boxes(),
)
(here / 'datasets.json').write_text(json.dumps(numbers, default=plain, indent=None, separators=(',', ':')) + '\n')
