/** Truth tables, written out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data } from '../../../lib/index';
import type { Bit } from '../../../lib/types';
import { expectNoLeakedTensors } from '../../support/tensors';

const column = (dataset: ReturnType<typeof data.gate>) => dataset.ys.arraySync().flat().join('');

describe('data.gate', () => {
  // By hand, for 00 01 10 11.
  it.each([
    ['and', '0001'],
    ['or', '0111'],
    ['nand', '1110'],
    ['nor', '1000'],
    ['xor', '0110'],
  ] as const)('%s of two inputs is %s', (name, answers) => {
    const dataset = data.gate(name);
    expect(dataset.xs.arraySync()).toEqual([[0, 0], [0, 1], [1, 0], [1, 1]]); // prettier-ignore
    expect(column(dataset)).toBe(answers);
  });

  // By hand, for 000 001 010 011 100 101 110 111.
  it.each([
    ['and', '00000001'],
    ['or', '01111111'],
    ['nand', '11111110'],
    ['nor', '10000000'],
    ['xor', '01101001'],
    ['majority', '00010111'],
  ] as const)('%s of three inputs is %s', (name, answers) => {
    expect(column(data.gate(name, { inputs: 3 }))).toBe(answers);
  });

  it('not has one input; majority has three by default', () => {
    expect(data.gate('not').xs.arraySync()).toEqual([[0], [1]]);
    expect(column(data.gate('not'))).toBe('10');
    expect(column(data.gate('majority'))).toBe('00010111');
  });

  it('refuses unknown names and inputs that do not suit the gate', () => {
    expect(() => data.gate('nxor' as 'xor')).toThrow(/^data.gate: expected name to be one of 'and', .*, got 'nxor'$/);
    expect(() => data.gate('toString' as 'xor')).toThrow('expected name to be one of');
    expect(() => data.gate('and', { inputs: 11 })).toThrow(
      'data.gate: expected inputs to be a whole number from 2 to 10',
    );
    expect(() => data.gate('and', { inputs: 1 })).toThrow(
      'data.gate: expected inputs to be a whole number from 2 to 10',
    );
    expect(() => data.gate('not', { inputs: 2 })).toThrow("data.gate: expected inputs of 'not' to be a whole number");
    expect(() => data.gate('majority', { inputs: 4 })).toThrow("data.gate: expected inputs of 'majority' to be odd");
  });
});

describe('data.truthTable', () => {
  it('lists every row in counting order, for 1 to 10 inputs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), (inputs) => {
        const { xs, ys } = data.truthTable(() => 0, { inputs });
        expect(ys.shape).toEqual([2 ** inputs, 1]);
        const numbers = xs.arraySync().map((x) => parseInt(x.join(''), 2));
        expect(numbers).toEqual(Array.from({ length: 2 ** inputs }, (_, i) => i));
        xs.dispose();
        ys.dispose();
      }),
    );
  });

  it('asks the function once for each row, and takes numbers and booleans', () => {
    const asked: Bit[][] = [];
    const dataset = data.truthTable(([a, b]) => (asked.push([a!, b!]), a! > b!));
    expect(asked).toEqual([[0, 0], [0, 1], [1, 0], [1, 1]]); // prettier-ignore
    expect(column(dataset)).toBe('0010');
    expect(column(data.truthTable(([a]) => 1 - a!, { inputs: 1 }))).toBe('10');
  });

  it('is not confused by a function that changes its argument', () => {
    const { xs } = data.truthTable((x) => (x.fill(1), 1));
    expect(xs.arraySync()).toEqual([[0, 0], [0, 1], [1, 0], [1, 1]]); // prettier-ignore
  });

  it('hands back its two tensors and leaves no other', () => {
    expectNoLeakedTensors(() => data.truthTable(() => true), 2);
  });

  it('refuses other answers, other arguments and too many inputs', () => {
    const table = data.truthTable as (f: unknown, options?: { inputs: number }) => unknown;
    expect(() => table(([a]: number[]) => a! / 2)).toThrow(
      'data.truthTable: expected the function to answer 0, 1, false or true for [1, 0], got 0.5',
    );
    for (const answer of [NaN, undefined, '1', 2])
      expect(() => table(() => answer)).toThrow('to answer 0, 1, false or true');
    expect(() => table('and')).toThrow("data.truthTable: expected a function of an array of 0s and 1s, got 'and'");
    for (const inputs of [0, 11, 1.5, NaN]) expect(() => table(() => 0, { inputs })).toThrow('from 1 to 10');
  });
});
