/** The student's desk on a real kernel: what is kept over a restart, for a person and not for a program; Stop; code as it was typed. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cell, Kernel, outputs } from '../support/kernel';

const folder = mkdtempSync(join(tmpdir(), 'neurona-desk-'));
const diary = join(folder, 'progress.jsonl');
let kernel: Kernel;

async function start() {
  process.env.NEURONA_PROGRESS = diary;
  kernel = await Kernel.start();
  delete process.env.NEURONA_PROGRESS;
  await kernel.execute("import { check, hint, predict, progress, quiz, solution } from 'neurona';");
}
beforeAll(start);
afterAll(async () => {
  await kernel.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The forms of what a cell shows, in a cell that a person runs. */
async function shown(code: string): Promise<Record<string, string>> {
  const answer = await kernel.execute(code, { allow_stdin: true });
  expect(answer.replies[0]!.content).toMatchObject({ status: 'ok' });
  return outputs(answer).find(({ type }) => type === 'display_data')!.content.data as Record<string, string>;
}
const text = async (code: string) => (await shown(code))['text/plain']!;

const typed = 'function fires(x: number[], weights: number[], threshold: number): number {\n  return 0;\n}';

describe('a student', () => {
  it('compares the code as it was typed, types and all, with the solution', async () => {
    await kernel.execute(typed);
    expect(await text("check('02.1', fires)")).toMatch(/^✗ 02\.1/);
    expect(await text("solution('02.1')")).toMatch(
      /^ {2}function fires\(x: number\[\], weights: number\[\], threshold: number\): number \{\n- {3}return 0;\n\+ {3}const sum/m,
    );
  });

  it('stops an endless loop in what is checked, and goes on; it was no attempt', async () => {
    await kernel.execute('function endless(): number { console.log("started"); for (;;); }');
    const [id] = await kernel.send(cell("check('02.3', endless as never)", { allow_stdin: true }));
    await kernel.waitFor('stream', id!, 'started');
    await kernel.interrupt();
    expect((await kernel.collect(id!)).replies[0]!.content).toMatchObject({ ename: 'Interrupted' });
    expect(await text("solution('02.3')")).toContain('the solution opens after an attempt');
  });

  it('does not fail a cell by an asynchronous attempt that rejects later', async () => {
    const late = "check('02.2', (async () => { await null; throw new Error('late'); }) as never)";
    expect(await text(late)).toContain('Your function is `async`');
  });

  it('finds hints, attempts, answers and predictions again after a restart', async () => {
    expect(await text("hint('02.1')")).toMatch(/hint 1 of 3/);
    await text("quiz('02.q1', 'a')");
    await text("predict('02.prediction', 'b')");
    await kernel.stop();
    await start();
    expect(await text("hint('02.1')")).toMatch(/hint 2 of 3/);
    expect(await text("predict('02.prediction')")).toMatch(/You predicted b\)/);
    expect(await text("solution('02.1')")).toContain('Your own version is not known here');
    expect(await text('progress()')).toMatch(/Exercises: 0 done, 2 tried, \d+ open\. Quiz: 0 right, 1 not right yet/);
  });

  it('chooses on the page; what is chosen is kept although no cell runs', async () => {
    const opened = await kernel.execute("quiz('02.q2')", { allow_stdin: true });
    const display = outputs(opened).find(({ type }) => type === 'display_data')!;
    const view = (display.content.data as Record<string, { model_id: string }>)[
      'application/vnd.jupyter.widget-view+json'
    ];
    const data = { method: 'custom', content: { answer: [1] } };
    await kernel.send({ type: 'comm_msg', content: { comm_id: view!.model_id, data } });
    expect(await text('progress()')).toMatch(/Quiz: 1 right, 1 not right yet/);
    expect(readFileSync(diary, 'utf8')).toContain('"id":"02.q2","answer":"b","right":true');
  });

  it('gets the question as text where a program runs the notebook', async () => {
    const answer = await kernel.execute("quiz('02.q2')");
    expect(Object.keys(outputs(answer)[0]!.content.data as object).sort()).toEqual(['text/html', 'text/plain']);
  });
});

it('a program that runs a notebook leaves no traces', async () => {
  const program = await Kernel.start();
  await program.execute("import { check, progress } from 'neurona';");
  await program.execute("check('02.1', () => 0)");
  const [said] = outputs(await program.execute('progress()'));
  await program.stop();
  expect((said!.content.data as Record<string, string>)['text/plain']).toMatch(/1 tried[^]*Not kept: /);
});
