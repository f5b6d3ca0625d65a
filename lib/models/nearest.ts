/** Search by example: which embeddings lie nearest to one's own. */
import type { Tensor } from '@tensorflow/tfjs';
import { fail, numbers, oneOf, whole } from '../assert';
import { isTensor, type Inputs } from '../data/examples';
import { distance } from './distance';
import { tensorOf } from './guards';

/** Options of {@link nearest}. */
export interface NearestOptions {
  /** How many to find, from 1 up; all, where there are fewer. Default 5. */
  k?: number;
  /** The length of the difference, or 1 − the cosine of the angle between, which is 0 to 2. Default 'euclidean'. */
  metric?: 'euclidean' | 'cosine';
}

/** An embedding that was found. */
export interface Neighbour {
  /** Its row among the embeddings, from 0. */
  index: number;
  /** How far it is from the query, by the metric asked for. */
  distance: number;
}

/**
 * Finds the embeddings nearest to a query: the words like a word, the pictures like a picture.
 *
 * ```ts
 * import { models, tf } from 'neurona';
 *
 * const embeddings = tf.tensor2d([[1, 0], [0, 1], [2, 0.1]]);
 * console.log(models.nearest(embeddings, [3, 0], { k: 2, metric: 'cosine' })); // 0, then 2
 * ```
 *
 * `embeddings` is [examples, units], a tensor or plain rows; `query` has `units` numbers, [units] or [1, units]. Returns
 * the nearest first, equals in the order of their rows. A query that is one of the embeddings finds itself, at 0.
 * Throws where the shapes don't fit, a number is not finite, `k` is out of range, or, for 'cosine', a vector is all zeros
 * and so has no direction.
 * Source: Cover and Hart, "Nearest neighbor pattern classification", 1967; lesson 20.
 */
export function nearest(
  embeddings: Inputs,
  query: Tensor | readonly number[],
  { k = 5, metric = 'euclidean' }: NearestOptions = {},
): Neighbour[] {
  const who = 'models.nearest';
  whole(who, { k }, 1);
  oneOf(who, { metric }, ['euclidean', 'cosine']);
  const rows = rowsOf(who, embeddings);
  const from = isTensor(query) ? Array.from(tensorOf(who, { query }).dataSync()) : query;
  numbers(who, { query: from }, rows[0]!.length);
  const cosine = metric === 'cosine';
  const start = cosine ? direction(who, 'query', from) : from;
  const found = rows.map((row, index) => {
    if (!cosine) return { index, distance: distance(row, start) };
    const apart = distance(direction(who, `row ${index} of embeddings`, row), start);
    return { index, distance: apart ** 2 / 2 }; // 1 − cos, exact also for a small angle
  });
  return found.sort((a, b) => a.distance - b.distance || a.index - b.index).slice(0, k);
}

/** Embeddings as plain rows, all of one length. */
function rowsOf(who: string, embeddings: Inputs): readonly number[][] {
  const rows: unknown = isTensor(embeddings) ? tensorOf(who, { embeddings }, [null, null]).arraySync() : embeddings;
  if (!Array.isArray(rows) || rows.length === 0)
    fail(who, 'embeddings to be a tensor or an array of rows, at least one', embeddings);
  const width = Array.isArray(rows[0]) ? rows[0].length : undefined;
  if (width === 0) fail(who, 'embeddings to have units', embeddings);
  rows.forEach((row: unknown, i) => numbers(who, { [`embeddings[${i}]`]: row }, width));
  return rows as number[][];
}

/** The vector of length 1 that points the same way. */
function direction(who: string, name: string, vector: readonly number[]): number[] {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) fail(who, `${name} to have a direction, as metric is cosine`, vector);
  const scaled = vector.map((value) => value / largest); // from -1 to 1, whose squares neither vanish nor overflow
  const length = Math.hypot(...scaled);
  return scaled.map((value) => value / length);
}
