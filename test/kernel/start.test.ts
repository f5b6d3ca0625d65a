/** What makes a kernel start sooner changes nothing else: kept code is that of the module as it is, and nothing is loaded for good. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Compiler } from '../../lib/kernel/compiler';
import { warmUp } from '../../lib/kernel/start/warm-up';
import { Turn } from '../../lib/kernel/turn';
import { inRoot } from '../support/paths';

describe('the cache of code', () => {
  let folder: string;
  let cache: string;
  let large: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'neurona-code-'));
    cache = join(folder, 'cache');
    large = join(folder, 'node_modules', 'large.js');
    mkdirSync(join(folder, 'node_modules'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A module that is large enough, exports `value` and can throw in line 1, column 30. */
  const write = (value: string, more = '') =>
    writeFileSync(
      large,
      `exports.fail = () => { throw new Error('x'); };\nexports.file = __filename;\nexports.value = '${value}';\n${more}\n//${'-'.repeat(200_000)}`,
    );

  /** Loads the module in a process of its own and gives what it says. */
  const load = (say: string): string =>
    execFileSync(
      process.execPath,
      [
        '-e',
        `const { CodeCache } = require(${JSON.stringify(inRoot('lib/dist/kernel/start/code-cache.js'))});
         const cache = new CodeCache(${JSON.stringify(cache)});
         cache.install();
         const large = require(${JSON.stringify(large)});
         (async () => { console.log(${say}); cache.save(); })();`,
      ],
      { encoding: 'utf8' },
    ).trim();
  const kept = () => readdirSync(cache).map((name) => join(cache, name));

  it('keeps the code of a large module, once', () => {
    write('one');
    expect(load('large.value')).toBe('one');
    expect(kept()).toHaveLength(1);
    const { ino } = statSync(kept()[0]!);
    expect(load('large.value')).toBe('one');
    expect(kept().map((file) => statSync(file).ino)).toEqual([ino]); // it was good, so not written anew
  });

  it('gives modules what Node gives them: their name, and errors in their own lines', () => {
    write('one');
    const place =
      '(() => { try { large.fail(); } catch (error) { return /large.js:.*?(?=\\)?\\n)/.exec(error.stack)[0]; } })()';
    const say = `large.file + ' ' + ${place}`;
    expect([load(say), load(say)]).toEqual(Array(2).fill(`${large} large.js:1:30`));
  });

  it('leaves alone what calls import()', () => {
    write('one', "exports.load = () => import('node:path');");
    const say = 'typeof (await large.load()).join';
    expect([load(say), load(say)]).toEqual(['function', 'function']);
  });

  it('never serves old code for a module that has changed, though not in length', () => {
    write('one');
    load('large.value');
    write('two');
    expect([load('large.value'), load('large.value')]).toEqual(['two', 'two']);
  });

  it('is made anew where it is damaged', () => {
    write('one');
    load('large.value');
    const [file] = kept();
    const good = readFileSync(file!);
    writeFileSync(file!, good.subarray(0, good.length >> 1));
    expect(load('large.value')).toBe('one');
    expect(readFileSync(file!).length).toBeGreaterThan(good.length >> 1);
  });

  it('is left out where nothing can be written', () => {
    write('one');
    writeFileSync(cache, 'a file where the folder should be');
    expect([load('large.value'), load('large.value')]).toEqual(['one', 'one']);
  });
});

/** Runs code after TensorFlow has begun to load in a thread, and gives what it prints; a crash is an error. */
function beside(code: string): string {
  const script = `
    require(${JSON.stringify(inRoot('lib/dist/kernel/start/preload.js'))}).preloadTensorFlow();
    const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    (async () => { ${code} })();`;
  return execFileSync(process.execPath, ['-e', script], { cwd: inRoot(), encoding: 'utf8', stdio: 'pipe' }).trim();
}

const addon = inRoot('node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node');

describe('TensorFlow that loads beside', () => {
  beforeEach(({ skip }) => skip(!existsSync(addon), 'native TensorFlow is not built here'));

  it.each([0, 60, 120, 1500])('lets a process end well that ends %i ms later', (ms) => {
    expect(beside(`await after(${ms}); console.log('end'); process.exit();`)).toBe('end');
  });

  it.each([0, 1500])('computes for whoever asks for it %i ms later', (ms) => {
    const shim = `require(${JSON.stringify(inRoot('lib/dist/node-compat.js'))}); `; // newer Nodes lack what it calls
    const compute = "require('@tensorflow/tfjs-node').tensor([1, 2, 3]).square().sum().dataSync()[0]";
    expect(beside(`${shim} await after(${ms}); console.log(${compute}); process.exit();`)).toBe('14');
  });

  it('is not loaded for a course that asks for none', () => {
    const loaded = "process.report.getReport().sharedObjects.some((file) => file.includes('tfjs_binding'))";
    const ask = (backend: string) =>
      execFileSync(
        process.execPath,
        [
          '-e',
          `require(${JSON.stringify(inRoot('lib/dist/kernel/start/preload.js'))}).preloadTensorFlow();
           setTimeout(() => { console.log(${loaded}); process.exit(); }, 1500);`,
        ],
        { encoding: 'utf8', stdio: 'pipe', env: { ...process.env, NEURONA_BACKEND: backend } },
      ).trim();
    expect([ask('cpu'), ask('')]).toEqual(['false', 'true']);
  });
});

describe('a kernel that waits for its first cell', () => {
  it('looks at what most notebooks import, one by one, until that cell comes', async () => {
    const seen: string[] = [];
    const compiler = {
      count: 0,
      node: {
        inspect(declarations: string, code: string) {
          seen.push(declarations + code);
          if (code.includes('tfjs-layers')) compiler.count = 1;
        },
      },
    };
    await warmUp(compiler as unknown as Compiler, new Turn());
    expect(seen).toEqual(['', "import '@tensorflow/tfjs-core';", "import '@tensorflow/tfjs-layers';"]);
  });
});
