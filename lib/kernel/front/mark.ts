/** A judge's verdict as the output of a graded cell: its points, which nbgrader reads, or an error for none. */
import { failure, type Failure } from '../errors/failure';

/** What an attempt is worth, and what is to be said if that is nothing. */
export interface Verdict {
  points: number;
  message: string;
}

/** Reads what a judge has written; throws where that is no verdict. */
export function readVerdict(text: string): Verdict {
  const { points, message } = JSON.parse(text) as Partial<Verdict>;
  if (typeof points === 'number' && Number.isFinite(points) && points >= 0) return { points, message: String(message) };
  throw new Error(`the judge's verdict: expected points from 0 up, got ${String(points)}`);
}

/** The data of an `execute_result`, or an error: a cell without points can't be taken for a success. */
export function mark({ points, message }: Verdict): Failure | { 'text/plain': string } {
  return points > 0 ? { 'text/plain': String(points) } : failure('NotPassed', message);
}
