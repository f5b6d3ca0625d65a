/** Q-learning and SARSA: a table of what each action in each state is worth, learnt by trying. */
import { finite, whole } from '../assert';
import { generator } from '../random';
import { best, epsilonAt, epsilonGreedy, exploration, type Epsilon } from './choices';
import { act, environment, type Environment } from './environment';

/** Options of {@link qLearning} and {@link sarsa}. */
export interface TableOptions {
  /** How many episodes to play. Default 500. */
  episodes?: number;
  /** How far each step moves a value towards what it has seen, above 0 and up to 1. Default 0.1. */
  learningRate?: number;
  /** What a reward one step later is worth beside one now, from 0 to 1. Default 0.9. */
  discount?: number;
  /** How often any action is tried: a chance, or `{ start, end, episodes }` for one that falls. Default 0.1. */
  epsilon?: Epsilon;
  /** A whole number from 0 up that decides what is tried. Default 0. */
  seed?: number;
}

/** What {@link qLearning} and {@link sarsa} have learnt. */
export interface Table {
  /** What each action in each state is worth, [state][action]; 0 where it was never tried. */
  q: number[][];
  /** The best of these, for each state: its value. */
  values: number[];
  /** The best action in each state, the first of several. */
  policy: number[];
  /** The sum of rewards of each episode. */
  rewards: number[];
  /** How many steps each episode had. */
  steps: number[];
  /** How often each action was taken in each state, [state][action]. */
  visits: number[][];
}

/**
 * Q-learning: after each step, Q(s, a) moves towards r + γ max over a' of Q(s', a'), as if the best were done from there on.
 *
 * ```ts
 * import { rl, show } from 'neurona';
 *
 * const world = rl.gridWorld({ map: 'cliff', seed: 1 });
 * const { q, rewards } = rl.qLearning(world, { discount: 1, learningRate: 0.5, seed: 1 });
 * show.gridWorld(world, { q });
 * show.history({ 'reward of an episode': rewards });
 * ```
 *
 * `env` is any environment whose states are whole numbers from 0 up. Returns the table, the policy it amounts to, the
 * rewards and steps of each episode, and how often what was tried. The same seed and a fresh environment give the same
 * table.
 * Throws where an option is out of range, or the environment answers anything but { state, reward, done }.
 * Source: Watkins, "Learning from delayed rewards", 1989; lesson 26.
 */
export function qLearning(env: Environment<number>, options: TableOptions = {}): Table {
  return learn('rl.qLearning', env, options, false);
}

/**
 * SARSA: after each step, Q(s, a) moves towards r + γ Q(s', a'), a' the action that is really taken next, explorations
 * included: near a cliff it learns to keep away.
 *
 * ```ts
 * import { rl, show } from 'neurona';
 *
 * const world = rl.gridWorld({ map: 'cliff', seed: 1 });
 * const { q } = rl.sarsa(world, { discount: 1, learningRate: 0.5, seed: 1 });
 * show.gridWorld(world, { q });
 * ```
 *
 * Takes and returns what {@link qLearning} does. Throws where an option is out of range, or the environment answers
 * anything but { state, reward, done }.
 * Source: Rummery and Niranjan, "On-line Q-learning using connectionist systems", 1994; the name is Sutton's, 1996.
 */
export function sarsa(env: Environment<number>, options: TableOptions = {}): Table {
  return learn('rl.sarsa', env, options, true);
}

/** Both: they differ in what they count on after the step. */
function learn(
  who: string,
  env: Environment<number>,
  { episodes = 500, learningRate = 0.1, discount = 0.9, epsilon = 0.1, seed = 0 }: TableOptions,
  onPolicy: boolean,
): Table {
  environment(who, env);
  whole(who, { episodes }, 1, 1_000_000);
  finite(who, { learningRate }, Number.MIN_VALUE, 1);
  finite(who, { discount }, 0, 1);
  exploration(who, epsilon);
  whole(who, { seed }, 0);
  const random = generator(seed);
  const row = () => env.actions.map(() => 0);
  const q = Array.from({ length: env.states ?? 0 }, row);
  const visits = Array.from({ length: env.states ?? 0 }, row);
  const rewards: number[] = [];
  const steps: number[] = [];

  /** A state that was never seen gets its row. */
  function known(state: number): number {
    whole(who, { "the environment's state": state }, 0, 1_000_000);
    while (q.length <= state) {
      q.push(row());
      visits.push(row());
    }
    return state;
  }

  for (let episode = 0; episode < episodes; episode++) {
    const choose = (at: number) => epsilonGreedy(q[at]!, epsilonAt(epsilon, episode), random);
    let state = known(env.reset());
    let action = choose(state);
    let [reward, count, done] = [0, 0, false];
    while (!done) {
      const step = act(who, env, action);
      const next = known(step.state);
      const sarsaAction = onPolicy ? choose(next) : undefined;
      const follows = sarsaAction === undefined ? Math.max(...q[next]!) : q[next]![sarsaAction]!;
      const target = step.reward + (step.done && !step.truncated ? 0 : discount * follows);
      q[state]![action]! += learningRate * (target - q[state]![action]!); // Q(s, a) ← Q(s, a) + η (target − Q(s, a))
      visits[state]![action]! += 1;
      [state, done, reward, count] = [next, step.done, reward + step.reward, count + 1];
      action = sarsaAction ?? choose(next); // Q-learning chooses with what it has just learnt
    }
    rewards.push(reward);
    steps.push(count);
  }
  return { q, values: q.map((ofState) => Math.max(...ofState)), policy: q.map(best), rewards, steps, visits };
}
