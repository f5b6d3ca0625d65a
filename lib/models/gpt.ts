/** A small GPT: a stack of causal transformer blocks that tells, at each place, the chance of each next token. */
import type * as tf from '../tensorflow';
import { languageModel, type LanguageModelOptions } from './language-model';
import { transformerBlock } from './transformer-block';

/**
 * A small GPT, as a plain tfjs model.
 *
 * ```ts
 * import { models, tf } from 'neurona';
 *
 * const model = models.gpt({ vocabSize: 5, blockSize: 8, layers: 1, units: 16 });
 * model.compile({ optimizer: tf.train.adam(0.01), loss: 'sparseCategoricalCrossentropy' });
 * const xs = tf.tensor2d([[0, 1, 2, 3]]);
 * const ys = tf.tensor3d([[[1], [2], [3], [4]]]); // at each place, the token that comes next
 * await model.fit(xs, ys, { epochs: 20, verbose: 0 });
 * console.log(models.generate(model, [0], { length: 4, temperature: 0 }));
 * ```
 *
 * Its input is tokens [batch, time], time up to `blockSize`; its output [batch, time, vocabSize], the chances of the
 * token after each place. The chances at a place depend on that place and those before it only.
 * Throws where an option is out of range, or heads don't divide units.
 * Source: Radford and others, "Language models are unsupervised multitask learners" (GPT-2), 2019; lesson 30.
 */
export function gpt(options: LanguageModelOptions): tf.LayersModel {
  return languageModel('models.gpt', options, (x, block) => transformerBlock(x, { ...block, causal: true }));
}
