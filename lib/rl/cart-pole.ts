/** The pole on a cart: push the cart left or right, and keep the pole from falling. */
import { fail, whole } from '../assert';
import { generator } from '../random';
import { actionNumber, type Environment, type Step } from './environment';

/** The cart and its pole: position in metres, speed in metres a second, angle in radians, its speed in radians a second. */
export type CartPoleState = [x: number, velocity: number, angle: number, angularVelocity: number];

/** A pole on a cart, as {@link cartPole} makes it. */
export interface CartPole extends Environment<CartPoleState> {
  /** Pushes, by an action's number or its name. */
  step(action: number | string): Step<CartPoleState>;
}

/** Options of {@link cartPole}. */
export interface CartPoleOptions {
  /** After how many steps time is up. Default 500. */
  maxSteps?: number;
  /** A whole number from 0 up that decides every start. Default 0. */
  seed?: number;
}

const actions = ['left', 'right'] as const;

// Barto, Sutton and Anderson's cart, with the constants of Gymnasium's CartPole-v1; metres, kilograms, seconds, newtons.
const gravity = 9.8;
const cartMass = 1;
const poleMass = 0.1;
const mass = cartMass + poleMass;
/** From the joint to the middle of the pole. */
const halfLength = 0.5;
const force = 10;
export const seconds = 0.02;

/** Where the cart runs off the track, and how far the pole may lean. */
export const track = 2.4;
export const lean = (12 * Math.PI) / 180;

/**
 * A pole on a cart: each step pushes the cart left or right for 0.02 s, and earns 1 as long as the pole stands.
 *
 * ```ts
 * import { rl, show } from 'neurona';
 *
 * const env = rl.cartPole({ seed: 1 });
 * const episode = rl.play(env, ([, , angle]) => (angle < 0 ? 0 : 1)); // push to the side to which it leans
 * console.log(episode.reward);
 * show.cartPole(episode.states);
 * ```
 *
 * The state is [position in m, speed in m/s, angle in radians from upright, its speed in radians/s]; an episode starts
 * with each of them between -0.05 and 0.05. It is over where the cart is more than 2.4 m from the middle, the pole leans
 * more than 12°, or time is up after 500 steps.
 * Throws where an option is out of range, an action is none of 'left' and 'right', or a step is made when the episode is
 * over.
 * Source: Barto, Sutton and Anderson, "Neuronlike adaptive elements that can solve difficult learning control problems",
 * 1983; constants and integration of Gymnasium's CartPole-v1; lesson 26.
 */
export function cartPole({ maxSteps = 500, seed = 0 }: CartPoleOptions = {}): CartPole {
  whole('rl.cartPole', { maxSteps }, 1);
  whole('rl.cartPole', { seed }, 0);
  const random = generator(seed);
  let now: CartPoleState | undefined; // no state before the first reset, and none after the end
  let steps = 0;

  function reset(): CartPoleState {
    steps = 0;
    const near = () => random.uniform(-0.05, 0.05);
    now = [near(), near(), near(), near()];
    return [...now];
  }

  function step(action: number | string): Step<CartPoleState> {
    if (now === undefined) fail('step', 'an episode that goes on', 'none', 'call reset() before the next step');
    const state = push(now, actionNumber('step', actions, action));
    const fallen = Math.abs(state[0]) > track || Math.abs(state[2]) > lean;
    steps += 1;
    const truncated = !fallen && steps >= maxSteps;
    now = fallen || truncated ? undefined : state;
    return { state: [...state], reward: 1, done: fallen || truncated, ...(truncated ? { truncated } : {}) };
  }

  return { actions, reset, step };
}

/** What 0.02 s of pushing left (0) or right (1) make of a state: one step of Euler's method. */
export function push([x, velocity, angle, angularVelocity]: CartPoleState, action: number): CartPoleState {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const pushed = ((action === 1 ? force : -force) + poleMass * halfLength * angularVelocity ** 2 * sin) / mass;
  const angular = (gravity * sin - cos * pushed) / (halfLength * (4 / 3 - (poleMass * cos ** 2) / mass));
  const linear = pushed - (poleMass * halfLength * angular * cos) / mass;
  return [
    x + seconds * velocity,
    velocity + seconds * linear,
    angle + seconds * angularVelocity,
    angularVelocity + seconds * angular,
  ];
}
