/** How well scores tell one class from the rest, at every threshold: the receiver operating characteristic. */
import { fail, whole } from '../assert';
import { answersOf, type Scores, type Truth } from './answers';
import { readLabels, readScores, type Labels } from './labels';

/** Options of {@link roc}. */
export interface RocOptions {
  /** The number of the class to be told from the rest. Default 1. */
  positive?: number;
}

/** What {@link roc} finds: three lists of one length, from the strictest threshold to the most lenient. */
export interface Roc {
  /** A sample counts as positive where its score reaches this; the first is Infinity. */
  thresholds: number[];
  /** The share of negatives that count as positive. */
  falsePositiveRates: number[];
  /** The share of positives that do. */
  truePositiveRates: number[];
  /** The area under the curve: the chance that a positive scores above a negative, a tie counting one half. */
  auc: number;
}

/**
 * The rates of true and false alarms at every threshold, and the area under their curve.
 *
 * ```ts
 * import { inspect } from 'neurona';
 *
 * const { auc, thresholds } = inspect.roc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]);
 * console.log(auc, thresholds);
 * ```
 *
 * `scores` is [samples] or [samples, 1], higher for the positive class, or [samples, classes], of which the column of
 * the positive class is taken. Or it is a predictor, to be asked for the `xs` of a data set. `truth` is the data set,
 * or labels: numbers of classes or one-hot. Returns one point for each distinct score.
 * Throws where the two differ in length, or no sample is positive or none negative.
 * Source: Fawcett, "An introduction to ROC analysis", 2006.
 */
export function roc(scores: Scores, truth: Truth, options: RocOptions = {}): Roc {
  const who = 'inspect.roc';
  const { answers, labels } = answersOf(who, scores, truth);
  return rocOf(who, readScores(who, 'scores', answers), labels as Labels, options);
}

/** {@link roc} for `who`, who asks in the error's name. */
export function rocOf(
  who: string,
  rows: readonly (readonly number[])[],
  labels: Labels,
  { positive = 1 }: RocOptions,
): Roc {
  const columns = rows[0]!.length;
  whole(who, { positive }, 0, columns === 1 ? 1000 : columns - 1);
  const truth = readLabels(who, labels).map((label) => label === positive);
  if (truth.length !== rows.length) fail(who, `${rows.length} labels, as many as scores`, truth.length);
  const positives = truth.filter(Boolean).length;
  const negatives = truth.length - positives;
  if (positives === 0 || negatives === 0)
    fail(who, `labels to hold class ${positive} and others`, `${positives} of ${truth.length} of class ${positive}`);

  const ranked = rows
    .map((row, i) => ({ score: row[columns === 1 ? 0 : positive]!, positive: truth[i]! }))
    .sort((a, b) => b.score - a.score);
  const found: Roc = { thresholds: [Infinity], falsePositiveRates: [0], truePositiveRates: [0], auc: 0 };
  let [hits, alarms, area] = [0, 0, 0]; // true positives, false positives, pairs in the right order, twice
  for (let i = 0; i < ranked.length;) {
    const [threshold, hitsBefore, alarmsBefore] = [ranked[i]!.score, hits, alarms];
    for (; i < ranked.length && ranked[i]!.score === threshold; i++) {
      if (ranked[i]!.positive) hits++;
      else alarms++;
    }
    area += (alarms - alarmsBefore) * (hits + hitsBefore); // the trapezium over a tie, twice
    found.thresholds.push(threshold + 0); // 0 for -0
    found.falsePositiveRates.push(alarms / negatives);
    found.truePositiveRates.push(hits / positives);
  }
  return { ...found, auc: area / (2 * positives * negatives) };
}
