/** What a check finds: passed, not attempted yet, or wrong in a way that can be said. */

/** The message of the error that stands in every stub: nbgrader puts it there, a check recognises it. */
export const notAttempted = 'Not attempted yet';

/** What a check finds out about an attempt. */
export interface Verdict {
  status: 'passed' | 'not attempted' | 'wrong';
  /** What the attempt is worth: all the exercise's points if passed, some of them for a part. */
  points: number;
  /** What went well, or the misconception that the attempt looks like. */
  message: string;
  /** The first input that shows what is wrong, with what was expected and what came. */
  example?: { input: string; expected: string; came: string };
}

/** An exercise: how an attempt is judged, what it is worth, and a ladder of three hints. */
export interface Exercise<Attempt> {
  points: number;
  hints: readonly [string, string, string];
  judge(attempt: Attempt): Verdict;
}

/** A verdict on an attempt that is wrong, worth nothing unless `points` says more. */
export function wrong(message: string, points = 0, example?: Verdict['example']): Verdict {
  return { status: 'wrong', points, message, ...(example && { example }) };
}

/** Judges an attempt; one that throws is wrong, one that throws the stub's error is not attempted. */
export function verdictOn<Attempt>(
  exercise: Exercise<Attempt>,
  attempt: Attempt,
  threw: (error: string) => string,
): Verdict {
  try {
    return exercise.judge(attempt);
  } catch (error) {
    return verdictOnError(error, threw);
  }
}

/**
 * A verdict on an attempt that may have answered with promises, for which no judge waits: where it is wrong, that is why,
 * whatever the judge took the promises for.
 */
export function minding(promised: boolean, verdict: Verdict, message: string): Verdict {
  if (!promised || verdict.status !== 'wrong') return verdict;
  return { status: 'wrong', points: verdict.points, message };
}

/** What an attempt is worth that has thrown. */
export function verdictOnError(error: unknown, threw: (error: string) => string): Verdict {
  const message = error instanceof Error ? error.message : String(error);
  if (message === notAttempted) return { status: 'not attempted', points: 0, message: '' };
  return { status: 'wrong', points: 0, message: threw(message) };
}
