/** Whether of all answers given with 80 % confidence, 80 % are right: confidence beside frequency, bin by bin. */
import { fail, finite, whole } from '../assert';
import { answersOf, type Scores, type Truth } from './answers';
import { readLabels, readScores } from './labels';

/** Options of {@link calibration}. */
export interface CalibrationOptions {
  /** How many bins of equal width, from 1 to 1000. Default 10. */
  bins?: number;
}

/** The answers of similar confidence. */
export interface CalibrationBin {
  /** The bin holds confidences above this, the first bin also those equal to it… */
  from: number;
  /** …and up to this. */
  to: number;
  samples: number;
  /** The mean confidence; NaN where the bin is empty. */
  confidence: number;
  /** The share that came true; NaN where the bin is empty. */
  frequency: number;
}

/** What {@link calibration} finds. */
export interface Calibration {
  bins: CalibrationBin[];
  /** The expected calibration error: how far confidence and frequency are apart, averaged over all samples. */
  ece: number;
  /** The largest such distance of a bin. */
  mce: number;
}

/** Probabilities of one sample may miss the sum 1 by this. */
const slack = 1e-3;

/**
 * Compares how sure the answers are with how often they are right.
 *
 * ```ts
 * import { inspect, show } from 'neurona';
 *
 * const { ece, bins } = inspect.calibration([0.9, 0.8, 0.6, 0.2], [1, 1, 0, 0], { bins: 5 });
 * console.log(ece);
 * show.table(bins);
 * ```
 *
 * `probabilities` [samples] or [samples, 1] are chances of class 1, and what can come true is class 1; of [samples,
 * classes], as softmax gives them, the largest is the confidence, and its class can be right. Or it is a predictor, to
 * be asked for the `xs` of a data set. `truth` is the data set, or labels: numbers of classes or one-hot. Returns a
 * row for each bin, the expected and the maximum calibration error.
 * Throws where a number is no probability, or the two differ in length.
 * Source: Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", 2017.
 */
export function calibration(probabilities: Scores, truth: Truth, options: CalibrationOptions = {}): Calibration {
  return calibrationOf('inspect.calibration', probabilities, truth, options);
}

/** {@link calibration} for `who`, who asks in the error's name. */
export function calibrationOf(
  who: string,
  probabilities: Scores,
  truth: Truth,
  { bins: count = 10 }: CalibrationOptions,
): Calibration {
  whole(who, { bins: count }, 1, 1000);
  const given = answersOf(who, probabilities, truth);
  const rows = readScores(who, 'probabilities', given.answers);
  rows.forEach((row, i) => aDistribution(who, row, i));
  const labels = readLabels(who, given.labels);
  if (labels.length !== rows.length) fail(who, `${rows.length} labels, as many as probabilities`, labels.length);
  const outside = labels.find((label) => label > Math.max(1, rows[0]!.length - 1));
  if (outside !== undefined) fail(who, `labels from 0 to ${Math.max(1, rows[0]!.length - 1)}`, outside);

  const sums = Array.from({ length: count }, () => ({ samples: 0, confidence: 0, came: 0 }));
  rows.forEach((row, i) => {
    const confidence = Math.max(...row);
    const sum = sums[binOf(confidence, count)]!;
    sum.samples += 1;
    sum.confidence += confidence;
    sum.came += Number(labels[i] === (row.length === 1 ? 1 : row.indexOf(confidence)));
  });
  const bins = sums.map(({ samples, confidence, came }, i) => ({
    from: i / count,
    to: (i + 1) / count,
    samples,
    confidence: confidence / samples,
    frequency: came / samples,
  }));
  const gaps = sums.map(({ confidence, came }) => Math.abs(came - confidence)); // samples × |frequency − confidence|
  return {
    bins,
    ece: gaps.reduce((sum, gap) => sum + gap, 0) / rows.length,
    mce: Math.max(...gaps.map((gap, i) => (gap === 0 ? 0 : gap / sums[i]!.samples))),
  };
}

/** The first bin whose upper edge, (i + 1) / count, the confidence does not pass. */
function binOf(confidence: number, count: number): number {
  let bin = Math.max(0, Math.ceil(confidence * count) - 1);
  while (bin > 0 && confidence <= bin / count) bin--; // the product was rounded up
  while (bin < count - 1 && confidence > (bin + 1) / count) bin++; // or down
  return Math.min(bin, count - 1);
}

function aDistribution(who: string, row: readonly number[], i: number): void {
  row.forEach((p, column) => finite(who, { [`probabilities[${i}]${row.length > 1 ? `[${column}]` : ''}`]: p }, 0, 1));
  const sum = row.reduce((all, p) => all + p, 0);
  if (row.length > 1 && Math.abs(sum - 1) > slack)
    fail(who, `probabilities[${i}] to sum to 1`, sum, 'softmax makes probabilities of scores');
}
