/** A small BERT: a stack of transformer blocks that sees both sides of each place and fills in what is masked. */
import * as tf from '../tensorflow';
import { languageModel, type LanguageModelOptions } from './language-model';
import { PaddingMask } from './padding-mask';
import { transformerBlock } from './transformer-block';

/**
 * A small BERT, as a plain tfjs model.
 *
 * ```ts
 * import { models, tf } from 'neurona';
 *
 * const model = models.bert({ vocabSize: 10, blockSize: 6, layers: 1 });
 * const mask = 9; // a token of your own that stands for a hidden one
 * const chances = model.predict(tf.tensor2d([[4, mask, 6, 0, 0, 0]])) as tf.Tensor; // token 0 is padding
 * console.log(chances.shape);
 * // Fine-tuning: the vectors below the chances, summed over the tokens that are there, and a layer of your own.
 * const [vectors, there] = ['norm', 'there'].map((name) => model.getLayer(name).output as tf.SymbolicTensor);
 * const sum = tf.layers.dot({ axes: [1, 1] }).apply([there, vectors]) as tf.SymbolicTensor; // [batch, units]
 * const answer = tf.layers.dense({ units: 2, activation: 'softmax' }).apply(sum) as tf.SymbolicTensor;
 * const classifier = tf.model({ inputs: model.inputs, outputs: answer });
 * ```
 *
 * Its input is tokens [batch, time], time up to `blockSize`, where token 0 is padding, which no place looks at; its
 * output [batch, time, vocabSize], the chances of what stands at each place. Blocks normalise first, as GPT-2's do, which
 * trains more easily than the order of the first BERT.
 * Throws where an option is out of range, or heads don't divide units.
 * Source: Devlin and others, "BERT: pre-training of deep bidirectional transformers for language understanding", 2019;
 * lesson 30.
 */
export function bert(options: LanguageModelOptions): tf.LayersModel {
  let mask: tf.SymbolicTensor | undefined;
  return languageModel('models.bert', options, (x, place, tokens) => {
    mask ??= new PaddingMask({ name: 'there' }).apply(tokens) as tf.SymbolicTensor; // [batch, time]
    return transformerBlock(x, { ...place, mask });
  });
}
