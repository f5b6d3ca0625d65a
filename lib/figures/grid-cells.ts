/** The layers of a grid world's drawing: walls, coloured places, a path, and what is written in each place. */
import type { Data } from 'plotly.js';
import { ends, type GridWorld } from '../rl/grid-world';
import { words } from '../words';
import { colors, diverging, palette, short } from './theme';

/** What is drawn of each state. */
export interface Shown {
  /** A number for each state, if any are drawn. */
  worth: readonly number[] | undefined;
  /** What each action is worth, for the pointer to find. */
  q: readonly (readonly number[])[] | undefined;
  /** The actions that have an arrow, for each state. */
  goes: readonly (readonly number[])[];
}

const arrows = ['↑', '→', '↓', '←'];

/** More columns than this leave no room for figures. */
const mostWritten = 14;

/** Whether an agent is ever there and may go on; nobody stays on a cliff. */
export function isOpen(world: GridWorld, state: number): boolean {
  return !ends(world.places[state]!) && world.places[state] !== 'cliff';
}

/** The states in which a value means something: an action is taken there. */
export function openStates(world: GridWorld): number[] {
  return [...world.places.keys()].filter((state) => isOpen(world, state));
}

/** Where a state is on the map, counted from 0. */
export const rowOf = ({ columns }: GridWorld, state: number) => Math.floor(state / columns);
export const columnOf = ({ columns }: GridWorld, state: number) => state % columns;
const inRows = <T>({ rows, columns }: GridWorld, of: (state: number) => T) =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => of(row * columns + column)));
const cells = { type: 'heatmap', xgap: 2, ygap: 2 } as const;

/** The walls, in one grey. */
export function walls(world: GridWorld): object {
  const z = inRows(world, (state) => (world.places[state] === 'wall' ? 1 : null));
  const colorscale: [number, string][] = [[0, colors.silent], [1, colors.silent]]; // prettier-ignore
  return { ...cells, z, colorscale, showscale: false, hoverinfo: 'skip' } satisfies Data;
}

/** The largest value without its sign: the end of the colours. */
function largestOf(world: GridWorld, { worth }: Shown): number {
  return Math.max(...openStates(world).map((state) => Math.abs(worth?.[state] ?? 0))) || 1;
}

/** The places, coloured by what they are worth; the pointer finds all that is known of them. */
export function ground(world: GridWorld, shown: Shown): object {
  const { worth, q, goes } = shown;
  const largest = largestOf(world, shown);
  const say = words.figures.gridWorld;
  const hover = (state: number) =>
    say.hover(rowOf(world, state), columnOf(world, state), state, world.places[state]!, [
      ...(worth && isOpen(world, state) ? [say.worth(say.value, worth[state]!)] : []),
      ...((isOpen(world, state) && q?.[state]!.map((value, i) => say.worth(world.actions[i]!, value))) || []),
      ...(goes[state]!.length > 0 ? [say.chosen(goes[state]!.map((action) => world.actions[action]!))] : []),
    ]);
  return {
    ...cells,
    z: inRows(world, (state) => {
      if (world.places[state] === 'wall') return null;
      return isOpen(world, state) ? short(worth?.[state] ?? 0) : 0;
    }),
    zmin: -largest,
    zmax: largest,
    colorscale: diverging,
    showscale: worth !== undefined,
    colorbar: { title: { text: say.value }, thickness: 12 },
    hoverongaps: false,
    hovertext: inRows(world, hover) as unknown as string[],
    hovertemplate: '%{hovertext}<extra></extra>',
  } satisfies Data;
}

/** The path, along the lower left of the places, beside what is written there; a ring where it begins, a cross where it ends. */
export function walk(world: GridWorld, path: readonly number[]): object {
  const last = path.length - 1;
  return {
    type: 'scatter',
    mode: 'lines+markers',
    name: words.figures.gridWorld.path,
    x: path.map((state) => short(columnOf(world, state) - 0.36)),
    y: path.map((state) => short(rowOf(world, state) + 0.36)),
    line: { color: palette[3]!, width: 4 },
    marker: {
      color: palette[3]!,
      size: path.map((_, i) => (i === 0 || i === last ? 14 : 6)),
      symbol: path.map((_, i) => (i === last ? 'x' : i === 0 ? 'circle-open' : 'circle')),
      line: { width: 2 },
    },
    hoverinfo: 'skip',
  } satisfies Data;
}

/** In each place its kind, its arrows and its value, dark on pale and white on deep. */
export function texts(world: GridWorld, shown: Shown): object {
  const { worth, goes } = shown;
  const largest = largestOf(world, shown);
  const roomy = world.columns <= mostWritten;
  const kind = (state: number) => words.figures.gridWorld.place(world.places[state]!);
  const value = (state: number) =>
    worth && roomy && isOpen(world, state) ? Number(worth[state]!.toPrecision(2)).toString() : '';
  const lines = (state: number) =>
    [roomy ? kind(state) : kind(state).slice(0, 1), goes[state]!.map((action) => arrows[action]).join(''), value(state)]
      .filter((line) => line !== '')
      .join('<br>');
  const states = [...world.places.keys()].filter((state) => world.places[state] !== 'wall');
  return {
    type: 'scatter',
    mode: 'text',
    x: states.map((state) => columnOf(world, state)),
    y: states.map((state) => rowOf(world, state)),
    text: states.map(lines),
    textfont: {
      size: world.columns <= 8 ? 13 : 11,
      color: states.map((state) =>
        isOpen(world, state) && Math.abs(worth?.[state] ?? 0) > 0.6 * largest ? colors.onNode : colors.ink,
      ),
    },
    hoverinfo: 'skip',
    showlegend: false,
  } satisfies Data;
}
