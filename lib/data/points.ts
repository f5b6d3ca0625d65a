/**
 * Two classes of points in the plane, between about -5 and 5: the small worlds on which a first network is trained.
 * After the four data sets of TensorFlow Playground (https://playground.tensorflow.org, Smilkov and Carter 2016).
 */
import { finite, whole } from '../assert';
import { generator, type Generator } from '../random';
import * as tf from '../tensorflow';
import type { Bit, Dataset } from '../types';
import { words } from '../words';

/** Options of {@link blobs}, {@link xor}, {@link circle} and {@link spiral}. */
export interface PointsOptions {
  /** How many points in all, from 2 up; the classes share them evenly. Default 200. */
  samples?: number;
  /** Standard deviation, in units of the plane, of the shift that each coordinate gets. Each world has its default. */
  noise?: number;
  /** A whole number from 0 up that decides every random draw. Default 0. */
  seed?: number;
}

/** Where a point of a class stands before noise; `along` runs from 0 to 1 through the points of the class. */
type Place = (label: Bit, along: number, random: Generator) => [x1: number, x2: number];

/**
 * Two gaussian balls around (-2, -2) and (2, 2): one straight line separates them, so one neuron is enough.
 *
 * ```ts
 * import { data, show } from 'neurona';
 *
 * show.points(data.blobs({ samples: 300, noise: 1 }));
 * ```
 *
 * Returns `xs` [samples, 2] and `ys` [samples, 1] of 0 and 1. `noise` is the spread of the balls, 0.7 if none is given.
 * Throws where `samples`, `noise` or `seed` is out of range.
 */
export function blobs({ samples = 200, noise = 0.7, seed = 0 }: PointsOptions = {}): Dataset {
  return world('data.blobs', { samples, noise, seed }, words.data.blobs, (label) => (label ? [2, 2] : [-2, -2]));
}

/**
 * Four squares, in the manner of a chessboard: class 1 where the signs of x₁ and x₂ differ. No single line separates
 * them.
 *
 * ```ts
 * import { data, show } from 'neurona';
 *
 * show.points(data.xor());
 * ```
 *
 * Returns `xs` [samples, 2] and `ys` [samples, 1] of 0 and 1. `noise` is 0 if none is given: then no point is nearer
 * than 0.3 to an axis.
 * Throws where `samples`, `noise` or `seed` is out of range.
 */
export function xor({ samples = 200, noise = 0, seed = 0 }: PointsOptions = {}): Dataset {
  return world('data.xor', { samples, noise, seed }, words.data.xor, (label, _, random) => {
    const sign = random.choice([-1, 1]);
    return [sign * random.uniform(0.3, 5), (label ? -sign : sign) * random.uniform(0.3, 5)];
  });
}

/**
 * A disc of radius 2.5 (class 1) within a ring from 3.5 to 5 (class 0): the boundary must close around the middle.
 *
 * ```ts
 * import { data, show } from 'neurona';
 *
 * show.points(data.circle({ noise: 0.3 }));
 * ```
 *
 * Returns `xs` [samples, 2] and `ys` [samples, 1] of 0 and 1. `noise` is 0 if none is given.
 * Throws where `samples`, `noise` or `seed` is out of range.
 */
export function circle({ samples = 200, noise = 0, seed = 0 }: PointsOptions = {}): Dataset {
  return world('data.circle', { samples, noise, seed }, words.data.circle, (label, _, random) => {
    // The square of the radius is uniform, so that the points are spread evenly over the area.
    const radius = Math.sqrt(label ? random.uniform(0, 2.5 ** 2) : random.uniform(3.5 ** 2, 5 ** 2));
    return polar(radius, random.uniform(0, 2 * Math.PI));
  });
}

/**
 * Two arms that wind 1.75 times around each other: the hardest of the four worlds.
 *
 * ```ts
 * import { data, show } from 'neurona';
 *
 * show.points(data.spiral({ samples: 300, noise: 0.2 }));
 * ```
 *
 * Returns `xs` [samples, 2] and `ys` [samples, 1] of 0 and 1. `noise` is 0.1 if none is given.
 * Throws where `samples`, `noise` or `seed` is out of range.
 */
export function spiral({ samples = 200, noise = 0.1, seed = 0 }: PointsOptions = {}): Dataset {
  return world('data.spiral', { samples, noise, seed }, words.data.spiral, (label, along) =>
    polar(5 * along, 1.75 * 2 * Math.PI * along + label * Math.PI),
  );
}

function polar(radius: number, angle: number): [number, number] {
  return [radius * Math.sin(angle), radius * Math.cos(angle)];
}

function world(
  who: string,
  { samples, noise, seed }: Required<PointsOptions>,
  classes: readonly string[],
  place: Place,
): Dataset {
  whole(who, { samples }, 2, 1_000_000);
  finite(who, { noise }, 0, 1000);
  whole(who, { seed }, 0);
  const random = generator(seed);
  const points = Array.from({ length: samples }, (_, i) => {
    const label = (i % 2) as Bit;
    const ofClass = Math.ceil((samples - label) / 2);
    const [x1, x2] = place(label, (Math.floor(i / 2) + 0.5) / ofClass, random);
    return { x: [x1 + random.normal(0, noise), x2 + random.normal(0, noise)], y: label };
  });
  const shuffled = random.shuffle(points); // so that any part of the rows, as validationSplit takes, holds both classes
  return {
    xs: tf.tensor2d(
      shuffled.map(({ x }) => x),
      [samples, 2],
    ),
    ys: tf.tensor2d(
      shuffled.map(({ y }) => y),
      [samples, 1],
    ),
    classes: [...classes],
  };
}
