/** Which tokens are there and which only fill a row of the batch up: token 0 is padding. */
import * as tf from '../tensorflow';

/**
 * A tfjs layer that gives 1 for each token and 0 for padding, which is token 0: the mask of {@link MultiHeadAttention}.
 *
 * ```ts
 * import { models, tf } from 'neurona';
 *
 * const mask = new models.PaddingMask().apply(tf.tensor2d([[5, 3, 0, 0]])) as tf.Tensor;
 * mask.print(); // 1, 1, 0, 0
 * ```
 *
 * Its input is tokens [batch, time], and its output has the same shape. Throws where tfjs does: on what is no tensor.
 */
export class PaddingMask extends tf.layers.Layer {
  static className = 'PaddingMask';

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => [inputs].flat()[0]!.notEqual(0).toFloat());
  }

  override computeOutputShape(inputShape: tf.Shape): tf.Shape {
    return inputShape;
  }
}
tf.serialization.registerClass(PaddingMask);
