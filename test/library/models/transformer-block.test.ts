/** Transformer blocks, places and padding: PyTorch and NumPy are the judges. */
import { describe, expect, it } from 'vitest';
import { models, tf } from '../../../lib/index';
import { expectNoLeakedTensors } from '../../support/tensors';
import { expectClose, reference } from './support';

type Nested = number[];
interface Block {
  norm: 'pre' | 'post';
  activation: 'gelu' | 'relu';
  layers: Record<string, Nested[]>;
  output: Nested;
  gradient: Nested;
}
interface Answers {
  encoderBlocks: { x: Nested; mask: Nested; cases: Block[] };
  decoderBlocks: { x: Nested; memory: Nested; mask: Nested; cases: Block[] };
  positions: { length: number; units: number; code: Nested }[];
}
const answers = reference<Answers>();

/** Gives the layers of the block named `b` PyTorch's weights. */
function teach(model: tf.LayersModel, layers: Block['layers']): void {
  for (const [name, weights] of Object.entries(layers))
    model.getLayer(`b_${name}`).setWeights(weights.map((values) => tf.tensor(values)));
}

describe('models.transformerBlock', () => {
  const { encoderBlocks, decoderBlocks } = answers;

  it.each(encoderBlocks.cases)(
    "gives the output and gradient of PyTorch's encoder layer to 1e-5 and 1e-4: norm $norm, $activation",
    ({ norm, activation, layers, output, gradient }) => {
      const [input, mask] = [tf.input({ shape: [null, 8] }), tf.input({ shape: [null] })];
      const block = models.transformerBlock(input, { heads: 2, hiddenUnits: 12, norm, activation, mask, name: 'b' });
      const model = tf.model({ inputs: [input, mask], outputs: block });
      teach(model, layers);
      const [x, there] = [tf.tensor(encoderBlocks.x), tf.tensor(encoderBlocks.mask)];
      const run = (x: tf.Tensor) => model.apply([x, there]) as tf.Tensor;
      expectClose(run(x), output, 1e-5);
      expectClose(tf.grad((x) => run(x).square().sum())(x), gradient, 1e-4);
    },
  );

  it.each(decoderBlocks.cases)(
    "gives the output of PyTorch's decoder layer, which looks at a memory, to 1e-5: norm $norm",
    ({ norm, layers, output }) => {
      const [input, memory, memoryMask] = [[null, 8], [null, 8], [null]].map((shape) => tf.input({ shape })) as [
        tf.SymbolicTensor,
        tf.SymbolicTensor,
        tf.SymbolicTensor,
      ];
      const options = { heads: 2, hiddenUnits: 12, activation: 'relu', causal: true, name: 'b' } as const;
      const block = models.transformerBlock(input, { ...options, norm, memory, memoryMask });
      const model = tf.model({ inputs: [input, memory, memoryMask], outputs: block });
      teach(model, layers);
      const { x, memory: encoded, mask } = decoderBlocks;
      expectClose(model.predict([x, encoded, mask].map((values) => tf.tensor(values))) as tf.Tensor, output, 1e-5);
    },
  );

  it('has the weights of two dense layers, four maps and two norms, and leaves no tensor', () => {
    const x = tf.input({ shape: [5, 8] });
    const model = tf.model({ inputs: x, outputs: models.transformerBlock(x) });
    expect(model.countParams()).toBe(8 * 32 + 32 + 32 * 8 + 8 + 4 * (8 * 8 + 8) + 2 * 16);
    const input = tf.ones([2, 5, 8]);
    tf.dispose(model.predict(input));
    expectNoLeakedTensors(() => tf.dispose(model.predict(input)));
  });

  it('says what is wrong with x or an option', () => {
    const who = 'models.transformerBlock: expected';
    const x = tf.input({ shape: [5, 8] });
    expect(() => models.transformerBlock(tf.zeros([1, 5, 8]) as unknown as tf.SymbolicTensor)).toThrow(`${who} x of`);
    expect(() => models.transformerBlock(tf.input({ shape: [8] }))).toThrow(`${who} x of shape [batch, time, units]`);
    expect(() => models.transformerBlock(x, { heads: 0 })).toThrow(`${who} heads`);
    expect(() => models.transformerBlock(x, { heads: 3 })).toThrow('its units a multiple of 3 heads');
    expect(() => models.transformerBlock(x, { hiddenUnits: 0.5 })).toThrow(`${who} hiddenUnits`);
    expect(() => models.transformerBlock(x, { norm: 'both' as 'pre' })).toThrow(
      `${who} norm to be one of 'pre', 'post'`,
    );
    expect(() => models.transformerBlock(x, { activation: 'tan' as 'relu' })).toThrow(`${who} activation`);
  });
});

describe('models.LayerNorm', () => {
  /** What a layer answers, and the gradients of its input and weights, from the same weights. */
  function run(layer: tf.layers.Layer, x: tf.Tensor): number[][] {
    layer.apply(x);
    layer.setWeights([tf.tensor1d([1, -2, 0.5, 3]), tf.tensor1d([0, 1, -1, 2])]);
    const [gamma, beta] = layer.trainableWeights.map((weight) => weight.read() as tf.Variable);
    const loss = (x: tf.Tensor) => (layer.apply(x) as tf.Tensor).sub(1).pow(3).sum().asScalar();
    const { grads } = tf.variableGrads(() => loss(x), [gamma!, beta!]);
    const all = [layer.apply(x) as tf.Tensor, tf.grad(loss)(x), ...Object.values(grads)];
    return all.map((tensor) => Array.from(tensor.dataSync()));
  }

  it("gives tfjs's answers and gradients to 1e-4, for vectors of any number of axes", () => {
    for (const shape of [
      [3, 4],
      [2, 3, 4],
      [2, 1, 3, 4],
    ]) {
      const x = tf.randomNormal(shape, 2, 3, 'float32', 5);
      const [own, theirs] = [new models.LayerNorm(), tf.layers.layerNormalization({ epsilon: 1e-5 })];
      const wanted = run(theirs, x);
      run(own, x).forEach((values, i) =>
        values.forEach((value, j) => {
          const size = Math.max(1, Math.abs(wanted[i]![j]!));
          expect(Math.abs(value - wanted[i]![j]!) / size).toBeLessThan(1e-4);
        }),
      );
    }
  });

  it('makes zeros, not NaN, of a constant vector, and leaves no tensor but its answer', () => {
    const layer = new models.LayerNorm();
    const x = tf.fill([2, 4], 7);
    (layer.apply(x) as tf.Tensor).dispose();
    const y = expectNoLeakedTensors(() => layer.apply(x) as tf.Tensor, 1);
    expect(y.arraySync()).toEqual([[0, 0, 0, 0], [0, 0, 0, 0]]); // prettier-ignore
  });

  it('says what is wrong with its options or input, and tells its epsilon', () => {
    expect(() => new models.LayerNorm({ epsilon: 0 })).toThrow(
      'models.LayerNorm: expected epsilon to be a finite number above 0',
    );
    expect(() => new models.LayerNorm({ name: 'n' }).apply(tf.input({ shape: [null] }))).toThrow(
      'n: expected an input of shape',
    );
    expect(new models.LayerNorm({ epsilon: 0.1 }).getConfig()).toMatchObject({ epsilon: 0.1 });
  });
});

describe('models.positionalEncoding', () => {
  it.each(answers.positions)("gives NumPy's numbers to 1e-5: $length places, $units units", (wanted) => {
    expectClose(models.positionalEncoding(wanted.length, wanted.units), wanted.code, 1e-5);
  });

  it('leaves no tensor but its answer, and says what is out of range', () => {
    expectNoLeakedTensors(() => models.positionalEncoding(3, 4), 1).dispose();
    expect(() => models.positionalEncoding(0, 4)).toThrow('models.positionalEncoding: expected length');
    expect(() => models.positionalEncoding(3, NaN)).toThrow('models.positionalEncoding: expected units');
  });
});

describe('models.PositionalEncoding', () => {
  it('adds sines and cosines to sequences of any length', () => {
    const layer = new models.PositionalEncoding();
    const answer = layer.apply(tf.ones([2, 7, 8])) as tf.Tensor3D;
    const code = models.positionalEncoding(7, 8).add(1).arraySync();
    expect(answer.arraySync()).toEqual([code, code]);
    expect(layer.countParams()).toBe(0);
    expect(layer.getConfig()).not.toHaveProperty('length'); // JSON has no infinity
  });

  it('adds learned vectors, as its seed decides, to sequences up to its length', () => {
    const learned = (seed?: number) => new models.PositionalEncoding({ learned: true, length: 5, seed, name: 'p' });
    const answer = (layer: tf.layers.Layer, time = 5) => (layer.apply(tf.zeros([1, time, 3])) as tf.Tensor3D).arraySync()[0]!; // prettier-ignore
    const layer = learned();
    expect(layer.countParams.bind(layer)).toThrow(); // tfjs: not built yet
    const vectors = answer(layer);
    expect(layer.countParams()).toBe(15);
    expect(answer(layer, 2)).toEqual(vectors.slice(0, 2));
    expect(answer(learned(0))).toEqual(vectors);
    expect(answer(learned(1))).not.toEqual(vectors);
    expect(() => answer(layer, 6)).toThrow('p: expected a sequence of at most 5 places, got 6');
    expect(layer.getConfig()).toMatchObject({ learned: true, length: 5, seed: 0 });
  });

  it('says what is wrong with its options or input', () => {
    expect(() => new models.PositionalEncoding({ learned: true })).toThrow(
      'models.PositionalEncoding: expected length',
    );
    expect(() => new models.PositionalEncoding({ length: 0 })).toThrow('expected length');
    expect(() => new models.PositionalEncoding({ seed: 0.5 })).toThrow('expected seed');
    expect(() => new models.PositionalEncoding({ name: 'p' }).apply(tf.zeros([2, 3]))).toThrow('p: expected an input');
  });
});

describe('models.PaddingMask', () => {
  it('gives 1 for each token and 0 for padding, and leaves no tensor', () => {
    const tokens = tf.tensor2d([[3, 1, 0], [0, 2, 0]], undefined, 'int32'); // prettier-ignore
    const mask = expectNoLeakedTensors(() => new models.PaddingMask().apply(tokens) as tf.Tensor, 1);
    expect(mask.arraySync()).toEqual([[1, 1, 0], [0, 1, 0]]); // prettier-ignore
    expect(mask.dtype).toBe('float32');
  });
});
