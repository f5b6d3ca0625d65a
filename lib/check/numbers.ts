/** Numbers as exercises answer them: one, lists of lists, typed arrays or tensors, as a flat list and its shape. */
import { isTensor } from '../data/examples';

/** Numbers in row order, and how they are arranged; a single number has the shape []. */
export interface Numbers {
  shape: number[];
  flat: number[];
}

/** Reads numbers of any form; 'ragged' where lists differ in length, undefined where it is none of that. */
export function numbersIn(value: unknown): Numbers | 'ragged' | undefined {
  if (typeof value === 'number') return { shape: [], flat: [value] };
  if (isTensor(value)) return value.isDisposed ? undefined : { shape: [...value.shape], flat: [...value.dataSync()] };
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const flat = Array.from(value as unknown as ArrayLike<number>);
    return { shape: [flat.length], flat };
  }
  if (!Array.isArray(value)) return undefined;
  const parts = value.map(numbersIn);
  const rows: Numbers[] = [];
  for (const part of parts) {
    if (part === undefined || part === 'ragged') return part;
    rows.push(part);
  }
  const [first] = rows;
  if (rows.some(({ shape }) => String(shape) !== String(first!.shape))) return 'ragged';
  return { shape: [rows.length, ...(first?.shape ?? [])], flat: rows.flatMap(({ flat }) => flat) };
}

/** The place of a number of the flat list, an index for each axis: `[1, 2]`; empty for a single number. */
export function placeIn(shape: readonly number[], index: number): number[] {
  const place: number[] = [];
  for (const size of [...shape].reverse()) {
    place.unshift(index % size);
    index = Math.floor(index / size);
  }
  return place;
}

/** A copy that shares nothing with the value, so that an attempt that changes its arguments spoils no other case. */
export function copyOf<Value>(value: Value): Value {
  if (isTensor(value)) return value.clone();
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)])) as Value;
  }
  return ArrayBuffer.isView(value) ? structuredClone(value) : value; // a function, a generator: nothing to spoil
}
