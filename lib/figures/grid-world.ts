/** A grid world from above: what each place is, what it is worth, where to go from it, and a path through it. */
import type { Data, Layout } from 'plotly.js';
import { fail, numbers, whole } from '../assert';
import { best } from '../rl/choices';
import { ends, type GridWorld } from '../rl/grid-world';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { colors, diverging, palette, short, themed } from './theme';

/** Options of {@link gridWorld}. */
export interface GridWorldFigureOptions extends FigureOptions {
  /** A number for each state, drawn as a colour and in figures. Default: of `q`, the largest of each state. */
  values?: readonly number[];
  /** What each action in each state is worth, [state][action]: drawn as values, and as arrows to the best. */
  q?: readonly (readonly number[])[];
  /** An action for each state, drawn as arrows. Default: of `q`, the best of each state. */
  policy?: readonly number[];
  /** States in the order of a walk, as `rl.play` gives them. */
  path?: readonly number[];
}

const arrows = ['↑', '→', '↓', '←'];

/** More columns than this leave no room for figures. */
const mostWritten = 14;

/**
 * A grid world from above, with what was learnt of it: values as colours and figures, policies as arrows, a path as a line.
 *
 * ```ts
 * import { figures, rl, show } from 'neurona';
 *
 * const world = rl.gridWorld({ map: 'coin' });
 * const { q, policy } = rl.valueIteration(world);
 * const { states } = rl.play(world, policy);
 * show.figure(figures.gridWorld(world, { q, path: states }));
 * ```
 *
 * Where several actions are equally good there are several arrows; where all are, none. Returns a figure.
 * Throws where `world` is none of `rl.gridWorld`, or values, q, policy or path don't fit its states.
 */
export function gridWorld(
  world: GridWorld,
  { values, q, policy, path, ...options }: GridWorldFigureOptions = {},
): Figure {
  const who = 'figures.gridWorld';
  check(who, world, { values, q, policy, path });
  const worth = values ?? q?.map((ofState) => Math.max(...ofState));
  const goes = world.places.map((_, state) => (isOpen(world, state) ? bestActions(policy?.[state], q?.[state]) : []));
  const largest = Math.max(...openStates(world).map((state) => Math.abs(worth?.[state] ?? 0))) || 1;
  const drawing = {
    title: words.figures.gridWorld.title,
    height: Math.round(130 + world.rows * Math.min(90, 700 / world.columns)),
    data: [
      walls(world),
      ground(world, worth, q, goes, largest),
      ...(path && path.length > 0 ? [walk(world, path)] : []),
      texts(world, worth, goes, largest),
    ],
    layout: {
      xaxis: { ...axis(world.columns), constrain: 'domain', title: { text: words.figures.gridWorld.column } },
      yaxis: { ...axis(world.rows), autorange: 'reversed', scaleanchor: 'x', constrain: 'domain', title: { text: words.figures.gridWorld.row } }, // prettier-ignore
      showlegend: path !== undefined,
    } satisfies Partial<Layout>,
    description: describe(world, worth, goes, path),
  };
  return themed(who, drawing, options);
}

/** The actions that are best, by the policy or by q: several where they are equal but for rounding, none where all are. */
function bestActions(chosen: number | undefined, q: readonly number[] | undefined): number[] {
  if (chosen !== undefined) return [chosen];
  if (!q) return [];
  const near = 1e-9 * Math.max(1, ...q.map(Math.abs));
  const found = [...q.keys()].filter((action) => q[action]! >= q[best(q)]! - near);
  return found.length === q.length ? [] : found;
}

/** Whether an agent is ever there and may go on; nobody stays on a cliff. */
function isOpen(world: GridWorld, state: number): boolean {
  return !ends(world.places[state]!) && world.places[state] !== 'cliff';
}

function openStates(world: GridWorld): number[] {
  return [...world.places.keys()].filter((state) => isOpen(world, state));
}

const rowOf = ({ columns }: GridWorld, state: number) => Math.floor(state / columns);
const columnOf = ({ columns }: GridWorld, state: number) => state % columns;
const inRows = <T>({ rows, columns }: GridWorld, of: (state: number) => T) =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => of(row * columns + column)));
const cells = { type: 'heatmap', xgap: 2, ygap: 2 } as const;

function walls(world: GridWorld): object {
  const z = inRows(world, (state) => (world.places[state] === 'wall' ? 1 : null));
  const colorscale: [number, string][] = [[0, colors.silent], [1, colors.silent]]; // prettier-ignore
  return { ...cells, z, colorscale, showscale: false, hoverinfo: 'skip' } satisfies Data;
}

function ground(
  world: GridWorld,
  worth: readonly number[] | undefined,
  q: GridWorldFigureOptions['q'],
  goes: readonly number[][],
  largest: number,
): object {
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
function walk(world: GridWorld, path: readonly number[]): object {
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
function texts(world: GridWorld, worth: readonly number[] | undefined, goes: number[][], largest: number): object {
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
        isOpen(world, state) && Math.abs(worth?.[state] ?? 0) > 0.6 * largest ? colors.onNode : colors.onPaper,
      ),
    },
    hoverinfo: 'skip',
    showlegend: false,
  } satisfies Data;
}

function axis(count: number): Partial<Layout['xaxis']> {
  const every = Math.ceil(count / 20);
  const tickvals = Array.from({ length: Math.ceil(count / every) }, (_, i) => i * every);
  return { tickvals, ticktext: tickvals.map((i) => String(i + 1)), showgrid: false, zeroline: false };
}

function describe(world: GridWorld, worth: readonly number[] | undefined, goes: number[][], path?: readonly number[]) {
  const open = openStates(world);
  const top = worth && open.reduce((most, state) => (worth[state]! > worth[most]! ? state : most)); // a start is always open
  return words.figures.gridWorld.description(world.rows, world.columns, world.places, {
    ...(worth && top !== undefined
      ? { values: { least: Math.min(...open.map((state) => worth[state]!)), most: worth[top]!, at: [rowOf(world, top), columnOf(world, top)] } } // prettier-ignore
      : {}),
    ...(goes.some(({ length }) => length > 0) ? { walk: follow(world, goes) } : {}),
    ...(path && path.length > 0 ? { path: { steps: path.length - 1, end: world.places[path.at(-1)!]! } } : {}),
  });
}

/** Where the first arrows lead from the first start, until they end or come back. */
function follow(world: GridWorld, goes: number[][]): { actions: string[]; end: GridWorld['places'][number] } {
  const actions: string[] = [];
  let state = world.places.indexOf('start');
  for (const seen = new Set<number>(); !seen.has(state) && goes[state]!.length > 0;) {
    seen.add(state);
    actions.push(world.actions[goes[state]![0]!]!);
    const outcomes = world.transitions[state]![goes[state]![0]!]!;
    state = outcomes.reduce((most, other) => (other.chance > most.chance ? other : most)).state;
  }
  return { actions, end: world.places[state]! };
}

function check(who: string, world: GridWorld, { values, q, policy, path }: GridWorldFigureOptions): void {
  if (!Array.isArray(world?.places) || !Array.isArray(world.map)) fail(who, 'a world of rl.gridWorld', world);
  const { states } = world;
  if (values) numbers(who, { values: values as number[] }, states);
  if (q) {
    if (!Array.isArray(q) || q.length !== states) fail(who, `q to hold ${states} rows, one for each state`, q.length);
    q.forEach((row, state) => numbers(who, { [`q[${state}]`]: row }, world.actions.length));
  }
  if (policy) {
    numbers(who, { policy: policy as number[] }, states);
    policy.forEach((action, state) => whole(who, { [`policy[${state}]`]: action }, 0, world.actions.length - 1));
  }
  path?.forEach((state, i) => whole(who, { [`path[${i}]`]: state }, 0, states - 1));
}
