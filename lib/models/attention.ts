/** Scaled dot-product attention: each query looks at all keys and takes a weighted mean of their values. */
import { fail } from '../assert';
import * as tf from '../tensorflow';

/** Options of {@link attention}. */
export interface AttentionOptions {
  /** Whether a query sees only keys at its own place and before: no look into the future. Default false. */
  causal?: boolean;
  /** True (or 1) where a query may look at a key; its shape is, or broadcasts to, [..., queries, keys]. */
  mask?: tf.Tensor;
}

/** What {@link attention} returns. */
export interface Attention {
  /** What each query gathered, [..., queries, valueUnits]. */
  output: tf.Tensor;
  /** How much each query looks at each key, [..., queries, keys]; each row sums to 1, or is 0 where all is masked. */
  weights: tf.Tensor;
}

/** The score of a masked key: e to this power is 0, and it is no infinity, from which NaN would come. */
const never = -1e30;

/**
 * Attention(Q, K, V) = softmax(Q Kᵀ / √units) V.
 *
 * ```ts
 * import { models, tf } from 'neurona';
 *
 * const x = tf.randomNormal([4, 8], 0, 1, 'float32', 7); // 4 tokens
 * const { output, weights } = models.attention(x, x, x, { causal: true });
 * weights.print();
 * ```
 *
 * `q` is [..., queries, units], `k` [..., keys, units] and `v` [..., keys, valueUnits], with the same axes in front,
 * such as batch and heads. Returns output and weights. A query that may look at no key gets zeros.
 * Throws where the shapes don't fit each other.
 * Source: Vaswani and others, "Attention is all you need", 2017, equation 1; lesson 28.
 */
export function attention(
  q: tf.Tensor,
  k: tf.Tensor,
  v: tf.Tensor,
  { causal = false, mask }: AttentionOptions = {},
): Attention {
  checkShapes(q, k, v);
  const [queries, units] = q.shape.slice(-2) as [number, number];
  const keys = k.shape.at(-2)!;
  return tf.tidy(() => {
    const scores = tf.matMul(q, k, false, true).div(Math.sqrt(units)); // [..., queries, keys]
    let allowed = causal ? causalMask(queries, keys) : undefined;
    if (mask) {
      checkMask(mask, scores.shape);
      allowed = allowed ? tf.logicalAnd(allowed, mask.toBool()) : mask.toBool();
    }
    const weights = allowed ? maskedSoftmax(scores, allowed) : tf.softmax(scores);
    return { output: tf.matMul(weights, v), weights }; // [..., queries, valueUnits]
  });
}

/** True on and below the diagonal, [queries, keys]: query i sees keys 0 to i. */
function causalMask(queries: number, keys: number): tf.Tensor {
  const places = tf.range(0, queries, 1, 'int32').expandDims(1); // [queries, 1]
  return places.greaterEqual(tf.range(0, keys, 1, 'int32')); // [queries, keys]
}

/** Softmax over the allowed keys; all others get exactly 0, also where none is allowed. */
function maskedSoftmax(scores: tf.Tensor, allowed: tf.Tensor): tf.Tensor {
  return tf.softmax(tf.where(allowed, scores, never)).mul(allowed.toFloat());
}

function checkShapes(q: tf.Tensor, k: tf.Tensor, v: tf.Tensor): void {
  const who = 'models.attention';
  for (const [name, tensor] of Object.entries({ q, k, v })) {
    if (!(tensor instanceof tf.Tensor) || tensor.rank < 2)
      fail(who, `${name} to be a tensor of shape [..., time, units]`, tensor);
    if (tensor.size === 0) fail(who, `${name} to have no axis of length 0`, tensor);
  }
  const front = q.shape.slice(0, -2);
  const like = (time: string | number, units: string | number) => `[${[...front, time, units].join(', ')}]`;
  const units = q.shape.at(-1)!;
  if (!same(front, k.shape.slice(0, -2)) || k.shape.at(-1) !== units)
    fail(who, `k of shape ${like('keys', units)}, to fit q`, k);
  const keys = k.shape.at(-2)!;
  if (!same(front, v.shape.slice(0, -2)) || v.shape.at(-2) !== keys)
    fail(who, `v of shape ${like(keys, 'valueUnits')}, to fit k`, v);
}

function checkMask(mask: tf.Tensor, shape: readonly number[]): void {
  const wanted = `mask to be a tensor that broadcasts to [..., queries, keys], here [${shape.join(', ')}]`;
  if (!(mask instanceof tf.Tensor)) fail('models.attention', wanted, mask);
  const padded = [...Array<number>(Math.max(0, shape.length - mask.rank)).fill(1), ...mask.shape];
  const fits = padded.length === shape.length && padded.every((size, i) => size === 1 || size === shape[i]);
  if (!fits) fail('models.attention', wanted, mask);
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, i) => size === b[i]);
}
