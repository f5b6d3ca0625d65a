/** One-hot codes: a class as a row of zeros with a single 1. */
import type { Tensor2D } from '@tensorflow/tfjs';
import { fail, whole } from '../assert';
import * as tf from '../tensorflow';
import { oneHotRow } from './rows';

const most = 10_000;

/**
 * Labels as the rows that a softmax layer is trained on: 1 in the column of the class, 0 in all others.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * data.oneHot([2, 0, 1]).print();
 * data.oneHot(['cat', 'dog', 'cat'], ['cat', 'dog']).print();
 * ```
 *
 * `labels` are whole numbers from 0, with `classes` their count, by default one more than the largest; or they are
 * names, with `classes` the names in the order of the columns. Returns a tensor of shape [samples, classes].
 * Throws where there is no label, or a label has no column.
 */
export function oneHot(labels: readonly number[] | readonly string[], classes?: number | readonly string[]): Tensor2D {
  const who = 'data.oneHot';
  if (!Array.isArray(labels) || labels.length === 0) fail(who, 'labels to be an array, at least one', labels);
  const columns = Array.isArray(classes)
    ? columnsOfNames(who, labels as unknown[], classes as readonly string[])
    : columnsOfNumbers(who, labels as unknown[], classes as number | undefined);
  const rows = columns.labels.map((label) => oneHotRow(label, columns.count));
  return tf.tensor2d(rows, [rows.length, columns.count]);
}

function columnsOfNumbers(who: string, labels: readonly unknown[], classes?: number) {
  if (typeof labels[0] === 'string') fail(who, 'classes to be the names of the classes, as labels are names', classes);
  if (classes !== undefined) whole(who, { classes }, 1, most);
  labels.forEach((label, i) => whole(who, { [`labels[${i}]`]: label }, 0, (classes ?? most) - 1));
  const numbers = labels as number[];
  const count = classes ?? numbers.reduce((largest, label) => Math.max(largest, label), 0) + 1;
  return { labels: numbers, count };
}

function columnsOfNames(who: string, labels: readonly unknown[], classes: readonly string[]) {
  if (classes.length === 0 || classes.some((name) => typeof name !== 'string'))
    fail(who, 'classes to be a count or an array of names, at least one', classes);
  if (new Set(classes).size < classes.length) fail(who, 'each name of classes once', classes);
  const columns = new Map(classes.map((name, column): [unknown, number] => [name, column]));
  const unknown = labels.findIndex((label) => !columns.has(label));
  if (unknown >= 0) fail(who, `labels[${unknown}] to be one of the names in classes`, labels[unknown]);
  return { labels: labels.map((label) => columns.get(label)!), count: classes.length };
}
