/** One step down a loss, for training loops of one's own: gradients, a look whether they are numbers, and the step. */
import { fail, positive } from '../assert';
import * as tf from '../tensorflow';

/** How a model of this folder learns. */
export interface OptimizerOptions {
  /** How far each step goes, above 0; for Adam. */
  learningRate?: number;
  /** Any optimizer of tf.train in place of Adam; it has its own learning rate. */
  optimizer?: tf.Optimizer;
}

/** The optimizer a student gave, or Adam (Kingma and Ba, 2015); `beta1` is how slowly its mean gradient forgets. */
export function optimizerOf(
  who: string,
  { learningRate, optimizer }: { learningRate: number; optimizer?: tf.Optimizer },
  beta1 = 0.9,
): tf.Optimizer {
  positive(who, { learningRate });
  if (optimizer === undefined) return tf.train.adam(learningRate, beta1);
  if (typeof optimizer.computeGradients !== 'function') fail(who, 'an optimizer of tf.train', optimizer);
  return optimizer;
}

/**
 * Moves `weights` one step down `loss`, and returns the loss before the step. Where that is no number, throws and moves
 * nothing: a weight that is NaN once stays NaN.
 */
export function descend(
  who: string,
  optimizer: tf.Optimizer,
  weights: tf.Variable[],
  loss: () => tf.Scalar,
  xs: tf.Tensor,
): number {
  if (weights.length === 0) fail(who, 'weights to learn', 'none', 'give the model a layer that is trainable');
  return tf.tidy(() => {
    const { value, grads } = optimizer.computeGradients(loss, weights);
    const before = value.dataSync()[0]!;
    if (!Number.isFinite(before)) {
      const clean = xs.toFloat().isFinite().all().dataSync()[0];
      if (!clean) fail(who, 'inputs of finite numbers', 'a tensor that holds NaN or infinity');
      fail(who, 'a finite loss', before, 'the weights have run away: begin anew with a smaller learningRate');
    }
    optimizer.applyGradients(grads);
    return before;
  });
}
