/** Data sets as plain rows of numbers, checked at the door: what everything reads that computes without tensors. */
import type { Tensor } from '@tensorflow/tfjs';
import { fail, finite, numbers } from '../assert';
import type { Dataset, Example } from '../types';

/** Inputs, one row each: a tensor of shape [samples, features], or plain rows. */
export type Inputs = Tensor | readonly (readonly number[])[];

/**
 * A data set as plain numbers, `[x, y]` for each row: for the lessons that use no tensors.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * for (const [x, y] of data.examples(data.gate('and'))) console.log(x, '→', y);
 * ```
 *
 * Returns as many pairs as the data set has rows; `y` is the target, or the number of the class where `ys` is one-hot.
 * Throws where `xs` is not [samples, features], `ys` not [samples, 1] or one-hot, or a number is not finite.
 */
export function examples(dataset: Dataset): Example[] {
  return examplesOf('data.examples', dataset);
}

/** The examples of a data set or of plain pairs, for `who`, who asks in the error's name. */
export function examplesOf(who: string, source: Dataset | readonly Example[]): Example[] {
  if (Array.isArray(source)) return plainExamples(who, source as readonly Example[]);
  const { xs, ys } = (source ?? {}) as Dataset;
  if (!isTensor(xs) || !isTensor(ys)) fail(who, 'a data set { xs, ys }', source);
  const inputs = inputRows(who, xs);
  const targets = targetsOf(who, ys);
  if (targets.length !== inputs.length) fail(who, `ys to have ${inputs.length} rows, as xs has`, ys);
  return inputs.map((x, row) => [x, targets[row]!]);
}

/** The target of each row of `ys`, or the number of its class where `ys` is one-hot, for `who`. */
export function targetsOf(who: string, ys: Tensor): number[] {
  return rowsOf(who, 'ys', ys).map((row, number) => target(who, row, number));
}

/** Inputs as plain rows, all of one length, for `who`, who asks in the error's name. */
export function inputRows(who: string, xs: Inputs): number[][] {
  if (isTensor(xs)) return rowsOf(who, 'xs', xs);
  if (!Array.isArray(xs) || xs.length === 0) fail(who, 'xs to be a tensor or an array of rows, at least one', xs);
  const width = Array.isArray(xs[0]) ? xs[0].length : undefined;
  return (xs as number[][]).map((x, row) => {
    numbers(who, { [`xs[${row}]`]: x }, width);
    return [...x];
  });
}

/** Tells a tensor from anything else, whichever copy of tfjs made it. */
export function isTensor(value: unknown): value is Tensor {
  const { shape, arraySync } = (value ?? {}) as Partial<Tensor>;
  return Array.isArray(shape) && typeof arraySync === 'function';
}

function plainExamples(who: string, pairs: readonly Example[]): Example[] {
  const bad = pairs.find((pair) => !Array.isArray(pair) || pair.length !== 2);
  if (pairs.length === 0 || bad) fail(who, 'at least one example, each a pair [x, y]', bad ?? pairs);
  const rows = inputRows(
    who,
    pairs.map(([x]) => x),
  );
  return rows.map((x, row) => {
    const y = pairs[row]![1];
    finite(who, { [`the target of example ${row}`]: y });
    return [x, y];
  });
}

function rowsOf(who: string, name: string, tensor: Tensor): number[][] {
  if (tensor.isDisposed) fail(who, `${name} to be alive`, tensor, 'it has been disposed: make the data set again');
  if (tensor.rank !== 2 || tensor.size === 0) fail(who, `${name} of shape [samples, columns], none of them 0`, tensor);
  const rows = tensor.arraySync() as number[][];
  rows.forEach((row, number) => {
    const bad = row.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) fail(who, `row ${number} of ${name} to hold finite numbers`, row[bad]);
  });
  return rows;
}

/** The one number of a row of `ys`, or the column of its 1. */
function target(who: string, row: readonly number[], number: number): number {
  if (row.length === 1) return row[0]!;
  const column = row.indexOf(1);
  const zeros = row.filter((value) => value === 0).length;
  if (column < 0 || zeros !== row.length - 1) fail(who, `row ${number} of ys to be one-hot: a single 1, else 0`, row);
  return column;
}
