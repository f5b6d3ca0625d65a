/** Formgrader in a real browser, on the server's own origin: a grader's work is done there, and no script of a student's. */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executablePath, openBrowser, screens, startIn, stop } from '../support/browser';
import { assignment, theClass } from '../support/class';
import { CourseFolder } from '../support/commands';
import { readNotebook } from '../support/notebooks';

describe('formgrader', () => {
  const course = new CourseFolder();
  let server: ChildProcess | undefined;
  let browser: Browser | undefined;
  let page: Page;
  const refused: string[] = [];
  const problems: string[] = [];

  beforeAll(async () => {
    if (!executablePath) return;
    const folder = `grading/submitted/hostile/${assignment}`;
    course.write(
      `${folder}/${assignment}.ipynb`,
      theClass(readNotebook(`exercises/${assignment}/${assignment}.ipynb`)).scripts!.notebook,
    );
    course.write(
      `${folder}/page.html`,
      "<script>document.title = 'ran'; document.cookie = 'ran=1';</script><p>read</p>",
    );
    expect(await course.run('grade')).toMatchObject({ code: 0 });
    const started = await startIn(course.folder);
    server = started.server;
    const address = new URL(started.url);
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1200, height: 1400 } });
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.text().includes('Content Security Policy') && refused.push(message.text()));
    await page.route(/cdnjs/, (route) => route.abort()); // formulas need a network, nothing else does
    address.pathname = '/tree'; // gives the cookie
    await page.goto(address.href);
    await page.goto(new URL(`/formgrader/gradebook/${assignment}/${assignment}`, address).href);
    await page.getByRole('link', { name: 'Submission #1' }).click();
    await page.locator('.nbgrader_cell').first().waitFor();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    if (server) await stop(server);
    course.remove();
  });

  const ran = () => page.evaluate(() => [document.title, document.cookie.includes('ran=')]);

  it('draws the figures of a submission and runs no script in it: element, handler, link, frame', async (test) => {
    test.skip(!executablePath, 'no Chromium on this machine (CHROMIUM=/path/to/chromium names one)');
    await page.locator('.neurona-figure .main-svg').first().waitFor();
    await page.screenshot({ path: join(screens, 'formgrader.png'), fullPage: true });
    expect(await page.locator('#planted').count()).toBeGreaterThan(1); // what is to do no harm is there
    for (const planted of await page.locator('#planted').all()) await planted.dispatchEvent('click');
    expect(await ran()).toEqual([assignment, false]);
    for (const what of ['inline script', 'event handler', 'JavaScript URL']) expect(refused.join('\n')).toContain(what);
    expect(problems).toEqual([]);
  });

  it('keeps a mark and a comment that are given there', async (test) => {
    test.skip(!executablePath, 'no Chromium on this machine');
    const saved = () => page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
    const [mark, comment] = [page.locator('#six-check'), page.locator('#six-answer-comment')];
    await expect.poll(() => mark.getAttribute('placeholder')).toBe('3'); // what autograde gave
    await Promise.all([saved(), mark.fill('2').then(() => mark.blur())]);
    await Promise.all([saved(), comment.fill('Well seen.').then(() => comment.blur())]);
    await page.reload();
    await expect.poll(() => mark.inputValue()).toBe('2');
    await expect.poll(() => comment.inputValue()).toBe('Well seen.');
    expect(course.marks(assignment)).toMatchObject({ hostile: { 'six-check': 2 } });
  });

  it('shows or hides a name by the template’s own handlers, and goes on to the next submission', async (test) => {
    test.skip(!executablePath, 'no Chromium on this machine');
    await page.locator('.glyphicon.name-hidden').click();
    await page.getByText('hostile').waitFor();
    await page.getByRole('link', { name: /Next/ }).click();
    await page.waitForURL(`**/formgrader/gradebook/${assignment}/${assignment}`); // it was the last one
    await page.goBack();
  });

  it('shows a page that was handed in, without running its script', async (test) => {
    test.skip(!executablePath, 'no Chromium on this machine');
    await page.goto(new URL('page.html', page.url()).href);
    await page.getByText('read').waitFor();
    expect(await page.title()).toBe('');
  });
});
