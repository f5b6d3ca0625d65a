/** Gradients: beside central differences, and beside the step that training takes. */
import { describe, expect, it } from 'vitest';
import { data, inspect, scratch, tf } from '../../../lib/index';
import { expectNear } from '../../support/reference';
import { expectNoLeakedTensors } from '../../support/tensors';
import { branched, listOf } from './models';

/** A small model without kinks, compiled with the squared error. */
function smooth() {
  const model = tf.sequential({ name: 'smooth' });
  const kernelInitializer = tf.initializers.glorotUniform({ seed: 1 });
  model.add(tf.layers.dense({ name: 'hidden', inputShape: [2], units: 3, activation: 'tanh', kernelInitializer }));
  model.add(tf.layers.dense({ name: 'answer', units: 1, kernelInitializer }));
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  return {
    model,
    dataset: { xs: tf.randomNormal([8, 2], 0, 1, 'float32', 1), ys: tf.randomNormal([8, 1], 0, 1, 'float32', 2) },
  };
}

describe('inspect.backward', () => {
  it('agrees with central differences of the loss: float32, so to 2e-3', () => {
    const { model, dataset } = smooth();
    const { weights } = inspect.backward(model, dataset);
    const h = 1e-2;
    const gradient = weights.flatMap(listOf);
    const start = inspect.weights(model).flatMap(listOf);
    const set = (values: number[]) => {
      let at = 0;
      model.setWeights(
        weights.map(({ shape }) => tf.tensor(values.slice(at, (at += shape.reduce((a, b) => a * b, 1))), shape)),
      );
      return inspect.backward(model, dataset).loss;
    };
    const slopes = start.map((_, i) => {
      const moved = (by: number) => set(start.map((value, j) => (i === j ? value + by : value)));
      return (moved(h) - moved(-h)) / (2 * h);
    });
    expectNear(slopes, gradient, 2e-3);
  });

  it('is the step that fit takes at a learning rate of 1, with several outputs, shared layers and penalties', async () => {
    const { model, xs, ys } = branched();
    const before = inspect.weights(model).map(listOf);
    const { loss, weights } = inspect.backward(model, { xs, ys });
    const [fitted] = (await model.trainOnBatch(xs, ys)) as number[];
    expect(loss).toBeCloseTo(fitted!, 6);
    const after = inspect.weights(model).map(listOf);
    expectNear(weights.map(listOf), before.map((list, i) => list.map((value, j) => value - after[i]![j]!)), 1e-6); // prettier-ignore
  });

  it('gives a row for every layer, by the names of inspect.forward', () => {
    const { model, xs, ys } = branched();
    const { outputs } = inspect.backward(model, { xs, ys });
    expect(outputs.map(({ name, shape }) => [name, shape])).toEqual(
      inspect.forward(model, xs).map(({ name, shape }) => [name, shape]),
    );
  });

  it('gives the gradients of layers whose several outputs are the model’s answers', () => {
    const input = tf.input({ shape: [4, 2] });
    const [sequence, state] = tf.layers
      .gru({ name: 'memory', units: 3, returnState: true })
      .apply(input) as tf.SymbolicTensor[];
    const model = tf.model({ inputs: input, outputs: [sequence!, state!] });
    const dataset = { xs: tf.ones([2, 4, 2]), ys: [tf.zeros([2, 3]), tf.zeros([2, 3])] };
    const { outputs } = inspect.backward(model, dataset, { loss: (_, answers) => answers });
    expect(outputs.map(({ name, shape, mean }) => [name, shape, mean.toFixed(4)])).toEqual([
      ['memory', [2, 3], '0.1667'],
      ['memory:1', [2, 3], '0.1667'],
    ]);
  });

  it('takes a loss of one’s own in place of the compiled one', () => {
    const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [1], units: 1 })] });
    model.setWeights([tf.tensor2d([[3]]), tf.tensor1d([0])]);
    const dataset = { xs: tf.tensor2d([[1], [2]]), ys: tf.tensor2d([[0], [0]]) };
    expect(() => inspect.backward(model, dataset)).toThrow('call model.compile({ optimizer, loss }), or give { loss }');
    const { loss, weights } = inspect.backward(model, dataset, { loss: (ys, answers) => answers.sub(ys).abs() });
    expect(loss).toBeCloseTo(4.5, 6); // the mean of 3 and 6
    expect(weights.map(listOf)).toEqual([[1.5], [1]]);
    expect(() => inspect.backward(model, dataset, { loss: 'mse' as never })).toThrow('expected loss to be a function');
  });

  it('takes classes for the sparse loss, and refuses targets that tfjs would spread over the answers', () => {
    const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 3, activation: 'softmax' })] });
    const xs = tf.ones([4, 2]);
    model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' });
    const sparse = inspect.backward(model, { xs, ys: tf.tensor1d([0, 1, 2, 0]) });
    model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
    const hot = inspect.backward(model, { xs, ys: tf.oneHot([0, 1, 2, 0], 3) });
    expect(sparse.loss).toBeCloseTo(hot.loss, 5);
    const wrong = () => inspect.backward(model, { xs, ys: tf.zeros([4, 1]) });
    expect(wrong).toThrow('inspect.backward: expected ys of shape [samples, 3], got a tensor of shape [4, 1]');
  });

  it('knows only what is trained, and says where nothing is', () => {
    const { model, dataset } = smooth();
    model.layers[0]!.trainable = false;
    const { weights, outputs } = inspect.backward(model, dataset);
    expect(weights.map(({ name }) => name)).toEqual(['answer/kernel', 'answer/bias']);
    expect(outputs.map(({ name }) => name)).toEqual(['answer']);
    model.layers[1]!.trainable = false;
    expect(() => inspect.backward(model, dataset)).toThrow("a model with at least one trained weight, got 'smooth'");
  });

  it('leaves the weights, the moving means and the memory as they were, in training too', () => {
    const model = tf.sequential({
      layers: [tf.layers.dense({ inputShape: [2], units: 3 }), tf.layers.batchNormalization()],
    });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const dataset = { xs: tf.randomNormal([5, 2], 3, 1, 'float32', 1), ys: tf.ones([5, 3]) };
    const before = inspect.weights(model).map(listOf);
    const still = inspect.backward(model, dataset);
    const training = inspect.backward(model, dataset, { training: true });
    expect(training.loss).not.toBeCloseTo(still.loss, 3);
    expect(inspect.weights(model).map(listOf)).toEqual(before);
    for (const training of [false, true]) expectNoLeakedTensors(() => inspect.backward(model, dataset, { training }));
    expect(model.layers.flatMap(Object.keys)).not.toContain('call');
  });

  it('goes through layers that look numbers up', () => {
    const model = tf.sequential();
    model.add(tf.layers.embedding({ name: 'table', inputDim: 5, outputDim: 2, inputLength: 3 }));
    model.add(tf.layers.flatten());
    model.add(tf.layers.dense({ units: 1 }));
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const { weights } = inspect.backward(model, { xs: tf.tensor2d([[0, 1, 1]]), ys: tf.ones([1, 1]) });
    expect(weights[0]).toMatchObject({ name: 'table/embeddings', shape: [5, 2] });
    expect(listOf(weights[0]!).slice(4)).toEqual([0, 0, 0, 0, 0, 0]); // of words that did not come
  });

  it('refuses data that does not fit', () => {
    const { model, dataset } = smooth();
    const look = (dataset: unknown) => () => inspect.backward(model, dataset as { xs: tf.Tensor; ys: tf.Tensor });
    expect(look(undefined)).toThrow('inspect.backward: expected a data set { xs, ys }, got undefined');
    expect(look({ ...dataset, ys: tf.ones([7, 1]) })).toThrow('ys to have 8 samples, as xs has');
    expect(look({ ...dataset, ys: tf.tensor2d(Array<number[]>(8).fill([Infinity])) })).toThrow(
      'ys to hold finite numbers',
    );
    expect(look({ ...dataset, xs: tf.ones([8, 3]) })).toThrow('xs of shape [samples, 2]');
  });
});

describe('of a scratch.Network', () => {
  const network = new scratch.Network([2, 4, 3], { seed: 1 });
  const xs = tf.randomNormal<tf.Rank.R2>([6, 2], 0, 1, 'float32', 1);
  const ys = tf.tensor2d([0, 1, 2, 0, 1, 2].map((k) => [0, 1, 2].map((i) => Number(i === k))));
  const twin = tf.sequential({ layers: [
    tf.layers.dense({ name: 'layer1', inputShape: [2], units: 4, activation: 'tanh' }),
    tf.layers.dense({ name: 'layer2', units: 3, activation: 'softmax' }),
  ] }); // prettier-ignore
  twin.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
  twin.setWeights(network.layers.flatMap(({ W, b }) => [tf.tensor2d(W).transpose(), tf.tensor1d(b)]));

  it('inspect.forward, weights and backward say what they say of the same model in tfjs, to 1e-5', () => {
    const forward = inspect.forward(network, xs);
    expectNear(forward.map(listOf), inspect.forward(twin, xs).map(listOf), 1e-5);
    expect(forward.map(({ name, kind, shape, parameters }) => [name, kind, shape, parameters])).toEqual([
      ['layer1', 'tanh', [6, 4], 12],
      ['layer2', 'softmax', [6, 3], 15],
    ]);
    const [own, other] = [inspect.backward(network, { xs, ys }), inspect.backward(twin, { xs, ys })];
    expectNear(own.loss, other.loss, 1e-5);
    expectNear(listOf(own.outputs[0]!), listOf(other.outputs[0]!), 1e-5);
    // By the chances themselves tfjs's loss has another gradient: it divides them by their sum. Here it is −y / p / samples.
    const [chances, targets] = [listOf(forward[1]!), [...ys.dataSync()]];
    expectNear(listOf(own.outputs[1]!), chances.map((p, i) => -targets[i]! / p / 6), 1e-5); // prettier-ignore
    const norms = (rows: { norm: number; mean: number; std: number }[]) =>
      rows.map(({ norm, mean, std }) => [norm, mean, std]);
    expectNear(norms(own.weights), norms(other.weights), 1e-5); // W is [units, inputs], a kernel [inputs, units]
    expectNear(norms(inspect.weights(network)), norms(inspect.weights(twin)), 1e-5);
    expect(own.weights[0]!.values.get(3, 1)).toBeCloseTo(other.weights[0]!.values.get(1, 3), 5);
  });

  it('leaves what the network keeps of its own passes', () => {
    network.forward([[1, 2]]);
    network.backward([[1, 0, 0]]);
    const kept = network.layers.map(({ A, dW, dA }) => ({ A, dW, dA }));
    inspect.forward(network, xs);
    inspect.backward(network, { xs, ys });
    expect(network.layers.map(({ A, dW, dA }) => ({ A, dW, dA }))).toEqual(kept);
  });

  it('takes plain examples, and refuses rows that do not fit', () => {
    const gate = new scratch.Network([2, 2, 1], { seed: 1 });
    expect(inspect.backward(gate, data.gate('xor')).loss).toBe(
      inspect.backward(gate, data.examples(data.gate('xor'))).loss,
    );
    expect(() => inspect.forward(gate, [[1, 2, 3]])).toThrow('expected xs[0] to hold 2 numbers, got [1, 2, 3]');
    expect(() => inspect.forward(gate, [[1, NaN]])).toThrow('finite number');
  });
});
