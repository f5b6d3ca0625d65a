/** Losses and their derivatives, against PyTorch's autograd, tfjs and central differences. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scratch, tf } from '../../../lib/index';
import { expectNear, reference } from '../../support/reference';
import { notFinite } from '../../support/tensors';

interface Case {
  target: number[];
  output: number[];
  loss: number;
  derivative: number[];
}
const torch = reference<{ losses: Record<string, Case[]> }>('scratch');
const { meanSquaredError, meanAbsoluteError, huber, hinge, binaryCrossentropy, categoricalCrossentropy } = scratch;
const all = [meanSquaredError, meanAbsoluteError, huber, hinge, binaryCrossentropy, categoricalCrossentropy];
const ofChances: scratch.Loss[] = [binaryCrossentropy, categoricalCrossentropy];

describe.each(all.map((loss): [string, scratch.Loss] => [loss.name, loss]))('scratch.%s', (name, loss) => {
  it("gives PyTorch's loss and derivative within 1e-14", () => {
    for (const { target, output, loss: wanted, derivative } of torch.losses[name]!) {
      expectNear(loss(target, output), wanted, 1e-14);
      expectNear(loss.derivative(target, output), derivative, 1e-14);
    }
  });

  it('refuses lists that are empty, of different lengths or not of finite numbers', () => {
    for (const f of [loss, (y: number[], p: number[]) => loss.derivative(y, p)]) {
      expect(() => f([], [])).toThrow('expected target to hold at least one number, got []');
      expect(() => f([1], [0.5, 0.5])).toThrow('expected output to hold 1 number, got [0.5, 0.5]');
      expect(() => f(1 as unknown as number[], [1])).toThrow('expected target to be an array of finite numbers, got 1');
      for (const bad of notFinite) {
        expect(() => f([1], [bad])).toThrow(`expected output[0] to be a finite number, got ${bad}`);
        expect(() => f([bad], [1])).toThrow(`expected target[0] to be a finite number, got ${bad}`);
      }
    }
  });
});

describe('the derivative of', () => {
  // Corners are at whole errors from whole targets: these outputs keep away from them.
  const output = fc.integer({ min: -500, max: 500 }).map((n) => n / 100 + 0.003);
  const pairs = fc.array(fc.tuple(output, fc.constantFrom(-1, 1)), { minLength: 1, maxLength: 6 });

  it.each([meanSquaredError, meanAbsoluteError, huber, hinge].map((loss): [string, scratch.Loss] => [loss.name, loss]))(
    '%s is its central difference, wherever it has no corner',
    (_, loss) => {
      fc.assert(
        fc.property(pairs, (drawn) => {
          const [output, target] = [drawn.map(([p]) => p), drawn.map(([, y]) => y)];
          const measured = scratch.numericGradient((p) => loss(target, p), output, { delta: 1e-5 });
          expectNear(loss.derivative(target, output), measured, 1e-7);
        }),
      );
    },
  );

  it('binaryCrossentropy is its central difference', () => {
    const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(chance, chance), { minLength: 1, maxLength: 6 }), (pairs) => {
        const [target, output] = [pairs.map(([y]) => y), pairs.map(([, p]) => p)];
        const measured = scratch.numericGradient((p) => binaryCrossentropy(target, p), output, { delta: 1e-6 });
        expectNear(binaryCrossentropy.derivative(target, output), measured, 1e-6);
      }),
    );
  });

  it('huber is at most delta, and its loss is half the square for small errors', () => {
    expect(huber([0], [3], { delta: 2 })).toBe(4);
    expect(huber.derivative([0, 0], [-3, 1], { delta: 2 })).toEqual([-1, 0.5]);
    expect(() => huber([0], [1], { delta: 0 })).toThrow('scratch.huber: expected delta to be a finite number above 0');
  });
});

describe('cross-entropies', () => {
  it.each(ofChances.map((loss) => [loss.name, loss] as const))(
    "%s is tfjs's, at 0 and 1 too, within 1e-4",
    (name, loss) => {
      for (const output of [
        [0, 1],
        [1, 0],
        [0.3, 0.7],
      ]) {
        const target = [0, 1];
        const theirs = tf.tidy(() => {
          const f = tf.metrics[name as 'binaryCrossentropy'];
          return f(tf.tensor2d([target]), tf.tensor2d([output])).dataSync()[0]!;
        });
        expect(Math.abs(loss(target, output) - theirs) / Math.max(1, theirs)).toBeLessThan(0.01);
        if (output[0] !== 1) expect(Math.abs(loss(target, output) - theirs)).toBeLessThan(1e-4);
      }
    },
  );

  it('call for a large and finite step where a sure answer is wrong', () => {
    expect(binaryCrossentropy([1], [0])).toBeCloseTo(-Math.log(1e-7), 10);
    expect(binaryCrossentropy.derivative([1], [0])[0]).toBeCloseTo(-1e7, -1);
    expect(categoricalCrossentropy.derivative([0, 1], [1, 0])[1]).toBeCloseTo(-1e7, -1);
    expect(binaryCrossentropy([1, 0], [1, 0])).toBeCloseTo(1e-7, 10);
  });

  it('refuse what is no chance, and several chances that do not sum to 1', () => {
    expect(() => binaryCrossentropy([1], [1.5])).toThrow(
      'expected output[0] to be a finite number from 0 to 1, got 1.5',
    );
    expect(() => binaryCrossentropy([-1], [0.5])).toThrow(
      'expected target[0] to be a finite number from 0 to 1, got -1',
    );
    expect(() => categoricalCrossentropy([0, 1], [0.9, 0.9])).toThrow(
      'expected the numbers of output to sum to 1, as softmax makes them, got 1.8',
    );
    expect(() => categoricalCrossentropy.derivative([1, 1], [0.5, 0.5])).toThrow(
      'expected the numbers of target to sum',
    );
  });
});

describe('other losses', () => {
  it('hinge takes the sides -1 and 1 only, and says how to get them', () => {
    expect(() => hinge([0], [1])).toThrow(
      'scratch.hinge: expected target[0] to be -1 or 1, got 0; turn classes 0 and 1 into 2 * y - 1',
    );
  });

  it('say where they overflow', () => {
    expect(() => meanSquaredError([0], [1e200])).toThrow(
      'scratch.meanSquaredError: expected a finite loss, got Infinity; outputs have grown too large',
    );
  });
});
