/** Draws how trainings went. */
import * as figures from '../figures/index';
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
 * `curves` is what `await model.fit(...)` returns, or `{ name: numbers }`. Throws where there is no curve, or one has
 * no numbers.
 */
export function history(curves: figures.Curves, options: figures.HistoryOptions = {}): void {
  figure(figures.history(curves, options));
}
