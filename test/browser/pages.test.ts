/** Static pages: what nbconvert makes of a notebook shows its figures and moves them, without a kernel or a network. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jupyterEnv } from '../../setup/paths.mjs';
import { figures } from '../../lib/index';
import { bundle } from '../../lib/show/figure';
import { executablePath, openBrowser } from '../support/browser';
import { inRoot, inVenv } from '../support/paths';

const line = (slope: number) => figures.curves({ y: (x) => slope * x }, { points: 3, title: '</script>"quoted"' });
const outputs = [line(1), figures.animation([line(1), line(2)], { labels: ['first', 'second'] })].map((figure) => ({
  output_type: 'display_data',
  data: bundle(figure),
  metadata: {},
}));
const cell = { cell_type: 'code', id: 'a', metadata: {}, source: '', execution_count: 1, outputs };

describe('a page made by nbconvert', () => {
  let folder: string;
  let page: string;
  beforeAll(() => {
    mkdirSync(inRoot('.neurona', 'courses'), { recursive: true });
    folder = mkdtempSync(inRoot('.neurona', 'courses', 'page-'));
    writeFileSync(join(folder, 'page.ipynb'), JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 })); // prettier-ignore
    execFileSync(inVenv('jupyter'), ['nbconvert', '--to', 'html', 'page.ipynb'], {
      cwd: folder,
      env: { ...process.env, ...jupyterEnv },
      stdio: 'pipe',
    });
    page = join(folder, 'page.html');
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the drawing library once, however many figures there are, and the words of each', () => {
    const html = readFileSync(page, 'utf8');
    expect(html.match(/plotly\.js v\d/g)).toHaveLength(1);
    expect(html.match(/<div aria-label="[^"]+" id="figure-\d" role="img">/g)).toHaveLength(2);
  });

  it('draws every figure, and moves it by its slider, without a network', async (test) => {
    test.skip(!executablePath, 'no Chromium on this machine (CHROMIUM=/path/to/chromium names one)');
    const browser = await openBrowser();
    const tab = await browser.newPage();
    const problems: string[] = [];
    tab.on('pageerror', (error) => problems.push(error.message));
    await tab.route(/^https?:/, (route) => route.abort());
    await tab.goto(pathToFileURL(page).href);
    const plots = tab.locator('.js-plotly-plot');
    await expect.poll(() => plots.count()).toBe(2);
    await expect.poll(() => plots.locator('.gtitle').allTextContents()).toEqual(Array(2).fill('</script>"quoted"'));
    const curve = plots.nth(1).locator('.scatterlayer path.js-line');
    const before = await curve.getAttribute('d');
    const rail = plots.nth(1).locator('.slider-rail-touch-rect');
    const { width } = (await rail.boundingBox())!;
    await rail.click({ position: { x: width - 2, y: 5 } });
    await expect.poll(() => curve.getAttribute('d')).not.toBe(before);
    // nbconvert's own template asks a network for MathJax, and says so where there is none.
    expect(problems.filter((problem) => !/MathJax|require/.test(problem))).toEqual([]);
    await browser.close();
  });
});
