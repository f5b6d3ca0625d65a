/** What a renderer is: it knows its kind of value by what it can do, since the kernel imports none of their libraries. */

/** One value in several forms, keyed by MIME type. */
export interface Forms {
  'text/plain': string;
  [mimeType: string]: unknown;
}

/** How one kind of value is shown; it is read by its own methods, never changed, and nothing is left behind. */
export interface Kind<Value> {
  knows(value: unknown): value is Value;
  forms(value: Value): Forms;
  /** In a line, where it stands inside something else. */
  brief?(value: Value): string;
}

/** The name of a value's class; empty if it has none. */
export function className(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const prototype = Object.getPrototypeOf(value) as { constructor?: { name?: unknown } } | null;
  const name = prototype?.constructor?.name;
  return typeof name === 'string' ? name : '';
}

/** Whether `value` is an object as `{ ... }` makes it. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // A cell's own Object is another one if it ran in a context of its own.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Whether `value` is an object of a class that has methods of these names. */
export function has<Name extends string>(
  value: unknown,
  ...methods: Name[]
): value is Record<Name, (...args: never[]) => unknown> {
  if (typeof value !== 'object' || value === null) return false;
  return methods.every((name) => typeof (value as Record<string, unknown>)[name] === 'function');
}

/** A shape as tfjs and the lessons write it. */
export function shapeText(shape: readonly unknown[]): string {
  return `[${shape.map((size) => (Array.isArray(size) ? shapeText(size) : String(size))).join(', ')}]`;
}

/** A whole number with its thousands apart. */
export function count(number: number, noun?: string): string {
  const text = number.toLocaleString('en');
  return noun === undefined ? text : `${text} ${noun}${number === 1 ? '' : 's'}`;
}
