/** Widgets over the real protocol, and on a kernel that has none. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kernel, outputs, printed, type Answer, type Request } from '../support/kernel';
import { jupyterEnv } from '../../setup/paths.mjs';
import { inRoot, inVenv } from '../support/paths';

const widgetView = 'application/vnd.jupyter.widget-view+json';

/** The id of the model of that name which a cell has opened. */
function opened(answer: Answer, model: string): string {
  const found = outputs(answer).find(
    ({ type, content }) =>
      type === 'comm_open' && (content.data as { state: { _model_name: string } }).state._model_name === model,
  );
  return found!.content.comm_id as string;
}

const move = (comm_id: string, state: object): Request => ({
  type: 'comm_msg',
  content: { comm_id, data: { method: 'update', state, buffer_paths: [] } },
});

describe('a widget on our kernel', () => {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await Kernel.start();
    await kernel.execute(`import { widgets } from 'neurona';`);
  });
  afterAll(() => kernel.stop());

  /** Sends what a hand does, and gives all that the kernel says to it. */
  async function ask(request: Request): Promise<Answer> {
    const [id] = await kernel.send(request);
    return kernel.collect(id!, { silent: true });
  }

  it('is opened by the widget protocol 2.1 and shown by its id', async () => {
    const answer = await kernel.execute(`const rate = widgets.slider({ description: 'rate', max: 1 });
rate.onChange(({ value }) => console.log('rate is', value));
rate`);
    const opening = outputs(answer).find(({ type }) => type === 'comm_open')!;
    expect(opening.content.target_name).toBe('jupyter.widget');
    expect(opening.metadata).toEqual({ version: '2.1.0' });
    const result = outputs(answer).find(({ type }) => type === 'execute_result')!;
    expect(result.content.data).toMatchObject({
      [widgetView]: { version_major: 2, version_minor: 0, model_id: opened(answer, 'FloatSliderModel') },
    });
  });

  it('follows a hand while a cell awaits, and the cell goes on with its value', async () => {
    const made = await kernel.execute('const w = widgets.slider({ min: -3, max: 3 }); w');
    const [waiting] = await kernel.send({
      type: 'execute_request',
      content: { code: 'await new Promise<void>((done) => w.onChange(() => done())); w.value' },
    });
    await kernel.waitFor('execute_input', waiting!);
    const answer = await ask(move(opened(made, 'IntSliderModel'), { value: 2 }));
    expect(outputs(answer)).toMatchObject([{ content: { data: { method: 'echo_update', state: { value: 2 } } } }]);
    expect(outputs(await kernel.collect(waiting!)).at(-1)!.content).toMatchObject({ data: { 'text/plain': '2' } });
  });

  it('draws anew what interact draws, into its area and nowhere else', async () => {
    const made = await kernel.execute(`await widgets.interact({ n: [0, 10] }, async ({ n }) => {
  console.log('n is', n);
  await null;
  if (n === 9) throw new TypeError('nine');
  return { n };
});`);
    expect(printed(made)).toBe('');
    const [slider, area] = [opened(made, 'IntSliderModel'), opened(made, 'OutputModel')];
    const drawn = (answer: Answer) =>
      outputs(answer)
        .filter(({ content }) => content.comm_id === area)
        .map(({ content }) => (content.data as { state: { outputs?: object[] } }).state.outputs)
        .at(-1);
    expect(drawn(made)).toMatchObject([
      { output_type: 'stream', text: 'n is 5\n' },
      { output_type: 'display_data', data: { 'text/plain': '{ n: 5 }' } },
    ]);
    const [moved] = await kernel.send(move(slider, { value: 7 }));
    await kernel.waitFor('comm_msg', moved!, '{ n: 7 }');
    const [broken] = await kernel.send(move(slider, { value: 9 }));
    await kernel.waitFor('comm_msg', broken!, 'TypeError');
    const failed = drawn(await kernel.collect(broken!, { silent: true })) as { traceback?: string[] }[];
    expect(failed[1]).toMatchObject({ output_type: 'error', ename: 'TypeError', evalue: 'nine' });
    expect(failed[1]!.traceback!.join('\n')).toContain('if (n === 9)');
  });

  it('makes the cell fail if the first drawing does, so that who runs notebooks as tests hears of it', async () => {
    const { replies } = await kernel.execute(`widgets.interact({ n: 3 }, () => { throw new RangeError('at once'); });`);
    expect(replies[0]!.content).toMatchObject({ status: 'error', ename: 'RangeError' });
  });

  it('is forgotten when its cell shows another in its place and no variable holds it', async () => {
    const count = async () => {
      const { replies } = await kernel.ask({ type: 'comm_info_request', content: { target_name: 'jupyter.widget' } });
      return Object.keys(replies[0]!.content.comms as object).length;
    };
    const before = await count();
    const run = () =>
      kernel.ask({
        type: 'execute_request',
        content: { code: 'widgets.interact({ a: 1, b: 2 }, () => undefined);' },
        metadata: { cellId: 'one and the same' },
      });
    await run();
    const perRun = (await count()) - before;
    expect(perRun).toBeGreaterThanOrEqual(4);
    for (let time = 0; time < 20; time++) await run();
    await kernel.execute(`require('node:v8').setFlagsFromString('--expose-gc');
const collect = require('node:vm').runInNewContext('gc') as () => void;
for (let i = 0; i < 5; i++) { collect(); await new Promise((turn) => setTimeout(turn, 20)); }`);
    const left = (await count()) - before;
    expect(left).toBeGreaterThanOrEqual(perRun); // the newest stands on the page
    expect(left).toBeLessThanOrEqual(3 * perRun);
  });

  it('takes garbage from a page with a word in the log, and goes on', async () => {
    const made = await kernel.execute('const sure = widgets.slider(); sure');
    const id = opened(made, 'IntSliderModel');
    for (const data of [
      { method: 'update', state: { value: {} } },
      { method: 'update', state: 5 },
      { method: 'custom' },
      {},
    ]) {
      await ask({ type: 'comm_msg', content: { comm_id: id, data } });
    }
    await ask({
      type: 'comm_msg',
      content: { comm_id: id, data: { method: 'update', state: {}, buffer_paths: [[], ['x', 'y']] } },
    });
    await expect.poll(() => kernel.terminal).toContain('a widget was sent an update without a state');
    expect(outputs(await kernel.execute('sure.value')).at(-1)!.content.data).toMatchObject({ 'text/plain': '50' });
  });
});

describe('a widget on stock tslab', () => {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await Kernel.start({ program: [inRoot('node_modules/tslab/bin/tslab'), 'kernel'] });
  });
  afterAll(() => kernel.stop());

  it('is a picture with a sentence; its value can be set and is told; interact draws once', async () => {
    const answer = await kernel.execute(`import { widgets } from 'neurona';
const w = widgets.slider({ description: 'w', min: -3, max: 3 });
w.onChange(({ value, previous }) => console.log('changed', previous, value));
w.value = 2;
w.show();
widgets.interact({ w, kind: ['a', 'b'] }, ({ w, kind }) => console.log('drawn', w, kind));
w.value = 1;`);
    expect(printed(answer)).toBe('changed 0 2\ndrawn 2 a\nchanged 2 1\n1\n');
    const [shown, controls] = outputs(answer).filter(({ type }) => type === 'display_data');
    expect((shown!.content.data as Record<string, string>)['text/html']).toMatch(
      /<svg.*It moves only in a running notebook/,
    );
    expect((controls!.content.data as Record<string, string>)['text/html']).toContain('kind');
  });
});

describe('a widget on a static page', () => {
  it('is its picture with a sentence, as is what interact drew first, and asks nothing of the network', () => {
    const folder = mkdtempSync(join(tmpdir(), 'neurona-page-'));
    try {
      symlinkSync(inRoot('node_modules'), join(folder, 'node_modules'));
      const source = `import { widgets } from 'neurona';
widgets.interact({ weight: [-3, 3] }, ({ weight }) => console.log('drawn for', weight));`;
      const cell = { cell_type: 'code', id: 'one', metadata: {}, execution_count: null, outputs: [], source };
      const kernelspec = { name: 'tslab', display_name: 'TypeScript', language: 'typescript' };
      const notebook = { nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells: [cell] };
      writeFileSync(join(folder, 'page.ipynb'), JSON.stringify(notebook));
      execFileSync(inVenv('jupyter'), ['nbconvert', '--to', 'html', '--execute', 'page.ipynb'], {
        ...{ cwd: folder, env: { ...process.env, ...jupyterEnv }, stdio: 'ignore' },
      });
      const page = readFileSync(join(folder, 'page.html'), 'utf8');
      expect(page).toContain('It moves only in a running notebook.');
      expect(page).toMatch(/aria-label="0"[^]*drawn for 0/);
      expect(page).not.toMatch(/class="jupyter-widgets|<script type="application\/vnd\.jupyter/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
