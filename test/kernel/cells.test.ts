/** What a cell leaves under itself and what its front end is told: results and numbers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kernel, outputs, printed } from '../support/kernel';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
});
afterAll(() => kernel.stop());

/** The text form of a cell's result; undefined if it has none. */
async function result(code: string): Promise<unknown> {
  const answer = await kernel.execute(code);
  expect(outputs(answer).filter(({ type }) => type === 'error')).toEqual([]);
  const shown = outputs(answer).find(({ type }) => type === 'execute_result');
  return (shown?.content.data as Record<string, unknown> | undefined)?.['text/plain'];
}

describe('the result of a cell', () => {
  it('is its last expression, as util.inspect prints it', async () => {
    expect(await result('[1, { a: "b" }]')).toBe("[ 1, { a: 'b' } ]");
    expect(await result('"text"')).toBe("'text'");
    expect(await result('await Promise.resolve(new Map([[1, 2]]))')).toBe('Map(1) { 1 => 2 }');
  });

  it.each([
    ['await (async () => 3)()', '3'],
    ['await [Promise.resolve(5), 6][0]', '5'],
    ['await (1);\nconst six = await ({ then: (tell: (n: number) => void) => tell(6) });\nsix', '6'],
    ['const later = async () => await (7);\ntypeof later', "'function'"],
    ['let eight = 0;\nfor await (const n of [3, 5]) eight += n;\neight', '8'],
  ])('waits also where TypeScript has no error by which tslab would know of it: %s', async (code, shown) => {
    expect(await result(code)).toBe(shown);
  });

  it.each([
    ['0', '0'],
    ['false', 'false'],
    ['""', "''"],
    ['NaN', 'NaN'],
  ])('is shown even if it is %s', async (code, shown) => {
    expect(await result(code)).toBe(shown);
  });

  it.each(['undefined', 'null', 'const unused = 5;', 'void 5', ''])('is not there for `%s`', async (code) => {
    expect(await result(code)).toBeUndefined();
  });

  it("is shown in the forms that its method Symbol.for('Jupyter.display') gives, and always as text", async () => {
    const answer = await kernel.execute(
      `class Bold { [Symbol.for("Jupyter.display")]() { return { "text/html": "<b>5</b>" }; } }
       new Bold()`,
    );
    expect(outputs(answer)[0]).toMatchObject({
      type: 'execute_result',
      content: { data: { 'text/html': '<b>5</b>', 'text/plain': 'Bold {}' }, metadata: {} },
    });
    expect(
      await result('({ [Symbol.for("Jupyter.display")]: () => ({ "text/plain": "five", "text/html": "5" }) })'),
    ).toBe('five');
  });
});

describe('the number of a cell', () => {
  it('grows by one with each cell that runs, fails or is empty, the same in each message', async () => {
    const counts: unknown[] = [];
    for (const code of ['1', 'throw 1;', 'const wrong: string = 1;', '', '2']) {
      const { replies, iopub } = await kernel.execute(code);
      const told = [...replies, ...iopub].map(({ content }) => content.execution_count).filter(Boolean);
      expect(new Set(told).size).toBe(1);
      expect(iopub.find(({ type }) => type === 'execute_input')!.content).toEqual({ code, execution_count: told[0] });
      counts.push(told[0]);
    }
    const first = counts[0] as number;
    expect(counts).toEqual([first, first + 1, first + 2, first + 3, first + 4]);
  });

  it('stays if the cell is not to be remembered', async () => {
    const before = (await kernel.execute('1')).replies[0]!.content.execution_count;
    const { replies, iopub } = await kernel.execute('2', { store_history: false });
    expect(replies[0]!.content.execution_count).toBe(before);
    expect(iopub.some(({ type }) => type === 'execute_result')).toBe(true);
  });
});

describe('a silent cell', () => {
  it('runs, replies, and tells nothing else; it has no number', async () => {
    const before = (await kernel.execute('let quiet = 0;')).replies[0]!.content.execution_count;
    const answer = await kernel.execute('console.log("noise"); quiet = 5; quiet', { silent: true });
    expect(answer.replies[0]!.content).toMatchObject({ status: 'ok', execution_count: before });
    expect(answer.iopub.map(({ type }) => type)).toEqual(['status', 'status']);
    expect(await result('quiet')).toBe('5');
  });

  it('replies with its error, without showing it', async () => {
    const answer = await kernel.execute('throw new Error("hush");', { silent: true });
    expect(answer.replies[0]!.content).toMatchObject({ status: 'error', ename: 'Error', evalue: 'hush' });
    expect(outputs(answer)).toEqual([]);
  });

  it('leaves late output to the cell before it', async () => {
    const [id] = await kernel.send({
      type: 'execute_request',
      content: { code: 'process.once("SIGUSR2", () => console.log("late"));' },
    });
    await kernel.collect(id!);
    await kernel.execute('1', { silent: true });
    kernel.signal('SIGUSR2');
    expect(await kernel.waitFor('stream', id!)).toEqual({ name: 'stdout', text: 'late\n' });
    expect(printed(await kernel.collect(id!))).toBe('late\n');
  });
});

it('a cell that succeeds is answered in full', async () => {
  const { replies, iopub } = await kernel.execute('1 + 1');
  expect(replies).toHaveLength(1);
  expect(replies[0]).toMatchObject({ type: 'execute_reply' });
  expect(replies[0]!.content).toEqual({
    status: 'ok',
    execution_count: expect.any(Number) as number,
    user_expressions: {},
    payload: [],
  });
  expect(iopub.map(({ type, content }) => content.execution_state ?? type)).toEqual([
    'busy',
    'execute_input',
    'execute_result',
    'idle',
  ]);
});
