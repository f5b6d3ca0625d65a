/** What the from-scratch networks check at the door, and the error of numbers that have grown too large. */
import { fail, finite, numbers } from '../assert';

/** Thrown where a sum overflows: `fit` takes it for the sign that learning diverges. */
export class Overflow extends Error {}

/** Wants a finite number z; quick where it is one, since activations are called millions of times. */
export function real(who: string, z: number): void {
  if (!Number.isFinite(z)) finite(who, { z });
}

/** Wants two lists of finite numbers, as long as each other and not empty. */
export function pair(who: string, target: readonly number[], output: readonly number[]): void {
  numbers(who, { target });
  if (target.length === 0) fail(who, 'target to hold at least one number', target);
  numbers(who, { output }, target.length);
}

/** Wants chances, each from 0 to 1, in both lists. */
export function chances(who: string, target: readonly number[], output: readonly number[]): void {
  pair(who, target, output);
  target.forEach((y, i) => finite(who, { [`target[${i}]`]: y }, 0, 1));
  output.forEach((p, i) => finite(who, { [`output[${i}]`]: p }, 0, 1));
}

/** Wants a matrix of finite numbers with `rows` rows of one length, at least one. */
export function matrix(who: string, name: string, value: readonly (readonly number[])[], rows: number): void {
  if (!isArray(value) || value.length !== rows) fail(who, `${name} to be an array of ${rows} rows`, value);
  const columns = isArray(value[0]) ? value[0]!.length : undefined;
  value.forEach((row, i) => numbers(who, { [`${name}[${i}]`]: row }, columns));
  if (columns === 0) fail(who, `${name} to have at least one column`, value);
}

/** Hands a matrix on, unless a number in it has overflowed. */
export function notOverflown(who: string, name: string, value: number[][]): number[][] {
  if (value.every((row) => row.every(Number.isFinite))) return value;
  throw new Overflow(
    `${who}: expected finite numbers in ${name}, got an overflow; weights or inputs have grown too large`,
  );
}

/** Array.isArray, without making an array of `any` of what is typed. */
export function isArray(value: unknown): boolean {
  return Array.isArray(value);
}
