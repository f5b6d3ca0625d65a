/** What tslab calls a builder: the files of a cell at once, its program when somebody asks. */
import type * as TypeScript from '@tslab/typescript-for-tslab';

type SourceFile = TypeScript.SourceFile;

/** TypeScript as it is; its types leave these out. */
export type Compiler = typeof TypeScript & {
  bindSourceFile(file: SourceFile, options: TypeScript.CompilerOptions): void;
  createCompilerHostWorker(
    options: TypeScript.CompilerOptions,
    setParentNodes: boolean | undefined,
    system: TypeScript.System,
  ): TypeScript.CompilerHost;
  getSetExternalModuleIndicator(options: TypeScript.CompilerOptions): (file: SourceFile) => void;
};

/** The part of a builder that tslab uses. */
export interface Builder {
  getProgram(): TypeScript.Program;
  getSourceFile(fileName: string): SourceFile | undefined;
  getAllDependencies(file: SourceFile): string[];
  emit: TypeScript.Program['emit'];
}

type Change = (checker: TypeScript.TypeChecker) => TypeScript.TransformerFactory<SourceFile>[];

/** What becomes of each cell before TypeScript and tslab change it. */
export const beforehand: Change[] = [];

let newest: (() => TypeScript.Program) | undefined;

/** The program of what tslab compiled or looked at last; undefined before there was anything. */
export function newestProgram(): TypeScript.Program | undefined {
  return newest?.();
}

/** What a source file knows of its imports, and TypeScript's types don't tell. */
interface Resolved {
  resolvedModules?: { forEach(visit: (found: { resolvedModule?: { resolvedFileName: string } }) => void): void };
}

/**
 * tslab builds each cell twice, first to find the names that it declares. These stand in its own source file, parsed and
 * bound; so that file is handed out before there is a program, which takes the longer part of the time.
 */
export function createBuilder(
  ts: Compiler,
  host: TypeScript.CompilerHost,
  options: TypeScript.CompilerOptions,
  createProgram: () => TypeScript.Program,
): Builder {
  let program: TypeScript.Program | undefined;
  const getProgram = () => (program ??= createProgram());
  newest = getProgram;
  const how = {
    languageVersion: options.target!,
    setExternalModuleIndicator: ts.getSetExternalModuleIndicator(options), // as a program asks for its files
  };
  return {
    getProgram,
    getSourceFile(fileName) {
      const file = program ? program.getSourceFile(fileName) : host.getSourceFile(fileName, how);
      // tslab reads a file's locals and parents, which are the binder's work; a file is bound once.
      if (file) ts.bindSourceFile(file, options);
      return file;
    },
    getAllDependencies: (file) => dependencies(getProgram(), file),
    emit: (file, write, cancel, onlyDeclarations, transformers) =>
      getProgram().emit(file, write, cancel, onlyDeclarations, {
        ...transformers,
        before: beforehand.flatMap((change) => change(getProgram().getTypeChecker())),
      }),
  };
}

/** The source files that a file imports, itself first and theirs included; declarations have no part in this. */
function dependencies(program: TypeScript.Program, file: SourceFile): string[] {
  const found = new Set([file.fileName]);
  for (const fileName of found) {
    const source: (SourceFile & Resolved) | undefined = program.getSourceFile(fileName);
    source?.resolvedModules?.forEach(({ resolvedModule }) => {
      const imported = resolvedModule && program.getSourceFile(resolvedModule.resolvedFileName);
      if (imported && !imported.isDeclarationFile) found.add(imported.fileName);
    });
  }
  return [...found];
}
