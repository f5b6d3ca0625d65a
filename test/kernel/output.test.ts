/** What a cell prints and displays, and what goes wrong behind its back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kernel, outputs, printed } from '../support/kernel';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
});
afterAll(() => kernel.stop());

const hook = "(globalThis as any)[Symbol.for('neurona.kernel')]";

describe('what a cell prints', () => {
  it('comes on the stream it was printed to, in order with what it displays', async () => {
    const answer = await kernel.execute(
      `console.log("a"); console.error("b"); ${hook}.display({ "text/plain": "c" }); process.stdout.write("d\\n"); 5`,
    );
    expect(
      outputs(answer).map(({ type, content }) => [type, content.name, content.text].filter(Boolean).join(' ')),
    ).toEqual(['stream stdout a\n', 'stream stderr b\n', 'display_data', 'stream stdout d\n', 'execute_result']);
  });

  it('is complete and in order, however much it is', async () => {
    const answer = await kernel.execute('for (let i = 0; i < 20000; i++) console.log(i);');
    const lines = printed(answer).split('\n');
    expect(lines.slice(0, -1)).toEqual(Array.from({ length: 20000 }, (_, i) => String(i)));
  });

  it('is seen while the cell still computes', async () => {
    const [id] = await kernel.send({
      type: 'execute_request',
      content: { code: 'console.log("start"); console.log("still"); while (true);' },
    });
    await kernel.waitFor('stream', id!, 'still');
    await kernel.interrupt();
    expect(printed(await kernel.collect(id!))).toBe('start\nstill\n');
  });

  it('may be bytes, even half a character at a time, and tells when it is written', async () => {
    const answer = await kernel.execute(
      `const bytes = Buffer.from("é");
process.stdout.write(bytes.subarray(0, 1));
await new Promise<void>((written) => process.stdout.write(bytes.subarray(1), () => written()));`,
    );
    expect(printed(answer)).toBe('é');
  });
});

describe('a cell that says too much', () => {
  it('is cut with a word about it, and goes on to its result', async () => {
    const answer = await kernel.execute('for (let i = 0; i < 30; i++) console.log("x".repeat(1e5)); "the result"');
    expect(printed(answer).length).toBeLessThanOrEqual(2e6);
    expect(printed(answer).length).toBeGreaterThan(1.9e6);
    expect(printed(answer, 'stderr')).toBe('\n[Cut here: this is as much as a cell may print. The cell goes on.]\n');
    expect(outputs(answer).at(-1)!.content.data).toEqual({ 'text/plain': "'the result'" });
  });

  it('a little at a time, on both streams in turn, is cut before a page would drown in messages', async () => {
    const answer = await kernel.execute('for (let i = 0; i < 1e5; i++) { console.log("a"); console.error("b"); }');
    expect(outputs(answer).length).toBeLessThan(50_000);
    expect(printed(answer, 'stderr')).toContain('[Cut here');
  });

  it('shows a thousand things, and no more', async () => {
    const answer = await kernel.execute(`for (let i = 0; i < 1100; i++) ${hook}.display({ "text/plain": String(i) });`);
    expect(outputs(answer).filter(({ type }) => type === 'display_data')).toHaveLength(1000);
    expect(printed(answer, 'stderr')).toContain('[Cut here: this is as many things as a cell may show.');
  });

  it('may go on once it has cleared what it said; and the next cell has its own measure', async () => {
    const loud = 'for (let i = 0; i < 19; i++) console.log("x".repeat(1e5));';
    const answer = await kernel.execute(`${loud} ${hook}.clearOutput(false); ${loud}`);
    expect(printed(answer, 'stderr')).toBe('');
    expect(printed(await kernel.execute(loud), 'stderr')).toBe('');
  });
});

describe('the display hook', () => {
  it('shows a bundle whole, under the cell that runs', async () => {
    const bundle = {
      'text/plain': 'a dot',
      'application/vnd.plotly.v1+json': { data: [{ x: [1], y: [2] }], layout: {} },
    };
    const answer = await kernel.execute(`${hook}.display(${JSON.stringify(bundle)});`);
    expect(outputs(answer).map(({ type, content }) => ({ type, content }))).toEqual([
      { type: 'display_data', content: { data: bundle, metadata: {}, transient: {} } },
    ]);
  });

  it('lets the cell fail on what cannot be sent', async () => {
    const { replies } = await kernel.execute(`${hook}.display({ "text/plain": 1n });`);
    expect(replies[0]!.content).toMatchObject({ status: 'error', ename: 'TypeError' });
  });

  it("leaves tslab's own display at work, with updates", async () => {
    const answer = await kernel.execute(
      `import * as tslab from "tslab";
tslab.display.html("<b>bold</b>");
const changing = tslab.newDisplay();
changing.text("one");
changing.text("two");
tslab.display.png(new Uint8Array([1, 2, 3]));`,
    );
    const shown = outputs(answer).map(({ type, content }) => [type, content.data]);
    expect(shown).toEqual([
      ['display_data', { 'text/html': '<b>bold</b>' }],
      ['display_data', { 'text/plain': 'one' }],
      ['update_display_data', { 'text/plain': 'two' }],
      ['display_data', { 'image/png': 'AQID' }],
    ]);
    expect(outputs(answer)[2]!.content.transient).toEqual(outputs(answer)[1]!.content.transient);
  });
});

describe('an error that nobody handles', () => {
  it('is told on stderr if it is thrown in a callback, and the kernel goes on', async () => {
    const answer = await kernel.execute(
      `setTimeout(() => { throw new RangeError("adrift"); }, 0);
await new Promise((later) => setTimeout(later, 5));`,
    );
    expect(answer.replies[0]!.content.status).toBe('ok');
    expect(printed(answer, 'stderr')).toMatch(/^Uncaught exception: RangeError: adrift\n.*Cell \[\d+\], line 1/);
    expect((await kernel.execute('1')).replies[0]!.content.status).toBe('ok');
  });
});

it("Node's own warnings stand in Jupyter's terminal, not under the cell", async () => {
  const answer = await kernel.execute('process.emitWarning("mind the gap"); await null;');
  expect(outputs(answer)).toEqual([]);
  await expect.poll(() => kernel.terminal).toContain('mind the gap');
});
