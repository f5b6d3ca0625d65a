/** Who looks at whom, in every attention layer of a model. */
import { describe, expect, it } from 'vitest';
import { inspect, models, tf } from '../../../lib/index';
import { expectNear } from '../../support/reference';
import { expectNoLeakedTensors } from '../../support/tensors';
import { random } from './images';

const gpt = () => models.gpt({ vocabSize: 9, blockSize: 6, layers: 2, heads: 2, units: 8, seed: 3 });
const tokens = tf.tensor2d([[1, 2, 3, 4], [5, 6, 7, 8], [0, 1, 0, 1]]); // prettier-ignore

describe('inspect.attention', () => {
  it('gives [batch, heads, queries, keys] of every layer, by name, in order, each query’s weights summing to 1', () => {
    const traces = inspect.attention(gpt(), tokens);
    expect(traces.map(({ name }) => name)).toEqual(['block0_attention', 'block1_attention']);
    for (const { weights } of traces) {
      expect(weights.shape).toEqual([3, 2, 4, 4]);
      expectNear(weights.sum(-1).flatten().arraySync(), Array(24).fill(1), 1e-6);
      expect(weights.slice([0, 0, 0, 1], [-1, -1, 1, -1]).abs().max().dataSync()[0]).toBe(0); // causal
    }
  });

  it('gives softmax(Q Kᵀ / √units), computed from the layer’s weights by hand', () => {
    const x = tf.input({ shape: [5, 4] });
    const layer = new models.MultiHeadAttention({ heads: 2, seed: 6, name: 'look' });
    const model = tf.model({ inputs: x, outputs: layer.apply(x) as tf.SymbolicTensor });
    const [qKernel, qBias, kKernel, kBias] = layer.getWeights();
    const values = random([1, 5, 4], 2);
    const rows = values.reshape<tf.Tensor2D>([5, 4]);
    const [{ weights }] = inspect.attention(model, values) as [inspect.AttentionTrace];
    for (const head of [0, 1]) {
      const of = (kernel: tf.Tensor, bias: tf.Tensor) => rows.matMul(kernel as tf.Tensor2D).add(bias).slice([0, head * 2], [5, 2]); // prettier-ignore
      const scores = tf.matMul(of(qKernel!, qBias!), of(kKernel!, kBias!), false, true).div(Math.SQRT2);
      expectNear((weights.arraySync())[0]![head], tf.softmax(scores).arraySync(), 1e-5); // prettier-ignore
    }
  });

  it('finds layers in models within, cross-attention, and each use of a shared layer', () => {
    const outer = tf.sequential({ layers: [gpt()] });
    expect(inspect.attention(outer, tokens)).toHaveLength(2);
    const translator = models.transformer({ sourceVocabSize: 9, targetVocabSize: 7, layers: 1, heads: 2, units: 8 });
    const traces = inspect.attention(translator, [tokens, tf.tensor2d([[1, 2], [3, 4], [5, 6]])]); // prettier-ignore
    expect(traces.map(({ name, weights }) => [name, weights.shape])).toEqual([
      ['encoder0_attention', [3, 2, 4, 4]],
      ['decoder0_attention', [3, 2, 2, 2]],
      ['decoder0_cross', [3, 2, 2, 4]],
    ]);
    const x = tf.input({ shape: [5, 4] });
    const shared = new models.MultiHeadAttention({ heads: 1, name: 'twice' });
    const model = tf.model({ inputs: x, outputs: shared.apply(shared.apply(x)) as tf.SymbolicTensor }); // prettier-ignore
    const [first, second] = inspect.attention(model, random([1, 5, 4]));
    expect([first!.name, second!.name]).toEqual(['twice', 'twice']);
    expect(first!.weights.arraySync()).not.toEqual(second!.weights.arraySync());
  });

  it('gives the whole of a batch larger than predict takes at once', () => {
    const [{ weights }] = inspect.attention(gpt(), tf.zeros([40, 3])) as [inspect.AttentionTrace];
    expect(weights.shape).toEqual([40, 2, 3, 3]);
  });

  it('keeps nothing but the weights, which are the caller’s, and leaves the model as it was', () => {
    const model = gpt();
    const before = (model.predict(tokens) as tf.Tensor).arraySync();
    expectNoLeakedTensors(() => inspect.attention(model, tokens), 2);
    expect((model.predict(tokens) as tf.Tensor).arraySync()).toEqual(before);
    expect(Object.keys(model.layers[3]!)).not.toContain('call');
    const long = tf.zeros([1, 7]);
    expectNoLeakedTensors(() => expect(() => inspect.attention(model, long)).toThrow());
  });

  it('refuses models without attention, and inputs that are none', () => {
    const who = 'inspect.attention';
    const dense = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 1 })] });
    expect(() => inspect.attention(dense, tf.zeros([1, 4]))).toThrow(`${who}: expected a model with a models.MultiHeadAttention`); // prettier-ignore
    expect(() => inspect.attention(undefined as unknown as tf.LayersModel, tokens)).toThrow(`${who}: expected a built tfjs model`); // prettier-ignore
    expect(() => inspect.attention(gpt(), [tokens, tokens])).toThrow(`${who}: expected as many tensors as the model has inputs, 1, got 2`); // prettier-ignore
    expect(() => inspect.attention(gpt(), [[1, 2]] as unknown as tf.Tensor)).toThrow(`${who}: expected xs to be a tensor, got [1, 2]`); // prettier-ignore
    const gone = tf.zeros([1, 3]);
    gone.dispose();
    expect(() => inspect.attention(gpt(), gone)).toThrow(`${who}: expected xs to be alive`);
    expect(() => inspect.attention(gpt(), tf.zeros([0, 3]))).toThrow(`${who}: expected xs to have no axis of length 0`);
  });
});
