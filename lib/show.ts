/** The catalogue of pictures: each function draws one under the cell that runs. */
import type { Value } from './autograd/value';
import { display } from './display';
import * as figures from './figures/index';
import type { Circuit } from './scratch/circuit';
import type { Unit } from './scratch/mcculloch-pitts';
import type { Perceptron } from './scratch/perceptron';
import { table as makeTable, type TableOptions } from './table';
import type { Dataset, Figure, Predictor } from './types';

export type { TableOptions };

/**
 * Draws a figure: one of `figures`, edited or not, or one of your own.
 *
 * ```ts
 * import { data, figures, show } from 'neurona';
 *
 * const figure = figures.points(data.xor());
 * show.figure({ ...figure, layout: { ...figure.layout, width: 400 } });
 * ```
 *
 * `figure` has Plotly's `data` and `layout`, and a `description` for those who can't see it.
 */
export function figure({ data, layout, frames, description }: Figure): void {
  display({
    'text/plain': description,
    'application/vnd.plotly.v1+json': {
      data,
      layout,
      ...(frames ? { frames } : {}),
      // Not `responsive`: JupyterLab resizes figures itself, and with both a change of theme folds them up to nothing.
      config: { displaylogo: false },
    },
  });
}

/**
 * Draws the points of a data set with two inputs, one colour and one shape for each class.
 *
 * ```ts
 * import { data, show } from 'neurona';
 *
 * show.points(data.circle({ noise: 0.2 }), { title: 'A disc in a ring' });
 * ```
 *
 * `dataset` has `xs` [samples, 2] and `ys` [samples, 1] of class numbers, or one-hot.
 * Throws where the shapes differ from that, or there are more than 20,000 points or 6 classes.
 */
export function points(dataset: Dataset, options: figures.PointsFigureOptions = {}): void {
  figure(figures.points(dataset, options));
}

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

/**
 * Draws small images side by side: 0 is light and 1 is black; where a value is negative, orange is less and blue is
 * more.
 *
 * ```ts
 * import { data, show } from 'neurona';
 *
 * const { xs, labels } = data.digits({ samples: 20 });
 * show.images(xs, { labels });
 * ```
 *
 * `images` is a tensor [images, pixels] of square images, [images, height, width] or [images, height, width, 1], or
 * plain arrays of the same shape.
 * Throws where the shape is none of these, a pixel is not finite, or there are more than 100 images.
 */
export function images(images: figures.Images, options: figures.ImagesOptions = {}): void {
  figure(figures.images(images, options));
}

/**
 * Shows rows, an array of plain objects with the same keys, as a table.
 *
 * ```ts
 * import { data, inspect, scratch, show } from 'neurona';
 *
 * const or = scratch.unit({ weights: [1, 1], threshold: 1, label: 'or' });
 * show.table(inspect.unit(or, data.gate('or').xs), { title: 'Inside an or', columns: ['x', 'sum', 'output'] });
 * ```
 *
 * Numbers are shown in four significant digits. Throws where there are no rows, or a column is none of theirs.
 */
export function table(rows: readonly object[], options: TableOptions = {}): void {
  display(makeTable(rows, options));
}
