/** Circuits of units, made by hand and made for any Boolean function. */
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, scratch } from '../../../lib/index';
import type { Bit, Example } from '../../../lib/types';
import { expectNoLeakedTensors } from '../../support/tensors';

const or = scratch.unit({ weights: [1, 1], threshold: 1, label: 'or' });
const nand = scratch.unit({ weights: [-1, -1], threshold: -1, label: 'nand' });
const and = scratch.unit({ weights: [1, 1], threshold: 2, label: 'and' });
const rows = [[0, 0], [0, 1], [1, 0], [1, 1]]; // prettier-ignore

describe('scratch.circuit', () => {
  const xor = scratch.circuit([[or, nand], [and]]);

  it('computes XOR from or, nand and and', () => {
    expect(rows.map((x) => xor(x))).toEqual([[0], [1], [1], [0]]);
  });

  it('tells what every layer says', () => {
    expect(xor.forward([1, 1])).toEqual([[1, 0], [0]]);
    expect(xor.forward([0, 1])).toEqual([[1, 1], [1]]);
  });

  it('gives as many answers as its last layer has units', () => {
    const halfAdder = scratch.circuit([[or, nand, and], [
      scratch.unit({ weights: [1, 1, 0], threshold: 2, label: 'sum' }),
      scratch.unit({ weights: [0, 0, 1], threshold: 1, label: 'carry' }),
    ]]); // prettier-ignore
    const added = rows.map(([a, b]) => [(a! + b!) % 2, Math.floor((a! + b!) / 2)]);
    expect(rows.map((x) => halfAdder(x))).toEqual(added);
  });

  it('tells its inputs and layers, keeps them from change and introduces itself when printed', () => {
    expect(xor.inputs).toBe(2);
    expect(xor.layers.map((units) => units.map(({ label }) => label))).toEqual([['or', 'nand'], ['and']]);
    expect(() => (xor.layers as scratch.Unit[][]).pop()).toThrow(TypeError);
    expect(inspect(xor)).toBe('circuit: 2 inputs → 2 units → 1 unit');
  });

  it('answers between the corners too, when asked at(x)', () => {
    expect([xor.at([0.5, 0.4]), xor.at([0.6, 0.5]), xor.at([2, 2])]).toEqual([[0], [0], [0]]);
    expect(xor.at([0.5, 0.5])).toEqual([1]);
  });

  it('names the layer and the unit that do not fit', () => {
    const make = (layers: unknown) => () => scratch.circuit(layers as scratch.Unit[][]);
    const not = scratch.unit({ weights: [-1], threshold: 0, label: 'not' });
    expect(make([[or, nand], [not]])).toThrow(
      "scratch.circuit: expected unit 1 of layer 2 ('not') to have 2 weights, one for each unit of layer 1, got 1",
    );
    expect(make([[or, not]])).toThrow(
      "scratch.circuit: expected the units of layer 1 to have the same number of weights, one for each input, got '2, 1'",
    );
    expect(make([])).toThrow('scratch.circuit: expected an array of layers, at least one, got []');
    expect(make([[or, nand], []])).toThrow('expected layer 2 to be an array of units, at least one, got []');
    expect(make([or])).toThrow('expected layer 1 to be an array of units');
    expect(make([[or, 'and']])).toThrow("expected place 2 of layer 1 to hold a unit, made by scratch.unit, got 'and'");
  });

  it('refuses inputs that are not 0 or 1, or not as many as it reads', () => {
    expect(() => xor([1])).toThrow('scratch.circuit: expected x to hold 2 inputs, got [1]');
    expect(() => xor.forward([1, 2])).toThrow('scratch.circuit: expected x[1] to be 0 or 1, got 2');
    expect(() => xor.at([1, NaN])).toThrow('to be a finite number, got NaN');
  });
});

describe('scratch.circuitFor', () => {
  it('computes every Boolean function of up to 4 inputs', () => {
    const anyFunction = fc
      .integer({ min: 1, max: 4 })
      .chain((inputs) => fc.array(fc.boolean(), { minLength: 2 ** inputs, maxLength: 2 ** inputs }));
    fc.assert(
      fc.property(anyFunction, (answers) => {
        const inputs = Math.log2(answers.length);
        const f = (x: Bit[]) => answers[parseInt(x.join(''), 2)]!;
        const built = scratch.circuitFor(f, { inputs });
        answers.forEach((answer, row) => {
          const x = [...row.toString(2).padStart(inputs, '0')].map(Number);
          expect(built(x)).toEqual([Number(answer)]);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('has a unit for each row that is 1, labelled with it, and one or', () => {
    const built = scratch.circuitFor(data.gate('xor'));
    expect(built.layers.map((units) => units.map(({ label }) => label))).toEqual([['01', '10'], ['or']]);
    expect(built.layers[0]!.map((unit) => [...unit.weights, unit.threshold])).toEqual([[-1, 1, 1], [1, -1, 1]]); // prettier-ignore
  });

  it('takes a function, a truth table or its rows, in any order', () => {
    const pairs: Example[] = [[[1, 0], 1], [[0, 0], 0], [[1, 1], 0], [[0, 1], 1]]; // prettier-ignore
    const xor = ([a, b]: Bit[]) => a !== b;
    for (const built of [scratch.circuitFor(xor), scratch.circuitFor(data.gate('xor')), scratch.circuitFor(pairs)]) {
      expect(rows.map((x) => built(x)[0]).join('')).toBe('0110');
    }
  });

  it('makes no tensors of its own', () => {
    const table = data.gate('majority');
    expectNoLeakedTensors(() => scratch.circuitFor(table));
    expectNoLeakedTensors(() => scratch.circuitFor(([a, b]) => a === b));
  });

  it('refuses tables with a row too few or twice, and targets that are not 0 or 1', () => {
    const make = (pairs: unknown) => () => scratch.circuitFor(pairs as Example[]);
    expect(make([[[0, 0], 1], [[0, 1], 1]])).toThrow('scratch.circuitFor: expected each of the 4 rows of 2 inputs once'); // prettier-ignore
    expect(make([[[0], 1], [[0], 1]])).toThrow("of 1 inputs once, got '2 rows, 1 of them different'"); // prettier-ignore
    expect(make([[[0], 0.5], [[1], 1]])).toThrow('the target of row 0 to be 0 or 1, got 0.5'); // prettier-ignore
    expect(make([[[0], 0], [[3], 1]])).toThrow('x of row 1[0] to be 0 or 1, got 3'); // prettier-ignore
    expect(() => scratch.circuitFor(data.blobs())).toThrow('to be 0 or 1');
    expect(() => scratch.circuitFor(() => 2)).toThrow('expected the function to answer 0, 1, false or true');
    expect(() => scratch.circuitFor(() => 1, { inputs: 11 })).toThrow(
      'scratch.circuitFor: expected inputs to be a whole number',
    );
  });
});
