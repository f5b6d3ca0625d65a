/** A data set in parts: training and test, and batches. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, tf } from '../../../lib/index';
import type { Dataset } from '../../../lib/types';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

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
