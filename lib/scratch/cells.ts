/** What the recurrent cells share: their weights, how those are drawn, their sums, and the run through a sequence. */
import { fail, numbers, whole } from '../assert';
import { generator } from '../random';
import { isArray, matrix, notOverflown } from './checks';
import type { Matrix } from './layer';
import { orthogonal } from './orthogonal';

/**
 * The weights of a recurrent cell, as tf.layers' simpleRNN, lstm and gru keep them, so `layer.getWeights()` gives them in
 * this order: the gates stand side by side in the columns.
 */
export interface CellWeights {
  /** From the inputs, [inputs, gates · units]. */
  W: Matrix;
  /** From the state before, [units, gates · units]. */
  U: Matrix;
  /** The biases, [gates · units]. */
  b: number[];
}

/** What goes from one step to the next; what is not given is 0. */
export interface CellState {
  /** The state that others see, [units]. */
  h?: number[];
  /** The cell's own memory, [units]; only an LSTM has it. */
  c?: number[];
}

/** A recurrent cell: a function of one input and the step before, that knows the names of its gates. */
export interface Cell<Step extends CellState> {
  /** Returns all that the step made; the next step takes it as its `before`. */
  (x: readonly number[], weights: CellWeights, before?: CellState): Step;
  /** The gates, in the order of the columns of W, U and b; of rnnCell, which has none, its h. */
  readonly gates: readonly string[];
  readonly name: string;
}

/** Options of {@link cellWeights}. */
export interface CellWeightsOptions {
  /** The whole number that decides the weights. Default 0. */
  seed?: number;
}

/**
 * First weights for a cell of `units` units with `inputs` inputs: W glorotUniform, from ±√(6 / (inputs + gates · units)), the
 * rows of U orthogonal, b at 0 but at 1 for the forget gate of an LSTM, so that it begins by remembering.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * const { W, U, b } = scratch.cellWeights(scratch.lstmCell, 2, 3, { seed: 1 });
 * console.log(W.length, W[0]!.length, U.length, b, scratch.lstmCell.gates);
 * ```
 *
 * Returns W, U and b. Throws where `inputs`, `units` or `seed` is out of range, or the cell is none.
 * Source: Glorot and Bengio, 2010; Saxe, McClelland and Ganguli, 2013; Jozefowicz, Zaremba and Sutskever, "An empirical
 * exploration of recurrent network architectures", 2015.
 */
export function cellWeights<Step extends CellState>(
  cell: Cell<Step>,
  inputs: number,
  units: number,
  { seed = 0 }: CellWeightsOptions = {},
): CellWeights {
  const who = 'scratch.cellWeights';
  checkCell(who, cell);
  whole(who, { inputs }, 1, 10_000);
  whole(who, { units }, 1, 1024);
  whole(who, { seed }, 0);
  const random = generator(seed);
  const columns = cell.gates.length * units;
  const limit = Math.sqrt(6 / (inputs + columns));
  const row = () => Array.from({ length: columns }, () => random.uniform(-limit, limit));
  return {
    W: Array.from({ length: inputs }, row),
    U: orthogonal(units, columns, random),
    b: cell.gates.flatMap((gate) => Array<number>(units).fill(gate === 'f' ? 1 : 0)),
  };
}

/**
 * Runs a cell through a sequence `xs` [time, inputs], one step after the other, from the state `first` (0 where not given).
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * const weights = scratch.cellWeights(scratch.gruCell, 1, 3, { seed: 1 });
 * const steps = scratch.throughTime([[1], [0], [0]], scratch.gruCell, weights); // a pulse, and its echo
 * console.log(steps.map(({ h }) => h), steps[0]!.z);
 * ```
 *
 * Returns what the cell returns, for each step. Throws where `xs` is empty, or the cell throws: its shapes don't fit.
 * Source: Elman, "Finding structure in time", 1990; lesson 19.
 */
export function throughTime<Step extends CellState>(
  xs: readonly (readonly number[])[],
  cell: Cell<Step>,
  weights: CellWeights,
  first: CellState = {},
): Step[] {
  checkCell('scratch.throughTime', cell);
  if (!isArray(xs) || xs.length === 0) fail('scratch.throughTime', 'xs to be an array of steps, at least one', xs);
  let before = first;
  return xs.map((x) => {
    const step = cell(x, weights, before);
    before = step;
    return step;
  });
}

/** Wants weights that fit x and each other; returns the states before, 0 where they are not given. */
export function opened(
  who: string,
  x: readonly number[],
  weights: CellWeights,
  gates: number,
  before: CellState,
): Required<CellState> {
  if (weights === null || typeof weights !== 'object') fail(who, 'weights { W, U, b }', weights);
  const { W, U, b } = weights;
  numbers(who, { x });
  matrix(who, 'W', W, x.length);
  if (!isArray(U) || U.length === 0) fail(who, 'U to be an array of rows, one for each unit', U);
  const units = U.length;
  matrix(who, 'U', U, units);
  for (const [name, row] of Object.entries({ 'W[0]': W[0]!, 'U[0]': U[0]!, b }))
    numbers(who, { [name]: row }, gates * units);
  const { h = Array<number>(units).fill(0), c = Array<number>(units).fill(0) } = before;
  numbers(who, { h }, units);
  numbers(who, { c }, units);
  return { h, c };
}

/** Σ over the terms, each a row times a matrix, plus b: x W + h U + b, for the columns `from` up to `to`. */
export function sums(
  who: string,
  terms: readonly (readonly [row: readonly number[], matrix: Matrix])[],
  b: readonly number[],
  from = 0,
  to = b.length,
): number[] {
  const z = b.slice(from, to);
  for (const [row, matrix] of terms)
    row.forEach((value, i) => {
      for (let column = from; column < to; column++) z[column - from]! += value * matrix[i]![column]!;
    });
  return notOverflown(who, 'the sums', [z])[0]!;
}

function checkCell(who: string, cell: unknown): void {
  if (typeof cell !== 'function' || !('gates' in cell))
    fail(who, 'a cell: scratch.rnnCell, scratch.lstmCell or scratch.gruCell', cell);
}
