/** Inside attention: who looks at whom, in every attention layer of a model. */
import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { fail } from '../assert';
import { isTensor } from '../data/examples';
import { MultiHeadAttention } from '../models/multi-head-attention';
import * as tf from '../tensorflow';
import { checkModel, layersOf, withHook } from './hook';
import { checkNumbers } from './image';

/** What one attention layer did. */
export interface AttentionTrace {
  /** The layer's name. */
  name: string;
  /** How much each query looked at each key, [batch, heads, queries, keys]. It is yours to dispose. */
  weights: tf.Tensor4D;
}

/**
 * The attention weights of every models.MultiHeadAttention of a model, for these inputs, in the order of the layers' work.
 *
 * ```ts
 * import { inspect, models, show, tf } from 'neurona';
 *
 * const model = models.gpt({ vocabSize: 20, blockSize: 8, layers: 2, heads: 4 });
 * const [first] = inspect.attention(model, tf.tensor2d([[3, 1, 4, 1, 5]]));
 * show.attention(first.weights, { tokens: ['3', '1', '4', '1', '5'], title: first.name });
 * ```
 *
 * `xs` is what the model takes: a tensor, or a list of them where it has several inputs. Returns one name and tensor
 * [batch, heads, queries, keys] for each use of a layer, also in blocks and in models within the model; each query's weights sum
 * to 1, or are 0 where it may look at nothing.
 * Throws where the model has no such layer, or the inputs don't fit it.
 * Source: Vaswani and others, "Attention is all you need", 2017, section 3.2; lesson 28.
 */
export function attention(model: LayersModel, xs: Tensor | Tensor[]): AttentionTrace[] {
  const who = 'inspect.attention';
  checkModel(who, model);
  const inputs = [xs].flat();
  if (inputs.length !== model.inputs.length)
    fail(who, `as many tensors as the model has inputs, ${model.inputs.length}`, inputs.length);
  inputs.forEach((input, i) => {
    const name = inputs.length > 1 ? `xs[${i}]` : 'xs';
    if (!isTensor(input)) fail(who, `${name} to be a tensor`, input);
    checkNumbers(who, input, name);
  });
  const layers = layersOf(model).filter((layer) => layer instanceof MultiHeadAttention);
  if (layers.length === 0) fail(who, 'a model with a models.MultiHeadAttention', model.name);

  const traces: AttentionTrace[] = [];
  const run = layers.reduce<() => unknown>(
    (run, layer) => () => {
      const record = (output: Tensor) => {
        traces.push({ name: layer.name, weights: tf.keep(layer.lastWeights!.clone()) as tf.Tensor4D });
        return output;
      };
      return withHook(layer, record, run);
    },
    () => model.apply(inputs.length === 1 ? inputs[0]! : inputs),
  );
  try {
    tf.tidy(() => void run());
  } catch (error) {
    traces.forEach(({ weights }) => weights.dispose());
    throw error;
  }
  return traces;
}
