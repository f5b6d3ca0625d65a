/** What many numbers have in common: their mean, their spread, their ends, and how many of them are 0. */
import type { Tensor } from '@tensorflow/tfjs';
import type { Kept } from '../data/read';
import * as tf from '../tensorflow';

/** Five numbers about many; NaN among the many makes NaN of all but `zeros`. */
export interface Statistics {
  /** The mean. */
  mean: number;
  /** The standard deviation, of the numbers themselves: divided by n, not by n − 1. */
  std: number;
  /** The smallest. */
  min: number;
  /** The largest. */
  max: number;
  /** The share of zeros, from 0 to 1. */
  zeros: number;
}

/** Numbers in the order of a tensor, as tfjs keeps them outside of tensors: with `shape`, `values`, `get(i, j)` and `toTensor()`. */
export type Values = Kept;

/** The statistics of numbers, in double precision. */
export function statistics(values: ArrayLike<number>): Statistics {
  const count = values.length;
  let [sum, min, max, zeros] = [0, Infinity, -Infinity, 0];
  for (let i = 0; i < count; i++) {
    const value = values[i]!;
    sum += value;
    min = Math.min(min, value); // NaN where value is
    max = Math.max(max, value);
    if (value === 0) zeros++;
  }
  const mean = min === max ? min : sum / count; // equal numbers have no spread, not even one of rounding
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (values[i]! - mean) ** 2;
  return { mean, std: Math.sqrt(squares / count), min, max, zeros: zeros / count };
}

/** The Euclidean norm √Σ v²; scaled by the largest, so that no square overflows. */
export function norm(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! / largest) ** 2;
  return largest * Math.sqrt(squares);
}

/** A copy of a tensor's numbers, which needs no dispose. */
export function valuesOf(tensor: Tensor): Values {
  return tf.buffer(tensor.shape, tensor.dtype as 'float32', tensor.dataSync<'float32'>().slice());
}

/** Numbers of a matrix or a vector of plain numbers. */
export function plainValues(shape: number[], values: readonly number[]): Values {
  return tf.buffer(shape, 'float32', Float32Array.from(values));
}

/** A row with its numbers, which neither a table nor a print shows. */
export function withValues<Row extends object>(row: Row, values: Values): Row & { readonly values: Values } {
  return Object.defineProperty(row, 'values', { value: values, enumerable: false }) as Row & { values: Values };
}
