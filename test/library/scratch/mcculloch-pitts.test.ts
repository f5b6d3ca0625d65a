/** The McCulloch-Pitts unit. */
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scratch, tf } from '../../../lib/index';
import type { Bit } from '../../../lib/types';
import { notFinite } from '../../support/tensors';

const rows = [[0, 0], [0, 1], [1, 0], [1, 1]]; // prettier-ignore
const table = (unit: scratch.Unit) => rows.map((x) => unit(x)).join('');
const weight = fc.integer({ min: -3, max: 3 });

describe('scratch.unit', () => {
  // The gates of the lesson, by hand.
  it.each([
    ['and', [1, 1], 2, '0001'],
    ['or', [1, 1], 1, '0111'],
    ['nand', [-1, -1], -1, '1110'],
    ['nor', [-1, -1], 0, '1000'],
    ['first, not second', [1, -1], 1, '0010'],
    ['always', [0, 0], 0, '1111'],
    ['never', [1, 1], 3, '0000'],
  ])('computes %s with weights %j and threshold %d', (label, weights, threshold, answers) => {
    expect(table(scratch.unit({ weights, threshold, label }))).toBe(answers);
  });

  it('is silent or fires by its sum as tfjs computes it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(weight, fc.constantFrom<Bit>(0, 1)), { minLength: 1, maxLength: 8 }),
        weight,
        (pairs, threshold) => {
          const [weights, x] = [pairs.map(([w]) => w), pairs.map(([, bit]) => bit)];
          const fires = tf.tidy(() => tf.dot(weights, x).greaterEqual(threshold).dataSync()[0]);
          expect(scratch.unit({ weights, threshold })(x)).toBe(fires);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('computes no XOR, whatever its weights and threshold', () => {
    const halves = fc.integer({ min: -20, max: 20 }).map((n) => n / 2);
    fc.assert(
      fc.property(
        halves,
        halves,
        halves,
        (w1, w2, threshold) => table(scratch.unit({ weights: [w1, w2], threshold })) !== '0110',
      ),
    );
  });

  it('is silenced by one inhibitory input, however large the sum', () => {
    const unit = scratch.unit({ weights: [1, 1, 0], threshold: 1, inhibitory: [2] });
    expect([unit([1, 1, 0]), unit([1, 1, 1]), unit([0, 0, 0]), unit([0, 1, 1])]).toEqual([1, 0, 0, 0]);
  });

  it('answers between the corners too, when asked at(x)', () => {
    const unit = scratch.unit({ weights: [1, 1, 0], threshold: 1, inhibitory: [2] });
    expect([unit.at([0.5, 0.5, 0]), unit.at([0.4, 0.5, 0]), unit.at([2, 0, 0.4]), unit.at([2, 0, 0.6])]).toEqual([
      1, 0, 1, 0,
    ]);
  });

  it('tells its weights, threshold and label, and keeps them from change', () => {
    const weights = [1, 1];
    const unit = scratch.unit({ weights, threshold: 2 });
    weights[0] = 9;
    expect({ ...unit }).toMatchObject({ weights: [1, 1], threshold: 2, inhibitory: [], label: 'unit' });
    expect(() => (unit.weights[0] = 5)).toThrow(TypeError);
    expect(() => ((unit as { threshold: number }).threshold = 5)).toThrow(TypeError);
  });

  it('introduces itself when printed', () => {
    const print = (options: scratch.UnitOptions) => inspect(scratch.unit(options));
    expect(print({ weights: [1, 1], threshold: 2, label: 'and' })).toBe('and: fires when x₁ + x₂ ≥ 2');
    expect(print({ weights: [-1, 0, 2.5], threshold: -1 })).toBe('unit: fires when -x₁ + 2.5·x₃ ≥ -1');
    expect(print({ weights: [1, -2], threshold: 0 })).toBe('unit: fires when x₁ - 2·x₂ ≥ 0');
    expect(print({ weights: [0], threshold: 1 })).toBe('unit: fires when 0 ≥ 1');
    expect(print({ weights: [1, 0], threshold: 1, inhibitory: [1] })).toBe('unit: fires when x₁ ≥ 1 and x₂ is 0');
    expect(print({ weights: Array<number>(64).fill(1), threshold: 9 })).toBe(
      'unit: fires when the weighted sum of 64 inputs ≥ 9',
    );
  });

  it('refuses inputs that are not 0 or 1, or not as many as its weights', () => {
    const and = scratch.unit({ weights: [1, 1], threshold: 2, label: 'and' });
    expect(() => and([1])).toThrow("scratch.unit 'and': expected x to hold 2 inputs, got [1]");
    expect(() => and([1, 0.5])).toThrow("scratch.unit 'and': expected x[1] to be 0 or 1, got 0.5");
    for (const bad of notFinite) expect(() => and([1, bad])).toThrow(`x[1] to be 0 or 1, got ${bad}`);
    expect(() => and(1 as unknown as number[])).toThrow('expected x to be an array of 2 inputs, each 0 or 1, got 1');
    expect(() => and.at([1, NaN])).toThrow("scratch.unit 'and': expected x[1] to be a finite number, got NaN");
  });

  it('refuses weights and thresholds that are not finite, and vetoes with a weight', () => {
    const make = (options: unknown) => () => scratch.unit(options as scratch.UnitOptions);
    expect(make({ weights: [], threshold: 1 })).toThrow("scratch.unit 'unit': expected at least one weight, got []");
    expect(make({ weights: 1, threshold: 1 })).toThrow('expected weights to be an array of finite numbers, got 1');
    expect(make({ weights: [1] })).toThrow('expected threshold to be a finite number, got undefined');
    for (const bad of notFinite) {
      expect(make({ weights: [bad], threshold: 1 })).toThrow(`expected weights[0] to be a finite number, got ${bad}`);
      expect(make({ weights: [1], threshold: bad })).toThrow(`expected threshold to be a finite number, got ${bad}`);
    }
    expect(make({ weights: [1, 1], threshold: 1, inhibitory: [1] })).toThrow(
      'the weight of inhibitory input 1 to be 0',
    );
    expect(make({ weights: [1], threshold: 1, inhibitory: [1] })).toThrow(
      'a position in inhibitory to be a whole number from 0 to 0',
    );
  });
});
