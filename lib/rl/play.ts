/** An episode played through: who decides what to do, and what came of it. */
import { fail, whole } from '../assert';
import * as tf from '../tensorflow';
import { act, environment, type Environment } from './environment';
import { best } from './choices';
import { answers, qualified } from './networks';

/** Who decides: a function from a state to an action, or, where states are numbers, a list with an action for each. */
export type Policy<State> = ((state: State) => number) | (State extends number ? readonly number[] : never);

/** Options of {@link play}. */
export interface PlayOptions {
  /** After how many steps to leave off, from 1 up. Default 10,000. */
  maxSteps?: number;
}

/** What {@link play} has seen. */
export interface Episode<State> {
  /** The states, from the first to the last: one more than actions. */
  states: State[];
  /** The action in each state but the last. */
  actions: number[];
  /** What each action has earned. */
  rewards: number[];
  /** The sum of the rewards. */
  reward: number;
}

/**
 * Plays one episode by a policy.
 *
 * ```ts
 * import { rl, show } from 'neurona';
 *
 * const world = rl.gridWorld();
 * const { policy } = rl.valueIteration(world);
 * const { states, reward } = rl.play(world, policy);
 * show.gridWorld(world, { path: states });
 * console.log(reward);
 * ```
 *
 * `policy` is a function from a state to an action, a list of an action for each state, or what {@link greedy} makes of
 * a model. Returns the states, actions and rewards, and the sum of the rewards.
 * Throws where the policy chooses what is no action, or the environment answers anything but { state, reward, done }.
 */
export function play<State>(
  env: Environment<State>,
  policy: Policy<State>,
  { maxSteps = 10_000 }: PlayOptions = {},
): Episode<State> {
  const who = 'rl.play';
  environment(who, env);
  whole(who, { maxSteps }, 1);
  if (typeof policy !== 'function' && !Array.isArray(policy)) {
    fail(who, 'policy to be a function from a state to an action, or a list of actions', policy);
  }
  const decide: (state: State) => number | undefined =
    typeof policy === 'function' ? policy : (state) => (policy as readonly number[])[state as number];
  const episode: Episode<State> = { states: [env.reset()], actions: [], rewards: [], reward: 0 };
  for (let done = false; !done && episode.actions.length < maxSteps;) {
    const action = decide(episode.states.at(-1)!) as number; // if it is one
    whole(who, { "the policy's action": action }, 0, env.actions.length - 1);
    const step = act(who, env, action);
    episode.states.push(step.state);
    episode.actions.push(action);
    episode.rewards.push(step.reward);
    episode.reward += step.reward;
    ({ done } = step);
  }
  return episode;
}

/**
 * The policy that always takes the action to which a model gives the largest number: a Q-value of `dqn`, or a chance of
 * `policyGradient`.
 *
 * ```ts
 * import { rl, tf } from 'neurona';
 *
 * const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 2 })] }); // untrained
 * console.log(rl.play(rl.cartPole(), rl.greedy(model)).reward);
 * ```
 *
 * `model` takes states [batch, numbers] and gives [batch, actions]. Returns a function from a state to an action.
 * Throws where the model takes or gives another shape, a state does not fit it, or its answer is not a number.
 */
export function greedy(model: tf.LayersModel): (state: readonly number[]) => number {
  qualified('rl.greedy', model);
  return (state) => best(answers('rl.greedy', model, state));
}
