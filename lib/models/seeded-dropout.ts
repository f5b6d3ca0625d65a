/** Dropout from a seed: each step silences other units, and the same seed the same ones. */
import { fail, whole } from '../assert';
import * as tf from '../tensorflow';
import { seeds } from './seeds';

/** Options of {@link SeededDropout}. */
export interface SeededDropoutOptions {
  /** The share of the numbers that are silenced, from 0 up to but not including 1. */
  rate: number;
  /** A whole number from 0 up that decides which, step after step. Default 0. */
  seed?: number;
  /** The layer's name in its model. tfjs makes one if none is given. */
  name?: string;
  /** The shape of one example, where the layer is the first of its model. */
  inputShape?: tf.Shape;
}

/**
 * A tfjs layer that, while a model trains, sets a share `rate` of the numbers to 0 and divides the others by 1 − rate, so
 * that their mean stays; while it predicts, it does nothing.
 *
 * ```ts
 * import { models, tf } from 'neurona';
 *
 * const model = tf.sequential();
 * model.add(tf.layers.dense({ units: 16, activation: 'relu', inputShape: [4] }));
 * model.add(new models.SeededDropout({ rate: 0.5, seed: 7 }));
 * (model.apply(tf.ones([1, 4]), { training: true }) as tf.Tensor).print();
 * ```
 *
 * Its input has any shape, and its output the same. `tf.layers.dropout` of tfjs 4.22 silences, with a seed, the same
 * places at every step, and without one cannot be repeated. A model that was loaded begins with its first mask again.
 * Throws where `rate` or `seed` is out of range.
 * Source: Srivastava and others, "Dropout: a simple way to prevent neural networks from overfitting", 2014; lesson 11.
 */
export class SeededDropout extends tf.layers.Layer {
  static className = 'SeededDropout';

  private readonly rate: number;
  private readonly seed: number;
  private readonly next: () => number;

  constructor({ rate, seed = 0, ...rest }: SeededDropoutOptions) {
    super(rest);
    const who = 'models.SeededDropout';
    share(who, { rate });
    whole(who, { seed }, 0);
    this.supportsMasking = true;
    this.rate = rate;
    this.seed = seed;
    this.next = seeds(seed);
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs?: { training?: boolean }): tf.Tensor {
    const x = [inputs].flat()[0]!;
    return tf.tidy(() => {
      if (!kwargs?.training || this.rate === 0) return x.clone();
      const kept = tf.randomUniform(x.shape as [number], 0, 1, 'float32', this.next()).greaterEqual(this.rate);
      return x.mul(kept.toFloat()).div(1 - this.rate);
    });
  }

  override computeOutputShape(inputShape: tf.Shape): tf.Shape {
    return inputShape;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), rate: this.rate, seed: this.seed };
  }
}
tf.serialization.registerClass(SeededDropout);

/** Wants a share that may be silenced: from 0 up to, but not including, 1. */
export function share(who: string, named: Record<string, unknown>): void {
  const [name, value] = Object.entries(named)[0]!;
  if (typeof value === 'number' && value >= 0 && value < 1) return;
  fail(who, `${name} to be a share from 0 up to, but not including, 1`, value);
}
