/** What front ends are told of a cell that failed, in sizes they can carry. */
import { strong } from './emphasis';

/** The content of `error`, and of an `execute_reply` that says the same. */
export interface Failure {
  ename: string;
  evalue: string;
  /** Pieces of text, one below the other, with colours. */
  traceback: string[];
}

/** A longer message hides the place it tells of, and may bring down the page that draws it. */
const longest = 10_000;

export function failure(ename: string, evalue: string, details: string[] = []): Failure {
  return { ename, evalue: cut(evalue), traceback: [headline(ename, evalue), ...details] };
}

/** The first line of an error, or of a part of one. */
export function headline(ename: string, evalue: string): string {
  return evalue ? `${strong(ename)}: ${cut(evalue)}` : strong(ename);
}

export function cut(text: string): string {
  return text.length <= longest
    ? text
    : `${text.slice(0, longest)}… (cut here: ${text.length - longest} more characters)`;
}
