/** The GRU cell: one state, and two gates that decide what of it stays. */
import { sigmoid, tanh } from './activations';
import { opened, sums, type CellState, type CellWeights } from './cells';

/** What {@link gruCell} makes of one input; all [units]. */
export interface GruStep {
  /** The update gate, 0 to 1: how much of the state stays; 1 changes nothing. */
  z: number[];
  /** The reset gate, 0 to 1: how much of the state the candidate sees. */
  r: number[];
  /** The candidate, −1 to 1: what might become the state; some write h̃. */
  n: number[];
  /** The state, z h + (1 − z) n. */
  h: number[];
}

/**
 * One step of the gated recurrent unit: z, r = σ(x W + h U + b), n = tanh(x W + (r h) U + b), each with its own columns of
 * the weights; then h ← z h + (1 − z) n.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * const weights = scratch.cellWeights(scratch.gruCell, 2, 3, { seed: 1 });
 * const { z, r, n, h } = scratch.gruCell([1, -1], weights, { h: [0.5, 0, -0.5] });
 * console.log({ z, r, n, h });
 * ```
 *
 * `x` has one number for each row of W; `before` is the step before, or a state `{ h }`; without it h is 0.
 * Columns stand in the order z, r, n, that of `tf.layers.gru({ recurrentActivation: 'sigmoid' })`, whose weights it takes as
 * they are. The reset gate acts before U, as in the paper, (r h) U; Keras and PyTorch by default let it act after, r (h U)
 * (`reset_after`), with a bias of its own: their weights don't fit.
 * Returns both gates, the candidate and the state. Throws where shapes don't fit, a number is not finite, or the sums overflow.
 * Source: Cho and others, "Learning phrase representations using RNN encoder-decoder for statistical machine translation",
 * 2014; lesson 19.
 */
export function gruCell(x: readonly number[], weights: CellWeights, before: CellState = {}): GruStep {
  const who = 'scratch.gruCell';
  const { h: hBefore } = opened(who, x, weights, 3, before);
  const { W, U, b } = weights;
  const units = U.length;
  const gates = sums(who, [[x, W], [hBefore, U]], b, 0, 2 * units).map(sigmoid); // prettier-ignore
  const [z, r] = [gates.slice(0, units), gates.slice(units)];
  const seen = hBefore.map((value, unit) => r[unit]! * value); // r h
  const n = sums(who, [[x, W], [seen, U]], b, 2 * units).map(tanh); // prettier-ignore
  const h = n.map((candidate, unit) => z[unit]! * hBefore[unit]! + (1 - z[unit]!) * candidate);
  return { z, r, n, h };
}
/** The gates, in the order of the columns of W, U and b. */
gruCell.gates = ['z', 'r', 'n'] as const;
