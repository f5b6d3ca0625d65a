/** The history of a session: the newest cells, a range of them, or those that fit a pattern. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kernel } from '../support/kernel';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
  for (const code of ['1 + 1', 'const a = 5;', 'throw new Error("no");', '1 + 1', 'a', ' \n'])
    await kernel.execute(code);
  await kernel.execute('"forgotten"', { store_history: false });
  await kernel.execute('"silent"', { silent: true });
});
afterAll(() => kernel.stop());

async function history(type: string, options: object = {}): Promise<unknown> {
  const content = { hist_access_type: type, raw: true, output: false, ...options };
  const { replies } = await kernel.ask({ type: 'history_request', content });
  expect(replies.map((reply) => reply.type)).toEqual(['history_reply']);
  expect(replies[0]!.content.status).toBe('ok');
  return replies[0]!.content.history;
}

const cells = [
  [1, 1, '1 + 1'],
  [1, 2, 'const a = 5;'],
  [1, 3, 'throw new Error("no");'],
  [1, 4, '1 + 1'],
  [1, 5, 'a'],
];

describe('the tail', () => {
  it('is the newest cells, oldest first: no empty ones, and none that are not to be remembered', async () => {
    expect(await history('tail', { n: 100 })).toEqual(cells);
    expect(await history('tail', { n: 2, raw: false })).toEqual(cells.slice(-2));
    expect(await history('tail', { n: 0 })).toEqual([]);
    expect(await history('tail')).toEqual(cells);
  });

  it('tells the text of the results, if asked', async () => {
    expect(await history('tail', { n: 4, output: true })).toEqual([
      [1, 2, ['const a = 5;', null]],
      [1, 3, ['throw new Error("no");', null]],
      [1, 4, ['1 + 1', '2']],
      [1, 5, ['a', '5']],
    ]);
  });
});

describe('a range', () => {
  it('goes from its start up to its stop, in this session', async () => {
    expect(await history('range', { session: 0, start: 2, stop: 4 })).toEqual(cells.slice(1, 3));
    expect(await history('range', { session: 1, start: 4 })).toEqual(cells.slice(3));
    expect(await history('range')).toEqual(cells);
  });

  it.each([2, -1])('of the session %i is empty, since nothing is kept of other sessions', async (session) => {
    expect(await history('range', { session, start: 0, stop: 100 })).toEqual([]);
  });
});

describe('a search', () => {
  it.each([
    ['1*', [1, 4]],
    ['const ? = [0-9];', [2]],
    ['const ? = [^0-9];', []],
    ['*(*"no"*', [3]],
    ['a', [5]],
    ['[a', []],
    ['.*', []],
    ['', []],
    [undefined, [1, 2, 3, 4, 5]],
  ])('for %s finds the cells %j', async (pattern, lines) => {
    const found = (await history('search', { pattern })) as number[][];
    expect(found.map(([, line]) => line)).toEqual(lines);
  });

  it('tells each code once, where it came last, if asked, and no more than the newest n', async () => {
    expect(await history('search', { pattern: '*', unique: true })).toEqual(cells.slice(1));
    expect(await history('search', { pattern: '1*', unique: true })).toEqual([cells[3]]);
    expect(await history('search', { pattern: '*', n: 2 })).toEqual(cells.slice(-2));
  });
});

it('a history of another type is an error in words', async () => {
  const { replies } = await kernel.ask({ type: 'history_request', content: { hist_access_type: 'head' } });
  expect(replies[0]!.content).toMatchObject({
    status: 'error',
    evalue: expect.stringMatching(/head.*tail, range/) as string,
  });
});
