/** Finds the line of a cell that a line of the compiled cell came from; tslab keeps no source map. */
import type { Script } from './compiler';

interface Word {
  text: string;
  line: number;
  column: number;
}

/** Above this many pairs of words (a cell of some 2000 words) the search would be felt. */
const limit = 4e6;

/**
 * The line of the source for a place in the compiled cell, all counted from 1; undefined if none can be told.
 *
 * The compiler takes words away (types) and adds some (`exports`), but keeps the order of those that stay: the longest
 * common subsequence of words pairs them.
 */
export function sourceLine({ source, compiled }: Script, line: number, column: number): number | undefined {
  const from = words(source);
  const to = words(compiled);
  if (from.length * to.length > limit) return undefined;
  const here = to.filter((word) => word.line === line);
  if (here.length === 0) return undefined; // not code of the cell, but what tslab wraps around it
  const place = to.indexOf(here.filter((word) => word.column <= column).at(-1) ?? here[0]!);

  // A word of the compiler's own has no partner: the next one on its line has, or else one before.
  const partners = pair(from, to);
  const nearest = [...to.slice(place).filter((word) => word.line === line), ...to.slice(0, place).reverse()];
  return nearest.map((word) => partners.get(word)).find((partner) => partner)?.line;
}

function words(text: string): Word[] {
  return text
    .split('\n')
    .flatMap((row, index) =>
      [...row.matchAll(/[\w$]+/g)].map((match) => ({ text: match[0], line: index + 1, column: match.index + 1 })),
    );
}

/** The partner in `from` of each word of `to` that has one. */
function pair(from: Word[], to: Word[]): Map<Word, Word> {
  // common[i][j]: how many words the first i of `from` and the first j of `to` have in common.
  const common = [new Uint32Array(to.length + 1)];
  for (const [i, word] of from.entries()) {
    const above = common[i]!;
    const row = new Uint32Array(to.length + 1);
    for (const [j, other] of to.entries()) {
      row[j + 1] = word.text === other.text ? above[j]! + 1 : Math.max(above[j + 1]!, row[j]!);
    }
    common.push(row);
  }

  const partners = new Map<Word, Word>();
  for (let i = from.length, j = to.length; i > 0 && j > 0;) {
    if (from[i - 1]!.text === to[j - 1]!.text) partners.set(to[--j]!, from[--i]!);
    else if (common[i - 1]![j]! > common[i]![j - 1]!) i -= 1;
    else j -= 1;
  }
  return partners;
}
