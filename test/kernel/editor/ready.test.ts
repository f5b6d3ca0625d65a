/** Whether a cell is ready to run: what a console asks at each Enter. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kernel } from '../../support/kernel';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
});
afterAll(() => kernel.stop());

async function readiness(code: string): Promise<Record<string, unknown>> {
  const { replies } = await kernel.ask({ type: 'is_complete_request', content: { code } });
  return replies[0]!.content;
}

describe('a cell', () => {
  it.each([
    ['', 'nothing'],
    ['const a = 1', 'a declaration'],
    ['await f();', 'an await of its own'],
    ['if (a) {\n  b\n}', 'a block that is closed'],
    ['"a } text"', 'a bracket in a text'],
    ['// a comment {', 'a bracket in a comment'],
    ['`one\ntwo`', 'a template that is closed'],
  ])('%j is complete: %s', async (code) => {
    expect(await readiness(code)).toEqual({ status: 'complete' });
  });

  it.each([
    ['const a = {', '  '],
    ['f(', '  '],
    ['if (x) {\n  y({', '    '],
    ['class A {\n  b() {', '    '],
    ['for await (const x of y) {', '  '],
    ['if (x) { y = "}";', '  '],
    ['const a = [1,\n2,', ''],
    ['const x = {\n\ta: [', '\t  '],
    ['const t = `abc', ''],
    ['f(1, `a\nb', ''],
    ['`${', ''],
    ['/* abc', ''],
    ['let x =', ''],
    ['a.', ''],
    ['const a = 1 +', ''],
    ['if (x)', ''],
  ])('%j is incomplete, and its next line starts with %j', async (code, indent) => {
    expect(await readiness(code)).toEqual({ status: 'incomplete', indent });
  });

  it.each(['const = 1', ')', '}', 'else {', 'const s = "abc', 'const r = /abc', 'const = {'])(
    '%j is invalid',
    async (code) => {
      expect(await readiness(code)).toEqual({ status: 'invalid' });
    },
  );
});
