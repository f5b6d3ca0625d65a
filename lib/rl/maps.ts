/** Maps of grid worlds: the signs they are drawn with, and three that teach. */
import { fail, oneOf } from '../assert';

/** What each sign of a map stands for. */
export const signs = {
  '.': 'free',
  '#': 'wall',
  S: 'start',
  G: 'goal',
  P: 'pit',
  C: 'cliff',
  $: 'coin',
} as const;

/** What a place of a grid world is. */
export type Place = (typeof signs)[keyof typeof signs];

/** What it earns to arrive at a place; `step` is for free places and starts. */
export interface Rewards {
  /** A place with nothing on it. Default -0.04. */
  step: number;
  /** The goal; the episode ends. Default 1. */
  goal: number;
  /** A pit; the episode ends. Default -1. */
  pit: number;
  /** The cliff; the way goes on from the start. Default -1. */
  cliff: number;
  /** A coin; it is there again at once. Default 0.5. */
  coin: number;
}

/** The names of the maps that come with the library. */
export type MapName = 'pit' | 'cliff' | 'coin';

const usual: Rewards = { step: -0.04, goal: 1, pit: -1, cliff: -1, coin: 0.5 };

const maps: Record<MapName, { map: string[]; rewards: Rewards }> = {
  // Russell and Norvig, "Artificial intelligence: a modern approach", the 4 × 3 world of the chapter on decisions.
  pit: { map: ['...G', '.#.P', 'S...'], rewards: usual },
  // Sutton and Barto, "Reinforcement learning", 2018, example 6.6: each step costs 1, the last one too.
  cliff: {
    map: ['............', '............', '............', 'SCCCCCCCCCCG'],
    rewards: { ...usual, step: -1, goal: -1, cliff: -100 },
  },
  // A reward that goes wrong: who stays at the coin earns more than the goal will ever pay.
  coin: { map: ['...$', '.#..', 'S..G'], rewards: usual },
};

/** The rows of a map and its rewards: a map of the library by its name, or one of the student's own. */
export function readMap(who: string, map: MapName | readonly string[]): { rows: string[]; rewards: Rewards } {
  if (typeof map === 'string') {
    oneOf(who, { map }, Object.keys(maps));
    return { rows: maps[map].map, rewards: maps[map].rewards };
  }
  if (!Array.isArray(map) || map.length === 0) fail(who, 'map to be an array of rows, or the name of a map', map);
  const rows = map as readonly unknown[];
  const width = String(rows[0]).length;
  rows.forEach((row, i) => {
    if (typeof row !== 'string' || row === '') fail(who, `map[${i}] to be a row of signs`, row);
    if (row.length !== width) fail(who, `map[${i}] to have ${width} signs, as map[0] has`, row.length);
    const unknown = [...row].find((sign) => !Object.hasOwn(signs, sign));
    if (unknown !== undefined) fail(who, `map[${i}] to be of the signs ${Object.keys(signs).join(' ')}`, unknown);
  });
  if (rows.length * width > 10_000) fail(who, 'a map of at most 10000 places', rows.length * width);
  if (!rows.some((row) => (row as string).includes('S'))) fail(who, 'a start, S, on the map', map);
  return { rows: [...rows] as string[], rewards: usual };
}
