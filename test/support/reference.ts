/** Numbers that an independent engine has made once: test/reference/<module>.json, by the script beside it. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { inRoot } from './paths';

/** The reference numbers of a module. */
export function reference<Numbers>(module: string): Numbers {
  return JSON.parse(readFileSync(inRoot(`test/reference/${module}.json`), 'utf8')) as Numbers;
}

/** Expects numbers, in lists of any depth, to be near: within `tolerance` of 1 or, for larger ones, of their size. */
export function expectNear(actual: unknown, expected: unknown, tolerance: number, where = 'value'): void {
  if (typeof expected === 'number') {
    const difference = Math.abs((actual as number) - expected) / Math.max(1, Math.abs(expected));
    if (!(difference <= tolerance)) expect(actual, `${where}, off by ${difference}`).toBe(expected);
    return;
  }
  expect(Array.isArray(actual), `${where} is a list`).toBe(true);
  expect((actual as unknown[]).length, `${where}: length`).toBe((expected as unknown[]).length);
  (expected as unknown[]).forEach((item, i) => expectNear((actual as unknown[])[i], item, tolerance, `${where}[${i}]`));
}
