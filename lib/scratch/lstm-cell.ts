/** The LSTM cell: a memory c that gates let in, let go and let out. */
import { sigmoid, tanh } from './activations';
import { opened, sums, type CellState, type CellWeights } from './cells';

/** What {@link lstmCell} makes of one input; all [units]. */
export interface LstmStep {
  /** The input gate, 0 to 1: how much of g comes into the memory. */
  i: number[];
  /** The forget gate, 0 to 1: how much of the memory stays; 1 forgets nothing. */
  f: number[];
  /** The candidate, −1 to 1: what might come into the memory; some write c̃. */
  g: number[];
  /** The output gate, 0 to 1: how much of the memory is seen. */
  o: number[];
  /** The memory, f c + i g. */
  c: number[];
  /** The state, o tanh c. */
  h: number[];
}

/**
 * One step of long short-term memory: i, f, o = σ(x W + h U + b), g = tanh(x W + h U + b), each with its own columns of the
 * weights; then c ← f c + i g and h ← o tanh(c). Where f stays near 1, the memory, and its gradient, lasts.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * const weights = scratch.cellWeights(scratch.lstmCell, 2, 3, { seed: 1 });
 * const { i, f, g, o, c, h } = scratch.lstmCell([1, -1], weights, { h: [0, 0, 0], c: [1, 0, -1] });
 * console.log({ i, f, g, o, c, h });
 * ```
 *
 * `x` has one number for each row of W; `before` is the step before, or a state `{ h, c }`; what it does not give is 0.
 * Columns stand in the order i, f, g, o, that of Keras, PyTorch and `tf.layers.lstm({ recurrentActivation: 'sigmoid' })`,
 * whose weights it takes as they are (PyTorch's transposed, its two biases added).
 * Returns all gates and states. Throws where shapes don't fit, a number is not finite, or the sums overflow.
 * Source: Hochreiter and Schmidhuber, "Long short-term memory", 1997; the forget gate: Gers, Schmidhuber and Cummins,
 * "Learning to forget", 2000; lesson 19.
 */
export function lstmCell(x: readonly number[], weights: CellWeights, before: CellState = {}): LstmStep {
  const who = 'scratch.lstmCell';
  const { h: hBefore, c: cBefore } = opened(who, x, weights, 4, before);
  const { W, U, b } = weights;
  const units = U.length;
  const z = sums(who, [[x, W], [hBefore, U]], b); // prettier-ignore
  const gate = (number: number) => z.slice(number * units, (number + 1) * units);
  const [i, f, g, o] = [gate(0).map(sigmoid), gate(1).map(sigmoid), gate(2).map(tanh), gate(3).map(sigmoid)];
  const c = cBefore.map((memory, unit) => f[unit]! * memory + i[unit]! * g[unit]!);
  const h = c.map((memory, unit) => o[unit]! * tanh(memory));
  return { i, f, g, o, c, h };
}
/** The gates, in the order of the columns of W, U and b. */
lstmCell.gates = ['i', 'f', 'g', 'o'] as const;
