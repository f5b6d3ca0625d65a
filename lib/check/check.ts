/** Feedback on exercises: at the desk a card that explains and never throws, for the grader the points or an error. */
import { handOver } from '../display';
import { words } from '../words';
import { watched, whyNot } from './attempt';
import { calmly, textOf } from './calm';
import { showCard, type Card } from './card';
import { exercises, type Attempt, type ExerciseId } from './exercises/index';
import { serveAttempt } from './judge/attempt';
import { remember, standingIn } from './standing';
import { minding, verdictOn, type Exercise, type Verdict } from './verdict';

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
 * Built for the exercises of every lesson.
 */
export function check<Id extends ExerciseId>(id: Id, attempt: Attempt<Id>): void {
  calmly(id, () => {
    if (!isExercise(id)) return showUnknown(id);
    const reason = whyNot(id, attempt);
    if (reason) return showCard({ mood: 'bad', heading: `${id}: ${say.notYet}`, lines: [reason] });
    const verdict = judge(id, attempt);
    const { status } = verdict;
    if (status !== 'not attempted') remember({ did: 'attempt', id, passed: status === 'passed' });
    showCard(cardOf(id, verdict));
  });
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

function judge<Id extends ExerciseId>(id: Id, attempt: Attempt<Id>): Verdict {
  const seen = watched(attempt);
  const verdict = verdictOn(exerciseOf(id) as Exercise<Attempt<Id>>, seen.attempt, say.threw);
  return minding(seen.promised(), verdict, say.asynchronous);
}

/** The exercise of this number; throws if there is none. */
export function exerciseOf(id: ExerciseId) {
  if (isExercise(id)) return exercises[id];
  const known = Object.keys(exercises).join(', ');
  throw new Error(`check: expected the number of an exercise (${known}), got '${String(id)}'`);
}

export function isExercise(id: unknown): id is ExerciseId {
  return typeof id === 'string' && Object.hasOwn(exercises, id);
}

/** Says which numbers there are. */
export function showUnknown(id: unknown): void {
  const known = Object.keys(exercises).sort().join(', ');
  showCard({ mood: 'bad', heading: say.unknown(textOf(id)), lines: [say.known(known)] });
}

function cardOf(id: ExerciseId, { status, points, message, example }: Verdict): Card {
  const stuck = standingIn(id).hints < exerciseOf(id).hints.length ? [say.firstHint(id)] : []; // until all are given
  if (status === 'not attempted') return { mood: 'neutral', heading: `${id}: ${say.notAttempted}`, lines: stuck };
  if (status === 'passed') return { mood: 'good', heading: `${id}: ${say.passed}`, lines: [message, say.another(id)] };
  const lines = [message];
  if (example) lines.push(say.example(example));
  if (points > 0) lines.push(say.partly(points, exerciseOf(id).points));
  if (stuck.length === 0) stuck.push(say.stuck(id));
  return { mood: 'bad', heading: `${id}: ${say.notYet}`, lines: [...lines, ...stuck] };
}
