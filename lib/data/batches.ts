/** Batches: a data set in small parts, each of which is one step of training. */
import type { Tensor } from '@tensorflow/tfjs';
import { whole } from '../assert';
import { generator } from '../random';
import type { Dataset } from '../types';
import { countRows, takeRows } from './rows';

/** Options of {@link batches}. */
export interface BatchesOptions {
  /** How many rows a batch has; the last one has what is left. Default 32, as in `model.fit`. */
  batchSize?: number;
  /** Whether the rows come in random order. Default true. */
  shuffle?: boolean;
  /** A whole number from 0 up that decides the order; give each epoch another. Default 0. */
  seed?: number;
}

/**
 * Goes once through a data set, batch by batch: one epoch of a training loop of your own.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * const moons = data.moons({ samples: 100 });
 * for (let epoch = 0; epoch < 2; epoch++) {
 *   for (const { xs, ys } of data.batches(moons, { batchSize: 40, seed: epoch })) console.log(xs.shape, ys.shape);
 * }
 * ```
 *
 * Gives data sets whose `xs` is [batchSize, …features] and `ys` [batchSize, …]; every row is in one of them. A batch
 * lives until the next is asked for, and is then freed; with `break` the last one is yours to dispose.
 * Throws where `dataset` is none, or `batchSize` or `seed` is out of range.
 */
export function batches<D extends Dataset<Tensor, Tensor>>(
  dataset: D,
  { batchSize = 32, shuffle = true, seed = 0 }: BatchesOptions = {},
): Iterable<D> {
  const who = 'data.batches';
  const samples = countRows(who, dataset);
  whole(who, { batchSize }, 1);
  whole(who, { seed }, 0);
  const rows = Array.from({ length: samples }, (_, row) => row);
  const order = shuffle ? generator(seed).shuffle(rows) : rows;
  return { [Symbol.iterator]: () => walk(dataset, order, batchSize) };
}

function* walk<D extends Dataset<Tensor, Tensor>>(dataset: D, order: readonly number[], batchSize: number) {
  for (let start = 0; start < order.length; start += batchSize) {
    const rows = order.slice(start, start + batchSize);
    const batch = takeRows(dataset, rows);
    yield batch;
    // Of a data set's own tensors, those that are not taken row by row are the data set's still.
    const own = new Set<unknown>(Object.values(dataset));
    Object.values(batch).forEach((part: unknown) => {
      if (!own.has(part)) (part as Partial<Tensor>).dispose?.();
    });
  }
}
