/** Draws how networks and computations are built. */
import type { Value } from '../autograd/value';
import * as figures from '../figures/index';
import { figure } from './figure';

/**
 * Draws a network: weights on its lines, thresholds or biases in its circles; with inputs `x`, what each unit answers and who
 * fires.
 *
 * ```ts
 * import { scratch, show } from 'neurona';
 *
 * const and = scratch.unit({ weights: [1, 1], threshold: 2, label: 'and' });
 * show.network(and, { x: [1, 1] });
 * show.network(new scratch.Network([2, 3, 1], { seed: 1 }), { x: [0.5, -1] });
 * ```
 *
 * `network` is a unit, a circuit, a perceptron, a scratch.Network or a tfjs model of dense layers one after the other. The
 * larger a weight, the wider its line; of a layer of more than 16 units the first 8 and the last 7 are drawn.
 * Throws where `x` does not fit the network, or a model has other layers or branches.
 */
export function network(network: figures.Drawable, options: figures.NetworkOptions = {}): void {
  figure(figures.network(network, options));
}

/**
 * Draws the computational graph of a value: a box for each number, with its data and its gradient, from left to right.
 *
 * ```ts
 * import { autograd, show } from 'neurona';
 *
 * const [a, b] = [autograd.value(2, 'a'), autograd.value(-3, 'b')];
 * const y = a.mul(b).add(10);
 * y.backward();
 * show.graph(y);
 * ```
 *
 * Throws where `root` is no Value or was computed from more than 60.
 */
export function graph(root: Value, options: figures.GraphOptions = {}): void {
  figure(figures.graph(root, options));
}
