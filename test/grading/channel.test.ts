/** Between the judge and an attempt, each in its process: promises and functions cross, and no end of either hangs a cell. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kernel } from '../support/kernel';
import { marks } from '../support/marks';
import { inRoot } from '../support/paths';

/** A judge of what no exercise needs yet, and that may be no good: by the id, what comes of the attempt. */
const program = `
const { Remote } = require(${JSON.stringify(inRoot('lib/dist/check/judge/remote.js'))});
const judges = {
  promise: async (attempt) => (await attempt(4)) + (await attempt(1).catch(() => 10)),
  callback: (attempt) => attempt((x) => x * x, 3),
  lost: () => process.exit(7),
  busy: () => { for (;;); },
  nonsense: () => 'a lot',
};
exports.judge = async (id, ask) => ({ points: await judges[id](new Remote(ask).attempt()), message: 'none' });
`;

let kernel: Kernel;
beforeAll(async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'judge-')), 'judge.js');
  writeFileSync(path, program);
  kernel = await Kernel.start({ environment: { NEURONA_JUDGE: path } });
  await kernel.execute("import { grade } from 'neurona';");
});
afterAll(() => kernel.stop());

const mark = async (id: string, attempt: string) =>
  marks(await kernel.execute(`// @ts-ignore\ngrade('${id}', ${attempt})`));

describe('the judge', () => {
  it("awaits an attempt's promise, kept or broken", async () => {
    const late = 'new Promise((resolve) => setTimeout(resolve, 20))';
    const attempt = `async (x) => { await ${late}; if (x === 1) throw new Error('no'); return x * 2; }`;
    expect(await mark('promise', attempt)).toEqual(['18']);
  });

  it('gives functions of its own, which the attempt calls in the midst of its work, or after it has awaited', async () => {
    expect(await mark('callback', '(f, x) => f(x) + f(f(x))')).toEqual(['90']);
    expect(await mark('promise', 'async (x) => { await null; return x; }')).toEqual(['5']);
  });

  it('that ends, or whose verdict is none, is an error of the cell; the next cell has another', async () => {
    expect(await mark('lost', '() => 1')).toEqual([expect.stringMatching(/^NotGraded: the judge has ended .*code 7/)]);
    expect(await mark('nonsense', '() => 1')).toEqual([
      expect.stringMatching(/^NotGraded: .*expected points from 0 up/),
    ]);
    expect(await mark('callback', '(f, x) => f(x)')).toEqual(['9']);
  });

  it('that does not come to an end is ended by Stop', async () => {
    const [id] = await kernel.send({
      type: 'execute_request',
      content: { code: "// @ts-ignore\nconsole.log('on');\n// @ts-ignore\ngrade('busy', () => 1)", silent: false },
    });
    await kernel.waitFor('stream', id!, 'on');
    await kernel.interrupt();
    expect(marks(await kernel.collect(id!))).toEqual([expect.stringMatching(/^Interrupted: /)]);
    expect(await mark('callback', '(f, x) => f(x)')).toEqual(['9']);
  });
});
