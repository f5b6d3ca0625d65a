/** Cells in a row: their order, and which of them a failure drops. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cell, Kernel, printed } from '../support/kernel';

const folder = mkdtempSync(join(tmpdir(), 'neurona-queue-'));
let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
});
afterAll(async () => {
  await kernel.stop();
  rmSync(folder, { recursive: true });
});

/** How each of the cells ended. */
async function statuses(ids: string[]): Promise<unknown[]> {
  const ends: unknown[] = [];
  for (const id of ids) ends.push((await kernel.collect(id)).replies[0]!.content.status);
  return ends;
}

/** A cell that keeps the process busy until the file is there, and then fails. */
function busyUntil(file: string): string {
  return `import * as fs from "fs";
console.log("started");
while (!fs.existsSync(${JSON.stringify(file)}));
throw new Error("now");`;
}

it('cells run one after the other, even if they await', async () => {
  const ids = await kernel.send(
    cell('const steps: string[] = []; let go = () => {}; const gate = new Promise<void>((r) => { go = r; });'),
    cell(
      'steps.push("a1"); setTimeout(go, 5); await gate; await new Promise((r) => setTimeout(r, 0)); steps.push("a2");',
    ),
    cell('steps.push("b1"); await null; steps.push("b2");'),
    cell('console.log(steps.join(" "));'),
  );
  expect(printed(await kernel.collect(ids[3]!))).toBe('a1 a2 b1 b2\n');
});

it('after a failure the cells that waited when it ended are aborted, and say nothing', async () => {
  const ids = await kernel.send(cell('await new Promise(() => {});'), cell('1'), cell('2'), {
    type: 'kernel_info_request',
  });
  await kernel.collect(ids[3]!); // so all four are in the kernel
  await kernel.interrupt();
  expect(await statuses(ids.slice(0, 3))).toEqual(['error', 'aborted', 'aborted']);
  const { iopub } = await kernel.collect(ids[1]!);
  expect(iopub.map(({ type, content }) => content.execution_state ?? type)).toEqual(['busy', 'idle']);
});

it('this includes cells that came while the failing cell kept the process busy', async () => {
  const ids = await kernel.send(cell(busyUntil(join(folder, 'stop'))), cell('1'), cell('2'));
  await kernel.waitFor('stream', ids[0]!);
  writeFileSync(join(folder, 'stop'), '');
  expect(await statuses(ids)).toEqual(['error', 'aborted', 'aborted']);
});

it('a cell that is sent as soon as the failure is known runs', async () => {
  for (let time = 0; time < 5; time++) {
    const [id] = await kernel.send(cell('throw new Error("seen");'));
    await kernel.waitFor('error', id!);
    const next = await kernel.execute('1');
    expect(next.replies[0]!.content.status).toBe('ok');
  }
});

it('a cell that does not compile aborts those that wait, like any failure', async () => {
  const ids = await kernel.send(
    cell('const signal = new Promise((goOn) => process.once("SIGUSR2", goOn)); console.log("started"); await signal;'),
    cell('const wrong: string = 1;'),
    cell('1'),
    { type: 'kernel_info_request' },
  );
  await kernel.collect(ids[3]!);
  await kernel.waitFor('stream', ids[0]!);
  kernel.signal('SIGUSR2');
  expect(await statuses(ids.slice(0, 3))).toEqual(['ok', 'error', 'aborted']);
});

it('with stop_on_error false no cell is dropped', async () => {
  const options = { stop_on_error: false };
  const ids = await kernel.send(
    cell(busyUntil(join(folder, 'go on')), options),
    cell('1', options),
    cell('throw new Error("again");', options),
    cell('const wrong: string = 1;', options),
    cell('2', options),
  );
  await kernel.waitFor('stream', ids[0]!);
  writeFileSync(join(folder, 'go on'), '');
  expect(await statuses(ids)).toEqual(['error', 'ok', 'error', 'error', 'ok']);
});
