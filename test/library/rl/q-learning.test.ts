/** Q-learning and SARSA, beside dynamic programming; and playing by a policy. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rl } from '../../../lib/index';
import { expectNear } from '../../support/reference';
import { notFinite } from '../../support/tensors';

describe('rl.qLearning', () => {
  it("finds dynamic programming's q on the small map, everywhere, within 1e-6", () => {
    const { q } = rl.valueIteration(rl.gridWorld());
    const starts = rl.gridWorld({ map: ['SSSG', 'S#SP', 'SSSS'], seed: 1 }); // every state is tried
    const learnt = rl.qLearning(starts, { episodes: 3000, learningRate: 0.5, epsilon: 0.5, seed: 1 });
    expectNear(learnt.q, q, 1e-6);
  });

  it("comes near dynamic programming's q where steps slip, and learns the same policy", () => {
    const best = rl.valueIteration(rl.gridWorld({ slip: 0.2 }));
    const starts = rl.gridWorld({ map: ['SSSG', 'S#SP', 'SSSS'], slip: 0.2, seed: 1 });
    const learnt = rl.qLearning(starts, { episodes: 20_000, learningRate: 0.02, epsilon: 0.5, seed: 1 });
    const errors = learnt.q.flatMap((row, state) =>
      row.map((value, action) => Math.abs(value - best.q[state]![action]!)),
    );
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.03);
    best.q.forEach((row, state) => expect(row[learnt.policy[state]!]).toBeGreaterThan(Math.max(...row) - 0.05));
  });

  it('learns as worked by hand: one step towards r + γ max Q', () => {
    const { q, rewards, steps, visits } = rl.qLearning(corridor(), {
      episodes: 2,
      learningRate: 0.5,
      discount: 0.5,
      epsilon: 0,
    });
    // 1st episode: Q(0) and Q(1) are 0: Q(0) stays 0, Q(1) = 0 + 0.5 (8 - 0). 2nd: Q(0) = 0.5 (0 + 0.5 · 4), Q(1) = 4 + 0.5 (8 - 4).
    expect(q).toEqual([[1], [6], [0]]);
    expect([rewards, steps, visits]).toEqual([[8, 8], [2, 2], [[2], [2], [0]]]); // prettier-ignore
  });

  it('counts on what would have come where only time was up', () => {
    const env = { ...corridor(), step: () => ({ state: 0, reward: 1, done: true, truncated: true }) };
    const over = { ...corridor(), step: () => ({ state: 0, reward: 1, done: true }) };
    const options = { episodes: 400, learningRate: 0.5, discount: 0.5 };
    expectNear(rl.qLearning(env, options).q[0], [2], 1e-9); // 1 + ½ + ¼ + …
    expectNear(rl.qLearning(over, options).q[0], [1], 1e-9);
  });

  it('tries less and less where epsilon falls, and only then acts as well as it can', () => {
    const learn = (epsilon: rl.Epsilon) => {
      const { steps } = rl.qLearning(rl.gridWorld({ seed: 3 }), { epsilon, learningRate: 0.5, episodes: 400, seed: 3 });
      return steps.slice(-100).reduce((sum, count) => sum + count, 0) / 100;
    };
    expect(learn({ start: 1, end: 0, episodes: 200 })).toBe(5);
    expect(learn(0.5)).toBeGreaterThan(6);
  });

  it('gives the same table for the same seed, another for another, and one row for each state of a world', () => {
    const learn = (seed: number) => rl.qLearning(rl.gridWorld({ slip: 0.3 }), { episodes: 20, seed });
    expect(learn(1)).toEqual(learn(1));
    expect(learn(1)).not.toEqual(learn(2));
    expect(learn(1).q.length).toBe(12);
    expect(learn(1).visits.flat().reduce((sum, count) => sum + count, 0)).toBe(learn(1).steps.reduce((sum, count) => sum + count, 0)); // prettier-ignore
  });

  it('stays with the coin, where the coin pays more than the goal', () => {
    const world = rl.gridWorld({ map: 'coin', maxSteps: 50, seed: 1 });
    const { policy } = rl.qLearning(world, {
      learningRate: 0.5,
      seed: 1,
      epsilon: { start: 1, end: 0, episodes: 250 },
    });
    const { states, reward } = rl.play(world, policy);
    expect(world.places[states.at(-1)!]).toBe('coin');
    expect(reward).toBeGreaterThan(10);
  });

  it('names what it cannot use', () => {
    for (const learn of [rl.qLearning, rl.sarsa]) {
      const tried =
        (options: object, env: object = corridor()) =>
        () =>
          learn(env as rl.Environment<number>, options);
      expect(tried({ episodes: 0 })).toThrow('expected episodes to be a whole number from 1 to 1000000, got 0');
      expect(tried({ learningRate: 0 })).toThrow('expected learningRate to be a finite number');
      expect(tried({ learningRate: 1.1 })).toThrow('to 1, got 1.1');
      expect(tried({ epsilon: 2 })).toThrow('expected epsilon to be a finite number from 0 to 1, got 2');
      expect(tried({ epsilon: 'small' })).toThrow(
        "expected epsilon to be a number from 0 to 1, or { start, end, episodes }, got 'small'",
      );
      expect(tried({ epsilon: { start: 1, end: -1, episodes: 3 } })).toThrow(
        'expected epsilon.end to be a finite number from 0 to 1, got -1',
      );
      expect(tried({ seed: -1 })).toThrow('expected seed to be a whole number from 0 up, got -1');
      for (const bad of notFinite) {
        expect(tried({ discount: bad })).toThrow('expected discount to be a finite number from 0 to 1');
        const env = { ...corridor(), step: () => ({ state: 0, reward: bad, done: true }) };
        expect(tried({}, env)).toThrow("expected step's reward to be a finite number");
      }
      expect(tried({}, {})).toThrow(
        'expected an environment with reset() and step(action), as rl.gridWorld() makes it, got {}',
      );
      expect(tried({}, { ...corridor(), actions: [] })).toThrow(
        "expected the environment's actions to be an array of at least one name, got []",
      );
      expect(tried({}, rl.cartPole())).toThrow(
        "expected the environment's state to be a whole number from 0 to 1000000, got [",
      );
      expect(tried({}, { ...corridor(), step: () => undefined })).toThrow(
        "expected step's answer to be { state, reward, done }, done true or false, got undefined",
      );
    }
  });
});

describe('rl.sarsa', () => {
  it('keeps away from the cliff, where Q-learning walks along it and falls more often', () => {
    const options = { discount: 1, learningRate: 0.5, episodes: 1000, seed: 1 };
    const cliff = () => rl.gridWorld({ map: 'cliff', seed: 1 });
    const mean = (rewards: number[]) => rewards.slice(-500).reduce((sum, reward) => sum + reward, 0) / 500;
    const [q, sarsa] = [rl.qLearning(cliff(), options), rl.sarsa(cliff(), options)];
    expect(mean(sarsa.rewards)).toBeGreaterThan(mean(q.rewards) + 10);
    const path = rl.play(cliff(), q.policy).states;
    expect(path.length).toBe(14); // the shortest way, along the edge
    const safe = rl.sarsa(cliff(), {
      ...options,
      learningRate: 0.1,
      episodes: 5000,
      epsilon: { start: 0.1, end: 0.1, episodes: 1 },
    });
    const safePath = rl.play(cliff(), safe.policy, { maxSteps: 40 }).states;
    expect(safePath.at(-1)).toBe(47);
    expect(safePath.length).toBeGreaterThan(14);
  });

  it('is Q-learning where nothing is tried at random and one action is the best', () => {
    const options = { epsilon: 0, episodes: 30, learningRate: 0.5 };
    expect(rl.sarsa(corridor(), options)).toEqual(rl.qLearning(corridor(), options));
  });
});

describe('rl.play', () => {
  it('plays a list of actions and a function alike, and keeps states, actions and rewards in step', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 }), (policy) => {
        const world = () => rl.gridWorld({ slip: 0.5, seed: 2, maxSteps: 30 });
        const episode = rl.play(world(), policy);
        expect(rl.play(world(), (state) => policy[state]!)).toEqual(episode);
        expect(episode.states.length).toBe(episode.actions.length + 1);
        expect(episode.rewards.length).toBe(episode.actions.length);
        expect(episode.reward).toBeCloseTo(
          episode.rewards.reduce((sum, reward) => sum + reward, 0),
          12,
        );
        expect(episode.actions).toEqual(episode.states.slice(0, -1).map((state) => policy[state]));
      }),
    );
  });

  it('leaves off after maxSteps, and names what it cannot use', () => {
    const world = rl.gridWorld();
    expect(rl.play(world, () => 0, { maxSteps: 7 }).actions.length).toBe(7);
    const play = (policy: unknown, options?: object) => () => rl.play(world, policy as () => number, options);
    expect(play(3)).toThrow(
      'rl.play: expected policy to be a function from a state to an action, or a list of actions, got 3',
    );
    expect(play(() => 9)).toThrow("rl.play: expected the policy's action to be a whole number from 0 to 3, got 9");
    expect(play([])).toThrow("rl.play: expected the policy's action to be a whole number from 0 to 3, got undefined");
    expect(play(() => 0, { maxSteps: 0 })).toThrow('rl.play: expected maxSteps to be a whole number from 1 up, got 0');
  });
});

/** A student's own environment: three states in a row and one action; the last step earns 8. */
function corridor(): rl.Environment<number> {
  let state = 0;
  return {
    actions: ['on'],
    reset: () => (state = 0),
    step: () => ({ state: ++state, reward: state === 2 ? 8 : 0, done: state === 2 }),
  };
}
