/**
 * Regression over the plane: a number is to be told from a point.
 * After the two regressions of TensorFlow Playground (https://playground.tensorflow.org, Smilkov and Carter 2016).
 */
import { finite, whole } from '../assert';
import { generator } from '../random';
import type { Dataset } from '../types';
import { datasetOf } from './rows';

/** Options of {@link plane} and {@link gaussianBumps}. */
export interface SurfaceOptions {
  /** How many points, from 1 up. Default 200. */
  samples?: number;
  /** Standard deviation of what is added to each y. Default 0. */
  noise?: number;
  /** A whole number from 0 up that decides every random draw. Default 0. */
  seed?: number;
}

/** The points lie from minus this to this in both directions. */
const edge = 6;

/** Where the playground's six hills (1) and hollows (-1) stand. */
const bumps = [
  [-4, 2.5, 1],
  [0, 2.5, -1],
  [4, 2.5, 1],
  [-4, -2.5, -1],
  [0, -2.5, 1],
  [4, -2.5, -1],
] as const;

/** How wide a bump is: at this distance from its middle it has come down to 0. */
const reach = 2;

/**
 * A slope, y = (x₁ + x₂) / 10: one linear neuron is enough.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * const { xs, ys } = data.plane({ noise: 0.1 });
 * console.log(xs.shape, ys.shape);
 * ```
 *
 * Returns `xs` [samples, 2], each from -6 to 6, and `ys` [samples, 1], from -1.2 to 1.2 but for the noise.
 * Throws where `samples`, `noise` or `seed` is out of range.
 */
export function plane({ samples = 200, noise = 0, seed = 0 }: SurfaceOptions = {}): Dataset {
  return surface('data.plane', { samples, noise, seed }, slope);
}

/**
 * Three hills and three hollows on level ground: it takes hidden units to follow them.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * const { xs, ys } = data.gaussianBumps({ samples: 500 });
 * console.log(xs.shape, ys.shape);
 * ```
 *
 * Returns `xs` [samples, 2], each from -6 to 6, and `ys` [samples, 1], from -1 to 1 but for the noise. As in the
 * playground, whose name for it is "gaussian", a bump is a cone of height 1 and radius 2.
 * Throws where `samples`, `noise` or `seed` is out of range.
 */
export function gaussianBumps({ samples = 200, noise = 0, seed = 0 }: SurfaceOptions = {}): Dataset {
  return surface('data.gaussianBumps', { samples, noise, seed }, height);
}

/** The slope at a point. */
export function slope(x1: number, x2: number): number {
  return (x1 + x2) / 10;
}

/** The height of the ground at a point: that of the nearest bump. */
export function height(x1: number, x2: number): number {
  const heights = bumps.map(([c1, c2, sign]) => sign * Math.max(0, 1 - Math.hypot(x1 - c1, x2 - c2) / reach));
  return heights.reduce((most, each) => (Math.abs(each) > Math.abs(most) ? each : most), 0);
}

function surface(
  who: string,
  { samples, noise, seed }: Required<SurfaceOptions>,
  f: (x1: number, x2: number) => number,
): Dataset {
  whole(who, { samples }, 1, 1_000_000);
  finite(who, { noise }, 0, 1000);
  whole(who, { seed }, 0);
  const random = generator(seed);
  const xs = Array.from({ length: samples }, () => [random.uniform(-edge, edge), random.uniform(-edge, edge)]);
  const ys = xs.map(([x1, x2]) => [f(x1!, x2!) + random.normal(0, noise)]);
  return datasetOf(xs, ys);
}
