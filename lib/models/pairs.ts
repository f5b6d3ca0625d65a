/** Pairs and triplets of a labelled data set: what siamese networks learn from. */
import type { Tensor } from '@tensorflow/tfjs';
import { fail, whole } from '../assert';
import { targetsOf } from '../data/examples';
import { countRows } from '../data/rows';
import { generator } from '../random';
import * as tf from '../tensorflow';
import type { Dataset } from '../types';

/** Options of {@link pairs} and {@link triplets}. */
export interface PairsOptions {
  /** How many to make, from 1 up. Default 200. */
  samples?: number;
  /** A whole number from 0 up that decides which. Default 0. */
  seed?: number;
}

/** Pairs of examples, of {@link pairs}. */
export interface Pairs {
  /** The first of each pair, [samples, …]. */
  a: tf.Tensor;
  /** The second, [samples, …]. */
  b: tf.Tensor;
  /** 1 where both are of one class, else 0, [samples, 1]. */
  same: tf.Tensor2D;
}

/** Triplets of examples, of {@link triplets}, each [samples, …]. */
export interface Triplets {
  anchor: tf.Tensor;
  /** Another example of the anchor's class. */
  positive: tf.Tensor;
  /** An example of another class. */
  negative: tf.Tensor;
}

/**
 * Pairs of examples of a labelled data set: by turns two of one class, and one each of two classes.
 *
 * ```ts
 * import { data, models } from 'neurona';
 *
 * const { a, b, same } = models.pairs(data.iris(), { samples: 6, seed: 7 });
 * console.log(a.shape, b.shape);
 * same.print();
 * ```
 *
 * Each class is drawn as often as another, however many examples it has. Returns tensors of your own. No example is
 * paired with itself.
 * Throws where `dataset` has not two classes, a class has but one example, or an option is out of range.
 * Source: Bromley and others, "Signature verification using a siamese time delay neural network", 1993; lesson 20.
 */
export function pairs(dataset: Dataset<Tensor>, { samples = 200, seed = 0 }: PairsOptions = {}): Pairs {
  const draw = drawTriplets('models.pairs', dataset, samples, seed);
  const second = draw.map(({ positive, negative }, i) => (i % 2 === 0 ? positive : negative));
  return {
    a: rows(dataset, draw.map(({ anchor }) => anchor)), // prettier-ignore
    b: rows(dataset, second),
    same: tf.tensor2d(draw.map((_, i) => [1 - (i % 2)])),
  };
}

/**
 * Triplets of a labelled data set: an example, another one of its class, and one of another class.
 *
 * ```ts
 * import { data, models } from 'neurona';
 *
 * const { anchor, positive, negative } = models.triplets(data.digits(), { samples: 6, seed: 7 });
 * console.log(anchor.shape, positive.shape, negative.shape);
 * ```
 *
 * Each class is drawn as often as another, however many examples it has. Returns tensors of your own.
 * Throws where `dataset` has not two classes, a class has but one example, or an option is out of range.
 * Source: Schroff, Kalenichenko and Philbin, "FaceNet: a unified embedding for face recognition and clustering", 2015;
 * lesson 20.
 */
export function triplets(dataset: Dataset<Tensor>, { samples = 200, seed = 0 }: PairsOptions = {}): Triplets {
  const draw = drawTriplets('models.triplets', dataset, samples, seed);
  const part = (name: 'anchor' | 'positive' | 'negative') => rows(dataset, draw.map((triplet) => triplet[name])); // prettier-ignore
  return { anchor: part('anchor'), positive: part('positive'), negative: part('negative') };
}

/** The rows of so many triplets. */
function drawTriplets(who: string, dataset: Dataset<Tensor>, samples: number, seed: number) {
  countRows(who, dataset);
  whole(who, { samples }, 1, 1_000_000);
  const random = generator(seed);
  const byClass = new Map<number, number[]>();
  targetsOf(who, dataset.ys).forEach((label, row) => byClass.set(label, [...(byClass.get(label) ?? []), row]));
  if (byClass.size < 2) fail(who, 'a data set of at least two classes', `${byClass.size}`);
  for (const [label, { length }] of byClass) {
    whole(who, { [`the class of each row`]: label }, 0);
    if (length < 2) fail(who, `at least two examples of class ${label}`, length);
  }
  const labels = [...byClass.keys()];
  return Array.from({ length: samples }, () => {
    const [label, other] = two(labels, random);
    const [anchor, positive] = two(byClass.get(label)!, random);
    return { anchor, positive, negative: random.choice(byClass.get(other)!) };
  });
}

/** Two different items: the second is drawn from all but the first. */
function two(items: readonly number[], random: ReturnType<typeof generator>): [number, number] {
  const first = random.integer(0, items.length - 1);
  const second = random.integer(0, items.length - 2);
  return [items[first]!, items[second < first ? second : second + 1]!];
}

function rows({ xs }: Dataset<Tensor>, numbers: number[]): tf.Tensor {
  return tf.tidy(() => tf.gather(xs, tf.tensor1d(numbers, 'int32')));
}
