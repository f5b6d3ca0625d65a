/** Weights drawn with the keyboard: a picture of what excites a unit and what inhibits it. */
import { fail } from '../assert';

/** What each sign weighs; a typographic minus is taken for the keyboard's. */
const weightOf = new Map([
  ['+', 1],
  ['-', -1],
  ['−', -1],
  ['.', 0],
]);

/**
 * The weights of a drawing, row by row: `+` is 1 (counts for), `-` is −1 (counts against), `.` is 0 (does not look).
 * Spaces, and empty lines around the drawing, do not count.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * const weights = scratch.drawn(`
 *   - + -
 *   . + .
 *   - + -`);
 * const upright = scratch.unit({ weights, threshold: 3, label: 'upright line' });
 * console.log(upright([0, 1, 0, 0, 1, 0, 0, 1, 0]));
 * ```
 *
 * Returns one number for each sign. Throws where a row has another length than the first, or a sign is none of the three.
 */
export function drawn(drawing: string): number[] {
  const who = 'scratch.drawn';
  if (typeof drawing !== 'string') fail(who, 'a drawing in backticks', drawing);
  const rows = drawing.trim().split(/\s*\n\s*/);
  const pixels = rows.map((row) => [...row.replace(/\s/g, '')]);
  const width = pixels[0]!.length;
  if (width === 0) fail(who, 'at least one sign', drawing);
  return pixels.flatMap((signs, i) => {
    if (signs.length !== width) fail(who, `row ${i + 1} to have ${width} signs, as row 1 has`, signs.length);
    return signs.map((sign) => weightOf.get(sign) ?? fail(who, `row ${i + 1} to be of the signs + - and .`, sign));
  });
}
