/** Finds the place in a cell that a place in the compiled cell came from; tslab keeps no source map. */
import type { Script } from '../compiler';
import type { Place } from './quote';

interface Word {
  text: string;
  line: number;
  column: number;
}

/** Above this many pairs of words (a cell of some 2000 words) the search would be felt. */
const limit = 4e6;

/**
 * The place in the source for one in the compiled cell, all counted from 1; undefined if none can be told. It has a
 * column if the word that is meant stands in the source as well.
 *
 * The compiler takes words away (types) and adds some (`exports`), but keeps the order of those that stay: the longest
 * common subsequence of words pairs them.
 */
export function sourcePlace({ source, compiled }: Script, line: number, column: number): Place | undefined {
  const from = words(source);
  const to = words(compiled);
  if (from.length * to.length > limit) return undefined;
  const here = to.filter((word) => word.line === line);
  if (here.length === 0) return undefined; // not code of the cell, but what tslab wraps around it
  const place = to.indexOf(here.filter((word) => word.column <= column).at(-1) ?? here[0]!);

  // A word of the compiler's own has no partner: the next one on its line has, or else one before.
  const partners = pair(from, to);
  const meant = to[place]!;
  const partner = partners.get(meant);
  if (partner && meant.column === column) return { line: partner.line, column: partner.column };
  const nearest = [...to.slice(place).filter((word) => word.line === line), ...to.slice(0, place).reverse()];
  const near = nearest.map((word) => partners.get(word)).find((other) => other);
  return near && { line: near.line };
}

function words(text: string): Word[] {
  return text.split('\n').flatMap((row, index) =>
    [...row.matchAll(/[\p{ID_Continue}$]+/gu)].map((match) => ({
      text: match[0],
      line: index + 1,
      column: match.index + 1,
    })),
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
