/** What no front end should send, and some program does: the kernel stays up, and says why it did not obey. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kernel, outputs } from '../support/kernel';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
});
afterAll(() => kernel.stop());

async function stillThere() {
  expect(outputs(await kernel.execute('1 + 1'))[0]!.content.data).toEqual({ 'text/plain': '2' });
}

describe('a cell of a megabyte', () => {
  it('that is one long text runs', async () => {
    const answer = await kernel.execute(`const text = '${'x'.repeat(1e6)}'; text.length`);
    expect(outputs(answer)[0]!.content.data).toEqual({ 'text/plain': '1000000' });
  });

  it('that is thousands of lines runs, and its error is told', async () => {
    // No long row of assignments: TypeScript itself follows each name back through all of them.
    const note = '// a remark '.repeat(12);
    const lines = Array.from(
      { length: 5000 },
      (_, i) => `function line${i}(x: number) { return 2 * x + ${i}; } ${note}`,
    );
    expect(lines.join('\n').length).toBeGreaterThan(9e5);
    const { replies } = await kernel.execute(`${lines.join('\n')}\nthrow new RangeError('the end');`);
    expect(replies[0]!.content).toMatchObject({ status: 'error', ename: 'RangeError', evalue: 'the end' });
    await stillThere();
  });

  it('that is not TypeScript is refused in a message of readable size', async () => {
    const { replies } = await kernel.execute('=('.repeat(5e5));
    expect(replies[0]!.content).toMatchObject({ status: 'error', evalue: 'Maximum call stack size exceeded' });
    expect(JSON.stringify(replies[0]!.content).length).toBeLessThan(50_000);
    await stillThere();
  });
});

describe('a message', () => {
  const header = (type: string) =>
    JSON.stringify({ msg_id: 'garbage', msg_type: type, session: 's', username: 'u', date: '', version: '5.4' });

  it('of many megabytes is taken, though nobody here has a use for it', async () => {
    const parts = [header('comm_msg'), '{}', '{}', JSON.stringify({ comm_id: 'none', data: 'x'.repeat(3e7) })];
    await kernel.sendFrames(['<IDS|MSG>', await kernel.sign(parts), ...parts, 'y'.repeat(3e7)]);
    await expect.poll(() => kernel.terminal).toContain('no comm none is open');
    await stillThere();
  });

  it.each([
    ['nested a hundred thousand deep', `${'['.repeat(1e5)}${']'.repeat(1e5)}`],
    ['of a text alone', '"content"'],
    ['of no JSON', '{"code": '],
    ['of bytes that are no text', '\u0000\uffff'],
  ])('with a content %s is dropped, or does nothing', async (_, content) => {
    const parts = [header('complete_request'), '{}', '{}', content];
    await kernel.sendFrames(['<IDS|MSG>', await kernel.sign(parts), ...parts]);
    await stillThere();
  });

  it('without what its kind asks for is answered with an error, or as if it were empty', async () => {
    for (const type of ['complete', 'inspect', 'is_complete', 'history', 'comm_info', 'execute', 'interrupt']) {
      const { replies } = await kernel.ask({ type: `${type}_request`, content: {} });
      expect(replies[0]!.type).toBe(`${type}_reply`);
      expect(replies[0]!.content.status).toMatch(/^(ok|error|complete|invalid)$/);
    }
    await stillThere();
  });

  it('comes a thousand times at once, and each is answered', async () => {
    const ids = await kernel.send(
      ...Array.from({ length: 1000 }, (_, i) => ({ type: 'is_complete_request', content: { code: `a[${i}` } })),
    );
    const last = await kernel.collect(ids.at(-1)!);
    expect(last.replies[0]!.content).toMatchObject({ status: 'incomplete' });
    expect((await kernel.collect(ids[0]!)).replies).toHaveLength(1);
  });
});

it('a kernel without a key for its messages takes them unsigned', async () => {
  const open = await Kernel.start({ signed: false });
  expect(outputs(await open.execute('2 + 3'))[0]!.content.data).toEqual({ 'text/plain': '5' });
  await open.stop();
});
