/** Policy gradient and deep Q-learning: they learn, free what they use, and can be stopped and repeated. */
import { beforeAll, describe, expect, it } from 'vitest';
import { generator, rl, tf } from '../../../lib/index';
import { discounted } from '../../../lib/rl/policy-gradient';
import { Replay } from '../../../lib/rl/replay';
import { notFinite } from '../../support/tensors';

const learners = [
  ['dqn', rl.dqn],
  ['policyGradient', rl.policyGradient],
] as const;
type Learner = (typeof learners)[number][1];

beforeAll(() => void tf.tidy(() => tf.zeros([1]).add(1))); // what TensorFlow keeps for itself is there

/** The state is a coin's side; the right answer is the side. Ten answers make an episode. */
function sides(seed = 0): rl.Environment<number[]> {
  const random = generator(seed);
  let [side, left] = [0, 0];
  const toss = () => [(side = random.integer(0, 1)) === 1 ? 1 : -1, 1];
  return {
    actions: ['heads', 'tails'],
    reset: () => ((left = 10), toss()),
    step: (action) => ({ reward: action === side ? 1 : 0, done: --left === 0, state: toss() }),
  };
}

/** A grid world whose state is a list with a 1 at the place. */
function oneHot(world: rl.GridWorld): rl.Environment<number[]> {
  const list = (state: number) => world.places.map((_, i) => (i === state ? 1 : 0));
  return {
    actions: world.actions,
    reset: () => list(world.reset()),
    step: (action) => {
      const { state, ...step } = world.step(action);
      return { ...step, state: list(state) };
    },
  };
}

const small = (output: 'linear' | 'softmax', inputs = 2, seed = 1) =>
  tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [inputs], units: 8, activation: 'tanh', kernelInitializer: tf.initializers.glorotUniform({ seed }) }),
      tf.layers.dense({ units: 2, activation: output, kernelInitializer: tf.initializers.glorotUniform({ seed: seed + 1 }) }),
    ],
  }); // prettier-ignore
const own = (learn: Learner) => small(learn === rl.dqn ? 'linear' : 'softmax');

describe.each(learners)('rl.%s', (name, learn) => {
  it('learns to answer what it is shown', async () => {
    const options =
      learn === rl.dqn
        ? { episodes: 40, epsilon: { start: 1, end: 0.05, episodes: 20 }, batchSize: 32 }
        : { episodes: 60 };
    const { rewards, model } = await learn(sides(), { ...options, learningRate: 0.02, seed: 1 });
    expect(rewards.length).toBe(options.episodes);
    expect(rewards.slice(0, 5).reduce((sum, reward) => sum + reward, 0) / 5).toBeLessThan(8);
    expect(rewards.slice(-5).reduce((sum, reward) => sum + reward, 0) / 5).toBeGreaterThan(9);
    expect(rl.play(sides(9), rl.greedy(model)).reward).toBe(10);
  });

  it('trains a model of one’s own, nested models too, in place', async () => {
    const model = tf.sequential({ layers: [own(learn)] });
    const before = model.getWeights().map((weight) => Array.from(weight.dataSync()));
    const trained = await learn(sides(), { model, episodes: 20, learningRate: 0.02, seed: 1 });
    expect(trained.model).toBe(model);
    expect(model.getWeights().map((weight) => Array.from(weight.dataSync()))).not.toEqual(before);
  });

  it('leaves no tensor in memory but its model, however it ends', async () => {
    const model = own(learn);
    const count = () => tf.memory().numTensors;
    const before = count();
    await learn(sides(), { model, episodes: 12 });
    expect(count()).toBe(before);
    await learn(sides(), { model, episodes: 12, onEpisode: () => false });
    expect(count()).toBe(before);
    const failing = { ...sides(), step: () => ({ state: [1, 1], reward: NaN, done: false }) };
    await expect(learn(failing, { model })).rejects.toThrow(
      `rl.${name}: expected step's reward to be a finite number, got NaN`,
    );
    expect(count()).toBe(before);
    const { model: made } = await learn(sides(), { episodes: 11 });
    made.dispose();
    expect(count()).toBe(before);
  });

  it('gives the same rewards and the same model for the same seed, and others for another', async () => {
    const train = async (seed: number) => {
      const { rewards, model } = await learn(sides(), { episodes: 15, learningRate: 0.02, seed });
      return [rewards, model.getWeights().map((weight) => Array.from(weight.dataSync()))];
    };
    const first = await train(1);
    expect(await train(1)).toEqual(first);
    expect(await train(2)).not.toEqual(first);
  });

  it('tells of each episode, and ends where it is answered false', async () => {
    const told: rl.EpisodeReport[] = [];
    const { rewards } = await learn(sides(), { episodes: 50, onEpisode: (report) => told.push(report) < 23 });
    expect(told.map(({ episode }) => episode)).toEqual(Array.from({ length: 23 }, (_, i) => i + 1));
    expect(told.map(({ reward }) => reward)).toEqual(rewards);
    expect(told.at(-1)!.mean).toBeCloseTo(rewards.slice(3).reduce((sum, reward) => sum + reward, 0) / 20, 10);
    expect(told[1]!.mean).toBeCloseTo((rewards[0]! + rewards[1]!) / 2, 10);
  });

  it('gives others a turn after each episode', async () => {
    let turns = 0;
    const other = setInterval(() => (turns += 1), 0);
    await learn(sides(), { episodes: 15 });
    clearInterval(other);
    expect(turns).toBeGreaterThan(3);
  });

  it('names what it cannot use', async () => {
    const tried = (options: object, env: object = sides()) =>
      learn(env as rl.Environment<number[]>, { episodes: 1, ...options });
    const refuses = (attempt: Promise<unknown>, words: string) =>
      expect(attempt).rejects.toThrow(`rl.${name}: expected ${words}`);
    await refuses(tried({ episodes: 0 }), 'episodes to be a whole number from 1 to 1000000, got 0');
    await refuses(tried({ batchSize: 0 }), 'batchSize to be a whole number from 1');
    await refuses(tried({ learningRate: 0 }), 'learningRate to be a finite number above 0, got 0');
    for (const bad of notFinite) await refuses(tried({ discount: bad }), 'discount to be a finite number from 0 to 1');
    await refuses(tried({ seed: 1.5 }), 'seed to be a whole number from 0 up, got 1.5');
    await refuses(tried({ onEpisode: 3 }), 'onEpisode to be a function, got 3');
    await refuses(tried({}, {}), 'an environment with reset() and step(action), as rl.gridWorld() makes it, got {}');
    await refuses(tried({}, rl.gridWorld()), "the environment's state to be an array of finite numbers, got 8");
    await refuses(tried({ model: 3 }), 'model to be a tfjs model, got 3');
    await refuses(tried({ model: small('linear', 3) }), 'a model that takes states [batch, 2], got [null, 3]');
    const wide = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 3 })] });
    await refuses(tried({ model: wide }), 'a model that gives [batch, 2], a number for each action, got [null, 3]');
    const broken = own(learn);
    broken.setWeights(broken.getWeights().map((weight) => tf.fill(weight.shape, NaN)));
    const options = { model: broken, ...(learn === rl.dqn ? { epsilon: 0 } : {}) };
    await refuses(tried(options), "the model's answer to be finite numbers, got [NaN, NaN]; try a lower learningRate, or smaller states"); // prettier-ignore
    const short = { ...sides(), step: () => ({ state: [1], reward: 0, done: false }) };
    await refuses(tried({}, short), "the environment's state to hold 2 numbers, got [1]");
  });
});

describe('rl.dqn', () => {
  it("learns value iteration's q on a grid of four places within 0.05", async () => {
    const map = ['SS', 'SG'];
    const { q } = rl.valueIteration(rl.gridWorld({ map }), { discount: 0.9 });
    const { model } = await rl.dqn(oneHot(rl.gridWorld({ map, seed: 1 })), { episodes: 60, discount: 0.9, epsilon: 1, learningRate: 0.02, targetEvery: 10, batchSize: 32, seed: 1 }); // prettier-ignore
    const learnt = tf.tidy(() => (model.predict(tf.eye(4)) as tf.Tensor2D).arraySync()).slice(0, 3);
    learnt.forEach((row, state) => row.forEach((value, action) => expect(Math.abs(value - q[state]![action]!)).toBeLessThan(0.05))); // prettier-ignore
  });

  it('names the options of its own that it cannot use', async () => {
    const tried = (options: object) => rl.dqn(sides(), { episodes: 1, ...options });
    await expect(tried({ epsilon: -1 })).rejects.toThrow(
      'rl.dqn: expected epsilon to be a finite number from 0 to 1, got -1',
    );
    await expect(tried({ replay: 5 })).rejects.toThrow(
      'rl.dqn: expected replay to be a whole number from 128 up, got 5',
    );
    await expect(tried({ trainEvery: 0 })).rejects.toThrow(
      'rl.dqn: expected trainEvery to be a whole number from 1 up, got 0',
    );
    await expect(tried({ targetEvery: 0 })).rejects.toThrow(
      'rl.dqn: expected targetEvery to be a whole number from 1 up, got 0',
    );
  });

  it('remembers the newest steps, as many as it may', () => {
    const replay = new Replay(3);
    for (let action = 0; action < 5; action++) replay.add({ state: [], action, reward: 0, next: [], over: false });
    expect(replay.size).toBe(3);
    const drawn = replay.sample(100, generator(1)).map(({ action }) => action);
    expect(new Set(drawn)).toEqual(new Set([2, 3, 4]));
  });
});

describe('rl.policyGradient', () => {
  it('learns to balance: within 60 episodes the pole stands twice as long', async () => {
    const { rewards } = await rl.policyGradient(rl.cartPole({ seed: 1, maxSteps: 200 }), { episodes: 60, seed: 1 });
    const mean = (part: number[]) => part.reduce((sum, reward) => sum + reward, 0) / part.length;
    expect(mean(rewards.slice(-20))).toBeGreaterThan(2 * mean(rewards.slice(0, 10)));
  });

  it('counts later rewards less: Gₜ = rₜ + γ Gₜ₊₁', () => {
    expect(discounted([1, 2, 3], 0.5)).toEqual([2.75, 3.5, 3]);
    expect(discounted([], 0.5)).toEqual([]);
  });

  it('wants chances of its model', async () => {
    const model = small('linear');
    await expect(rl.policyGradient(sides(), { model, episodes: 1 })).rejects.toThrow(
      /rl\.policyGradient: expected the model's answer to be chances that sum to 1, got \[.*\]; end it with activation: 'softmax'/,
    );
  });
});

describe('rl.greedy', () => {
  it('takes the action of the largest number, and names what it cannot use', () => {
    const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 3, useBias: false })] });
    model.setWeights([tf.tensor2d([[0, 1, 0], [0, 0, 1]])]); // prettier-ignore
    const policy = rl.greedy(model);
    expect([policy([1, 0]), policy([0, 1]), policy([-1, -1])]).toEqual([1, 2, 0]);
    expect(() => policy([1])).toThrow('rl.greedy: expected state to hold 2 numbers, got [1]');
    expect(() => policy([1, NaN])).toThrow('rl.greedy: expected state[1] to be a finite number, got NaN');
    const greedy = (given: unknown) => () => rl.greedy(given as tf.LayersModel);
    expect(greedy(undefined)).toThrow('rl.greedy: expected model to be a tfjs model, got undefined');
    const images = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [2, 2] })] });
    expect(greedy(images)).toThrow('rl.greedy: expected a model that takes states [batch, numbers], got [null, 2, 2]');
    model.dispose();
    expect(() => policy([1, 0])).toThrow(/disposed/);
  });
});
