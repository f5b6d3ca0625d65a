/** Draws what happens inside the layers of a network. */
import * as figures from '../figures/index';
import { figure } from './figure';

/**
 * Draws how the numbers of each layer are spread, layer by layer: a violin for each, and under its name the share of zeros.
 *
 * ```ts
 * import { data, inspect, scratch, show } from 'neurona';
 *
 * const network = new scratch.Network([2, 8, 8, 1], { activation: scratch.relu, seed: 1 });
 * show.layers(inspect.forward(network, data.xor().xs));
 * show.layers(inspect.backward(network, data.xor()).weights, { scale: 'log', title: 'Sizes of the gradients' });
 * ```
 *
 * `trace` is what inspect.forward or inspect.weights returns, or `weights` or `outputs` of inspect.backward.
 * Throws where there are no rows, more than 60, or a row has no numbers.
 */
export function layers(trace: readonly figures.LayerValues[], options: figures.LayersOptions = {}): void {
  figure(figures.layers(trace, options));
}

/**
 * Draws how weights, or their gradients, move during a training: a box for each, and a slider over the steps.
 *
 * ```ts
 * import { data, inspect, show, tf } from 'neurona';
 *
 * const model = tf.sequential({ layers: [
 *   tf.layers.dense({ inputShape: [2], units: 8, activation: 'tanh' }),
 *   tf.layers.dense({ units: 1, activation: 'sigmoid' }),
 * ] });
 * model.compile({ optimizer: tf.train.adam(0.1), loss: 'binaryCrossentropy' });
 * const recorder = inspect.recorder();
 * const { xs, ys } = data.xor({ samples: 64 });
 * await model.fit(xs, ys, { epochs: 10, verbose: 0, callbacks: recorder });
 * show.weights(recorder.steps);
 * show.weights(recorder.steps, { of: 'gradients' });
 * ```
 *
 * `steps` is what `inspect.recorder()` has kept. Throws where there is no step with what is asked for.
 */
export function weights(steps: readonly figures.TrainingStep[], options: figures.WeightsOptions = {}): void {
  figure(figures.weights(steps, options));
}
