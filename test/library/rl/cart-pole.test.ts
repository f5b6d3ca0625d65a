/** The cart and its pole, beside the same equations in NumPy. */
import { describe, expect, it } from 'vitest';
import { rl } from '../../../lib/index';
import { push } from '../../../lib/rl/cart-pole';
import { expectNear, reference } from '../../support/reference';

const { cart, motion } = reference<{
  cart: { actions: number[]; states: rl.CartPoleState[] };
  motion: { state: rl.CartPoleState; action: number; next: number[] }[];
}>('rl');

describe('rl.cartPole', () => {
  it('moves as NumPy computes from the equations of motion: 200 steps from all over the track, within 1e-12', () => {
    for (const { state, action, next } of motion) expectNear(push(state, action), next, 1e-12);
  });

  it('stays within 1e-12 of NumPy over 200 random actions in a row', () => {
    let state = cart.states[0]!;
    cart.actions.forEach((action, i) => {
      state = push(state, action);
      expectNear(state, cart.states[i + 1]!, 1e-12, `step ${i + 1}`);
    });
  });

  it('starts near the middle, upright and at rest, decided by the seed', () => {
    const env = rl.cartPole({ seed: 4 });
    const states = Array.from({ length: 200 }, () => env.reset());
    expect(states.flat().every((value) => Math.abs(value) <= 0.05)).toBe(true);
    expect(Math.max(...states.flat())).toBeGreaterThan(0.045);
    expect(rl.cartPole({ seed: 4 }).reset()).toEqual(states[0]);
    expect(rl.cartPole({ seed: 5 }).reset()).not.toEqual(states[0]);
  });

  it('earns 1 a step, the last one too, and falls in a few when pushed to one side only', () => {
    const { reward, actions, states } = rl.play(rl.cartPole({ seed: 1 }), () => 0);
    expect(actions.length).toBeGreaterThanOrEqual(8);
    expect(actions.length).toBeLessThanOrEqual(11);
    expect(reward).toBe(actions.length);
    expect(Math.abs(states.at(-1)![2])).toBeGreaterThan((12 * Math.PI) / 180);
    expect(Math.abs(states.at(-2)![2])).toBeLessThanOrEqual((12 * Math.PI) / 180);
  });

  it('is over where the cart is off the track', () => {
    const env = rl.cartPole({ maxSteps: 10_000, seed: 1 });
    // Leans a little to the right on purpose, and so drifts to the right.
    const { states } = rl.play(env, ([, , angle, velocity]) => (angle + velocity > 0.03 ? 1 : 0));
    expect(Math.abs(states.at(-1)![0])).toBeGreaterThan(2.4);
    expect(Math.abs(states.at(-2)![0])).toBeLessThanOrEqual(2.4);
    expect(Math.abs(states.at(-1)![2])).toBeLessThan((12 * Math.PI) / 180);
  });

  it('is over after 500 steps, and says that only its time is up', () => {
    const env = rl.cartPole({ seed: 2 });
    let state = env.reset();
    for (let i = 1; i <= 500; i++) {
      const step = env.step(state[2] + state[3] > 0 ? 1 : 0);
      ({ state } = step);
      expect(step.done).toBe(i === 500);
      expect(step.truncated).toBe(i === 500 ? true : undefined);
    }
    expect(() => env.step(0)).toThrow('call reset() before the next step');
  });

  it('keeps its state to itself: what was handed out can be changed', () => {
    const [env, other] = [rl.cartPole(), rl.cartPole()];
    env.reset().fill(9);
    other.reset();
    const step = env.step('left');
    expect(step).toEqual(other.step(0));
    step.state.fill(9);
    expect(env.step('right')).toEqual(other.step(1));
  });

  it('names what it cannot use', () => {
    expect(() => rl.cartPole({ maxSteps: 0 })).toThrow(
      'rl.cartPole: expected maxSteps to be a whole number from 1 up, got 0',
    );
    expect(() => rl.cartPole({ seed: 0.5 })).toThrow(
      'rl.cartPole: expected seed to be a whole number from 0 up, got 0.5',
    );
    const env = rl.cartPole();
    expect(() => env.step(0)).toThrow("step: expected an episode that goes on, got 'none'; call reset()");
    env.reset();
    expect(() => env.step('up')).toThrow("step: expected the action to be one of 'left', 'right', got 'up'");
    expect(() => env.step(2)).toThrow('step: expected action to be a whole number from 0 to 1, got 2');
  });
});
