/** The glossary where students meet it: a term that is clicked stands explained, in JupyterLab and on a static page. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jupyterEnv } from '../../setup/paths.mjs';
import { executablePath, openBrowser, startIn, stop } from '../support/browser';
import { inRoot, inVenv } from '../support/paths';

const source = 'The [learning rate](notation.md#learning-rate), and [all letters](notation.md).';
const cell = { cell_type: 'markdown', id: 'a', metadata: {}, source };
const kernelspec = { name: 'tslab', display_name: 'TypeScript', language: 'typescript' };

describe.skipIf(!executablePath)('a term that is clicked', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'neurona-glossary-'));
    copyFileSync(inRoot('notebooks/notation.md'), join(folder, 'notation.md'));
    writeFileSync(join(folder, 'lesson.ipynb'), JSON.stringify({ cells: [cell], metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 })); // prettier-ignore
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is explained in JupyterLab, in a page that is drawn, with its formulas; so is the page opened by itself', async () => {
    const { server, url } = await startIn(folder);
    const browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 1200, height: 600 } });
    await page.goto(url.replace('/lab?', '/lab/workspaces/glossary/tree/lesson.ipynb?reset&'));
    await page.getByRole('link', { name: 'learning rate' }).click({ timeout: 60_000 });
    const glossary = page.locator('.jp-MarkdownViewer');
    await expect.poll(() => glossary.locator('mjx-container').count(), { timeout: 20_000 }).toBeGreaterThan(20);
    await expect.poll(() => glossary.locator('strong', { hasText: /^learning rate$/ }).isVisible()).toBe(true);
    const { y } = (await glossary.locator('strong', { hasText: /^learning rate$/ }).boundingBox())!;
    expect(y, 'in sight').toBeGreaterThan(0);
    expect(y, 'in sight').toBeLessThan(600);
    await page.goto(url.replace('/lab?', '/lab/workspaces/page/tree/notation.md?reset&'));
    await page.locator('.jp-MarkdownViewer h1').waitFor({ timeout: 60_000 });
    await browser.close();
    await stop(server);
  }, 120_000);

  it('is explained at the end of a static page, which may lie anywhere, alone', async () => {
    const env = { ...process.env, ...jupyterEnv };
    const options = ['nbconvert', '--to', 'html', '--output-dir', join(folder, 'elsewhere'), 'lesson.ipynb'];
    execFileSync(inVenv('jupyter'), options, { cwd: folder, env, stdio: 'pipe' });
    const browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 1200, height: 600 } });
    await page.route(/^https?:/, (route) => route.abort());
    await page.goto(pathToFileURL(join(folder, 'elsewhere', 'lesson.html')).href);
    await page.getByRole('link', { name: 'learning rate' }).click();
    const { y } = (await page.locator('strong', { hasText: /^learning rate$/ }).boundingBox())!;
    expect(y, 'in sight').toBeLessThan(600);
    await page.getByRole('link', { name: 'all letters' }).click();
    const top = (await page.getByRole('heading', { name: 'Notation and glossary' }).boundingBox())!;
    expect(Math.abs(top.y), 'at the top').toBeLessThan(50);
    await browser.close();
  }, 60_000);
});
