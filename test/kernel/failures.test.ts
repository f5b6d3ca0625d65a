/** How a cell that fails is told: as an error while it ran, or as one that TypeScript found before. */
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kernel, outputs } from '../support/kernel';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
});
afterAll(() => kernel.stop());

/** How a failing cell answers: the content of its reply, which has to agree with its only output. */
async function failure(code: string): Promise<{ ename: string; evalue: string; traceback: string[] }> {
  const answer = await kernel.execute(code);
  const { status, execution_count, ename, evalue, traceback } = answer.replies[0]!.content;
  expect(status).toBe('error');
  expect(execution_count).toEqual(expect.any(Number));
  expect(outputs(answer).map(({ type, content }) => ({ type, content }))).toEqual([
    { type: 'error', content: { ename, evalue, traceback } },
  ]);
  const plain = (traceback as string[]).map((part) => stripVTControlCharacters(part));
  return { ename, evalue, traceback: plain } as Awaited<ReturnType<typeof failure>>;
}

describe('a cell that throws', () => {
  it('is answered by its error, complete, once, and not on stderr', async () => {
    expect(await failure('throw new RangeError("too far");')).toEqual({
      ename: 'RangeError',
      evalue: 'too far',
      traceback: [
        'RangeError: too far',
        expect.stringMatching(
          /^ {4}at Cell \[\d+\], line 1\n {6}1 \| throw new RangeError\("too far"\);\n {8}\| {7}\^$/,
        ),
      ],
    });
    expect(await failure('await Promise.reject(new TypeError("later"));')).toMatchObject({ ename: 'TypeError' });
  });

  it("tells the lines of the cells it went through, and nobody else's", async () => {
    const defined = await kernel.execute(`interface Point {
  x: number;
}
import * as assert from "assert";

// Comments and types are gone when the cell runs.
function check(point: Point): void {
  if (point.x > 1) {
    throw new Error("outside");
  }
}`);
    const called = await kernel.execute(
      'const points = [{ x: 1 }, { x: 2 }];\n\npoints.forEach((point) =>\n  check(point));',
    );
    const number = ({ replies }: typeof defined) => String(replies[0]!.content.execution_count);
    const lines = (called.replies[0]!.content.traceback as string[]).map((part) => stripVTControlCharacters(part));
    expect(lines).toEqual([
      'Error: outside',
      `    at check (Cell [${number(defined)}], line 9)\n      9 |     throw new Error("outside");\n        |           ^`,
      `    at Cell [${number(called)}], line 4\n      4 |   check(point));\n        |   ^`,
      `    at Cell [${number(called)}], line 3\n      3 | points.forEach((point) =>\n        |        ^`,
    ]);
  });

  it('finds its line behind an await, an import and a deep stack, and tells a recursion once', async () => {
    const { traceback } = await failure('await null;\n\nJSON.parse("{", (key, value: string) =>\n  value);');
    expect(traceback[1]).toMatch(/line 3\n {6}3 \| JSON\.parse.*\n {8}\| {6}\^$/);
    const imported = await failure('import ok from "assert";\nconst one = 1;\n\nok(one > 2);');
    expect(imported.traceback[1]).toMatch(/line 4\n {6}4 \| ok\(one > 2\);(\n|$)/);
    const recursion = await failure('function again(n: number): number {\n  return again(n + 1) + 1;\n}\nagain(1);');
    expect(recursion.evalue).toMatch(/call stack/);
    expect(recursion.traceback).toHaveLength(2);
    expect(recursion.traceback[1]).toMatch(/at again \(Cell \[\d+\], line 2\)/);
    const deep = await failure(
      'function down(n: number): void {\n  if (n === 0) throw new Error("bottom");\n  down(n - 1);\n}\ndown(30);',
    );
    expect(deep.traceback.at(-1)).toMatch(/line 5\n {6}5 \| down\(30\);\n {8}\| \^$/);
  });

  it('tells the cause of its error, too', async () => {
    const { traceback } = await failure('throw new Error("no data", { cause: new TypeError("no disk") });');
    expect(traceback).toContain('Caused by TypeError: no disk');
  });

  it.each([
    ['"text"', "'text'"],
    ['{ code: 5 }', '{ code: 5 }'],
    ['undefined', 'undefined'],
    ['null', 'null'],
  ])('may throw %s', async (thrown, evalue) => {
    expect(await failure(`throw ${thrown};`)).toEqual({
      ename: 'Uncaught',
      evalue,
      traceback: [`Uncaught: ${evalue}`],
    });
  });

  it('may throw what cannot even be looked at', async () => {
    expect(await failure('throw Object.defineProperty(new Error(), "message", { get() { throw 1; } });')).toMatchObject(
      {
        ename: 'Error',
        evalue: 'the cell threw something that cannot be shown',
      },
    );
  });

  it('is also one whose result cannot be shown', async () => {
    expect(await failure('({ [Symbol.for("Jupyter.display")]() { throw new Error("no picture"); } })')).toMatchObject({
      ename: 'Error',
      evalue: 'no picture',
    });
    expect(await failure('({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": 1n }) })')).toMatchObject({
      ename: 'TypeError',
    });
    expect(outputs(await kernel.execute('"the kernel goes on"'))[0]!.content).toMatchObject({
      data: { 'text/plain': "'the kernel goes on'" },
    });
  });
});

describe('a cell that does not compile', () => {
  it('is a TypeScriptError: each message in full with its line and column, and the line itself', async () => {
    const error = await failure('const a: number = 1;\nconst b: string = a;\nconst c = d;');
    expect(error.ename).toBe('TypeScriptError');
    expect(error.evalue).toBe("2:7 - Type 'number' is not assignable to type 'string'.\n3:11 - Cannot find name 'd'.");
    expect(error.traceback).toEqual([
      'TypeScriptError: the cell was not run',
      expect.stringMatching(/^Cell \[\d+\], line 2, column 7: Type 'number' is not assignable to type 'string'\.$/),
      '      2 | const b: string = a;\n        |       ^',
      expect.stringMatching(/^Cell \[\d+\], line 3, column 11: Cannot find name 'd'\.$/),
      '      3 | const c = d;\n        |           ^',
    ]);
  });

  it('keeps a message and its reasons together', async () => {
    const { evalue } = await failure(
      'interface Net { layer: { units: number } }\nconst made = { layer: { units: "3" } };\nconst net: Net = made;',
    );
    expect(evalue).toBe(
      "3:7 - Type '{ layer: { units: string; }; }' is not assignable to type 'Net'.\n" +
        "  The types of 'layer.units' are incompatible between these types.\n" +
        "  Type 'string' is not assignable to type 'number'.",
    );
  });

  it('did not run, not even in part', async () => {
    await failure('console.log("ran");\nconst wrong: string = 1;');
    expect(await failure('const open = (;')).toMatchObject({ ename: 'TypeScriptError' });
  });

  it('is told even if it only defines a module', async () => {
    expect(await failure('/** @module wrong */\nexport const a: string = 1;')).toMatchObject({
      ename: 'TypeScriptError',
      evalue: "wrong.ts:2:14 - Type 'number' is not assignable to type 'string'.",
    });
  });
});
