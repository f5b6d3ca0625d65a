/** The handwritten digits. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { data } from '../../../lib/index';
import { root } from '../../support/paths';
import { expectNoLeakedTensors } from '../../support/tensors';

const file = readFileSync(`${root}/data/digits-8x8.csv`, 'utf8');

describe('data.digits', () => {
  it('gives all 1,797 digits, as many of each as the source says', () => {
    const { xs, ys, labels } = data.digits();
    expect([xs.shape, ys.shape, labels.length]).toEqual([[1797, 64], [1797, 10], 1797]); // prettier-ignore
    // The test part of https://archive.ics.uci.edu/dataset/80
    const counts = Array.from({ length: 10 }, (_, digit) => labels.filter((label) => label === digit).length);
    expect(counts).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
  });

  it('gives the pixels of the file, from 0 to 1, each image with its own label', () => {
    const { xs, labels } = data.digits();
    const lines = xs.arraySync().map((x, row) => [...x.map((ink) => ink * 16), labels[row]].join());
    expect(lines.sort()).toEqual(file.trimEnd().split('\n').slice(1).sort());
  });

  it('gives one column of ys for each class, in the order asked for', () => {
    const { ys, labels, classes } = data.digits({ classes: [7, 1] });
    expect(classes).toEqual(['7', '1']);
    expect(labels).toHaveLength(179 + 182);
    expect(ys.arraySync()).toEqual(labels.map((label) => (label === 7 ? [1, 0] : [0, 1])));
  });

  it('gives as many as asked for, by the seed', () => {
    const first = data.digits({ samples: 30 });
    expect(first.xs.shape).toEqual([30, 64]);
    expect(data.digits({ samples: 30 }).labels).toEqual(first.labels);
    expect(data.digits({ samples: 30, seed: 1 }).labels).not.toEqual(first.labels);
    expect(data.digits({ samples: 10 }).labels).toEqual(first.labels.slice(0, 10));
  });

  it('is not changed by what a caller does to an earlier answer', () => {
    const before = data.digits({ samples: 5 });
    before.labels.fill(0);
    before.classes!.length = 0;
    const after = data.digits({ samples: 5 });
    expect(after.labels).not.toEqual([0, 0, 0, 0, 0]);
    expect(after.classes).toHaveLength(10);
  });

  it('hands back its two tensors and leaves no other', () => {
    expectNoLeakedTensors(() => data.digits({ samples: 3 }), 2);
  });

  it('refuses classes that are no digits, and more images than there are', () => {
    expect(() => data.digits({ classes: [] })).toThrow('data.digits: expected classes to be an array of digits');
    expect(() => data.digits({ classes: [10] })).toThrow(
      'expected classes[0] to be a whole number from 0 to 9, got 10',
    );
    expect(() => data.digits({ classes: [1, 1] })).toThrow(
      'data.digits: expected each digit of classes once, got [1, 1]',
    );
    expect(() => data.digits({ classes: [0], samples: 179 })).toThrow(
      'expected samples to be a whole number from 1 to 178',
    );
    expect(() => data.digits({ samples: 0 })).toThrow('data.digits: expected samples');
    expect(() => data.digits({ seed: -1 })).toThrow('data.digits: expected seed');
  });
});
