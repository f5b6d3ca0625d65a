/** Multi-head attention as a tfjs layer: several attentions side by side, each with its own view of the sequence. */
import { fail, whole } from '../assert';
import * as tf from '../tensorflow';
import { attention } from './attention';
import { seeds } from './seeds';

/** Options of {@link MultiHeadAttention}. */
export interface MultiHeadAttentionOptions {
  /** How many attentions side by side, from 1 up; it divides the units of the input. */
  heads: number;
  /** Whether a place sees only itself and the places before it. Default false. */
  causal?: boolean;
  /** A whole number from 0 up that decides the weights at the start. Default 0. */
  seed?: number;
  /** The layer's name in its model. tfjs makes one if none is given. */
  name?: string;
}

/** The four linear maps, in the order of the paper: to queries, keys and values, and from all heads to the output. */
const maps = ['query', 'key', 'value', 'output'] as const;
type Map = (typeof maps)[number];

/**
 * Multi-head attention: head i is attention(x Wqᵢ, m Wkᵢ, m Wvᵢ), and the heads, side by side, go through one more map.
 *
 * ```ts
 * import { models, tf } from 'neurona';
 *
 * const model = tf.sequential();
 * model.add(tf.layers.embedding({ inputDim: 20, outputDim: 8, inputLength: 5 }));
 * const layer = new models.MultiHeadAttention({ heads: 2, causal: true });
 * model.add(layer);
 * (model.predict(tf.tensor2d([[1, 2, 3, 4, 5]])) as tf.Tensor).print();
 * console.log(layer.lastWeights?.shape); // [batch, heads, time, time]
 * ```
 *
 * Its input is `x` [batch, time, units] (self-attention); or `[x, memory]`, where memory [batch, keys, units] is what x
 * looks at (cross-attention); or `[x, memory, mask]`, where mask [batch, keys] is 1 for what is there and 0 for padding.
 * Its output is [batch, time, units]. It trains, saves and loads as tfjs's own layers do. It takes no mask from
 * `maskZero`, which tfjs 4.22 gives wrongly behind an addition: give the mask as an input, of {@link PaddingMask}.
 * Throws where the heads don't divide the units, or the shapes don't fit.
 * Source: Vaswani and others, "Attention is all you need", 2017, section 3.2.2; lesson 28.
 */
export class MultiHeadAttention extends tf.layers.Layer {
  static className = 'MultiHeadAttention';

  /** How much each place looked at each other in the last call, [batch, heads, time, keys]; the next call frees it. */
  lastWeights?: tf.Tensor;

  private readonly heads: number;
  private readonly causal: boolean;
  private readonly seed: number;
  private kernels = {} as Record<Map, tf.LayerVariable>;
  private biases = {} as Record<Map, tf.LayerVariable>;

  constructor({ heads, causal = false, seed = 0, ...rest }: MultiHeadAttentionOptions) {
    super(rest);
    whole('models.MultiHeadAttention', { heads }, 1);
    whole('models.MultiHeadAttention', { seed }, 0);
    this.heads = heads;
    this.causal = causal;
    this.seed = seed;
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const [x, memory = x] = shapes(inputShape);
    const units = x!.at(-1);
    if (x!.length !== 3 || !units || units % this.heads !== 0)
      fail(this.name, `x of shape [batch, time, units], its units a multiple of ${this.heads} heads`, x);
    if (memory!.length !== 3 || memory!.at(-1) !== units)
      fail(this.name, `memory of shape [batch, keys, ${units}]`, memory);
    const next = seeds(this.seed);
    for (const map of maps) {
      const glorot = tf.initializers.glorotUniform({ seed: next() });
      this.kernels[map] = this.addWeight(`${map}_kernel`, [units, units], 'float32', glorot);
      this.biases[map] = this.addWeight(`${map}_bias`, [units], 'float32', tf.initializers.zeros());
    }
    super.build(inputShape);
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs?: { mask?: unknown }): tf.Tensor {
    const [x, memory = x, mask] = [inputs].flat();
    if (kwargs?.mask)
      fail(this.name, 'no mask of maskZero', kwargs.mask, 'give it as an input: apply([x, memory, mask])');
    const [batch, keys] = memory!.shape as [number, number];
    if (batch !== x!.shape[0]) fail(this.name, `memory of as many sequences as x, ${x!.shape[0]}`, memory);
    if (mask && String(mask.shape) !== String([batch, keys]))
      fail(this.name, `mask of shape [batch, keys], here [${batch}, ${keys}]`, mask);
    return tf.tidy(() => {
      const { output, weights } = attention(
        this.split(this.map('query', x!)),
        this.split(this.map('key', memory!)),
        this.split(this.map('value', memory!)),
        { causal: this.causal, mask: mask?.expandDims(1).expandDims(1) }, // [batch, 1, 1, keys]
      );
      this.lastWeights?.dispose();
      this.lastWeights = tf.keep(weights.clone());
      const joined = output.transpose([0, 2, 1, 3]).reshape(x!.shape); // [batch, time, units]
      return this.map('output', joined);
    });
  }

  /** x W + b at each place. */
  private map(name: Map, x: tf.Tensor): tf.Tensor {
    const [batch, time, units] = x.shape as [number, number, number];
    const rows = x.reshape([batch * time, units]); // [batch · time, units]
    return rows.matMul(this.kernels[name].read()).add(this.biases[name].read()).reshape(x.shape);
  }

  /** Gives each head its share of the units. */
  private split(x: tf.Tensor): tf.Tensor {
    const [batch, time, units] = x.shape as [number, number, number];
    return x.reshape([batch, time, this.heads, units / this.heads]).transpose([0, 2, 1, 3]); // [batch, heads, time, units / heads]
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    return shapes(inputShape)[0]!;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), heads: this.heads, causal: this.causal, seed: this.seed };
  }

  override dispose(): ReturnType<tf.layers.Layer['dispose']> {
    this.lastWeights?.dispose();
    this.lastWeights = undefined;
    return super.dispose();
  }
}
tf.serialization.registerClass(MultiHeadAttention);

/** tfjs gives one shape for one input, a list for several. */
function shapes(inputShape: tf.Shape | tf.Shape[]): tf.Shape[] {
  return Array.isArray(inputShape[0]) ? (inputShape as tf.Shape[]) : [inputShape as tf.Shape];
}
