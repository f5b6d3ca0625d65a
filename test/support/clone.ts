/** A small clone to break: the files that set-up reads, in a folder of its own, with tools and registries of the test's choosing. */
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from './paths';

/** What a program said and how it ended. */
export interface Ending {
  code: number | null;
  output: string;
}

/** Nothing listens there, so every registry is out of reach; and no cache remembers what it once said. */
export const noNetwork = {
  npm_config_registry: 'http://127.0.0.1:9/',
  npm_config_fetch_retries: '0',
  PIP_INDEX_URL: 'http://127.0.0.1:9/simple',
  PIP_FIND_LINKS: '',
  PIP_RETRIES: '0',
  PIP_NO_CACHE_DIR: '1',
};

/** A small clone; remove it when done. `folder` is where it is to be, a new temporary folder if none is given. */
export class Clone {
  readonly folder: string;

  constructor({ folder = mkdtempSync(join(tmpdir(), 'neurona-')), packages = true } = {}) {
    this.folder = folder;
    for (const file of [
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'requirements.txt',
      'lib/package.json',
      'setup',
    ]) {
      cpSync(inRoot(file), join(folder, file), { recursive: true });
    }
    // The npm packages of the clone under test, so that the steps after them can be tried in seconds.
    if (packages) this.linkPackages();
  }

  /** A link for each package, not one for all: what a broken run removes here must not be removed there. */
  private linkPackages(): void {
    mkdirSync(join(this.folder, 'node_modules'));
    for (const name of readdirSync(inRoot('node_modules'))) {
      symlinkSync(inRoot('node_modules', name), join(this.folder, 'node_modules', name));
    }
  }

  /** Writes a program for the PATH of this clone. */
  tool(name: string, script: string): string {
    const file = this.write(`tools/${name}`, script);
    chmodSync(file, 0o755);
    return file;
  }

  write(name: string, text: string | Buffer): string {
    const file = join(this.folder, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  /**
   * Runs set-up, or a module of the test's own, in this clone. As soon as `until` holds, a signal ends it: SIGKILL takes
   * the program alone, SIGINT the commands it runs as well, as Ctrl-C does.
   */
  async run(
    program: string,
    {
      env = {},
      until,
      signal = 'SIGKILL',
    }: { env?: NodeJS.ProcessEnv; until?: () => boolean; signal?: 'SIGKILL' | 'SIGINT' } = {},
  ): Promise<Ending> {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      cwd: this.folder,
      env: { ...process.env, npm_config_cache: join(this.folder, 'npm-cache'), npm_execpath: undefined, ...env },
      detached: true, // a process group of its own
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const watch = setInterval(() => {
      if (!until?.()) return;
      clearInterval(watch);
      process.kill(signal === 'SIGINT' ? -child.pid! : child.pid!, signal);
    }, 1);
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    clearInterval(watch);
    return { code, output };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The whole set-up, as npm start and npm test do it first. */
export const setUp = `
import { main, setUp } from './setup/setup.mjs';
await main(async () => console.log('native:', (await setUp()) ?? 'available'));
`;

/** One step alone, by its file and name. */
export const step = (file: string, name: string) => `
import { main } from './setup/setup.mjs';
import { ${name} } from './setup/steps/${file}.mjs';
await main(async () => {
  if (!${name}.state().done) await ${name}.make();
  console.log(JSON.stringify({ ...${name}.state(), damage: await ${name}.damage?.() }));
});
`;
