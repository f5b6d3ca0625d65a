/** A converter server compiles cells for many kernels, and nobody can tell: not by a result, an error, or its absence. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ConverterClient } from '../../lib/kernel/front/converter';
import { messages, pack } from '../../lib/kernel/pipe';
import { cell, Kernel, outputs } from '../support/kernel';
import { inRoot } from '../support/paths';

const folder = mkdtempSync(join(tmpdir(), 'converter-'));
const path = (name: string) => join(folder, name);
const kernels: Kernel[] = [];
const servers: Server[] = [];
const real = spawn(process.execPath, [inRoot('lib/dist/kernel/converter-server.js'), path('real')]);

beforeAll(() => once(real.stdout, 'data'), 60_000); // it is ready

afterEach(async () => {
  await Promise.all(kernels.splice(0).map((kernel) => kernel.stop()));
  for (const server of servers.splice(0)) server.close();
});

afterAll(() => {
  real.kill();
  rmSync(folder, { recursive: true });
});

async function start(environment?: Record<string, string>): Promise<Kernel> {
  const kernel = await Kernel.start({ environment });
  kernels.push(kernel);
  return kernel;
}
const withServer = (name: string) => start({ NEURONA_CONVERTER: path(name) });

/** A server of the test's own: `answer` gives what it says to a cell; null ends the connection, undefined says nothing. */
async function serve(name: string, answer: (declarations: string, source: string) => object | null | undefined) {
  const server = createServer((socket) => {
    void (async () => {
      for await (const [declarations, source] of messages(socket)) {
        const said = answer(String(declarations), String(source));
        if (said) socket.write(pack([Buffer.from(JSON.stringify(said))]));
        else if (said === null) socket.destroy();
      }
    })().catch(() => undefined); // the kernel has left
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(path(name), resolve));
}

async function ended(kernel: Kernel, code: string) {
  const answer = await kernel.execute(code);
  const { status, ename, traceback } = answer.replies[0]!.content;
  return { status, ename, traceback, said: outputs(answer).map(({ type, content }) => [type, content]) };
}

async function value(kernel: Kernel, code: string): Promise<string | undefined> {
  return (outputs(await kernel.execute(code)).at(-1)?.content.data as Record<string, string>)['text/plain'];
}

it('a kernel with a converter server gives the results and the errors of one without', async () => {
  const [alone, served] = await Promise.all([start(), withServer('real')]);
  const cells = [
    "import { tf } from 'neurona';\nconst xs: tf.Tensor = tf.tensor([1, 2, 3]);\ninterface Point { x: number }",
    'const sum = (await xs.sum().data())[0];\nconst p: Point = { x: sum };\np',
    'const wrong: Point = { x: "three" };',
    'console.log(p.x);\nfor (const x of [1, 2]) { console.log(x); }\nconst p = 4;',
    'p.x',
    'throw new Error("of the cell");',
    'const f = (n: number): number => n * p;\nf(2)',
    '/** @module beside */ export const a: number = 1;',
    'import { a } from "./beside";\na',
    'nothing.of.it',
  ];
  for (const code of cells) expect(await ended(served, code), code).toEqual(await ended(alone, code));
});

describe('a kernel with a converter server', () => {
  it('has each cell compiled there, after what the cells before have declared', async () => {
    const asked: string[][] = [];
    await serve('marked', (...cell) => {
      asked.push(cell);
      return {
        converted: { output: `exports.x = ${asked.length};`, declOutput: 'a', diagnostics: [], lastExpressionVar: 'x' },
      };
    });
    const kernel = await withServer('marked');
    expect([await value(kernel, 'first'), await value(kernel, 'second')]).toEqual(['1', '2']);
    expect(asked).toEqual([
      ['', 'first'],
      ['a', 'second'],
    ]);
  });

  it('compiles itself what names a file by its place: the server may not see it', async () => {
    await serve('blind', (_, source) => {
      throw new Error(`asked for ${source}`);
    });
    const beside = inRoot('notebooks/beside-the-notebook.ts');
    writeFileSync(beside, 'export const answer: number = 42;');
    try {
      const kernel = await withServer('blind');
      expect(await value(kernel, "import { answer } from './beside-the-notebook';\nanswer")).toBe('42');
      expect(await value(kernel, 'answer + 1')).toBe('43');
    } finally {
      rmSync(beside);
    }
  });

  it.each([
    ['is not there', () => Promise.resolve()],
    ['leaves', () => serve('leaves', () => null)],
  ])('compiles itself when the server %s', async (name, serving) => {
    await serving();
    const kernel = await withServer(name);
    expect(await value(kernel, 'const two: number = 1 + 1;\ntwo')).toBe('2');
    expect(await value(kernel, 'two * 2')).toBe('4');
  });

  it('ends a cell by Stop while the server does not answer, and asks it no more', async () => {
    let asked = 0;
    await serve('silent', () => void asked++);
    const kernel = await withServer('silent');
    const [id] = await kernel.send(cell('1'));
    await expect.poll(() => asked).toBe(1);
    await kernel.interrupt();
    expect((await kernel.collect(id!)).replies[0]!.content).toMatchObject({ status: 'error', ename: 'Interrupted' });
    expect([await value(kernel, '2'), asked]).toEqual(['2', 1]);
  });
});

it('a kernel asks for one cell at a time, however many its engine wants, and gives each answer its number', async () => {
  await serve('busy', () => ({ converted: 'the first' }));
  const said: string[][] = [];
  const client = new ConverterClient(path('busy'), (...parts) => said.push(parts.map(String)));
  for (const number of ['1', '2']) client.ask([number, '', 'x'].map((part) => Buffer.from(part)));
  await expect.poll(() => said).toHaveLength(2);
  client.leave();
  expect(said).toEqual([
    ['convert', '2'],
    ['convert', '1', '{"converted":"the first"}'],
  ]);
});

it('a converter server tells what TypeScript throws, and ends with its standard input', async () => {
  await serve('throws', () => ({ error: 'Debug Failure. False expression' }));
  const { ename, traceback } = await ended(await withServer('throws'), '1');
  expect([ename, String(traceback)]).toEqual(['Error', expect.stringContaining('Debug Failure')]);
  real.stdin.end();
  await once(real, 'exit');
});
