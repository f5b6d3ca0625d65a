/** What the judge's process runs: the same exercises as `check`, on an attempt that stays where the student's code runs. */
import { words } from '../../words';
import { refusal } from '../check';
import { exercises, type ExerciseId } from '../exercises/index';
import { minding, verdictOnError, type Exercise, type Verdict } from '../verdict';
import { Remote, type Ask } from './remote';

/** The points that an attempt is worth, and what is to be said where that is none. */
export async function judge(id: string, ask: Ask): Promise<{ points: number; message: string }> {
  if (!Object.hasOwn(exercises, id)) {
    const known = Object.keys(exercises).join(', ');
    return { points: 0, message: `expected the number of an exercise (${known}), got '${id}'` };
  }
  const exercise = exercises[id as ExerciseId] as Exercise<unknown>;
  const remote = new Remote(ask);
  const said = (verdict: Verdict) => refusal(id, minding(remote.promised, verdict, words.check.asynchronous));
  try {
    const verdict = await Promise.resolve(exercise.judge(remote.attempt())); // a judge may await an attempt's promise
    remote.end();
    return { points: Math.min(verdict.points, exercise.points), message: said(verdict) };
  } catch (error) {
    return { points: 0, message: said(verdictOnError(error, words.check.threw)) };
  }
}
