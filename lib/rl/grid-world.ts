/** A world of squares: walls, goals, pits; small enough to write down what every action may lead to. */
import { fail, finite, whole } from '../assert';
import { generator } from '../random';
import { actionNumber, type Environment, type Step } from './environment';
import { readMap, signs, type MapName, type Place, type Rewards } from './maps';

/** One thing that an action may lead to. */
export interface Transition {
  /** How likely it is, from 0 to 1. */
  chance: number;
  /** The state it leads to. */
  state: number;
  /** What it earns. */
  reward: number;
  /** Whether the episode is over then. */
  done: boolean;
}

/** A world as data: all that dynamic programming needs. */
export interface World {
  /** The names of the actions. */
  readonly actions: readonly string[];
  /** What may come of each action in each state, `transitions[state][action]`; the chances sum to 1. */
  readonly transitions: readonly (readonly (readonly Transition[])[])[];
}

/** A world of squares, as {@link gridWorld} makes it: to act in, and as data. */
export interface GridWorld extends Environment<number>, World {
  /** The map, a row of signs for each row of places. */
  readonly map: readonly string[];
  /** What each place is, by its state. */
  readonly places: readonly Place[];
  readonly rows: number;
  readonly columns: number;
  /** How many states there are: rows × columns. */
  readonly states: number;
  /** Acts, by an action's number or its name. */
  step(action: number | string): Step<number>;
}

/** Options of {@link gridWorld}. */
export interface GridWorldOptions {
  /**
   * Rows of signs, all of one length: `S` start, `.` free, `#` wall, `G` goal and `P` pit (both end the episode), `C` cliff
   * (back to the start), `$` coin (for ever). Or a name: 'pit', 'cliff', 'coin'. Default 'pit'.
   */
  map?: MapName | readonly string[];
  /** What it earns to arrive at each kind of place; those not named keep the map's own. */
  rewards?: Partial<Rewards>;
  /** How likely a step goes to one of the two sides instead, half of it to each, from 0 to 1. Default 0. */
  slip?: number;
  /** After how many steps time is up. Default 500. */
  maxSteps?: number;
  /** A whole number from 0 up that decides every slip, and the start where there are several. Default 0. */
  seed?: number;
}

const actions = ['up', 'right', 'down', 'left'] as const;
const moves = [
  [-1, 0],
  [0, 1],
  [1, 0],
  [0, -1],
] as const; // [rows, columns], clockwise from above: a side is one further

/**
 * A world of squares to walk through: up, right, down, left. Who walks into a wall or the edge stays, and has made a step.
 *
 * ```ts
 * import { rl, show } from 'neurona';
 *
 * const world = rl.gridWorld({ slip: 0.2, seed: 7 });
 * console.log(world.map, world.reset(), world.step('up'));
 * console.log(world.transitions[8]![0]); // what going up may lead to from place 8, the start
 * show.gridWorld(world);
 * ```
 *
 * The state is the place, a whole number: row × columns + column, counted from above. A place earns its reward to who
 * arrives there, and to who stays. In a state that ends the episode, and in a wall, every action leads nowhere and earns 0.
 * The map 'pit' is Russell and Norvig's 4 × 3 world, 'cliff' is example 6.6 of Sutton and Barto, and in 'coin' a
 * reward goes wrong: to stay at the coin earns more than the goal.
 * Throws where the map has rows of different lengths, an unknown sign or no start, an option is out of range, or a step
 * is made when the episode is over.
 * Source: Russell and Norvig, "Artificial intelligence: a modern approach", 1995; Sutton and Barto, "Reinforcement
 * learning", 2018; lesson 26.
 */
export function gridWorld({
  map = 'pit',
  rewards,
  slip = 0,
  maxSteps = 500,
  seed = 0,
}: GridWorldOptions = {}): GridWorld {
  const who = 'rl.gridWorld';
  const { rows: drawn, rewards: own } = readMap(who, map);
  const earns = rewardsOf(who, own, rewards);
  finite(who, { slip }, 0, 1);
  whole(who, { maxSteps }, 1);
  whole(who, { seed }, 0);
  const random = generator(seed);
  const places = [...drawn.join('')].map((sign) => signs[sign as keyof typeof signs]);
  const [rows, columns] = [drawn.length, drawn[0]!.length];
  const starts = [...places.keys()].filter((state) => places[state] === 'start');
  const transitions = places.map((_, state) => actions.map((_, action) => outcomes(state, action)));
  let now: number | undefined; // no state before the first reset, and none after the end
  let steps = 0;

  /** The place beside `state`, or itself where there is a wall or an edge. */
  function beside(state: number, action: number): number {
    const [row, column] = [Math.floor(state / columns) + moves[action]![0], (state % columns) + moves[action]![1]];
    if (row < 0 || row >= rows || column < 0 || column >= columns) return state;
    return places[row * columns + column] === 'wall' ? state : row * columns + column;
  }

  /** What an action may lead to; chances of the same state are added. */
  function outcomes(state: number, action: number): Transition[] {
    if (ends(places[state]!)) return [{ chance: 1, state, reward: 0, done: true }];
    const found = new Map<string, Transition>();
    const ways = [[1 - slip, action], [slip / 2, (action + 1) % 4], [slip / 2, (action + 3) % 4]] as const; // prettier-ignore
    for (const [chance, way] of ways) {
      const place = places[beside(state, way)]!;
      const reward = earns[place === 'free' || place === 'start' || place === 'wall' ? 'step' : place];
      const ahead = place === 'cliff' ? starts : [beside(state, way)];
      if (chance / ahead.length === 0) continue;
      for (const next of ahead) {
        const key = `${next} ${place}`; // who falls off the cliff is at the start too, for another reward
        const known = found.get(key)?.chance ?? 0;
        found.set(key, { chance: known + chance / ahead.length, state: next, reward, done: ends(place) });
      }
    }
    return [...found.values()];
  }

  function reset(): number {
    steps = 0;
    return (now = starts.length === 1 ? starts[0]! : random.choice(starts));
  }

  function step(action: number | string): Step<number> {
    if (now === undefined) fail('step', 'an episode that goes on', 'none', 'call reset() before the next step');
    const possible = transitions[now]![actionNumber('step', actions, action)]!;
    let rest = possible.length === 1 ? 0 : random.uniform();
    const { state, reward, done } = possible.find(({ chance }) => (rest -= chance) < 0) ?? possible.at(-1)!;
    steps += 1;
    const truncated = !done && steps >= maxSteps;
    now = done || truncated ? undefined : state;
    return { state, reward, done: done || truncated, ...(truncated ? { truncated } : {}) };
  }

  return { actions, map: drawn, places, rows, columns, states: places.length, transitions, reset, step };
}

/** Whether there is no way on from a place. */
export function ends(place: Place): boolean {
  return place === 'goal' || place === 'pit' || place === 'wall';
}

function rewardsOf(who: string, own: Rewards, rewards: Partial<Rewards> = {}): Rewards {
  for (const [name, reward] of Object.entries(rewards)) {
    if (!Object.hasOwn(own, name)) fail(who, `rewards among ${Object.keys(own).join(', ')}`, name);
    finite(who, { [`rewards.${name}`]: reward });
  }
  return { ...own, ...rewards };
}
