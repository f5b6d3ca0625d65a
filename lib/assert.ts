/** Guards at the door: each throws `who: expected what, got value` for bad input, and says nothing to good input. */
import { inspect } from 'node:util';

/** One value under the name the student knows it by, as `{ samples }` writes it. */
type Named = Record<string, unknown>;

/** Throws the library's one form of error; `mend` says what to do where that is not obvious. */
export function fail(who: string, expected: string, got: unknown, mend?: string): never {
  throw new Error(`${who}: expected ${expected}, got ${inLine(got)}${mend ? `; ${mend}` : ''}`);
}

/** Wants a whole number from `min` to `max`. */
export function whole(who: string, named: Named, min: number, max = Infinity): void {
  const [name, value] = only(named);
  if (Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max) return;
  fail(who, `${name} to be a whole number ${range(min, max)}`, value);
}

/** Wants a finite number from `min` to `max`. */
export function finite(who: string, named: Named, min = -Infinity, max = Infinity): void {
  const [name, value] = only(named);
  if (Number.isFinite(value) && (value as number) >= min && (value as number) <= max) return;
  fail(who, `${name} to be a finite number ${range(min, max)}`.trimEnd(), value);
}

/** Wants a finite number above 0. */
export function positive(who: string, named: Named): void {
  const [name, value] = only(named);
  if (!Number.isFinite(value) || (value as number) <= 0) fail(who, `${name} to be a finite number above 0`, value);
}

/** Wants one of `choices`. */
export function oneOf(who: string, named: Named, choices: readonly string[]): void {
  const [name, value] = only(named);
  if (choices.includes(value as string)) return;
  fail(who, `${name} to be one of ${choices.map((choice) => `'${choice}'`).join(', ')}`, value);
}

/** Wants an array of finite numbers, `length` of them where a length is given. */
export function numbers(who: string, named: Named, length?: number): void {
  const [name, value] = only(named);
  const count = length === undefined ? '' : `${length} `;
  if (!Array.isArray(value)) fail(who, `${name} to be an array of ${count}finite numbers`, value);
  if (length !== undefined && value.length !== length) fail(who, `${name} to hold ${plural(length)}`, value);
  const bad = value.findIndex((number) => !Number.isFinite(number));
  if (bad >= 0) fail(who, `${name}[${bad}] to be a finite number`, value[bad]);
}

/** Wants an array of `length` binary signals, each 0 or 1. */
export function bits(who: string, named: Named, length: number): void {
  const [name, value] = only(named);
  if (!Array.isArray(value)) fail(who, `${name} to be an array of ${length} inputs, each 0 or 1`, value);
  if (value.length !== length) fail(who, `${name} to hold ${length} ${length === 1 ? 'input' : 'inputs'}`, value);
  const bad = value.findIndex((bit) => bit !== 0 && bit !== 1);
  if (bad >= 0) fail(who, `${name}[${bad}] to be 0 or 1`, value[bad]);
}

function only(named: Named): [string, unknown] {
  return Object.entries(named)[0]!;
}

function range(min: number, max: number): string {
  if (max !== Infinity) return `from ${min} to ${max}`;
  return min === -Infinity ? '' : `from ${min} up`;
}

function plural(count: number): string {
  return count === 1 ? '1 number' : `${count} numbers`;
}

/** A value as one short line of a message; a tensor as its shape. */
function inLine(value: unknown): string {
  const shape = (value as { shape?: unknown } | null | undefined)?.shape;
  if (Array.isArray(shape)) return `a tensor of shape [${shape.join(', ')}]`;
  const text = inspect(value, { depth: 1, breakLength: Infinity, maxArrayLength: 6, maxStringLength: 60 });
  return text.replace(/\s+/g, ' ').replace(/\[ /g, '[').replace(/ \]/g, ']');
}
