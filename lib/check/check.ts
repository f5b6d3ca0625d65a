/** Feedback on exercises: at the desk a card that explains and never throws, for the grader the points or an error. */
import { handOver, isStale } from '../display';
import { words } from '../words';
import { showCard, type Card } from './card';
import { exercises, type Attempt, type ExerciseId } from './exercises/index';
import { serveAttempt } from './judge/attempt';
import { verdictOn, type Exercise, type Verdict } from './verdict';

const say = words.check;

/**
 * Checks your attempt at an exercise and shows a card: passed, not attempted yet, or what was expected, what came and
 * for which input. Never throws; try as often as you like.
 *
 * `id` is the exercise's number, such as '02.1'; `attempt` is the function you wrote.
 *
 * ```ts
 * import { check } from 'neurona';
 * check('02.1', (x, weights, threshold) => (x[0] * weights[0] >= threshold ? 1 : 0));
 * ```
 *
 * Built for the exercises of lesson 02 and after.
 */
export function check<Id extends ExerciseId>(id: Id, attempt: Attempt<Id>): void {
  if (isStale(attempt.name))
    return showCard({ mood: 'bad', heading: `${id}: ${say.notYet}`, lines: [say.stale(attempt.name)] });
  showCard(cardOf(id, judge(id, attempt)));
}

/**
 * Grades an attempt for nbgrader, in a cell that students can't edit. Returns the points it is worth.
 * Throws an error that says what is wrong if it is worth none, so that the cell can't be taken for a success.
 * Under a grader the points are not said here, where the attempt could meddle with them: it returns NaN, and a process of
 * its own, which asks about the attempt, says them in the cell.
 *
 * ```ts
 * import { grade } from 'neurona';
 * grade('02.1', (x, weights, threshold) => (x.reduce((sum, input, i) => sum + input * weights[i], 0) >= threshold ? 1 : 0));
 * ```
 */
export function grade<Id extends ExerciseId>(id: Id, attempt: Attempt<Id>): number {
  if (handOver(id, () => serveAttempt(attempt))) return NaN;
  const verdict = judge(id, attempt);
  if (verdict.points > 0) return verdict.points;
  throw new Error(refusal(id, verdict));
}

/** What is said of an attempt that is worth nothing. */
export function refusal(id: string, { message }: Verdict): string {
  return `${id}: ${message || say.notAttempted}`;
}

const rung = new Map<ExerciseId, number>();

/**
 * Shows the next hint for an exercise: the first is a nudge, the third a worked example close to the answer.
 *
 * `id` is the exercise's number, such as '02.1'. After the third hint the third comes again.
 *
 * ```ts
 * import { hint } from 'neurona';
 * hint('02.1');
 * ```
 */
export function hint(id: ExerciseId): void {
  const { hints } = exerciseOf(id);
  const step = Math.min((rung.get(id) ?? 0) + 1, hints.length);
  rung.set(id, step);
  showCard({ mood: 'neutral', heading: say.hint(id, step, hints.length), lines: [hints[step - 1]!] });
}

function judge<Id extends ExerciseId>(id: Id, attempt: Attempt<Id>): Verdict {
  return verdictOn(exerciseOf(id) as Exercise<Attempt<Id>>, attempt, say.threw);
}

function exerciseOf(id: ExerciseId) {
  const exercise = exercises[id];
  if (exercise) return exercise;
  throw new Error(
    `check: expected the number of an exercise (${Object.keys(exercises).join(', ')}), got '${String(id)}'`,
  );
}

function cardOf(id: ExerciseId, { status, points, message, example }: Verdict): Card {
  const stuck = (rung.get(id) ?? 0) < exerciseOf(id).hints.length ? [say.firstHint(id)] : []; // until all are given
  if (status === 'not attempted') return { mood: 'neutral', heading: `${id}: ${say.notAttempted}`, lines: stuck };
  if (status === 'passed') return { mood: 'good', heading: `${id}: ${say.passed}`, lines: [message] };
  const lines = [message];
  if (example) lines.push(say.example(example));
  if (points > 0) lines.push(say.partly(points, exerciseOf(id).points));
  return { mood: 'bad', heading: `${id}: ${say.notYet}`, lines: [...lines, ...stuck] };
}
