/** What a predictor answers everywhere in the plane, under the points it is to tell apart. */
import type { Data } from 'plotly.js';
import { whole } from '../assert';
import type { Dataset, Figure, Predictor } from '../types';
import { words } from '../words';
import { answers } from './answers';
import { planeLayout, planePoints, pointTraces, type PlanePoints, type PointsFigureOptions } from './points';
import { colors, region, regionOpacity, short, steps, themed } from './theme';

/** Options of {@link decisionBoundary}. */
export interface DecisionBoundaryOptions extends PointsFigureOptions {
  /** How many points to ask along each axis, from 2 to 300. Default 100. */
  resolution?: number;
}

/**
 * The regions into which a predictor divides the plane, and the points of a data set on top.
 *
 * ```ts
 * import { data, figures, scratch, show } from 'neurona';
 *
 * const neuron = new scratch.Perceptron(2);
 * const blobs = data.blobs();
 * neuron.fit(blobs);
 * show.figure(figures.decisionBoundary(neuron, blobs));
 * ```
 *
 * `predictor` is a tfjs model of input [samples, 2], a unit, a circuit, a perceptron or a function of [x₁, x₂]. It
 * answers a class,
 * the chance of class 1 (from 0 to 1; the boundary is at one half), or a score for each class. Returns a figure.
 * Throws where it answers anything else, or the data set is not of the plane.
 */
export function decisionBoundary(
  predictor: Predictor,
  dataset: Dataset,
  { resolution = 100, ...options }: DecisionBoundaryOptions = {},
): Figure {
  const who = 'figures.decisionBoundary';
  whole(who, { resolution }, 2, 300);
  const plane = planePoints(who, dataset);
  const classes = plane.classes.length;
  const x = ticks(
    plane.xs.map(([x1]) => x1),
    resolution,
    0,
  );
  // A third of a step aside: where x₁ + x₂ = 1 is the boundary, points exactly on it would be decided by rounding.
  const y = ticks(
    plane.xs.map(([, x2]) => x2),
    resolution,
    1 / 3,
  );
  const grid = y.flatMap((x2) => x.map((x1) => [x1, x2])); // [resolution², 2], row by row
  const flat = answers(who, predictor, grid, classes).map((answer) => Math.round(answer * 1000) / 1000);
  const z = y.map((_, row) => flat.slice(row * resolution, (row + 1) * resolution)); // [resolution, resolution]

  const say = words.figures.boundary;
  const drawing = {
    title: say.title,
    height: 460,
    data: [classes === 2 ? twoRegions(x, y, z) : manyRegions(x, y, z, plane.classes), ...pointTraces(plane)],
    layout: planeLayout(options.axes),
    description: say.description(plane.xs.length, plane.classes, rightAnswers(who, predictor, plane)),
  };
  return themed(who, drawing, options);
}

/** Shades from class 0 to class 1 and a line where the answer is one half. */
function twoRegions(x: number[], y: number[], z: number[][]): object {
  return {
    type: 'contour',
    x,
    y,
    z,
    zmin: 0,
    zmax: 1,
    colorscale: region,
    showscale: false,
    contours: { coloring: 'heatmap', start: 0.5, end: 0.5, size: 1 },
    line: { color: colors.text, width: 2 },
    hovertemplate: words.figures.boundary.hover,
  } satisfies Data;
}

function manyRegions(x: number[], y: number[], z: number[][], classes: string[]): object {
  return {
    type: 'heatmap',
    x,
    y,
    z,
    zmin: -0.5,
    zmax: classes.length - 0.5,
    colorscale: steps(classes.length),
    opacity: regionOpacity,
    showscale: false,
    hovertemplate: words.figures.boundary.hover,
  } satisfies Data;
}

/** Evenly spaced from a little below the smallest value to a little above the largest. */
function ticks(values: readonly number[], count: number, shift: number): number[] {
  const min = values.reduce((a, b) => Math.min(a, b));
  const max = values.reduce((a, b) => Math.max(a, b));
  const margin = max > min ? Math.max(0.1 * (max - min), Math.min(0.5, (max - min) / 2)) : 0.5;
  const step = (max - min + 2 * margin) / (count - 1);
  return Array.from({ length: count }, (_, i) => short(min - margin + (i + shift) * step));
}

/** How many of the points the predictor puts into their own class. */
function rightAnswers(who: string, predictor: Predictor, { xs, labels, classes }: PlanePoints): number {
  const given = answers(who, predictor, xs, classes.length);
  return given.filter((answer, i) => (classes.length === 2 ? Number(answer >= 0.5) : answer) === labels[i]).length;
}
