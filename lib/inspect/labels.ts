/** Classes in any form, numbers, names, one-hot rows or scores, read as the number of a class. */
import type { Tensor } from '@tensorflow/tfjs';
import { fail, whole } from '../assert';
import { isTensor, targetsOf } from '../data/examples';
import { alive, plain, readNumbers, readRows } from '../data/read';

/** The class of each sample: its number from 0, or its name; as a tensor [samples], [samples, 1] or one-hot. */
export type Labels = Tensor | readonly number[] | readonly string[];

/** What was answered for each sample: as {@link Labels}, the chance of class 1, or a score for each class. */
export type Predictions = Labels | readonly (readonly number[])[];

/** So many classes a matrix can have. */
export const mostClasses = 1000;

/** The true class of each sample as a number, for `who`, who asks in the error's name. */
export function readLabels(who: string, labels: unknown, classes?: readonly string[]): number[] {
  const list = plainLabels(who, 'labels', labels, classes);
  list.forEach((label, i) => whole(who, { [`labels[${i}]`]: label }, 0, (classes?.length ?? mostClasses) - 1));
  return list;
}

/** Scores as one column of chances of class 1, or as a column for each class; for `who`, under their `name`. */
export function readScores(who: string, name: string, given: unknown): number[][] {
  const scores = plain(given);
  const columns = isTensor(scores) ? scores.rank > 1 : Array.isArray(scores) && Array.isArray(scores[0]);
  return columns ? readRows(who, name, scores) : readNumbers(who, name, scores).map((score) => [score]);
}

/** What was answered for each sample: a name, or one or more numbers; for `who`. */
export function readPredictions(who: string, predictions: unknown): (string | number[])[] {
  const named = Array.isArray(predictions) && typeof predictions[0] === 'string';
  return named ? (predictions as string[]) : readScores(who, 'predictions', predictions);
}

/** The class answered for sample `i`: of scores the largest, of chances by half, else the name or number itself. */
export function decide(who: string, answer: string | readonly number[], i: number, classes: readonly string[]): number {
  const name = `predictions[${i}]`;
  if (!Array.isArray(answer)) return numberOf(who, name, answer, classes);
  const scores = answer as readonly number[];
  if (scores.length > 1) {
    if (scores.length !== classes.length)
      fail(who, `${name} to hold a score for each of ${classes.length} classes`, scores);
    return scores.indexOf(Math.max(...scores));
  }
  const chance = scores[0]!;
  if (classes.length === 2 && chance >= 0 && chance <= 1) return Number(chance >= 0.5);
  whole(who, { [name]: chance }, 0, classes.length - 1);
  return chance;
}

function numberOf(who: string, name: string, label: unknown, classes: readonly string[]): number {
  const number = classes.indexOf(label as string);
  if (number < 0) fail(who, `${name} to be one of the names in classes`, label);
  return number;
}

function plainLabels(who: string, name: string, labels: unknown, classes?: readonly string[]): number[] {
  if (isTensor(labels)) {
    alive(who, name, labels);
    return labels.rank === 2 ? targetsOf(who, labels) : readNumbers(who, name, labels);
  }
  if (!Array.isArray(labels) || typeof labels[0] !== 'string') return readNumbers(who, name, labels);
  if (!classes) fail(who, `classes to be the names of the classes, as ${name} are names`, classes);
  return labels.map((label, i) => numberOf(who, `${name}[${i}]`, label, classes));
}
