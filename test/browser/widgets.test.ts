/** Widgets in a real JupyterLab: a hand moves them, code hears of it, and what is drawn follows. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, executablePath, openBrowser, screens, startIn, stop } from '../support/browser';
import { inRoot } from '../support/paths';

const cells = [
  `import { data, figures, show, widgets } from 'neurona';`,
  `await widgets.interact({ weight: [-3, 3, 0.5], kind: ['line', 'none'], grid: true }, ({ weight, kind }) => {
  console.log(\`weight is \${weight}\`);
  if (weight === 2) throw new Error('two is too much');
  if (kind === 'line') {
    show.figure({
      data: [{ x: [0, 1], y: [0, weight], name: 'y' }],
      layout: { height: 300, title: { text: \`slope \${weight}\` } },
      description: 'a line',
    });
  }
});`,
  `const again = widgets.button({ description: 'Train again', buttonStyle: 'primary' });
const clicks = widgets.label({ value: 'not pressed' });
let count = 0;
again.onClick(() => { count += 1; clicks.value = \`pressed \${count} times\`; console.log('printed', count); });
widgets.row([again, clicks])`,
  `const drawing = widgets.custom({
  esm: \`export default { render({ model, el }) {
    const said = document.createElement('code');
    said.className = 'drawing';
    const numbers = (view) => Array.from(new Float32Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength)));
    const write = () => { said.textContent = numbers(model.get('pixels')).join(' '); };
    model.on('change:pixels', write);
    model.on('msg:custom', (content, buffers) => { said.title = content.word + ' ' + buffers[0].byteLength; });
    said.onclick = () => {
      model.set('pixels', new DataView(new Float32Array(numbers(model.get('pixels')).map((x) => 2 * x)).buffer));
      model.save_changes();
    };
    write();
    el.append(said);
  } };\`,
  state: { pixels: new Float32Array([0.5, 1.5]) },
});
drawing.onChange('pixels', ({ value }) => {
  console.log(value);
  drawing.send({ word: 'got' }, [new Uint8Array(3)]);
});
drawing`,
  `const [low, high] = [widgets.slider({ description: 'low', min: 0.001, max: 1, scale: 'log' }), widgets.rangeSlider({ description: 'range' })];
const play = widgets.play({ max: 5, interval: 50 });
const epoch = widgets.slider({ description: 'epoch', max: 5, value: 0 });
widgets.jslink(play, epoch);
widgets.column([
  low, high, widgets.row([play, epoch]),
  widgets.toggle({ description: 'toggle' }), widgets.checkbox({ description: 'checkbox', value: true }),
  widgets.dropdown({ description: 'a longer description', options: ['relu', 'tanh'] }),
  widgets.radio({ description: 'radio', options: ['and', 'or'] }),
  widgets.toggleButtons({ description: 'buttons', options: { few: 10, many: 1000 } }),
  widgets.text({ description: 'text', value: 'words' }), widgets.number({ description: 'number', value: 3, min: 1 }),
  widgets.number({ description: 'free', value: 0.5 }),
  widgets.textarea({ description: 'area', value: 'more words' }), widgets.progress({ description: 'progress', value: 0.4 }),
  widgets.html({ value: '<b>bold</b>' }), widgets.tabs({ one: widgets.label({ value: 'first' }), two: widgets.label({ value: 'second' }) }),
  widgets.accordion({ more: widgets.slider() }), widgets.grid([1, 2, 3, 4].map((i) => widgets.number({ description: \`w\${i}\` }))),
])`,
];

const notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: 'tslab', display_name: 'TypeScript', language: 'typescript' } },
  cells: cells.map((source, i) => ({
    ...{ cell_type: 'code', id: `cell-${i}`, metadata: {}, execution_count: null, outputs: [], source },
  })),
};

describe('widgets in JupyterLab', () => {
  let folder: string;
  let server: ChildProcess | undefined;
  let browser: Browser | undefined;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    if (!executablePath) return;
    folder = mkdtempSync(join(tmpdir(), 'neurona-widgets-'));
    symlinkSync(inRoot('node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'widgets.ipynb'), JSON.stringify(notebook));
    const started = await startIn(folder);
    server = started.server;
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1200, height: 1400 } });
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(started.url.replace('/lab?', '/lab/workspaces/widgets/tree/widgets.ipynb?reset&'));
    await page.getByText('TypeScript | Idle').waitFor({ timeout: 60_000 });
    await choose(page, 'Run', 'Run All Cells');
    await page.locator('.jp-CodeCell .jp-InputPrompt', { hasText: `[${cells.length}]` }).waitFor({ timeout: 60_000 });
  });
  afterAll(async () => {
    await browser?.close();
    if (server) await stop(server);
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const outputOf = (i: number) => page.locator('.jp-CodeCell').nth(i).locator('.jp-Cell-outputWrapper');

  it('follow a hand: a slider moved by the keyboard changes the figure below it', async (test) => {
    test.skip(!executablePath, 'no Chromium on this machine (CHROMIUM=/path/to/chromium names one)');
    const area = outputOf(1);
    await expect.poll(() => area.locator('.js-plotly-plot .gtitle').textContent()).toBe('slope 0');
    await area.locator('.noUi-handle').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => area.locator('.js-plotly-plot .gtitle').textContent()).toBe('slope 0.5');
    expect(await area.locator('.jp-RenderedText').allInnerTexts()).toEqual([expect.stringContaining('weight is 0.5')]);
    expect(await area.locator('.js-plotly-plot').count()).toBe(1);
  });

  it('keep the page in its place while a figure is drawn anew', async (test) => {
    test.skip(!executablePath, 'no Chromium on this machine');
    const below = page.locator('.jp-CodeCell').nth(2);
    const place = async () => (await below.boundingBox())!.y;
    const before = await place();
    await page.evaluate(() => {
      const output = document.querySelectorAll('.jp-CodeCell')[2]!;
      const places = ((window as unknown as { places: number[] }).places = [] as number[]);
      const look = () => {
        places.push(output.getBoundingClientRect().y);
        requestAnimationFrame(look);
      };
      look();
    });
    await outputOf(1).locator('.noUi-handle').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => outputOf(1).locator('.gtitle').textContent()).toBe('slope 1');
    const places = await page.evaluate(() => (window as unknown as { places: number[] }).places);
    expect(new Set([...places, await place()])).toEqual(new Set([before]));
  });

  it('show an error of the drawing in its place, and draw again at the next change', async (test) => {
    test.skip(!executablePath, 'no Chromium on this machine');
    const area = outputOf(1);
    await area.locator('.noUi-handle').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await area.getByText('two is too much').first().waitFor();
    await page.screenshot({ path: join(screens, 'widgets-error.png') });
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => area.locator('.gtitle').textContent()).toBe('slope 2.5');
    expect(await area.getByText('two is too much').count()).toBe(0);
  });

  it('hear a button, and print below their own cell', async (test) => {
    test.skip(!executablePath, 'no Chromium on this machine');
    const area = outputOf(2);
    await area.getByText('Train again').click();
    await area.getByText('Train again').click();
    await area.getByText('pressed 2 times').waitFor();
    await area.getByText('printed 2').waitFor();
  });

  it('of one’s own exchange bytes with the code', async (test) => {
    test.skip(!executablePath, 'no Chromium on this machine');
    const area = outputOf(3);
    const said = area.locator('.drawing');
    await expect.poll(() => said.textContent()).toBe('0.5 1.5');
    await said.click();
    await expect.poll(() => said.textContent()).toBe('1 3');
    await area.getByText('Float32Array(2) [ 1, 3 ]').waitFor();
    await expect.poll(() => said.getAttribute('title')).toBe('got 3');
  });

  it('are all drawn, in the light and the dark theme', async (test) => {
    test.skip(!executablePath, 'no Chromium on this machine');
    expect(await page.getByText('Error displaying widget').count()).toBe(0);
    expect(await page.getByText('Failed to load model').count()).toBe(0);
    for (const theme of ['Dark', 'Light'] as const) {
      await choose(page, 'Settings', 'Theme', `JupyterLab ${theme}`);
      await page.waitForFunction((light) => document.body.dataset.jpThemeLight === light, String(theme === 'Light'));
      await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
      for (const i of [1, 3, 4]) {
        await outputOf(i).scrollIntoViewIfNeeded();
        await page.screenshot({ path: join(screens, `widgets-${theme.toLowerCase()}-${i}.png`) });
      }
    }
    expect(problems).toEqual([]);
  });
});
