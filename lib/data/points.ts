/**
 * Classes of points in the plane, between about -5 and 5: the small worlds on which a first network is trained.
 * After the four data sets of TensorFlow Playground (https://playground.tensorflow.org, Smilkov and Carter 2016), and
 * scikit-learn's moons.
 */
import { finite, whole } from '../assert';
import { generator, type Generator } from '../random';
import type { Dataset } from '../types';
import { words } from '../words';
import { datasetOf, oneHotRow } from './rows';

/** Options of {@link xor}, {@link circle}, {@link spiral} and {@link moons}. */
export interface PointsOptions {
  /** How many points in all, from 2 up; the classes share them evenly. Default 200. */
  samples?: number;
  /** Standard deviation, in units of the plane, of the shift that each coordinate gets. Each world has its default. */
  noise?: number;
  /** A whole number from 0 up that decides every random draw. Default 0. */
  seed?: number;
}

/** Options of {@link blobs}. */
export interface BlobsOptions extends PointsOptions {
  /** How many balls, each a class of its own, from 2 to 6. Default 2. */
  classes?: number;
}

/** Where a point of a class stands before noise; `along` runs from 0 to 1 through the points of the class. */
type Place = (label: number, along: number, random: Generator) => [x1: number, x2: number];

/**
 * Gaussian balls, evenly on a circle around the middle. Two of them stand at (-2, -2) and (2, 2): one straight line
 * separates them, so one neuron is enough.
 *
 * ```ts
 * import { data, show } from 'neurona';
 *
 * show.points(data.blobs({ samples: 300, noise: 1 }));
 * show.points(data.blobs({ classes: 3 }));
 * ```
 *
 * Returns `xs` [samples, 2] and `ys` [samples, 1] of 0 and 1; of three classes or more, one-hot `ys` [samples, classes].
 * `noise` is the spread of the balls, 0.7 if none is given.
 * Throws where `samples`, `noise`, `classes` or `seed` is out of range, or there are fewer points than classes.
 */
export function blobs({ samples = 200, noise = 0.7, classes = 2, seed = 0 }: BlobsOptions = {}): Dataset {
  const who = 'data.blobs';
  whole(who, { classes }, 2, 6);
  const names =
    classes === 2 ? words.data.blobs : Array.from({ length: classes }, (_, label) => words.data.ball(label));
  return world(who, { samples, noise, seed }, names, (label) => {
    if (classes === 2) return label ? [2, 2] : [-2, -2];
    return polar(2 * Math.SQRT2, 2 * Math.PI * (label / classes + 5 / 8)); // class 0 at (-2, -2), the others clockwise
  });
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

/**
 * Two half moons, each with an end in the hollow of the other: scikit-learn's `make_moons`, centred and three times as
 * large. No straight line separates them.
 *
 * ```ts
 * import { data, show } from 'neurona';
 *
 * show.points(data.moons({ noise: 0.5 }));
 * ```
 *
 * Returns `xs` [samples, 2] and `ys` [samples, 1] of 0 and 1. `noise` is 0.3 if none is given.
 * Throws where `samples`, `noise` or `seed` is out of range.
 * Source: Pedregosa et al., "Scikit-learn: machine learning in Python", 2011.
 */
export function moons({ samples = 200, noise = 0.3, seed = 0 }: PointsOptions = {}): Dataset {
  return world('data.moons', { samples, noise, seed }, words.data.moons, (label, along) => {
    const angle = Math.PI * along;
    const [x1, x2] = label ? [1 - Math.cos(angle), 0.5 - Math.sin(angle)] : [Math.cos(angle), Math.sin(angle)];
    return [3 * (x1 - 0.5), 3 * (x2 - 0.25)];
  });
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
  whole(who, { samples }, classes.length, 1_000_000);
  finite(who, { noise }, 0, 1000);
  whole(who, { seed }, 0);
  const random = generator(seed);
  const points = Array.from({ length: samples }, (_, i) => {
    const label = i % classes.length;
    const ofClass = Math.ceil((samples - label) / classes.length);
    const [x1, x2] = place(label, (Math.floor(i / classes.length) + 0.5) / ofClass, random);
    return { x: [x1 + random.normal(0, noise), x2 + random.normal(0, noise)], label };
  });
  const shuffled = random.shuffle(points); // so that any part of the rows, as validationSplit takes, holds every class
  return datasetOf(
    shuffled.map(({ x }) => x),
    shuffled.map(({ label }) => (classes.length === 2 ? [label] : oneHotRow(label, classes.length))),
    classes,
  );
}
