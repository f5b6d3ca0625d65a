/** The notebooks of the clone: which there are, what stands in them, and what happens when one is executed. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { inRoot, inVenv, root } from './paths';

/** A cell as nbformat 4.5 stores it. */
export interface Cell {
  id: string;
  cell_type: 'code' | 'markdown' | 'raw';
  source: string | string[];
  metadata: { tags?: string[]; nbgrader?: Record<string, unknown> };
  outputs?: unknown[];
  execution_count?: number | null;
}

/** A notebook as nbformat 4.5 stores it. */
export interface Notebook {
  cells: Cell[];
  metadata: { kernelspec?: Record<string, string> };
  nbformat: number;
  nbformat_minor: number;
}

/** What run_notebook.py tells. */
export interface Report {
  problems: string[];
  seconds: number;
  bytes: number;
  cells: { cell: number; id: string; seconds: number | null; status: string | null }[];
  outputs: { cell: number; types: string[]; text: string | null }[];
  /** Each figure that was drawn: its title, those of the axes that carry numbers or names, the words in its place. */
  figures: { title: string; axes: string[]; words: string }[];
}

/** Paths of the notebooks in a folder of the clone, in reading order. */
export function notebooksIn(folder: 'notebooks' | 'solutions' | 'exercises'): string[] {
  return readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ipynb') && !path.includes('.ipynb_checkpoints'))
    .map((path) => `${folder}/${path}`)
    .sort();
}

export function readNotebook(path: string): Notebook {
  return JSON.parse(readFileSync(inRoot(path), 'utf8')) as Notebook;
}

export const sourceOf = ({ source }: Cell): string => (Array.isArray(source) ? source.join('') : source);

/** Executes a notebook with our kernel, without changing it. */
export async function execute(path: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    inVenv('python'),
    [inRoot('test/support/run_notebook.py'), inRoot(path)],
    {
      cwd: root,
      maxBuffer: 1e9,
    },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Report;
}
