/** The block of which transformers are stacked: attention between places, then a small network at each place. */
import { fail, oneOf, whole } from '../assert';
import * as tf from '../tensorflow';
import { LayerNorm } from './layer-norm';
import { MultiHeadAttention } from './multi-head-attention';
import { SeededDropout, share } from './seeded-dropout';
import { seeds } from './seeds';

/** Options of {@link transformerBlock}. */
export interface TransformerBlockOptions {
  /** How many attentions side by side, from 1 up; it divides the units of `x`. Default 4. */
  heads?: number;
  /** Units of the hidden layer of the network at each place. Default four times the units of `x`. */
  hiddenUnits?: number;
  /** What the hidden layer does. Default 'gelu'; the first transformer had 'relu'. */
  activation?: 'gelu' | 'relu';
  /** Whether a place sees only itself and the places before it. Default false. */
  causal?: boolean;
  /** Normalise before each part, as GPT-2 does, or after it, as the first transformer and BERT do. Default 'pre'. */
  norm?: 'pre' | 'post';
  /** 1 for each token of `x` that is there, 0 for padding, [batch, time]; see {@link PaddingMask}. */
  mask?: tf.SymbolicTensor;
  /** What an encoder made of its sequence, [batch, keys, units]: the block then looks there too, as decoders do. */
  memory?: tf.SymbolicTensor;
  /** The mask of `memory`, [batch, keys]. */
  memoryMask?: tf.SymbolicTensor;
  /** The share of what attention and network add that is silenced while training, from 0 to 1. Default 0. */
  dropout?: number;
  /** A whole number from 0 up that decides the weights at the start, and the dropout. Default 0. */
  seed?: number;
  /** What the names of the block's layers begin with. tfjs makes names if none is given. */
  name?: string;
}

/**
 * A transformer block: x ← x + attention(x), with a memory x ← x + attention(x, memory), then x ← x + network(x), each
 * with a layer norm.
 *
 * ```ts
 * import { models, tf } from 'neurona';
 *
 * const x = tf.input({ shape: [10, 32] });
 * const model = tf.model({ inputs: x, outputs: models.transformerBlock(x, { heads: 4, causal: true }) });
 * model.summary();
 * ```
 *
 * `x` is what `apply` of a layer returns, [batch, time, units]. Returns the same shape, made by layers that stand in the
 * model one by one.
 * Throws where the shape of `x` or an option is out of range.
 * Source: Vaswani and others, "Attention is all you need", 2017, section 3.1; 'pre': Xiong and others, "On layer
 * normalization in the transformer architecture", 2020; lesson 29.
 */
export function transformerBlock(x: tf.SymbolicTensor, options: TransformerBlockOptions = {}): tf.SymbolicTensor {
  const who = 'models.transformerBlock';
  const { heads = 4, activation = 'gelu', causal = false, norm = 'pre', dropout = 0, seed = 0 } = options;
  const { mask, memory, memoryMask } = options;
  if (!(x instanceof tf.SymbolicTensor) || x.rank !== 3 || !x.shape[2])
    fail(who, 'x of shape [batch, time, units], what apply of a layer returns', x);
  const units = x.shape[2];
  const { hiddenUnits = 4 * units } = options;
  whole(who, { heads }, 1);
  whole(who, { hiddenUnits }, 1);
  oneOf(who, { norm }, ['pre', 'post']);
  oneOf(who, { activation }, ['gelu', 'relu']);
  share(who, { dropout });
  const [next, drops] = [seeds(seed), seeds(seed + 1)]; // apart: the weights are the same with and without dropout
  const named = (part: string) => (options.name ? { name: `${options.name}_${part}` } : {});

  /** x + part(norm(x)), or norm(x + part(x)). */
  function residual(x: tf.SymbolicTensor, name: string, part: (x: tf.SymbolicTensor) => unknown): tf.SymbolicTensor {
    const normalize = new LayerNorm(named(`${name}_norm`));
    const add = tf.layers.add(named(`${name}_add`));
    let change = part(norm === 'pre' ? (normalize.apply(x) as tf.SymbolicTensor) : x) as tf.SymbolicTensor;
    if (dropout !== 0) {
      const drop = new SeededDropout({ rate: dropout, seed: drops(), ...named(`${name}_dropout`) });
      change = drop.apply(change) as tf.SymbolicTensor;
    }
    const sum = add.apply([x, change]);
    return (norm === 'pre' ? sum : normalize.apply(sum)) as tf.SymbolicTensor;
  }

  const attend = new MultiHeadAttention({ heads, causal, seed: next(), ...named('attention') });
  x = residual(x, 'attention', (x) => attend.apply(mask ? [x, x, mask] : x));
  if (memory) {
    const look = new MultiHeadAttention({ heads, seed: next(), ...named('cross') });
    x = residual(x, 'cross', (x) => look.apply(memoryMask ? [x, memory, memoryMask] : [x, memory]));
  }
  const dense = (name: string, units: number, activation: 'gelu' | 'relu' | 'linear') =>
    tf.layers.dense({
      units,
      activation,
      kernelInitializer: tf.initializers.glorotUniform({ seed: next() }),
      ...named(name),
    });
  const [hidden, output] = [dense('hidden', hiddenUnits, activation), dense('output', units, 'linear')];
  return residual(x, 'network', (x) => output.apply(hidden.apply(x))); // [batch, time, hiddenUnits], then units again
}
