/**
 * What a student has done, a line each in a file of the clone. A line is added by one write at the file's end, so two
 * kernels at once lose nothing of each other's, and a write that is cut off costs its own line only.
 */
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isAttended } from '../display';
import { courseFolder } from './course';

/** Something a student has done, and with which exercise or question. */
export type Entry =
  | { did: 'attempt'; id: string; passed: boolean }
  | { did: 'hint'; id: string; step: number }
  | { did: 'answer'; id: string; answer: string; right: boolean }
  | { did: 'prediction'; id: string; answer: string };

/** What was read: the entries, oldest first, and what is wrong with the file. */
export interface Diary {
  entries: Entry[];
  /** Where it is kept; undefined for what is forgotten with the process. */
  file?: string;
  /** How many lines can't be read. They stay where they are. */
  damaged: number;
  /** Why nothing can be read or written. */
  problem?: string;
}

/** What this process alone knows: where there is no file, or none that can be written. */
const unwritten: Entry[] = [];
let unwritable: string | undefined;
/** A message from a widget comes between cells: whether a person is there shows while a cell runs. */
let attended = false;

/** Adds an entry. */
export function note(entry: Entry): void {
  const file = diaryFile();
  if (!file) return void unwritten.push(entry);
  try {
    mkdirSync(dirname(file), { recursive: true });
    // With a line break in front, too: the line before may have been cut off.
    appendFileSync(file, `\n${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
    unwritable = undefined;
  } catch (error) {
    unwritten.push(entry);
    unwritable = (error as Error).message;
  }
}

/** All that is known by now, also what other kernels have noted. */
export function read(): Diary {
  const file = diaryFile();
  const { text, problem } = textOf(file);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const entries = lines.map(entryOf).filter((entry) => entry !== undefined);
  return {
    entries: [...entries, ...unwritten],
    file,
    damaged: lines.length - entries.length,
    problem: problem ?? unwritable,
  };
}

/**
 * The file; none where no person is at work, so that grading and tests of notebooks leave no traces. The environment
 * variable NEURONA_PROGRESS names another, and is heard in any case.
 */
function diaryFile(): string | undefined {
  if (process.env.NEURONA_PROGRESS) return process.env.NEURONA_PROGRESS;
  attended ||= isAttended();
  const folder = attended ? courseFolder() : undefined;
  return folder && join(folder, '.neurona', 'progress.jsonl');
}

function textOf(file: string | undefined): { text: string; problem?: string } {
  try {
    return { text: file ? readFileSync(file, 'utf8') : '' };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? { text: '' } : { text: '', problem: message };
  }
}

/** The entry that a line holds; undefined if it holds none. */
function entryOf(line: string): Entry | undefined {
  try {
    const { did, id, passed, step, answer, right } = JSON.parse(line) as Record<string, unknown>;
    if (typeof id !== 'string') return undefined;
    if (did === 'attempt' && typeof passed === 'boolean') return { did, id, passed };
    if (did === 'hint' && typeof step === 'number') return { did, id, step };
    if (typeof answer !== 'string') return undefined;
    if (did === 'prediction') return { did, id, answer };
    return did === 'answer' && typeof right === 'boolean' ? { did, id, answer, right } : undefined;
  } catch {
    return undefined;
  }
}
