/** Which classes a predictor takes for which, and what follows: accuracy, precision, recall and F1. */
import { fail } from '../assert';
import { isTensor } from '../data/examples';
import type { Predictor } from '../types';
import { answersOf, type Truth } from './answers';
import { decide, mostClasses, readLabels, readPredictions, type Predictions } from './labels';

/** Options of {@link confusion}. */
export interface ConfusionOptions {
  /** The names of the classes, in the order of their numbers. Default those of the data set, else the numbers. */
  classes?: readonly string[];
}

/** How one class is told from the others; a share of nothing is NaN. */
export interface ClassScores {
  class: string;
  /** How many samples are of this class. */
  samples: number;
  /** Of those taken for this class, the share that is. */
  precision: number;
  /** Of those of this class, the share taken for it. */
  recall: number;
  /** The harmonic mean of precision and recall. */
  f1: number;
}

/** What {@link confusion} counts. */
export interface Confusion {
  classes: string[];
  /** How many samples: a row for each true class, a column for each predicted one. */
  counts: number[][];
  /** The share of right answers. */
  accuracy: number;
  /** One row for each class, as a table shows them. */
  byClass: ClassScores[];
}

/**
 * Counts how often each class is taken for each: the confusion matrix, with accuracy, precision, recall and F1.
 *
 * ```ts
 * import { inspect, show } from 'neurona';
 *
 * const { counts, accuracy, byClass } = inspect.confusion([0, 1, 1, 2], [0, 1, 2, 2]);
 * console.log(counts, accuracy);
 * show.table(byClass);
 * ```
 *
 * `predictions` is a predictor, to be asked for the `xs` of a data set, or what it has answered: numbers or names of
 * classes, the chance of class 1 (1 from one half up), or a score for each class. `truth` is the data set, or labels:
 * numbers, names, one-hot rows. Returns `counts` [classes, classes], rows true and columns predicted.
 * Throws where the two differ in length, or a label or prediction is no class.
 */
export function confusion(
  predictions: Predictor | Predictions,
  truth: Truth,
  options: ConfusionOptions = {},
): Confusion {
  return confusionOf('inspect.confusion', predictions, truth, options);
}

/** {@link confusion} for `who`, who asks in the error's name. */
export function confusionOf(
  who: string,
  predictions: Predictor | Predictions,
  truth: Truth,
  { classes }: ConfusionOptions,
): Confusion {
  const given = answersOf(who, predictions, truth);
  const names = classes ?? given.classes;
  if (names && (!(names instanceof Array) || names.length === 0 || new Set(names).size < names.length))
    fail(who, 'classes to be an array of names, each once', names);
  const labels = readLabels(who, given.labels, names);
  const answers = readPredictions(who, given.answers);
  const columns = isTensor(given.labels) ? (given.labels.shape[1] ?? 1) : 1;
  const all = names ? [...names] : numbered(Math.max(columns, countClasses(answers, labels)));
  const predicted = answers.map((answer, i) => decide(who, answer, i, all));
  if (predicted.length !== labels.length)
    fail(who, `${labels.length} predictions, as many as labels`, predicted.length);

  const counts = all.map(() => all.map(() => 0)); // [true classes, predicted classes]
  labels.forEach((label, i) => (counts[label]![predicted[i]!]! += 1));
  const right = counts.reduce((sum, row, i) => sum + row[i]!, 0);
  return {
    classes: all,
    counts,
    accuracy: right / labels.length,
    byClass: all.map((name, i) => scores(name, counts, i)),
  };
}

function scores(name: string, counts: readonly (readonly number[])[], i: number): ClassScores {
  const right = counts[i]![i]!;
  const samples = counts[i]!.reduce((sum, many) => sum + many, 0);
  const taken = counts.reduce((sum, row) => sum + row[i]!, 0);
  // F1 = 2 P R / (P + R), with the fractions cleared.
  return {
    class: name,
    samples,
    precision: right / taken,
    recall: right / samples,
    f1: (2 * right) / (samples + taken),
  };
}

/** As many as there are scores for, else one more than the largest number; two at least. */
function countClasses(answers: readonly (string | readonly number[])[], labels: readonly number[]): number {
  if (answers[0]!.length > 1) return answers[0]!.length;
  const numbers = [...labels, ...answers.flat().map(Number)];
  return numbers.reduce((count, label) => (Number.isInteger(label) ? Math.max(count, label + 1) : count), 2);
}

function numbered(count: number): string[] {
  return Array.from({ length: Math.min(count, mostClasses) }, (_, i) => String(i));
}
