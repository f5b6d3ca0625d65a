/** The protocol around the cells: what the kernel says of itself, and what it makes of messages it can't read. */
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kernel, outputs, type Answer } from '../support/kernel';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
});
afterAll(() => kernel.stop());

const states = ({ iopub }: Answer) => iopub.map(({ content }) => content.execution_state);

describe('a request', () => {
  it('for the kernel itself is answered with its language as it is', async () => {
    const { versions } = createRequire(import.meta.url)('tslab') as { versions: { typescript: string } };
    const { replies } = await kernel.ask({ type: 'kernel_info_request' });
    expect(replies[0]).toMatchObject({
      type: 'kernel_info_reply',
      content: {
        status: 'ok',
        protocol_version: '5.4',
        implementation: 'neurona',
        language_info: {
          name: 'typescript',
          version: versions.typescript,
          mimetype: 'text/typescript',
          file_extension: '.ts',
          pygments_lexer: 'typescript',
          codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
          nbconvert_exporter: 'script',
        },
      },
    });
  });

  it.each([
    ['kernel_info', {}, { implementation: 'neurona' }],
    ['comm_info', { target_name: 'jupyter.widget' }, { comms: {} }],
    ['is_complete', { code: 'const a = {' }, { status: 'incomplete', indent: '  ' }],
    [
      'complete',
      { code: 'Math.sqr', cursor_pos: 8 },
      { matches: ['sqrt', 'SQRT1_2', 'SQRT2'], cursor_start: 5, cursor_end: 8 },
    ],
    ['inspect', { code: 'parseInt', cursor_pos: 3, detail_level: 0 }, { found: true }],
  ])('of the kind %s is answered in kind, on either channel, between busy and idle', async (kind, content, reply) => {
    for (const channel of ['shell', 'control'] as const) {
      const answer = await kernel.ask({ type: `${kind}_request`, content, channel });
      expect(answer.replies).toHaveLength(1);
      expect(answer.replies[0]!.type).toBe(`${kind}_reply`);
      expect(answer.replies[0]!.content).toMatchObject({ status: 'ok', ...reply });
      expect(states(answer)).toEqual(['busy', 'idle']);
    }
  });

  it('that cannot be answered is answered by its error', async () => {
    const { replies } = await kernel.ask({ type: 'complete_request', content: { code: '1', cursor_pos: 'nowhere' } });
    expect(replies[0]).toMatchObject({ type: 'complete_reply', content: { status: 'error' } });
    expect(Object.keys(replies[0]!.content).sort()).toEqual(['ename', 'evalue', 'status', 'traceback']);
  });

  it('is answered while a cell awaits', async () => {
    const [id] = await kernel.send({ type: 'execute_request', content: { code: 'await new Promise(() => {});' } });
    const { replies } = await kernel.ask({ type: 'complete_request', content: { code: 'Math.sqr', cursor_pos: 8 } });
    expect(replies[0]!.content).toMatchObject({ cursor_start: 5 });
    await kernel.interrupt();
    await kernel.collect(id!);
  });
});

const header = JSON.stringify({ msg_id: 'by hand', msg_type: 'execute_request', session: 's', username: 'u' });
const handmade = (code: string) => [header, '{}', '{}', JSON.stringify({ code })];

it('all that the kernel says is of one session, its own, and of the version it claims', async () => {
  const parts = handmade('console.log(1); 2');
  await kernel.sendFrames(['<IDS|MSG>', await kernel.sign(parts), ...parts]);
  const told = [
    await kernel.collect('by hand'), // to a client of another session
    await kernel.execute('throw 1;'),
    await kernel.ask({ type: 'comm_info_request' }),
  ];
  const headers = told.flatMap(({ replies, iopub }) => [...replies, ...iopub]).map(({ header }) => header);
  expect(new Set(headers.map(({ session }) => session)).size).toBe(1);
  expect(new Set(headers.map(({ version }) => version))).toEqual(new Set(['5.4']));
});

describe('a message', () => {
  it.each(['debug_request', 'constructor', 'no_such_request'])(
    'of the kind %s, which the kernel does not know, leaves no trace under a cell',
    async (type) => {
      const cell = await kernel.execute('1');
      const [id] = await kernel.send({ type });
      const answer = await kernel.collect(id!, { silent: true });
      expect(answer.replies).toEqual([]);
      expect(states(answer)).toEqual(['busy', 'idle']);
      expect(outputs(answer)).toEqual([]);
      expect(outputs(cell).map((output) => output.type)).toEqual(['execute_result']);
      await expect.poll(() => kernel.terminal).toContain(`no answer to ${type}`);
    },
  );

  it('with a wrong signature is not obeyed', async () => {
    const parts = handmade('(globalThis as any).forged = true;');
    await kernel.sendFrames(['<IDS|MSG>', '0'.repeat(64), ...parts]);
    await kernel.sendFrames(['<IDS|MSG>', '', ...parts]);
    const forged = () => kernel.execute('"forged" in globalThis');
    const value = (answer: Answer) => outputs(answer)[0]!.content.data;
    expect(value(await forged())).toEqual({ 'text/plain': 'false' });
    await expect.poll(() => kernel.terminal).toContain('wrong signature');
    await kernel.sendFrames(['<IDS|MSG>', await kernel.sign(parts), ...parts]); // the same, rightly signed
    expect(value(await forged())).toEqual({ 'text/plain': 'true' });
  });

  it.each([
    ['nothing', []],
    ['no delimiter', ['hello']],
    ['a delimiter alone', ['<IDS|MSG>']],
    ['too few frames', ['{}', '{}']],
    ['no JSON', ['{', '{}', '{}', '{}']],
    ['no header', ['null', '{}', '{}', '{}']],
    ['no type', ['{}', '{}', '{}', '{}']],
    ['no content', [header, '{}', '{}', 'null']],
  ])('of %s does not kill the kernel, on either channel', async (_, parts) => {
    for (const channel of ['shell', 'control']) {
      const frames = parts.length > 1 ? ['<IDS|MSG>', await kernel.sign(parts), ...parts] : ['', ...parts];
      const before = kernel.terminal.length;
      await kernel.sendFrames(frames, channel);
      await expect.poll(() => kernel.terminal.slice(before)).toContain('dropped a message');
    }
    expect((await kernel.execute('1')).replies[0]!.content.status).toBe('ok');
  });
});
