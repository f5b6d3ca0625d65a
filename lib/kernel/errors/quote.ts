/** Shows a line of a cell with a caret under the place that is meant. */
import { strong } from './emphasis';

/** A place in a text, counted from 1; without a column, the whole line is meant. */
export interface Place {
  line: number;
  column?: number;
}

/** A longer line is shown in part. */
const widest = 120;

/** Two columns wide in most fonts. */
const wide =
  /\p{Emoji_Presentation}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;

/** What a compiler finds missing at the end of a cell, or behind it, is missing after its last word. */
export function within(source: string, place: Place): Place {
  const lines = source.trimEnd().split('\n');
  const last = lines.length;
  if (place.line > last) return { line: last, column: lines[last - 1]!.trimEnd().length + 1 };
  const end = (lines[place.line - 1] ?? '').trimEnd().length + 1;
  return place.column === undefined ? place : { line: place.line, column: Math.min(place.column, end) };
}

/** The line of `source`, and below it the mark for `length` characters, or for as many as are on the line. */
export function quote(source: string, place: Place, length = 1): string {
  const { line, column } = within(source, place);
  const whole = (source.split('\n')[line - 1] ?? '').trimEnd();
  const from = whole.length > widest && (column ?? 0) > widest / 2 ? (column ?? 0) - widest / 2 : 0;
  const text = `${from ? '…' : ''}${whole.slice(from, from + widest)}${from + widest < whole.length ? '…' : ''}`;
  const quoted = `${String(line).padStart(7)} | ${text}`;
  if (column === undefined) return quoted;

  const before = `${from ? '…' : ''}${whole.slice(from, column - 1)}`;
  const marked = width(whole.slice(column - 1, Math.min(column - 1 + length, from + widest)));
  return `${quoted}\n${' '.repeat(7)} | ${blank(before)}${strong(`^${'~'.repeat(Math.max(0, marked - 1))}`)}`;
}

/** As wide as `text`, and a tab for each tab, since only the page knows how wide those are. */
function blank(text: string): string {
  return characters(text)
    .map((character) => (character === '\t' ? '\t' : ' '.repeat(width(character))))
    .join('');
}

function width(text: string): number {
  return characters(text).reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
}

/** A letter and its accents, or an emoji of several parts, are one character. */
function characters(text: string): string[] {
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
}
