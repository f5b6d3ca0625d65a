/** Dated facts of the history of neural networks, each with its source. */
import { oneOf } from '../assert';
import { readTable } from './csv';

/** What a fact is of: an event on one of the two sides, or a number of that year. */
export type HistoryKind =
  'rules' | 'examples' | 'top-5 error' | 'multiplications per second' | 'bytes on a disk' | 'examples in a data set';

/** Something that happened, or was measured, in a year. */
export interface Fact {
  year: number;
  /** What happened; or what the number is of: a machine, a network, a data set. */
  label: string;
  /** The number, in the unit that the kind names (errors in percent); NaN for an event. */
  value: number;
  /** Where it can be read: a DOI or a page. */
  source: string;
}

const kinds = [
  ...(['rules', 'examples', 'top-5 error', 'multiplications per second', 'bytes on a disk'] as const),
  'examples in a data set',
] as const satisfies readonly HistoryKind[];

/**
 * Facts of one kind in the order of their years, from 1936 to 2024: events of programs that follow rules or learn from
 * examples; errors of the winners of ImageNet's contest; how fast machines multiply, how much a disk holds, how many
 * examples a data set has.
 *
 * ```ts
 * import { data, show } from 'neurona';
 *
 * const events = data.history('examples').map(({ year, label, source }) => ({ year, label, text: source }));
 * show.timeline(events, { title: 'Programs that learn from examples' });
 * const errors = data.history('top-5 error');
 * show.curves({ winner: { x: errors.map(({ year }) => year), y: errors.map(({ value }) => value) } });
 * ```
 *
 * Returns plain objects of your own. `data.dataFrame('history')` has all of them in one table.
 * Throws where there is no such kind. Sources: in each fact; data/README.md says more of the numbers.
 */
export function history(kind: HistoryKind): Fact[] {
  const who = 'data.history';
  oneOf(who, { kind }, kinds);
  const { rows } = readTable(who, 'history');
  return rows
    .filter(([, itsKind]) => itsKind === kind)
    .map(([year, , label, value, source]) => ({
      year: Number(year),
      label: String(label),
      value: value === null ? NaN : Number(value),
      source: String(source),
    }));
}
