/** The recorder of a training. */
import { describe, expect, it } from 'vitest';
import { data, inspect, tf } from '../../../lib/index';
import { expectNear } from '../../support/reference';
import { listOf } from './models';

function small(units = 3) {
  const kernelInitializer = tf.initializers.glorotUniform({ seed: 1 });
  const model = tf.sequential();
  model.add(tf.layers.dense({ name: 'hidden', inputShape: [2], units, activation: 'tanh', kernelInitializer }));
  model.add(tf.layers.dense({ name: 'answer', units: 1, activation: 'sigmoid', kernelInitializer }));
  model.compile({ optimizer: tf.train.sgd(0.5), loss: 'binaryCrossentropy' });
  return model;
}
const { xs, ys } = data.gate('xor');
const fit = (model: tf.LayersModel, callbacks: tf.CustomCallbackArgs | inspect.Recorder, epochs = 3, batchSize = 4) =>
  model.fit(xs, ys, { epochs, batchSize, verbose: 0, shuffle: false, callbacks });

describe('inspect.recorder', () => {
  it('records the weights before the training and after each epoch', async () => {
    const model = small();
    const first = inspect.weights(model);
    const recorder = inspect.recorder();
    await fit(model, recorder);
    expect(recorder.steps.map(({ epoch, batch }) => [epoch, batch])).toEqual([[0, 0], [1, 1], [2, 2], [3, 3]]); // prettier-ignore
    expect(recorder.steps[0]).toEqual({ epoch: 0, batch: 0, weights: first, gradients: [] });
    expect(recorder.steps[3]!.weights.map(listOf)).toEqual(inspect.weights(model).map(listOf));
  });

  it('records the gradients that the optimizer got: the weights move against them at its rate', async () => {
    const model = small();
    const gradients = inspect.backward(model, { xs, ys }).weights;
    const recorder = inspect.recorder();
    await fit(model, recorder);
    const { steps } = recorder;
    expectNear(steps[1]!.gradients.map(listOf), gradients.map(listOf), 1e-6);
    for (const i of [1, 2, 3]) {
      const moved = steps[i - 1]!.weights.map((row, w) =>
        listOf(row).map((value, j) => value - 0.5 * listOf(steps[i]!.gradients[w]!)[j]!),
      );
      expectNear(steps[i]!.weights.map(listOf), moved, 1e-6);
    }
  });

  it('records every so many batches, over the epochs', async () => {
    const recorder = inspect.recorder({ every: 3 });
    await fit(small(), recorder, 4, 2);
    expect(recorder.steps.map(({ epoch, batch }) => [epoch, batch])).toEqual([[0, 0], [2, 3], [3, 6]]); // prettier-ignore
  });

  it('keeps no more than the limit, evenly spaced from the start on', async () => {
    const recorder = inspect.recorder({ limit: 4 });
    await fit(small(), recorder, 11);
    expect(recorder.steps.map(({ epoch }) => epoch)).toEqual([0, 4, 8]);
  });

  it('keeps 2,000 numbers of a large weight, and the statistics of all', async () => {
    const model = small(3000);
    const recorder = inspect.recorder();
    await fit(model, recorder, 1);
    const [kernel] = recorder.steps[1]!.weights;
    const [all] = inspect.weights(model);
    expect(kernel).toEqual(all);
    expect([kernel!.shape, kernel!.values.shape]).toEqual([[2, 3000], [2000]]);
    expect(listOf(kernel!)[1]).toBe(listOf(all!)[3]);
  });

  it('leaves no tensor, and the optimizer as it was', async () => {
    const model = small();
    await fit(model, {}, 1); // tfjs makes some tensors for itself the first time
    const before = tf.memory().numTensors;
    await fit(model, inspect.recorder());
    expect(tf.memory().numTensors).toBe(before);
    expect(Object.keys(model.optimizer)).not.toContain('applyGradients');
  });

  it('goes on in a second training, after one that broke off too', async () => {
    const model = small();
    const recorder = inspect.recorder();
    await fit(model, recorder, 2);
    const before = tf.memory().numTensors;
    const stop = { onEpochEnd: () => Promise.reject(new Error('enough')) };
    await expect(model.fit(xs, ys, { verbose: 0, callbacks: [recorder, new tf.CustomCallback(stop)] })).rejects.toThrow(
      'enough',
    );
    await fit(model, recorder, 1);
    expect(recorder.steps.map(({ epoch }) => epoch)).toEqual([0, 1, 2, 3, 4]);
    expect(tf.memory().numTensors - before).toBeLessThan(8); // what tfjs itself leaves of the batch that broke off
  });

  it('refuses options out of range', () => {
    expect(() => inspect.recorder({ every: 0 })).toThrow(
      'inspect.recorder: expected every to be a whole number from 1 up, got 0',
    );
    expect(() => inspect.recorder({ every: 'batch' as 'epoch' })).toThrow(
      "expected every to be 'epoch' or a number of batches, got 'batch'",
    );
    expect(() => inspect.recorder({ limit: 1 })).toThrow('expected limit to be a whole number from 2 to 10000, got 1');
  });
});
