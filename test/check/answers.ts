/**
 * Answers to exercises as data, for the tests of the checks: beside exercises.test.ts stands a file for each of
 * lib/check/exercises, which exports `answers`. An answer's code stands where the solution stands in solutions/.
 */
import { readdirSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import ts from 'typescript';
import * as neurona from '../../lib/index';
import { readNotebook, sourceOf, type Cell, type Notebook } from '../support/notebooks';
import { inRoot } from '../support/paths';

/** An answer that students give, and what the check has to say to it. */
export interface Wrong {
  /** What is wrong with it, in a few words. */
  name: string;
  /** What a student types in place of the stub. */
  code: string;
  /** The message it must get, whole or by a part of it. */
  message: string | RegExp;
  /** What it is worth. Default nothing. */
  points?: number;
  /** What the check shows beside its message, where that matters. */
  example?: { input?: string; expected?: string; came?: string };
}

/** The answers to one exercise. */
export interface Answers {
  /** Right answers by another way than that of solutions/; what the check says to them only where that matters. */
  right?: { name: string; code: string; message?: string | RegExp }[];
  /** Three wrong answers or more. */
  wrong: Wrong[];
}

/** All answers of the course, by exercise. */
export async function allAnswers(): Promise<Map<string, Answers>> {
  const files = readdirSync(inRoot('test/check')).filter((name) => /^\d\d-[^.]+\.ts$/.test(name));
  const all = new Map<string, Answers>();
  for (const file of files) {
    const { answers } = (await import(inRoot('test/check', file))) as { answers: Record<string, Answers> };
    for (const [id, each] of Object.entries(answers)) all.set(id, each);
  }
  return all;
}

/** What is handed to `check` in a lesson's notebook, once its cells up to there have run, with `code` for the solution. */
export async function attemptIn(folder: 'solutions' | 'exercises', id: string, code?: string): Promise<unknown> {
  const { cells } = notebookOf(folder, id);
  const end = cells.findIndex((cell) => isGraded(cell) && sourceOf(cell).includes(`check('${id}', `));
  if (end === -1) throw new Error(`${folder}/ has no graded cell with check('${id}', …)`);
  const [, checked] = new RegExp(`check\\('${id}', (.+)\\);`).exec(sourceOf(cells[end]!))!;
  const sources = cells
    .slice(0, end)
    .filter((cell) => cell.cell_type === 'code' && !isGraded(cell))
    .map(sourceOf);
  if (code !== undefined) {
    const answered = sources.pop()!; // the newest cell before the check is the one to be solved
    if (!solution.test(answered)) throw new Error(`${folder}/: the cell before check('${id}', …) has no solution`);
    sources.push(answered.replace(solution, () => code));
  }
  return run(`${sources.join('\n;\n')}\n;return ${checked};`);
}

const solution = /\/\/\/ BEGIN SOLUTION[^]*?\/\/\/ END SOLUTION/;

/** The notebooks' numbers of exercises, in order. */
export function checkedIn(path: string): string[] {
  const graded = readNotebook(path).cells.filter(isGraded).map(sourceOf);
  return graded.flatMap((source) => [...source.matchAll(/check\('([^']+)'/g)].map((match) => match[1]!));
}

function isGraded({ metadata }: Cell): boolean {
  return metadata.nbgrader?.grade === true;
}

function notebookOf(folder: string, id: string): Notebook {
  const lesson = readdirSync(inRoot(folder)).find((name) => name.startsWith(`${id.slice(0, 2)}-`));
  return readNotebook(`${folder}/${lesson}/${lesson}.ipynb`);
}

/** Runs TypeScript as a cell's, with this clone's sources of the library. */
function run(code: string): Promise<unknown> {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(code, { compilerOptions });
  const made = compileFunction(`return (async () => {${outputText}\n})()`, ['require', 'exports']) as Run;
  return made((name) => (name === 'neurona' ? neurona : undefined), {});
}

type Run = (require: (name: string) => unknown, exports: object) => Promise<unknown>;
