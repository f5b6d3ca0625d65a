/** The perceptron and Rosenblatt's rule. */
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, scratch, tf } from '../../../lib/index';
import type { Example } from '../../../lib/types';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

const state = ({ weights, bias }: scratch.Perceptron) => [...weights, bias];

describe('Perceptron', () => {
  it('starts at 0, or at random numbers from -1 to 1 that a seed decides', () => {
    expect(state(new scratch.Perceptron(3))).toEqual([0, 0, 0, 0]);
    const random = state(new scratch.Perceptron(3, { seed: 1 }));
    expect(random).toEqual(state(new scratch.Perceptron(3, { seed: 1 })));
    expect(new Set(random).size).toBe(4);
    for (const value of random) expect(Math.abs(value)).toBeLessThan(1);
  });

  it('fires where the weighted sum and bias reach 0', () => {
    const neuron = new scratch.Perceptron(2);
    neuron.weights = [2, -1];
    neuron.bias = -3;
    expect([neuron.weightedSum([2, 1]), neuron.predict([2, 1])]).toEqual([0, 1]);
    expect([neuron.weightedSum([1, 1]), neuron.predict([1, 1])]).toEqual([-2, 0]);
  });

  it('moves by the error times the input, and not at all without an error', () => {
    const neuron = new scratch.Perceptron(2);
    expect(neuron.update([1, 2], 0, { learningRate: 0.5 })).toBe(-1); // it fired, at 0
    expect(state(neuron)).toEqual([-0.5, -1, -0.5]);
    expect(neuron.update([1, 2], 0)).toBe(0);
    expect(state(neuron)).toEqual([-0.5, -1, -0.5]);
    expect(neuron.update([-1, 0.5], 1)).toBe(1); // -0.5 < 0
    expect(state(neuron)).toEqual([-1.5, -0.5, 0.5]);
  });

  // Worked by hand for the rows 00→0, 01→0, 10→0, 11→1, starting at w = (0, 0), b = 0, rate 1; (w₁, w₂, b) after each row:
  // epoch 1: 00 fires at 0 ✗ (0,0,-1) · 01 -1 ✓ · 10 -1 ✓ · 11 -1 ✗ (1,1,0)
  // epoch 2: 00 0 ✗ (1,1,-1) · 01 0 ✗ (1,0,-2) · 10 -1 ✓ · 11 -1 ✗ (2,1,-1)
  // epoch 3: 00 ✓ · 01 0 ✗ (2,0,-2) · 10 0 ✗ (1,0,-3) · 11 -2 ✗ (2,1,-2)
  // epoch 4: 00 ✓ · 01 -1 ✓ · 10 0 ✗ (1,1,-3) · 11 -1 ✗ (2,2,-2)
  // epoch 5: 00 ✓ · 01 0 ✗ (2,1,-3) · 10 ✓ · 11 0 ✓ · epoch 6: -3, -2, -1, 0 ✓✓✓✓
  it('learns AND as worked by hand', () => {
    const neuron = new scratch.Perceptron(2);
    expect(neuron.fit(data.gate('and'))).toEqual({ errors: [2, 3, 3, 2, 1, 0], converged: true });
    expect(state(neuron)).toEqual([2, 1, -3]);
  });

  it("takes the same steps as the rule written in tfjs's tensors", () => {
    const examples = data.examples(data.blobs({ samples: 40, noise: 3, seed: 5 }));
    const neuron = new scratch.Perceptron(2, { seed: 2 });
    let wb = tf.tensor1d(state(neuron));
    for (const [x, y] of examples) {
      neuron.update(x, y, { learningRate: 0.1 });
      const x1 = tf.tensor1d([...x, 1]);
      const error = tf.scalar(y).sub(wb.dot(x1).greaterEqual(0).toFloat());
      wb = wb.add(x1.mul(error).mul(0.1));
    }
    const difference = wb.sub(tf.tensor1d(state(neuron))).abs().max().dataSync()[0]; // prettier-ignore
    expect(difference).toBeLessThan(1e-5);
  });

  it('converges on whatever a line separates, within the mistakes that Novikoff allows', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (seed, start) => {
        const examples = data.examples(data.blobs({ samples: 60, seed }));
        // The separating line x₁ + x₂ = 0, as the unit vector (1, 1, 0)/√2 over inputs (x₁, x₂, 1).
        const margins = examples.map(([x, y]) => ((y ? 1 : -1) * (x[0]! + x[1]!)) / Math.SQRT2);
        const margin = Math.min(...margins);
        fc.pre(margin > 0.05);
        const radius = Math.max(...examples.map(([x]) => Math.hypot(...x, 1)));
        const bound = (radius / margin) ** 2;
        const { errors, converged } = new scratch.Perceptron(2).fit(examples, { epochs: 100_000 });
        expect(converged).toBe(true);
        expect(errors.reduce((sum, many) => sum + many, 0)).toBeLessThanOrEqual(bound);
        expect(new scratch.Perceptron(2, { seed: start }).fit(examples, { epochs: 100_000 }).converged).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('never converges on XOR', () => {
    const { errors, converged } = new scratch.Perceptron(2).fit(data.gate('xor'), { epochs: 500 });
    expect(converged).toBe(false);
    expect(errors).toHaveLength(500);
    expect(Math.min(...errors)).toBeGreaterThan(0);
  });

  it('says it has converged only if every example is then answered rightly', () => {
    const examples = data.examples(data.blobs());
    const neuron = new scratch.Perceptron(2);
    expect(neuron.fit(examples).converged).toBe(true);
    expect(examples.every(([x, y]) => neuron.predict(x) === y)).toBe(true);
  });

  it('leaves no tensor', () => {
    const gate = data.gate('or');
    expectNoLeakedTensors(() => new scratch.Perceptron(2).fit(gate));
  });

  it('introduces itself when printed', () => {
    const neuron = new scratch.Perceptron(2);
    neuron.fit(data.gate('and'));
    expect(inspect(neuron)).toBe('perceptron: fires when 2·x₁ + x₂ ≥ 3');
    expect(inspect(new scratch.Perceptron(1))).toBe('perceptron: fires when 0 ≥ 0');
  });

  it('refuses bad sizes, rates, inputs and targets', () => {
    expect(() => new scratch.Perceptron(0)).toThrow('scratch.Perceptron: expected inputs to be a whole number from 1');
    expect(() => new scratch.Perceptron(2, { seed: -1 })).toThrow('scratch.Perceptron: expected seed');
    const neuron = new scratch.Perceptron(2);
    expect(() => neuron.predict([1])).toThrow('Perceptron.weightedSum: expected x to hold 2 numbers, got [1]');
    for (const bad of notFinite)
      expect(() => neuron.predict([1, bad])).toThrow(`x[1] to be a finite number, got ${bad}`);
    expect(() => neuron.update([1, 1], 2)).toThrow('Perceptron.update: expected the target y to be 0 or 1, got 2');
    expect(() => neuron.update([1, 1], 1, { learningRate: 0 })).toThrow(
      'expected learningRate to be a finite number above 0',
    );
    expect(() => neuron.fit([])).toThrow('Perceptron.fit: expected at least one example');
    expect(() => neuron.fit(data.gate('majority'))).toThrow('expected x of example 0 to hold 2 numbers, got [0, 0, 0]');
    expect(() => neuron.fit(data.gate('and'), { epochs: 0 })).toThrow(
      'Perceptron.fit: expected epochs to be a whole number from 1',
    );
    expect(state(neuron)).toEqual([0, 0, 0]);
  });

  it('checks all examples before it changes anything', () => {
    const neuron = new scratch.Perceptron(1);
    const examples: Example[] = [[[1], 0], [[1], -1]]; // prettier-ignore
    expect(() => neuron.fit(examples)).toThrow('the target of example 1 to be 0 or 1, got -1');
    expect(state(neuron)).toEqual([0, 0]);
  });

  it('says so when its sum grows beyond all numbers', () => {
    const neuron = new scratch.Perceptron(1);
    neuron.weights = [1e300];
    expect(() => neuron.predict([1e300])).toThrow(
      'expected a finite sum, got Infinity; inputs or weights have grown too large',
    );
  });
});
