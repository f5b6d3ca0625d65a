/** A student's first minutes: npm start, JupyterLab in a real browser, Run All, figures drawn, nothing broken on the page. */
import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readNotebook, sourceOf } from '../support/notebooks';
import { inRoot, root } from '../support/paths';

const lesson = 'notebooks/02-mcculloch-pitts.ipynb';
const executablePath = findChromium();
const screens = inRoot('.neurona', 'screens');

describe('a student in JupyterLab', () => {
  let server: ChildProcess;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    if (!executablePath) return;
    mkdirSync(screens, { recursive: true });
    const started = await start();
    server = started.server;
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
    page.on('pageerror', (error) => problems.push(error.message));
    // Run All must not leave its outputs in the clone under test.
    await page.route('**/api/contents/**', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    // A workspace of its own, and a new one: tabs that somebody left open would open here.
    await page.goto(`${started.url.replace('/lab/tree', '/lab/workspaces/journey/tree')}&reset`);
  });
  afterAll(async () => {
    await browser?.close();
    server?.kill('SIGINT');
    if (server) await new Promise((resolve) => server.once('exit', resolve));
  });

  it('runs the first lesson from top to bottom and sees each of its figures, in the light and the dark theme', async (test) => {
    test.skip(!executablePath, 'no Chromium on this machine (CHROMIUM=/path/to/chromium names one)');
    // JupyterLab runs nothing, without a word, before its kernel is ready; a student sees the same sign.
    await page.getByText('TypeScript | Idle').waitFor({ timeout: 60_000 });
    await choose('Run', 'Run All Cells');

    const code = readNotebook(lesson)
      .cells.filter(({ cell_type }) => cell_type === 'code')
      .map(sourceOf);
    const figures = code.join('\n').match(/^show\.(?!table)\w+\(/gm)!.length;
    const ran = page.locator('.jp-CodeCell .jp-InputPrompt', { hasText: /\[\d+\]/ });
    await expect.poll(() => ran.count(), { timeout: 90_000 }).toBe(code.length);
    await expect
      .poll(() => page.locator('.js-plotly-plot .main-svg').count(), { timeout: 30_000 })
      .toBeGreaterThanOrEqual(figures);

    expect(await page.locator('.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.error"]').count()).toBe(0);
    expect(await page.locator('.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.stderr"]').count()).toBe(
      0,
    );
    expect(problems).toEqual([]);
    for (const theme of ['Dark', 'Light'] as const) {
      await choose('Settings', 'Theme', `JupyterLab ${theme}`);
      await page.waitForFunction((light) => document.body.dataset.jpThemeLight === light, String(theme === 'Light'));
      await pictures(theme);
    }
    expect(problems).toEqual([]);
  });

  /** Opens a menu, its submenus, and clicks the last entry. */
  async function choose(menu: string, ...entries: string[]) {
    await page.locator('.lm-MenuBar-itemLabel', { hasText: new RegExp(`^${menu}$`) }).click();
    for (const entry of entries) {
      await page.locator('.lm-Menu-itemLabel', { hasText: new RegExp(`^${entry}$`) }).click();
    }
  }

  /** A screen for each figure, for people to look at; each is drawn. */
  async function pictures(theme: string) {
    const figures = page.locator('.js-plotly-plot');
    for (let i = 0; i < (await figures.count()); i++) {
      await figures.nth(i).scrollIntoViewIfNeeded();
      // The room it has on the page, not the size of what is drawn: a figure can be drawn and fold up to nothing.
      await expect.poll(() => figures.nth(i).evaluate((figure) => figure.clientHeight)).toBeGreaterThan(100);
      await page.screenshot({ path: join(screens, `${theme.toLowerCase()}-${i}.png`) });
    }
  }
});

/** Starts the course as the README says, without opening a browser of its own. */
function start(): Promise<{ server: ChildProcess; url: string }> {
  const server = spawn(process.execPath, ['setup/start.mjs', '--no-browser', '--ServerApp.port=0'], { cwd: root });
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /JupyterLab: (http:\S+)/.exec(said)?.[1];
      if (url) resolve({ server, url });
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.once('exit', () => reject(new Error(`npm start ended: ${said}`)));
  });
}

function findChromium(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const places = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
