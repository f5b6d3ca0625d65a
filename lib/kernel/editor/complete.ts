/** Completion: how the word at the cursor may go on. */
import type * as TypeScript from '@tslab/typescript-for-tslab';
import { candidate, type Found, type Word } from './candidate';
import { compiler, neverCancelled } from './compiler';
import { isOffered, isPath, moduleNames, specifier, upOrHere } from './imports';
import { rank, type Candidate } from './rank';
import type { View } from './view';

/** Completions, and the part of the cell that each of them takes the place of. */
export interface Completions {
  start: number;
  end: number;
  candidates: Candidate[];
}

const preferences: TypeScript.UserPreferences = { includeCompletionsWithInsertText: true, quotePreference: 'single' };

export function complete(view: View, cursor: number): Completions {
  const position = cursor + view.offset;
  const { word, candidates } = find(view, position);
  const fitting = rank(candidates, view.file.text.slice(word.start, position));
  // Where brackets take the place of a dot, the dot belongs to what all of them replace.
  const start = Math.min(word.start, ...fitting.map(({ from }) => from ?? word.start));
  const before = view.file.text.slice(start, word.start);
  return {
    start: start - view.offset,
    end: word.end - view.offset,
    candidates: fitting.map(({ from, ...found }) =>
      from === undefined ? { ...found, text: before + found.text } : found,
    ),
  };
}

function find(view: View, position: number): { word: Word; candidates: Found[] } {
  const module = specifier(view, position);
  if (module && /^\.{1,2}$/.test(module.typed)) return { word: module, candidates: upOrHere() };
  if (module && !isPath(module.typed) && !module.typed.replace(/^@[^/]*\//, '').includes('/')) {
    const names = moduleNames();
    const bare = names.some(({ name }) => name.startsWith(module.typed));
    if (bare || !module.typed.includes('/')) return { word: module, candidates: names };
  }
  const found = ask(view, position);
  const entries = found?.entries ?? [];
  const word = module
    ? { start: position - /[^/]*$/.exec(module.typed)![0].length, end: module.end }
    : wordAt(view.file, position, found);
  const offered = entries.filter((entry) =>
    module ? isOffered(entry, module.typed) : !/^(\?\.)?\[Symbol/.test(entry.insertText ?? ''),
  );
  return { word, candidates: offered.map((entry) => candidate(entry, word, view)) };
}

function ask({ program, file }: View, position: number): TypeScript.CompletionInfo | undefined {
  const ts = compiler();
  const { sys } = ts;
  const host: Partial<TypeScript.LanguageServiceHost> = {
    getCompilationSettings: () => program.getCompilerOptions(),
    getCurrentDirectory: () => program.getCurrentDirectory(),
    fileExists: (path) => sys.fileExists(path),
    readFile: (path, encoding) => sys.readFile(path, encoding),
    readDirectory: (...query) => sys.readDirectory(...query),
    directoryExists: (path) => sys.directoryExists(path),
    getDirectories: (path) => sys.getDirectories(path),
  };
  return ts.Completions.getCompletionsAtPosition(
    host as TypeScript.LanguageServiceHost,
    program,
    () => undefined,
    file,
    position,
    preferences,
    undefined,
    undefined,
    neverCancelled,
    undefined,
  );
}

/** The compiler tells the span if it is a whole word or string; else it is what letters stand around the cursor. */
function wordAt(file: TypeScript.SourceFile, position: number, found: TypeScript.CompletionInfo | undefined): Word {
  const span =
    found?.optionalReplacementSpan ?? found?.entries.find(({ replacementSpan }) => replacementSpan)?.replacementSpan;
  const [before] = /[\p{ID_Continue}$\u200c\u200d]*$/u.exec(file.text.slice(0, position))!;
  const [after] = /^[\p{ID_Continue}$\u200c\u200d]*/u.exec(file.text.slice(position))!;
  const letters = { start: position - before.length, end: position + after.length };
  if (!span || (found?.isMemberCompletion && !found.optionalReplacementSpan)) return letters;
  return { start: span.start, end: span.start + span.length };
}
