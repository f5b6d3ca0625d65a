/** Hints: a ladder of three, from a nudge to a worked example close to the answer. */
import { words } from '../words';
import { calmly } from './calm';
import { showCard } from './card';
import { exerciseOf, isExercise, showUnknown } from './check';
import type { ExerciseId } from './exercises/index';
import { remember, standingIn } from './standing';

/**
 * Shows the next hint for an exercise: the first is a nudge, the third a worked example close to the answer.
 *
 * `id` is the exercise's number, such as '02.1'. After the third hint the third comes again. Which hints were given is
 * kept when the kernel restarts. Never throws.
 *
 * ```ts
 * import { hint } from 'neurona';
 * hint('02.1');
 * ```
 */
export function hint(id: ExerciseId): void {
  calmly(id, () => {
    if (!isExercise(id)) return showUnknown(id);
    const { hints } = exerciseOf(id);
    const step = Math.min(standingIn(id).hints + 1, hints.length);
    remember({ did: 'hint', id, step });
    showCard({ mood: 'neutral', heading: words.check.hint(id, step, hints.length), lines: [hints[step - 1]!] });
  });
}
