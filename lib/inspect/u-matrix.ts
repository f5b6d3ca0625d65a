/** A self-organising map from outside: how far its units are from each other, and which is nearest to a sample. */
import type { Tensor } from '@tensorflow/tfjs';
import { fail, numbers } from '../assert';
import { isTensor } from '../data/examples';
import { alive, readRows, type Rows } from '../data/read';

/** The weights of a map's units: a tensor of shape [rows, columns, inputs], or plain arrays. */
export type MapWeights = Tensor | readonly (readonly (readonly number[])[])[];

/**
 * The U-matrix: how far the weights of each unit are, on average, from those of its neighbours above, below and beside.
 *
 * ```ts
 * import { inspect } from 'neurona';
 *
 * console.log(inspect.uMatrix([[[0, 0], [0, 1]], [[5, 0], [5, 1]]]));
 * ```
 *
 * `weights` is [rows, columns, inputs]. Returns the mean distances, [rows, columns]; 0 for a single unit.
 * Throws where the shape is another or a number is not finite.
 * Source: Ultsch and Siemon, "Kohonen's self organizing feature maps for exploratory data analysis", 1990.
 */
export function uMatrix(weights: MapWeights): number[][] {
  return distancesOf(readMap('inspect.uMatrix', weights));
}

/** {@link uMatrix} of weights that have been read. */
export function distancesOf(weights: readonly (readonly number[][])[]): number[][] {
  return weights.map((row, r) =>
    row.map((unit, c) => {
      const near = [weights[r - 1]?.[c], weights[r + 1]?.[c], row[c - 1], row[c + 1]].filter(
        (other) => other !== undefined,
      );
      return near.reduce((sum, other) => sum + distance(unit, other), 0) / Math.max(1, near.length);
    }),
  );
}

/** Weights as plain arrays [rows, columns, inputs], for `who`, who asks in the error's name. */
export function readMap(who: string, weights: unknown): number[][][] {
  if (isTensor(weights)) {
    alive(who, 'weights', weights);
    if (weights.rank !== 3) fail(who, 'weights of shape [rows, columns, inputs]', weights);
  }
  const list: unknown = isTensor(weights) ? weights.arraySync() : weights;
  if (!Array.isArray(list) || list.length === 0 || !Array.isArray(list[0]))
    fail(who, 'weights [rows, columns, inputs], at least one of each', weights);
  const rows = list.map((row, r) => readRows(who, `weights[${r}]`, row));
  const [columns, inputs] = [rows[0]!.length, rows[0]![0]!.length];
  const odd = rows.findIndex((row) => row.length !== columns || row[0]!.length !== inputs);
  if (odd > 0) fail(who, `weights[${odd}] to be ${columns} units of ${inputs} inputs, as weights[0] is`, rows[odd]);
  return rows;
}

/** The place of the unit nearest to each sample, row × columns + column; the first of several. */
export function nearestUnits(who: string, weights: readonly (readonly number[][])[], xs: Rows): number[] {
  const units = weights.flat();
  return readRows(who, 'xs', xs).map((x, i) => {
    numbers(who, { [`xs[${i}]`]: x }, units[0]!.length);
    const far = units.map((unit) => distance(unit, x));
    return far.indexOf(Math.min(...far));
  });
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, i) => value - b[i]!));
}
