/** A student's first minutes: npm start, JupyterLab in a real browser, Run All, figures drawn, nothing broken on the page. */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, executablePath, openBrowser, screens, start, stop } from '../support/browser';
import { readNotebook, sourceOf } from '../support/notebooks';

const lesson = 'notebooks/00-start-here.ipynb';

describe('a student in JupyterLab', () => {
  let server: ChildProcess;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    if (!executablePath) return;
    const started = await start();
    server = started.server;
    browser = await openBrowser();
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
    if (server) await stop(server);
  });

  it('runs the first lesson from top to bottom and sees each of its figures, in the light and the dark theme', async (test) => {
    test.skip(!executablePath, 'no Chromium on this machine (CHROMIUM=/path/to/chromium names one)');
    // JupyterLab runs nothing, without a word, before its kernel is ready; a student sees the same sign.
    await page.getByText('TypeScript | Idle').waitFor({ timeout: 60_000 });
    await choose(page, 'Run', 'Run All Cells');

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
      await choose(page, 'Settings', 'Theme', `JupyterLab ${theme}`);
      await page.waitForFunction((light) => document.body.dataset.jpThemeLight === light, String(theme === 'Light'));
      await pictures(theme);
    }
    expect(problems).toEqual([]);
  });

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
