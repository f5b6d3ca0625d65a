/** Numbers in words and in digits: a language pair small enough to learn. */
import { whole } from '../assert';
import { generator } from '../random';
import { words } from '../words';

/** Options of {@link numberWords}. */
export interface NumberWordsOptions {
  /** The smallest number, from 0 up. Default 0. */
  min?: number;
  /** The largest number, up to 999,999. Default 999. */
  max?: number;
  /** How many pairs, no number twice. Default all numbers from `min` to `max`. */
  samples?: number;
  /** A whole number from 0 up that decides the order, and so which pairs `samples` leaves. Default 0. */
  seed?: number;
}

/** A number in both languages. */
export interface NumberWords {
  /** As it is said: `one hundred and five`. */
  words: string;
  /** As it is written: `105`. */
  digits: string;
}

/**
 * Numbers in words, each with its digits, in random order: sentences to translate, one way or the other.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * for (const { words, digits } of data.numberWords({ max: 99, samples: 5 })) console.log(words, '→', digits);
 * ```
 *
 * Returns an array of pairs. The words are lower-case English, tens and ones joined by a hyphen, "and" before the last
 * two digits. Throws where `min`, `max` or `seed` is out of range, or there are fewer numbers than `samples`.
 * The task: Sutskever, Vinyals and Le, "Sequence to sequence learning with neural networks", 2014, in the small.
 */
export function numberWords({ min = 0, max = 999, samples, seed = 0 }: NumberWordsOptions = {}): NumberWords[] {
  const who = 'data.numberWords';
  whole(who, { min }, 0, 999_999);
  whole(who, { max }, min, 999_999);
  whole(who, { seed }, 0);
  const many = max - min + 1;
  if (samples !== undefined) whole(who, { samples }, 1, many);
  const numbers = generator(seed).shuffle(Array.from({ length: many }, (_, i) => min + i));
  return numbers.slice(0, samples).map((number) => ({ words: words.inWords(number), digits: String(number) }));
}
