/** Numbers in any form, tensors of any dtype or plain arrays, read and checked at the door. */
import type { Tensor } from '@tensorflow/tfjs';
import { fail, numbers } from '../assert';
import { isTensor } from './examples';

/** Numbers as a tensor of any shape and dtype, or as a plain or typed array. */
export type Values = Tensor | readonly number[] | Float32Array | Float64Array | Int32Array | Uint8Array;

/** Rows of numbers, all of one length: a tensor of shape [rows, columns], or plain arrays. */
export type Rows = Tensor | readonly (readonly number[])[];

/** The numbers one after the other, at least one, for `who`, who asks in the error's name. */
export function readNumbers(who: string, name: string, values: unknown): number[] {
  if (isTensor(values)) {
    alive(who, name, values);
    const list = Array.from(values.dataSync(), Number);
    finiteAt(who, name, list);
    return list;
  }
  const list: unknown =
    ArrayBuffer.isView(values) && !(values instanceof DataView) ? Array.from(values as never) : values;
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
  const list = (isTensor(rows) ? rows.arraySync() : rows) as number[][];
  if (!Array.isArray(list) || list.length === 0)
    fail(who, `${name} to be a tensor or an array of rows of numbers, at least one`, rows);
  const width = Array.isArray(list[0]) ? list[0].length : undefined;
  list.forEach((row, i) => numbers(who, { [`${name}[${i}]`]: row }, width));
  if (width === 0) fail(who, `${name} to have at least one column`, rows);
  return list.map((row) => row.map(Number));
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
