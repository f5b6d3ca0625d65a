/** The API reference: npm run docs makes a page for each function, which a student finds by searching. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicApi } from '../support/api';
import { executablePath, openBrowser } from '../support/browser';
import { inRoot } from '../support/paths';

const folder = inRoot('.neurona/docs');
/** A class that is exported as a type alone, as those of widgets are, stands with the interfaces. */
const hasPage = (name: string) =>
  ['functions', 'classes', 'interfaces'].some((kind) => existsSync(`${folder}/${kind}/${name}.html`));

describe('npm run docs', () => {
  let said = '';
  beforeAll(() => {
    said = execFileSync(process.execPath, [inRoot('setup/docs.mjs')], { encoding: 'utf8', stdio: 'pipe' });
  }, 120_000);

  it('says where the reference is', () => {
    expect(said).toContain(`${pathToFileURL(folder).href}/index.html`);
  });

  it('makes a page for each function and each class', () => {
    // A function of a function, such as sigmoid.derivative, stands on the page of the other.
    const own = publicApi().filter(({ kind, name }) => /^(function|class)$/.test(kind) && name.split('.').length <= 2);
    expect(own.length).toBeGreaterThan(100);
    expect(own.filter(({ name }) => !hasPage(name)).map(({ name }) => name)).toEqual([]);
  });

  it('can be searched, without a network', async (test) => {
    test.skip(!executablePath, 'no Chromium on this machine (CHROMIUM=/path/to/chromium names one)');
    const browser = await openBrowser();
    const tab = await browser.newPage();
    const outside: string[] = [];
    tab.on('request', (request) => /^https?:/.test(request.url()) && outside.push(request.url()));
    await tab.goto(pathToFileURL(`${folder}/index.html`).href);
    await tab.keyboard.press('/');
    await tab.locator('#tsd-search-input').fill('spiral');
    await tab.locator('#tsd-search-results a', { hasText: 'data.spiral' }).click();
    await tab.getByRole('heading', { name: 'Function spiral' }).waitFor();
    expect(outside).toEqual([]);
    await browser.close();
  });
});
