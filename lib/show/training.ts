/** Draws how trainings went. */
import * as figures from '../figures/index';
import type { Surface } from '../scratch/descent';
import { figure } from './figure';

/**
 * Draws how the numbers of a training went, epoch by epoch.
 *
 * ```ts
 * import { show } from 'neurona';
 *
 * show.history({ loss: [0.7, 0.4, 0.3, 0.2], val_loss: [0.7, 0.5, 0.5, 0.6] });
 * ```
 *
 * `curves` is what `await model.fit(...)` or `fit` of a scratch.Network or Perceptron returns, or `{ name: numbers }`.
 * Throws where there is no curve, or one has no numbers.
 */
export function history(curves: figures.Curves, options: figures.HistoryOptions = {}): void {
  figure(figures.history(curves, options));
}

/**
 * Draws a loss over two parameters, and the ways that optimizers take down it.
 *
 * ```ts
 * import { scratch, show } from 'neurona';
 *
 * const valley = ([x, y]: number[]) => (1 - x) ** 2 + 100 * (y - x ** 2) ** 2;
 * const descend = (optimizer: scratch.Optimizer) => scratch.gradientDescent(valley, [-1.5, 2], { optimizer });
 * const paths = {
 *   momentum: descend(scratch.momentum({ learningRate: 0.0005 })),
 *   adam: descend(scratch.adam({ learningRate: 0.1 })),
 * };
 * show.lossSurface(valley, { x: [-2, 2], y: [-1, 3], paths });
 * ```
 *
 * `loss` is a function of a point [w₁, w₂], as `scratch.gradientDescent` takes it; where it is not finite there is a
 * gap. The deeper, the darker; a path goes from a dot to its own shape.
 * Throws where a range is empty, the loss is nowhere finite, or a path is not of the plane. Source: lessons 07 and 09.
 */
export function lossSurface(loss: Surface, options: figures.LossSurfaceOptions = {}): void {
  figure(figures.lossSurface(loss, options));
}
