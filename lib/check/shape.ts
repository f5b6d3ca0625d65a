/** Judges a function by the shapes of its answers alone, whatever numbers are in them. */
import { words } from '../words';
import { shapeProblem } from './close';
import { copyOf, numbersIn } from './numbers';
import { shown, shownShape } from './shown';
import { tidily } from './tidily';
import type { Verdict } from './verdict';

/** How shapes are judged. */
export interface ShapeOptions<Arguments extends unknown[]> {
  points: number;
  inputs: readonly Arguments[];
  /** The shape that the answer to an input should have; [] for one number. */
  shape: (...args: Arguments) => readonly number[];
  passed: string;
}

/**
 * Passed if the answer to every input has the right shape, as a tensor or as lists of lists. Else both shapes for the
 * first that has another, and whether it is only transposed or arranged otherwise.
 *
 *     judgeShape(attempt, { points: 1, inputs: [[3, 2], [1, 5]], shape: (n, m) => [m, n], passed: '…' });
 */
export function judgeShape<Arguments extends unknown[]>(
  attempt: (...args: Arguments) => unknown,
  { points, inputs, shape, passed }: ShapeOptions<Arguments>,
): Verdict {
  return tidily(() => {
    for (const input of inputs) {
      const expected = shape(...input);
      const answer = attempt(...copyOf(input));
      const numbers = numbersIn(answer);
      const message =
        numbers === 'ragged'
          ? words.judge.ragged
          : numbers
            ? shapeProblem(numbers.shape, expected)
            : words.judge.noNumbers;
      if (!message) continue;
      const came = typeof numbers === 'object' ? shownShape(numbers.shape) : shown(answer);
      const example = { input: input.map((each) => shown(each)).join(', '), expected: shownShape(expected), came };
      return { status: 'wrong', points: 0, message, example };
    }
    return { status: 'passed', points, message: passed };
  });
}
