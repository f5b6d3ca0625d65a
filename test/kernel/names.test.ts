/** What an earlier cell declared is the same variable wherever a later cell names it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kernel, outputs } from '../support/kernel';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
});
afterAll(() => kernel.stop());

async function value(code: string): Promise<string> {
  await kernel.execute('interface Point { x: number; y?: number } let p: Point = { x: 1 }; let x = 10, y = 20;');
  const answer = await kernel.execute(code);
  expect(answer.replies[0]!.content).toMatchObject({ status: 'ok' });
  return (outputs(answer).at(-1)!.content.data as Record<string, string>)['text/plain']!.replace(/\s+/g, ' ');
}

describe('a function', () => {
  it.each([
    ['let rate = 1; const step = () => rate;', 'rate = 2; step()', '2'],
    ['var rate = 1; function step() { return { rate }; }', 'rate = 2; step()', '{ rate: 2 }'],
    ['let [rate, { deep }] = [1, { deep: 5 }]; const step = () => rate + deep;', 'rate = 2; deep = 3; step()', '5'],
    ['let rate: number; const step = () => rate;', 'rate = 4; step()', '4'],
    ['let rate = 1; const step = () => { rate += 1; };', 'step(); rate', '2'],
    ['let rate = 1; const step = (() => { let rate = 7; return () => rate; })();', 'rate = 2; step()', '7'],
  ])('of a cell (%s) and a later cell (%s) see the same variable', async (first, second, expected) => {
    await kernel.execute(first);
    const answer = await kernel.execute(second);
    expect((outputs(answer)[0]!.content.data as Record<string, string>)['text/plain']).toBe(expected);
  });
});

describe('a name of an earlier cell', () => {
  it.each([
    ['in an object', '({ x, y })', '{ x: 10, y: 20 }'],
    ['in an object in an argument', 'await Promise.resolve({ at: [{ x }] })', '{ at: [ { x: 10 } ] }'],
    ['in an object in a function', 'const f = () => ({ x }); x = 11; f()', '{ x: 11 }'],
    ['on the left of an assignment', '({ x } = { x: 5 }); x', '5'],
    ['on the left, with a value in its stead', '({ x = 6 } = {} as { x?: number }); x', '6'],
    ['on the left, under another name', '({ x: y } = p); y', '1'],
    ['as the value of a property', '({ y: x })', '{ y: 10 }'],
    ['as a computed property', '({ [x]: 1 })', "{ '10': 1 }"],
  ])('%s: %s', async (_, code, expected) => {
    expect(await value(code)).toBe(expected);
  });

  it.each([
    ['of a property that is taken out under another name', 'const { x: a } = p; a', '1'],
    ['of a property of an argument', 'const f = ({ x: a, y: b = 3 }: Point) => [a, b]; f(p)', '[1, 3]'],
    ['of an argument', 'const f = (x: number) => ({ x }); f(7)', '{ x: 7 }'],
    ['of a variable in a block', '{ const x = 8; p = { x }; } p', '{ x: 8 }'],
    ['of a variable that the cell declares anew', 'const x = 9; ({ x })', '{ x: 9 }'],
  ])('is no variable where it is that %s: %s', async (_, code, expected) => {
    expect(await value(code)).toBe(expected);
  });
});
