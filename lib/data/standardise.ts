/** Standardising: every column brought to mean 0 and standard deviation 1, and back. */
import type { Tensor2D } from '@tensorflow/tfjs';
import { fail } from '../assert';
import * as tf from '../tensorflow';
import { inputRows, type Inputs } from './examples';

/** Standardised data, and the way there and back, made by {@link standardise}. */
export interface Standardised {
  /** The data itself, each column with mean 0 and standard deviation 1, shape [samples, features]. */
  xs: Tensor2D;
  /** The mean of each column before. */
  mean: number[];
  /** The standard deviation of each column before, dividing by the number of rows: 0 for a constant column. */
  std: number[];
  /** Does the same to other data, such as the test part: with the mean and deviation of the data above, not its own. */
  transform: (xs: Inputs) => Tensor2D;
  /** Brings standardised data back to the units it came in. */
  inverseTransform: (xs: Inputs) => Tensor2D;
}

/**
 * Standardises columns, z = (x - mean) / std, since networks learn best where all inputs have about the same size.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * const { train, test } = data.split(data.penguins());
 * const { xs, mean, std, transform } = data.standardise(train.xs);
 * console.log(mean, std, xs.shape, transform(test.xs).shape);
 * ```
 *
 * `xs` is [samples, features], a tensor or plain rows. Returns the data standardised, `mean` and `std` of each column,
 * and the two functions that do it to other data of as many columns, and undo it. A constant column becomes 0: it is
 * not divided.
 * Throws where `xs` is empty, ragged, disposed or holds a number that is not finite.
 */
export function standardise(xs: Inputs): Standardised {
  const rows = inputRows('data.standardise', xs);
  if (rows[0]!.length === 0) fail('data.standardise', 'xs to have at least one column', xs);
  const columns = rows[0]!.map((_, i) => moments(rows.map((row) => row[i]!)));
  const bad = columns.findIndex(({ std }) => !Number.isFinite(std));
  if (bad >= 0) fail('data.standardise', `column ${bad} to have a finite standard deviation`, columns[bad]!.std);

  const change = (who: string, data: Inputs, change: (x: number, mean: number, scale: number) => number) => {
    const read = inputRows(who, data);
    const width = read[0]!.length;
    if (width !== columns.length) fail(who, `xs to have ${columns.length} columns, as the data standardised`, data);
    const changed = read.map((row) => row.map((x, i) => change(x, columns[i]!.mean, columns[i]!.std || 1)));
    return tf.tensor2d(changed, [changed.length, width]);
  };
  const transform = (data: Inputs) => change('transform', data, (x, mean, scale) => (x - mean) / scale);
  return {
    xs: transform(rows),
    mean: columns.map(({ mean }) => mean),
    std: columns.map(({ std }) => std),
    transform,
    inverseTransform: (data) => change('inverseTransform', data, (z, mean, scale) => z * scale + mean),
  };
}

/** Mean and standard deviation in two passes: the one-pass formula loses digits where the mean is large. */
function moments(values: readonly number[]): { mean: number; std: number } {
  if (values.every((value) => value === values[0])) return { mean: values[0]!, std: 0 }; // to the last digit
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, std: Math.sqrt(variance) };
}
