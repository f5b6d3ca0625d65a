/** An encoder-decoder translates: it writes the likeliest next token, adds it, and looks at all again, up to the end. */
import { fail, whole } from '../assert';
import * as tf from '../tensorflow';
import { modelOf } from './guards';

/** Options of {@link translate}. */
export interface TranslateOptions {
  /** The token that stands before every target. */
  start: number;
  /** The token that says that a target is over. */
  end: number;
  /** How many tokens to write at most, from 1 up. Default 50. */
  length?: number;
}

/**
 * Translates one sequence of tokens by greedy decoding: at each place the likeliest token, until that is `end`.
 *
 * ```ts
 * import { models } from 'neurona';
 *
 * const model = models.transformer({ sourceVocabSize: 10, targetVocabSize: 12, layers: 1 }); // untrained
 * console.log(models.translate(model, [4, 5, 6], { start: 1, end: 2, length: 8 }));
 * ```
 *
 * `model` takes `[source, target]` and gives the chances of the token after each place of the target, as
 * {@link transformer} does; `tokens` is the source. Returns what was written, without `start` and `end`; it has `length`
 * tokens where no end came.
 * Throws where a token is not of its vocabulary, the model has other inputs, or its answer is not a number.
 * Source: Sutskever, Vinyals and Le, "Sequence to sequence learning with neural networks", 2014; lesson 29.
 */
export function translate(
  model: tf.LayersModel,
  tokens: readonly number[],
  { start, end, length = 50 }: TranslateOptions,
): number[] {
  const who = 'models.translate';
  const takes = 'from [source, target] to chances [batch, time, vocabSize], as models.transformer makes it';
  modelOf(who, { model }, takes, 2);
  const vocabSize = model.outputs[0]!.shape.at(-1);
  if (model.outputs[0]!.rank !== 3 || !vocabSize) fail(who, `model to be a tfjs model: ${takes}`, model.outputs[0]);
  whole(who, { length }, 1);
  whole(who, { start }, 0, vocabSize - 1);
  whole(who, { end }, 0, vocabSize - 1);
  if (!Array.isArray(tokens) || tokens.length === 0) fail(who, 'tokens to be an array, at least one', tokens);
  const vocabulary = model.layers.find(({ name }) => name === 'source_embedding')?.getConfig().inputDim;
  const most = typeof vocabulary === 'number' ? vocabulary - 1 : Infinity;
  (tokens as readonly number[]).forEach((token, i) => whole(who, { [`tokens[${i}]`]: token }, 0, most));

  const written = [start];
  while (written.length <= length) {
    const token = likeliest(who, model, tokens, written);
    if (token === end) break;
    written.push(token);
  }
  return written.slice(1);
}

/** The likeliest token after the last one written. */
function likeliest(who: string, model: tf.LayersModel, source: readonly number[], target: number[]): number {
  return tf.tidy(() => {
    const inputs = [[...source], target].map((row) => tf.tensor2d([row], undefined, 'int32')); // [1, time]
    const answer = model.predict(inputs) as tf.Tensor3D; // [1, time, vocabSize]
    const chances = answer.slice([0, target.length - 1, 0], [1, 1, -1]).dataSync();
    if (!chances.every(Number.isFinite)) fail(who, "the model's chances to be finite numbers", [...chances]);
    return chances.indexOf(Math.max(...chances));
  });
}
