/** A vocabulary: the characters of a text and their numbers, since a network reads numbers. */
import { fail, whole } from '../assert';

/** Characters and their numbers, made by {@link vocabulary}. */
export interface Vocabulary {
  /** The characters, in the order of their numbers. */
  characters: readonly string[];
  /** How many characters there are: a model's `vocabSize`. */
  size: number;
  /** A text as numbers, one for each character. */
  encode: (text: string) => number[];
  /** Numbers as text again. */
  decode: (tokens: readonly number[]) => string;
}

/**
 * Numbers the characters of a text, 0, 1, 2, … in the order of Unicode, and turns texts into numbers and back.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * const { characters, size, encode, decode } = data.vocabulary('hello');
 * console.log(characters, size, encode('hole'), decode([1, 0, 2, 2, 3]));
 * ```
 *
 * `text` is a string, or several, such as names. A character is a code point, so an emoji of one code point is one. What
 * `encode` and `decode` do undoes the other.
 * Throws where there is no character; `encode` where one is not in the vocabulary, `decode` where a number is none of it.
 * Source: Karpathy, "The unreasonable effectiveness of recurrent neural networks", 2015; lessons 19 and 30.
 */
export function vocabulary(text: string | readonly string[]): Vocabulary {
  const who = 'data.vocabulary';
  const texts: readonly unknown[] = Array.isArray(text) ? text : [text];
  const bad = texts.findIndex((each) => typeof each !== 'string');
  if (bad >= 0) fail(who, 'a text or an array of texts', texts[bad]);
  const found = new Set<string>();
  for (const each of texts as readonly string[]) for (const character of each) found.add(character);
  if (found.size === 0) fail(who, 'a text with at least one character', text);
  const characters = [...found].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!);
  const numbers = new Map(characters.map((character, number): [string, number] => [character, number]));

  return {
    characters: Object.freeze(characters),
    size: characters.length,
    encode: (text) => encode(text, numbers),
    decode: (tokens) => decode(tokens, characters),
  };
}

function encode(text: string, numbers: ReadonlyMap<string, number>): number[] {
  if (typeof text !== 'string') fail('encode', 'a text', text);
  const unknown = [...new Set(text)].filter((character) => !numbers.has(character));
  if (unknown.length > 0)
    fail('encode', 'characters of the vocabulary', unknown, 'make the vocabulary of all texts that you encode');
  return Array.from(text, (character) => numbers.get(character)!);
}

function decode(tokens: readonly number[], characters: readonly string[]): string {
  if (!Array.isArray(tokens)) fail('decode', 'an array of numbers', tokens);
  const read = tokens as readonly number[];
  read.forEach((token, i) => whole('decode', { [`tokens[${i}]`]: token }, 0, characters.length - 1));
  return read.map((token) => characters[token]).join('');
}
