/** Our watch compiles every cell as TypeScript's own does: same output, same declarations, same complaints. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inRoot } from '../support/paths';

/** What is done one after the other: a cell, a cell with the magic `%module`, a file beside the notebook, or a question about code. */
type Step =
  | { cell: string }
  | { module: string; name: string }
  | { file: string; text: string | null }
  | { complete: string }
  | { inspect: string; at: number };

const cell = (text: string): Step => ({ cell: text });
const file = (name: string, text: string | null): Step => ({ file: name, text });

/** Cells that lean on the builder: declarations of earlier cells, TensorFlow's types, files beside the notebook, errors. */
const steps: Step[] = [
  file('helper.ts', "import { two } from './deeper';\nexport const twice = (n: number): number => n * two;\n"),
  file('deeper.ts', 'export const two = 2;\n'),
  file('plain.js', '/** @param {number} n */\nexport function half(n) { return n / 2; }\n'),
  file('table.json', '{ "rows": [1, 2] }'),
  cell('const silent = 5;'),
  cell('silent + 1'),
  cell('silent + 1'),
  cell("import { tf, data } from 'neurona'; const a = tf.tensor([1, 2]);"),
  cell("import * as node from '@tensorflow/tfjs-node'; node.tensor([1]).print();"),
  cell('const b = a.add(silent); function f<T>(x: T): T { return x; } class C { constructor(readonly n: number) {} }'),
  cell('let silent = "now a text"; f(silent).length'),
  cell("import { twice } from './helper'; twice(new C(4).n)"),
  cell('silent.nothing'),
  cell('data.spiral({ smples: 3 })'),
  cell('await Promise.resolve(b.shape)'),
  cell('enum Colour { Red, Green }\nnamespace N { export const inner = Colour.Green; }\nN.inner'),
  cell('type Pair = [number, string]; const pair: Pair = [1, "a"]; interface Point { x: number }'),
  cell('const { x, ...rest } = { x: 1, y: 2 }; const [first] = pair; rest'),
  cell('class C {} interface Point { y: string } let pair = 1; const point: Point = { y: "" };'),
  cell('type C = string; const N = 3; let Colour: C = "red"; [N, Colour]'),
  cell('const broken: number = "text"'),
  cell('const unfinished = ['),
  cell('function g(this: string) { return this.length; } g.call("a"); g()'),
  cell("import { half } from './plain'; half('4')"),
  cell("import { half } from './plain'; half(4)"),
  cell("import table from './table.json'; table.rows.map((row) => row.toFixed(1))"),
  cell("import { lost } from './nowhere'; lost"),
  { module: 'export const inModule: number = 1;', name: 'own' },
  cell("import { inModule } from './own'; inModule"),
  { module: 'export const inModule: string = 2;', name: 'own' },
  { module: 'export const inModule = "text";', name: 'own' },
  cell("import { inModule } from './own'; inModule.length"),
  file('helper.ts', 'export const twice = (text: string): string => text + text;\n'),
  cell("import { twice } from './helper'; twice(4)"),
  cell("import { twice } from './helper'; twice('4')"),
  { complete: 'Math.ma' },
  { complete: 'Math.ma' },
  { complete: 'a.su' },
  { complete: 'const options: AddEventLis' },
  { inspect: 'pair', at: 2 },
  { inspect: 'tf.tensor2d', at: 5 },
  { inspect: '[1].map', at: 5 },
  cell('pair'),
];

/** Runs the steps in a process of its own, by our watch or by TypeScript's, and gives what each came to. */
function compile(folder: string, list: Step[], watch: 'ours' | "TypeScript's"): unknown[] {
  const script = `
    const { rmSync, writeFileSync } = require('node:fs');
    process.chdir(${JSON.stringify(folder)});
    const ours = ${watch === 'ours'};
    if (ours) require(${JSON.stringify(inRoot('lib/dist/kernel/typescript/program.js'))});
    const { createConverter } = require(${JSON.stringify(inRoot('node_modules/tslab/dist/converter.js'))});
    let noticed = () => undefined;
    const converter = createConverter({ isJS: false, isBrowser: false, _fileWatcher: () => noticed() });
    let declarations = '';
    const known = new Set();
    const run = async (step) => {
      if ('cell' in step) {
        const result = converter.convert(declarations, step.cell);
        if (!result.diagnostics.length) declarations = result.declOutput;
        return result;
      }
      if ('module' in step) return converter.addModule(step.name, step.module);
      if ('complete' in step) return converter.complete(declarations, step.complete, step.complete.length).candidates;
      if ('inspect' in step) {
        const { displayParts, documentation, tags, textSpan } = converter.inspect(declarations, step.inspect, step.at);
        return { displayParts, documentation, tags, textSpan };
      }
      // TypeScript's watch hears of a change some time later; ours has to know at once.
      const heard = !ours && known.has(step.file) ? new Promise((resolve) => (noticed = resolve)) : undefined;
      known.add(step.file);
      if (step.text === null) rmSync(step.file);
      else writeFileSync(step.file, step.text);
      await heard;
    };
    (async () => {
      const results = [];
      for (const step of ${JSON.stringify(list)}) results.push((await run(step)) ?? null);
      console.log(JSON.stringify(results));
      process.exit();
    })();`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })) as unknown[];
}

describe('our watch', () => {
  let folder: string;
  beforeEach(() => {
    mkdirSync(inRoot('.neurona', 'courses'), { recursive: true });
    folder = mkdtempSync(inRoot('.neurona', 'courses', 'cells-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("gives what TypeScript's gives, for cells that build on each other, on libraries and on files", () => {
    const ours = compile(folder, steps, 'ours');
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    const theirs = compile(folder, steps, "TypeScript's");
    for (const [index, result] of ours.entries()) expect([steps[index], result]).toEqual([steps[index], theirs[index]]);
    expect(JSON.stringify(ours)).toContain('deeper'); // the file behind the file was compiled too
    expect(JSON.stringify(ours)).toContain("Did you mean to write 'samples'?");
  });

  it('sees at once that a file beside the notebook has come, has changed, or is gone', () => {
    const use = cell("import { value } from './late'; value.length");
    const results = compile(
      folder,
      [
        use,
        file('late.ts', "export { value } from './later';\n"),
        use,
        file('later.ts', "export const value = 'text';\n"),
        use,
        file('later.ts', 'export const value = 1;\n'),
        use,
        file('later.ts', "export const value = ['list'];\n"),
        use,
        file('late.ts', null),
        use,
      ],
      'ours',
    );
    const said = results.filter((result) => result) as {
      diagnostics: { messageText: string }[];
      sideOutputs?: object[];
    }[];
    expect(said.map(({ diagnostics }) => diagnostics.map(({ messageText }) => messageText).join())).toEqual([
      expect.stringMatching(/^Cannot find module '.\/late'/),
      expect.stringMatching(/^Cannot find module '.\/later'/),
      '',
      "Property 'length' does not exist on type '1'.",
      '',
      expect.stringMatching(/^Cannot find module '.\/late'/),
    ]);
    expect(said[2]!.sideOutputs).toHaveLength(2);
    expect(said[4]!.sideOutputs).toHaveLength(1); // only what has changed is loaded anew
  });
});
