/** Training: what train.fit learns is what model.fit learns, from a seed, and it ends when it should. */
import { afterEach, describe, expect, it } from 'vitest';
import { data, tf, train } from '../../../lib/index';

const quiet = { live: false } as const;
const dataset = data.moons({ samples: 70, seed: 1 });

/** A small classifier of the plane, the same at each call. */
function model(units = 4): tf.Sequential {
  const seeded = (seed: number) => tf.initializers.glorotUniform({ seed });
  const layers = [
    tf.layers.dense({ units, activation: 'tanh', inputShape: [2], kernelInitializer: seeded(1) }),
    tf.layers.dense({ units: 1, activation: 'sigmoid', kernelInitializer: seeded(2) }),
  ];
  const made = tf.sequential({ layers });
  made.compile({ optimizer: tf.train.sgd(0.5), loss: 'binaryCrossentropy', metrics: ['accuracy'] });
  return made;
}
const numbersOf = (made: tf.LayersModel) => made.getWeights().flatMap((weights) => [...weights.dataSync()]);

describe('train.fit', () => {
  const made: tf.LayersModel[] = [];
  const newModel = () => (made.push(model()), made.at(-1)!);
  afterEach(() => made.splice(0).forEach((each) => each.dispose()));

  it('without shuffling is model.fit: the same history and the same weights', async () => {
    const [ours, theirs] = [newModel(), newModel()];
    const options = { epochs: 3, batchSize: 16, shuffle: false };
    const { history } = await train.fit(ours, dataset, { ...options, ...quiet });
    const expected = await theirs.fit(dataset.xs, dataset.ys, { ...options, verbose: 0 });
    expect(Object.keys(history)).toEqual(Object.keys(expected.history));
    for (const [name, values] of Object.entries(history)) {
      values.forEach((value, epoch) => expect(value).toBeCloseTo(expected.history[name]![epoch] as number, 6));
    }
    numbersOf(ours).forEach((weight, i) => expect(weight).toBeCloseTo(numbersOf(theirs)[i]!, 6));
  });

  it('trains the same way from the same seed, and another way from another', async () => {
    const losses = [];
    for (const seed of [5, 5, 6])
      losses.push((await train.fit(newModel(), dataset, { epochs: 2, seed, ...quiet })).history['loss']!);
    expect(losses[0]).toEqual(losses[1]);
    expect(losses[0]).not.toEqual(losses[2]);
  });

  it('goes through every row once in each epoch, in an order of its own', async () => {
    const xs = tf.tensor2d(Array.from({ length: 10 }, (_, row) => [row]));
    const seen: number[][] = [];
    const lambda = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
    lambda.compile({ optimizer: tf.train.sgd(0), loss: (_: tf.Tensor, output: tf.Tensor) => tf.mean(output) });
    const call = lambda.layers[0]!.call.bind(lambda.layers[0]!);
    lambda.layers[0]!.call = (inputs, kwargs) => {
      seen.push([...(Array.isArray(inputs) ? inputs[0]! : inputs).dataSync()]);
      return call(inputs, kwargs);
    };
    await train.fit(lambda, { xs, ys: xs }, { epochs: 2, batchSize: 4, ...quiet });
    expect(seen.map(({ length }) => length)).toEqual([4, 4, 2, 4, 4, 2]);
    const [first, second] = [seen.slice(0, 3).flat(), seen.slice(3).flat()];
    expect([...first].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...second].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(first).not.toEqual(second);
    xs.dispose();
    lambda.dispose();
  });

  it('keeps a share of the rows, of all classes, for validation', async () => {
    const sorted = { xs: tf.tensor2d([...Array(20).keys()].map((i) => [i, i])), ys: tf.tensor2d([...Array(20).keys()].map((i) => [i < 10 ? 0 : 1])) }; // prettier-ignore
    const { history } = await train.fit(newModel(), sorted, {
      epochs: 1,
      validationSplit: 0.5,
      batchSize: 20,
      ...quiet,
    });
    expect(Object.keys(history)).toEqual(expect.arrayContaining(['loss', 'val_loss', 'val_acc']));
    // Where only class 1 were left for validation, one answer for all would be right for all.
    expect(history['val_acc']![0]).toBeGreaterThan(0);
    expect(history['val_acc']![0]).toBeLessThan(1);
    tf.dispose(sorted);
  });

  it('takes models of several inputs and outputs', async () => {
    const [a, b] = [tf.input({ shape: [1] }), tf.input({ shape: [1] })];
    const sum = tf.layers.add().apply([a, b]) as tf.SymbolicTensor;
    const out = tf.layers.dense({ units: 1 }).apply(sum) as tf.SymbolicTensor;
    const two = tf.model({ inputs: [a, b], outputs: out });
    two.compile({ optimizer: tf.train.sgd(0.1), loss: 'meanSquaredError' });
    const ones = tf.ones([8, 1]);
    const { history } = await train.fit(two, { xs: [ones, ones], ys: ones }, { epochs: 20, ...quiet });
    expect(history['loss']!.at(-1)).toBeLessThan(1e-2);
    two.dispose();
    ones.dispose();
  });

  it('leaves no tensor behind, with validation and early stopping too', async () => {
    const trained = newModel();
    await train.fit(trained, dataset, { epochs: 1, ...quiet }); // the optimizer's own
    const before = tf.memory().numTensors;
    await train.fit(trained, dataset, { epochs: 3, validationSplit: 0.3, earlyStopping: { patience: 1 }, ...quiet });
    expect(tf.memory().numTensors).toBe(before);
  });

  it('runs the callbacks that model.fit takes, as objects and as instances', async () => {
    const epochs: number[] = [];
    const callback = { onEpochEnd: (epoch: number) => void epochs.push(epoch) };
    await train.fit(newModel(), dataset, { epochs: 2, callbacks: callback, ...quiet });
    await train.fit(newModel(), dataset, {
      epochs: 2,
      callbacks: [callback, new tf.CustomCallback(callback, 'auto')],
      ...quiet,
    });
    expect(epochs).toEqual([0, 1, 0, 0, 1, 1]);
  });
});

describe('early stopping', () => {
  /** A model whose loss is `losses`, epoch by epoch; its one weight counts the epochs. */
  async function run(
    losses: number[],
    earlyStopping: train.EarlyStoppingOptions | true,
    mode: 'loss' | 'acc' = 'loss',
  ) {
    const input = tf.input({ shape: [1] });
    const output = tf.layers.dense({ units: 1, useBias: false, kernelInitializer: 'zeros' }).apply(input);
    const counter = tf.model({ inputs: input, outputs: output as tf.SymbolicTensor });
    // The gradient is -1 whatever comes, so that each step of rate 1 adds one.
    counter.compile({ optimizer: tf.train.sgd(1), loss: (_: tf.Tensor, output: tf.Tensor) => tf.mean(output.neg()) });
    const one = tf.ones([1, 1]);
    const evaluate = losses.map((loss) => tf.scalar(loss));
    let epoch = 0;
    counter.evaluate = () => evaluate[Math.min(epoch++, losses.length - 1)]!.clone();
    if (mode === 'acc') counter.metricsNames = ['accuracy'];
    const { history } = await train.fit(counter, { xs: one, ys: one }, {
      epochs: losses.length,
      validationData: { xs: one, ys: one },
      earlyStopping,
      live: false,
    }); // prettier-ignore
    const weight = counter.getWeights()[0]!.dataSync()[0];
    counter.dispose();
    tf.dispose([one, ...evaluate]);
    return { epochs: history[`val_${mode === 'acc' ? 'accuracy' : 'loss'}`]!.length, weight };
  }

  it('ends after three epochs that were no better, and gives the best weights back', async () => {
    expect(await run([3, 2, 1, 1.5, 1.2, 1, 0.5], true)).toEqual({ epochs: 6, weight: 3 });
  });

  it('goes on as long as it gets better', async () => {
    expect(await run([5, 4, 3, 2, 1], true)).toEqual({ epochs: 5, weight: 5 });
  });

  it('waits as long as patience says, and takes for better what is better by minDelta', async () => {
    expect(await run([3, 4, 4, 4], { patience: 1 })).toEqual({ epochs: 2, weight: 1 });
    expect(await run([3, 2.95, 2.9, 2.85], { patience: 2, minDelta: 0.1 })).toEqual({ epochs: 3, weight: 1 });
  });

  it('leaves the last weights where it is told to', async () => {
    expect(await run([1, 2, 3], { patience: 1, restoreBestWeights: false })).toEqual({ epochs: 2, weight: 2 });
  });

  it('knows that more accuracy is better', async () => {
    const watch = { monitor: 'val_accuracy', patience: 1 };
    expect(await run([0.1, 0.5, 0.9, 0.8, 1], watch, 'acc')).toEqual({ epochs: 4, weight: 3 });
  });

  it('does not take NaN for better', async () => {
    expect(await run([1, NaN, NaN, NaN], { patience: 2 })).toEqual({ epochs: 3, weight: 1 });
  });
});

describe('train.fit says what is wrong', () => {
  const ready = model();
  const { xs, ys } = dataset;
  const uncompiled = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
  const three = (loss: string) => {
    const made = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax', inputShape: [2] })] });
    made.compile({ optimizer: 'sgd', loss });
    return made;
  };
  const oneHot = tf.ones([70, 3]);

  it.each([
    ['no model', () => train.fit({} as never, dataset), 'a tfjs model, got {}'],
    ['not compiled', () => train.fit(uncompiled, dataset), 'call model.compile({ optimizer, loss }) first'],
    ['no data', () => train.fit(ready, {} as never), 'dataset.xs to be a tensor'],
    ['arrays', () => train.fit(ready, { xs: [[1, 2]], ys } as never), 'dataset.xs[0] to be a tensor'],
    ['empty', () => train.fit(ready, { xs: [], ys }), 'dataset.xs to hold at least one tensor'],
    ['rows', () => train.fit(ready, { xs, ys: tf.ones([3, 1]) }), 'dataset.ys to have 70 rows, as dataset.xs has'],
    ['inputs', () => train.fit(ready, { xs: tf.ones([70, 3]), ys }), 'dataset.xs of shape [samples, 2], got a tensor of shape [70, 3]'],
    ['too many', () => train.fit(ready, { xs: [xs, xs], ys }), 'dataset.xs to be one tensor, got 2'],
    ['column', () => train.fit(ready, { xs, ys: tf.ones([70]) }), 'ys.reshape([-1, 1])'],
    ['class numbers', () => train.fit(three('categoricalCrossentropy'), dataset), 'data.oneHot(labels, 3)'],
    ['one-hot rows', () => train.fit(three('sparseCategoricalCrossentropy'), { xs, ys: oneHot }), "loss 'categoricalCrossentropy'"],
    ['validation', () => train.fit(ready, dataset, { validationData: { xs, ys: oneHot } }), 'validationData.ys of shape [samples, 1]'],
    ['epochs', () => train.fit(ready, dataset, { epochs: 0 }), 'epochs to be a whole number from 1 up, got 0'],
    ['batchSize', () => train.fit(ready, dataset, { batchSize: 1.5 }), 'batchSize to be a whole number'],
    ['seed', () => train.fit(ready, dataset, { seed: -1 }), 'seed to be a whole number'],
    ['split', () => train.fit(ready, dataset, { validationSplit: 1 }), 'validationSplit to be a share from 0 up, below 1'],
    ['both', () => train.fit(ready, dataset, { validationSplit: 0.1, validationData: dataset }), 'not both'],
    ['monitor', () => train.fit(ready, dataset, { earlyStopping: { monitor: 'f1' }, live: false }), 'earlyStopping.monitor to be one of loss, acc'],
    ['mode', () => train.fit(ready, dataset, { earlyStopping: { mode: 'up' as never } }), "mode to be 'min' or 'max'"],
  ])('%s', async (_, act, message) => {
    await expect(act()).rejects.toThrow(message);
  }); // prettier-ignore

  it('takes class numbers, in a column or not, for sparseCategoricalCrossentropy', async () => {
    for (const numbers of [ys, ys.squeeze([1])])
      expect((await train.fit(three('sparseCategoricalCrossentropy'), { xs, ys: numbers }, { epochs: 1, live: false })).epoch).toEqual([0]); // prettier-ignore
  });
});
