/** Points of one's own: examples typed into a cell, checked and made into a data set. */
import { fail, whole } from '../assert';
import type { Dataset, Example } from '../types';
import { examplesOf } from './examples';
import { datasetOf, oneHotRow } from './rows';

/** Options of {@link points}. */
export interface OwnPointsOptions {
  /** Names of the classes, in the order of their numbers. Default none: the targets are any numbers. */
  classes?: readonly string[];
}

/**
 * A data set of your own examples, each a pair `[x, y]`: the numbers of a point, and its target. What `data.examples`
 * gives, the other way round.
 *
 * ```ts
 * import { data, show } from 'neurona';
 *
 * const mine = data.points([[[1, 2], 0], [[2, 1], 0], [[4, 5], 1]], { classes: ['left', 'right'] });
 * show.points(mine);
 * ```
 *
 * Returns `xs` [samples, features] and `ys` [samples, 1]; where three classes or more are named, one-hot `ys` [samples,
 * classes]. Throws where there is no example, the points have unequal lengths, a number is not finite, a target is no
 * class, or a class that is named has no point.
 */
export function points(examples: readonly Example[], { classes }: OwnPointsOptions = {}): Dataset {
  const who = 'data.points';
  if (!Array.isArray(examples)) fail(who, 'an array of examples, each a pair [x, y]', examples);
  const pairs = examplesOf(who, examples);
  if (pairs[0]![0].length === 0) fail(who, 'each point to have at least one number', examples[0]);
  const xs = pairs.map(([x]) => x);
  const labels = pairs.map(([, y]) => y);
  if (classes === undefined) return datasetOf(xs, labels.map((y) => [y])); // prettier-ignore

  if (!Array.isArray(classes) || classes.length < 2 || new Set(classes).size < classes.length)
    fail(who, 'classes to be an array of names, at least two, each once', classes);
  labels.forEach((label, row) => whole(who, { [`the target of example ${row}`]: label }, 0, classes.length - 1));
  const missing = classes.findIndex((_, label) => !labels.includes(label));
  if (missing >= 0) fail(who, `a point of each class, also of '${classes[missing]!}'`, `no target ${missing}`);
  return datasetOf(
    xs,
    labels.map((label) => (classes.length === 2 ? [label] : oneHotRow(label, classes.length))),
    classes,
  );
}
