/** Losses that put like examples near and unlike ones apart: of pairs (siamese networks) and of triplets. */
import { fail, positive as above } from '../assert';
import * as tf from '../tensorflow';
import { shapeText, tensorOf } from './guards';

/** Options of {@link contrastiveLoss} and {@link tripletLoss}. */
export interface MarginOptions {
  /** How far apart unlike examples are to be, above 0. Default 1. */
  margin?: number;
}

/**
 * The contrastive loss of pairs: ½ d² for a pair of the same class, ½ max(0, margin − d)² for a pair of two, where d is
 * the Euclidean distance of the embeddings; the mean of all pairs.
 *
 * ```ts
 * import { models, tf } from 'neurona';
 *
 * const [a, b] = [tf.tensor2d([[0, 0], [0, 0]]), tf.tensor2d([[0, 1], [0, 0.5]])];
 * models.contrastiveLoss(a, b, tf.tensor2d([[1], [0]])).print(); // (½ + ⅛) / 2
 * ```
 *
 * `a` and `b` are embeddings [pairs, units]; `same` is 1 for a pair of one class, else 0, [pairs] or [pairs, 1]. Returns
 * a scalar, through which gradients pass; where d is 0, that of an unlike pair is 0.
 * Throws where the shapes don't fit or the margin is not above 0.
 * Source: Hadsell, Chopra and LeCun, "Dimensionality reduction by learning an invariant mapping", 2006; lesson 20.
 */
export function contrastiveLoss(
  a: tf.Tensor,
  b: tf.Tensor,
  same: tf.Tensor,
  { margin = 1 }: MarginOptions = {},
): tf.Scalar {
  const who = 'models.contrastiveLoss';
  fit(who, { a, b });
  above(who, { margin });
  const pairs = a.shape[0];
  if (tensorOf(who, { same }).size !== pairs || same.shape[0] !== pairs)
    fail(who, `same of shape [${pairs}, 1], one for each pair`, same);
  return tf.tidy(() => {
    const alike = same.reshape([pairs]).toFloat();
    const d = distance(a, b); // [pairs]
    const apart = tf.relu(tf.sub(margin, d)).square(); // how far inside the margin, squared
    return alike.mul(d.square()).add(tf.sub(1, alike).mul(apart)).mean().div(2);
  });
}

/**
 * The loss of triplets: max(0, d(anchor, positive) − d(anchor, negative) + margin), the mean of all triplets. It is 0 once
 * each anchor is nearer to its like than to its unlike by the margin.
 *
 * ```ts
 * import { models, tf } from 'neurona';
 *
 * const [anchor, positive, negative] = [tf.tensor2d([[0, 0]]), tf.tensor2d([[0, 1]]), tf.tensor2d([[0, 1.5]])];
 * models.tripletLoss(anchor, positive, negative).print(); // 1 − 1.5 + 1
 * ```
 *
 * All are embeddings [triplets, units]; d is the Euclidean distance, not its square. Returns a scalar, through which
 * gradients pass.
 * Throws where the shapes differ or the margin is not above 0.
 * Source: Balntas and others, "Learning local feature descriptors with triplets", 2016; with squares: Schroff, Kalenichenko
 * and Philbin, "FaceNet", 2015; lesson 20.
 */
export function tripletLoss(
  anchor: tf.Tensor,
  positive: tf.Tensor,
  negative: tf.Tensor,
  { margin = 1 }: MarginOptions = {},
): tf.Scalar {
  const who = 'models.tripletLoss';
  fit(who, { anchor, positive, negative });
  above(who, { margin });
  return tf.tidy(() => {
    const gap = distance(anchor, positive).sub(distance(anchor, negative)); // [triplets]
    return tf.relu(gap.add(margin)).mean();
  });
}

/** The Euclidean distance of rows, [rows]; the root is held off 0, where its slope has no end. */
function distance(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  const squares = a.toFloat().sub(b).square().sum(-1);
  return squares.maximum(1e-14).sqrt();
}

/** Wants embeddings, all of the shape of the first. */
function fit(who: string, named: Record<string, tf.Tensor>): void {
  const [first, ...others] = Object.entries(named) as [[string, tf.Tensor], ...[string, tf.Tensor][]];
  const { shape } = tensorOf(who, { [first[0]]: first[1] }, [null, null]);
  for (const [name, tensor] of others)
    tensorOf(who, { [name]: tensor }, shape, `as ${first[0]} has, ${shapeText(shape)}`);
}
