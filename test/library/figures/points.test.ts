/** Points and decision boundaries. */
import { describe, expect, it } from 'vitest';
import { data, figures, scratch, tf } from '../../../lib/index';
import type { Dataset, Figure, Predictor } from '../../../lib/types';
import { expectGolden } from '../../support/golden';
import { expectNoLeakedTensors } from '../../support/tensors';

interface Points {
  name: string;
  x: number[];
  y: number[];
  marker: { color: string; symbol: string };
}
interface Region {
  type: string;
  x: number[];
  y: number[];
  z: number[][];
}
const traces = (figure: Figure) => figure.data as Points[];
const region = (figure: Figure) => figure.data[0] as Region;
const one = (ys: number[]): Dataset => ({ xs: tf.tensor2d(ys.map((_, i) => [i, -i])), ys: tf.tensor2d(ys, [ys.length, 1]) }); // prettier-ignore

describe('figures.points', () => {
  it('is drawn as it was', () => {
    expectGolden('points', figures.points(data.gate('xor'), { title: 'XOR' }));
  });

  it('draws every point in the trace of its class', () => {
    const dataset = data.spiral({ samples: 31 });
    const drawn = traces(figures.points(dataset)).flatMap(({ x, y }, label) => x.map((x1, i) => [x1, y[i]!, label]));
    const wanted = data.examples(dataset).map(([x, y]) => [...x.map((value) => Number(value.toPrecision(5))), y]);
    expect(drawn.sort()).toEqual(wanted.sort());
  });

  it('tells classes apart by colour and by shape', () => {
    const markers = traces(figures.points(data.xor())).map(({ marker }) => marker);
    expect(new Set(markers.map(({ color }) => color)).size).toBe(2);
    expect(new Set(markers.map(({ symbol }) => symbol)).size).toBe(2);
  });

  it('says in words how many points each class has', () => {
    const dataset = { ...data.blobs({ samples: 5 }), classes: ['cats', 'dogs'] };
    expect(figures.points(dataset).description).toBe('5 points in 2 classes: 3 of class "cats" and 2 of class "dogs".');
  });

  it('takes one-hot classes, and numbers as names where none are given', () => {
    const { data: drawn } = figures.points({ xs: tf.tensor2d([[1, 2], [3, 4]]), ys: tf.tensor2d([[0, 0, 1], [1, 0, 0]]) }); // prettier-ignore
    expect((drawn as Points[]).map(({ name, x }) => [name, x])).toEqual([['0', [3]], ['1', []], ['2', [1]]]); // prettier-ignore
  });

  it('names its axes as asked', () => {
    const { layout } = figures.points(data.xor(), { axes: ['length', 'depth'] });
    expect(layout).toMatchObject({ xaxis: { title: { text: 'length' } }, yaxis: { title: { text: 'depth' } } });
  });

  it('refuses what is not of the plane, or not of classes', () => {
    const draw = (dataset: Dataset) => () => figures.points(dataset);
    expect(draw(data.gate('majority'))).toThrow(
      'figures.points: expected xs of shape [samples, 2], the two axes of the plane, got a tensor of shape [8, 3]',
    );
    expect(draw(one([0, 0.5]))).toThrow(
      'figures.points: expected each target to be a class, a whole number from 0 to 1, got 0.5',
    );
    expect(draw(one([0, -1]))).toThrow('got -1');
    expect(draw({ ...one([0, 2]), classes: ['a', 'b'] })).toThrow('a whole number from 0 to 1, got 2');
    expect(draw(one([0, 6]))).toThrow('figures.points: expected at most 6 classes, got 7');
    expect(draw(data.xor({ samples: 20_001 }))).toThrow('figures.points: expected at most 20,000 points');
    expect(draw(undefined as unknown as Dataset)).toThrow('figures.points: expected a data set');
  });
});

describe('figures.decisionBoundary', () => {
  const xor = scratch.circuitFor(data.gate('xor'));
  const gate = data.gate('xor');

  it('is drawn as it was', () => {
    expectGolden('boundary', figures.decisionBoundary(xor, gate, { resolution: 7 }));
  });

  it('asks a function at every point of the grid, and draws its answer there', () => {
    const slope = ([x1, x2]: number[]) => (x1! + 2 * x2! + 3) / 10;
    const { x, y, z } = region(figures.decisionBoundary(slope, gate, { resolution: 9 }));
    expect([x.length, y.length, z.length, z[0]!.length]).toEqual([9, 9, 9, 9]);
    z.forEach((row, r) => row.forEach((answer, c) => expect(answer).toBeCloseTo(slope([x[c]!, y[r]!]), 3)));
  });

  it('reaches beyond every point, on all sides', () => {
    const { x, y } = region(figures.decisionBoundary(() => 0, data.spiral(), { resolution: 20 }));
    for (const axis of [x, y]) {
      expect(Math.min(...axis)).toBeLessThan(-5);
      expect(Math.max(...axis)).toBeGreaterThan(5);
    }
  });

  it('draws a unit, a circuit, a perceptron, a function and a tfjs model of the same line alike', () => {
    const unit = scratch.unit({ weights: [1, 1], threshold: 1.5 });
    const neuron = new scratch.Perceptron(2);
    [neuron.weights, neuron.bias] = [[1, 1], -1.5];
    const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 1, activation: 'sigmoid' })] });
    model.setWeights([tf.tensor2d([[1e4], [1e4]]), tf.tensor1d([-1.5e4])]);
    const predictors: Predictor[] = [
      unit,
      scratch.circuit([[unit]]),
      neuron,
      ([x1, x2]) => Number(x1! + x2! >= 1.5),
      model,
    ];
    const drawn = predictors.map(
      (predictor) => region(figures.decisionBoundary(predictor, gate, { resolution: 20 })).z,
    );
    for (const z of drawn) expect(z).toEqual(drawn[0]);
  });

  it('asks a tfjs model once for all points, and leaves no tensor of its own', () => {
    const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 1, activation: 'sigmoid' })] });
    let asked = 0;
    const predict = model.predict.bind(model);
    model.predict = (...args) => (asked++, predict(...args));
    expectNoLeakedTensors(() => figures.decisionBoundary(model, gate));
    expect(asked).toBe(2); // the grid, and the points themselves
  });

  it('says in words how many points are in the right region', () => {
    expect(figures.decisionBoundary(xor, gate).description).toContain(
      '4 of 4 points stand in the region of their own class',
    );
    expect(figures.decisionBoundary(() => 1, gate).description).toContain('2 of 4 points stand');
    const undecided = figures.decisionBoundary(() => 0.5, data.gate('or')); // one half is class 1
    expect(undecided.description).toContain('3 of 4 points stand');
  });

  it('draws a region for each of several classes, by the largest score or by the number of the class', () => {
    const three = { xs: tf.tensor2d([[0, 0], [1, 0], [0, 1]]), ys: tf.tensor2d([[1, 0, 0], [0, 1, 0], [0, 0, 1]]) }; // prettier-ignore
    const scores = ([x1, x2]: number[]) => [0.5, x1!, x2!];
    const figure = figures.decisionBoundary(scores, three, { resolution: 5 });
    expect(region(figure).type).toBe('heatmap');
    expect(figure.description).toContain('3 of 3 points');
    const number = (x: number[]) => scores(x).indexOf(Math.max(...scores(x)));
    expect(figures.decisionBoundary(number, three, { resolution: 5 })).toEqual(figure);
  });

  it('refuses answers it cannot draw, and says where they came', () => {
    const draw =
      (predictor: unknown, dataset = gate) =>
      () =>
        figures.decisionBoundary(predictor as Predictor, dataset);
    expect(draw(() => NaN)).toThrow(
      'figures.decisionBoundary: expected the predictor to answer finite numbers at (-0.500, -0.4',
    );
    expect(draw(() => 3)).toThrow('to answer from 0 to 1 at (-0.500, -0.4');
    expect(draw(() => 3)).toThrow('got 3; where it gives a sum, compare it');
    expect(draw(() => undefined)).toThrow('finite numbers');
    expect(draw(() => [])).toThrow('to answer a number');
    expect(draw(() => [0, 0, 1])).toThrow('expected one score for each of 2 classes');
    expect(draw(() => 3, one([0, 1, 2]))).toThrow('to answer a class from 0 to 2');
    for (const none of [undefined, null, 3, {}])
      expect(draw(none)).toThrow('expected a tfjs model, a function or an object with predict');
  });

  it('refuses a model of other inputs or outputs', () => {
    const dense = (inputs: number) =>
      tf.sequential({ layers: [tf.layers.dense({ inputShape: [inputs], units: 1, activation: 'sigmoid' })] });
    expect(() => figures.decisionBoundary(dense(3), gate)).toThrow(
      'expected a model with one input of shape [samples, 2]',
    );
    const images = tf.sequential({ layers: [tf.layers.reshape({ inputShape: [2], targetShape: [2, 1] })] });
    expect(() => figures.decisionBoundary(images, gate)).toThrow(
      'expected a model with one output of shape [samples, units]',
    );
  });

  it('refuses a resolution out of range', () => {
    for (const resolution of [1, 301, NaN, 1e9]) {
      expect(() => figures.decisionBoundary(xor, gate, { resolution })).toThrow(
        'resolution to be a whole number from 2 to 300',
      );
    }
  });
});
