/** What GPT and BERT share: tokens to vectors, places, a stack of blocks, and chances of tokens at each place. */
import { whole } from '../assert';
import * as tf from '../tensorflow';
import { LayerNorm } from './layer-norm';
import { PositionalEncoding } from './positional-encoding';
import { SeededDropout, share } from './seeded-dropout';
import { seeds } from './seeds';

/** Options of a language model, of models.gpt and models.bert. */
export interface LanguageModelOptions {
  /** How many tokens there are: tokens are whole numbers from 0 up to, but not including, this. */
  vocabSize: number;
  /** The longest sequence the model takes, in tokens. */
  blockSize: number;
  /** How many blocks are stacked. Default 2. */
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

/** How a block stands in a stack. */
export interface BlockPlace {
  heads: number;
  dropout: number;
  seed: number;
  name: string;
}

/**
 * Tokens to vectors, places added, the blocks, a norm, and chances of tokens at each place. `block` adds one block;
 * it gets the tokens too, from which a mask may come.
 */
export function languageModel(
  who: string,
  { vocabSize, blockSize, layers = 2, heads = 4, units = 32, dropout = 0, seed = 0 }: LanguageModelOptions,
  block: (x: tf.SymbolicTensor, place: BlockPlace, tokens: tf.SymbolicTensor) => tf.SymbolicTensor,
): tf.LayersModel {
  whole(who, { vocabSize }, 1);
  whole(who, { blockSize }, 1);
  whole(who, { layers }, 1, 100);
  whole(who, { heads }, 1);
  whole(who, { units }, 1);
  share(who, { dropout });
  const next = seeds(seed);
  const tokens = tf.input({ shape: [null], dtype: 'int32', name: 'tokens' }); // [batch, time]
  let x = tf.layers
    .embedding({
      inputDim: vocabSize,
      outputDim: units,
      embeddingsInitializer: tf.initializers.randomNormal({ stddev: 0.02, seed: next() }),
      name: 'embedding',
    })
    .apply(tokens) as tf.SymbolicTensor; // [batch, time, units]
  const places = new PositionalEncoding({ learned: true, length: blockSize, seed: next(), name: 'places' });
  x = places.apply(x) as tf.SymbolicTensor;
  if (dropout !== 0) x = new SeededDropout({ rate: dropout, seed, name: 'dropout' }).apply(x) as tf.SymbolicTensor;
  for (let i = 0; i < layers; i++) x = block(x, { heads, dropout, seed: next(), name: `block${i}` }, tokens);
  x = new LayerNorm({ name: 'norm' }).apply(x) as tf.SymbolicTensor;
  const chances = tf.layers.dense({
    units: vocabSize,
    activation: 'softmax',
    kernelInitializer: tf.initializers.randomNormal({ stddev: 0.02, seed: next() }),
    name: 'chances',
  });
  return tf.model({ inputs: tokens, outputs: chances.apply(x) as tf.SymbolicTensor }); // [batch, time, vocabSize]
}
