/**
 * In place of TypeScript's watch: tslab gets a builder for each version of a cell, and nothing is watched or compared
 * that a cell has no use for. TypeScript's own puts a watcher on every declaration file, and on every folder where one
 * was sought in vain.
 */
import type * as TypeScript from '@tslab/typescript-for-tslab';
import { createBuilder, type Builder, type Compiler } from './builder';
import type { Disk } from './disk';
import { Files, mayChange } from './files';

/** What tslab takes from `createWatchCompilerHost` to `createWatchProgram`; the callback is its own. */
export interface WatchHost {
  rootFiles: string[];
  options: TypeScript.CompilerOptions;
  system: TypeScript.System;
  afterProgramCreate?: (builder: Builder) => void;
}

/** The part of a watch that tslab uses. */
export interface Watch {
  updateRootFileNames(rootFiles: string[]): void;
  close(): void;
}

export function createWatch(ts: Compiler, disk: Disk, watchHost: WatchHost): Watch {
  const { options, system } = watchHost;
  let { rootFiles } = watchHost;
  let newRoots = true;
  let waiting = false;
  let oldProgram: TypeScript.Program | undefined;
  const files = new Files(ts, system, schedule);
  const host = createHost(ts, files, watchHost);

  /** Asks tslab for the moment to build, once for all that changes until then. */
  function schedule(): void {
    if (waiting) return;
    waiting = true;
    system.setTimeout!(build, 0);
  }

  function build(): void {
    disk.look(); // before `waiting` ends, for what has changed is part of this build
    waiting = false;
    const changed = files.refresh();
    if (!changed && !newRoots) return; // tslab keeps the builder it has
    newRoots = false;
    const rootNames = rootFiles;
    const builder = createBuilder(ts, host, options, () => {
      oldProgram = ts.createProgram({ rootNames, options, host, oldProgram });
      return oldProgram;
    });
    watchHost.afterProgramCreate?.({
      ...builder,
      emit: (...args) => {
        for (const name of rootNames) files.forget(name); // tslab cuts the declarations out of their tree
        return builder.emit(...args);
      },
    });
  }

  for (const name of rootFiles) files.watch(name); // before anybody asks for them: tslab tells of new cells by this
  build();
  return {
    updateRootFileNames(names) {
      rootFiles = names;
      newRoots = true;
      for (const name of rootFiles) files.watch(name);
      schedule();
    },
    close: () => files.close(),
  };
}

function createHost(ts: Compiler, files: Files, { options, system }: WatchHost): TypeScript.CompilerHost {
  return {
    ...ts.createCompilerHostWorker(options, undefined, system),
    getSourceFile: (fileName, how) => files.get(fileName, typeof how === 'object' ? how : { languageVersion: how }),
    // A file beside the notebook may import one that comes later, or that gives way to another.
    hasInvalidatedResolutions: (path) => mayChange(path) && !path.endsWith('.d.ts'),
    hasChangedAutomaticTypeDirectiveNames: () => false,
  } as TypeScript.CompilerHost;
}
