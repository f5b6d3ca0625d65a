/** Policy gradient: no values at all; what turned out better than usual is made more likely. */
import { fail, numbers } from '../assert';
import { generator } from '../random';
import * as tf from '../tensorflow';
import { drawn } from './choices';
import { act, type Environment } from './environment';
import { answers, network, sizes, variables } from './networks';
import { train, type OnEpisode, type Trained } from './training';

/** Options of {@link policyGradient}. */
export interface PolicyGradientOptions {
  /** A policy of your own, states [batch, numbers] to chances [batch, actions]. Default: a layer of 64 tanh units. */
  model?: tf.LayersModel;
  /** How many episodes to play. Default 200. */
  episodes?: number;
  /** How many episodes make one step of learning. Default 10. */
  batchSize?: number;
  /** The learning rate of Adam, above 0. Default 0.02. */
  learningRate?: number;
  /** What a reward one step later is worth beside one now, from 0 to 1. Default 0.99. */
  discount?: number;
  /** A whole number from 0 up that decides the weights at the start and every action. Default 0. */
  seed?: number;
  /** Is told of each episode, `{ episode, reward, mean }`; where it answers `false`, the training ends. Default none. */
  onEpisode?: OnEpisode;
}

/** What was lived through since the last step of learning. */
interface Lived {
  states: number[][];
  actions: number[];
  /** What followed each action: Gₜ = rₜ + γ rₜ₊₁ + γ² rₜ₊₂ + … */
  returns: number[];
}

/**
 * REINFORCE with a baseline: play some episodes by chance, then make each action more likely the more its return was
 * above the mean of them all, and less likely the more it was below: ∇ log π(a | s) · (G − b).
 *
 * ```ts
 * import { rl } from 'neurona';
 *
 * const { model, rewards } = await rl.policyGradient(rl.cartPole({ seed: 1 }), { episodes: 40, seed: 1 });
 * console.log(rewards.at(-1), rl.play(rl.cartPole({ seed: 2 }), rl.greedy(model)).reward);
 * ```
 *
 * `env` is any environment whose states are lists of numbers, near 1 in size. A model of your own ends in softmax. The
 * returns of a batch of episodes are measured in their own standard deviation, so that the size of rewards does not matter.
 * Returns the model and the sum of rewards of each episode, however the training ends: by its number of episodes, by
 * `onEpisode`, or by Stop. The model is trained in place; the same seed, model and a fresh environment give the same
 * training.
 * With the defaults the mean of 20 episodes on the cart and its pole reaches 195 after some 110 to 180 episodes.
 * Throws where an option is out of range, a model does not fit the environment, or its answers are no chances.
 * Source: Williams, "Simple statistical gradient-following algorithms for connectionist reinforcement learning", 1992;
 * lesson 26.
 */
export async function policyGradient(
  env: Environment<number[]>,
  {
    model: own,
    episodes = 200,
    batchSize = 10,
    learningRate = 0.02,
    discount = 0.99,
    seed = 0,
    onEpisode,
  }: PolicyGradientOptions = {},
): Promise<Trained> {
  const who = 'rl.policyGradient';
  const { inputs, actions } = sizes(who, env, {
    model: own,
    episodes,
    batchSize,
    learningRate,
    discount,
    seed,
    onEpisode,
  });
  const model = own ?? network(inputs, actions, { units: 64, activation: 'tanh', output: 'softmax', seed });
  const optimizer = tf.train.adam(learningRate);
  const random = generator(seed);
  let lived: Lived = { states: [], actions: [], returns: [] };

  function play(episode: number): number {
    const rewards: number[] = [];
    let [state, done] = [env.reset(), false];
    while (!done) {
      const chances = answers(who, model, state);
      const sum = chances.reduce((sum, chance) => sum + chance, 0);
      if (Math.abs(sum - 1) > 1e-3 || chances.some((chance) => chance < 0)) {
        fail(who, "the model's answer to be chances that sum to 1", chances, "end it with activation: 'softmax'");
      }
      const action = drawn(chances, random);
      const step = act(who, env, action);
      numbers(who, { "the environment's state": step.state }, inputs);
      lived.states.push(state);
      lived.actions.push(action);
      rewards.push(step.reward);
      ({ state, done } = step);
    }
    lived.returns.push(...discounted(rewards, discount));
    if ((episode + 1) % batchSize === 0) {
      learnFrom(lived);
      lived = { states: [], actions: [], returns: [] };
    }
    return rewards.reduce((sum, reward) => sum + reward, 0);
  }

  function learnFrom({ states, actions: acts, returns }: Lived): void {
    tf.tidy(() => {
      const xs = tf.tensor2d(states); // [steps, numbers]
      const taken = tf.oneHot(tf.tensor1d(acts, 'int32'), actions); // [steps, actions]
      const { mean, variance } = tf.moments(tf.tensor1d(returns));
      const advantages = tf.tensor1d(returns).sub(mean).div(variance.sqrt().add(1e-8));
      optimizer.minimize(
        () => {
          const chances = (model.apply(xs, { training: true }) as tf.Tensor).mul(taken).sum(1); // π(a | s), [steps]
          return chances.add(1e-8).log().mul(advantages).mean().neg() as tf.Scalar;
        },
        false,
        variables(model),
      );
    });
  }

  const release = () => optimizer.dispose();
  return train({ model, made: !own, play, release }, { episodes, onEpisode });
}

/** The return at each step: Gₜ = rₜ + γ Gₜ₊₁, from the end. */
export function discounted(rewards: readonly number[], discount: number): number[] {
  const returns: number[] = [];
  let follows = 0;
  for (const reward of [...rewards].reverse()) returns.push((follows = reward + discount * follows));
  return returns.reverse();
}
