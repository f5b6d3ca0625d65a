/** Draws the worlds of reinforcement learning. */
import * as figures from '../figures/index';
import type { GridWorld } from '../rl/grid-world';
import type { FigureOptions } from '../types';
import { figure } from './figure';

/**
 * Draws a grid world from above, with what was learnt of it: values as colours and figures, policies as arrows, a path
 * as a line.
 *
 * ```ts
 * import { rl, show } from 'neurona';
 *
 * const world = rl.gridWorld({ slip: 0.2 });
 * const { q } = rl.valueIteration(world, { discount: 1 });
 * show.gridWorld(world, { q, title: 'A step aside is better than a step into the pit' });
 * ```
 *
 * Throws where `world` is none of `rl.gridWorld`, or values, q, policy or path don't fit its states.
 */
export function gridWorld(world: GridWorld, options: figures.GridWorldFigureOptions = {}): void {
  figure(figures.gridWorld(world, options));
}

/**
 * Draws a film of the cart and its pole: a button plays it, a slider goes to any moment.
 *
 * ```ts
 * import { rl, show } from 'neurona';
 *
 * const { states } = rl.play(rl.cartPole({ seed: 3 }), ([, , angle, velocity]) => (angle + velocity > 0 ? 1 : 0));
 * show.cartPole(states);
 * ```
 *
 * `states` are [position, speed, angle, its speed] for each moment. Throws where there is no state, or one is not four
 * finite numbers.
 */
export function cartPole(states: readonly (readonly number[])[], options: FigureOptions = {}): void {
  figure(figures.cartPole(states, options));
}
