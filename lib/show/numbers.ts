/** Draws numbers: functions and series, distributions, matrices. */
import type { Rows, Values } from '../data/read';
import * as figures from '../figures/index';
import { figure } from './figure';

/**
 * Draws functions and series of numbers, each a curve with a colour and a dash of its own.
 *
 * ```ts
 * import { scratch, show } from 'neurona';
 *
 * const { sigmoid } = scratch;
 * show.curves({ sigmoid, 'its derivative': sigmoid.derivative }, { axes: ['z', 'a'] });
 * show.curves({ transistors: [2300, 29e3, 1.2e6] }, { x: [1971, 1978, 1989], log: 'y' });
 * ```
 *
 * `series` are up to 12 under their names: functions of one number, numbers (a tensor or an array), or { x, y }.
 * NaN, infinities and, on a log axis, what is not above 0 leave a gap, and its words say so.
 * Throws where there is no curve, a curve has nothing to draw, or lengths differ. Source: lessons 01 and 06.
 */
export function curves(series: Record<string, figures.Series>, options: figures.CurvesOptions = {}): void {
  figure(figures.curves(series, options));
}

/**
 * Draws a matrix of numbers: white is 0 and blue is more; where a number is below 0, orange is less.
 *
 * ```ts
 * import { show } from 'neurona';
 *
 * const weights = [[0.9, 0.1, 0], [0.2, 0.5, 0.3]];
 * show.heatmap(weights, { x: ['the', 'cat', 'sat'], y: ['query 1', 'query 2'] });
 * ```
 *
 * `rows` is a tensor [rows, columns] or plain arrays; the first row is drawn on top.
 * Throws where the rows differ in length, a number is not finite, or names are more or fewer than rows or columns.
 */
export function heatmap(rows: Rows, options: figures.HeatmapOptions = {}): void {
  figure(figures.heatmap(rows, options));
}

/**
 * Draws the distribution of numbers: weights, gradients, activations, errors.
 *
 * ```ts
 * import { data, generator, show } from 'neurona';
 *
 * const random = generator(0);
 * const draws = Array.from({ length: 1000 }, () => random.normal());
 * show.histogram(draws, { bins: 40 });
 * show.histogram({ all: draws, 'its half': draws.slice(500) }, { density: true });
 * ```
 *
 * `values` are numbers, a tensor of any shape or an array, or up to 12 such groups under their names. Each bin holds
 * its lower edge, the last also its upper one.
 * Throws where there are no numbers or one is not finite.
 */
export function histogram(values: Values | Record<string, Values>, options: figures.HistogramOptions = {}): void {
  figure(figures.histogram(values, options));
}
