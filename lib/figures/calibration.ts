/** Reliability diagram: how often answers of each confidence come true. */
import type { Data } from 'plotly.js';
import type { Scores, Truth } from '../inspect/answers';
import { calibrationOf, type CalibrationBin } from '../inspect/calibration';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { diagonal } from './roc';
import { colors, short, themed } from './theme';

/** Options of {@link calibration}. */
export interface CalibrationFigureOptions extends FigureOptions {
  /** How many bins of equal width, from 1 to 1000. Default 10. */
  bins?: number;
}

/**
 * A bar for the answers of each confidence, as high as the share of them that came true: on the diagonal, "80 % sure"
 * is right 80 times in a hundred; below it, the answers are too sure.
 *
 * ```ts
 * import { figures, show } from 'neurona';
 *
 * show.figure(figures.calibration([0.95, 0.9, 0.8, 0.6, 0.3, 0.1], [1, 0, 1, 1, 0, 0], { bins: 5 }));
 * ```
 *
 * `probabilities` [samples] or [samples, 1] are chances of class 1; of [samples, classes] the largest is the
 * confidence. Or it is a predictor, to be asked for the `xs` of a data set. `truth` is the data set, or labels:
 * numbers of classes or one-hot. Returns a figure; its words have the expected calibration error, and
 * `inspect.calibration` all its numbers.
 * Throws where a number is no probability, or the two differ in length.
 * Source: Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", 2017.
 */
export function calibration(
  probabilities: Scores,
  truth: Truth,
  { bins, ...options }: CalibrationFigureOptions = {},
): Figure {
  const who = 'figures.calibration';
  const found = calibrationOf(who, probabilities, truth, bins === undefined ? {} : { bins });
  const filled = found.bins.filter(({ samples }) => samples > 0);
  const all = filled.reduce((sum, { samples }) => sum + samples, 0);
  const excess = filled.reduce((sum, bin) => sum + (bin.samples * (bin.confidence - bin.frequency)) / all, 0);
  const say = words.figures.calibration;
  const drawing = {
    title: say.title,
    height: 440,
    data: [bars(filled), means(filled), diagonal(say.perfect)],
    layout: {
      xaxis: { title: { text: say.axes[0] }, range: [-0.02, 1.02], constrain: 'domain' },
      yaxis: { title: { text: say.axes[1] }, range: [-0.02, 1.02], scaleanchor: 'x', constrain: 'domain' },
      showlegend: true,
      hovermode: 'closest',
    },
    description: say.description(all, found.bins.length, found.ece, excess),
  };
  return themed(who, drawing, options);
}

function bars(bins: readonly CalibrationBin[]): object {
  const say = words.figures.calibration;
  return {
    type: 'bar',
    name: say.bars,
    x: bins.map(({ from, to }) => short((from + to) / 2)),
    y: bins.map(({ frequency }) => short(frequency)),
    width: short(0.96 * (bins[0]!.to - bins[0]!.from)),
    opacity: 0.6,
    marker: { color: colors.positive },
    hovertext: bins.map(({ from, to, samples, confidence, frequency }) =>
      say.hover(from, to, samples, confidence, frequency),
    ),
    hoverinfo: 'text',
  } satisfies Data;
}

/** The mean confidence of each bin, where the bar would end if it were calibrated: its size says how many there are. */
function means(bins: readonly CalibrationBin[]): object {
  const most = Math.max(...bins.map(({ samples }) => samples));
  return {
    type: 'scatter',
    mode: 'markers',
    name: words.figures.calibration.means,
    x: bins.map(({ confidence }) => short(confidence)),
    y: bins.map(({ frequency }) => short(frequency)),
    marker: {
      color: colors.negative,
      symbol: 'diamond',
      opacity: 1,
      size: bins.map(({ samples }) => short(6 + 10 * Math.sqrt(samples / most))),
      line: { color: colors.outline, width: 1 },
    },
    hoverinfo: 'skip',
  } satisfies Data;
}
