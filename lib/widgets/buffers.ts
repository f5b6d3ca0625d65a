/** Bytes inside a widget's state travel beside its JSON: taken out on the way to a front end, put back on the way from it. */

/** Where in the state some bytes belong: `['pixels']`, `['layers', 0, 'weights']`. */
export type Path = (string | number)[];

/** State as JSON can carry it, and the bytes that were in it. */
export interface Packed {
  state: Record<string, unknown>;
  paths: Path[];
  buffers: Uint8Array[];
}

/** Takes the bytes out of `state`, however deep, which stays as it is: out of objects by name, out of arrays by a null. */
export function pack(state: Record<string, unknown>): Packed {
  const paths: Path[] = [];
  const buffers: Uint8Array[] = [];
  const copy = (value: unknown, path: Path): unknown => {
    const bytes = bytesOf(value);
    if (bytes) {
      paths.push(path);
      buffers.push(bytes);
      return null;
    }
    if (Array.isArray(value)) return value.map((item, i) => copy(item, [...path, i]));
    if (!isPlain(value)) return value;
    const kept = Object.entries(value).map(([key, item]) => [key, copy(item, [...path, key])] as const);
    return Object.fromEntries(kept.filter(([key]) => !bytesOf(value[key])));
  };
  return { state: copy(state, []) as Record<string, unknown>, paths, buffers };
}

/** Puts bytes back into `state`, each as what `before` has in the same place, or else as a Uint8Array. */
export function unpack(
  state: Record<string, unknown>,
  paths: readonly Path[],
  buffers: readonly Uint8Array[],
  before: unknown,
): void {
  paths.forEach((path, i) => {
    const last = path.at(-1);
    const bytes = buffers[i];
    const holder = at(state, path.slice(0, -1));
    if (last === undefined || !bytes || typeof holder !== 'object' || holder === null) return;
    // Defined, not assigned: a path is the front end's word, and `__proto__` would be more than a name.
    const value = like(at(before, path), bytes);
    Object.defineProperty(holder, last, { value, writable: true, enumerable: true, configurable: true });
  });
}

function bytesOf(value: unknown): Uint8Array | undefined {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return undefined;
}

/** `bytes` in an array of the type of `example`, in memory of its own: where they stand now suits only bytes. */
function like(example: unknown, bytes: Uint8Array): unknown {
  const own = Uint8Array.from(bytes).buffer;
  if (example instanceof ArrayBuffer) return own;
  if (!ArrayBuffer.isView(example)) return new Uint8Array(own);
  const { BYTES_PER_ELEMENT: size = 1 } = example as Partial<Uint8Array>;
  const Type = example.constructor as new (buffer: ArrayBuffer) => unknown;
  return own.byteLength % size === 0 && !Buffer.isBuffer(example) ? new Type(own) : new Uint8Array(own);
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, key)
        ? (found as Record<string, unknown>)[key]
        : undefined,
    value,
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null; // a cell's own Object, too
}
