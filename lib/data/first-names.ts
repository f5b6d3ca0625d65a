/** English first names: words short enough for a small model to make up new ones. */
import { oneOf, whole } from '../assert';
import { generator } from '../random';
import { readTable } from './csv';

/** Options of {@link firstNames}. */
export interface FirstNamesOptions {
  /** Which names: those that women bear, those that men bear, or all. Default 'all'. */
  list?: 'all' | 'female' | 'male';
  /** How many names, no name twice, from 1 up. Default all there are. */
  samples?: number;
  /** A whole number from 0 up that decides the order, and so which names `samples` leaves. Default 0. */
  seed?: number;
}

/**
 * First names, in random order: 8,422 in all, 4,944 that women bear and 3,897 that men bear, 419 of them both.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * console.log(data.firstNames({ samples: 5 }));
 * console.log(data.firstNames({ list: 'female', samples: 5, seed: 1 }));
 * ```
 *
 * Returns an array of names of 2 to 15 letters, the first one large, a few with a hyphen. A name of both lists comes in
 * each; `data.dataFrame('first-names')` says which those are.
 * Throws where an option is out of range, or there are fewer names than `samples`.
 * Source: Grady Ward, "Moby Words II", 1996 (public domain); the task: Karpathy, "makemore", 2022.
 */
export function firstNames({ list = 'all', samples, seed = 0 }: FirstNamesOptions = {}): string[] {
  const who = 'data.firstNames';
  oneOf(who, { list }, ['all', 'female', 'male']);
  whole(who, { seed }, 0);
  const { rows } = readTable(who, 'first-names');
  const names = rows.filter(([, lists]) => list === 'all' || lists === list || lists === 'both').map(([name]) => String(name)); // prettier-ignore
  if (samples !== undefined) whole(who, { samples }, 1, names.length);
  return generator(seed).shuffle(names).slice(0, samples);
}
