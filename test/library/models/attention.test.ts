/** Scaled dot-product attention, and the layer with several of them: PyTorch is the judge. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { models, tf } from '../../../lib/index';
import { expectNoLeakedTensors } from '../../support/tensors';
import { expectClose, reference, reloaded } from './support';

type Nested = number[];
interface Case {
  output: Nested;
  weights: Nested;
}
interface Answers {
  attention: Record<'q' | 'k' | 'v', Nested> & {
    cases: { causal: boolean; mask: Nested | null; output: Nested; gradients: Nested[] }[];
  };
  multiHead: Record<'x' | 'memory' | 'mask', Nested> &
    Record<'self' | 'causal' | 'cross' | 'masked', Case> & { layer: Nested[] };
}
const answers = reference<Answers>();
const random = (shape: number[], seed = 1) => tf.randomNormal(shape, 0, 1, 'float32', seed);

describe('models.attention', () => {
  const { q, k, v, cases } = answers.attention;
  const inputs = [q, k, v].map((values) => tf.tensor(values)) as [tf.Tensor, tf.Tensor, tf.Tensor];

  it.each(cases)("gives PyTorch's output and gradients to 1e-5: causal $causal, mask $mask", (wanted) => {
    const mask = wanted.mask ? tf.tensor(wanted.mask) : undefined;
    const run = (q: tf.Tensor, k: tf.Tensor, v: tf.Tensor) => models.attention(q, k, v, { ...wanted, mask }).output;
    expectClose(run(...inputs), wanted.output);
    const gradients = tf.grads((q, k, v) => run(q, k, v).square().sum())(inputs);
    gradients.forEach((gradient, i) => expectClose(gradient, wanted.gradients[i]));
  });

  it('gives weights that sum to 1 for each query, and zeros, not NaN, to a query that may look at nothing', () => {
    const x = random([3, 4]);
    const mask = tf.tensor2d([[1, 0, 1], [0, 0, 0], [1, 1, 1]]); // prettier-ignore
    const { output, weights } = models.attention(x, x, x, { mask });
    const sums = weights.sum(-1).arraySync() as number[];
    expect(sums[0]).toBeCloseTo(1, 6);
    expect(sums[1]).toBe(0);
    expect((weights.arraySync() as number[][])[0]![1]).toBe(0);
    expect((output.arraySync() as number[][])[1]).toEqual([0, 0, 0, 0]);
  });

  it('never looks into the future where it is causal, whatever the sizes and however large the scores', () => {
    const sizes = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(sizes, sizes, sizes, fc.nat(), fc.constantFrom(1e-6, 1, 1e9), (time, units, keys, seed, scale) => {
        tf.tidy(() => {
          const [q, k] = [random([time, units], seed + 1).mul(scale), random([keys, units], seed + 2)];
          const weights = models.attention(q, k, k, { causal: true }).weights.arraySync() as number[][];
          weights.forEach((row, query) => {
            expect(row.slice(query + 1).every((weight) => weight === 0)).toBe(true);
            expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
          });
        });
      }),
      { numRuns: 50 },
    );
  });

  it('leaves no tensor but its answer', () => {
    const x = random([2, 3, 4]);
    const mask = tf.ones([3]);
    const { output, weights } = expectNoLeakedTensors(() => models.attention(x, x, x, { causal: true, mask }), 2);
    tf.dispose([output, weights]);
  });

  it('says which shape does not fit', () => {
    const [x, wide, long] = [random([3, 4]), random([3, 5]), random([6, 4])];
    expect(() => models.attention(random([4]), x, x)).toThrow(
      'models.attention: expected q to be a tensor of shape [..., time, units], got a tensor of shape [4]',
    );
    expect(() => models.attention([[1]] as unknown as tf.Tensor, x, x)).toThrow('expected q to be a tensor');
    expect(() => models.attention(x, wide, x)).toThrow(
      'models.attention: expected k of shape [keys, 4], to fit q, got a tensor of shape [3, 5]',
    );
    expect(() => models.attention(x, long, x)).toThrow('expected v of shape [6, valueUnits], to fit k');
    expect(() => models.attention(x, x, x, { mask: tf.ones([2]) })).toThrow(
      'mask to be a tensor that broadcasts to [..., queries, keys], here [3, 3], got a tensor of shape [2]',
    );
    expect(() => models.attention(x, x, x, { mask: tf.ones([2, 3, 3]) })).toThrow('expected mask');
    expect(() => models.attention(tf.zeros([0, 4]), x, x)).toThrow('expected q to have no axis of length 0');
  });
});

describe('models.MultiHeadAttention', () => {
  const { multiHead } = answers;
  const [x, memory, mask] = [multiHead.x, multiHead.memory, multiHead.mask].map((values) => tf.tensor(values)) as [
    tf.Tensor,
    tf.Tensor,
    tf.Tensor,
  ];
  /** A layer with PyTorch's weights. */
  function taught(options: Partial<models.MultiHeadAttentionOptions> = {}): models.MultiHeadAttention {
    const layer = new models.MultiHeadAttention({ heads: 2, ...options });
    layer.apply(x); // builds it
    layer.setWeights(multiHead.layer.map((values) => tf.tensor(values)));
    return layer;
  }

  it.each([
    ['self', x, {}],
    ['causal', x, { causal: true }],
    ['cross', [x, memory], {}],
    ['masked', [x, memory, mask], {}],
  ] as const)("gives the output and weights of PyTorch's layer to 1e-5: %s", (name, inputs, options) => {
    const layer = taught(options);
    expectClose(layer.apply(inputs as tf.Tensor) as tf.Tensor, multiHead[name].output);
    expectClose(layer.lastWeights!, multiHead[name].weights);
  });

  it('keeps the weights of the last call only, and frees them when it is disposed of', () => {
    const layer = taught();
    (layer.apply(x) as tf.Tensor).dispose();
    const before = layer.lastWeights!;
    expectNoLeakedTensors(() => (layer.apply(x) as tf.Tensor).dispose());
    expect(before.isDisposed).toBe(true);
    expect(layer.lastWeights!.shape).toEqual([2, 2, 4, 4]);
    const last = layer.lastWeights!;
    layer.dispose();
    expect(last.isDisposed).toBe(true);
  });

  it('starts from weights that its seed decides, and tells equal seeds and others apart', () => {
    const first = (seed?: number) => {
      const layer = new models.MultiHeadAttention({ heads: 2, seed });
      layer.apply(x);
      return layer.getWeights().map((weight) => Array.from(weight.dataSync()));
    };
    expect(first()).toEqual(first(0));
    expect(first(3)).toEqual(first(3));
    expect(first(3)).not.toEqual(first(4));
    const kernels = first().filter((values) => values.length === 64);
    expect(new Set(kernels.map(String)).size).toBe(4);
  });

  describe('in a model', () => {
    let model: tf.Sequential;
    beforeAll(() => {
      model = tf.sequential();
      model.add(tf.layers.dense({ units: 8, inputShape: [4, 8], kernelInitializer: tf.initializers.identity({}) }));
      model.add(new models.MultiHeadAttention({ heads: 4, causal: true, seed: 2 }));
    });

    it('comes back from JSON and its weights with the same answers', async () => {
      const loaded = await reloaded(model);
      const answer = (model: tf.LayersModel) => Array.from((model.predict(x) as tf.Tensor).dataSync());
      expect(answer(loaded)).toEqual(answer(model));
      expect(loaded.layers[1]).toBeInstanceOf(models.MultiHeadAttention);
      expect(loaded.layers[1]!.getConfig()).toMatchObject({ heads: 4, causal: true, seed: 2 });
    });

    it('leaves no tensor behind a prediction, after the first', () => {
      tf.dispose(model.predict(x));
      expectNoLeakedTensors(() => tf.dispose(model.predict(x)));
    });
  });

  it('says what is wrong with its options, its input or a mask of maskZero', () => {
    const layer = (heads: number) => new models.MultiHeadAttention({ heads, name: 'look' });
    expect(() => layer(0)).toThrow('models.MultiHeadAttention: expected heads to be a whole number from 1 up, got 0');
    expect(() => new models.MultiHeadAttention({ heads: 1, seed: -1 })).toThrow('expected seed');
    expect(() => layer(3).apply(x)).toThrow(
      'look: expected x of shape [batch, time, units], its units a multiple of 3',
    );
    expect(() => layer(2).apply(tf.zeros([2, 8]))).toThrow('look: expected x of shape [batch, time, units]');
    expect(() => layer(2).apply([x, tf.zeros([2, 4, 6])])).toThrow('look: expected memory of shape [batch, keys, 8]');
    expect(() => layer(2).apply([x, tf.zeros([1, 4, 8])])).toThrow(
      'look: expected memory of as many sequences as x, 2',
    );
    expect(() => layer(2).apply([x, memory, tf.ones([2, 4])])).toThrow(
      'look: expected mask of shape [batch, keys], here [2, 6], got a tensor of shape [2, 4]',
    );
    const model = tf.sequential();
    model.add(tf.layers.embedding({ inputDim: 5, outputDim: 8, maskZero: true, inputLength: 3 }));
    model.add(layer(2));
    expect(() => model.predict(tf.tensor2d([[1, 2, 0]]))).toThrow('look: expected no mask of maskZero');
  });
});
