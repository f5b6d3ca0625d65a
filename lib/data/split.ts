/** Training and test: a data set in two, so that what was learnt is judged on what was never seen. */
import type { Tensor } from '@tensorflow/tfjs';
import { fail, whole } from '../assert';
import { generator } from '../random';
import type { Dataset } from '../types';
import { targetsOf } from './examples';
import { countRows, takeRows } from './rows';

/** Options of {@link split}. */
export interface SplitOptions {
  /** The share of the rows that goes to the test part, between 0 and 1. Default 0.2. */
  test?: number;
  /** A whole number from 0 up that decides which rows go where. Default 0. */
  seed?: number;
  /** Whether each class is divided by the same share, so that both parts mix the classes alike. Default false. */
  stratify?: boolean;
  /**
   * Whether rows go to the parts at random. With false the test part is the last rows: the future. Default false for
   * rows that follow each other in time, as those of data.windows and data.textBlocks; true for all others.
   */
  shuffle?: boolean;
  /**
   * With `shuffle: false`, how many rows between the parts go to neither, since their answers overlap those of the
   * test part. Default what the data set says of itself, as those of data.windows and data.textBlocks do, else 0.
   */
  gap?: number;
}

/** The two parts of a data set. */
export interface Split<D> {
  /** What the model learns from. */
  train: D;
  /** What it is judged on. */
  test: D;
}

/**
 * Divides a data set, at random or by time: no row goes to both parts.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * const { train, test } = data.split(data.digits(), { test: 0.25, stratify: true });
 * console.log(train.xs.shape, test.xs.shape);
 * const months = data.windows(data.co2(), { steps: 24 });
 * console.log(data.split(months).test.xs.shape); // the last fifth: what is to be foretold
 * ```
 *
 * Returns `train` and `test`, data sets with tensors of their own; what else `dataset` holds for each row, such as
 * `labels`, is divided with them. The test part has `test` times as many rows as the whole, rounded, and at least one;
 * with `stratify` each class has its share in it to within one row. Rows that follow each other in time are not
 * shuffled: a model that has seen the month before and the month after has not foretold anything.
 * Throws where there are fewer than two rows, an option is out of range, `stratify` finds no classes in `ys`, options
 * contradict each other, or the gap leaves no row to learn from.
 */
export function split<D extends Dataset<Tensor, Tensor>>(
  dataset: D,
  { test = 0.2, seed = 0, stratify = false, shuffle = !isInTime(dataset), gap }: SplitOptions = {},
): Split<D> {
  const who = 'data.split';
  const samples = countRows(who, dataset);
  if (samples < 2) fail(who, 'at least 2 rows, one for each part', dataset.xs);
  if (!(typeof test === 'number' && test > 0 && test < 1)) fail(who, 'test to be a share between 0 and 1', test);
  whole(who, { seed }, 0);
  const many = Math.min(samples - 1, Math.max(1, Math.round(test * samples)));
  const rows = Array.from({ length: samples }, (_, row) => row);

  if (!shuffle) {
    if (stratify) fail(who, 'stratify or shuffle: false, not both', { stratify, shuffle });
    const skipped = gap ?? (dataset as { gap?: number }).gap ?? 0;
    whole(who, { gap: skipped }, 0, samples - many - 1);
    return {
      train: takeRows(dataset, rows.slice(0, samples - many - skipped)),
      test: takeRows(dataset, rows.slice(samples - many)),
    };
  }
  if (gap) fail(who, 'gap with shuffle: false, since rows at random have no order', gap);
  const order = generator(seed).shuffle(rows);
  const chosen = new Set(stratify ? shareOfEachClass(order, classesOf(who, dataset), many) : order.slice(0, many));
  return {
    train: takeRows(
      dataset,
      order.filter((row) => !chosen.has(row)),
    ),
    test: takeRows(
      dataset,
      order.filter((row) => chosen.has(row)),
    ),
  };
}

/** Whether a data set says how many of its rows overlap: they are then windows on one sequence. */
function isInTime(dataset: unknown): boolean {
  return typeof (dataset as { gap?: unknown } | null | undefined)?.gap === 'number';
}

/** The class of each row. */
function classesOf(who: string, { ys }: Dataset<Tensor, Tensor>): number[] {
  const labels = targetsOf(who, ys);
  labels.forEach((label, row) => whole(who, { [`the class of row ${row}, which stratify divides by,`]: label }, 0));
  return labels;
}

/** `many` rows, the first in order of each class: so many of each as its share, the seats left over by remainder. */
function shareOfEachClass(order: readonly number[], labels: readonly number[], many: number): number[] {
  const byClass = new Map<number, number[]>();
  for (const row of order) {
    const rows = byClass.get(labels[row]!);
    if (rows) rows.push(row);
    else byClass.set(labels[row]!, [row]);
  }
  const shares = [...byClass.values()].map((rows) => {
    const seats = Math.floor((many * rows.length) / order.length);
    return { rows, seats, remainder: (many * rows.length) % order.length };
  });
  const left = many - shares.reduce((sum, { seats }) => sum + seats, 0);
  shares.sort((a, b) => b.remainder - a.remainder).slice(0, left).forEach((share) => share.seats++); // prettier-ignore
  return shares.flatMap(({ rows, seats }) => rows.slice(0, seats));
}
