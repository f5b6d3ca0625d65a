/** A draw that lets gradients through: z = μ + σ ε; and how far the normal distribution it draws from is from N(0, 1). */
import { fail, whole } from '../assert';
import * as tf from '../tensorflow';
import { shapeText, tensorOf } from './guards';
import { noise } from './noise';

/** Options of {@link Sampling}. */
export interface SamplingOptions {
  /** A whole number from 0 up that decides the draws, call after call. Default 0. */
  seed?: number;
  /** The layer's name in its model. tfjs makes one if none is given. */
  name?: string;
}

/**
 * A tfjs layer that draws from a normal distribution: z = μ + e^(½ log σ²) ε, where ε is N(0, 1). Chance enters beside
 * the path from μ and σ to z, so the gradient goes through.
 *
 * ```ts
 * import { models, tf } from 'neurona';
 *
 * const x = tf.input({ shape: [8] });
 * const [mean, logVariance] = [2, 2].map((units) => tf.layers.dense({ units }).apply(x) as tf.SymbolicTensor);
 * const z = new models.Sampling({ seed: 7 }).apply([mean, logVariance]) as tf.SymbolicTensor;
 * tf.model({ inputs: x, outputs: z }).summary();
 * ```
 *
 * Its inputs are `[mean, logVariance]`, log σ², of the same shape, and its output has that shape. Each call draws anew.
 * Throws where it gets no two inputs of one shape, or `seed` is out of range.
 * Source: Kingma and Welling, "Auto-encoding variational Bayes", 2013, section 2.4; lesson 23.
 */
export class Sampling extends tf.layers.Layer {
  static className = 'Sampling';

  private readonly seed: number;
  private readonly draw: (shape: readonly number[]) => tf.Tensor;

  constructor({ seed = 0, ...rest }: SamplingOptions = {}) {
    super(rest);
    whole('models.Sampling', { seed }, 0);
    this.seed = seed;
    this.draw = noise(seed);
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const [mean, logVariance] = inputShape as tf.Shape[];
    if (!Array.isArray(mean) || String(mean) !== String(logVariance))
      fail(this.name, 'two inputs of one shape, [mean, logVariance]', inputShape);
    super.build(inputShape);
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const [mean, logVariance] = inputs as [tf.Tensor, tf.Tensor];
    return tf.tidy(() => mean.add(logVariance.div(2).exp().mul(this.draw(mean.shape))));
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    return (inputShape as tf.Shape[])[0]!;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), seed: this.seed };
  }
}
tf.serialization.registerClass(Sampling);

/**
 * The Kullback-Leibler divergence of N(μ, σ²) from N(0, 1), in closed form: ½ Σ (μ² + σ² − 1 − log σ²), over the units.
 *
 * ```ts
 * import { models, tf } from 'neurona';
 *
 * models.klDivergence(tf.tensor2d([[0, 0], [1, 0]]), tf.zeros([2, 2])).print(); // 0 and 0.5
 * ```
 *
 * `mean` and `logVariance` (log σ²) are [..., units]. Returns [...], in nats, each 0 or more.
 * Throws where they are no tensors of one shape.
 * Source: Kingma and Welling, "Auto-encoding variational Bayes", 2013, appendix B; lesson 23.
 */
export function klDivergence(mean: tf.Tensor, logVariance: tf.Tensor): tf.Tensor {
  const who = 'models.klDivergence';
  if (tensorOf(who, { mean }).rank === 0) fail(who, 'mean of shape [..., units]', mean);
  tensorOf(who, { logVariance }, mean.shape, `as mean has, ${shapeText(mean.shape)}`);
  return tf.tidy(() => {
    // σ² − 1 by expm1, which is exact where log σ² is near 0.
    const terms = mean.toFloat().square().add(tf.expm1(logVariance.toFloat())).sub(logVariance);
    return terms.sum(-1).div(2); // [..., units] → [...]
  });
}
