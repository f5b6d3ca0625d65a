/** Dead and saturated units, and what a pass costs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspect, scratch, tf } from '../../../lib/index';
import { norm, statistics } from '../../../lib/inspect/statistics';
import { expectNear } from '../../support/reference';
import { branched } from './models';

/** One layer that hands its inputs to an activation. */
function identity(activation: 'relu' | 'sigmoid' | 'tanh' | 'linear' | 'hardSigmoid', units: number): tf.LayersModel {
  const model = tf.sequential({ layers: [tf.layers.dense({ name: 'own', inputShape: [units], units, activation })] });
  model.setWeights([tf.eye(units), tf.zeros([units])]);
  return model;
}

describe('inspect.units', () => {
  it('calls dead what is 0 for the whole batch, by its number', () => {
    const xs = tf.tensor2d([[1, -1, -1], [2, -2, 3]]); // prettier-ignore
    expect(inspect.units(identity('relu', 3), xs)).toEqual([
      { name: 'own', activation: 'relu', units: 3, dead: [1], saturated: [], share: 1 / 3 },
    ]);
  });

  it.each([
    ['sigmoid', [5, -5, 0, 4.5]],
    ['tanh', [2.5, -2.5, 0, 2.2]],
  ] as const)('calls a unit of %s saturated within a hundredth of either end', (activation, z) => {
    const [row] = inspect.units(identity(activation, 4), tf.tensor2d([[...z]]));
    expect(row).toMatchObject({ dead: [], saturated: [0, 1], share: 0.5 });
    const [wide] = inspect.units(identity(activation, 4), tf.tensor2d([[...z]]), { margin: 0.02 });
    expect(wide!.saturated).toEqual([0, 1, 3]);
  });

  it('asks for most of the batch, not all of it', () => {
    const xs = tf.tensor2d([...Array<number[]>(9).fill([9, 9]), [0, 9]]);
    expect(inspect.units(identity('sigmoid', 2), xs)[0]!.saturated).toEqual([0, 1]);
    expect(inspect.units(identity('sigmoid', 2), xs, { share: 1 })[0]!.saturated).toEqual([1]);
  });

  it('knows activations that are layers, counts a channel over all places, and passes over linear layers', () => {
    const model = tf.sequential();
    model.add(tf.layers.conv2d({ name: 'conv', inputShape: [4, 4, 1], filters: 2, kernelSize: 3 }));
    model.add(tf.layers.reLU({ name: 'rectified' }));
    model.add(tf.layers.activation({ name: 'squashed', activation: 'hardSigmoid' }));
    model.setWeights([tf.ones([3, 3, 1, 2]), tf.tensor1d([0, -100])]);
    expect(inspect.units(model, tf.ones([1, 4, 4, 1]))).toMatchObject([
      { name: 'rectified', activation: 'ReLU', units: 2, dead: [1] },
      { name: 'squashed', activation: 'hardSigmoid', units: 2, saturated: [0] },
    ]);
  });

  it('names layers as inspect.forward does', () => {
    const { model, xs } = branched();
    expect(inspect.units(model, xs).map(({ name }) => name)).toEqual(['shared', 'inner/one', 'shared#2', 'chance']);
  });

  it('looks into a scratch.Network', () => {
    const network = new scratch.Network([2, 3, 1], { activation: scratch.relu, seed: 1 });
    network.layers[0]!.b[2] = -10;
    expect(inspect.units(network, [[1, 1], [0, 1]])[0]).toMatchObject({ name: 'layer1', activation: 'relu', dead: expect.arrayContaining([2]) as number[] }); // prettier-ignore
  });

  it('refuses options out of range', () => {
    const look = (options: object) => () => inspect.units(identity('relu', 1), tf.ones([1, 1]), options);
    expect(look({ margin: -1 })).toThrow('inspect.units: expected margin to be a finite number from 0 to 0.5, got -1');
    expect(look({ share: 2 })).toThrow('inspect.units: expected share to be a finite number from 0 to 1, got 2');
  });
});

describe('inspect.profile', () => {
  it('counts parameters, bytes and multiply-adds of layers, and the total', () => {
    const model = tf.sequential();
    model.add(tf.layers.conv2d({ name: 'conv', inputShape: [8, 8, 2], filters: 4, kernelSize: 3 }));
    model.add(tf.layers.separableConv2d({ name: 'two', filters: 5, kernelSize: 3 }));
    model.add(tf.layers.flatten({ name: 'flat' }));
    model.add(tf.layers.dense({ name: 'answer', units: 10 }));
    const rows = inspect.profile(model, tf.ones([3, 8, 8, 2]), { runs: 2 });
    const conv = 3 * 36 * 9 * 2 * 4; // samples × places × kernel
    const two = 3 * 16 * (9 * 4 + 4 * 5);
    expect(rows.map(({ name, parameters, multiplyAdds, parameterBytes, outputBytes }) => [name, parameters, multiplyAdds, parameterBytes, outputBytes])).toEqual([
      ['conv', 76, conv, 304, 3 * 6 * 6 * 4 * 4],
      ['two', 61, two, 244, 3 * 4 * 4 * 5 * 4],
      ['flat', 0, 0, 0, 3 * 80 * 4],
      ['answer', 810, 3 * 800, 3240, 3 * 10 * 4],
      ['total', 947, conv + two + 2400, 3788, 1728 + 960 + 960 + 120],
    ]); // prettier-ignore
    for (const { milliseconds } of rows) expect(milliseconds).toBeGreaterThan(0);
  });

  it.each([
    ['SimpleRNN', tf.layers.simpleRNN({ units: 5 }), 6 * (3 * 5 + 5 * 5)],
    ['LSTM', tf.layers.lstm({ units: 5 }), 6 * 4 * (3 * 5 + 5 * 5)],
    ['GRU', tf.layers.gru({ units: 5 }), 6 * 3 * (3 * 5 + 5 * 5)],
    ['Dense', tf.layers.dense({ units: 5 }), 6 * 15],
    ['BatchNormalization', tf.layers.batchNormalization(), 0],
    ['TimeDistributed', tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 5 }) }), undefined],
  ])('counts the products of %s at every moment of a sequence', (kind, layer, products) => {
    const input = tf.input({ shape: [3, 3] });
    const model = tf.model({ inputs: input, outputs: layer.apply(input) as tf.SymbolicTensor });
    expect(inspect.profile(model, tf.ones([2, 3, 3]), { runs: 1 })).toMatchObject([
      { kind, multiplyAdds: products },
      { name: 'total', multiplyAdds: products },
    ]);
  });

  it('counts a shared layer once in the total, and its work twice', () => {
    const { model, xs } = branched();
    const rows = inspect.profile(model, xs, { runs: 1 });
    expect(rows.at(-1)).toMatchObject({ parameters: model.countParams(), multiplyAdds: 4 * (4 * 9 + 5 + 10) });
  });

  it('refuses runs that are no count', () => {
    const { model, xs } = branched();
    expect(() => inspect.profile(model, xs, { runs: 0 })).toThrow(
      'inspect.profile: expected runs to be a whole number from 1 to 1000, got 0',
    );
  });
});

describe('the statistics of a row', () => {
  const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });

  it('lie where they must, for any numbers', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const { mean, std, min, max, zeros } = statistics(values);
        expect([min, max]).toEqual([Math.min(...values), Math.max(...values)]);
        expect(mean).toBeGreaterThanOrEqual(min - 1e-9 * Math.abs(min));
        expect(mean).toBeLessThanOrEqual(max + 1e-9 * Math.abs(max));
        expect(std).toBeLessThanOrEqual((max - min) / 2 + 1e-9);
        expect(zeros).toBe(values.filter((value) => value === 0).length / values.length);
        expectNear(norm(values) ** 2 / values.length / 1e12, (mean ** 2 + std ** 2) / 1e12, 1e-9); // E v² = mean² + std²
      }),
    );
  });

  it('know no spread where all numbers are equal, and no overflow', () => {
    expect(statistics(Array<number>(10).fill(0.1))).toMatchObject({ mean: 0.1, std: 0 });
    expect(norm([3e200, 4e200])).toBeCloseTo(5e200, -190);
    expect([norm([0, 0]), norm([NaN, 1]), norm([Infinity])]).toEqual([0, NaN, Infinity]);
  });
});
