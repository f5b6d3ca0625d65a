/** The image that a unit answers to most. */
import { describe, expect, it } from 'vitest';
import { inspect, tf } from '../../../lib/index';
import { expectNear } from '../../support/reference';
import { expectNoLeakedTensors } from '../../support/tensors';
import { cornerModel } from './images';

describe('inspect.activationMaximisation', () => {
  it('finds the best image there is of a linear unit: light where its weight is below 0, dark where it is above', () => {
    const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 2, activation: 'softmax' })] });
    model.setWeights([tf.tensor2d([[0, 2], [0, -1], [0, 3], [0, -4]]), tf.zeros([2])]); // prettier-ignore
    const { image, activations } = inspect.activationMaximisation(model, { unit: 1, steps: 200, range: [-1, 1] });
    expectNear(image.arraySync(), [1, -1, 1, -1], 1e-6);
    expect(activations).toHaveLength(201);
    expect(activations.at(-1)).toBeCloseTo(10, 5); // before softmax, which is at most 1
  });

  it('finds a planted cause: only the corner on which the class depends leaves the middle', () => {
    const { image } = inspect.activationMaximisation(cornerModel(), { unit: 1, steps: 60 });
    expect(image.shape).toEqual([8, 8, 1]);
    const values = image.squeeze([2]).arraySync() as number[][];
    values.forEach((row, r) => row.forEach((value, c) => {
      if (r < 3 && c < 3) expect(value).toBeCloseTo(1, 5);
      else expect(Math.abs(value - 0.5)).toBeLessThan(0.1);
    })); // prettier-ignore
  });

  it('climbs at every step, for a filter too, whose activation is the mean of its map', () => {
    const conv = tf.layers.conv2d({ inputShape: [6, 6, 1], filters: 3, kernelSize: 3, activation: 'relu', name: 'edges', kernelInitializer: tf.initializers.glorotUniform({ seed: 4 }) }); // prettier-ignore
    const model = tf.sequential({ layers: [tf.sequential({ layers: [conv] }), tf.layers.flatten(), tf.layers.dense({ units: 1 })] }); // prettier-ignore
    const { image, activations } = inspect.activationMaximisation(model, { layer: 'edges', unit: 2, steps: 10 });
    activations.slice(1).forEach((value, i) => expect(value).toBeGreaterThan(activations[i]!));
    const [kernel] = conv.getWeights();
    const filter = kernel!.slice([0, 0, 0, 2], [-1, -1, -1, 1]).squeeze<tf.Tensor3D>([3]);
    const sums = inspect.convolution(image, filter).output.flat();
    expect(activations.at(-1)).toBeCloseTo(sums.reduce((a, b) => a + b) / sums.length, 5);
  });

  it('gives the same image for a seed, another for another, and keeps within the range', () => {
    const dream = (seed: number) => inspect.activationMaximisation(cornerModel(), { seed, steps: 3, range: [0.2, 0.3], learningRate: 1 }).image; // prettier-ignore
    expect(dream(1).arraySync()).toEqual(dream(1).arraySync());
    expect(dream(1).arraySync()).not.toEqual(dream(2).arraySync());
    expect(dream(1).min().dataSync()[0]).toBeGreaterThanOrEqual(0.2 - 1e-6);
    expect(dream(1).max().dataSync()[0]).toBeLessThanOrEqual(0.3 + 1e-6);
  });

  it('takes away what does not matter by decay', () => {
    const { image } = inspect.activationMaximisation(cornerModel(), { unit: 1, decay: 0.2, steps: 60 });
    expect(image.slice([4, 4, 0]).max().dataSync()[0]).toBeLessThan(1e-4);
  });

  it('keeps nothing but the image, which is its caller’s', () => {
    const model = cornerModel();
    expectNoLeakedTensors(() => inspect.activationMaximisation(model, { steps: 4 }), 1);
    expectNoLeakedTensors(() =>
      expect(() => inspect.activationMaximisation(model, { unit: 2, steps: 4 })).toThrow(
        'inspect.activationMaximisation: expected unit to be a whole number from 0 to 1, got 2',
      ),
    );
  });

  it('refuses what is no model, layer or option of it', () => {
    const run = (options: inspect.ActivationMaximisationOptions, model: unknown = cornerModel()) => () => inspect.activationMaximisation(model as tf.LayersModel, options); // prettier-ignore
    expect(run({}, {})).toThrow('inspect.activationMaximisation: expected a built tfjs model');
    expect(run({ layer: 'no' })).toThrow("expected layer to be one of 'conv', ");
    expect(run({ steps: -1 })).toThrow('expected steps to be a whole number');
    expect(run({ learningRate: 0 })).toThrow('expected learningRate to be a finite number above 0');
    expect(run({ decay: 2 })).toThrow('expected decay to be a finite number from 0 to 1');
    expect(run({ range: [1, 0] })).toThrow('expected range[1] to be a finite number from 1 up');
    expect(run({ seed: -1 })).toThrow('expected seed');
    const any = tf.sequential({ layers: [tf.layers.conv2d({ inputShape: [null, null, 1], filters: 1, kernelSize: 3 })] }); // prettier-ignore
    expect(run({}, any)).toThrow('expected a model whose input has a fixed size, got [null, null, 1]');
  });
});
