/** Value iteration and policy iteration, beside NumPy and beside each other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rl } from '../../../lib/index';
import { expectNear, reference } from '../../support/reference';
import { notFinite } from '../../support/tensors';

const { grid } = reference<{
  grid: { slip: number; discount: number; first: number[][]; q: number[][]; values: number[] }[];
}>('rl');

/** A world of any chances: three states, two actions, the last state the end. */
const anyWorld = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: -9, max: 9 })), {
    minLength: 4,
    maxLength: 4,
  }) // prettier-ignore
  .map((rows): rl.World => {
    const outcomes = ([a, b, reward]: [number, number, number]) => [
      { chance: a / (a + b), state: 2, reward, done: true },
      { chance: b / (a + b), state: reward > 0 ? 0 : 1, reward: -reward, done: false },
    ];
    const over = [{ chance: 1, state: 2, reward: 0, done: true }];
    const [a, b, c, d] = rows.map(outcomes);
    return { actions: ['a', 'b'], transitions: [[a!, b!], [c!, d!], [over, over]] }; // prettier-ignore
  });

describe('rl.valueIteration', () => {
  it.each(grid.map((answer) => [answer.slip, answer.discount, answer] as const))(
    'finds what NumPy finds, by sweeps and by linear algebra, at slip %d and discount %d within 1e-9',
    (slip, discount, { first, q, values }) => {
      const solution = rl.valueIteration(rl.gridWorld({ slip }), { discount, tolerance: 1e-12 });
      expectNear(solution.sweeps.slice(0, first.length).map((sweep) => sweep.values), first, 1e-12); // prettier-ignore
      expectNear(solution.values, values, 1e-9);
      expectNear(solution.q, q, 1e-9);
      expect(solution.converged).toBe(true);
    },
  );

  it("finds the utilities that Russell and Norvig print, which count a state's own reward too", () => {
    const { values } = rl.valueIteration(rl.gridWorld({ slip: 0.2 }), { discount: 1 });
    const printed = [0.812, 0.868, 0.918, 0.762, 0.66, 0.705, 0.655, 0.611, 0.388];
    const states = [0, 1, 2, 4, 6, 8, 9, 10, 11];
    states.forEach((state, i) => expect(values[state]! - 0.04).toBeCloseTo(printed[i]!, 3));
  });

  it('remembers every sweep: values spread one step a sweep from the goal', () => {
    const { sweeps, values } = rl.valueIteration(rl.gridWorld({ map: ['S..G'], rewards: { step: 0 } }), {
      discount: 0.5,
    });
    expect(sweeps.map((sweep) => sweep.values)).toEqual([
      [0, 0, 1, 0],
      [0, 0.5, 1, 0],
      [0.25, 0.5, 1, 0],
      [0.25, 0.5, 1, 0],
    ]);
    expect(sweeps.map(({ change }) => change)).toEqual([1, 0.5, 0.25, 0]);
    expect(sweeps.at(-1)!.policy).toEqual([1, 1, 1, 0]);
    expect(values).toEqual([0.25, 0.5, 1, 0]);
  });

  it('finds that a coin for ever is better than the goal, and that a smaller coin is not', () => {
    const plan = (coin: number) => {
      const world = rl.gridWorld({ map: 'coin', maxSteps: 50, rewards: { coin } });
      return world.places[rl.play(world, rl.valueIteration(world).policy).states.at(-1)!];
    };
    expect(plan(0.5)).toBe('coin');
    expect(plan(0.05)).toBe('goal');
  });

  it('counts on nothing after the end, whatever the state is worth to who goes on from there', () => {
    const end = { chance: 1, state: 0, reward: 1, done: true };
    const world = { actions: ['a'], transitions: [[[end]], [[{ ...end, done: false }]]] };
    expect(rl.valueIteration(world, { discount: 0.5 }).values).toEqual([1, 1.5]);
    expect(rl.policyIteration(world, { discount: 0.5 }).values).toEqual([1, 1.5]);
  });

  it('says where values never come to rest', () => {
    const world = rl.gridWorld({ map: 'coin' });
    const { converged, sweeps } = rl.valueIteration(world, { discount: 1, maxSweeps: 40 });
    expect([converged, sweeps.length]).toEqual([false, 40]);
  });

  it("satisfies Bellman's equation on any world within 1e-8, and so does policy iteration", () => {
    fc.assert(
      fc.property(anyWorld, fc.double({ min: 0, max: 0.95, noNaN: true }), (world, discount) => {
        const solution = rl.valueIteration(world, { discount });
        solution.values.forEach((value, state) => {
          const worth = world.transitions[state]!.map((outcomes) =>
            outcomes.reduce((sum, { chance, reward, done, state: next }) => sum + chance * (reward + (done ? 0 : discount * solution.values[next]!)), 0)); // prettier-ignore
          expectNear(value, Math.max(...worth), 1e-8);
          expectNear(solution.q[state], worth, 1e-8);
        });
        const other = rl.policyIteration(world, { discount });
        expectNear(other.values, solution.values, 1e-6);
        expect(other.converged).toBe(true);
      }),
    );
  });

  it('names what it cannot use', () => {
    const world = rl.gridWorld();
    for (const find of [rl.valueIteration, rl.policyIteration]) {
      const plan =
        (options: object, of: unknown = world) =>
        () =>
          find(of as rl.World, options);
      expect(plan({}, rl.cartPole())).toThrow(
        'expected a world with transitions[state][action], as rl.gridWorld makes it',
      );
      expect(plan({}, null)).toThrow('expected a world with transitions');
      expect(plan({ tolerance: 0 })).toThrow('expected tolerance to be a finite number above 0, got 0');
      expect(plan({ maxSweeps: 0 })).toThrow('expected maxSweeps to be a whole number from 1 up, got 0');
      for (const bad of notFinite)
        expect(plan({ discount: bad })).toThrow('expected discount to be a finite number from 0 to 1');
      const wrong = (outcome: object) => plan({}, { actions: ['a'], transitions: [[[{ chance: 1, state: 0, reward: 0, done: true, ...outcome }]]] }); // prettier-ignore
      expect(wrong({ chance: 0.5 })).toThrow('expected the chances of transitions[0][0] to sum to 1, got 0.5');
      expect(wrong({ state: 1 })).toThrow('expected transitions[0][0]: state to be a whole number from 0 to 0, got 1');
      expect(wrong({ reward: NaN })).toThrow('expected transitions[0][0]: reward to be a finite number, got NaN');
      expect(plan({}, { actions: ['a'], transitions: [[]] })).toThrow(
        'expected transitions[0] to be a list for each action, got []',
      );
      expect(plan({}, { actions: ['a'], transitions: [[3]] })).toThrow(
        'expected transitions[0][0] to be a list of { chance, state, reward, done }, got 3',
      );
    }
    expect(() => rl.policyIteration(world, { discount: 1 })).toThrow(
      'rl.policyIteration: expected discount to be below 1, got 1; a policy that never ends would have no value',
    );
  });
});

describe('rl.policyIteration', () => {
  it.each(grid.filter(({ discount }) => discount < 1))(
    'finds the same best policy and values',
    ({ slip, discount, q, values }) => {
      const {
        policy,
        values: found,
        sweeps,
      } = rl.policyIteration(rl.gridWorld({ slip }), { discount, tolerance: 1e-12 });
      expectNear(found, values, 1e-9);
      policy.forEach((action, state) => expectNear(q[state]![action], Math.max(...q[state]!), 1e-9));
      expect(sweeps.length).toBeLessThan(8);
      // Each policy is at least as good as the one before, everywhere.
      sweeps.slice(1).forEach(({ values: better }, i) => {
        better.forEach((value, state) => expect(value).toBeGreaterThan(sweeps[i]!.values[state]! - 1e-9));
      });
    },
  );
});
