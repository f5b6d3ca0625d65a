/** Points in the plane, one colour and one shape for each class. */
import type { Data, Layout } from 'plotly.js';
import { fail } from '../assert';
import { examplesOf } from '../data/examples';
import type { Dataset, Figure, FigureOptions } from '../types';
import { words } from '../words';
import { colors, palette, short, symbols, themed } from './theme';

/** Options of {@link points}. */
export interface PointsFigureOptions extends FigureOptions {
  /** Names of the horizontal and the vertical axis. Default x₁ and x₂. */
  axes?: [string, string];
}

/** A data set of the plane in plain numbers. */
export interface PlanePoints {
  xs: [x1: number, x2: number][];
  /** The class of each point, from 0. */
  labels: number[];
  classes: string[];
}

const most = 20_000;

/**
 * The points of a data set with two inputs.
 *
 * ```ts
 * import { data, figures, show } from 'neurona';
 *
 * const figure = figures.points(data.spiral(), { title: 'Two arms' });
 * console.log(figure.description);
 * show.figure(figure);
 * ```
 *
 * `dataset` has `xs` [samples, 2] and `ys` [samples, 1] of class numbers, or one-hot. Returns a figure.
 * Throws where the shapes differ from that, or there are more than 20,000 points or 6 classes.
 */
export function points(dataset: Dataset, options: PointsFigureOptions = {}): Figure {
  const who = 'figures.points';
  const plane = planePoints(who, dataset);
  const say = words.figures.points;
  const drawing = {
    title: say.title,
    height: 420,
    data: pointTraces(plane),
    layout: planeLayout(options.axes),
    description: say.description(countByClass(plane)),
  };
  return themed(who, drawing, options);
}

/** Reads and checks a data set of the plane, for `who`, who asks in the error's name. */
export function planePoints(who: string, dataset: Dataset): PlanePoints {
  const examples = examplesOf(who, dataset);
  const inputs = examples[0]![0].length;
  if (inputs !== 2) fail(who, 'xs of shape [samples, 2], the two axes of the plane', dataset.xs);
  if (examples.length > most) fail(who, `at most ${words.number(most)} points, what a page can draw`, examples.length);
  const labels = examples.map(([, y]) => y);
  const named = dataset.classes ?? Array.from({ length: Math.max(1, ...labels) + 1 }, (_, i) => String(i));
  if (named.length > palette.length) fail(who, `at most ${palette.length} classes`, named.length);
  const bad = labels.find((label) => !Number.isInteger(label) || label < 0 || label >= named.length);
  if (bad !== undefined) fail(who, `each target to be a class, a whole number from 0 to ${named.length - 1}`, bad);
  return { xs: examples.map(([x]) => [x[0]!, x[1]!]), labels, classes: [...named] };
}

/** One trace for each class. */
export function pointTraces({ xs, labels, classes }: PlanePoints): object[] {
  const size = xs.length <= 16 ? 15 : 8; // the corners of a gate are few
  return classes.map((name, label) => {
    const own = xs.filter((_, i) => labels[i] === label);
    return {
      type: 'scatter',
      mode: 'markers',
      name,
      x: own.map(([x1]) => short(x1)),
      y: own.map(([, x2]) => short(x2)),
      marker: { color: palette[label]!, symbol: symbols[label]!, size, line: { color: colors.outline, width: 1 } },
      hovertemplate: words.figures.points.hover,
    } satisfies Data;
  });
}

/** Axes with the same unit in both directions. */
export function planeLayout([x1, x2] = [words.input(1), words.input(2)]): object {
  return {
    xaxis: { title: { text: x1 }, constrain: 'domain' },
    yaxis: { title: { text: x2 }, scaleanchor: 'x', constrain: 'domain' },
  } satisfies Partial<Layout>;
}

/** How many points each class has. */
export function countByClass({ labels, classes }: PlanePoints): [name: string, count: number][] {
  return classes.map((name, label) => [name, labels.filter((other) => other === label).length]);
}
