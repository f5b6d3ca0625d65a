/** A grid world from above: what each place is, what it is worth, where to go from it, and a path through it. */
import type { Layout } from 'plotly.js';
import { fail, numbers, whole } from '../assert';
import { best } from '../rl/choices';
import type { GridWorld } from '../rl/grid-world';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { columnOf, ground, isOpen, openStates, rowOf, texts, walk, walls } from './grid-cells';
import { themed } from './theme';

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
  const shown = { worth, q, goes };
  const drawing = {
    title: words.figures.gridWorld.title,
    height: Math.round(130 + world.rows * Math.min(90, 700 / world.columns)),
    data: [
      walls(world),
      ground(world, shown),
      ...(path && path.length > 0 ? [walk(world, path)] : []),
      texts(world, shown),
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
  if (values) numbers(who, { values }, states);
  if (q) {
    if (q.length !== states) fail(who, `q to hold ${states} rows, one for each state`, q.length);
    q.forEach((row, state) => numbers(who, { [`q[${state}]`]: row }, world.actions.length));
  }
  if (policy) {
    numbers(who, { policy }, states);
    policy.forEach((action, state) => whole(who, { [`policy[${state}]`]: action }, 0, world.actions.length - 1));
  }
  if (path) numbers(who, { path });
  path?.forEach((state, i) => whole(who, { [`path[${i}]`]: state }, 0, states - 1));
}
