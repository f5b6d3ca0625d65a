/**
 * Random numbers from a seed, the same on every machine: Chris Doty-Humphrey's sfc32, "Small Fast Counting", of
 * PractRand (https://pracrand.sourceforge.net).
 */
import { fail, finite, whole } from './assert';

/** A stream of random draws; the same seed gives the same stream. */
export interface Generator {
  /** A number from `min` up to, but not including, `max`. Default 0 and 1. */
  uniform(min?: number, max?: number): number;
  /** A number of the normal distribution with this mean and standard deviation. Default 0 and 1. */
  normal(mean?: number, std?: number): number;
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** The same items in random order, as a new array. */
  shuffle<T>(items: readonly T[]): T[];
  /** One of the items. */
  choice<T>(items: readonly T[]): T;
}

/**
 * Starts a stream of random draws from `seed`, a whole number from 0 up.
 *
 * ```ts
 * import { generator } from 'neurona';
 *
 * const random = generator(7);
 * console.log(random.uniform(), random.normal(0, 1), random.integer(1, 6), random.shuffle(['a', 'b', 'c']));
 * ```
 *
 * Throws where the seed is no whole number, a range is empty, or there is nothing to choose from.
 */
export function generator(seed: number): Generator {
  whole('generator', { seed }, 0);
  const next = sfc32(seed);

  function uniform(min = 0, max = 1): number {
    finite('generator.uniform', { min });
    finite('generator.uniform', { max }, min);
    return min + (max - min) * next();
  }

  /** Box and Muller, "A note on the generation of random normal deviates", 1958. */
  function normal(mean = 0, std = 1): number {
    finite('generator.normal', { mean });
    finite('generator.normal', { std }, 0);
    const radius = Math.sqrt(-2 * Math.log(1 - next())); // 1 - u, because u may be 0 and log 0 is not a number
    return mean + std * radius * Math.cos(2 * Math.PI * next());
  }

  function integer(min: number, max: number): number {
    whole('generator.integer', { min }, -(2 ** 31));
    whole('generator.integer', { max }, min, min + 2 ** 32 - 1); // as many values as a draw has
    return min + Math.floor((max - min + 1) * next());
  }

  /** Fisher and Yates' shuffle, in Durstenfeld's form of 1964: from the end, swap each item with one not yet placed. */
  function shuffle<T>(items: readonly T[]): T[] {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = integer(0, last);
      [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
    }
    return shuffled;
  }

  function choice<T>(items: readonly T[]): T {
    if (items.length === 0) fail('generator.choice', 'at least one item', items);
    return items[integer(0, items.length - 1)]!;
  }

  return { uniform, normal, integer, shuffle, choice };
}

/** Returns a function that draws from 0 up to, but not including, 1, in steps of 2⁻³². */
function sfc32(seed: number): () => number {
  let a = 0;
  let b = seed | 0;
  let c = Math.floor(seed / 2 ** 32) | 0;
  let counter = 1;

  function next(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  for (let i = 0; i < 12; i++) next(); // mixes the seed into all of the state
  return next;
}
