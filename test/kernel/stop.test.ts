/** Stop means stop: whatever a cell does, it ends, and the next one finds things as they should be. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cell, Kernel, outputs, printed } from '../support/kernel';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
  await kernel.execute("import { tf } from 'neurona'; const kept = tf.tensor1d([5]); let rounds = 0;");
});
afterAll(() => kernel.stop());

/** Runs a cell until it has printed `started`, stops it, and gives how it ended. */
async function stopped(code: string) {
  const [id] = await kernel.send(cell(code));
  await kernel.waitFor('stream', id!, 'started');
  await kernel.interrupt();
  return (await kernel.collect(id!)).replies[0]!.content;
}

/** What a cell's last line amounts to, as text. */
async function value(code: string): Promise<string> {
  const answer = await kernel.execute(code);
  expect(answer.replies[0]!.content).toMatchObject({ status: 'ok' });
  return (outputs(answer).at(-1)!.content.data as Record<string, string>)['text/plain']!;
}

const interrupted = { status: 'error', ename: 'Interrupted', evalue: 'the cell was stopped before it ended' };
const sleep = 'await new Promise((goOn) => setTimeout(goOn, 5));';

describe('Stop ends a cell', () => {
  it.each([
    ['that computes', 'console.log("started"); for (;;);'],
    ['that computes after it has awaited', `${sleep} console.log("started"); for (;;);`],
    ['that computes after it has awaited nothing', 'await null; console.log("started"); for (;;);'],
    ['that awaits in a loop', `console.log("started"); for (;;) { rounds += 1; ${sleep} }`],
    ['that awaits nothing, for ever', 'console.log("started"); for (;;) await null;'],
    ['that waits for what never comes', 'console.log("started"); await new Promise(() => {});'],
    ['whose timer computes', 'setTimeout(() => { console.log("started"); for (;;); }); await new Promise(() => {});'],
    [
      'whose interval computes',
      'setInterval(() => { console.log("started"); for (;;); }); await new Promise(() => {});',
    ],
    [
      'whose setImmediate computes',
      'setImmediate(() => { console.log("started"); for (;;); }); await new Promise(() => {});',
    ],
    ['that computes in a finally', 'try { throw 1; } finally { console.log("started"); for (;;); }'],
    ['that catches all errors', 'console.log("started"); for (;;) { try { JSON.parse("{"); } catch {} }'],
    ['that prints for ever', 'for (;;) console.log("started");'],
    ['that shows for ever', 'import { display } from "tslab"; for (;;) { display.text("x"); console.log("started"); }'],
    ['whose result computes', '({ [Symbol.for("Jupyter.display")]() { console.log("started"); for (;;); } })'],
    [
      'that iterates over what comes',
      `
      async function* ticks() { for (;;) { ${sleep} yield 1; } }
      async function listen() { for await (const tick of ticks()) rounds += tick; }
      console.log("started"); await listen();`,
    ],
    ['that runs tidy for ever', 'tf.tidy(() => { console.log("started"); for (;;) tf.zeros([10]); });'],
    ['that differentiates for ever', 'tf.grad((x) => { console.log("started"); for (;;) x.square(); })(kept);'],
  ])('%s', async (_, code) => {
    const before = await value('rounds = 0; tf.memory().numTensors');
    expect(await stopped(code)).toMatchObject(interrupted);
    const rounds = Number(await value('rounds'));
    expect(await value('await new Promise((goOn) => setTimeout(goOn, 50)); rounds')).toBe(String(rounds));
    const kept = Number(await value('tf.memory().numTensors'));
    expect(kept - Number(before)).toBeLessThanOrEqual(1); // the one that was just being made
    expect(await value('Array.from(kept.square().dataSync())')).toContain('25');
    await kernel.execute('tf.disposeVariables();');
  });

  it('whose values are asked for after it', async () => {
    const [id] = await kernel.send(
      cell('1;', { user_expressions: { endless: '(() => { console.log("started"); for (;;); })()' } }),
    );
    await kernel.waitFor('stream', id!);
    await kernel.interrupt();
    const { user_expressions } = (await kernel.collect(id!)).replies[0]!.content;
    expect(user_expressions).toMatchObject({ endless: { status: 'error', ename: 'Interrupted' } });
  });

  it('and those that wait for it, as any failure does', async () => {
    const ids = await kernel.send(cell('console.log("started"); for (;;);'), cell('1'));
    await kernel.waitFor('stream', ids[0]!);
    await kernel.interrupt();
    expect((await kernel.collect(ids[1]!)).replies[0]!.content.status).toBe('aborted');
  });

  it('that is still being compiled', async () => {
    const [id] = await kernel.send(
      cell(`${'let a = [1, 2].map((x) => ({ x }));\n{ let a = 1; }\n'.repeat(3000)} for (;;);`),
    );
    await kernel.waitFor('status', id!, 'busy');
    await kernel.interrupt();
    expect((await kernel.collect(id!)).replies[0]!.content.status).toBe('error');
    expect(await value('1 + 1')).toBe('2');
  });
});

it('Stop of what cannot be cut short is explained, and holds when that has ended', async () => {
  const native = 'import { spawnSync } from "node:child_process"; console.log("started"); spawnSync("sleep", ["3"]); 1';
  const [id] = await kernel.send(cell(native));
  await kernel.waitFor('stream', id!, 'started');
  await kernel.interrupt();
  await kernel.waitFor('stream', id!, 'this computation cannot be cut short');
  expect((await kernel.collect(id!)).replies[0]!.content).toMatchObject(interrupted);
});

it('Stop ends the callback of a widget, and the front end hears that it ended', async () => {
  const code = `const comm = (globalThis as any)[Symbol.for('neurona.kernel')].comms.open('test', {});
    comm.onMessage(() => { console.log('in the callback'); for (;;); }); comm.id`;
  const comm_id = (await value(code)).slice(1, -1);
  const [id] = await kernel.send({ type: 'comm_msg', content: { comm_id, data: {} } });
  await new Promise((goOn) => setTimeout(goOn, 300));
  await kernel.interrupt();
  const { iopub } = await kernel.collect(id!, { silent: true });
  expect(iopub.at(-1)!.content).toEqual({ execution_state: 'idle' });
  expect(await value('1 + 1')).toBe('2');
});

it('code can clean up when it is stopped as it awaits', async () => {
  await kernel.execute('let cleaned = "no";');
  await stopped(`try { for (;;) { console.log("started"); ${sleep} } } finally { cleaned = "yes"; }`);
  expect(await value(`${sleep} cleaned`)).toContain('yes');
});

/** Asks for Stop, and waits for the answer: a cell that is sent after it came after it. */
const ask = () => kernel.ask({ type: 'interrupt_request', channel: 'control' });

it('what goes on beside the cells is stopped as well, even if no cell runs', async () => {
  const loop = `async function work() { for (;;) { rounds += 1; ${sleep} } }`;
  await kernel.execute(`${loop}\nvoid work();`);
  await ask();
  await kernel.execute(sleep);
  const rounds = await value('rounds');
  expect(await value(`${sleep.replace('5', '50')} rounds`)).toBe(rounds);
  const [id] = await kernel.send(cell('setTimeout(() => { console.log("busy"); for (;;); }, 100);'));
  await kernel.collect(id!);
  await kernel.waitFor('stream', id!, 'busy');
  await ask();
  expect(await value('1 + 1')).toBe('2');
});

it('a stop that nobody needs disturbs no cell that comes after it, however often it comes', async () => {
  for (let time = 0; time < 5; time++) {
    await ask();
    expect(await value('await null; let sum = 0; for (let i = 0; i < 1e6; i++) sum += i; sum')).toBe('499999500000');
  }
});

describe('a training that is stopped', () => {
  const setUp = `
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3] }), tf.layers.dense({ units: 1 })] });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const xs = tf.ones([256, 3]), ys = tf.ones([256, 1]);
    let batches = 0;
    const onBatchEnd = () => { batches += 1; if (batches === 3) console.log('started'); };`;

  it.each([
    ['fit', 'await model.fit(xs, ys, { epochs: 1e6, batchSize: 8, verbose: 0, callbacks: { onBatchEnd } });'],
    [
      'fit without await',
      'model.fit(xs, ys, { epochs: 1e6, batchSize: 8, verbose: 0, callbacks: { onBatchEnd } }); await new Promise(() => {});',
    ],
    [
      'fitDataset',
      `await model.fitDataset(tf.data.zip({ xs: tf.data.array([[1, 2, 3]]), ys: tf.data.array([[1]]) }).repeat().batch(8),
      { epochs: 1e6, batchesPerEpoch: 10, verbose: 0, callbacks: { onBatchEnd } });`,
    ],
    [
      'fit whose callback never ends',
      `await model.fit(xs, ys, { epochs: 2, batchSize: 8, verbose: 0,
      callbacks: { onBatchEnd: () => { onBatchEnd(); if (batches === 3) for (;;); } } });`,
    ],
  ])('by %s ends itself, and the model can be used and trained again', async (_, code) => {
    await kernel.execute(setUp);
    expect(await stopped(code)).toMatchObject(interrupted);
    const batches = await value('batches');
    expect(await value('await new Promise((goOn) => setTimeout(goOn, 100)); batches')).toBe(batches);
    expect(await value('(model.predict(xs) as any).shape')).toContain('256');
    const again = await kernel.execute(
      'const { history } = await model.fit(xs, ys, { epochs: 2, verbose: 0 }); history.loss.length',
    );
    expect(again.replies[0]!.content).toMatchObject({ status: 'ok' });
    expect(printed(again, 'stderr')).toBe('');
  });

  it('releases the memory it took', async () => {
    await kernel.execute(setUp);
    const train = (epochs: string) =>
      `await model.fit(xs, ys, { epochs: ${epochs}, batchSize: 8, verbose: 0, callbacks: { onBatchEnd } });`;
    await kernel.execute(train('1')); // the optimizer has its variables now
    await kernel.execute('batches = 0;');
    const before = await value('tf.memory().numTensors');
    await stopped(train('1e6'));
    expect(await value(`${sleep.replace('5', '50')} tf.memory().numTensors`)).toBe(before);
  });
});
