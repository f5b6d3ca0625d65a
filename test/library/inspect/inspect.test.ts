/** What happens inside units and circuits. */
import { describe, expect, it } from 'vitest';
import { data, inspect, scratch } from '../../../lib/index';
import { expectNoLeakedTensors } from '../../support/tensors';

const butNot = scratch.unit({ weights: [2, -1], threshold: 2, label: 'but not' });

describe('inspect.unit', () => {
  it('gives inputs, products, sum, threshold and output, row by row', () => {
    expect(inspect.unit(butNot, [[1, 0], [1, 1]])).toEqual([
      { x: [1, 0], products: [2, 0], sum: 2, threshold: 2, output: 1 },
      { x: [1, 1], products: [2, -1], sum: 1, threshold: 2, output: 0 },
    ]); // prettier-ignore
  });

  it('takes a tensor as it takes rows', () => {
    const { xs } = data.gate('or');
    expect(inspect.unit(butNot, xs)).toEqual(inspect.unit(butNot, [[0, 0], [0, 1], [1, 0], [1, 1]])); // prettier-ignore
  });

  it('tells a veto apart, for units that know one', () => {
    const unit = scratch.unit({ weights: [1, 0], threshold: 1, inhibitory: [1] });
    expect(inspect.unit(unit, [[1, 0], [1, 1]])).toMatchObject([{ vetoed: false, output: 1 }, { sum: 1, vetoed: true, output: 0 }]); // prettier-ignore
    expect(inspect.unit(butNot, [[0, 0]])[0]).not.toHaveProperty('vetoed');
  });

  it('takes a perceptron, its threshold the bias with the sign turned', () => {
    const neuron = new scratch.Perceptron(2);
    expect(inspect.unit(neuron, [[3, 4]])).toEqual([{ x: [3, 4], products: [0, 0], sum: 0, threshold: 0, output: 1 }]);
    neuron.fit(data.gate('and'));
    expect(inspect.unit(neuron, [[1, 1], [0.5, -1]])).toEqual([
      { x: [1, 1], products: [2, 1], sum: 3, threshold: 3, output: 1 },
      { x: [0.5, -1], products: [1, -1], sum: 0, threshold: 3, output: 0 },
    ]); // prettier-ignore
  });

  it('leaves no tensor', () => {
    const { xs } = data.gate('and');
    expectNoLeakedTensors(() => inspect.unit(butNot, xs));
  });

  it('refuses what is no unit, and inputs that do not fit', () => {
    expect(() => inspect.unit({} as scratch.Unit, [[1, 1]])).toThrow(
      'inspect.unit: expected a unit or a perceptron, got {}',
    );
    expect(() => inspect.unit(butNot, [[1, 1, 1]])).toThrow(
      'inspect.unit: expected xs[0] to hold 2 numbers, got [1, 1, 1]',
    );
    expect(() => inspect.unit(butNot, [[1, 0.5]])).toThrow(
      "scratch.unit 'but not': expected x[1] to be 0 or 1, got 0.5",
    );
    expect(() => inspect.unit(butNot, [])).toThrow('inspect.unit: expected xs');
  });
});

describe('inspect.circuit', () => {
  const xor = scratch.circuitFor(data.gate('xor'));

  it('gives one row for each unit, from the first layer to the last', () => {
    expect(inspect.circuit(xor, [1, 0])).toEqual([
      { layer: 1, unit: '01', x: [1, 0], products: [-1, 0], sum: -1, threshold: 1, output: 0 },
      { layer: 1, unit: '10', x: [1, 0], products: [1, 0], sum: 1, threshold: 1, output: 1 },
      { layer: 2, unit: 'or', x: [0, 1], products: [0, 1], sum: 1, threshold: 1, output: 1 },
    ]);
  });

  it('agrees with the circuit', () => {
    for (const x of [[0, 0], [0, 1], [1, 0], [1, 1]]) {
      expect(inspect.circuit(xor, x).at(-1)!.output).toBe(xor(x)[0]);
    } // prettier-ignore
  });

  it('refuses what is no circuit, and inputs that do not fit', () => {
    expect(() => inspect.circuit(butNot as unknown as scratch.Circuit, [1, 0])).toThrow(
      'inspect.circuit: expected a circuit',
    );
    expect(() => inspect.circuit(undefined as unknown as scratch.Circuit, [1])).toThrow(
      'inspect.circuit: expected a circuit',
    );
    expect(() => inspect.circuit(xor, [1])).toThrow('expected x to hold 2 inputs');
  });
});
