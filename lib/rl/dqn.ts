/** Deep Q-learning: a network in the place of the table, and two tricks that keep it from chasing its own tail. */
import { numbers, whole } from '../assert';
import { generator } from '../random';
import * as tf from '../tensorflow';
import { epsilonAt, epsilonGreedy, exploration, type Epsilon } from './choices';
import { act, type Environment } from './environment';
import { answers, network, sizes, variables } from './networks';
import { Replay, type Experience } from './replay';
import { train, type OnEpisode, type Trained } from './training';

/** Options of {@link dqn}. */
export interface DqnOptions {
  /** A model of your own, states [batch, numbers] to Q-values [batch, actions]. Default: a layer of 128 ReLU units. */
  model?: tf.LayersModel;
  /** How many episodes to play. Default 120. */
  episodes?: number;
  /** The learning rate of Adam, above 0. Default 0.002. */
  learningRate?: number;
  /** What a reward one step later is worth beside one now, from 0 to 1. Default 0.98. */
  discount?: number;
  /** How often any action is tried. Default: from 1 down to 0.01 in the first 40 episodes. */
  epsilon?: Epsilon;
  /** How many remembered steps make one step of learning. Default 128. */
  batchSize?: number;
  /** How many steps are remembered. Default 10,000. */
  replay?: number;
  /** How many steps are played for each step of learning; it begins when a batch is remembered. Default 2. */
  trainEvery?: number;
  /** After how many steps of learning the target network is made like the model. Default 50. */
  targetEvery?: number;
  /** A whole number from 0 up that decides the weights at the start and every draw. Default 0. */
  seed?: number;
  /** Is told of each episode, `{ episode, reward, mean }`; where it answers `false`, the training ends. Default none. */
  onEpisode?: OnEpisode;
}

/**
 * Deep Q-learning: a network says what each action is worth, and after each step learns towards r + γ max over a' of Q(s', a').
 * It learns from steps it remembers, drawn at random, since neighbours are too alike; and towards the answers of an older
 * copy of itself, the target network, since else each step would move its own aim.
 *
 * ```ts
 * import { rl } from 'neurona';
 *
 * const onEpisode = ({ episode, mean }: rl.EpisodeReport) => {
 *   if (episode % 10 === 0) console.log(episode, mean);
 *   return mean < 195; // false ends the training
 * };
 * const { model, rewards } = await rl.dqn(rl.cartPole({ seed: 1 }), { episodes: 20, seed: 1, onEpisode });
 * console.log(rewards.at(-1), rl.play(rl.cartPole({ seed: 2 }), rl.greedy(model)).reward);
 * ```
 *
 * `env` is any environment whose states are lists of numbers, near 1 in size. Returns the model and the sum of rewards of
 * each episode, however the training ends: by its number of episodes, by `onEpisode`, or by Stop. The model is trained
 * in place; the same seed, model and a fresh environment give the same training.
 * With the defaults the mean of 20 episodes on the cart and its pole reaches 195 after some 50 to 120 episodes.
 * Throws where an option is out of range, a model does not fit the environment, or its answers are no longer finite.
 * Source: Mnih and others, "Human-level control through deep reinforcement learning", 2015, with Adam in the place of
 * RMSProp; lesson 26.
 */
export async function dqn(
  env: Environment<number[]>,
  {
    model: own,
    episodes = 120,
    learningRate = 0.002,
    discount = 0.98,
    epsilon = { start: 1, end: 0.01, episodes: 40 },
    batchSize = 128,
    replay = 10_000,
    trainEvery = 2,
    targetEvery = 50,
    seed = 0,
    onEpisode,
  }: DqnOptions = {},
): Promise<Trained> {
  const who = 'rl.dqn';
  const { inputs, actions } = sizes(who, env, {
    model: own,
    episodes,
    batchSize,
    learningRate,
    discount,
    seed,
    onEpisode,
  });
  exploration(who, epsilon);
  whole(who, { replay }, batchSize);
  whole(who, { trainEvery }, 1);
  whole(who, { targetEvery }, 1);
  const model = own ?? network(inputs, actions, { units: 128, activation: 'relu', output: 'linear', seed });
  const target = await copyOf(model);
  const optimizer = tf.train.adam(learningRate);
  const random = generator(seed);
  const memory = new Replay(replay);
  let played = 0;
  let learnt = 0;

  function play(episode: number): number {
    let state = env.reset();
    let [reward, done] = [0, false];
    while (!done) {
      const action = epsilonGreedy(answers(who, model, state), epsilonAt(epsilon, episode), random);
      const step = act(who, env, action);
      numbers(who, { "the environment's state": step.state }, inputs);
      memory.add({ state, action, reward: step.reward, next: step.state, over: step.done && !step.truncated });
      [state, done, reward] = [step.state, step.done, reward + step.reward];
      played += 1;
      if (memory.size >= batchSize && played % trainEvery === 0) learnFrom(memory.sample(batchSize, random));
    }
    return reward;
  }

  function learnFrom(batch: Experience[]): void {
    tf.tidy(() => {
      const states = tf.tensor2d(batch.map(({ state }) => state)); // [batch, numbers]
      const taken = tf.oneHot(
        tf.tensor1d(
          batch.map(({ action }) => action),
          'int32',
        ),
        actions,
      ); // [batch, actions]
      const rewards = tf.tensor1d(batch.map(({ reward }) => reward));
      const goesOn = tf.tensor1d(batch.map(({ over }) => (over ? 0 : 1)));
      const follows = (target.apply(tf.tensor2d(batch.map(({ next }) => next))) as tf.Tensor).max(1); // [batch]
      const targets = rewards.add(follows.mul(goesOn).mul(discount)); // y = r + γ max over a' of Q⁻(s', a')
      optimizer.minimize(
        () => {
          const q = (model.apply(states, { training: true }) as tf.Tensor).mul(taken).sum(1); // Q(s, a), [batch]
          return tf.losses.meanSquaredError(targets, q).asScalar();
        },
        false,
        variables(model),
      );
    });
    learnt += 1;
    if (learnt % targetEvery === 0) target.setWeights(model.getWeights());
  }

  const release = () => {
    optimizer.dispose();
    target.dispose();
  };
  return train({ model, made: !own, play, release }, { episodes, onEpisode });
}

/** A network of the same build and the same weights. */
async function copyOf(model: tf.LayersModel): Promise<tf.LayersModel> {
  const copy = await tf.models.modelFromJSON(JSON.parse(model.toJSON() as string) as tf.io.ModelJSON);
  copy.setWeights(model.getWeights());
  return copy;
}
