/** The lighter builder compiles every cell as TypeScript's own does: same output, same declarations, same complaints. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../support/paths';

/** Cells that lean on the builder: declarations of earlier cells, TensorFlow's types, files beside the notebook, errors. */
const cells = [
  'const silent = 5;',
  'silent + 1',
  "import { tf, data } from 'neurona'; const a = tf.tensor([1, 2]);",
  'const b = a.add(silent); function f<T>(x: T): T { return x; } class C { constructor(readonly n: number) {} }',
  'let silent = "now a text"; f(silent).length',
  "import { twice } from './helper'; twice(new C(4).n)",
  'silent.nothing',
  'data.spiral({ smples: 3 })',
  'await Promise.resolve(b.shape)',
  'enum Colour { Red, Green }\nnamespace N { export const inner = Colour.Green; }\nN.inner',
  'type Pair = [number, string]; const pair: Pair = [1, "a"]; interface Point { x: number }',
  'const { x, ...rest } = { x: 1, y: 2 }; const [first] = pair; rest',
  'const broken: number = "text"',
];

/** Compiles the cells one after the other, in a process of its own, with or without the lighter builder. */
function compile(folder: string, light: boolean): unknown[] {
  const script = `
    process.chdir(${JSON.stringify(folder)});
    ${light ? `require(${JSON.stringify(inRoot('lib/dist/kernel/program.js'))});` : ''}
    const { createConverter } = require(${JSON.stringify(inRoot('node_modules/tslab/dist/converter.js'))});
    const converter = createConverter({ isJS: false, isBrowser: false });
    let declarations = '';
    const results = ${JSON.stringify(cells)}.map((cell) => {
      const result = converter.convert(declarations, cell);
      if (!result.diagnostics.length) declarations = result.declOutput;
      return result;
    });
    results.push(converter.complete(declarations, 'Math.ma', 7).candidates, converter.inspect(declarations, 'pair', 2).displayParts);
    console.log(JSON.stringify(results));
    process.exit();`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })) as unknown[];
}

describe('the lighter builder', () => {
  let folder: string;
  beforeAll(() => {
    mkdirSync(inRoot('.neurona', 'courses'), { recursive: true });
    folder = mkdtempSync(inRoot('.neurona', 'courses', 'cells-'));
    writeFileSync(
      join(folder, 'helper.ts'),
      "import { two } from './deeper';\nexport const twice = (n: number): number => n * two;\n",
    );
    writeFileSync(join(folder, 'deeper.ts'), 'export const two = 2;\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('gives what the usual one gives, for cells that build on each other, on libraries and on files', () => {
    const light = compile(folder, true);
    expect(light).toEqual(compile(folder, false));
    expect(JSON.stringify(light)).toContain('deeper'); // the file behind the file was compiled too
    expect(JSON.stringify(light)).toContain("Did you mean to write 'samples'?");
  });
});
