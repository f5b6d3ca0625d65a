/** What is done to data sets: split, batches, oneHot, standardise, points of one's own. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, tf } from '../../../lib/index';
import type { Dataset, Example } from '../../../lib/types';
import { inRoot } from '../../support/paths';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

interface Reference {
  standardise: Record<'train' | 'test' | 'xs' | 'transformed', number[][]> & Record<'mean' | 'std', number[]>;
  oneHot: { labels: number[]; rows: number[][] };
}
const reference = JSON.parse(readFileSync(inRoot('test', 'reference', 'data.json'), 'utf8')) as Reference;

/** A data set whose row `i` holds the number i, and the class `label(i)`. */
function numbered(samples: number, label: (row: number) => number = () => 0): Dataset & { labels: number[] } {
  const rows = Array.from({ length: samples }, (_, row) => row);
  return {
    xs: tf.tensor2d(rows, [samples, 1]),
    ys: tf.tensor2d(rows.map(label), [samples, 1]),
    classes: ['a', 'b'],
    labels: rows,
  };
}
const inputs = ({ xs }: Dataset) => xs.arraySync().flat();
const close = (actual: number[], wanted: number[], tolerance: number) => {
  expect(actual).toHaveLength(wanted.length);
  actual.forEach((value, i) => expect(Math.abs(value - wanted[i]!), `number ${i}`).toBeLessThanOrEqual(tolerance));
};
const sorted = (values: number[]) => [...values].sort((a, b) => a - b);

describe('data.split', () => {
  it('keeps every row exactly once, with its own target and label', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 80 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.nat(), fc.boolean(), (samples, test, seed, stratify) => {
          tf.tidy(() => {
            const parts = data.split(numbered(samples, (row) => row % 3), { test, seed, stratify });
            expect(sorted([...inputs(parts.train), ...inputs(parts.test)])).toEqual(Array.from({ length: samples }, (_, i) => i));
            expect(parts.test.xs.shape[0]).toBe(Math.min(samples - 1, Math.max(1, Math.round(test * samples))));
            for (const part of [parts.train, parts.test]) {
              expect(part.labels).toEqual(inputs(part));
              expect(part.ys.arraySync().flat()).toEqual(inputs(part).map((row) => row % 3));
              expect(part.classes).toEqual(['a', 'b']);
            }
          });
        },
      ),
      { numRuns: 60 },
    ); // prettier-ignore
  });

  it('gives each class its share to within one row, if asked to', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 90 }), fc.integer({ min: 2, max: 9 }), fc.nat(), (samples, every, seed) => {
        tf.tidy(() => {
          const dataset = numbered(samples, (row) => Number(row % every === 0));
          const { test } = data.split(dataset, { test: 0.3, seed, stratify: true });
          const share = test.xs.shape[0] / samples;
          for (const label of [0, 1]) {
            const count = (part: Dataset) => part.ys.arraySync().flat().filter((y) => y === label).length;
            expect(Math.abs(count(test) - share * count(dataset))).toBeLessThan(1);
          }
        });
      }),
      { numRuns: 60 },
    ); // prettier-ignore
  });

  it('divides one-hot classes evenly: 10 of each 50 irises', () => {
    const { train, test } = data.split(data.iris(), { stratify: true });
    expect([train.ys.sum(0).arraySync(), test.ys.sum(0).arraySync()]).toEqual([[40, 40, 40], [10, 10, 10]]); // prettier-ignore
    expect(test.features).toHaveLength(4);
  });

  it('is decided by its seed', () => {
    const rows = (seed?: number) => inputs(data.split(numbered(50), { seed }).test);
    expect(rows()).toEqual(rows(0));
    expect(rows(1)).not.toEqual(rows(0));
    expect(rows()).not.toEqual(sorted(rows()));
  });

  it('divides what belongs to each row, such as masks and boxes, with the rows', () => {
    const { test } = data.split(data.shapes({ samples: 10, size: 12 }));
    expect([test.xs.shape, test.masks.shape, test.boxes.shape]).toEqual([[2, 12, 12, 1], [2, 12, 12, 3], [2, 3, 4]]); // prettier-ignore
  });

  it('keeps the names of classes and features whole, be there as many as rows', () => {
    const { train, test } = data.split({ ...numbered(2), features: ['x', 'y'] });
    for (const part of [train, test]) {
      expect([part.classes, part.features]).toEqual([['a', 'b'], ['x', 'y']]); // prettier-ignore
      expect(part.labels).toHaveLength(1);
    }
  });

  it('hands back its four tensors and leaves no other', () => {
    const dataset = numbered(10);
    expectNoLeakedTensors(() => data.split(dataset), 4);
  });

  it('refuses what is no data set, one row, other shares, and classes that are none', () => {
    const dataset = numbered(4);
    expect(() => data.split(undefined as unknown as Dataset)).toThrow('data.split: expected a data set { xs, ys }');
    expect(() => data.split(numbered(1))).toThrow('data.split: expected at least 2 rows, one for each part');
    expect(() => data.split({ ...dataset, ys: tf.zeros([3, 1]) })).toThrow('expected ys to have 4 rows, as xs has');
    for (const test of [0, 1, -0.2, 20, NaN, Infinity, '0.2' as unknown as number])
      expect(() => data.split(dataset, { test })).toThrow('data.split: expected test to be a share between 0 and 1');
    expect(() => data.split(dataset, { seed: -1 })).toThrow('data.split: expected seed');
    expect(() => data.split(numbered(4, (row) => row / 2), { stratify: true })).toThrow('expected the class of row 1, which stratify divides by, to be a whole number from 0 up, got 0.5'); // prettier-ignore
    dataset.xs.dispose();
    expect(() => data.split(dataset)).toThrow('data.split: expected xs to be alive');
  });
});

describe('data.batches', () => {
  it('goes through every row exactly once, in parts of the size asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 70 }), fc.nat(), (samples, batchSize, seed) => {
        tf.tidy(() => {
          const seen: number[][] = [];
          for (const batch of data.batches(numbered(samples, (row) => -row), { batchSize, seed })) {
            expect(batch.ys.arraySync().flat().map((y) => 0 - y)).toEqual(inputs(batch));
            expect(batch.labels).toEqual(inputs(batch));
            seen.push(inputs(batch));
          }
          expect(sorted(seen.flat())).toEqual(Array.from({ length: samples }, (_, i) => i));
          expect(seen).toHaveLength(Math.ceil(samples / batchSize));
          for (const rows of seen.slice(0, -1)) expect(rows).toHaveLength(batchSize);
        });
      }),
      { numRuns: 40 },
    ); // prettier-ignore
  });

  it('shuffles by its seed, or keeps the order', () => {
    const order = (options: data.BatchesOptions) => [...data.batches(numbered(40), options)].flatMap(({ labels }) => labels); // prettier-ignore
    expect(order({ shuffle: false })).toEqual(Array.from({ length: 40 }, (_, i) => i));
    expect(order({})).toEqual(order({ seed: 0 }));
    expect(order({ seed: 1 })).not.toEqual(order({}));
  });

  it('frees each batch when the next is asked for, and leaves the first of a destructuring alive', () => {
    const dataset = numbered(10);
    expectNoLeakedTensors(() => {
      for (const { xs } of data.batches(dataset, { batchSize: 3 })) expect(xs.isDisposed).toBe(false);
    });
    const [first] = expectNoLeakedTensors(() => data.batches(dataset, { batchSize: 3 }), 0);
    expect(first!.xs.shape).toEqual([3, 1]);
    expect(dataset.xs.isDisposed).toBe(false);
  });

  it('can be gone through twice', () => {
    const batches = data.batches(numbered(5));
    expect([[...batches].length, [...batches].length]).toEqual([1, 1]);
  });

  it('refuses bad sizes and data sets at once, before the first batch', () => {
    for (const batchSize of [0, 1.5, ...notFinite])
      expect(() => data.batches(numbered(3), { batchSize })).toThrow('data.batches: expected batchSize to be a whole');
    expect(() => data.batches({} as Dataset)).toThrow('data.batches: expected a data set { xs, ys }');
  });
});

describe('data.oneHot', () => {
  it("gives PyTorch's one_hot", () => {
    const { labels, rows } = reference.oneHot;
    expect(data.oneHot(labels, 6).arraySync()).toEqual(rows);
  });

  it('takes as many columns as the largest label needs, or the names of the classes', () => {
    expect(data.oneHot([2, 0]).arraySync()).toEqual([[0, 0, 1], [1, 0, 0]]); // prettier-ignore
    expect(data.oneHot(['b', 'a', 'b'], ['b', 'a']).arraySync()).toEqual([[1, 0], [0, 1], [1, 0]]); // prettier-ignore
  });

  it('is undone by data.examples', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1 }), (labels) => {
        tf.tidy(() => {
          const dataset = { xs: tf.zeros<tf.Rank.R2>([labels.length, 1]), ys: data.oneHot(labels, 10) };
          expect(data.examples(dataset).map(([, y]) => y)).toEqual(labels);
        });
      }),
    );
  });

  it('hands back one tensor', () => {
    expectNoLeakedTensors(() => data.oneHot([0, 1]), 1);
  });

  it('refuses labels without a column', () => {
    const make = data.oneHot as (labels: unknown, classes?: unknown) => tf.Tensor2D;
    expect(() => make([])).toThrow('data.oneHot: expected labels to be an array, at least one, got []');
    expect(() => make([0, 3], 3)).toThrow('expected labels[1] to be a whole number from 0 to 2, got 3');
    for (const bad of [-1, 0.5, ...notFinite, undefined])
      expect(() => make([0, bad])).toThrow('expected labels[1] to be');
    expect(() => make([1e9])).toThrow('expected labels[0] to be a whole number from 0 to 9999');
    expect(() => make(['a'])).toThrow('expected classes to be the names of the classes, as labels are names');
    expect(() => make(['a', 'c'], ['a', 'b'])).toThrow("expected labels[1] to be one of the names in classes, got 'c'");
    expect(() => make(['a'], ['a', 'a'])).toThrow('expected each name of classes once');
    expect(() => make([0], 0)).toThrow('expected classes to be a whole number from 1');
  });
});

describe('data.standardise', () => {
  const { train, test, ...wanted } = reference.standardise;

  it("gives NumPy's means and deviations to 1e-15 of their size, and its standardised data to 1e-6", () => {
    const { xs, mean, std, transform } = data.standardise(train);
    mean.forEach((value, i) => expect(Math.abs(value - wanted.mean[i]!)).toBeLessThanOrEqual(4e-16 * Math.abs(value)));
    std.forEach((value, i) => expect(Math.abs(value - wanted.std[i]!)).toBeLessThanOrEqual(1e-15 * Math.max(1, value)));
    close(xs.arraySync().flat(), wanted.xs.flat(), 1e-6);
    transform(test).arraySync().forEach((row, i) => row.forEach((z, column) => {
      expect(Math.abs(z / wanted.transformed[i]![column]! - 1)).toBeLessThan(1e-6);
    })); // prettier-ignore
  });

  it('does not divide a constant column, and says that its deviation is 0', () => {
    const { xs, mean, std, transform } = data.standardise([[0.1, 1], [0.1, 2], [0.1, 3]]); // prettier-ignore
    expect([mean[0], std[0], xs.arraySync().map(([x]) => x)]).toEqual([0.1, 0, [0, 0, 0]]);
    expect(transform([[1.1, 2]]).arraySync()).toEqual([[1, 0]]);
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.integer({ min: -9, max: 9 })), { minLength: 1, maxLength: 20 }), (rows) => {
        tf.tidy(() => {
          const { xs, inverseTransform } = data.standardise(rows);
          close(inverseTransform(xs).arraySync().flat(), rows.flat(), 1e-3);
          for (const mean of xs.mean(0).arraySync() as number[]) expect(Math.abs(mean)).toBeLessThan(1e-5);
        });
      }),
      { numRuns: 60 },
    ); // prettier-ignore
  });

  it('reads tensors, leaves one tensor, and leaves the tensor it read alone', () => {
    const { xs } = data.iris();
    const { mean } = expectNoLeakedTensors(() => data.standardise(xs), 1);
    close(mean, [5.8433, 3.0573, 3.758, 1.1993], 1e-4); // as scikit-learn's description of the data set has them
    expect(xs.isDisposed).toBe(false);
  });

  it('refuses data that is empty, ragged, not finite, too large, or of another width', () => {
    const make = data.standardise as (xs: unknown) => data.Standardised;
    expect(() => make([])).toThrow('data.standardise: expected xs to be a tensor or an array of rows, at least one');
    expect(() => make([[]])).toThrow('data.standardise: expected xs to have at least one column');
    expect(() => make([[1, 2], [1]])).toThrow('data.standardise: expected xs[1] to hold 2 numbers');
    for (const bad of notFinite) expect(() => make([[1], [bad]])).toThrow('expected xs[1][0] to be a finite number');
    expect(() => make([[1e308], [-1e308]])).toThrow('expected column 0 to have a finite standard deviation');
    expect(() => make([[1, 2]]).transform([[1]])).toThrow('transform: expected xs to have 2 columns');
  });
});

describe('data.points', () => {
  it('gives back what data.examples takes from it', () => {
    const examples: Example[] = [[[1, 2], 0], [[3, 4], 1], [[5, 6], 0]]; // prettier-ignore
    const dataset = data.points(examples, { classes: ['no', 'yes'] });
    expect([data.examples(dataset), dataset.classes]).toEqual([examples, ['no', 'yes']]);
    const three: Example[] = [[[1], 2], [[2], 0], [[3], 1]]; // prettier-ignore
    expect(data.points(three, { classes: ['a', 'b', 'c'] }).ys.arraySync()).toEqual([[0, 0, 1], [1, 0, 0], [0, 1, 0]]); // prettier-ignore
    expect(data.points([[[1], 0.5]]).ys.arraySync()).toEqual([[0.5]]);
  });

  it('hands back its two tensors and leaves no other', () => {
    expectNoLeakedTensors(() => data.points([[[1, 2], 0]]), 2);
  });

  it('refuses points that are ragged, not finite, without a class, and classes without a point', () => {
    const make = data.points as (examples: unknown, options?: object) => Dataset;
    const classes = ['a', 'b'];
    expect(() => make([])).toThrow('data.points: expected at least one example');
    expect(() => make(3)).toThrow('data.points: expected an array of examples');
    expect(() => make([[[], 0]])).toThrow('expected each point to have at least one number');
    expect(() => make([[[1, 2], 0], [[1], 0]])).toThrow('expected xs[1] to hold 2 numbers, got [1]'); // prettier-ignore
    for (const bad of notFinite) {
      expect(() => make([[[1, bad], 0]])).toThrow(`expected xs[0][1] to be a finite number, got ${bad}`);
      expect(() => make([[[1, 2], bad]])).toThrow('expected the target of example 0 to be a finite number');
    }
    expect(() => make([[[1], 0], [[2], 2]], { classes })).toThrow('expected the target of example 1 to be a whole number from 0 to 1, got 2'); // prettier-ignore
    expect(() => make([[[1], 0]], { classes })).toThrow(
      "expected a point of each class, also of 'b', got 'no target 1'",
    );
    for (const bad of [['a'], ['a', 'a'], 'ab'])
      expect(() => make([[[1], 0]], { classes: bad })).toThrow('expected classes');
  });
});
