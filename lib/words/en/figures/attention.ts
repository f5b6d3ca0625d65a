/** What figures of attention say. */
import { count, first, list, number } from '../numbers';

export const attention = {
  title: 'Attention',
  head: (head: number) => `head ${head}`,
  keys: 'looks at (key)',
  queries: 'from (query)',
  hover: '%{y} → %{x}: %{z:.3f}<extra></extra>',
  /** For one head, what each query looks at most; for several, what each head looks at most, in the mean. */
  description: (
    queries: number,
    keys: number,
    looks: { head: number; from?: string; to: string; weight: number }[],
    heads: number,
  ) => {
    const each = looks.map(
      ({ head, from, to, weight }) =>
        `${from === undefined ? `head ${head}` : `"${from}"`} at "${to}" (${number(Math.round(weight * 1000) / 1000)})`,
    );
    return (
      `Attention of ${count(heads, 'head')}, from ${count(queries, 'query', 'queries')} to ${count(keys, 'key')}. ` +
      `${heads > 1 ? 'In the mean of all queries, each head' : 'Each query'} looks most: ${list(first(each, 8))}.`
    );
  },
};
