/** Gradient descent on any function of a few numbers: it remembers its path, for drawing on the function's surface. */
import { fail, finite, numbers, positive, whole } from '../assert';
import { tooLarge, type Optimizer } from './optimizer';
import { momentum as rolling } from './optimizers';

/** A function of a point: of its list of coordinates. */
export type Surface = (point: number[]) => number;

/** Options of {@link gradientDescent}. */
export interface GradientDescentOptions {
  /** The gradient at a point, one number for each coordinate. Default: measured by central differences. */
  gradient?: (point: number[]) => number[];
  /** How far a step goes, above 0. Default 0.1. */
  learningRate?: number;
  /** How much of the last step's speed is kept, from 0 up to, but not including, 1. Default 0. */
  momentum?: number;
  /** How many steps, from 0 up. Default 100. */
  steps?: number;
  /** Any of the optimizers, freshly made, in the place of learningRate and momentum. Default none. */
  optimizer?: Optimizer;
}

/** What {@link gradientDescent} has walked. */
export interface Descent {
  /** The points, from the start to the last, one more than steps were made. */
  path: number[][];
  /** The function at each point of the path. */
  losses: number[];
  /** Whether a point or loss stopped being finite or a gradient grew past 1e150: the path then ends at the last good one. */
  diverged: boolean;
}

/**
 * Walks down a function from `start`, step by step against its gradient.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * const bowl = ([x, y]: number[]) => x ** 2 + 3 * y ** 2;
 * const { path, losses, diverged } = scratch.gradientDescent(bowl, [2, 1], { learningRate: 0.1, steps: 20 });
 * console.log(path.at(-1), losses.at(-1), diverged);
 * console.log(scratch.gradientDescent(bowl, [2, 1], { optimizer: scratch.adam({ learningRate: 0.1 }) }).losses.at(-1));
 * ```
 *
 * Returns the path, its losses, and whether it diverged; where it does, it stops. Throws where an option is out of range,
 * the function is not finite at the start, or the gradient has not one number for each coordinate.
 * Source: Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées", 1847.
 */
export function gradientDescent(
  f: Surface,
  start: readonly number[],
  { gradient, learningRate, momentum, steps = 100, optimizer }: GradientDescentOptions = {},
): Descent {
  const who = 'scratch.gradientDescent';
  if (typeof f !== 'function') fail(who, 'f to be a function of a point', f);
  numbers(who, { start });
  if (start.length === 0) fail(who, 'start to hold at least one number', start);
  whole(who, { steps }, 0, 1_000_000);
  const own = learningRate ?? momentum;
  if (optimizer && own !== undefined) {
    fail(who, 'either an optimizer or learningRate and momentum', 'both', 'give the optimizer its own learningRate');
  }
  const rule = optimizer ?? rolling({ learningRate: learningRate ?? 0.1, momentum: momentum ?? 0 });
  const slope = gradient ?? ((point: number[]) => differences(f, point, 1e-5));

  const path = [[...start]];
  const losses = [f([...start])];
  finite(who, { 'f(start)': losses[0] });
  while (path.length <= steps) {
    const gradients = slope([...path.at(-1)!]);
    if (!Array.isArray(gradients) || gradients.length !== start.length) {
      fail(who, `the gradient to be an array of ${start.length} numbers`, gradients);
    }
    if (gradients.some(tooLarge)) return { path, losses, diverged: true };
    const point = rule.step(path.at(-1)!, gradients);
    if (!point.every(Number.isFinite)) return { path, losses, diverged: true };
    const loss = f([...point]);
    if (!Number.isFinite(loss)) return { path, losses, diverged: true };
    path.push(point);
    losses.push(loss);
  }
  return { path, losses, diverged: false };
}

/** Options of {@link numericGradient}. */
export interface NumericGradientOptions {
  /** How far to each side the function is asked, above 0; larger for large coordinates. Default 1e-5. */
  delta?: number;
}

/**
 * The gradient of a function at a point, measured: (f(x + δ) − f(x − δ)) / 2δ along each axis, the central difference.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.numericGradient(([x, y]) => x ** 2 * y, [3, 2]));
 * ```
 *
 * Returns one number for each coordinate. Throws where the function is not finite near the point, or delta is not above 0.
 * Source: any book of numerical analysis; used to check every derivative of this library.
 */
export function numericGradient(
  f: Surface,
  point: readonly number[],
  { delta = 1e-5 }: NumericGradientOptions = {},
): number[] {
  const who = 'scratch.numericGradient';
  if (typeof f !== 'function') fail(who, 'f to be a function of a point', f);
  numbers(who, { point });
  positive(who, { delta });
  const gradient = differences(f, point, delta);
  const bad = gradient.findIndex((slope) => !Number.isFinite(slope));
  if (bad >= 0) fail(who, `a finite slope along axis ${bad}`, gradient[bad], 'f is not finite near the point');
  return gradient;
}

function differences(f: Surface, point: readonly number[], delta: number): number[] {
  return point.map((x, i) => {
    const width = delta * Math.max(1, Math.abs(x));
    const at = (moved: number) => f(point.map((other, j) => (j === i ? moved : other)));
    return (at(x + width) - at(x - width)) / (x + width - (x - width)); // what was moved after rounding
  });
}
