/** Values that cross between two processes as text: copies of data, and numbers that stand for what can't be copied. */
import * as tf from '../../tensorflow';

/** JSON: what is no plain JSON value of one part is a list, with a word in front that says what it is. */
export type Wire = null | boolean | number | string | Wire[];

/** Gives numbers to functions and objects that can't be copied, and finds or stands in for those that have one. */
export interface Names {
  /** The number of what has one. */
  known(value: object): Wire | undefined;
  name(value: object): Wire;
  named(whose: Wire, id: number, kind: Wire): unknown;
  /** Is told of each tensor that is made here. */
  made(tensor: tf.Tensor): void;
}

/** More values than this in one message, or deeper in each other, are an error that says so. */
const most = 2_000_000;
const deepest = 100;

type TypedArray = new (bytes: ArrayBuffer) => ArrayBufferView;
const typedArrays = {
  ...{ Float32Array, Float64Array, Int8Array, Int16Array, Int32Array, BigInt64Array },
  ...{ Uint8Array, Uint8ClampedArray, Uint16Array, Uint32Array, BigUint64Array },
} as Record<string, unknown> as Record<string, TypedArray>;
const dtypes = { float32: Float32Array, int32: Int32Array, bool: Uint8Array } as Record<string, unknown>;

/** Writes a value; throws where it is too large, goes in circles, or is something that has no place outside its process. */
export function encode(value: unknown, names: Names): Wire {
  let count = 0;
  const write = (value: unknown, depth: number): Wire => {
    if (++count > most) throw new Error(`expected at most ${most} values in one answer, got more`);
    if (depth > deepest)
      throw new Error(`expected values at most ${deepest} deep, got one that is deeper, or in itself`);
    const all = (values: readonly unknown[]) => Array.from(values, (item) => write(item, depth + 1));
    if (value === undefined) return ['undefined'];
    if (typeof value === 'number')
      return Number.isFinite(value) && !Object.is(value, -0) ? value : ['number', nameOf(value)];
    if (typeof value === 'bigint') return ['bigint', String(value)];
    if (typeof value === 'symbol') throw new Error(`expected a value that can be copied, got ${String(value)}`);
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    const known = names.known(value); // first: what stands in for another's object is not to be looked into
    if (known !== undefined) return known;
    if (typeof value === 'function') return names.name(value);
    if (Array.isArray(value)) {
      if (value.length > most) throw new Error(`expected at most ${most} values in one answer, got ${value.length}`);
      return ['array', Array.from(value, (item, i) => (i in value ? write(item, depth + 1) : ['hole']))];
    }
    if (value instanceof tf.Tensor) return writeTensor(value as tf.Tensor);
    if (value instanceof Error) return ['error', String(value.name), String(value.message)];
    if (value instanceof Map) return ['map', all([...value.keys()]), all([...value.values()])];
    if (value instanceof Set) return ['set', all([...value])];
    const bytes = Object.keys(typedArrays).find((name) => value.constructor === typedArrays[name]);
    if (bytes) return [bytes, base64(value as Uint8Array)];
    if (isPlain(value)) return ['object', Object.keys(value), all(Object.values(value))];
    return names.name(value);
  };
  return write(value, 0);
}

/** Reads a value that the other process has written; throws where that is none. Nothing of it becomes code. */
export function decode(wire: Wire, names: Names, depth = 0): unknown {
  if (!Array.isArray(wire)) return wire;
  if (depth > deepest) throw new Error('an answer that is too deep');
  const [kind, first, second, third] = wire;
  const all = (items: Wire | undefined) => list(items).map((item) => decode(item, names, depth + 1));
  if (kind === 'undefined') return undefined;
  if (kind === 'number') return first === '-0' ? -0 : Number(first);
  if (kind === 'bigint') return BigInt(text(first));
  if (kind === 'array') return withHoles(list(first), (item) => decode(item, names, depth + 1));
  if (kind === 'error') return Object.assign(new Error(text(second)), { name: text(first) });
  if (kind === 'map') return new Map(zip(all(first), all(second)));
  if (kind === 'set') return new Set(all(first));
  if (kind === 'object') return Object.fromEntries(zip(list(first).map(text), all(second)));
  if (kind === 'tensor') return readTensor(list(first).map(Number), text(second), third!, names);
  if (kind === 'mine' || kind === 'yours') return names.named(kind, Number(first), second ?? null);
  if (typeof kind === 'string' && Object.hasOwn(typedArrays, kind)) return typedOf(typedArrays[kind]!, first);
  throw new Error(`expected a value, got something called ${JSON.stringify(kind)}`);
}

function writeTensor(tensor: tf.Tensor): Wire {
  const data = tensor.dataSync() as tf.TypedArray | string[];
  if (tensor.dtype === 'complex64') throw new Error('expected a tensor of real numbers, got one of complex numbers');
  return ['tensor', tensor.shape, tensor.dtype, Array.isArray(data) ? data : base64(data as Uint8Array)];
}

function readTensor(shape: number[], dtype: string, data: Wire, names: Names): tf.Tensor {
  const known = Object.hasOwn(dtypes, dtype) ? (dtypes[dtype] as TypedArray) : undefined;
  const values = known ? (typedOf(known, data) as tf.TypedArray) : list(data).map(text);
  const tensor = tf.tensor(values, shape, dtype as tf.DataType);
  names.made(tensor);
  return tensor;
}

function typedOf(type: TypedArray, data: Wire | undefined): ArrayBufferView {
  return new type(new Uint8Array(Buffer.from(text(data), 'base64')).buffer); // a Buffer's own bytes may be shared
}

function base64({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

function withHoles(wires: Wire[], read: (wire: Wire) => unknown): unknown[] {
  const items: unknown[] = [];
  items.length = wires.length;
  wires.forEach((wire, i) => {
    if (!Array.isArray(wire) || wire[0] !== 'hole') items[i] = read(wire);
  });
  return items;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const nameOf = (value: number) => (Object.is(value, -0) ? '-0' : String(value));
const zip = <K>(keys: K[], values: unknown[]): [K, unknown][] => keys.map((key, i) => [key, values[i]]);

function list(wire: Wire | undefined): Wire[] {
  if (Array.isArray(wire)) return wire;
  throw new Error(`expected a list, got ${typeof wire}`);
}

function text(wire: Wire | undefined): string {
  if (typeof wire === 'string') return wire;
  throw new Error(`expected text, got ${typeof wire}`);
}
