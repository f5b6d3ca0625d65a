/** Draws what predictors answer. */
import * as figures from '../figures/index';
import type { Scores, Truth } from '../inspect/answers';
import type { Predictions } from '../inspect/labels';
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

/**
 * Draws the confusion matrix: a row for each true class, a column for each predicted one; blue on the diagonal is
 * right.
 *
 * ```ts
 * import { data, scratch, show } from 'neurona';
 *
 * const moons = data.moons({ noise: 0.2 });
 * const neuron = new scratch.Perceptron(2);
 * neuron.fit(moons, { epochs: 20 });
 * show.confusion(neuron, moons);
 * show.confusion([0, 1, 1], [0, 1, 0], { classes: ['cat', 'bear'] });
 * ```
 *
 * `predictions` is a predictor, to be asked for the `xs` of a data set, also images; or its answers: numbers or names of
 * classes, the chance of class 1, or a score for each class. `truth` is the data set, or labels.
 * `inspect.confusion` gives its numbers. Throws where the two don't fit, or there are more than 100 classes.
 */
export function confusion(
  predictions: Predictor | Predictions,
  truth: Truth,
  options: figures.ConfusionFigureOptions = {},
): void {
  figure(figures.confusion(predictions, truth, options));
}

/**
 * Draws the receiver operating characteristic: how many positives are found for how many false alarms, at every
 * threshold.
 *
 * ```ts
 * import { show } from 'neurona';
 *
 * show.roc([0.1, 0.4, 0.35, 0.8, 0.7], [0, 0, 1, 1, 0]);
 * ```
 *
 * `scores` is [samples] or [samples, 1], higher for class 1, or [samples, classes]: of two columns the second is
 * drawn, of more each class against the rest. Or it is a predictor, to be asked for the `xs` of a data set. `truth` is
 * the data set, or labels: numbers of classes or one-hot. `inspect.roc` gives its numbers.
 * Throws where the two differ in length, or a class has no sample or all.
 * Source: Fawcett, "An introduction to ROC analysis", 2006.
 */
export function roc(scores: Scores, truth: Truth, options: figures.RocFigureOptions = {}): void {
  figure(figures.roc(scores, truth, options));
}

/**
 * Draws a bar for the answers of each confidence, as high as the share of them that came true: on the diagonal, "80 %
 * sure" is right 80 times in a hundred; below it, the answers are too sure.
 *
 * ```ts
 * import { show } from 'neurona';
 *
 * show.calibration([0.95, 0.9, 0.8, 0.6, 0.3, 0.1], [1, 0, 1, 1, 0, 0], { bins: 5 });
 * ```
 *
 * `probabilities` [samples] or [samples, 1] are chances of class 1; of [samples, classes] the largest is the
 * confidence. Or it is a predictor, to be asked for the `xs` of a data set. `truth` is the data set, or labels:
 * numbers of classes or one-hot. Its words have the expected calibration error, and `inspect.calibration` all its
 * numbers.
 * Throws where a number is no probability, or the two differ in length.
 * Source: Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", 2017.
 */
export function calibration(probabilities: Scores, truth: Truth, options: figures.CalibrationFigureOptions = {}): void {
  figure(figures.calibration(probabilities, truth, options));
}
