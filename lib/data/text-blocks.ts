/** Text in blocks: what a language model learns from, each token with the one that comes next as its answer. */
import type { Tensor2D, Tensor3D } from '@tensorflow/tfjs';
import { fail, whole } from '../assert';
import { generator } from '../random';
import * as tf from '../tensorflow';
import type { Dataset } from '../types';

/** Options of {@link textBlocks}. */
export interface TextBlocksOptions {
  /** How many tokens a model reads at once, from 1 up: its `blockSize`. Default 32. */
  blockSize?: number;
  /** How many tokens after one block the next begins, from 1 up. Default `blockSize`: no token is an answer twice. */
  stride?: number;
  /** How many blocks, drawn at random from all there are, none twice. Default all. */
  samples?: number;
  /** A whole number from 0 up that decides which blocks `samples` leaves. Default 0. */
  seed?: number;
}

/** Blocks of tokens, in the order of the text, and the tokens that come next. */
export interface TextBlocks extends Dataset<Tensor2D, Tensor3D> {
  /** How many blocks after a block share an answer with it: `data.split` leaves so many out between its parts. */
  gap: number;
}

/**
 * Cuts a text of tokens into blocks: at each place of `xs`, `ys` has the token that comes next.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * const novel = data.text().slice(0, 10_000);
 * const { encode } = data.vocabulary(novel);
 * const { xs, ys } = data.textBlocks(encode(novel), { blockSize: 16 });
 * console.log(xs.shape, ys.shape);
 * data.textBlocks([0, 1, 2, 3, 4], { blockSize: 4 }).ys.squeeze([2]).print();
 * ```
 *
 * `tokens` are whole numbers from 0 up, as `data.vocabulary` encodes them. Returns `xs` [samples, blockSize], of dtype
 * int32, and `ys` [samples, blockSize, 1], as the loss sparseCategoricalCrossentropy takes them, and `gap`. The blocks
 * stand in the order of the text, so that `data.split` with `shuffle: false` keeps its end to test on. Tokens at the end
 * that fill no block are left out.
 * Throws where a token is no such number, an option is out of range, or there are too few tokens for one block.
 * Source: Bengio and others, "A neural probabilistic language model", 2003; lessons 19 and 30.
 */
export function textBlocks(
  tokens: readonly number[],
  { blockSize = 32, stride = blockSize, samples, seed = 0 }: TextBlocksOptions = {},
): TextBlocks {
  const who = 'data.textBlocks';
  whole(who, { blockSize }, 1);
  whole(who, { stride }, 1);
  whole(who, { seed }, 0);
  if (!Array.isArray(tokens)) fail(who, 'tokens to be an array of whole numbers', tokens, 'vocabulary.encode makes it');
  if (tokens.length <= blockSize)
    fail(who, `more than ${blockSize} tokens, blockSize and the one after it`, tokens.length);
  const read = tokens as readonly number[];
  const bad = read.findIndex((token) => !(Number.isInteger(token) && token >= 0 && token < 2 ** 24));
  if (bad >= 0) whole(who, { [`tokens[${bad}]`]: read[bad] }, 0, 2 ** 24 - 1); // ys are float32, exact so far
  const all = Array.from(
    { length: Math.floor((read.length - 1 - blockSize) / stride) + 1 },
    (_, block) => block * stride,
  );
  if (samples !== undefined) whole(who, { samples }, 1, all.length);

  const starts = samples === undefined ? all : generator(seed).shuffle(all).slice(0, samples).sort((a, b) => a - b); // prettier-ignore
  const inputs = new Int32Array(starts.length * blockSize);
  const targets = new Float32Array(starts.length * blockSize);
  starts.forEach((start, row) => {
    inputs.set(read.slice(start, start + blockSize), row * blockSize);
    targets.set(read.slice(start + 1, start + 1 + blockSize), row * blockSize);
  });
  return {
    xs: tf.tensor2d(inputs, [starts.length, blockSize], 'int32'),
    ys: tf.tensor3d(targets, [starts.length, blockSize, 1]),
    gap: Math.ceil(blockSize / stride) - 1,
  };
}
