/**
 * A lighter builder for tslab's compiler. TypeScript's own lists the references of every declaration file anew for each
 * cell, 75 ms with TensorFlow in scope, for an incremental build that a cell has no use for.
 */
import type * as TypeScript from '@tslab/typescript-for-tslab';

/** TypeScript as it is; its types leave the binder out. */
type Compiler = typeof TypeScript & {
  bindSourceFile(file: TypeScript.SourceFile, options: TypeScript.CompilerOptions): void;
};
type Builder = TypeScript.EmitAndSemanticDiagnosticsBuilderProgram;
/** What a source file knows of its imports, and TypeScript's types don't tell. */
interface Resolved {
  resolvedModules?: { forEach(visit: (found: { resolvedModule?: { resolvedFileName: string } }) => void): void };
}

const name = '@tslab/typescript-for-tslab';
let newest: TypeScript.Program | undefined;

/** The program that tslab has built last, which its converter keeps to itself. */
export function newestProgram(): TypeScript.Program | undefined {
  return newest;
}

/**
 * Puts the lighter builder in the place of the usual one. TypeScript's exports can't be assigned to, so tslab, which is
 * loaded after this, is handed a copy of them.
 */
function lightenTypeScript(): void {
  const ts = require(name) as Compiler;
  const createWatchCompilerHost = (...[files, options, system, , ...reports]: unknown[]) =>
    (ts.createWatchCompilerHost as (...args: unknown[]) => unknown)(
      files,
      options,
      system,
      createBuilder(ts),
      ...reports,
    );
  require.cache[require.resolve(name)]!.exports = Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(ts),
      createWatchCompilerHost: { value: createWatchCompilerHost, enumerable: true },
    },
  );
}

function createBuilder(ts: Compiler): TypeScript.CreateProgram<Builder> {
  return (rootNames, options, host, old, configFileParsingDiagnostics, projectReferences) => {
    const oldProgram = old?.getProgram();
    // No names: nothing has changed, and the program stays as it is.
    if (!rootNames) return builderOf(ts, oldProgram!);
    return builderOf(
      ts,
      ts.createProgram({
        rootNames,
        options: options!,
        host: host!,
        oldProgram,
        configFileParsingDiagnostics,
        projectReferences,
      }),
    );
  };
}

/** The part of a builder that TypeScript's watch and tslab's converter use. */
function builderOf(ts: Compiler, program: TypeScript.Program): Builder {
  newest = program;
  const part: Partial<Builder> & { getProgramOrUndefined(): TypeScript.Program } = {
    getProgram: () => program,
    getProgramOrUndefined: () => program,
    getSourceFile(fileName) {
      const file = program.getSourceFile(fileName);
      // tslab reads a file's locals and parents, which are the binder's work; a file is bound once.
      if (file) ts.bindSourceFile(file, program.getCompilerOptions());
      return file;
    },
    getAllDependencies: (file) => dependencies(program, file),
    emit: (...args) => program.emit(...args),
  };
  return part as Builder;
}

/** The source files that a file imports, itself first and theirs included; declarations have no part in this. */
function dependencies(program: TypeScript.Program, file: TypeScript.SourceFile): string[] {
  const found = new Set([file.fileName]);
  for (const fileName of found) {
    const source: (TypeScript.SourceFile & Resolved) | undefined = program.getSourceFile(fileName);
    source?.resolvedModules?.forEach(({ resolvedModule }) => {
      const imported = resolvedModule && program.getSourceFile(resolvedModule.resolvedFileName);
      if (imported && !imported.isDeclarationFile) found.add(imported.fileName);
    });
  }
  return [...found];
}

lightenTypeScript();
