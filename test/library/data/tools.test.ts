/** What is done to data: oneHot, standardise, points of one's own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, tf } from '../../../lib/index';
import type { Dataset, Example } from '../../../lib/types';
import { reference } from '../../support/reference';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

interface Reference {
  standardise: Record<'train' | 'test' | 'xs' | 'transformed', number[][]> & Record<'mean' | 'std', number[]>;
  oneHot: { labels: number[]; rows: number[][] };
}
const expected = reference<Reference>('data');

const close = (actual: number[], wanted: number[], tolerance: number) => {
  expect(actual).toHaveLength(wanted.length);
  actual.forEach((value, i) => expect(Math.abs(value - wanted[i]!), `number ${i}`).toBeLessThanOrEqual(tolerance));
};

describe('data.oneHot', () => {
  it("gives PyTorch's one_hot", () => {
    const { labels, rows } = expected.oneHot;
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
  const { train, test, ...wanted } = expected.standardise;

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
