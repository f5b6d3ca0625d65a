/** Comms: what code in cells and a front end say to each other beside the cells. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kernel, outputs, printed, type Request } from '../support/kernel';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
  await kernel.execute(`const { comms } = (globalThis as any)[Symbol.for('neurona.kernel')];`);
});
afterAll(() => kernel.stop());

/** Bytes as the client takes and gives them. */
const base64 = (...bytes: number[]) => Buffer.from(bytes).toString('base64');

/** The id of a comm that this code opens as `comm`. */
async function open(code: string): Promise<string> {
  const opened = outputs(await kernel.execute(code)).find(({ type }) => type === 'comm_open');
  return opened!.content.comm_id as string;
}

const message = (comm_id: string, data: object = {}, buffers: string[] = []): Request => ({
  type: 'comm_msg',
  content: { comm_id, data },
  buffers,
});

async function commInfo(target_name?: string) {
  const { replies } = await kernel.ask({ type: 'comm_info_request', content: target_name ? { target_name } : {} });
  return replies[0]!.content as { status: string; comms: Record<string, { target_name: string }> };
}

describe('a comm that a cell opens', () => {
  it('is told to the front ends with its data, its metadata and its bytes', async () => {
    const answer = await kernel.execute(`const first = comms.open('a', {
  data: { x: 1 }, metadata: { version: '2.1.0' }, buffers: [new Float32Array([1, 2]).subarray(1)],
});`);
    expect(outputs(answer)).toEqual([
      expect.objectContaining({
        type: 'comm_open',
        content: { comm_id: expect.stringMatching(/^[0-9a-f]{32}$/) as string, target_name: 'a', data: { x: 1 } },
        metadata: { version: '2.1.0' },
        buffers: [Buffer.from(new Float32Array([2]).buffer).toString('base64')],
      }),
    ]);
  });

  it('hears what a front end sends, bytes included, and answers it as part of that message', async () => {
    const id = await open(`const echo = comms.open('echo');
echo.onMessage(({ data, buffers }) => echo.send({ got: data }, buffers.map((bytes) => bytes.map((byte) => byte + 1))));`);
    const [asked] = await kernel.send(message(id, { n: 4 }, [base64(1, 2), base64()]));
    const { iopub } = await kernel.collect(asked!, { silent: true });
    expect(iopub.map(({ type, content }) => content.execution_state ?? type)).toEqual(['busy', 'comm_msg', 'idle']);
    expect(iopub[1]).toMatchObject({
      content: { comm_id: id, data: { got: { n: 4 } } },
      buffers: [base64(2, 3), base64()],
    });
  });

  it('sends bytes as they are when it sends them', async () => {
    const answer = await kernel.execute(`const bytes = new Uint8Array([1]);
comms.open('bytes').send({}, [bytes]);
bytes[0] = 2;`);
    expect(outputs(answer).find(({ type }) => type === 'comm_msg')!.buffers).toEqual([base64(1)]);
  });
});

describe('a callback', () => {
  it('runs while a cell awaits', async () => {
    const id = await open(`const knock = comms.open('knock');
const heard = new Promise<unknown>((resolve) => knock.onMessage(({ data }) => resolve(data)));`);
    const [waiting] = await kernel.send({ type: 'execute_request', content: { code: 'await heard' } });
    await kernel.waitFor('execute_input', waiting!);
    await kernel.send(message(id, { knock: 'twice' }));
    const result = outputs(await kernel.collect(waiting!)).find(({ type }) => type === 'execute_result');
    expect(result?.content).toMatchObject({ data: { 'text/plain': "{ knock: 'twice' }" } });
  });

  it('prints under the cell that opened its comm, also after it has awaited', async () => {
    const [maker] = await kernel.send({
      type: 'execute_request',
      content: {
        code: `const printing = comms.open('printing');
printing.onMessage(async () => { console.log('at once'); await null; await new Promise((r) => setTimeout(r)); console.log('later'); });`,
      },
    });
    const made = await kernel.collect(maker!);
    await kernel.execute('console.log("another cell")');
    await kernel.send(message(outputs(made)[0]!.content.comm_id as string));
    await kernel.waitFor('stream', maker!, 'later');
    expect(printed(await kernel.collect(maker!))).toBe('at once\nlater\n');
  });

  it.each([
    ['throws', "() => { throw new Error('broken') }"],
    ['rejects', "async () => { await null; throw new Error('broken') }"],
  ])('that %s is told on stderr under its cell, and heard again the next time', async (_, callback) => {
    const [maker] = await kernel.send({
      type: 'execute_request',
      content: { code: `let calls = 0; const bad = comms.open('bad'); bad.onMessage(${callback});` },
    });
    const id = outputs(await kernel.collect(maker!))[0]!.content.comm_id as string;
    await kernel.send(message(id));
    await kernel.waitFor('stream', maker!, 'Error in a callback: Error: broken');
    const [again] = await kernel.send(message(id));
    await kernel.collect(again!, { silent: true });
    await kernel.execute('"a rejection is told by now"');
    const told = printed(await kernel.collect(maker!), 'stderr');
    expect(told.match(/Error in a callback: Error: broken/g)).toHaveLength(2);
    await expect.poll(() => kernel.terminal).toContain('error in a callback: Error: broken');
  });
});

describe('the registry of comms', () => {
  it('lists those that are open, all or by target', async () => {
    const id = await open("const listed = comms.open('listed')");
    expect(await commInfo('listed')).toEqual({ status: 'ok', comms: { [id]: { target_name: 'listed' } } });
    expect((await commInfo()).comms).toMatchObject({ [id]: { target_name: 'listed' } });
    expect((await commInfo('none')).comms).toEqual({});
  });

  it('forgets a comm that either end closes, and says so to the other', async () => {
    const here = await open("const here = comms.open('closing')");
    const closed = outputs(await kernel.execute('here.close({ why: 1 }); here.send({}); here.close();'));
    expect(closed.map(({ type, content }) => [type, content])).toEqual([
      ['comm_close', { comm_id: here, data: { why: 1 } }],
    ]);
    const there = await open(
      "const there = comms.open('closing'); there.onClose(({ data }) => console.log('closed', data));",
    );
    const [asked] = await kernel.send({ type: 'comm_close', content: { comm_id: there, data: { by: 'you' } } });
    await kernel.collect(asked!, { silent: true });
    expect((await commInfo('closing')).comms).toEqual({});
    expect(outputs(await kernel.execute('there.send({})'))).toEqual([]);
  });

  it('hands a comm that a front end opens to whoever registered its target', async () => {
    await kernel.execute(`comms.registerTarget('hello', (comm, { data }) => comm.send({ hello: data.name }));`);
    const [asked] = await kernel.send({
      type: 'comm_open',
      content: { comm_id: 'theirs', target_name: 'hello', data: { name: 'you' } },
    });
    expect(outputs(await kernel.collect(asked!, { silent: true }))).toMatchObject([
      { type: 'comm_msg', content: { comm_id: 'theirs', data: { hello: 'you' } } },
    ]);
    expect((await commInfo('hello')).comms).toEqual({ theirs: { target_name: 'hello' } });
  });

  it('closes at once what a front end opens to a target that nobody registered', async () => {
    const [asked] = await kernel.send({
      type: 'comm_open',
      content: { comm_id: 'lost', target_name: 'nowhere', data: {} },
    });
    expect(outputs(await kernel.collect(asked!, { silent: true }))).toMatchObject([
      { type: 'comm_close', content: { comm_id: 'lost', data: {} } },
    ]);
    await expect.poll(() => kernel.terminal).toContain("refused a comm to 'nowhere'");
  });

  it.each<[string, Request, string]>([
    ['a message for a comm that is not open', message('gone'), 'no comm gone is open'],
    ['a message without a comm', { type: 'comm_msg', content: {} }, 'expected a comm_id, got undefined'],
    ['a close of something else', { type: 'comm_close', content: { comm_id: 7 } }, 'expected a comm_id, got 7'],
    ['an opening with nothing in it', { type: 'comm_open', content: {} }, 'expected a comm_id, got undefined'],
  ])('drops %s with a word in the log, and goes on', async (_, garbage, why) => {
    const [asked] = await kernel.send(garbage);
    const { iopub } = await kernel.collect(asked!, { silent: true });
    expect(iopub.map(({ content }) => content.execution_state)).toEqual(['busy', 'idle']);
    await expect.poll(() => kernel.terminal).toContain(why);
    expect((await kernel.execute('1 + 1')).replies[0]!.content.status).toBe('ok');
  });

  it('takes data that is no object for no data', async () => {
    const id = await open("const plain = comms.open('plain'); plain.onMessage(({ data }) => plain.send({ data }));");
    const [asked] = await kernel.send({ type: 'comm_msg', content: { comm_id: id, data: [1] } });
    expect(outputs(await kernel.collect(asked!, { silent: true }))[0]!.content.data).toEqual({ data: {} });
  });

  it('holds a thousand comms, each of which is heard', async () => {
    await kernel.execute(`for (let i = 0; i < 1000; i++) {
  const comm = comms.open('many');
  comm.onMessage(() => comm.send({ i }));
}`);
    const ids = Object.keys((await commInfo('many')).comms);
    expect(ids).toHaveLength(1000);
    const heard = new Set<unknown>();
    // Not all at once: the sockets of iopub drop what a slow reader leaves behind.
    for (let from = 0; from < ids.length; from += 100) {
      const asked = await kernel.send(...ids.slice(from, from + 100).map((id) => message(id)));
      for (const id of asked) {
        heard.add(JSON.stringify(outputs(await kernel.collect(id, { silent: true }))[0]!.content.data));
      }
    }
    expect(heard.size).toBe(1000);
  });
});
