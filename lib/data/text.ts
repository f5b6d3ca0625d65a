/** Real prose: a novel to learn a language from, letter by letter. */
import { oneOf } from '../assert';
import { damaged, unpackData } from './files';

/** The texts there are, with how many characters each must have. */
const texts = { 'moby-dick': 1_191_160 };

/** The name of a text. */
export type TextName = keyof typeof texts;

/** The texts that have been read. */
const read = new Map<TextName, string>();

/**
 * A whole novel in the public domain, as one string.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * const novel = data.text('moby-dick');
 * console.log(novel.slice(0, 100), '…', novel.length);
 * ```
 *
 * `name` is 'moby-dick', the default: Moby Dick, all 135 chapters and the epilogue, 1,191,160 characters of 81 kinds. A
 * paragraph is one line, with an empty line after it; a chapter opens with its number and title. To train on less,
 * take a part: `slice(0, 100_000)`.
 * Throws where there is no such text, or its file is not there or damaged.
 * Source: Herman Melville, "Moby-Dick; or, The Whale", 1851 (public domain).
 */
export function text(name: TextName = 'moby-dick'): string {
  const who = 'data.text';
  oneOf(who, { name }, Object.keys(texts));
  const kept = read.get(name);
  if (kept !== undefined) return kept;
  const file = `${name}.txt.gz`;
  const found = unpackData(who, file).toString('utf8');
  if (found.length !== texts[name]) damaged(who, file, `hold ${texts[name]} characters`);
  read.set(name, found);
  return found;
}
