/** What drawings of grid worlds say. */
import { count, list, number } from '../numbers';

type Kind = 'free' | 'wall' | 'start' | 'goal' | 'pit' | 'cliff' | 'coin';

const places: Record<Kind, string> = {
  free: 'free',
  wall: 'wall',
  start: 'start',
  goal: 'goal',
  pit: 'pit',
  cliff: 'cliff',
  coin: 'coin',
};

const where = (row: number, column: number) => `row ${row + 1}, column ${column + 1}`;

export const gridWorld = {
  title: 'Grid world',
  value: 'value',
  path: 'path',
  place: (kind: Kind) => (kind === 'free' ? '' : places[kind]),
  row: 'row',
  column: 'column',
  hover: (row: number, column: number, state: number, kind: Kind, worth: readonly string[]) =>
    [`${where(row, column)} (state ${state}): ${places[kind]}`, ...worth].join('<br>'),
  worth: (name: string, value: number) => `${name}: ${number(value)}`,
  chosen: (names: readonly string[]) => `best: ${list(names)}`,
  description: (
    rows: number,
    columns: number,
    kinds: readonly Kind[],
    seen: {
      values?: { least: number; most: number; at: readonly [row: number, column: number] };
      walk?: { actions: readonly string[]; end: Kind };
      path?: { steps: number; end: Kind };
    },
  ) => {
    const found = (['start', 'goal', 'pit', 'cliff', 'coin', 'wall'] as const)
      .map((kind) => [kind, kinds.filter((other) => other === kind).length] as const)
      .filter(([, many]) => many > 0)
      .map(([kind, many]) => (kind === 'cliff' ? count(many, 'place of cliff', 'places of cliff') : count(many, kind)));
    const { values, walk, path } = seen;
    return [
      `A world of ${count(rows, 'row')} and ${count(columns, 'column')}: ${list(found)}.`,
      ...(values
        ? [
            `Values go from ${number(values.least)} to ${number(values.most)}; the largest is in ${where(...values.at)}.`,
          ]
        : []),
      ...(walk
        ? [
            walk.actions.length === 0
              ? 'At the start nothing is better than anything else.'
              : `From the start the arrows say: ${walk.actions.join(', ')}; they lead to: ${places[walk.end]}.`,
          ]
        : []),
      ...(path ? [`The path has ${count(path.steps, 'step')} and ends at: ${places[path.end]}.`] : []),
    ].join(' ');
  },
};
