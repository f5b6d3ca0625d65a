/** Networks: every matrix and gradient against PyTorch, and learning on the worlds of the lessons. */
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, scratch } from '../../../lib/index';
import { expectNear, reference } from '../../support/reference';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

interface Fixed {
  units: number[];
  hidden: 'tanh' | 'relu' | 'gelu';
  output: 'sigmoid' | 'softmax' | 'linear';
  lossName: 'binaryCrossentropy' | 'categoricalCrossentropy' | 'meanSquaredError';
  xs: number[][];
  ys: number[][];
  parameters: number[];
  loss: number;
  Z: number[][][];
  A: number[][][];
  gradients: Record<'dW' | 'db' | 'dZ' | 'dA', unknown>[];
}
const fixed = reference<{ networks: Fixed[] }>('scratch').networks;
const build = ({ units, hidden, output, lossName, parameters }: Fixed) => {
  const options = { activation: scratch[hidden], output: scratch[output], loss: scratch[lossName] };
  return Object.assign(new scratch.Network(units, options), { parameters });
};
const named = fixed.map((net) => [`${net.units.join('-')} ${net.hidden} ${net.output} ${net.lossName}`, net] as const);

describe.each(named)('a network %s', (_, net) => {
  it('has the Z, A, dW, db, dZ and dA of PyTorch in every layer, and its loss, within 1e-12', () => {
    const network = build(net);
    network.forward(net.xs);
    expectNear(network.backward(net.ys), net.loss, 1e-12);
    expectNear(network.layers.map(({ Z }) => Z), net.Z, 1e-12); // prettier-ignore
    expectNear(network.layers.map(({ A }) => A), net.A, 1e-12); // prettier-ignore
    network.layers.forEach((layer, i) => {
      for (const name of ['dW', 'db', 'dZ', 'dA'] as const) expectNear(layer[name], net.gradients[i]![name], 1e-12, `layer ${i} ${name}`); // prettier-ignore
    });
  });

  it('has the central difference of its loss as its gradients', () => {
    const network = build(net);
    network.forward(net.xs);
    network.backward(net.ys);
    const { gradients } = network;
    const loss = (parameters: number[]) => Object.assign(build(net), { parameters }).evaluate(net.xs, net.ys);
    expectNear(gradients, scratch.numericGradient(loss, net.parameters), 1e-7);
  });
});

describe('Network', () => {
  it('takes its output and loss from its shape where none is given, and introduces itself', () => {
    const network = new scratch.Network([2, 4, 1]);
    expect(inspect(network)).toBe('network: 2 inputs → 4 units (tanh) → 1 unit (sigmoid)');
    expect(network.loss).toBe(scratch.binaryCrossentropy);
    expect(new scratch.Network([2, 3]).loss).toBe(scratch.categoricalCrossentropy);
    expect(new scratch.Network([2, 1], { output: scratch.linear }).loss).toBe(scratch.meanSquaredError);
  });

  it('predicts a number for one output and a list for several, as forward does', () => {
    const one = new scratch.Network([2, 3, 1], { seed: 1 });
    expect(one.predict([1, 2])).toBe(one.forward([[0, 0], [1, 2]])[1]![0]); // prettier-ignore
    const three = new scratch.Network([2, 3]);
    expect(three.predict([1, 2])).toEqual(three.forward([[1, 2]])[0]);
  });

  it('gives its parameters as one list and takes them back, for any shape', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 4 }), fc.nat(), (units, seed) => {
        const [network, other] = [new scratch.Network(units, { seed }), new scratch.Network(units, { seed: seed + 1 })];
        const count = units.slice(1).reduce((sum, n, i) => sum + n * (units[i]! + 1), 0);
        expect(network.parameters.length).toBe(count);
        other.parameters = network.parameters;
        expect(other.layers.map(({ W, b }) => [W, b])).toEqual(network.layers.map(({ W, b }) => [W, b]));
        expect(network.gradients).toEqual([]);
      }),
      { numRuns: 50 },
    );
    const network = new scratch.Network([1, 1]);
    expect(() => (network.parameters = [1])).toThrow(
      'Network.parameters: expected parameters to hold 2 numbers, got [1]',
    );
  });

  const optimizers = {
    gd: () => scratch.gd({ learningRate: 1 }),
    sgd: () => scratch.sgd({ learningRate: 1 }),
    momentum: () => scratch.momentum({ learningRate: 0.3 }),
    adagrad: () => scratch.adagrad({ learningRate: 0.3 }),
    rmsprop: () => scratch.rmsprop({ learningRate: 0.03 }),
    adadelta: () => scratch.adadelta({ learningRate: 10 }),
    adam: () => scratch.adam({ learningRate: 0.1 }),
    adamax: () => scratch.adamax({ learningRate: 0.1 }),
    nadam: () => scratch.nadam({ learningRate: 0.1 }),
  };
  it.each(Object.entries(optimizers))('learns XOR with %s', (_, make) => {
    const network = new scratch.Network([2, 6, 1], { seed: 3 });
    const { loss, parameters, diverged } = network.fit(data.gate('xor'), { epochs: 800, optimizer: make() });
    expect([loss.length, parameters.length, diverged]).toEqual([800, 801, false]);
    expect(loss.at(-1)).toBeLessThan(0.1);
    expect(parameters.at(-1)).toEqual(network.parameters);
    const answers = data.examples(data.gate('xor')).map(([x]) => Math.round(network.predict(x) as number));
    expect(answers).toEqual([0, 1, 1, 0]);
  });

  it('learns the circle with relu and heUniform, the same way from the same seeds', () => {
    const circles = data.circle({ samples: 100, seed: 1 });
    const learn = (seed: number) => {
      const network = new scratch.Network([2, 8, 1], { activation: scratch.relu, initializer: 'heUniform', seed: 2 });
      const optimizer = scratch.adam({ learningRate: 0.03 });
      return { network, ...network.fit(circles, { epochs: 60, batchSize: 10, optimizer, seed }) };
    };
    const { network, loss } = learn(1);
    const right = data.examples(circles).filter(([x, y]) => Math.round(network.predict(x) as number) === y).length;
    expect(right).toBe(100);
    expect(learn(1).loss).toEqual(loss);
    expect(learn(2).loss).not.toEqual(loss);
  });

  it('learns classes from one-hot columns, class numbers or rows of targets alike', () => {
    const classes: [number[], number][] = [[[0, 0], 0], [[1, 0], 1], [[0, 1], 2]]; // prettier-ignore
    const rows = classes.map(([x, y]): scratch.Targets => [x, [0, 1, 2].map((i) => Number(i === y))]);
    const fit = (examples: typeof classes | typeof rows) => {
      const network = new scratch.Network([2, 3], { seed: 1 });
      return network.fit(examples, { epochs: 100, optimizer: scratch.gd({ learningRate: 1 }) }).loss;
    };
    expect(fit(rows)).toEqual(fit(classes));
    expect(fit(rows).at(-1)).toBeLessThan(0.2);
  });

  it('recovers a line: regression with a linear output finds slope and intercept', () => {
    const line = [-1, 0, 1, 2].map((x): [number[], number] => [[x], 3 * x - 2]);
    const network = new scratch.Network([1, 1], { output: scratch.linear });
    network.fit(line, { epochs: 300, optimizer: scratch.gd({ learningRate: 0.2 }) });
    expectNear(network.parameters, [3, -2], 1e-9);
  });

  it('takes all the examples at once with gd: one epoch is one step down the gradient', () => {
    const examples = data.examples(data.blobs({ samples: 50 }));
    const network = new scratch.Network([2, 1], { seed: 1 });
    const start = network.parameters;
    network.forward(examples.map(([x]) => x));
    network.backward(examples.map(([, y]) => [y]));
    const step = start.map((w, i) => w - 0.1 * network.gradients[i]!);
    network.fit(examples, { epochs: 1, optimizer: scratch.gd({ learningRate: 0.1 }) });
    expectNear(network.parameters, step, 1e-12);
  });

  it('stops and says so where it diverges, with the parameters of the last good epoch', () => {
    const line = [1, 2, 3].map((x): [number[], number] => [[x], x]);
    for (const output of [scratch.linear, scratch.softplus]) {
      const network = new scratch.Network([1, 4, 1], { activation: scratch.relu, output, loss: scratch.meanSquaredError, seed: 2 }); // prettier-ignore
      const { loss, parameters, diverged } = network.fit(line, { epochs: 500, optimizer: scratch.gd({ learningRate: 50 }) }); // prettier-ignore
      if (output === scratch.linear) expect(diverged).toBe(true);
      if (diverged) expect(loss.length).toBeLessThan(500);
      expect(parameters.length).toBe(loss.length + 1);
      expect(network.parameters).toEqual(parameters.at(-1));
      expect([...network.parameters, ...loss].every(Number.isFinite)).toBe(true);
    }
  });

  it('learns out of a sure and wrong answer, where the sigmoid is flat', () => {
    const network = new scratch.Network([1, 1]);
    network.parameters = [0, -1000];
    network.forward([[1]]);
    network.backward([[1]]);
    expect(network.layers[0]!.dZ).toEqual([[-1]]);
  });

  it('makes no tensors of its own', () => {
    const gate = data.gate('xor');
    const network = new scratch.Network([2, 2, 1]);
    expectNoLeakedTensors(() => network.fit(gate, { epochs: 2 }));
    expectNoLeakedTensors(() => network.predict([0, 1]));
  });

  it('names what it cannot use', () => {
    expect(() => new scratch.Network([2])).toThrow('scratch.Network: expected units to list the inputs and at least one layer, got [2]'); // prettier-ignore
    expect(() => new scratch.Network([2, 0])).toThrow('expected units[1] to be a whole number from 1 to 100000, got 0');
    const network = new scratch.Network([2, 1]);
    expect(() => network.backward([[1]])).toThrow('Network.backward: expected a forward before the backward');
    expect(() => network.predict([1])).toThrow('Network.predict: expected x to hold 2 numbers, got [1]');
    expect(() => network.forward([])).toThrow(
      'Network.forward: expected xs to be an array of rows, at least one, got []',
    );
    network.forward([[1, 2]]);
    expect(() => network.backward([[1], [1]])).toThrow('Network.backward: expected ys to be an array of 1 rows');
    expect(() => network.backward([[1, 0]])).toThrow('expected output to hold 2 numbers');
    for (const bad of notFinite) expect(() => network.predict([1, bad])).toThrow('expected x[1] to be a finite number');
    const fit = (examples: unknown, options?: object) => () => network.fit(examples as [number[], number][], options);
    expect(fit([])).toThrow('Network.fit: expected at least one example, each a pair [x, y], got []');
    expect(fit([[[1], 1]])).toThrow('Network.fit: expected x of example 0 to hold 2 numbers, got [1]');
    expect(
      fit([
        [
          [1, 2],
          [1, 0],
        ],
      ]),
    ).toThrow('Network.fit: expected y of example 0 to hold 1 number, got [1, 0]');
    expect(fit([[[1, 2], 3]])).toThrow('expected target[0] to be a finite number from 0 to 1, got 3');
    expect(fit([[[1, 2], 1]], { epochs: 0 })).toThrow('expected epochs to be a whole number from 1');
    expect(fit([[[1, 2], 1]], { batchSize: 0 })).toThrow('expected batchSize to be a whole number from 1 up, got 0');
    expect(fit([[[1, 2], 1]], { optimizer: 'adam' })).toThrow("expected an optimizer, as scratch.adam() makes it, got 'adam'"); // prettier-ignore
    const three = new scratch.Network([2, 3]);
    expect(() => three.fit([[[1, 2], 3]])).toThrow(
      'Network.fit: expected the target of example 0 to be a class, a whole number from 0 to 2, got 3',
    );
  });
});
