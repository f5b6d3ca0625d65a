/** Answers beside the truth: a predictor is asked for the inputs of a data set, labels stand for themselves. */
import type { Tensor } from '@tensorflow/tfjs';
import { fail } from '../assert';
import type { Rows, Values } from '../data/read';
import type { Dataset, Predictor } from '../types';
import type { Labels } from './labels';
import { isModel, outputsOf } from './predict';

/** The truth: a data set, or labels: class numbers, names, one-hot rows. */
export type Truth = Dataset<Tensor> | Labels;

/** Numbers for each sample, or a predictor to be asked for them. */
export type Scores = Values | Rows | Predictor;

/** What was answered, what is true, and the names of the classes, if the data set has them. */
export interface Answers {
  answers: unknown;
  labels: unknown;
  classes?: readonly string[] | undefined;
}

/** Reads both, for `who`, who asks in the error's name. */
export function answersOf(who: string, predictions: unknown, truth: Truth): Answers {
  const dataset = isDataset(truth) ? truth : undefined;
  const { predict } = (predictions ?? {}) as { predict?: unknown };
  const predictor = isModel(predictions) || typeof predictions === 'function' || typeof predict === 'function';
  if (predictor && !dataset)
    fail(who, 'a data set { xs, ys } beside a predictor', 'labels alone', 'or give its predictions');
  const answers = predictor ? outputsOf(who, predictions as Predictor, dataset!.xs) : predictions;
  return dataset ? { answers, labels: dataset.ys, classes: dataset.classes } : { answers, labels: truth };
}

function isDataset(truth: unknown): truth is Dataset<Tensor> {
  return typeof truth === 'object' && truth !== null && 'xs' in truth && 'ys' in truth;
}
