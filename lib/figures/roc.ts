/** True alarms against false alarms at every threshold, and the area under the curve. */
import type { Data } from 'plotly.js';
import { fail } from '../assert';
import { answersOf, type Scores, type Truth } from '../inspect/answers';
import { readLabels, readScores } from '../inspect/labels';
import { rocOf, type Roc } from '../inspect/roc';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { colors, look, mostLooks, short, themed } from './theme';

/** Options of {@link roc}. */
export interface RocFigureOptions extends FigureOptions {
  /** The names of the classes, in the order of the columns of the scores. Default those of the data set, else their numbers. */
  classes?: readonly string[];
}

/**
 * The receiver operating characteristic: how many positives are found for how many false alarms, at every threshold.
 *
 * ```ts
 * import { figures, show } from 'neurona';
 *
 * show.figure(figures.roc([0.1, 0.4, 0.35, 0.8, 0.7], [0, 0, 1, 1, 0]));
 * ```
 *
 * `scores` is [samples] or [samples, 1], higher for class 1, or [samples, classes]: of two columns the second is
 * drawn, of more each class against the rest. Or it is a predictor, to be asked for the `xs` of a data set. `truth` is
 * the data set, or labels: numbers of classes or one-hot. Returns a figure; `inspect.roc` gives its numbers.
 * Throws where the two differ in length, or a class has no sample or all.
 * Source: Fawcett, "An introduction to ROC analysis", 2006.
 */
export function roc(scores: Scores, truth: Truth, { classes: named, ...options }: RocFigureOptions = {}): Figure {
  const who = 'figures.roc';
  const given = answersOf(who, scores, truth);
  const classes = named ?? given.classes;
  const rows = readScores(who, 'scores', given.answers);
  const columns = rows[0]!.length;
  if (columns > mostLooks) fail(who, `at most ${mostLooks} classes`, columns);
  if (classes && classes.length !== Math.max(2, columns))
    fail(who, `${Math.max(2, columns)} names in classes`, classes.length);
  const numbers = readLabels(who, given.labels, classes);
  const say = words.figures.roc;
  const nameOf = (positive: number) => classes?.[positive] ?? (columns > 2 ? String(positive) : say.one);
  const positives = columns > 2 ? rows[0]!.map((_, column) => column) : [1];
  const found = positives.map((positive) => ({
    name: nameOf(positive),
    ...rocOf(who, rows, numbers, { positive }),
  }));
  const drawing = {
    title: say.title,
    height: 440,
    data: [diagonal(say.chance), ...found.map((one, i) => trace(one, i))],
    layout: {
      xaxis: { title: { text: say.axes[0] }, range: [-0.02, 1.02], constrain: 'domain' },
      yaxis: { title: { text: say.axes[1] }, range: [-0.02, 1.02], scaleanchor: 'x', constrain: 'domain' },
      showlegend: true,
    },
    description: say.description(found.map(({ name, auc }) => [name, auc])),
  };
  return themed(who, drawing, options);
}

/** From one corner to the other, behind what is drawn. */
export function diagonal(name: string): object {
  return {
    type: 'scatter',
    mode: 'lines',
    name,
    x: [0, 1],
    y: [0, 1],
    line: { color: colors.text, dash: 'dot', width: 1.5 },
    hoverinfo: 'skip',
  } satisfies Data;
}

function trace({ name, auc, ...found }: Roc & { name: string }, i: number): object {
  const { color, dash } = look(i + 1);
  const say = words.figures.roc;
  const { falsePositiveRates: x, truePositiveRates: y } = found;
  // A point between two others on one upright or level line adds nothing to the curve.
  const corner = (j: number) => !(x[j - 1] === x[j] && x[j] === x[j + 1]) && !(y[j - 1] === y[j] && y[j] === y[j + 1]);
  const kept = x.flatMap((_, j) => (corner(j) ? [j] : []));
  return {
    type: 'scatter',
    mode: kept.length <= 12 ? 'lines+markers' : 'lines',
    name: say.curve(name, auc),
    x: kept.map((j) => short(x[j]!)),
    y: kept.map((j) => short(y[j]!)),
    text: kept.map((j) => say.threshold(found.thresholds[j]!)),
    line: { color, dash: i === 0 ? 'solid' : dash, width: 2 },
    hovertemplate: say.hover,
  } satisfies Data;
}
