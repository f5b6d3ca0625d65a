/**
 * Keeps what V8 makes of large modules on the disk. TypeScript is 8 MB of text, TensorFlow.js is 5: with the code of the
 * last kernel at hand, neither is compiled again. Without it, all works as before, only slower.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** Node's own way to compile a module; `format` is there from Node 22 on. */
type Compile = (this: NodeModule, content: string, fileName: string, format?: string) => unknown;
const loader = require('node:module') as { prototype: { _compile: Compile }; wrap(content: string): string };

/** Smaller modules compile faster than a file is read. */
const smallest = 200_000;
/** A line for the shell, or a call of import(), which kept code can't answer. */
const special = /^#!|(?<![.\w$`'"]|typeof )import\s*\(/;
/** By then the functions that a session needs have run once, and are part of the code. */
const delay = 1500;
const stampLength = 64;

export class CodeCache {
  private readonly fresh = new Map<string, { script: Script; stamp: string }>();
  private timer: NodeJS.Timeout | undefined;

  /** The folder is made when there is something to keep in it. */
  constructor(private readonly folder: string) {}

  /** From now on, large modules of packages are compiled by way of this cache. */
  install(): void {
    const compile = loader.prototype._compile;
    const find = (content: string, fileName: string) => this.find(content, fileName);
    loader.prototype._compile = function (content, fileName, format, ...rest) {
      const script = (format ?? 'commonjs') === 'commonjs' ? find(content, fileName) : undefined;
      if (!script) return compile.call(this, content, fileName, format, ...rest);
      const run = script.runInThisContext() as (...args: unknown[]) => unknown;
      return run.call(this.exports, this.exports, createRequire(fileName), this, fileName, dirname(fileName));
    };
  }

  /** Writes the code of the modules that had none, or an old one; where that can't be, the next kernel compiles again. */
  save(): void {
    for (const [file, { script, stamp }] of this.fresh) {
      const partial = `${file}.${process.pid}`; // two kernels may write at once
      try {
        mkdirSync(this.folder, { recursive: true });
        writeFileSync(partial, Buffer.concat([Buffer.from(stamp), script.createCachedData()]));
        renameSync(partial, file);
      } catch {
        break;
      }
    }
    this.fresh.clear();
  }

  /** The module as a script; undefined if Node has to compile it in its own way. */
  private find(content: string, fileName: string): Script | undefined {
    if (content.length < smallest || !fileName.includes('node_modules')) return undefined;
    const { size, mtimeMs, ctimeMs } = statSync(fileName);
    const stamp = digest([size, mtimeMs, ctimeMs]); // V8 itself compares no more than the length
    const key = digest([fileName, process.version, process.arch]).slice(0, 16);
    const file = join(this.folder, `${basename(fileName)}-${key}`);
    const cachedData = read(file, stamp);
    if (!cachedData && special.test(content)) return undefined;
    const columnOffset = -loader.wrap('').indexOf('\n');
    const script = new Script(loader.wrap(content), { filename: fileName, columnOffset, cachedData });
    if (!cachedData || script.cachedDataRejected) this.remember(file, { script, stamp });
    return script;
  }

  private remember(file: string, compiled: { script: Script; stamp: string }): void {
    this.fresh.set(file, compiled);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), delay).unref();
  }
}

function read(file: string, stamp: string): Buffer | undefined {
  try {
    const kept = readFileSync(file);
    return kept.toString('latin1', 0, stampLength) === stamp ? kept.subarray(stampLength) : undefined;
  } catch {
    return undefined;
  }
}

function digest(parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
