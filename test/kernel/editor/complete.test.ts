/** Completion over the protocol: what is offered at the cursor, in which order, and the part of the text it replaces. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kernel } from '../../support/kernel';

interface Reply {
  status: string;
  matches: string[];
  cursor_start: number;
  cursor_end: number;
  metadata: { _jupyter_types_experimental: { start: number; end: number; text: string; type: string }[] };
}

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
  const ran = await kernel.execute(`
    import { tf, data } from 'neurona';
    const numbers = [1, 2, 3];
    const row = { 'petal length': 1, species: 'iris' };
    function paint(options: { 'line-width': number; colour?: string; border?: number }, mode: 'fast' | 'slow' = 'fast') {}
class Worker {
      /** @deprecated walk instead */
      amble() {}
      walk() {}
      wander() {}
      _hidden() {}
      gamble() {}
    }
  `);
  expect(ran.replies[0]!.content.status).toBe('ok');
});
afterAll(() => kernel.stop());

/** Asks at the bar in the text; the bar is not part of it. */
async function complete(marked: string): Promise<Reply & { replaced: string }> {
  const cursor_pos = [...marked].indexOf('|');
  const code = marked.replace('|', '');
  const { replies } = await kernel.ask({ type: 'complete_request', content: { code, cursor_pos } });
  const reply = replies[0]!.content as unknown as Reply;
  expect(reply.status).toBe('ok');
  return { ...reply, replaced: [...code].slice(reply.cursor_start, reply.cursor_end).join('') };
}

describe('what is offered', () => {
  it.each([
    ['members', 'numbers.fi|', ['fill', 'filter', 'find', 'findIndex']],
    ['members of what a call gives', 'numbers.slice().fil|', ['fill', 'filter']],
    ['members within a template', '`${numbers.len|}`', ['length']],
    ['names of this cell', 'const wavelength = 1; wavel|', ['wavelength']],
    ['names of earlier cells, before globals', 'numb|', ['numbers', 'number', 'Number']],
    ['globals', 'parseF|', ['parseFloat']],
    ['keywords', 'awai|', ['await']],
    ['keys of an options object', 'tf.layers.dense({ un| })', ['units']],
    ['keys of options of ours', 'data.spiral({ |', ['noise', 'samples', 'seed']],
    ['the keys that are not given yet', 'data.spiral({ noise: 1, | })', ['samples', 'seed']],
    ['required keys first, and quoted where they must be', 'paint({|', ["'line-width'", 'border', 'colour']],
    ['values of a union of texts', "tf.layers.dense({ activation: 're|' })", ['relu', 'relu6']],
    ['values for an argument', "paint({ 'line-width': 1 }, '|')", ['fast', 'slow']],
    ['keys within brackets', "row['pet|']", ['petal length']],
    ['the name of our package', "import { } from 'neur|'", ['neurona']],
    ['names of packages in parts', "import * as t from '@tensorflow/tfjs-n|'", ['@tensorflow/tfjs-node']],
    [
      "Node's modules by their longer names",
      "import { join } from 'node:pat|'",
      ['node:path', 'node:path/posix', 'node:path/win32'],
    ],
    ["Node's modules in an import call", "await import('child|')", ['child_process', 'node:child_process']],
    ['files beside the notebook', "import x from './pic|'", ['pictures']],
    ['how a path begins', "import x from '.|'", ['../', './']],
    ['what a module exports', "import { sho| } from 'neurona'", ['show']],
    ['nothing within a text', "const text = 'num|'", []],
    ['nothing within a template', '`num|`', []],
    ['nothing within a comment', '// num|', []],
    ['nothing within a long comment', '/* num| */', []],
    ['nothing for a new name', 'const num|', []],
    ['nothing after a number', '1.|', []],
  ])('is %s', async (_, marked, matches) => {
    expect((await complete(marked)).matches).toEqual(matches);
  });

  it('are names that start with what is typed, then those but for capitals, then those that hold it', async () => {
    expect((await complete('Math.sq|')).matches).toEqual(['sqrt', 'SQRT1_2', 'SQRT2']);
    expect((await complete('Math.min|')).matches[0]).toBe('min');
    expect((await complete('numbers.f|')).matches.every((name) => name.startsWith('f'))).toBe(true); // one letter is in many
    expect((await complete('numbers.index|')).matches).toEqual(['indexOf', 'findIndex', 'lastIndexOf']);
  });

  it('puts the names of earlier cells before globals, each once, and globals in full', async () => {
    const { matches } = await complete('|');
    const own = ['data', 'numbers', 'paint', 'row', 'tf', 'Worker'];
    expect(matches.slice(0, own.length)).toEqual(own);
    expect(matches).toEqual(expect.arrayContaining(['console', 'Math', 'Promise', 'process', 'JSON', 'function']));
    expect(new Set(matches).size).toBe(matches.length);
    expect(matches.length).toBeLessThanOrEqual(1000);
  });

  it('leaves what is deprecated to the end', async () => {
    expect((await complete('new Worker().|')).matches).toEqual(['gamble', 'walk', 'wander', '_hidden', 'amble']);
    expect((await complete('new Worker().am|')).matches).toEqual(['gamble', 'amble']);
  });

  it('tells JupyterLab of each what it is', async () => {
    const kinds = async (marked: string) => {
      const { matches, cursor_start, cursor_end, metadata } = await complete(marked);
      const told = metadata._jupyter_types_experimental;
      expect(told.map(({ text }) => text)).toEqual(matches);
      for (const { start, end } of told) expect([start, end]).toEqual([cursor_start, cursor_end]);
      return Object.fromEntries(told.map(({ text, type }) => [text, type]));
    };
    expect(await kinds('|')).toMatchObject({
      numbers: 'instance',
      paint: 'function',
      Worker: 'class',
      await: 'keyword',
    });
    expect(await kinds('numbers.|')).toMatchObject({ map: 'function', length: 'property' });
    expect(await kinds("import x from 'neur|'")).toEqual({ neurona: 'module' });
    expect(await kinds("import x from './pic|'")).toEqual({ pictures: 'path' });
  });
});

describe('what is replaced', () => {
  it.each([
    ['the word before the cursor', 'Math.sq|', 'sq'],
    ['the whole word around the cursor', 'Math.sq|rt(2)', 'sqrt'],
    ['the whole key around the cursor', 'tf.layers.dense({ un|it: 3 })', 'unit'],
    ['the whole text around the cursor', "tf.layers.dense({ activation: 're|l' })", 'rel'],
    ['the last step of a path', "import x from './pictures/..|'", '..'],
    ['the whole name of a package', "import x from '@tensorflow/tf|'", '@tensorflow/tf'],
    ['nothing, where no word stands', 'numbers.|;', ''],
    ['the word alone after characters beyond the first 65,536', "'😀𝒳'; Math.sq|;", 'sq'],
    ['the word alone before such characters', "Math.sq|; '😀𝒳'", 'sq'],
    ['a word that holds such characters', 'const 𝒳values = 1; 𝒳va|', '𝒳va'],
    ['the dot, where brackets take its place', 'row.petal|', '.petal'],
  ])('is %s', async (_, marked, replaced) => {
    expect((await complete(marked)).replaced).toBe(replaced);
  });

  it('by brackets, where a member is no identifier', async () => {
    expect((await complete('row.|')).matches).toEqual(["['petal length']", '.species']);
    expect((await complete('row?.pet|')).matches).toEqual(["?.['petal length']"]);
    expect((await complete('row.spe|')).matches).toEqual(['species']);
  });
});

it('a cell that waits is completed beside, and goes on as if nothing had been asked', async () => {
  const [id] = await kernel.send({
    type: 'execute_request',
    content: { code: 'let later = 1; await new Promise((done) => setTimeout(done, 500)); later + numbers.length' },
  });
  expect((await complete('numbers.leng|')).matches).toEqual(['length']);
  const { replies, iopub } = await kernel.collect(id!);
  expect(replies[0]!.content.status).toBe('ok');
  expect(iopub.find(({ type }) => type === 'execute_result')!.content.data).toEqual({ 'text/plain': '4' });
  expect((await complete('late|')).matches).toContain('later');
});

it('a place that is none is refused in words', async () => {
  const { replies } = await kernel.ask({ type: 'complete_request', content: { code: 'Math.', cursor_pos: -1 } });
  expect(replies[0]!.content).toMatchObject({ status: 'error' });
  expect(String(replies[0]!.content.evalue)).toContain('got -1');
});
