/** Neurons, layers and networks of values. */
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { autograd, data } from '../../../lib/index';
import { inRoot } from '../../support/paths';

interface Training {
  points: number[][];
  classes: number[];
  start: number[][][];
  losses: number[];
  end: number[][][];
}
const { training } = JSON.parse(readFileSync(inRoot('test', 'reference', 'autograd.json'), 'utf8')) as {
  training: Training;
};
const numbersOf = (model: { parameters(): autograd.Value[] }) => model.parameters().map(({ data }) => data);
/** PyTorch's layers, each its rows of weights and then its biases, in the order of `parameters`. */
const flat = (layers: number[][][]) =>
  layers.flatMap((rows) => rows.slice(0, -1).flatMap((row, unit) => [...row, rows.at(-1)![unit]!]));

describe('MLP', () => {
  it('trains as the same network in PyTorch does, step by step, to 1e-12', () => {
    const model = new autograd.MLP(2, [3, 2], { output: 'relu' });
    model.parameters().forEach((parameter, i) => (parameter.data = flat(training.start)[i]!));
    for (const expected of training.losses) {
      const losses = training.points.map((x, i) => autograd.logSoftmax(model.forward(x))[training.classes[i]!]!.neg());
      const loss = autograd.mean(losses);
      expect(loss.data).toBeCloseTo(expected, 12);
      model.zeroGrad();
      loss.backward();
      for (const parameter of model.parameters()) parameter.data -= 0.5 * parameter.grad;
    }
    numbersOf(model).forEach((each, i) => expect(each).toBeCloseTo(flat(training.end)[i]!, 12));
  });

  it.each([0, 1, 2, 3])('learns xor from seed %i', (seed) => {
    const xor = data.examples(data.gate('xor'));
    const model = new autograd.MLP(2, [4, 1], { output: 'sigmoid', seed });
    for (let epoch = 0; epoch < 200; epoch++) {
      const loss = autograd.mean(xor.map(([x, y]) => model.forward(x)[0]!.sub(y).pow(2)));
      model.zeroGrad();
      loss.backward();
      for (const parameter of model.parameters()) parameter.data -= 2 * parameter.grad;
    }
    expect(xor.map(([x]) => Math.round(model.predict(x) as number))).toEqual(xor.map(([, y]) => y));
  });

  it('learns the disc in the ring, which no line separates', () => {
    const points = data.examples(data.circle({ samples: 60, seed: 3 }));
    const model = new autograd.MLP(2, [6, 1], { seed: 2 });
    let loss = autograd.value(1);
    for (let epoch = 0; epoch < 300; epoch++) {
      // The hinge loss of a support vector machine, as in micrograd's moons.
      loss = autograd.mean(points.map(([x, y]) => model.forward(x)[0]!.mul(1 - 2 * y).add(1).relu())); // prettier-ignore
      model.zeroGrad();
      loss.backward();
      for (const parameter of model.parameters()) parameter.data -= 0.2 * parameter.grad;
    }
    expect(loss.data).toBeLessThan(0.1);
    expect(points.filter(([x, y]) => (model.predict(x) as number) > 0 === (y === 1)).length).toBe(60);
  });

  it('has for every parameter the gradient that central differences see', () => {
    for (const activation of ['tanh', 'sigmoid', 'linear'] as const) {
      const model = new autograd.MLP(3, [4, 2], { activation, seed: 4 });
      const before = numbersOf(model);
      const rows = autograd.gradcheck(() => autograd.sum(model.forward([1, -0.5, 2])).tanh(), model.parameters());
      expect(rows.length).toBe(4 * 4 + 2 * 5);
      expect(numbersOf(model)).toEqual(before);
    }
  });

  it('starts at weights that the seed decides, no two units alike, and biases of 0', () => {
    const make = (seed: number) => numbersOf(new autograd.MLP(5, [5, 5], { seed }));
    expect(make(1)).toEqual(make(1));
    expect(make(1)).not.toEqual(make(2));
    const weights = make(1).filter((each) => each !== 0);
    expect([weights.length, new Set(weights).size]).toEqual([50, 50]);
    expect(make(1).length).toBe(60);
  });

  it('starts at weights of variance 1/inputs, or 2/inputs for relu', () => {
    for (const [activation, variance] of [
      ['tanh', 1],
      ['relu', 2],
    ] as const) {
      // prettier-ignore
      const { weights } = new autograd.Neuron(5000, { activation, seed: 3 });
      const mean = weights.reduce((sum, { data }) => sum + data ** 2, 0) / weights.length;
      expect(mean * 5000).toBeGreaterThan(variance * 0.9);
      expect(mean * 5000).toBeLessThan(variance * 1.1);
    }
  });

  it('reads numbers and values, and hands gradients on to the inputs', () => {
    const model = new autograd.MLP(2, [3, 1], { seed: 5 });
    const x = [autograd.value(0.5), autograd.value(-1)];
    const y = model.forward(x)[0]!;
    y.backward();
    expect(model.predict([0.5, -1])).toBe(y.data);
    for (const { grad } of x) expect(grad).not.toBe(0);
    autograd.gradcheck((x) => model.forward(x)[0]!, [0.5, -1]);
    model.zeroGrad();
    expect(model.parameters().every(({ grad }) => grad === 0)).toBe(true);
  });

  it('answers one number, or one for each unit of its last layer', () => {
    expect(new autograd.MLP(2, [1]).predict([1, 2])).toEqual(expect.any(Number));
    expect(new autograd.MLP(2, [3]).predict([1, 2])).toHaveLength(3);
  });

  it('says how it is built', () => {
    const model = new autograd.MLP(2, [4, 1], { activation: 'relu' });
    expect(inspect(model)).toBe('MLP: 2 inputs → 4 units → 1 unit, 17 parameters');
    expect(inspect(model.layers[0])).toBe('Layer: 2 inputs → 4 units, relu');
    expect(inspect(model.layers[1]!.neurons[0])).toBe('Neuron: 4 inputs, linear');
  });
});

describe('a neuron', () => {
  it('is f(Σ wᵢxᵢ + b)', () => {
    for (const [activation, f] of Object.entries({
      linear: (z: number) => z,
      tanh: Math.tanh,
      relu: (z: number) => Math.max(z, 0),
      sigmoid: (z: number) => 1 / (1 + Math.exp(-z)),
    })) {
      // prettier-ignore
      const neuron = new autograd.Neuron(2, { activation: activation as autograd.Activation });
      [2, -3, 0.5].forEach((each, i) => (neuron.parameters()[i]!.data = each));
      expect(neuron.forward([1, 0.5]).data).toBe(f(2 - 1.5 + 0.5));
    }
  });

  it('in a layer has weights of its own', () => {
    const layer = new autograd.Layer(2, 3, { seed: 6 });
    expect(new Set(layer.forward([1, 1]).map(({ data }) => data)).size).toBe(3);
    expect(layer.parameters().length).toBe(9);
    layer.forward([1, 1])[0]!.backward();
    expect(layer.parameters().some(({ grad }) => grad !== 0)).toBe(true);
    layer.zeroGrad();
    layer.neurons[0]!.zeroGrad();
    expect(layer.parameters().every(({ grad }) => grad === 0)).toBe(true);
  });
});

describe('networks of values refuse', () => {
  it('sizes that are none', () => {
    for (const bad of [0, -1, 1.5, NaN, '2' as unknown as number]) {
      expect(() => new autograd.Neuron(bad)).toThrow('autograd.Neuron: expected inputs to be a whole number from 1');
      expect(() => new autograd.Layer(2, bad)).toThrow('autograd.Layer: expected units to be a whole number from 1');
      expect(() => new autograd.MLP(2, [2, bad])).toThrow('expected units to be a whole number from 1');
    }
    for (const bad of [[], 3, undefined]) {
      expect(() => new autograd.MLP(2, bad as number[])).toThrow(
        'autograd.MLP: expected units to be a list of at least',
      );
    }
  });

  it('unknown activations and seeds', () => {
    const activation = 'step' as autograd.Activation;
    expect(() => new autograd.Neuron(2, { activation })).toThrow(
      "one of 'linear', 'relu', 'sigmoid', 'tanh', got 'step'",
    );
    expect(() => new autograd.MLP(2, [1], { output: activation })).toThrow(
      'autograd.MLP: expected output to be one of',
    );
    expect(() => new autograd.MLP(2, [1], { seed: -1 })).toThrow('autograd.MLP: expected seed to be a whole number');
    expect(() => new autograd.Layer(2, 1, { seed: 0.5 })).toThrow('autograd.Layer: expected seed to be a whole number');
  });

  it('inputs that do not fit', () => {
    const model = new autograd.MLP(2, [1]);
    expect(() => model.forward([1])).toThrow('MLP.forward: expected x to hold 2 inputs, got 1');
    expect(() => model.predict([1, NaN])).toThrow(
      'MLP.forward: expected place 1 of the list to hold a Value or a finite',
    );
    expect(() => model.layers[0]!.forward([1, 2, 3])).toThrow('Layer.forward: expected x to hold 2 inputs, got 3');
    expect(() => model.layers[0]!.neurons[0]!.forward([])).toThrow('Neuron.forward: expected a list of values');
  });
});
