/** Sly answers to the judge's questions: what is no right answer is none, whatever it claims to be. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kernel } from '../support/kernel';
import { judged, marks } from '../support/marks';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start(judged);
});
afterAll(() => kernel.stop());

const wrong = /^NotPassed: 02\.1: /;
const promised = /^NotPassed: 02\.1: Your function is `async`, or returns a promise/;

describe('no mark is had by', () => {
  it.each([
    [
      'answers that turn into others',
      "const fires = (): any => ({ valueOf: () => 1, toString: () => '1', [Symbol.toPrimitive]: () => 1 });",
      wrong,
    ],
    ['answers that are functions', 'const fires = (): any => Object.assign(() => 1, { valueOf: () => 1 });', wrong],
    ['answering otherwise the second time', 'let calls = 0; const fires = (): any => calls++ % 2;', wrong],
    [
      'one that says yes to all',
      'const yes: any = new Proxy(() => yes, { get: () => yes, has: () => true, apply: () => yes }); const fires = yes;',
      wrong,
    ],
    [
      'an answer of 100 MB',
      "const fires = (): any => 'x'.repeat(1e8);",
      /^NotPassed: 02\.1: .*expected at most 16000000 characters in one answer/,
    ],
    [
      'an answer that has no end',
      'const fires = (): any => { const self: any[] = []; self.push(self); return self; };',
      /^NotPassed: 02\.1: .* deep/,
    ],
    ['a promise in the place of an answer', 'const fires = (async () => 1) as any;', promised],
    ['a promise that fails', "const fires = (async () => { throw new Error('late'); }) as any;", promised],
    [
      'a property that is gone when it is read',
      'const fires: any = new Proxy(() => 7, { get() { throw 1; } });',
      wrong,
    ],
  ])('%s', async (_, code, ended) => {
    const answer = await kernel.execute(`import { grade } from 'neurona'; ${code}\ngrade('02.1', fires)`);
    expect(marks(answer)).toEqual([expect.stringMatching(ended)]);
  });
});
