/** Grid worlds: to act in, and as data. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rl } from '../../../lib/index';
import { notFinite } from '../../support/tensors';

/** Maps of any size and signs with a start on them. */
const anyMap = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.tuple(
      fc.array(fc.array(fc.constantFrom(...'..#GPC$S'), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }), // prettier-ignore
      fc.integer({ min: 0, max: rows * columns - 1 }),
    ),
  )
  .map(([cells, start]) => {
    cells[Math.floor(start / cells[0]!.length)]![start % cells[0]!.length] = 'S';
    return cells.map((row) => row.join(''));
  });

describe('rl.gridWorld', () => {
  it('counts states row by row from above, and knows what each place is', () => {
    const world = rl.gridWorld();
    expect([world.rows, world.columns, world.states]).toEqual([3, 4, 12]);
    expect(world.places).toEqual(
      ['free free free goal', 'free wall free pit', 'start free free free'].join(' ').split(' '),
    );
    expect(world.actions).toEqual(['up', 'right', 'down', 'left']);
    expect(world.reset()).toBe(8);
  });

  it('moves by name and by number, stays where there is a wall or the edge, and ends at the goal', () => {
    const world = rl.gridWorld();
    world.reset();
    const walk = ['left', 'down', 'up', 'right', 0, 1, 'right'] as const;
    expect(walk.map((action) => world.step(action))).toEqual([
      ...[8, 8, 4, 4, 0, 1, 2].map((state) => ({ state, reward: -0.04, done: false })),
    ]);
    expect(world.step('right')).toEqual({ state: 3, reward: 1, done: true });
    expect(() => world.step('up')).toThrow(
      "step: expected an episode that goes on, got 'none'; call reset() before the next step",
    );
    expect(world.reset()).toBe(8);
    ['right', 'right', 'right'].forEach((action) => world.step(action));
    expect(world.step('up')).toEqual({ state: 7, reward: -1, done: true });
  });

  it('has chances that sum to 1 for each action of each state, and only of states on the map', () => {
    fc.assert(
      fc.property(anyMap, fc.double({ min: 0, max: 1, noNaN: true }), (map, slip) => {
        const { transitions, states, places } = rl.gridWorld({ map, slip });
        expect(transitions.length).toBe(states);
        for (const outcomes of transitions.flat()) {
          const sum = outcomes.reduce((total, { chance }) => total + chance, 0);
          expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
          for (const { state, chance } of outcomes) {
            expect(chance).toBeGreaterThan(0);
            expect(places[state]).toBeDefined();
          }
        }
      }),
    );
  });

  it('steps as its transitions say: to a state they name, for the reward they name', () => {
    fc.assert(
      fc.property(anyMap, fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 30 }), (map, actions) => {
        const world = rl.gridWorld({ map, slip: 0.4, seed: 5 });
        let state = world.reset();
        for (const action of actions) {
          const step = world.step(action);
          const chance = expect.any(Number) as number;
          expect(world.transitions[state]![action]).toContainEqual({ ...step, chance });
          state = step.done ? world.reset() : step.state;
        }
      }),
    );
  });

  it('slips to each side as often as it says, within three standard deviations', () => {
    const world = rl.gridWorld({ map: ['...', '.S.', '...'], slip: 0.3, seed: 2 });
    const counts = new Map<number, number>();
    for (let i = 0; i < 4000; i++) {
      world.reset();
      const { state } = world.step('up');
      counts.set(state, (counts.get(state) ?? 0) + 1);
    }
    const near = (count: number, chance: number) =>
      expect(Math.abs(count - 4000 * chance)).toBeLessThan(3 * Math.sqrt(4000 * chance * (1 - chance)));
    near(counts.get(1)!, 0.7);
    near(counts.get(3)!, 0.15);
    near(counts.get(5)!, 0.15);
    expect(world.transitions[4]![0]).toEqual([
      { chance: 0.7, state: 1, reward: -0.04, done: false },
      { chance: 0.15, state: 5, reward: -0.04, done: false },
      { chance: 0.15, state: 3, reward: -0.04, done: false },
    ]);
  });

  it("has Sutton and Barto's cliff: 100 are lost, the way goes on from the start, and each step costs 1, the last too", () => {
    const world = rl.gridWorld({ map: 'cliff' });
    expect([world.rows, world.columns]).toEqual([4, 12]);
    expect(world.reset()).toBe(36);
    expect(world.step('right')).toEqual({ state: 36, reward: -100, done: false });
    const path = ['up', ...Array<string>(11).fill('right'), 'down'];
    const steps = path.map((action) => world.step(action));
    expect(steps.reduce((sum, { reward }) => sum + reward, 0)).toBe(-13);
    expect(steps.at(-1)).toEqual({ state: 47, reward: -1, done: true });
  });

  it('pays a coin again and again, and is over when time is up, which it says', () => {
    const world = rl.gridWorld({ map: ['S$'], maxSteps: 3, rewards: { coin: 2 } });
    world.reset();
    expect(world.step('right')).toEqual({ state: 1, reward: 2, done: false });
    expect(world.step('right')).toEqual({ state: 1, reward: 2, done: false });
    expect(world.step('up')).toEqual({ state: 1, reward: 2, done: true, truncated: true });
  });

  it('begins at any of several starts, by the seed', () => {
    const starts = (seed: number) => {
      const world = rl.gridWorld({ map: ['S.S', '..S'], seed });
      return Array.from({ length: 30 }, () => world.reset());
    };
    expect(new Set(starts(1))).toEqual(new Set([0, 2, 5]));
    expect(starts(1)).toEqual(starts(1));
    expect(starts(1)).not.toEqual(starts(2));
  });

  it('names what it cannot use', () => {
    const make = (options: object) => () => rl.gridWorld(options);
    expect(make({ map: 'maze' })).toThrow("rl.gridWorld: expected map to be one of 'pit', 'cliff', 'coin', got 'maze'");
    expect(make({ map: [] })).toThrow(
      'rl.gridWorld: expected map to be an array of rows, or the name of a map, got []',
    );
    expect(make({ map: ['S.', '.'] })).toThrow('expected map[1] to have 2 signs, as map[0] has, got 1');
    expect(make({ map: ['Sx'] })).toThrow("expected map[0] to be of the signs . # S G P C $, got 'x'");
    expect(make({ map: [''] })).toThrow("expected map[0] to be a row of signs, got ''");
    expect(make({ map: [undefined] })).toThrow('expected map[0] to be a row of signs, got undefined');
    expect(make({ map: ['.G'] })).toThrow("expected a start, S, on the map, got ['.G']");
    expect(make({ map: Array<string>(200).fill('S'.repeat(51)) })).toThrow('a map of at most 10000 places');
    expect(make({ rewards: { gaol: 1 } })).toThrow("expected rewards among step, goal, pit, cliff, coin, got 'gaol'");
    for (const bad of notFinite) {
      expect(make({ slip: bad })).toThrow('expected slip to be a finite number from 0 to 1');
      expect(make({ rewards: { goal: bad } })).toThrow('expected rewards.goal to be a finite number');
    }
    expect(make({ maxSteps: 0 })).toThrow('expected maxSteps to be a whole number from 1 up, got 0');
    expect(make({ seed: -1 })).toThrow('rl.gridWorld: expected seed to be a whole number from 0 up, got -1');
    const world = rl.gridWorld();
    world.reset();
    expect(() => world.step('north')).toThrow(
      "step: expected the action to be one of 'up', 'right', 'down', 'left', got 'north'",
    );
    expect(() => world.step(4)).toThrow('step: expected action to be a whole number from 0 to 3, got 4');
    expect(() => world.step(NaN)).toThrow('step: expected action to be a whole number from 0 to 3, got NaN');
  });
});
