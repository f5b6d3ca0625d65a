/** Errors that teach: where they are marked, and what is said to those who meet them for the first time. */
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kernel, outputs, printed, type Answer } from '../support/kernel';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
  await kernel.execute('import * as tf from "@tensorflow/tfjs";\nasync function soon() { return [1]; }');
});
afterAll(() => kernel.stop());

/** The traceback of a failing cell as text, with its colours; fails if the cell does not. */
function traceback({ replies }: Answer): string {
  expect(replies[0]!.content.status).toBe('error');
  return (replies[0]!.content.traceback as string[]).join('\n');
}

async function failure(code: string): Promise<string> {
  return stripVTControlCharacters(traceback(await kernel.execute(code)));
}

describe('the place of an error', () => {
  it('is marked under its line, as wide as it is, whatever characters stand before it', async () => {
    expect(await failure('const a = 1;\nconst wrong: string = a;')).toMatch(
      /\n {6}2 \| const wrong: string = a;\n {8}\| {7}\^~~~~$/,
    );
    expect(await failure('\tconst 漢é = "e\u0301", wrong: string = 1;')).toMatch(/\n {8}\| \t {17}\^~~~~$/);
  });

  it('ends with the first line of several, and is found in a long line', async () => {
    expect(await failure('Math.max({\n  a: 1,\n});')).toMatch(/\n {6}1 \| Math\.max\(\{\n {8}\| {10}\^$/);
    const long = await failure(`const text = "${'x'.repeat(5000)}", wrong: string = 1;`);
    const [line, marked] = long.split('\n').slice(-2);
    expect(line!.length).toBeLessThan(140);
    expect(line!.slice(marked!.indexOf('^'))).toMatch(/^wrong: string/);
  });

  it('is behind the last word if something is missing at the end', async () => {
    expect(await failure('function open() {\n  return 1;\n\n')).toMatch(
      /line 2, column 12: '}' expected\.\n {6}2 \| {3}return 1;\n {8}\| {12}\^$/,
    );
  });

  it('has its column for a runtime error as well', async () => {
    expect(await failure('const none: any = undefined;\nconst x: number = none.size;')).toMatch(
      /\n {6}2 \| const x: number = none\.size;\n {8}\| {24}\^$/,
    );
  });

  it('has its emphasis in bold, which can be read on any page, and only in the traceback', async () => {
    const { replies } = await kernel.execute('const wrong: string = 1;');
    expect(String(replies[0]!.content.evalue)).not.toContain('\x1b');
    const text = traceback({ replies, iopub: [] });
    expect(text).toContain('\x1b[1mTypeScriptError\x1b[0m');
    expect(text).toContain('\x1b[1m^~~~~\x1b[0m');
    const codes = text.split('\x1b[').slice(1);
    expect(new Set(codes.map((rest) => rest.slice(0, rest.indexOf('m'))))).toEqual(new Set(['1', '0']));
  });
});

it("the compiler's own suggestion is kept", async () => {
  expect(await failure('[1].lenght')).toMatch(/Did you mean 'length'\?/);
});

describe('advice stands below', () => {
  it.each([
    ["const text = 'one\ntwo';", 'write one of several lines between backticks: `…`.'],
    ['const fixed: readonly number[] = [1]; fixed.push(2);', 'change a copy'],
    ['const fixed2: readonly number[] = [1]; const m: number[] = fixed2;', 'change a copy'],
    ['const fixed3: readonly number[] = [1]; fixed3[0] = 2;', 'change a copy'],
    ['const list: number[] = soon();', 'write await in front'],
    ['soon().length', 'write await in front'],
    ['soon() + 1', 'write await in front'],
    ['import.meta.url', 'its folder is process.cwd()'],
    ['using file = 1;', 'lacks using'],
    ['[1].toSorted();', 'the library of ES2022'],
    ['[1].findLast((x) => x);', 'the library of ES2022'],
    ['[1].toReversed();', 'the library of ES2022'],
    ['import { u } from "./util.ts";', "without its ending: './util'"],
    ['import { u } from "./nowhere";', 'sought from the folder of the notebook'],
    ['import { u } from "../lib/index";', 'put the file beside the notebook'],
    ['import * as u from "lodahs";', 'No package of that name is installed'],
    ['export const given = 1;', 'leave the word export away'],
    ['const fixed4 = 1; fixed4 = 2;', 'declare it with let'],
    ['print("a")', 'console.log(…)'],
    ['const quoted = “a”;', 'Quotes in code are straight'],
    ['document.title', 'there is no page'],
    ['def double(x):', 'function name(…) {'],
  ])('%j', async (code, advice) => {
    expect(await failure(code)).toContain(advice);
  });

  it('but not below what it would not help, and not twice', async () => {
    expect(await failure('const later: Promise<number> = 1;')).not.toContain('await in front');
    expect((await failure('soon().a; soon().b;')).match(/await in front/g)).toHaveLength(1);
  });
});

const dense = 'tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] })';
const both =
  '[2, 3] and [4]: compared from the end, numbers must be equal, or one of them 1 or missing; 3 and 4 are not.';
const mismatches: [string, string][] = [
  [
    'tf.matMul(tf.ones([2, 3]), tf.ones([2, 2]))',
    '[2, 3] · [2, 2]: the columns of the first (3) must equal the rows of the second (2).',
  ],
  [
    'tf.matMul(tf.ones([2, 3]), tf.ones([2, 3]), true, true)',
    '[2, 3] transposed · [2, 3] transposed: the columns of the first (2) must equal the rows of the second (3).',
  ],
  ['tf.ones([2, 3]).add(tf.ones([4]))', both],
  ['tf.ones([2, 3]).sub(tf.ones([4]))', both],
  ['tf.ones([2, 3]).mul(tf.ones([4]))', both],
  [
    `${dense}.predict(tf.ones([4, 3]))`,
    '[4, 3] does not fit [null, 2]: null counts the examples and may be any number, the others must agree.',
  ],
  [
    'tf.sequential({ layers: [tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [28, 28, 1] })] }).predict(tf.ones([28, 28, 1]))',
    '[28, 28, 1] has 3 dimensions, not 4: the first must count the examples; expandDims(0) makes one example of it.',
  ],
  ['tf.ones([2, 3]).reshape([4, 2])', ''],
  ['tf.ones([2, 3]).reshape([4, -1])', '6 values cannot be dealt out by 4'],
  ['tf.tensor2d([1, 2, 3], [2, 2])', '[2, 2] holds 2 · 2 = 4 values; there are 3.'],
  ['tf.concat([tf.ones([2, 3]), tf.ones([3, 2])])', '[2, 3] and [3, 2]: tensors may differ only along the axis'],
  [
    'tf.conv2d(tf.ones([28, 28]) as any, tf.ones([3, 3, 1, 1]) as any, 1, "same")',
    'takes images as [examples, height, width, channels].',
  ],
  [
    'tf.conv2d(tf.ones([1, 28, 28, 3]) as any, tf.ones([3, 3, 1, 1]) as any, 1, "same")',
    'ends in 3; the filter, [height, width, channels, filters], is for 1 channels.',
  ],
  ['tf.losses.meanSquaredError(tf.ones([3]), tf.ones([4]))', '[3] and [4] have to be the same.'],
];

describe.each([
  ['by itself', '@tensorflow/tfjs', '[4, 2] holds 4 · 2 = 8 values; there are 6.'],
  ['with its native kernels', '@tensorflow/tfjs-node', 'its numbers multiplied give 8, not 6.'],
])('shapes that do not fit are told in plain notation by TensorFlow %s', (_, name, reshaped) => {
  beforeAll(async () => {
    await kernel.execute(`import * as tf from "${name}";`);
  });

  it.each(mismatches)('%s', async (code, told) => {
    const answer = await kernel.execute(`${code};`);
    const text = stripVTControlCharacters(traceback(answer));
    expect(text).toContain(String(answer.replies[0]!.content.evalue));
    expect(text).toContain(told || reshaped);
  });
});

it('a ragged array is told by its row, where TensorFlow looks at it', async () => {
  const check = 'tf.env().set("TENSORLIKE_CHECK_SHAPE_CONSISTENCY", true);';
  expect(await failure(`${check}\ntf.tensor2d([[1, 2], [3]]);`)).toContain('the one at [1] has 1 numbers, not 2.');
});

describe('an error in strange clothes', () => {
  it('has a name all the same', async () => {
    expect(await failure('throw Object.assign(new Error("x"), { name: "" });')).toMatch(/^Error: x\n/);
    expect(await failure('throw Object.assign(new Error("x"), { name: { a: 1 } });')).toMatch(/^Error: x\n/);
  });

  it('is cut if its message is huge', async () => {
    const { replies } = await kernel.execute('throw new Error("x".repeat(1e6));');
    expect(String(replies[0]!.content.evalue)).toMatch(/x… \(cut here: 990000 more characters\)$/);
    expect(traceback({ replies, iopub: [] }).length).toBeLessThan(20_000);
  });

  it('tells its parts, and causes of causes, but no circle twice', async () => {
    const parts = await failure(
      'await Promise.any([Promise.reject(new Error("a")), Promise.reject(new TypeError("b"))]);',
    );
    expect(parts).toMatch(/^AggregateError: .*[^]*\nPart 1 of 2 Error: a\n[^]*\nPart 2 of 2 TypeError: b\n/);
    const circle = await failure(
      'const first = new Error("1");\nconst second = new Error("2", { cause: first });\nfirst.cause = second;\nthrow first;',
    );
    expect(circle.match(/Caused by/g)).toHaveLength(1);
  });
});

describe('a rejection that nobody handles', () => {
  it('ends its cell in that error, and what the cell declared stays', async () => {
    const answer = await kernel.execute('const kept = 1;\nvoid Promise.reject(new RangeError("lost"));');
    expect(stripVTControlCharacters(traceback(answer))).toMatch(/^RangeError: lost\n {4}at Cell \[\d+\], line 2\n/);
    expect(outputs(answer).map(({ type }) => type)).toEqual(['error']);
    expect((await kernel.execute('kept')).replies[0]!.content.status).toBe('ok');
  });

  it('ends a cell that awaits when it ends, and drops the cells behind it', async () => {
    const code =
      'void Promise.reject(new Error("early")); await new Promise((end) => setTimeout(end, 50)); console.log(5);';
    const ids = await kernel.send(
      { type: 'execute_request', content: { code, stop_on_error: true } },
      { type: 'execute_request', content: { code: '1' } },
    );
    const answer = await kernel.collect(ids[0]!);
    expect(outputs(answer).map(({ type }) => type)).toEqual(['stream', 'error']);
    expect((await kernel.collect(ids[1]!)).replies[0]!.content.status).toBe('aborted');
  });

  it('is forgiven if the cell handles it before it ends', async () => {
    const answer = await kernel.execute(
      'const late = Promise.reject(new Error("late"));\nawait new Promise((end) => setTimeout(end, 20));\nawait late.catch(() => 5)',
    );
    expect(answer.replies[0]!.content.status).toBe('ok');
  });

  it("is told on stderr, without colours, below the cell's own error or after its end", async () => {
    const own = await kernel.execute('void Promise.reject(new Error("other"));\nthrow new Error("own");');
    expect(own.replies[0]!.content.evalue).toBe('own');
    expect(printed(own, 'stderr')).toMatch(/^Unhandled promise rejection: Error: other\n/);
    const [id] = await kernel.send({
      type: 'execute_request',
      content: { code: 'setTimeout(() => Promise.reject(new Error("stray")), 300);' },
    });
    expect((await kernel.collect(id!)).replies[0]!.content.status).toBe('ok');
    expect(String((await kernel.waitFor('stream', id!)).text)).toMatch(/^Unhandled promise rejection: Error: stray\n/);
  });
});
