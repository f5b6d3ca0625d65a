/** Data sets as plain numbers, and the refusal of those that are none. */
import { describe, expect, it } from 'vitest';
import { data, tf } from '../../../lib/index';
import { examplesOf, inputRows } from '../../../lib/data/examples';
import type { Dataset, Example } from '../../../lib/types';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

const dataset = (xs: number[][], ys: number[][]): Dataset => ({ xs: tf.tensor2d(xs), ys: tf.tensor2d(ys) });

describe('data.examples', () => {
  it('gives [x, y] for each row', () => {
    expect(data.examples(data.gate('or'))).toEqual([[[0, 0], 0], [[0, 1], 1], [[1, 0], 1], [[1, 1], 1]]); // prettier-ignore
  });

  it('gives the number of the class where ys is one-hot', () => {
    const pairs = data.examples(dataset([[5], [6]], [[0, 0, 1], [1, 0, 0]])); // prettier-ignore
    expect(pairs).toEqual([[[5], 2], [[6], 0]]); // prettier-ignore
  });

  it('leaves no tensor', () => {
    const gate = data.gate('and');
    expectNoLeakedTensors(() => data.examples(gate));
  });

  it('refuses what is no data set', () => {
    for (const bad of [undefined, null, 3, {}, { xs: [[1]], ys: [[1]] }]) {
      expect(() => data.examples(bad as unknown as Dataset)).toThrow('data.examples: expected a data set { xs, ys }');
    }
  });

  it('refuses tensors of another rank, empty, of unequal length, disposed or with numbers that are not finite', () => {
    const flat = { xs: tf.tensor1d([1, 2]), ys: tf.tensor1d([1, 2]) } as unknown as Dataset;
    expect(() => data.examples(flat)).toThrow(
      'expected xs of shape [samples, columns], none of them 0, got a tensor of shape [2]',
    );
    expect(() => data.examples({ xs: tf.zeros([0, 2]), ys: tf.zeros([0, 1]) })).toThrow('got a tensor of shape [0, 2]');
    expect(() => data.examples(dataset([[1], [2]], [[1]]))).toThrow('expected ys to have 2 rows, as xs has');
    const gone = data.gate('and');
    gone.xs.dispose();
    expect(() => data.examples(gone)).toThrow('expected xs to be alive');
    for (const bad of notFinite) {
      expect(() => data.examples(dataset([[1], [bad]], [[0], [1]]))).toThrow(
        `row 1 of xs to hold finite numbers, got ${bad}`,
      );
      expect(() => data.examples(dataset([[1], [2]], [[0], [bad]]))).toThrow(
        `row 1 of ys to hold finite numbers, got ${bad}`,
      );
    }
    expect(() => data.examples(dataset([[1]], [[0.5, 0.5]]))).toThrow('row 0 of ys to be one-hot');
    expect(() => data.examples(dataset([[1]], [[1, 1]]))).toThrow('row 0 of ys to be one-hot');
  });
});

describe('plain examples', () => {
  it('pass as they are, as copies', () => {
    const pairs: Example[] = [[[0, 1], 1], [[2, 3], 0]]; // prettier-ignore
    const read = examplesOf('me', pairs);
    expect(read).toEqual(pairs);
    expect(read[0]![0]).not.toBe(pairs[0]![0]);
  });

  it('are refused if empty, no pairs, of unequal length or not finite', () => {
    const read = (pairs: unknown) => () => examplesOf('me', pairs as Example[]);
    expect(read([])).toThrow('me: expected at least one example, each a pair [x, y], got []');
    expect(read([[[1, 2]]])).toThrow('me: expected at least one example, each a pair [x, y]');
    expect(read([[[1, 2], 0], [[1], 0]])).toThrow('me: expected xs[1] to hold 2 numbers, got [1]'); // prettier-ignore
    expect(read([[[1, NaN], 0]])).toThrow('me: expected xs[0][1] to be a finite number, got NaN');
    expect(read([[[1, 2], 'yes']])).toThrow("me: expected the target of example 0 to be a finite number, got 'yes'");
  });

  it('inputs without targets are read from rows and from tensors alike', () => {
    expect(inputRows('me', tf.tensor2d([[1, 2]]))).toEqual([[1, 2]]);
    expect(inputRows('me', [[1, 2]])).toEqual([[1, 2]]);
    expect(() => inputRows('me', [])).toThrow('me: expected xs to be a tensor or an array of rows');
    expect(() => inputRows('me', [1, 2] as unknown as number[][])).toThrow('me: expected xs[0] to be an array');
  });
});
