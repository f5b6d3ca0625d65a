/** The transformer of 2017: an encoder reads one sequence, a decoder writes another while it looks at what was read. */
import { whole } from '../assert';
import * as tf from '../tensorflow';
import { LayerNorm } from './layer-norm';
import { PaddingMask } from './padding-mask';
import { PositionalEncoding } from './positional-encoding';
import { SeededDropout, share } from './seeded-dropout';
import { seeds } from './seeds';
import { transformerBlock } from './transformer-block';

/** Options of {@link transformer}. */
export interface TransformerOptions {
  /** How many tokens the sequence that is read may hold, from 0, which is padding, up to but not including this. */
  sourceVocabSize: number;
  /** How many tokens the sequence that is written may hold, from 0, which is padding. */
  targetVocabSize: number;
  /** How many blocks the encoder has, and the decoder. Default 2. */
  layers?: number;
  /** How many attentions each block has; it divides `units`. Default 4. */
  heads?: number;
  /** The size of the vector at each place. Default 32. */
  units?: number;
  /** The share of the vectors, and of what each block adds to them, that is silenced while training. Default 0. */
  dropout?: number;
  /** A whole number from 0 up that decides the weights at the start, and the dropout. Default 0. */
  seed?: number;
}

/**
 * An encoder-decoder transformer for translation, as a plain tfjs model.
 *
 * ```ts
 * import { models, tf } from 'neurona';
 *
 * const model = models.transformer({ sourceVocabSize: 10, targetVocabSize: 12, layers: 1 });
 * const source = tf.tensor2d([[4, 5, 6, 0]]); // what is read; token 0 is padding
 * const target = tf.tensor2d([[1, 7, 8]]); // what is written so far, behind a token for the beginning
 * const chances = model.predict([source, target]) as tf.Tensor;
 * console.log(chances.shape); // [batch, targetTime, targetVocabSize]
 * ```
 *
 * Its inputs are `source` [batch, sourceTime] and `target` [batch, targetTime], of any lengths; its output the chances
 * of the token after each place of the target, [batch, targetTime, targetVocabSize]. No place looks at padding of the
 * source, or at later places of the target. Train it on targets shifted by one; places are sines and cosines.
 * Throws where an option is out of range, or heads don't divide units.
 * Source: Vaswani and others, "Attention is all you need", 2017; normalised first, as has become usual, Xiong and
 * others, 2020; lesson 29.
 */
export function transformer(options: TransformerOptions): tf.LayersModel {
  const who = 'models.transformer';
  const { sourceVocabSize, targetVocabSize, layers = 2, heads = 4, units = 32, dropout = 0, seed = 0 } = options;
  whole(who, { sourceVocabSize }, 1);
  whole(who, { targetVocabSize }, 1);
  whole(who, { layers }, 1, 100);
  whole(who, { heads }, 1);
  whole(who, { units }, 1);
  share(who, { dropout });
  const [next, drops] = [seeds(seed), seeds(seed + 1)];

  /** Tokens to vectors, with their places added, [batch, time, units]. */
  function embed(tokens: tf.SymbolicTensor, vocabSize: number, name: string): tf.SymbolicTensor {
    const small = tf.initializers.randomNormal({ stddev: 1 / Math.sqrt(units), seed: next() });
    const embedding = {
      inputDim: vocabSize,
      outputDim: units,
      embeddingsInitializer: small,
      name: `${name}_embedding`,
    };
    const vectors = tf.layers.embedding(embedding).apply(tokens) as tf.SymbolicTensor;
    const placed = new PositionalEncoding({ name: `${name}_places` }).apply(vectors) as tf.SymbolicTensor;
    if (dropout === 0) return placed;
    const drop = new SeededDropout({ rate: dropout, seed: drops(), name: `${name}_dropout` });
    return drop.apply(placed) as tf.SymbolicTensor;
  }
  const normalize = (x: tf.SymbolicTensor, name: string) =>
    new LayerNorm({ name: `${name}_norm` }).apply(x) as tf.SymbolicTensor;

  const source = tf.input({ shape: [null], dtype: 'int32', name: 'source' }); // [batch, sourceTime]
  const mask = new PaddingMask({ name: 'source_there' }).apply(source) as tf.SymbolicTensor;
  let memory = embed(source, sourceVocabSize, 'source');
  for (let i = 0; i < layers; i++)
    memory = transformerBlock(memory, { heads, mask, dropout, seed: next(), name: `encoder${i}` });
  memory = normalize(memory, 'encoder'); // [batch, sourceTime, units]

  const target = tf.input({ shape: [null], dtype: 'int32', name: 'target' }); // [batch, targetTime]
  const look = { memory, memoryMask: mask, dropout };
  let x = embed(target, targetVocabSize, 'target');
  for (let i = 0; i < layers; i++)
    x = transformerBlock(x, { heads, causal: true, ...look, seed: next(), name: `decoder${i}` });
  const kernelInitializer = tf.initializers.randomNormal({ stddev: 0.02, seed: next() });
  const chances = tf.layers.dense({
    units: targetVocabSize,
    activation: 'softmax',
    kernelInitializer,
    name: 'chances',
  });
  const outputs = chances.apply(normalize(x, 'decoder')) as tf.SymbolicTensor; // [batch, targetTime, targetVocabSize]
  return tf.model({ inputs: [source, target], outputs });
}
