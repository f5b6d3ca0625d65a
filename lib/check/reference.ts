/** The reference solution of an exercise, from the one place where it stands: the course's solutions/ folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { courseFolder } from './course';

/** A solution as it stands in solutions/, and the names that it declares: the student's version has the same. */
export interface Reference {
  code: string;
  names: string[];
}

interface Cell {
  cell_type: string;
  source: string | string[];
  metadata: { nbgrader?: { grade?: boolean; solution?: boolean } };
}

/** The solution of an exercise; undefined in a copy of the course that came without it. */
export function referenceFor(id: string, folder: string | undefined = courseFolder()): Reference | undefined {
  for (const cells of folder ? notebooks(join(folder, 'solutions'), id.slice(0, 2)) : []) {
    const code = solutionIn(cells, id);
    if (code !== undefined) return { code, names: [...code.matchAll(declaration)].map(([, name]) => name!) };
  }
  return undefined;
}

const declaration = /^(?:async\s+)?(?:function\*?|class|const|let|var)\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/gmu;
const marker = /^\s*\/\/\/ (?:BEGIN|END) SOLUTION[ \t]*\n?/gm;

/** The cells of each notebook of a lesson's solutions. */
function* notebooks(solutions: string, lesson: string): Generator<Cell[]> {
  for (const path of listed(solutions, (name) => name.startsWith(`${lesson}-`))) {
    for (const file of listed(path, (name) => name.endsWith('.ipynb'))) {
      yield (JSON.parse(readFileSync(file, 'utf8')) as { cells: Cell[] }).cells;
    }
  }
}

function listed(folder: string, wanted: (name: string) => boolean): string[] {
  try {
    return readdirSync(folder)
      .filter(wanted)
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return []; // removed, or not for these eyes
  }
}

/** The cells to be solved between the check of the exercise before and that of this one. */
function solutionIn(cells: readonly Cell[], id: string): string | undefined {
  const text = ({ source }: Cell) => (Array.isArray(source) ? source.join('') : source);
  const end = cells.findIndex((cell) => cell.metadata.nbgrader?.grade && text(cell).includes(`check('${id}'`));
  if (end === -1) return undefined;
  let start = end;
  while (start > 0 && !cells[start - 1]!.metadata.nbgrader?.grade) start -= 1;
  const solved = cells.slice(start, end).filter((cell) => cell.metadata.nbgrader?.solution);
  return solved.map((cell) => text(cell).replace(marker, '')).join('\n\n');
}
