/** Draws data sets: points, images, rows as a table. */
import { display } from '../display';
import * as figures from '../figures/index';
import { table as makeTable, type TableOptions } from '../table';
import type { Dataset } from '../types';
import { figure } from './figure';

export type { TableOptions };

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
 * `images` is a tensor [images, pixels] of square images, [images, height, width] or [images, height, width, 1], one
 * image [height, width, 1] alone, `values` of inspect, or plain arrays of the same shape.
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
