/** Judges a function by a table of inputs, and recognises the wrong ideas it may have come from. */
import { callEach } from './each';
import type { Verdict } from './verdict';

/** A wrong idea, as the function it leads to, and what to say to whoever had it. */
export interface Misconception<Arguments extends unknown[]> {
  looksLike: (...args: Arguments) => unknown;
  message: string;
}

/** How a function is judged: on which inputs, by which right answer. */
export interface TableOptions<Arguments extends unknown[]> {
  points: number;
  inputs: readonly Arguments[];
  right: (...args: Arguments) => unknown;
  /** Whether two answers are the same. Default `Object.is`; arrays and numbers that are rounded need another. */
  same?: (one: unknown, other: unknown) => boolean;
  /** An answer as the card shows it. Default as a student would type it. */
  shown?: (answer: unknown) => string;
  misconceptions?: readonly Misconception<Arguments>[];
  passed: string;
  wrong: string;
}

/** Passed if `attempt` gives the right answer for every input; else the misconception whose answers it gives, and an example. */
export function judgeByTable<Arguments extends unknown[]>(
  attempt: (...args: Arguments) => unknown,
  { points, inputs, right, same = Object.is, shown = say, misconceptions = [], passed, wrong }: TableOptions<Arguments>,
): Verdict {
  // Each call gets a copy, so that an attempt that changes its arguments spoils no other case.
  const answers = (f: (...args: Arguments) => unknown) => callEach(f, inputs);
  const expected = answers(right);
  const came = answers(attempt);
  const bad = came.findIndex((answer, i) => !same(answer, expected[i]));
  if (bad === -1) return { status: 'passed', points, message: passed };

  const idea = misconceptions.find(({ looksLike }) => answers(looksLike).every((answer, i) => same(answer, came[i])));
  return {
    status: 'wrong',
    points: 0,
    message: idea?.message ?? wrong,
    example: { input: inputs[bad]!.map(say).join(', '), expected: shown(expected[bad]), came: shown(came[bad]) },
  };
}

/** A value as a student would type it. */
function say(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(say).join(', ')}]`;
  return typeof value === 'string' ? `'${value}'` : String(value);
}
