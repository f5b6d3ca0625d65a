/** Golden data: what a figure was when somebody last looked at it. UPDATE_GOLDEN=1 writes it anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { inRoot } from './paths';

/** Compares `value` with test/library/golden/`name`.json, to six significant digits: processors differ in the last ones. */
export function expectGolden(name: string, value: unknown): void {
  const file = inRoot('test', 'library', 'golden', `${name}.json`);
  const text = JSON.stringify(
    value,
    (_, part: unknown) => (typeof part === 'number' ? Number(part.toPrecision(6)) : part),
    1,
  );
  // One line for each innermost list: short to store, and a difference still shows where it is.
  const compact = text.replace(/\[[^[\]{}]*\]/g, (list) =>
    list.replace(/\n\s*/g, ' ').replace(/\[ | \]/g, (end) => end.trim()),
  );
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, `${compact}\n`);
  expect(existsSync(file), `${file} is missing: look at the figure, then run with UPDATE_GOLDEN=1`).toBe(true);
  expect(JSON.parse(compact)).toEqual(JSON.parse(readFileSync(file, 'utf8')));
}
