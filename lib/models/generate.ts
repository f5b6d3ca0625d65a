/** A language model writes: it draws the next token from its chances, adds it, and reads all again. */
import { fail, finite, whole } from '../assert';
import { generator, type Generator } from '../random';
import * as tf from '../tensorflow';
import { PositionalEncoding } from './positional-encoding';

/** Options of {@link generate}. */
export interface GenerateOptions {
  /** How many tokens to add, from 0 up. Default 50. */
  length?: number;
  /** Below 1 the likely gets likelier, above 1 all gets more alike; 0 always takes the likeliest. Default 1. */
  temperature?: number;
  /** Where given, only this many of the likeliest tokens are drawn from, from 1 up. Default: from all. */
  topK?: number;
  /** A whole number from 0 up that decides every draw. Default 0. */
  seed?: number;
}

/**
 * Lets a language model continue `tokens`, one token at a time.
 *
 * ```ts
 * import { models } from 'neurona';
 *
 * const model = models.gpt({ vocabSize: 5, blockSize: 8 }); // untrained: any token may come
 * console.log(models.generate(model, [0, 1], { length: 6, temperature: 0.8, topK: 3, seed: 7 }));
 * ```
 *
 * `model` takes tokens [batch, time] and gives chances [batch, time, vocabSize], as {@link gpt} does; `tokens` are at
 * least one. Where the text has grown longer than the model's `blockSize`, it reads the end. Returns `tokens` and what
 * was added, as a new array.
 * Throws where a token is not of the vocabulary, an option is out of range, or the model's answer is not a number.
 * Source: temperature: Ackley, Hinton and Sejnowski, 1985; top-k: Fan, Lewis and Dauphin, 2018; lesson 30.
 */
export function generate(
  model: tf.LayersModel,
  tokens: readonly number[],
  { length = 50, temperature = 1, topK, seed = 0 }: GenerateOptions = {},
): number[] {
  const who = 'models.generate';
  const shape = (model as tf.LayersModel | undefined)?.outputs?.[0]?.shape;
  if (shape?.length !== 3) fail(who, 'a model with chances [batch, time, vocabSize], as models.gpt makes it', model);
  const vocabSize = shape[2]!;
  whole(who, { length }, 0);
  finite(who, { temperature }, 0);
  if (topK !== undefined) whole(who, { topK }, 1);
  if (!tokens?.length) fail(who, 'at least one token to begin with', tokens);
  [...tokens].forEach((token, i) => whole(who, { [`tokens[${i}]`]: token }, 0, vocabSize - 1));
  const places = model.layers.find((layer) => layer instanceof PositionalEncoding);
  const blockSize = places?.length ?? Infinity;
  const random = generator(seed);
  const text = [...tokens];
  for (let i = 0; i < length; i++) {
    const chances = nextChances(model, text.slice(-Math.min(blockSize, text.length)));
    if (!chances.every(Number.isFinite)) fail(who, "the model's chances to be finite numbers", chances);
    text.push(draw(chances, temperature, topK ?? vocabSize, random));
  }
  return text;
}

/** The chances of each token after the last one. */
function nextChances(model: tf.LayersModel, tokens: number[]): number[] {
  return tf.tidy(() => {
    const answer = model.predict(tf.tensor2d([tokens], undefined, 'int32')) as tf.Tensor3D; // [1, time, vocabSize]
    return Array.from(answer.slice([0, tokens.length - 1, 0], [1, 1, -1]).dataSync());
  });
}

/** Draws a token from chances p: those of the likeliest `topK` become p^(1/temperature), made to sum to 1. */
function draw(chances: number[], temperature: number, topK: number, random: Generator): number {
  const likeliest = chances.map((chance, token) => ({ chance, token })).sort((a, b) => b.chance - a.chance);
  if (temperature === 0) return likeliest[0]!.token;
  const among = likeliest.slice(0, topK);
  // Through logarithms, relative to the likeliest: a small temperature then never makes 0 of all.
  const most = Math.log(among[0]!.chance);
  const weights = among.map(({ chance }) => Math.exp((Math.log(chance) - most) / temperature));
  let rest = random.uniform(0, weights.reduce((sum, weight) => sum + weight, 0)); // prettier-ignore
  const drawn = weights.findIndex((weight) => (rest -= weight) < 0);
  return among[Math.max(drawn, 0)]!.token;
}
