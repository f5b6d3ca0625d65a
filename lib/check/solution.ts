/** A solution beside the student's own, once there is an attempt. */
import { sourceOf } from '../display';
import { words } from '../words';
import { attemptAt, nameOf } from './attempt';
import { calmly, messageOf } from './calm';
import { showCard, type Card } from './card';
import { isExercise, showUnknown } from './check';
import { diff } from './diff';
import type { ExerciseId } from './exercises/index';
import { referenceFor, type Reference } from './reference';
import { standingIn } from './standing';

const say = words.desk;

/**
 * Shows a solution of an exercise and how it differs from yours, line by line. It opens after an attempt: once `check`
 * has said passed, or what is not right yet. Never throws.
 *
 * `id` is the exercise's number, such as '02.1'.
 *
 * ```ts
 * import { solution } from 'neurona';
 * solution('02.1');
 * ```
 *
 * Solutions stand in the course's folder solutions/; a copy of the course that came without it says so.
 */
export function solution(id: ExerciseId): void {
  calmly(id, () => (isExercise(id) ? showCard(cardFor(id)) : showUnknown(id)));
}

function cardFor(id: ExerciseId): Card {
  if (standingIn(id).state === 'open') {
    return { mood: 'neutral', heading: say.solutionLater(id), lines: [say.tryFirst(id)] };
  }
  const missing = (why: string): Card => ({ mood: 'neutral', heading: say.noSolution(id), lines: [why] });
  let reference: Reference | undefined;
  try {
    reference = referenceFor(id);
  } catch (error) {
    return missing(say.unreadable(messageOf(error)));
  }
  if (!reference) return missing(say.withoutSolutions);
  const own = ownCode(id, reference);
  const code = diff(own ?? reference.code, reference.code);
  const same = code.every(({ sign }) => sign === ' ');
  const lines = own === undefined ? [say.alone] : same ? [say.same] : [say.compared, say.another];
  return { mood: 'neutral', heading: say.solution(id), lines, code };
}

/** The student's code as it was typed, or as it runs where nobody remembers how it was typed. */
function ownCode(id: ExerciseId, { names }: Reference): string | undefined {
  const attempt = attemptAt(id);
  const cells = [nameOf(attempt), ...names].map(sourceOf).filter((code) => code !== undefined);
  if (cells.length > 0) return [...new Set(cells)].join('\n\n');
  return attempt && Function.prototype.toString.call(attempt);
}
