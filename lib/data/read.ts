/** Numbers in any form, tensors of any dtype or plain arrays, read and checked at the door. */
import type { Rank, Tensor, TensorBuffer } from '@tensorflow/tfjs';
import { fail, numbers } from '../assert';
import * as tf from '../tensorflow';
import { isTensor } from './examples';

/** Numbers with a shape that need no dispose: the `values` that inspect gives. */
export type Kept = TensorBuffer<Rank>;

/** Numbers as a tensor of any shape and dtype, as `values` of inspect, or as a plain or typed array. */
export type Values = Tensor | Kept | readonly number[] | Float32Array | Float64Array | Int32Array | Uint8Array;

/** Rows of numbers, all of one length: a tensor of shape [rows, columns], `values` of inspect, or plain arrays. */
export type Rows = Tensor | Kept | readonly (readonly number[])[];

/** The numbers one after the other, at least one, for `who`, who asks in the error's name. */
export function readNumbers(who: string, name: string, values: unknown): number[] {
  if (isTensor(values)) {
    alive(who, name, values);
    const list = Array.from(values.dataSync(), Number);
    finiteAt(who, name, list);
    return list;
  }
  const given = isKept(values) ? values.values : values;
  const list: unknown =
    ArrayBuffer.isView(given) && !(given instanceof DataView) ? Array.from(given as never, Number) : given;
  if (!Array.isArray(list) || list.length === 0)
    fail(who, `${name} to be a tensor or an array of numbers, at least one`, values);
  finiteAt(who, name, list);
  return [...(list as number[])];
}

/** The rows as plain arrays [rows, columns], both at least one, for `who`. */
export function readRows(who: string, name: string, rows: unknown): number[][] {
  if (isTensor(rows)) {
    alive(who, name, rows);
    if (rows.rank !== 2) fail(who, `${name} of shape [rows, columns]`, rows);
  }
  const list = (isTensor(rows) ? rows.arraySync() : plain(rows)) as number[][];
  if (!Array.isArray(list) || list.length === 0)
    fail(who, `${name} to be a tensor or an array of rows of numbers, at least one`, rows);
  const width = Array.isArray(list[0]) ? list[0].length : undefined;
  list.forEach((row, i) => numbers(who, { [`${name}[${i}]`]: row }, width));
  if (width === 0) fail(who, `${name} to have at least one column`, rows);
  return list.map((row) => row.map(Number));
}

/** Tells what inspect keeps from anything else. */
export function isKept(value: unknown): value is Kept {
  const { shape, values, toTensor } = (value ?? {}) as Partial<Kept>;
  return Array.isArray(shape) && ArrayBuffer.isView(values) && typeof toTensor === 'function';
}

/** What inspect keeps as plain arrays of its shape; anything else as it is. */
export function plain(value: unknown): unknown {
  return isKept(value) ? tf.util.toNestedArray(value.shape, value.values) : value;
}

/** Wants a tensor that holds numbers and has not been disposed. */
export function alive(who: string, name: string, tensor: Tensor): void {
  if (tensor.isDisposed) fail(who, `${name} to be alive`, tensor, 'the tensor has been disposed: make it again');
  if (!['float32', 'int32', 'bool'].includes(tensor.dtype))
    fail(who, `${name} to hold numbers`, `a tensor of dtype ${tensor.dtype}`);
  if (tensor.size === 0) fail(who, `${name} to hold at least one number`, tensor);
}

function finiteAt(who: string, name: string, list: readonly unknown[]): void {
  const bad = list.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) fail(who, `${name}[${bad}] to be a finite number`, list[bad]);
}
