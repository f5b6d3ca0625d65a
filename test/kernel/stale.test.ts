/** Names whose newest cell failed are known to be out of date, so that nobody judges an old version for a new one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StaleNames } from '../../lib/kernel/stale';
import { Kernel, outputs } from '../support/kernel';

describe('a stale name', () => {
  it('is one that a failed cell declares at its top level, until a sound cell declares it', () => {
    const stale = new StaleNames();
    const code = 'const a = 1;\n  let inner = 2;\nasync function b() {}\nclass C {}\nfoo(d);';
    stale.note(code, true);
    expect(['a', 'inner', 'b', 'C', 'd', 'foo'].filter((name) => stale.has(name))).toEqual(['a', 'b', 'C']);
    stale.note('function b() {}', false);
    expect(['a', 'b', 'C'].filter((name) => stale.has(name))).toEqual(['a', 'C']);
  });
});

describe('the kernel', () => {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await Kernel.start();
  });
  afterAll(() => kernel.stop());

  const card = async (code: string) =>
    (outputs(await kernel.execute(code))[0]?.content.data as Record<string, string>)?.['text/plain'];
  const error = async (code: string) => (await kernel.execute(code)).replies[0]!.content;

  it('lets check say that there is nothing new to check after a cell that does not compile, or throws', async () => {
    await kernel.execute("import { check } from 'neurona';");
    const right =
      'const fires = (x: number[], w: number[], t: number) => (x.reduce((s, v, i) => s + v * w[i], 0) >= t ? 1 : 0);';
    await kernel.execute(right);
    expect(await card("check('02.1', fires);")).toMatch(/^✓/);
    await kernel.execute(right.replace('? 1', "? '1'") + ' const n: number = fires([1], [1], 1);');
    expect(await card("check('02.1', fires);")).toMatch(/^✗ 02\.1: not yet[^]*nothing new to check/);
    expect(await card("check('02.1', fires);")).toMatch(/nothing new to check/);
    await kernel.execute(right);
    expect(await card("check('02.1', fires);")).toMatch(/^✓/);
    await kernel.execute(`${right} throw new Error('later');`);
    expect(await card("check('02.1', fires);")).toMatch(/nothing new to check/);
  });

  it('sends whoever misses a name to the cell that failed to declare it', async () => {
    await kernel.execute('function lost(): number { return "text"; }');
    expect((await error('lost()')).evalue).toBe(
      "1:1 - Cannot find name 'lost'. The cell that declares it ended in an error: mend that one and run it first.",
    );
    expect((await error('neverThere()')).evalue).toBe("1:1 - Cannot find name 'neverThere'.");
  });

  it('quotes the last line of a cell that misses its end, and tells no more than five messages', async () => {
    const unclosed = (await error('function open() {\n  return 1;\n\n')).traceback as string[];
    expect(unclosed.at(-1)).toContain('return 1;');
    const many = await error('a; b; c; d; e; f; g;');
    expect(String(many.evalue).split('\n')).toHaveLength(5);
    expect((many.traceback as string[]).at(-1)).toBe('and 2 more, which often follow from the first');
  });
});
