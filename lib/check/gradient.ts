/** Judges a gradient by finite differences of its loss, at weights that the check gives. */
import { words } from '../words';
import { judgeClose, type CloseOptions } from './close';
import { copyOf, type Numbers } from './numbers';
import type { Verdict } from './verdict';

const say = words.judge;

/** Weights as a gradient is taken of them: a number, or lists of lists. */
export type Weights = number | readonly Weights[];

/** How a gradient is judged. */
export interface GradientOptions<W extends Weights, Rest extends unknown[]> extends Omit<
  CloseOptions<[W, ...Rest]>,
  'right' | 'recognise'
> {
  /** The loss, in plain numbers: float32 is too coarse for differences. The gradient is that by its first argument. */
  loss: (weights: W, ...rest: Rest) => number;
  /** The step to each side. Default 0.00001. */
  step?: number;
}

/**
 * Passed if `attempt` answers with the gradient of `loss` by the weights, which are the first of its arguments. Else a
 * misconception; or that the sign is turned round, or a constant factor is wrong; or how far off it is and where.
 *
 *     judgeGradient(attempt, {
 *       points: 2,
 *       inputs: [[[0.5, -1], [[1, 2], [3, 4]], [1, 0]]],
 *       loss: (w, xs, ys) => mean(xs.map((x, i) => (dot(w, x) - ys[i]) ** 2)),
 *       passed: '…',
 *       wrong: '…',
 *     });
 *
 * Give weights where the loss has no kink, and none at which the gradient is 0 throughout.
 */
export function judgeGradient<W extends Weights, Rest extends unknown[]>(
  attempt: (weights: W, ...rest: Rest) => unknown,
  { loss, step = 1e-5, tolerance = 1e-4, ...options }: GradientOptions<W, Rest>,
): Verdict {
  const right = (weights: W, ...rest: Rest) =>
    numericGradient((moved: W) => loss(moved, ...copyOf(rest)), weights, step);
  return judgeClose<[W, ...Rest]>(attempt, { ...options, right, tolerance, recognise: recogniseFactor });
}

/** The central difference (f(w + h) - f(w - h)) / 2h for each number of the weights, in their arrangement. */
export function numericGradient<W extends Weights>(f: (weights: W) => number, weights: W, step = 1e-5): Weights {
  const within = (part: Weights, put: (part: Weights) => W): Weights => {
    if (typeof part !== 'number') {
      return part.map((each, i) => within(each, (moved) => put(part.map((other, j) => (i === j ? moved : other)))));
    }
    const h = step * Math.max(1, Math.abs(part));
    return (f(put(part + h)) - f(put(part - h))) / (2 * h);
  };
  return within(weights, (whole) => whole as W);
}

/** One factor between all that came and all that should have come: -1 is a turned sign, others were left out or put in. */
function recogniseFactor(came: readonly Numbers[], expected: readonly Numbers[]): string | undefined {
  const [is, should] = [came, expected].map((all) => all.flatMap(({ flat }) => flat)) as [number[], number[]];
  const same = came.every(({ shape }, i) => String(shape) === String(expected[i]!.shape));
  const largest = should.reduce((most, each, i) => (Math.abs(each) > Math.abs(should[most]!) ? i : most), 0);
  const factor = is[largest]! / should[largest]!;
  if (Math.abs(factor - 1) < 0.01) return undefined; // inexact, not another formula
  if (!same || should.length < 2 || !Number.isFinite(factor) || Math.abs(factor) < 1e-3) return undefined;
  const fits = should.every(
    (each, i) => Math.abs(is[i]! - factor * each) <= 1e-3 * Math.max(1, Math.abs(factor * each)),
  );
  if (!fits) return undefined;
  return Math.abs(factor + 1) < 1e-3 ? say.sign : say.factor(Number(factor.toPrecision(3)));
}
