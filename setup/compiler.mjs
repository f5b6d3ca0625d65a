/** A C++ compiler: the system's, else zig's, which is a package of PyPI. */
import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { inRoot, inVenv, made } from './paths.mjs';
import { run } from './run.mjs';

const zig = join(made, 'zig');

/** The compiler of the system, with its version; CXX names another. @returns {{ command: string, version: string } | undefined} */
export function systemCompiler() {
  for (const command of process.env.CXX ? [process.env.CXX] : ['c++', 'g++', 'clang++']) {
    const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
    if (status === 0) return { command, version: stdout.split('\n')[0] ?? '' };
  }
  return undefined;
}

/** Runs `use` with a compiler: its command, its first arguments and its environment. Fetches zig if the system has none.
 * @param {(command: string, args: string[], env: NodeJS.ProcessEnv) => Promise<unknown>} use */
export async function withCompiler(use) {
  const system = systemCompiler();
  if (system) return use(system.command, [], {});
  await fetchZig();
  const cache = join(zig, 'cache');
  const env = { PYTHONPATH: zig, ZIG_GLOBAL_CACHE_DIR: cache, ZIG_LOCAL_CACHE_DIR: cache };
  await use(inVenv('python'), ['-m', 'ziglang', 'c++'], env);
  rmSync(zig, { recursive: true, force: true }); // half a gigabyte with its cache, and not needed any more
}

async function fetchZig() {
  if (existsSync(zig)) return;
  try {
    await run('a C++ compiler (zig, since the system has none)', inVenv('python'), [
      ...['-m', 'pip', 'install', '--no-deps', '--require-hashes', '--no-input', '--only-binary', ':all:'],
      ...['--upgrade', '--target', `${zig}.partial`, '-r', inRoot('setup/ziglang.txt')],
    ]);
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'interrupted') throw error;
    throw new Failure(
      'compiler',
      `Native TensorFlow needs a C++ compiler, and there is none: ${error.message}`,
      'Install one (sudo apt install g++; xcode-select --install), then run the same command again.',
    );
  }
  renameSync(`${zig}.partial`, zig);
}
