/** Layer normalisation: each vector is shifted and scaled to mean 0 and spread 1, with its derivative written out. */
import { fail, positive } from '../assert';
import * as tf from '../tensorflow';

/** Options of {@link LayerNorm}. */
export interface LayerNormOptions {
  /** Added to the variance, so that it is never 0. Default 0.00001. */
  epsilon?: number;
  /** The layer's name in its model. tfjs makes one if none is given. */
  name?: string;
}

/**
 * A tfjs layer: y = γ (x − μ) / √(σ² + ε) + β, where μ and σ² are the mean and variance of each vector.
 *
 * ```ts
 * import { models, tf } from 'neurona';
 *
 * const y = new models.LayerNorm().apply(tf.tensor2d([[1, 2, 3], [10, 20, 30]])) as tf.Tensor;
 * y.print(); // two equal rows
 * ```
 *
 * Its input is [..., units], and its output has the same shape. γ begins at 1 and β at 0. It answers as
 * `tf.layers.layerNormalization` does, whose derivative takes tfjs 4.22 most of a transformer's time on native kernels.
 * Has first derivatives only. Throws where `epsilon` is not above 0, or the units are not known.
 * Source: Ba, Kiros and Hinton, "Layer normalization", 2016; lesson 29.
 */
export class LayerNorm extends tf.layers.Layer {
  static className = 'LayerNorm';

  private readonly epsilon: number;
  private gamma!: tf.LayerVariable;
  private beta!: tf.LayerVariable;

  constructor({ epsilon = 1e-5, ...rest }: LayerNormOptions = {}) {
    super(rest);
    positive('models.LayerNorm', { epsilon });
    this.epsilon = epsilon;
  }

  override build(inputShape: tf.Shape): void {
    const units = inputShape.at(-1);
    if (!units) fail(this.name, 'an input of shape [..., units]', inputShape);
    this.gamma = this.addWeight('gamma', [units], 'float32', tf.initializers.ones());
    this.beta = this.addWeight('beta', [units], 'float32', tf.initializers.zeros());
    super.build(inputShape);
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = [inputs].flat()[0]!;
    return tf.tidy(() => normalized(x, this.epsilon).mul(this.gamma.read()).add(this.beta.read()));
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), epsilon: this.epsilon };
  }
}
tf.serialization.registerClass(LayerNorm);

/** y = (x − μ) r with r = 1 / √(σ² + ε); and dL/dx = r (g − mean(g) − y mean(g y)) where g = dL/dy. */
function normalized(x: tf.Tensor, epsilon: number): tf.Tensor {
  const mean = (values: tf.Tensor) => values.mean(-1, true); // [..., 1]
  const run = tf.customGrad((x, save) => {
    const centred = (x as tf.Tensor).sub(mean(x as tf.Tensor));
    const r = mean(centred.square()).add(epsilon).rsqrt(); // [..., 1]
    const y = centred.mul(r);
    (save as tf.GradSaveFunc)([y, r]);
    const gradFunc = (g: tf.Tensor, saved: tf.Tensor[]) => {
      const [y, r] = saved as [tf.Tensor, tf.Tensor];
      return g
        .sub(mean(g))
        .sub(y.mul(mean(g.mul(y))))
        .mul(r);
    };
    return { value: y, gradFunc };
  });
  return run(x);
}
