/** The student's desk in a real JupyterLab: a quiz answered by the keyboard alone, cards and progress, light and dark. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, executablePath, openBrowser, screens, startIn, stop } from '../support/browser';
import { inRoot } from '../support/paths';

const cells = [
  "import { check, hint, predict, progress, quiz, scratch, solution } from 'neurona';",
  "quiz('02');",
  "predict('02.prediction', '?');",
  'function fires(x: number[], weights: number[], threshold: number): number {\n  return x.length;\n}',
  "check('02.1', fires);\nhint('02.1');",
  "solution('02.1');",
  "check('02.2', () => scratch.circuit([[scratch.unit({ weights: [1, 1, 1], threshold: 2 })]]));\ncheck('02.3', () => { throw new Error('Not attempted yet'); });",
  "quiz('02.q1', 'b');\nquiz('02.q1', 'a');",
  'progress();',
];
const notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: 'tslab', display_name: 'TypeScript', language: 'typescript' } },
  cells: cells.map((source, i) => ({
    ...{ cell_type: 'code', id: `cell-${i}`, metadata: {}, execution_count: null, outputs: [], source },
  })),
};

describe('the desk in JupyterLab', () => {
  let folder: string;
  let server: ChildProcess | undefined;
  let browser: Browser | undefined;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    if (!executablePath) return;
    folder = mkdtempSync(join(tmpdir(), 'neurona-desk-'));
    symlinkSync(inRoot('node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'desk.ipynb'), JSON.stringify(notebook));
    process.env.NEURONA_PROGRESS = join(folder, 'progress.jsonl');
    const started = await startIn(folder);
    delete process.env.NEURONA_PROGRESS;
    server = started.server;
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1200, height: 1400 } });
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(started.url.replace('/lab?', '/lab/workspaces/desk/tree/desk.ipynb?reset&'));
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
  const focused = () =>
    page.evaluate(() => (document.activeElement as HTMLElement | null)?.closest('label')?.innerText);

  it('answers a quiz by the keyboard alone: Tab, arrows, Enter; the explanation is announced', async (test) => {
    test.skip(!executablePath, 'no Chromium on this machine (CHROMIUM=/path/to/chromium names one)');
    const group = outputOf(1).getByRole('radiogroup', { name: 'A unit has weights 1 and 1 and threshold 1' });
    await group.waitFor();
    const status = outputOf(1).getByRole('status').first();
    expect(await status.textContent()).toBe('');
    // Enter on the empty form first: nothing is chosen, and it says what to do.
    await group.getByRole('radio').first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => status.textContent()).toContain('Choose first');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain('b) OR');
    await page.keyboard.press('Enter');
    await expect.poll(() => status.textContent()).toMatch(/^✓ b\) is right.*One input suffices/);
    expect(await status.getAttribute('aria-live')).toBe('polite');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => status.textContent()).toMatch(/^✗ a\) is not right/);
    // On to the next question: past the button, into its choices, and the keys still belong to it.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused()).toContain('a) Sum 7, output 1');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect.poll(() => outputOf(1).getByRole('status').nth(1).textContent()).toMatch(/^✓ b\) is right/);
    expect(await page.locator('.jp-CodeCell').count()).toBe(cells.length); // no key went to JupyterLab: a, b, d, d …
  });

  it('keeps a prediction that was clicked, over a restart of the kernel', async (test) => {
    test.skip(!executablePath, 'no Chromium on this machine');
    await outputOf(2).getByText('d) All sixteen').click();
    await outputOf(2).getByRole('button', { name: 'Keep my prediction' }).click();
    await outputOf(2).getByText('Your prediction is kept: d)').waitFor();
    await choose(page, 'Kernel', 'Restart Kernel and Run All Cells…');
    await page.getByRole('button', { name: 'Confirm Kernel Restart' }).click();
    await expect.poll(() => outputOf(8).textContent(), { timeout: 60_000 }).toContain('1 right of 5');
    await outputOf(2).getByText('Your prediction is kept: d)').waitFor();
    expect(await outputOf(2).getByRole('radio').nth(3).isChecked()).toBe(true);
    expect(await outputOf(1).getByRole('status').nth(1).textContent()).toMatch(/^✓ b\) is right/);
    expect(existsSync(join(folder, '.neurona'))).toBe(false);
  });

  it('shows cards, a solution and progress, in the light and the dark theme', async (test) => {
    test.skip(!executablePath, 'no Chromium on this machine');
    expect(await outputOf(5).locator('pre span').allTextContents()).toContain('-   return x.length;');
    expect(await page.getByText('Error displaying widget').count()).toBe(0);
    for (const theme of ['Dark', 'Light'] as const) {
      await choose(page, 'Settings', 'Theme', `JupyterLab ${theme}`);
      await page.waitForFunction((light) => document.body.dataset.jpThemeLight === light, String(theme === 'Light'));
      await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
      for (const i of [1, 2, 5, 7]) {
        await outputOf(i).scrollIntoViewIfNeeded();
        await page.screenshot({ path: join(screens, `desk-${theme.toLowerCase()}-${i}.png`) });
      }
      expect(await faintest()).toBeGreaterThanOrEqual(4.5);
    }
    expect(problems).toEqual([]);
  });

  /** The least contrast of any text of the desk with what is behind it, as WCAG computes it. */
  function faintest(): Promise<number> {
    return page.evaluate(() => {
      type Colour = [number, number, number, number];
      const parse = (text: string): Colour => {
        const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
        return [r, g, b, a];
      };
      const over = ([r, g, b, a]: Colour, [R, G, B]: Colour): Colour => [
        r * a + R * (1 - a),
        g * a + G * (1 - a),
        b * a + B * (1 - a),
        1,
      ];
      const behind = (element: Element | null): Colour => {
        if (!element) return [255, 255, 255, 1];
        const own = parse(getComputedStyle(element).backgroundColor);
        return own[3] === 1 ? own : over(own, behind(element.parentElement));
      };
      const light = (colour: Colour) => {
        const [r, g, b] = colour.map((c) =>
          c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
      };
      const texts = document.querySelectorAll(
        '.neurona-question :is(legend, label span, button, strong, p, code), [role="status"] :is(strong, p, code, span, li)',
      );
      const contrasts = [...texts].map((element) => {
        const back = behind(element);
        const [a, b] = [light(over(parse(getComputedStyle(element).color), back)), light(back)];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      });
      return Math.min(...contrasts);
    });
  }
});
