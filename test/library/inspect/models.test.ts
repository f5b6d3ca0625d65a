/** What happens inside models, beside PyTorch and NumPy: test/reference/inspect-models.py. Both in float32: 1e-5. */
import { describe, expect, it } from 'vitest';
import { inspect, tf } from '../../../lib/index';
import { expectNear, reference } from '../../support/reference';
import { expectNoLeakedTensors } from '../../support/tensors';
import { branched, listOf } from './models';

interface Row {
  name: string;
  shape: number[];
  values: number[];
  statistics: Record<'mean' | 'std' | 'min' | 'max' | 'zeros' | 'norm', number>;
}
interface Case {
  xs: number[];
  ys: number[][];
  loss: number;
  l2: number;
  weights: Row[];
  outputs: Row[];
  weightGradients: Row[];
  outputGradients: Row[];
}
const cases = reference<Record<'dense' | 'convolution', Case>>('inspect-models');

function denseModel(): tf.LayersModel {
  const kernelRegularizer = tf.regularizers.l2({ l2: cases.dense.l2 });
  const model = tf.sequential();
  model.add(tf.layers.dense({ name: 'first', inputShape: [3], units: 5, activation: 'tanh', kernelRegularizer }));
  model.add(tf.layers.dense({ name: 'second', units: 4, activation: 'relu' }));
  model.add(tf.layers.dense({ name: 'answer', units: 1, activation: 'sigmoid' }));
  model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy' });
  return model;
}

function convolutionModel(): tf.LayersModel {
  const model = tf.sequential();
  model.add(tf.layers.conv2d({ name: 'conv', inputShape: [6, 6, 2], filters: 4, kernelSize: 3, activation: 'relu' }));
  model.add(tf.layers.maxPooling2d({ name: 'pool', poolSize: 2 }));
  model.add(tf.layers.flatten({ name: 'flat' }));
  model.add(tf.layers.dense({ name: 'answer', units: 3, activation: 'softmax' }));
  model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
  return model;
}

/** Wants rows to be PyTorch's: names in their order, shapes, numbers and statistics. */
function expectRows(rows: (inspect.WeightTrace | inspect.LayerTrace)[], expected: Row[]): void {
  expect(rows.map(({ name, shape }) => [name, shape])).toEqual(expected.map(({ name, shape }) => [name, shape]));
  rows.forEach((row, i) => {
    expectNear(listOf(row), expected[i]!.values, 1e-5, row.name);
    for (const [what, value] of Object.entries(expected[i]!.statistics))
      if (what in row) expectNear(row[what as 'mean'], value, 1e-5, `${what} of ${row.name}`);
  });
}

describe.each([
  ['dense', denseModel],
  ['convolution', convolutionModel],
] as const)('inside a %s network, as inside the same of PyTorch', (name, build) => {
  const { xs, ys, loss, weights, outputs, weightGradients, outputGradients } = cases[name];
  const dataset = { xs: tf.tensor(xs), ys: tf.tensor(ys) };
  const model = build();
  model.setWeights(weights.map(({ values, shape }) => tf.tensor(values, shape)));

  it('inspect.weights gives every weight', () => {
    expectRows(inspect.weights(model), weights);
  });
  it('inspect.forward gives the output of every layer', () => {
    expectRows(inspect.forward(model, dataset.xs), outputs);
  });
  it('inspect.backward gives the loss and the gradient by every weight and every output', () => {
    const trace = inspect.backward(model, dataset);
    expectNear(trace.loss, loss, 1e-5);
    expectRows(trace.weights, weightGradients);
    expectRows(trace.outputs, outputGradients);
  });
});

describe('inspect.forward', () => {
  const { model, xs } = branched();

  it('names the layers of nested models and the second call of shared ones, in the order of the computation', () => {
    const rows = inspect.forward(model, xs);
    const names = ['shared', 'inner/one', 'inner/two', 'shared#2', 'both', 'chance', 'place'];
    expect(rows.map(({ name }) => name)).toEqual(names);
    expect(rows[4]).toMatchObject({ kind: 'Concatenate', shape: [4, 5], parameters: 0 });
    expect(rows[6]).toMatchObject({ kind: 'Dense', shape: [4, 2], parameters: 12 });
  });

  it('ends in what predict answers', () => {
    const [chance, place] = model.predict(xs) as tf.Tensor[];
    const rows = inspect.forward(model, xs);
    expect(listOf(rows[5]!)).toEqual([...chance!.dataSync()]);
    expect(listOf(rows[6]!)).toEqual([...place!.dataSync()]);
  });

  it('gives every output of a layer that has several', () => {
    const input = tf.input({ shape: [4, 2] });
    const lstm = tf.layers.lstm({ name: 'memory', units: 3, returnState: true });
    const outputs = lstm.apply(input) as tf.SymbolicTensor[];
    const rows = inspect.forward(tf.model({ inputs: input, outputs }), tf.ones([2, 4, 2]));
    expect(rows.map(({ name, shape }) => [name, shape])).toEqual([
      ['memory', [2, 3]],
      ['memory:1', [2, 3]],
      ['memory:2', [2, 3]],
    ]);
  });

  it('gives numbers by their place, out of the way of tables and prints', () => {
    const [row] = inspect.forward(model, xs);
    expect(row!.values.get(1, 2)).toBe(listOf(row!)[5]);
    expect(Object.keys(row!)).not.toContain('values');
    const tensor = row!.values.toTensor();
    expect(tensor.shape).toEqual([4, 3]);
  });

  it('runs whole batches at once, and leaves the model and the memory as they were', () => {
    const big = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 3 })] });
    const many = tf.ones([100, 2]);
    big.predict(many); // tfjs makes some tensors for itself the first time
    const [row] = expectNoLeakedTensors(() => inspect.forward(big, many));
    expect(row!.shape).toEqual([100, 3]);
    expect(Object.keys(big.layers[0]!)).not.toContain('call');
    expectNoLeakedTensors(() => inspect.weights(big));
    expectNoLeakedTensors(() => inspect.units(big, many));
    expectNoLeakedTensors(() => inspect.profile(big, many));
  });

  it('leaves the model as it was after an error in a layer', () => {
    class Broken extends tf.layers.Layer {
      static className = 'Broken';
      override computeOutputShape(shape: tf.Shape) {
        return shape;
      }
      override call(): tf.Tensor {
        throw new Error('out of order');
      }
    }
    const broken = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 3 }), new Broken()] });
    expectNoLeakedTensors(
      () =>
        expect(() =>
          inspect.forward(
            broken,
            tf.tidy(() => tf.ones([1, 2])),
          ),
        ).toThrow('out of order'),
      1,
    );
    expect(broken.layers.flatMap(Object.keys)).not.toContain('call');
  });

  it('says what statistics are where weights are no longer finite', () => {
    const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [1], units: 1 })] });
    model.setWeights([tf.tensor2d([[NaN]]), tf.tensor1d([0])]);
    expect(inspect.forward(model, tf.ones([1, 1]))[0]).toMatchObject({
      mean: NaN,
      std: NaN,
      min: NaN,
      max: NaN,
      zeros: 0,
    });
  });

  it('refuses what is no model, and inputs that do not fit it', () => {
    const look = (model: unknown, xs: unknown) => () => inspect.forward(model as tf.LayersModel, xs as tf.Tensor);
    const dense = tf.sequential({ name: 'small', layers: [tf.layers.dense({ inputShape: [2], units: 1 })] });
    const who = 'inspect.forward: expected';
    expect(look(undefined, tf.ones([1, 2]))).toThrow(`${who} a tfjs model, or a scratch.Network, got undefined`);
    expect(look(tf.layers.dense({ units: 1 }), tf.ones([1, 2]))).toThrow('a tfjs model');
    expect(look(tf.sequential(), tf.ones([1, 2]))).toThrow('at least one layer');
    expect(look(dense, tf.ones([1, 3]))).toThrow(`${who} xs of shape [samples, 2], got a tensor of shape [1, 3]`);
    expect(look(dense, tf.ones([2]))).toThrow('xs of shape [samples, 2]');
    expect(look(dense, tf.ones([0, 2]))).toThrow('xs to hold at least one sample');
    expect(look(dense, [[1, 2]])).toThrow('xs to be a tensor');
    expect(look(dense, tf.tensor2d([[1, NaN]]))).toThrow("xs to hold finite numbers, got 'NaN at place 1 of [1, 2]'");
    expect(look(dense, tf.tensor2d([['a', 'b']]))).toThrow("xs to hold numbers, got 'a tensor of string'");
    const gone = tf.ones([1, 2]);
    gone.dispose();
    expect(look(dense, gone)).toThrow('it has been disposed: make it again');
    expect(look(model, xs[0])).toThrow('xs to be an array of 2 tensors');
    expect(look(model, [xs[0], tf.ones([3, 2])])).toThrow(
      'xs to have 4 samples, as xs has, got a tensor of shape [3, 2]',
    );
    dense.dispose();
    expect(look(dense, tf.ones([1, 2]))).toThrow("a model that is alive, got 'small'");
  });

  it.each(['int32', 'bool'] as const)('takes inputs of %s', (dtype) => {
    const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 1 })] });
    const [row] = inspect.forward(model, tf.ones([3, 2], dtype));
    expect(listOf(row!)).toEqual(listOf(inspect.forward(model, tf.ones([3, 2]))[0]!));
  });
});

describe('inspect.weights', () => {
  it('gives a shared layer once, and nested ones by their path, what is frozen too', () => {
    const { model } = branched();
    model.layers[1]!.trainable = false;
    const names = ['shared', 'inner/one', 'inner/two', 'chance', 'place'].flatMap((name) => [
      `${name}/kernel`,
      `${name}/bias`,
    ]);
    expect(inspect.weights(model).map(({ name }) => name)).toEqual(names);
  });

  it('gives copies: the model may train on', () => {
    const model = denseModel();
    const before = inspect.weights(model)[0]!;
    const was = listOf(before);
    model.setWeights(model.getWeights().map((weight) => tf.zerosLike(weight)));
    expect(listOf(before)).toEqual(was);
    expect(inspect.weights(model)[0]).toMatchObject({ zeros: 1, norm: 0 });
  });
});
