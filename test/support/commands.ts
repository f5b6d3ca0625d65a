/** The instructor's commands of the README, run in a course folder of the test's own. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot, inVenv, root } from './paths';

/** How a command ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export class CourseFolder {
  readonly folder: string;

  /** Inside the clone's .neurona, with a copy of solutions/. */
  constructor() {
    mkdirSync(inRoot('.neurona', 'courses'), { recursive: true });
    this.folder = mkdtempSync(inRoot('.neurona', 'courses', 'class-'));
    cpSync(inRoot('solutions'), join(this.folder, 'solutions'), { recursive: true });
  }

  path(...parts: string[]): string {
    return join(this.folder, ...parts);
  }

  write(path: string, content: string | object): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), typeof content === 'string' ? content : JSON.stringify(content));
  }

  read(path: string): string {
    return readFileSync(this.path(path), 'utf8');
  }

  /** Starts `npm run …`; `ended` tells how it went. */
  start(command: string, ...args: string[]): { child: ChildProcess; ended: Promise<Ended> } {
    const child = spawn('npm', ['run', '-s', command, '--', ...args], {
      cwd: root,
      env: { ...process.env, NEURONA_COURSE: this.folder, SECRET_OF_THE_INSTRUCTOR: 'secret' },
      detached: true, // a group of its own, so that Ctrl-C reaches all of it as in a terminal
    });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
    const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, ...said })));
    return { child, ended };
  }

  run(command: string, ...args: string[]): Promise<Ended> {
    return this.start(command, ...args).ended;
  }

  /** The points of each graded cell, by student, from the gradebook by nbgrader's own API. */
  marks(assignment: string): Record<string, Record<string, number>> {
    const args = ['-W', 'ignore', '-c', marks, this.path('grading/gradebook.db'), assignment];
    const env = { ...process.env, PATH: `${inRoot('.venv', 'bin')}:${process.env.PATH}` };
    return JSON.parse(execFileSync(inVenv('python'), args, { encoding: 'utf8', env })) as never;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const marks = `
import json, sys
from nbgrader.api import Gradebook
with Gradebook(f"sqlite:///{sys.argv[1]}") as book:
    print(json.dumps({
        submission.student.id: {grade.cell.name: grade.score for notebook in submission.notebooks for grade in notebook.grades}
        for submission in book.assignment_submissions(sys.argv[2])
    }))
`;
