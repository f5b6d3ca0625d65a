/** A layer alone: its matrices, and what it refuses. */
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { scratch } from '../../../lib/index';

describe('Layer', () => {
  it('draws its weights within the limits of glorotUniform and heUniform, from the seed, and has biases of 0', () => {
    for (const [initializer, limit] of [
      ['glorotUniform', Math.sqrt(6 / 70)],
      ['heUniform', Math.sqrt(6 / 50)],
    ] as const) {
      // prettier-ignore
      const layer = new scratch.Layer(50, 20, { activation: scratch.relu, initializer, seed: 1 });
      const sizes = layer.W.flat().map(Math.abs);
      expect(Math.max(...sizes)).toBeLessThan(limit);
      expect(Math.max(...sizes)).toBeGreaterThan(0.99 * limit);
      expect([layer.W.length, layer.W[0]!.length, layer.b]).toEqual([20, 50, Array(20).fill(0)]);
      expect(new scratch.Layer(50, 20, { activation: scratch.relu, initializer, seed: 1 }).W).toEqual(layer.W);
    }
  });

  it('computes W A + b by columns, as worked by hand', () => {
    const layer = new scratch.Layer(2, 1, { activation: scratch.linear });
    [layer.W, layer.b] = [[[2, 3]], [1]];
    expect(layer.forward([[1, 0], [1, -1]])).toEqual([[6, -2]]); // prettier-ignore
    expect(layer.backward([[1, 10]])).toEqual([[2, 20], [3, 30]]); // prettier-ignore
    expect([layer.dW, layer.db]).toEqual([[[1, -9]], [11]]);
  });

  it('introduces itself, and names what it cannot use', () => {
    const layer = new scratch.Layer(2, 3, { activation: scratch.softmax });
    expect(inspect(layer)).toBe('layer: 2 inputs → 3 units, softmax');
    expect(() => layer.backward([[1]])).toThrow('Layer.backward: expected a forward before the backward');
    expect(() => layer.forward([[1]])).toThrow('Layer.forward: expected the input to be an array of 2 rows, got [[1]]');
    expect(() => layer.forward([[1, 2], [1]])).toThrow('expected the input[1] to hold 2 numbers, got [1]');
    expect(() => layer.forward([[], []])).toThrow('expected the input to have at least one column');
    layer.forward([[1], [1]]);
    expect(() => layer.backward([[1, 1], [1, 1], [1, 1]])).toThrow('expected dA to have 1 columns, one for each sample, got 2'); // prettier-ignore
    expect(() => new scratch.Layer(2, 3, { activation: scratch.relu, initializer: 'he' as 'heUniform' })).toThrow(
      "expected initializer to be one of 'glorotUniform', 'heUniform', got 'he'",
    );
    expect(() => new scratch.Layer(2, 3, {} as scratch.LayerOptions)).toThrow(
      'scratch.Layer: expected activation to be',
    );
    layer.W[0]![0] = 1e308;
    expect(() => layer.forward([[1e10], [1]])).toThrow('Layer.forward: expected finite numbers in Z, got an overflow');
  });
});
