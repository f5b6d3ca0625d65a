/** Boolean functions as data sets: every row of a truth table is an example. */
import { fail, oneOf, whole } from '../assert';
import * as tf from '../tensorflow';
import type { Bit, Dataset, Example } from '../types';

/** A Boolean function: it takes an array of 0s and 1s and answers 0, 1, false or true. */
export type BooleanFunction = (x: Bit[]) => number | boolean;

/** Options of {@link truthTable}. */
export interface TruthTableOptions {
  /** How many inputs the function has, from 1 to 10. Default 2. */
  inputs?: number;
}

/** The names that {@link gate} knows. */
export type Gate = 'and' | 'or' | 'nand' | 'nor' | 'xor' | 'not' | 'majority';

/** Options of {@link gate}. */
export interface GateOptions {
  /**
   * How many inputs, up to 10. Default 1 for 'not', 3 for 'majority' (which wants an odd number) and 2 for the others.
   */
  inputs?: number;
}

/** Each gate in terms of how many of its inputs are 1. */
const gates: Record<Gate, (ones: number, inputs: number) => boolean> = {
  and: (ones, inputs) => ones === inputs,
  or: (ones) => ones > 0,
  nand: (ones, inputs) => ones < inputs,
  nor: (ones) => ones === 0,
  xor: (ones) => ones % 2 === 1,
  not: (ones) => ones === 0,
  majority: (ones, inputs) => ones > inputs / 2,
};

/**
 * Every row of a Boolean function, in counting order: 00, 01, 10, 11 for two inputs.
 *
 * ```ts
 * import { data, show } from 'neurona';
 *
 * const implies = data.truthTable(([a, b]) => !a || b, { inputs: 2 });
 * show.points(implies);
 * ```
 *
 * Returns `xs` [2^inputs, inputs] and `ys` [2^inputs, 1]. Throws where `inputs` is out of range or `f` answers anything
 * else.
 */
export function truthTable(f: BooleanFunction, { inputs = 2 }: TruthTableOptions = {}): Dataset {
  const rows = rowsOf('data.truthTable', f, inputs);
  return {
    xs: tf.tensor2d(
      rows.map(([x]) => x),
      [rows.length, inputs],
    ),
    ys: tf.tensor2d(
      rows.map(([, y]) => y),
      [rows.length, 1],
    ),
    classes: ['0', '1'],
  };
}

/** The rows of a truth table as plain examples, for `who`, who asks in the error's name. */
export function rowsOf(who: string, f: BooleanFunction, inputs: number): Example[] {
  whole(who, { inputs }, 1, 10);
  if (typeof f !== 'function') fail(who, 'a function of an array of 0s and 1s', f);
  return Array.from({ length: 2 ** inputs }, (_, number) => {
    const x = bitsOf(number, inputs);
    const y: unknown = f([...x]); // a copy: f may change its own
    if (y === true || y === 1) return [x, 1];
    if (y === false || y === 0) return [x, 0];
    return fail(who, `the function to answer 0, 1, false or true for [${x.join(', ')}]`, y);
  });
}

/**
 * The truth table of a well-known gate. With more than two inputs 'xor' is 1 where an odd number of inputs is.
 *
 * ```ts
 * import { data, scratch } from 'neurona';
 *
 * const or = new scratch.Perceptron(2);
 * console.log(or.fit(data.gate('or')).converged, or.fit(data.gate('xor')).converged);
 * ```
 *
 * Returns `xs` [2^inputs, inputs] and `ys` [2^inputs, 1]. Throws where the name is unknown or `inputs` does not suit
 * the gate.
 */
export function gate(name: Gate, { inputs = usualInputs(name) }: GateOptions = {}): Dataset {
  const who = 'data.gate';
  oneOf(who, { name }, Object.keys(gates));
  if (name === 'not') whole(who, { "inputs of 'not'": inputs }, 1, 1);
  else whole(who, { inputs }, 2, 10);
  if (name === 'majority' && inputs % 2 === 0)
    fail(who, "inputs of 'majority' to be odd, so that no vote is a tie", inputs);
  const answer = gates[name];
  return truthTable((x) => answer(x.filter((bit) => bit === 1).length, inputs), { inputs });
}

function usualInputs(name: Gate): number {
  if (name === 'not') return 1;
  return name === 'majority' ? 3 : 2;
}

/** The binary digits of `number`, the most significant first. */
function bitsOf(number: number, count: number): Bit[] {
  return Array.from({ length: count }, (_, i) => ((number >> (count - 1 - i)) & 1) as Bit);
}
