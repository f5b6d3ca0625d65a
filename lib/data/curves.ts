/** Curves with noise: one number is to be told from another. */
import { fail, finite, numbers, positive, whole } from '../assert';
import { generator } from '../random';
import type { Dataset } from '../types';
import { datasetOf } from './rows';

/** Options of {@link line}, {@link sine} and {@link polynomial}. */
export interface CurveOptions {
  /** How many points, from 1 up. Default 100. */
  samples?: number;
  /** Standard deviation of what is added to each y. Each curve has its default. */
  noise?: number;
  /** The smallest and the largest x; the points lie evenly at random between them. Each curve has its default. */
  range?: readonly [min: number, max: number];
  /** A whole number from 0 up that decides every random draw. Default 0. */
  seed?: number;
}

/** Options of {@link line}. */
export interface LineOptions extends CurveOptions {
  /** How much y grows where x grows by 1. Default 2. */
  slope?: number;
  /** The y where x is 0. Default 1. */
  intercept?: number;
}

/** Options of {@link sine}. */
export interface SineOptions extends CurveOptions {
  /** How far the wave goes up and down. Default 1. */
  amplitude?: number;
  /** The length of one wave along x, above 0. Default 2π. */
  period?: number;
}

/** Options of {@link polynomial}. */
export interface PolynomialOptions extends CurveOptions {
  /** The coefficients c₀, c₁, c₂, … of 1, x, x², …; at least one. Default [0, -1, 0, 2], that is 2x³ - x. */
  coefficients?: readonly number[];
}

/**
 * Points about a straight line, y = slope · x + intercept: what a single linear neuron can learn.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * const { xs, ys } = data.line({ slope: 3, intercept: -1, noise: 0.2 });
 * console.log(xs.shape, ys.shape);
 * ```
 *
 * Returns `xs` and `ys` [samples, 1]. `noise` is 0.5 and `range` from -5 to 5 if none is given.
 * Throws where an option is out of range or not finite.
 */
export function line({
  samples = 100,
  noise = 0.5,
  range = [-5, 5],
  seed = 0,
  slope = 2,
  intercept = 1,
}: LineOptions = {}): Dataset {
  const who = 'data.line';
  finite(who, { slope });
  finite(who, { intercept });
  return curve(who, { samples, noise, range, seed }, (x) => slope * x + intercept);
}

/**
 * Points about a wave, y = amplitude · sin(2π x / period): no straight line will do.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * const wave = data.sine({ period: 2, noise: 0, samples: 5 });
 * for (const [[x], y] of data.examples(wave)) console.log(x, y);
 * ```
 *
 * Returns `xs` and `ys` [samples, 1]. `noise` is 0.1 and `range` from -π to π if none is given.
 * Throws where an option is out of range or not finite.
 */
export function sine({
  samples = 100,
  noise = 0.1,
  range = [-Math.PI, Math.PI],
  seed = 0,
  amplitude = 1,
  period = 2 * Math.PI,
}: SineOptions = {}): Dataset {
  const who = 'data.sine';
  finite(who, { amplitude });
  positive(who, { period });
  return curve(who, { samples, noise, range, seed }, (x) => amplitude * Math.sin((2 * Math.PI * x) / period));
}

/**
 * Points about a polynomial, y = c₀ + c₁x + c₂x² + …: a few of them, and a model that is too large learns the noise.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * const parabola = data.polynomial({ coefficients: [1, 0, -2], samples: 12 });
 * console.log(parabola.ys.shape);
 * ```
 *
 * Returns `xs` and `ys` [samples, 1]. `noise` is 0.1 and `range` from -1 to 1 if none is given.
 * Throws where there is no coefficient, or an option is out of range or not finite.
 */
export function polynomial({
  samples = 100,
  noise = 0.1,
  range = [-1, 1],
  seed = 0,
  coefficients = [0, -1, 0, 2],
}: PolynomialOptions = {}): Dataset {
  const who = 'data.polynomial';
  numbers(who, { coefficients });
  if (coefficients.length === 0) fail(who, 'at least one coefficient', coefficients);
  // Horner's scheme: c₀ + x (c₁ + x (c₂ + …))
  const f = (x: number) => coefficients.reduceRight((sum, coefficient) => coefficient + x * sum, 0);
  return curve(who, { samples, noise, range, seed }, f);
}

function curve(
  who: string,
  { samples, noise, range, seed }: Required<CurveOptions>,
  f: (x: number) => number,
): Dataset {
  whole(who, { samples }, 1, 1_000_000);
  finite(who, { noise }, 0);
  numbers(who, { range }, 2);
  if (!(range[0] < range[1])) fail(who, 'range to be [min, max], the smaller first', range);
  whole(who, { seed }, 0);
  const random = generator(seed);
  const xs = Array.from({ length: samples }, () => [random.uniform(...range)]);
  const ys = xs.map(([x]) => [f(x!) + random.normal(0, noise)]);
  const far = ys.findIndex(([y]) => !Number.isFinite(Math.fround(y!)));
  if (far >= 0) fail(who, `the curve to be finite, in 32 bits, at x = ${xs[far]![0]!}`, ys[far]![0]);
  return datasetOf(xs, ys);
}
