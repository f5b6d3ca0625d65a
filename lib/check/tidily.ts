/** Judges without leaving tensors behind, whatever the attempt makes of them, and also where it throws. */
import * as tf from '../tensorflow';
import type { Verdict } from './verdict';

/** What `work` finds; the tensors made on the way are released. */
export function tidily(work: () => Verdict): Verdict {
  let found: Verdict | undefined;
  tf.tidy(() => {
    found = work();
  });
  return found!;
}
