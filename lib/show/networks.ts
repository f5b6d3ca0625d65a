/** Draws how networks and computations are built. */
import type { Value } from '../autograd/value';
import * as figures from '../figures/index';
import type { Circuit } from '../scratch/circuit';
import type { Unit } from '../scratch/mcculloch-pitts';
import type { Perceptron } from '../scratch/perceptron';
import { figure } from './figure';

/**
 * Draws a unit, a circuit or a perceptron: weights on its lines, thresholds in its circles; with inputs `x`, the sums
 * and who fires.
 *
 * ```ts
 * import { scratch, show } from 'neurona';
 *
 * const and = scratch.unit({ weights: [1, 1], threshold: 2, label: 'and' });
 * show.network(and, { x: [1, 1] });
 * ```
 *
 * Throws where a layer has more than 16 units or `x` does not fit the network.
 */
export function network(network: Unit | Circuit | Perceptron, options: figures.NetworkOptions = {}): void {
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
