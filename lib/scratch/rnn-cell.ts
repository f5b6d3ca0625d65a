/** The simple recurrent cell, forward, and back through time: where gradients vanish. */
import { fail, numbers } from '../assert';
import { tanh } from './activations';
import { opened, sums, type CellState, type CellWeights } from './cells';
import { isArray, notOverflown } from './checks';
import { transpose, type Matrix } from './layer';

/** What {@link rnnCell} makes of one input. */
export interface RnnStep {
  /** The input, [inputs], and the state before, [units]. */
  x: number[];
  hBefore: number[];
  /** The sums x W + h U + b, [units]. */
  z: number[];
  /** The new state, tanh z, [units]. */
  h: number[];
}

/** What {@link backwardThroughTime} finds: ∂loss/∂ of the weights and of every step. */
export interface RnnGradients {
  dW: Matrix;
  dU: Matrix;
  db: number[];
  /** ∂loss/∂x of each step, [time, inputs]. */
  dx: Matrix;
  /** ∂loss/∂h of each step, by all ways on which h reaches the loss, [time, units]. */
  dh: Matrix;
  /** The length ‖∂loss/∂h‖ at each step, [time]: it shrinks (vanishes) or grows (explodes) towards the past. */
  norms: number[];
}

/**
 * One step of the simplest recurrent network: h ← tanh(x W + h U + b).
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * const weights = { W: [[1, -1]], U: [[0.5, 0], [0, 0.5]], b: [0, 0] }; // 1 input, 2 units
 * const first = scratch.rnnCell([1], weights); // from the state [0, 0]
 * const second = scratch.rnnCell([0], weights, first);
 * console.log(first.h, second.z, second.h);
 * ```
 *
 * `x` has one number for each row of W; `before` is the step before, or a state `{ h }`; without it h is 0.
 * Returns x, the state before, z and h. With the weights of `tf.layers.simpleRNN` it gives that layer's states.
 * Throws where shapes don't fit, a number is not finite, or the sums overflow.
 * Source: Elman, "Finding structure in time", 1990; lesson 19.
 */
export function rnnCell(x: readonly number[], weights: CellWeights, before: CellState = {}): RnnStep {
  const who = 'scratch.rnnCell';
  const { h: hBefore } = opened(who, x, weights, 1, before);
  const { W, U, b } = weights;
  const z = sums(who, [[x, W], [hBefore, U]], b); // prettier-ignore
  return { x: [...x], hBefore, z, h: z.map(tanh) };
}
/** The one block of columns in W, U and b. */
rnnCell.gates = ['h'] as const;

/**
 * The chain rule through all steps of {@link rnnCell}, from the last to the first: dz = dh tanh′(z), and then dz goes to the
 * step before as dz Uᵀ. Each step back multiplies by U and by a slope of at most 1, which is why gradients vanish.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * const weights = scratch.cellWeights(scratch.rnnCell, 1, 4, { seed: 1 });
 * const xs = Array.from({ length: 20 }, (_, t) => [Math.sin(t)]);
 * const steps = scratch.throughTime(xs, scratch.rnnCell, weights);
 * const { norms, dW } = scratch.backwardThroughTime(steps, weights, [1, 1, 1, 1]);
 * console.log(norms, dW);
 * ```
 *
 * `dLoss` is ∂loss/∂h of the last step, [units], or of each step, [time, units].
 * Returns the gradients of weights, inputs and states. Throws where shapes don't fit, a number is not finite, or a gradient
 * overflows.
 * Source: Werbos, "Backpropagation through time: what it does and how to do it", 1990; that gradients vanish: Bengio, Simard
 * and Frasconi, "Learning long-term dependencies with gradient descent is difficult", 1994; lesson 19.
 */
export function backwardThroughTime(
  steps: readonly RnnStep[],
  weights: CellWeights,
  dLoss: readonly number[] | readonly (readonly number[])[],
): RnnGradients {
  const who = 'scratch.backwardThroughTime';
  const direct = checked(who, steps, weights, dLoss); // [time, units]
  const [Wt, Ut] = [transpose(weights.W), transpose(weights.U)];
  const [dW, dU] = [weights.W, weights.U].map((matrix) => matrix.map((row) => row.map(() => 0))) as [Matrix, Matrix];
  const [db, noX] = [weights.b, weights.W].map((list) => list.map(() => 0)) as [number[], number[]];
  const dx: Matrix = [];
  const dh: Matrix = [];
  let back = weights.b.map(() => 0); // what the step after sends back
  for (let t = steps.length - 1; t >= 0; t--) {
    const { x, hBefore, z } = steps[t]!;
    dh[t] = direct[t]!.map((d, unit) => d + back[unit]!);
    const dz = z.map((sum, unit) => dh[t]![unit]! * tanh.derivative(sum));
    dz.forEach((d, unit) => {
      x.forEach((value, i) => (dW[i]![unit]! += value * d));
      hBefore.forEach((value, i) => (dU[i]![unit]! += value * d));
      db[unit]! += d; // the same weights at each step: their gradients add up
    });
    dx[t] = sums(who, [[dz, Wt]], noX);
    back = sums(who, [[dz, Ut]], weights.b.map(() => 0)); // prettier-ignore
  }
  notOverflown(who, 'the gradients', [...dW, ...dU, db]);
  return { dW, dU, db, dx, dh, norms: dh.map((row) => Math.hypot(...row)) };
}

/** ∂loss/∂h as the loss itself gives it at each step, [time, units]. */
function checked(who: string, steps: readonly RnnStep[], weights: CellWeights, dLoss: readonly unknown[]): Matrix {
  if (!isArray(steps) || steps.length === 0) fail(who, 'steps, what scratch.throughTime returns', steps);
  for (const step of steps) {
    if (!isArray(step?.hBefore)) fail(who, 'steps of scratch.rnnCell', step);
    opened(who, step.x, weights, 1, { h: step.hBefore });
    numbers(who, { z: step.z }, weights.b.length);
  }
  const none = () => weights.b.map(() => 0);
  const each = isArray(dLoss?.[0]) ? dLoss : [...steps.slice(1).map(none), dLoss];
  if (each.length !== steps.length) fail(who, `dLoss to have ${steps.length} rows, one for each step`, each.length);
  each.forEach((row, t) => numbers(who, { [isArray(dLoss?.[0]) ? `dLoss[${t}]` : 'dLoss']: row }, weights.b.length));
  return each as Matrix;
}
