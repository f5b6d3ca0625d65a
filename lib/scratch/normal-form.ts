/** A circuit for any Boolean function: what one unit can't do, two layers of them can. */
import { bits, fail } from '../assert';
import { examplesOf } from '../data/examples';
import { rowsOf, type BooleanFunction } from '../data/gates';
import type { Dataset, Example } from '../types';
import { words } from '../words';
import { circuit, type Circuit } from './circuit';
import { unit, type Unit } from './mcculloch-pitts';

/** Options of {@link circuitFor}. */
export interface CircuitForOptions {
  /** How many inputs a function has, from 1 to 10; a truth table knows for itself. Default 2. */
  inputs?: number;
}

/**
 * A circuit for any Boolean function: a unit for each row that is 1, which fires for this row alone, and an "or" of
 * them all.
 * The logicians' name for it is the disjunctive normal form.
 *
 * ```ts
 * import { data, scratch } from 'neurona';
 *
 * const majority = scratch.circuitFor(data.gate('majority'));
 * const equal = scratch.circuitFor(([a, b, c]) => a === b && b === c, { inputs: 3 });
 * console.log(majority([1, 0, 1]), equal([1, 1, 1]));
 * ```
 *
 * `wanted` is a function of an array of 0s and 1s, or a truth table with each row once, as `data.gate` and
 * `data.truthTable` make it.
 * Returns a circuit with one output. Throws where the table has a row too few, or twice, or a target that is not 0 or
 * 1.
 */
export function circuitFor(
  wanted: BooleanFunction | Dataset | readonly Example[],
  { inputs: asked = 2 }: CircuitForOptions = {},
): Circuit {
  const who = 'scratch.circuitFor';
  const rows = typeof wanted === 'function' ? rowsOf(who, wanted, asked) : examplesOf(who, wanted);
  const inputs = rows[0]![0].length;
  rows.forEach(([x, y], row) => {
    bits(who, { [`x of row ${row}`]: x }, inputs);
    if (y !== 0 && y !== 1) fail(who, `the target of row ${row} to be 0 or 1`, y);
  });
  const different = new Set(rows.map(([x]) => x.join(''))).size;
  if (rows.length !== 2 ** inputs || different !== rows.length) {
    fail(
      who,
      `each of the ${2 ** inputs} rows of ${inputs} inputs once`,
      `${rows.length} rows, ${different} of them different`,
    );
  }

  const ones = rows.filter(([, y]) => y === 1).map(([x]) => only(x));
  const hidden = ones.length > 0 ? ones : [never(inputs)];
  return circuit([hidden, [unit({ weights: hidden.map(() => 1), threshold: 1, label: words.scratch.or })]]);
}

/** Fires for `row` alone: each 1 missing takes a vote away, each 1 too many votes against. */
function only(row: readonly number[]): Unit {
  const ones = row.filter((bit) => bit === 1).length;
  return unit({ weights: row.map((bit) => (bit ? 1 : -1)), threshold: ones, label: words.scratch.rowUnit(row) });
}

/** Stands in the hidden layer where no row is 1. */
function never(inputs: number): Unit {
  return unit({ weights: Array<number>(inputs).fill(0), threshold: 1, label: words.scratch.never });
}
