/** Where a token stands: attention knows no order, so each place's own vector is added to what stands there. */
import { fail, whole } from '../assert';
import * as tf from '../tensorflow';

/** Options of {@link PositionalEncoding}. */
export interface PositionalEncodingOptions {
  /** Whether the vectors are learned, as in GPT and BERT; else they are sines and cosines. Default false. */
  learned?: boolean;
  /** How many places there are, from 1 up. Learned vectors need it; sines and cosines have no end without it. */
  length?: number;
  /** A whole number from 0 up that decides learned vectors at the start. Default 0. */
  seed?: number;
  /** The layer's name in its model. tfjs makes one if none is given. */
  name?: string;
}

/**
 * The sinusoidal code of places: unit 2i of place p is sin(p / 10000^(2i / units)), unit 2i + 1 the cosine of the same.
 *
 * ```ts
 * import { models } from 'neurona';
 *
 * models.positionalEncoding(50, 16).print();
 * ```
 *
 * `length` is the number of places and `units` the size of each vector, both from 1 up. Returns [length, units].
 * Throws where either is out of range.
 * Source: Vaswani and others, "Attention is all you need", 2017, section 3.5; lesson 28.
 */
export function positionalEncoding(length: number, units: number): tf.Tensor2D {
  whole('models.positionalEncoding', { length }, 1, 1_000_000);
  whole('models.positionalEncoding', { units }, 1, 100_000);
  const code = (place: number, unit: number) => {
    const angle = place / 10_000 ** ((unit - (unit % 2)) / units);
    return unit % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
  };
  const values = Float32Array.from({ length: length * units }, (_, i) => code(Math.floor(i / units), i % units));
  return tf.tensor2d(values, [length, units]);
}

/**
 * A tfjs layer that adds to each place its own vector: sines and cosines, or learned.
 *
 * ```ts
 * import { models, tf } from 'neurona';
 *
 * const model = tf.sequential();
 * model.add(tf.layers.embedding({ inputDim: 20, outputDim: 8, inputLength: 5 }));
 * model.add(new models.PositionalEncoding({ learned: true, length: 5 }));
 * model.summary();
 * ```
 *
 * Its input is [batch, time, units], time at most `length` where that is given, and so is its output.
 * Throws where learned vectors have no `length`, or a sequence is longer than it.
 * Source: Vaswani and others, "Attention is all you need", 2017, section 3.5; lesson 28.
 */
export class PositionalEncoding extends tf.layers.Layer {
  static className = 'PositionalEncoding';

  /** The longest sequence it takes, Infinity for sines and cosines without a `length`. */
  readonly length: number;
  private readonly learned: boolean;
  private readonly seed: number;
  private vectors?: tf.LayerVariable;

  constructor({ learned = false, length, seed = 0, ...rest }: PositionalEncodingOptions = {}) {
    super(rest);
    const who = 'models.PositionalEncoding';
    whole(who, { seed }, 0);
    if (length !== undefined) whole(who, { length }, 1);
    else if (learned) fail(who, 'length, how many places to learn', length);
    this.length = length ?? Infinity;
    this.learned = learned;
    this.seed = seed;
  }

  override build(inputShape: tf.Shape): void {
    const units = inputShape.at(-1);
    if (inputShape.length !== 3 || !units) fail(this.name, 'an input of shape [batch, time, units]', inputShape);
    if (this.learned) {
      const small = tf.initializers.randomNormal({ stddev: 0.02, seed: this.seed + 1 }); // tfjs takes 0 for no seed
      this.vectors = this.addWeight('vectors', [this.length, units], 'float32', small);
    }
    super.build(inputShape);
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = [inputs].flat()[0]!;
    const [, time, units] = x.shape as [number, number, number];
    if (time > this.length) fail(this.name, `a sequence of at most ${this.length} places`, time);
    return tf.tidy(() => {
      const code = this.vectors?.read().slice([0, 0], [time, units]) ?? positionalEncoding(time, units);
      return x.add(code); // [batch, time, units] + [time, units]
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    const config: tf.serialization.ConfigDict = { ...super.getConfig(), learned: this.learned, seed: this.seed };
    if (this.length !== Infinity) config.length = this.length; // JSON has no infinity
    return config;
  }
}
tf.serialization.registerClass(PositionalEncoding);
