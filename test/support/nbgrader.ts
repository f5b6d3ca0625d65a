/** Real nbgrader in a course folder of the test's own: released from solutions/, with submissions, graded. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { jupyterEnv } from '../../setup/paths.mjs';
import { sourceOf, type Notebook } from './notebooks';
import { inRoot, inVenv } from './paths';

/** A course folder; remove it when done. */
export interface Course {
  /** Puts another notebook in the place of one of the course's. */
  write(path: string, notebook: Notebook): void;
  /** Releases an assignment and returns the students' copy. */
  release(assignment: string): Promise<Notebook>;
  /** Hands a notebook in. */
  submit(student: string, assignment: string, notebook: Notebook): void;
  read(path: string): string;
  /** Runs a command of nbgrader's; fails with what it said. */
  nbgrader(args: string[], env?: NodeJS.ProcessEnv): Promise<unknown>;
  /** Grades what was handed in; returns the points of each graded cell, by student. */
  grade(assignment: string): Promise<Record<string, Record<string, number>>>;
  remove(): void;
}

/** A copy of the course's solutions/, inside the clone's .neurona so that tslab finds node_modules above it. */
export function makeCourse(): Course {
  mkdirSync(inRoot('.neurona', 'courses'), { recursive: true });
  const folder = mkdtempSync(inRoot('.neurona', 'courses', 'course-'));
  cpSync(inRoot('solutions'), join(folder, 'solutions'), { recursive: true });
  mkdirSync(join(folder, 'grading'));

  const nbgrader = (args: string[], env: NodeJS.ProcessEnv = {}) =>
    promisify(execFile)(inVenv('nbgrader'), args, {
      cwd: folder,
      env: { ...process.env, ...jupyterEnv, NEURONA_COURSE: folder, ...env },
      maxBuffer: 1e8,
    });

  const write = (path: string, notebook: Notebook) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(notebook));
  };

  return {
    write,
    nbgrader,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    async release(assignment) {
      await nbgrader(['generate_assignment', assignment, '--force']);
      return readNotebookAt(join(folder, 'exercises', assignment, `${assignment}.ipynb`));
    },
    submit: (student, assignment, notebook) =>
      write(`grading/submitted/${student}/${assignment}/${assignment}.ipynb`, notebook),
    async grade(assignment) {
      await nbgrader(['autograde', assignment, '--create']);
      const { stdout } = await promisify(execFile)(inVenv('python'), [
        '-c',
        marks,
        join(folder, 'grading/gradebook.db'),
        assignment,
      ]);
      return JSON.parse(stdout) as Record<string, Record<string, number>>;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Reads the marks from the gradebook by nbgrader's own API. */
const marks = `
import json, sys
from nbgrader.api import Gradebook
with Gradebook(f"sqlite:///{sys.argv[1]}") as book:
    print(json.dumps({
        submission.student.id: {grade.cell.name: grade.score for notebook in submission.notebooks for grade in notebook.grades}
        for submission in book.assignment_submissions(sys.argv[2])
    }))
`;

function readNotebookAt(path: string): Notebook {
  return JSON.parse(readFileSync(path, 'utf8')) as Notebook;
}

/** A copy of a notebook with other sources in some cells, named by their nbgrader grade_id (or cell id). */
export function withSources(notebook: Notebook, sources: Record<string, (source: string) => string>): Notebook {
  const changed = new Set<string>();
  const cells = notebook.cells.map((cell) => {
    const name = [cell.metadata.nbgrader?.grade_id as string, cell.id].find((key) => key in sources);
    if (!name) return cell;
    changed.add(name);
    return { ...cell, source: sources[name]!(sourceOf(cell)) };
  });
  for (const name of Object.keys(sources)) if (!changed.has(name)) throw new Error(`no cell ${name}`);
  return { ...notebook, cells };
}
