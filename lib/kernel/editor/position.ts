/** Places in a text: Jupyter counts characters as Unicode does, JavaScript and the compiler count UTF-16 units. */

/** The index in a JavaScript string of a place that counts code points; the end if it lies beyond. */
export function toUnits(text: string, codePoints: number): number {
  if (!Number.isInteger(codePoints) || codePoints < 0) {
    throw new Error(`cursor_pos: expected how many characters stand before the cursor, got ${codePoints}`);
  }
  let units = 0;
  for (let left = codePoints; left > 0 && units < text.length; left -= 1) units += width(text, units);
  return units;
}

/** How many code points stand before an index of a JavaScript string. */
export function toCodePoints(text: string, units: number): number {
  let count = 0;
  for (let at = 0; at < units && at < text.length; at += width(text, at)) count += 1;
  return count;
}

/** 2 for a character beyond the first 65,536, such as an emoji; a lone half of one counts as a character. */
function width(text: string, index: number): number {
  return text.codePointAt(index)! > 0xffff ? 2 : 1;
}
