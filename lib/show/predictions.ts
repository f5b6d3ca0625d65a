/** Draws what predictors answer. */
import * as figures from '../figures/index';
import type { Dataset, Predictor } from '../types';
import { figure } from './figure';

/**
 * Draws the regions into which a predictor divides the plane, and the points of a data set on top.
 *
 * ```ts
 * import { data, scratch, show } from 'neurona';
 *
 * const and = scratch.unit({ weights: [1, 1], threshold: 2 });
 * show.decisionBoundary(and, data.gate('and'));
 * ```
 *
 * `predictor` is a tfjs model of input [samples, 2], a unit, a circuit, a perceptron or a function of [x₁, x₂]. It
 * answers a class,
 * the chance of class 1 (from 0 to 1; the boundary is at one half), or a score for each class.
 * Throws where it answers anything else, or the data set is not of the plane.
 */
export function decisionBoundary(
  predictor: Predictor,
  dataset: Dataset,
  options: figures.DecisionBoundaryOptions = {},
): void {
  figure(figures.decisionBoundary(predictor, dataset, options));
}
