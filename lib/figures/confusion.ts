/** Which classes a predictor takes for which: a matrix of counts and shares. */
import type { Data } from 'plotly.js';
import { fail } from '../assert';
import { confusionOf } from '../inspect/confusion';
import type { Truth } from '../inspect/answers';
import type { Predictions } from '../inspect/labels';
import type { Figure, FigureOptions, Predictor } from '../types';
import { words } from '../words';
import { diverging, short, themed } from './theme';

/** Options of {@link confusion}. */
export interface ConfusionFigureOptions extends FigureOptions {
  /** The names of the classes, in the order of their numbers. Default those of the data set, else the numbers. */
  classes?: readonly string[];
}

const [mostClasses, mostShares, mostCounts] = [100, 12, 30];

/**
 * The confusion matrix: a row for each true class, a column for each predicted one; blue on the diagonal is right.
 *
 * ```ts
 * import { data, figures, scratch, show } from 'neurona';
 *
 * const moons = data.moons({ noise: 0.2 });
 * const neuron = new scratch.Perceptron(2);
 * neuron.fit(moons, { epochs: 20 });
 * show.figure(figures.confusion(neuron, moons));
 * show.figure(figures.confusion([0, 1, 1], [0, 1, 0], { classes: ['cat', 'bear'] }));
 * ```
 *
 * `predictions` is a predictor, to be asked for the `xs` of a data set, also images; or its answers: numbers or names of
 * classes, the chance of class 1, or a score for each class. `truth` is the data set, or labels. Returns a figure;
 * `inspect.confusion` gives its numbers. Throws where the two don't fit, or there are more than 100 classes.
 */
export function confusion(
  predictions: Predictor | Predictions,
  truth: Truth,
  { classes, ...options }: ConfusionFigureOptions = {},
): Figure {
  const who = 'figures.confusion';
  const found = confusionOf(who, predictions, truth, classes ? { classes } : {});
  const { counts, byClass, classes: names } = found;
  if (names.length > mostClasses) fail(who, `at most ${mostClasses} classes`, names.length);
  const shares = counts.map((row, r) => row.map((many) => many / byClass[r]!.samples)); // NaN where a class has none
  const wrong = counts.flatMap((row, r) =>
    row.flatMap((many, c) => (r === c ? [] : [{ truth: names[r]!, predicted: names[c]!, many }])),
  );
  const worst = wrong.reduce((a, b) => (b.many > a.many ? b : a), { truth: '', predicted: '', many: 0 });
  const right = counts.reduce((sum, row, i) => sum + row[i]!, 0);
  const all = counts.flat().reduce((sum, many) => sum + many, 0);

  const say = words.figures.confusion;
  const places = { tickvals: names.map((_, i) => i), ticktext: names, showgrid: false, zeroline: false };
  const drawing = {
    title: say.title,
    height: 170 + Math.min(600, Math.max(160, names.length * (names.length <= mostShares ? 44 : 24))),
    data: [cells(counts, shares, names)],
    layout: {
      xaxis: { title: { text: say.predicted }, ...places, constrain: 'domain' },
      yaxis: { title: { text: say.truth, standoff: 8 }, ...places, autorange: 'reversed', automargin: true },
      showlegend: false,
    },
    description: say.description(right, all, worst.many > 0 ? worst : undefined),
  };
  return themed(who, drawing, options);
}

/** Shares of each row: above 0 on the diagonal, which is right, and below elsewhere, which is wrong. */
function cells(counts: readonly number[][], shares: readonly number[][], names: readonly string[]): object {
  const say = words.figures.confusion;
  const write = (many: number, share: number) => {
    if (names.length > mostCounts || many === 0) return '';
    return names.length > mostShares ? String(many) : say.cell(many, share);
  };
  const each = (make: (many: number, share: number, r: number, c: number) => string) =>
    counts.map((row, r) => row.map((many, c) => make(many, shares[r]![c]!, r, c)));
  return {
    type: 'heatmap',
    z: shares.map((row, r) => row.map((share, c) => (share > 0 ? short(r === c ? share : -share) : 0))),
    zmin: -1,
    zmax: 1,
    colorscale: diverging,
    showscale: false,
    xgap: 1,
    ygap: 1,
    text: each(write) as unknown as string[],
    texttemplate: '%{text}',
    hovertext: each((many, share, r, c) => say.hover(names[r]!, names[c]!, many, share)) as unknown as string[],
    hoverinfo: 'text',
  } satisfies Data;
}
