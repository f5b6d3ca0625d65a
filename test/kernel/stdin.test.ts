/** `input`: a cell asks, whoever runs it answers, and nobody waits for an answer that can't come. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cell, Kernel, outputs, printed } from '../support/kernel';
import { inRoot } from '../support/paths';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
  await kernel.execute("import { input } from 'neurona';");
});
afterAll(() => kernel.stop());

const start = async (code: string) => (await kernel.send(cell(code, { allow_stdin: true })))[0]!;

/** Sends on the socket for answers what is no message, and waits until the kernel says so. */
async function dropped(): Promise<void> {
  const before = kernel.terminal.length;
  await kernel.sendFrames(['garbage'], 'stdin');
  await expect.poll(() => kernel.terminal.slice(before)).toContain('dropped a message');
}

describe('input', () => {
  it('asks at the front end, and gives what was typed there', async () => {
    const id = await start('const name = await input("Your name? ");\nconsole.log(`Hello, ${name}!`);');
    expect(await kernel.question(id)).toEqual({ prompt: 'Your name? ', password: false });
    await kernel.answer('Frank Rosenblatt, 神経');
    expect(printed(await kernel.collect(id))).toBe('Hello, Frank Rosenblatt, 神経!\n');
  });

  it('can hide what is typed, and needs no prompt', async () => {
    const id = await start('(await input(undefined, { password: true })).length');
    expect(await kernel.question(id)).toEqual({ prompt: '', password: true });
    await kernel.answer('secret');
    expect(outputs(await kernel.collect(id))[0]!.content.data).toMatchObject({ 'text/plain': '6' });
  });

  it('asks one thing at a time, even if a cell asks two at once', async () => {
    const id = await start('console.log(await Promise.all([input("a"), input("b")]));');
    for (const prompt of ['a', 'b']) {
      expect(await kernel.question(id)).toMatchObject({ prompt });
      await kernel.answer(`${prompt}!`);
    }
    expect(printed(await kernel.collect(id))).toBe("[ 'a!', 'b!' ]\n");
  });

  it('is ended by an interrupt, and an answer that comes after it reaches no later question', async () => {
    const id = await start('await input("open"); console.log("went on");');
    await kernel.question(id);
    await kernel.interrupt();
    const answer = await kernel.collect(id);
    expect(answer.replies[0]!.content).toMatchObject({ status: 'error', ename: 'Interrupted' });
    await kernel.answer('too late');
    await dropped(); // so the answer in front of it has been read
    const next = await start('console.log(await input("next"));');
    await kernel.question(next);
    await kernel.answer('in time');
    expect(printed(await kernel.collect(next))).toBe('in time\n');
    expect(printed(await kernel.collect(id))).toBe('');
  });
});

describe('nobody can be asked', () => {
  it.each([[{ allow_stdin: false }], [{}]])('by a cell that is sent with %j: it fails in words', async (options) => {
    const { replies } = await kernel.execute('await input("?");', options);
    expect(replies[0]!.content).toMatchObject({
      status: 'error',
      evalue: 'input: nobody can answer here, since whoever runs this notebook takes no questions',
    });
  });

  it('when no cell runs', async () => {
    const [id] = await kernel.send(
      cell('process.once("SIGUSR2", () => input("?").catch((e) => console.log(e.message)));'),
    );
    await kernel.collect(id!);
    kernel.signal('SIGUSR2');
    expect((await kernel.waitFor('stream', id!)).text).toMatch(/^input: no cell runs/);
  });

  it('in a script, where there is no kernel', async () => {
    const code = `require(${JSON.stringify(inRoot('lib/dist/input.js'))}).input().catch((e) => console.log(e.message));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', code]);
    expect(stdout).toMatch(/^input: nobody can be asked here; run it in a notebook/);
  });
});

describe('what comes on the socket for answers', () => {
  it('is dropped if it is no message, and of no effect if nobody asked', async () => {
    await kernel.answer('unasked');
    await dropped();
    const id = await start('console.log(await input());');
    await kernel.question(id);
    await kernel.answer('asked');
    expect(printed(await kernel.collect(id))).toBe('asked\n');
  });
});
