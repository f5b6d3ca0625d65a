/** Sums, means, maxima and softmax of lists of values. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autograd, tf } from '../../../lib/index';
import { notFinite } from '../../support/tensors';

const scores = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 8 });
const values = (list: readonly number[]) => list.map((each) => autograd.value(each));

describe('sum, mean and max', () => {
  it('are those of the numbers', () => {
    const list = [3, -1, 4];
    expect([autograd.sum(list).data, autograd.mean(list).data, autograd.max(list).data]).toEqual([6, 2, 4]);
    expect(autograd.mean([1e308, 1e308]).data).toBe(1e308); // no sum on the way that is too large
  });

  it('have gradients 1, 1/n, and 1 for the largest, shared where there are several', () => {
    const grads = (f: (list: autograd.Value[]) => autograd.Value): number[] => {
      const list = values([5, 1, 5, 2]);
      f(list).backward();
      return list.map(({ grad }) => grad);
    };
    expect(grads(autograd.sum)).toEqual([1, 1, 1, 1]);
    expect(grads(autograd.mean)).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(grads(autograd.max)).toEqual([0.5, 0, 0.5, 0]);
  });

  it('sum a value that stands in the list twice, twice', () => {
    const a = autograd.value(2);
    const y = autograd.sum([a, a, 1]);
    y.backward();
    expect([y.data, a.grad]).toEqual([5, 2]);
  });
});

describe('softmax and logSoftmax', () => {
  it("are tfjs's to 1e-6, for scores of any size", () => {
    for (const list of [[1], [0, 0], [1, 2, 3], [1000, 0, -1000], [-5000, -5000.5]]) {
      const [p, log] = tf.tidy(() => {
        const z = tf.tensor1d(list);
        return [tf.softmax(z), tf.logSoftmax(z)].map((each) => [...each.dataSync()]);
      });
      autograd.softmax(list).forEach(({ data }, i) => expect(data).toBeCloseTo(p![i]!, 6));
      autograd.logSoftmax(list).forEach(({ data }, i) => expect(Math.abs(data - log![i]!)).toBeLessThan(1e-3));
    }
  });

  it('are chances that add up to 1, and their logarithms', () => {
    fc.assert(
      fc.property(scores, (list) => {
        const p = autograd.softmax(list).map(({ data }) => data);
        expect(p.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
        autograd.logSoftmax(list).forEach(({ data }, i) => expect(Math.exp(data)).toBeCloseTo(p[i]!, 12));
      }),
    );
  });

  it('have the slopes that central differences see, in every output', () => {
    fc.assert(
      fc.property(scores, (list) => {
        list.forEach((_, i) => {
          autograd.gradcheck((z) => autograd.softmax(z)[i]!, list);
          autograd.gradcheck((z) => autograd.logSoftmax(z)[i]!, list);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('give cross-entropy the gradient p - y', () => {
    const z = values([2, -1, 0.5]);
    autograd.logSoftmax(z)[1]!.neg().backward();
    const p = autograd.softmax(z).map(({ data }) => data);
    z.forEach(({ grad }, i) => expect(grad).toBeCloseTo(p[i]! - (i === 1 ? 1 : 0), 14));
  });
});

it.each(['sum', 'mean', 'max', 'softmax', 'logSoftmax'] as const)('%s refuses what is no list of values', (name) => {
  const call = autograd[name] as (list: unknown) => unknown;
  for (const bad of [[], undefined, 3, 'ab', autograd.value(1)]) {
    expect(() => call(bad)).toThrow(`autograd.${name}: expected a list of values, at least one, got`);
  }
  fc.assert(
    fc.property(fc.constantFrom(...notFinite), (bad) => {
      expect(() => call([1, bad])).toThrow(
        `autograd.${name}: expected place 1 of the list to hold a Value or a finite number, got`,
      );
    }),
  );
});
