/** What goes on beside a cell: its interrupt by a message, expressions after it, requests while it awaits. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cell, Kernel, outputs, printed } from '../support/kernel';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
});
afterAll(() => kernel.stop());

const waiting = 'console.log("started"); await new Promise((goOn) => process.once("SIGUSR2", goOn));';

describe('a request to interrupt', () => {
  it('is answered, and ends the cell that awaits; the next one runs', async () => {
    const [id] = await kernel.send(cell(waiting));
    await kernel.waitFor('stream', id!);
    const { replies } = await kernel.ask({ type: 'interrupt_request', channel: 'control' });
    expect(replies.map(({ type, content }) => ({ type, content }))).toEqual([
      { type: 'interrupt_reply', content: { status: 'ok' } },
    ]);
    expect((await kernel.collect(id!)).replies[0]!.content).toMatchObject({ status: 'error', ename: 'Interrupted' });
    expect((await kernel.execute('1')).replies[0]!.content.status).toBe('ok');
  });

  it('changes nothing while no cell runs', async () => {
    await kernel.ask({ type: 'interrupt_request', channel: 'control' });
    expect((await kernel.execute('await null; 1')).replies[0]!.content.status).toBe('ok');
  });
});

describe('user_expressions', () => {
  const values = async (code: string, user_expressions: unknown) =>
    (await kernel.execute(code, { user_expressions })).replies[0]!.content.user_expressions;

  it('are what they amount to after the cell, each for itself', async () => {
    const asked = {
      sum: 'x + 1 // a comment',
      later: 'await Promise.resolve("text")',
      nothing: 'undefined',
      object: '{ a: x }',
      rich: '{ [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<b>5</b>" }) }',
      thrown: '(() => { throw new RangeError("far"); })()',
      mistyped: 'x.nothing',
      unfinished: '(',
    };
    const ok = (text: string) => ({ status: 'ok', data: { 'text/plain': text }, metadata: {} });
    expect(await values('let x = 4;', asked)).toEqual({
      sum: ok('5'),
      later: ok("'text'"),
      nothing: ok('undefined'),
      object: ok('{ a: 4 }'),
      rich: expect.objectContaining({
        status: 'ok',
        data: expect.objectContaining({ 'text/html': '<b>5</b>' }) as object,
      }) as object,
      thrown: expect.objectContaining({ status: 'error', ename: 'RangeError', evalue: 'far' }) as object,
      mistyped: expect.objectContaining({ status: 'error', ename: 'TypeScriptError' }) as object,
      unfinished: expect.objectContaining({ status: 'error', traceback: expect.any(Array) as string[] }) as object,
    });
  });

  it('take no number, declare nothing, show nothing, and leave what was declared', async () => {
    const answer = await kernel.execute('let y = 1;', { user_expressions: { a: 'y', b: 'let z = 1', c: 'nowhere' } });
    expect(outputs(answer)).toEqual([]);
    const next = await kernel.execute('y');
    expect(next.replies[0]!.content.execution_count).toBe(Number(answer.replies[0]!.content.execution_count) + 1);
    expect(outputs(next)[0]!.content.data).toMatchObject({ 'text/plain': '1' });
    expect((await kernel.execute('z')).replies[0]!.content.status).toBe('error');
  });

  it('are not looked at after a failure, nor if they are none', async () => {
    const answer = await kernel.execute('throw 1;', { user_expressions: { a: 'console.log("ran")' } });
    expect(answer.replies[0]!.content).not.toHaveProperty('user_expressions');
    expect(printed(answer)).toBe('');
    expect(await values('1', null)).toEqual({});
  });
});

describe('a request beside a cell that awaits', () => {
  it('leaves the kernel busy in the eyes of the front ends, until the cell has ended', async () => {
    const [id] = await kernel.send(cell(waiting));
    await kernel.waitFor('stream', id!);
    await kernel.ask({ type: 'complete_request', content: { code: 'Math.sqr', cursor_pos: 8 } });
    await kernel.ask({ type: 'interrupt_request', channel: 'control' });
    const { iopub } = await kernel.collect(id!);
    expect(iopub.map(({ type, content }) => content.execution_state ?? type)).toEqual([
      ...['busy', 'execute_input', 'stream', 'busy', 'busy', 'error', 'idle'],
    ]);
  });

  it('says nothing of a cell that has ended', async () => {
    const [id] = await kernel.send(cell('1'));
    await kernel.collect(id!);
    for (let time = 0; time < 2; time++) await kernel.ask({ type: 'kernel_info_request' }); // all of the first is there
    const { iopub } = await kernel.collect(id!);
    expect(iopub.at(-1)!.content).toEqual({ execution_state: 'idle' });
  });
});

it('a cell may clear what it has shown, at once or when something new comes', async () => {
  const clear = (wait: boolean) => `(globalThis as any)[Symbol.for('neurona.kernel')].clearOutput(${wait});`;
  const answer = await kernel.execute(`console.log("old"); ${clear(false)} console.log("new"); ${clear(true)}`);
  expect(outputs(answer).map(({ type, content }) => content.text ?? { type, content })).toEqual([
    'old\n',
    { type: 'clear_output', content: { wait: false } },
    'new\n',
    { type: 'clear_output', content: { wait: true } },
  ]);
  expect(printed(answer)).toBe('old\nnew\n');
});
