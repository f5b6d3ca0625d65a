/** A number as a vector of waves: so a network is told at which step of a diffusion it is. */
import { fail, whole } from '../assert';
import * as tf from '../tensorflow';

/** Options of {@link TimeEmbedding}. */
export interface TimeEmbeddingOptions {
  /** How long the vector is, from 1 up. */
  units: number;
  /** The layer's name in its model. tfjs makes one if none is given. */
  name?: string;
  /** The shape of one example, [1], where the layer is the first of its model. */
  inputShape?: tf.Shape;
}

/**
 * A tfjs layer that turns a number t into waves: unit 2i is sin(t / 10000^(2i / units)), unit 2i + 1 the cosine of the
 * same, as {@link positionalEncoding} does for places.
 *
 * ```ts
 * import { models, tf } from 'neurona';
 *
 * const waves = new models.TimeEmbedding({ units: 4 }).apply(tf.tensor2d([[0], [10]])) as tf.Tensor;
 * waves.print();
 * ```
 *
 * Its input is [batch, 1], and its output [batch, units]. Throws where `units` is out of range, or the input of another
 * shape.
 * Source: Vaswani and others, "Attention is all you need", 2017, section 3.5; in diffusion: Ho, Jain and Abbeel, 2020;
 * lesson 25.
 */
export class TimeEmbedding extends tf.layers.Layer {
  static className = 'TimeEmbedding';

  private readonly units: number;

  constructor({ units, ...rest }: TimeEmbeddingOptions) {
    super(rest);
    whole('models.TimeEmbedding', { units }, 1, 100_000);
    this.units = units;
  }

  override build(inputShape: tf.Shape): void {
    if (inputShape.length !== 2 || inputShape[1] !== 1) fail(this.name, 'an input of shape [batch, 1]', inputShape);
    super.build(inputShape);
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const t = [inputs].flat()[0]!.toFloat();
      const unit = Array.from({ length: this.units }, (_, i) => i);
      const rates = tf.tensor1d(unit.map((i) => 10_000 ** (((i % 2) - i) / this.units)));
      const even = tf.tensor1d(unit.map((i) => 1 - (i % 2)));
      const angles = t.mul(rates); // [batch, 1] × [units] → [batch, units]
      return angles
        .sin()
        .mul(even)
        .add(angles.cos().mul(tf.sub(1, even)));
    });
  }

  override computeOutputShape(inputShape: tf.Shape): tf.Shape {
    return [inputShape[0]!, this.units];
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), units: this.units };
  }
}
tf.serialization.registerClass(TimeEmbedding);
