/** Which action to take: the best known one, or, now and then, any. */
import { fail, finite, whole } from '../assert';
import type { Generator } from '../random';

/**
 * How often a learner takes any action instead of the best it knows: the same chance always, or one that falls in a straight
 * line from `start` to `end` during the first `episodes`, and stays there.
 */
export type Epsilon = number | { start: number; end: number; episodes: number };

/** Wants an epsilon. */
export function exploration(who: string, epsilon: Epsilon): void {
  if (typeof epsilon === 'number') return finite(who, { epsilon }, 0, 1);
  if (typeof epsilon !== 'object' || epsilon === null) {
    fail(who, 'epsilon to be a number from 0 to 1, or { start, end, episodes }', epsilon);
  }
  finite(who, { 'epsilon.start': epsilon.start }, 0, 1);
  finite(who, { 'epsilon.end': epsilon.end }, 0, 1);
  whole(who, { 'epsilon.episodes': epsilon.episodes }, 1);
}

/** The chance of any action in an episode, counted from 0. */
export function epsilonAt(epsilon: Epsilon, episode: number): number {
  if (typeof epsilon === 'number') return epsilon;
  return epsilon.start + (epsilon.end - epsilon.start) * Math.min(1, episode / epsilon.episodes);
}

/** The place of the largest value, the first of several. */
export function best(values: readonly number[]): number {
  return values.indexOf(values.reduce((most, value) => Math.max(most, value)));
}

/** ε-greedy: with the chance `epsilon` any action, else the best; of several that are best, one at random. */
export function epsilonGreedy(values: readonly number[], epsilon: number, random: Generator): number {
  if (random.uniform() < epsilon) return random.integer(0, values.length - 1);
  const most = values[best(values)]!;
  return random.choice([...values.keys()].filter((action) => values[action] === most));
}

/** An action drawn from chances that sum to 1. */
export function drawn(chances: readonly number[], random: Generator): number {
  let rest = random.uniform();
  const action = chances.findIndex((chance) => (rest -= chance) < 0);
  return action < 0 ? best(chances) : action; // rounding may leave a little
}
