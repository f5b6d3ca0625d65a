/** The sigmoid neuron. */
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scratch } from '../../../lib/index';
import { expectNear } from '../../support/reference';
import { notFinite } from '../../support/tensors';

const set = (neuron: scratch.Neuron, weights: number[], bias: number) => Object.assign(neuron, { weights, bias });
const { sigmoid, tanh, gelu } = scratch;

describe('Neuron', () => {
  it('answers f(Σ wx + b), and starts at weights that the seed decides', () => {
    const neuron = set(new scratch.Neuron(2), [2, -1], 0.5);
    expect([neuron.weightedSum([1, 2]), neuron.forward([1, 2]), neuron.predict([1, 2])]).toEqual([
      0.5,
      sigmoid(0.5),
      sigmoid(0.5),
    ]);
    const { weights, bias } = new scratch.Neuron(3, { seed: 4 });
    expect(new scratch.Neuron(3, { seed: 4 }).weights).toEqual(weights);
    expect(new scratch.Neuron(3, { seed: 5 }).weights).not.toEqual(weights);
    expect([bias, new Set(weights).size, weights.every((w) => Math.abs(w) < 1)]).toEqual([0, 3, true]);
  });

  it('carries a gradient back as the central difference measures it', () => {
    const number = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom<scratch.Activation>(sigmoid, tanh, gelu),
        fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 5 }),
        number,
        number,
        (activation, pairs, bias, dA) => {
          const [weights, x] = [pairs.map(([w]) => w), pairs.map(([, input]) => input)];
          const neuron = set(new scratch.Neuron(x.length, { activation }), weights, bias);
          const loss = (w: number[], b: number, at: number[]) =>
            dA * set(new scratch.Neuron(x.length, { activation }), w, b).predict(at);
          neuron.forward(x);
          const dx = neuron.backward(dA);
          expectNear(neuron.dWeights, scratch.numericGradient((w) => loss(w, bias, x), weights), 1e-7); // prettier-ignore
          expectNear([neuron.dBias], scratch.numericGradient(([b]) => loss(weights, b!, x), [bias]), 1e-7); // prettier-ignore
          expectNear(
            dx,
            scratch.numericGradient((at) => loss(weights, bias, at), x),
            1e-7,
          );
        },
      ),
    );
  });

  it('steps against its gradient, as worked by hand', () => {
    const neuron = set(new scratch.Neuron(2), [0, 0], 0);
    neuron.backward(neuron.forward([1, 2]) - 1); // a = ½, dz = −½ · ¼
    expect([neuron.dWeights, neuron.dBias]).toEqual([[-0.125, -0.25], -0.125]);
    neuron.step({ learningRate: 2 });
    expect([neuron.weights, neuron.bias]).toEqual([[0.25, 0.5], 0.25]);
  });

  it('predicts without forgetting what backward needs', () => {
    const neuron = set(new scratch.Neuron(1), [1], 0);
    neuron.forward([3]);
    neuron.predict([5]);
    neuron.backward(1);
    expect(neuron.dWeights).toEqual([3 * sigmoid.derivative(3)]);
  });

  it('introduces itself when printed', () => {
    expect(inspect(set(new scratch.Neuron(2), [2, -1], -0.5))).toBe('neuron: sigmoid(2·x₁ - x₂ - 0.5)');
    expect(inspect(set(new scratch.Neuron(1, { activation: tanh }), [1], 0))).toBe('neuron: tanh(x₁ + 0)');
  });

  it('names what it cannot use, and what comes too early', () => {
    expect(() => new scratch.Neuron(0)).toThrow(
      'scratch.Neuron: expected inputs to be a whole number from 1 to 1000000',
    );
    expect(() => new scratch.Neuron(1, { seed: -1 })).toThrow('scratch.Neuron: expected seed to be a whole number');
    expect(() => new scratch.Neuron(1, { activation: Math.exp as unknown as scratch.Activation })).toThrow(
      'expected activation to be a function with a derivative, as scratch.sigmoid',
    );
    const neuron = new scratch.Neuron(2);
    expect(() => neuron.backward(1)).toThrow('Neuron.backward: expected a forward before the backward');
    expect(() => neuron.step()).toThrow('Neuron.step: expected a backward before the step');
    expect(() => neuron.forward([1])).toThrow('Neuron.weightedSum: expected x to hold 2 numbers, got [1]');
    for (const bad of notFinite) {
      expect(() => neuron.forward([1, bad])).toThrow(`expected x[1] to be a finite number, got ${bad}`);
      expect(() => neuron.backward(bad)).toThrow(`expected dA to be a finite number, got ${bad}`);
    }
    expect(() => set(neuron, [1e300, 1e300], 0).predict([1e300, 0])).toThrow(
      'expected a finite sum, got Infinity; inputs or weights have grown too large',
    );
  });
});
