/** A real browser, and the course's JupyterLab in it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { jupyterEnv } from '../../setup/paths.mjs';
import { inRoot, inVenv, root } from './paths';

/** Where Chromium is, if it is. */
export const executablePath = findChromium();
/** Where pictures go that people are to look at. */
export const screens = inRoot('.neurona', 'screens');

export async function openBrowser(): Promise<Browser> {
  mkdirSync(screens, { recursive: true });
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** Opens a menu of JupyterLab, its submenus, and clicks the last entry. */
export async function choose(page: Page, menu: string, ...entries: string[]): Promise<void> {
  await page.locator('.lm-MenuBar-itemLabel', { hasText: new RegExp(`^${menu}$`) }).click();
  for (const entry of entries) {
    await page.locator('.lm-Menu-itemLabel', { hasText: new RegExp(`^${entry}$`) }).click();
  }
}

/** Starts the course as the README says, without opening a browser of its own. */
export function start(): Promise<{ server: ChildProcess; url: string }> {
  const server = spawn(process.execPath, ['setup/start.mjs', '--no-browser', '--ServerApp.port=0'], { cwd: root });
  return urlOf(server, /JupyterLab: (http:\S+)/);
}

/** Starts the JupyterLab that set-up has made, on a folder. */
export function startIn(folder: string): Promise<{ server: ChildProcess; url: string }> {
  const root = process.getuid?.() === 0 ? ['--allow-root'] : [];
  const args = [`--ServerApp.root_dir=${folder}`, '--ServerApp.ip=localhost', '--ServerApp.port=0', '--no-browser'];
  const env = { ...process.env, ...jupyterEnv };
  const server = spawn(inVenv('jupyter-lab'), [...args, '--ServerApp.answer_yes=True', ...root], { cwd: folder, env });
  return urlOf(server, /(http:\/\/localhost:\d+\/lab\?token=\w+)/);
}

export async function stop(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  if (server.exitCode === null && server.signalCode === null) await ended;
}

function urlOf(server: ChildProcess, pattern: RegExp): Promise<{ server: ChildProcess; url: string }> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const url = pattern.exec(said)?.[1];
      if (url) resolve({ server, url });
    };
    server.stdout!.on('data', hear);
    server.stderr!.on('data', hear);
    server.once('exit', () => reject(new Error(`JupyterLab ended: ${said}`)));
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
