/** The rows of a data set: made into tensors, counted, and taken out by their numbers. */
import type { Tensor } from '@tensorflow/tfjs';
import { fail } from '../assert';
import * as tf from '../tensorflow';
import type { Dataset } from '../types';
import { isTensor } from './examples';

/** What a data set holds once, not once for each row. */
const names = ['classes', 'features'];

/** A data set of plain rows: `xs` [samples, features], `ys` [samples, columns]. */
export function datasetOf(xs: number[][], ys: number[][], classes?: readonly string[]): Dataset {
  return {
    xs: tf.tensor2d(xs, [xs.length, xs[0]!.length]),
    ys: tf.tensor2d(ys, [ys.length, ys[0]!.length]),
    ...(classes ? { classes: [...classes] } : {}),
  };
}

/** The row of `ys` that stands for a class: 1 in its column, 0 in the others. */
export function oneHotRow(label: number, classes: number): number[] {
  return Array.from({ length: classes }, (_, column) => (column === label ? 1 : 0));
}

/** How many rows a data set has, once it has been found to be one, for `who`, who asks in the error's name. */
export function countRows(who: string, dataset: Dataset<Tensor, Tensor>): number {
  const { xs, ys } = (dataset ?? {}) as Partial<Dataset<Tensor, Tensor>>;
  if (!isTensor(xs) || !isTensor(ys)) fail(who, 'a data set { xs, ys }', dataset);
  for (const [name, tensor] of Object.entries({ xs, ys })) {
    if (tensor.isDisposed) fail(who, `${name} to be alive`, tensor, 'it has been disposed: make the data set again');
    if (tensor.rank < 2 || tensor.size === 0) fail(who, `${name} of shape [samples, …], none of them 0`, tensor);
  }
  const samples = xs.shape[0];
  if (ys.shape[0] !== samples) fail(who, `ys to have ${samples} rows, as xs has`, ys);
  return samples;
}

/**
 * The rows of these numbers, in this order, as a data set of its own: of `xs`, of `ys`, and of whatever else the data
 * set holds one of for each row, such as the labels of digits.
 */
export function takeRows<D extends Dataset<Tensor, Tensor>>(dataset: D, rows: readonly number[]): D {
  const samples = dataset.xs.shape[0];
  const indices = tf.tensor1d([...rows], 'int32');
  const taken = Object.entries(dataset).map(([name, value]: [string, unknown]) => {
    if (isTensor(value) && value.shape[0] === samples) return [name, tf.gather(value, indices)];
    if (!Array.isArray(value)) return [name, value];
    const each = value as unknown[];
    return [name, !names.includes(name) && each.length === samples ? rows.map((row) => each[row]) : [...each]];
  });
  indices.dispose();
  return Object.fromEntries(taken) as D;
}
