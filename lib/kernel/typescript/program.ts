/** Hands tslab a TypeScript whose watch is ours; to be loaded before tslab, which takes its compiler as it then is. */
import type * as TypeScript from '@tslab/typescript-for-tslab';
import type { Compiler } from './builder';
import { Disk } from './disk';
import { createWatch, type WatchHost } from './watch';

const name = '@tslab/typescript-for-tslab';

/** Packages whose types hold without an import. By default all of @types do, and what a tool has brought along is read. */
const global = ['node'];

/** TypeScript's exports can't be assigned to, so tslab is handed a copy of them. */
function lightenTypeScript(): void {
  const ts = require(name) as Compiler;
  const disk = new Disk();
  ts.sys.watchFile = (fileName, callback) => disk.watch(fileName, callback);
  const createWatchCompilerHost = (
    rootFiles: string[],
    options: TypeScript.CompilerOptions,
    system: TypeScript.System,
  ): WatchHost => ({ rootFiles, options: { ...options, types: global }, system });
  const createWatchProgram = (host: WatchHost) => createWatch(ts, disk, host);
  require.cache[require.resolve(name)]!.exports = Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(ts),
      createWatchCompilerHost: { value: createWatchCompilerHost, enumerable: true },
      createWatchProgram: { value: createWatchProgram, enumerable: true },
    },
  );
}

lightenTypeScript();
