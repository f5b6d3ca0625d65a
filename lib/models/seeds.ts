/** A seed for each random draw of a model, all from one: tfjs's initialisers take one seed each, and draw unseeded for 0. */
import { generator } from '../random';

/** Returns a function that gives a new seed, from 1 up, at each call. */
export function seeds(seed: number): () => number {
  const random = generator(seed);
  return () => random.integer(1, 2 ** 31 - 1);
}
