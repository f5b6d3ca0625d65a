/** Fast LSTM and GRU layers: PyTorch, tfjs's own layers and their twins by hand are the judges. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { models, tf } from '../../../lib/index';
import { gruByHand } from '../../../lib/models/gru';
import { lstmByHand } from '../../../lib/models/lstm';
import { blockGRU, blockLSTM } from '../../../lib/models/recurrent-kernels';
import { throughTime } from '../../../lib/models/through-time';
import { reference } from '../../support/reference';
import { expectNoLeakedTensors } from '../../support/tensors';
import { expectClose, reloaded } from './support';

interface Case {
  inputs: Record<'x' | 'W' | 'U' | 'b' | 'h' | 'c', number[]>;
  output: number[];
  last: number[][];
  gradients: Record<string, number[]>;
}
const answers = reference<Record<'lstm' | 'gru', Case>>('recurrent');
const native = tf.getBackend() === 'tensorflow';

const kinds = [
  { name: 'LSTM', Layer: models.LSTM, twin: tf.layers.lstm, answer: answers.lstm, byHand: lstmByHand, block: blockLSTM, states: ['h', 'c'] }, // prettier-ignore
  { name: 'GRU', Layer: models.GRU, twin: tf.layers.gru, answer: answers.gru, byHand: gruByHand, block: blockGRU, states: ['h'] }, // prettier-ignore
] as const;

describe.each(kinds)('models.$name', ({ Layer, twin, answer, byHand, block, states }) => {
  const gates = Layer === models.LSTM ? 4 : 3;
  const sigmoid = { recurrentActivation: 'sigmoid' } as const;
  const biasInitializer = tf.initializers.randomNormal({ seed: 5 });
  const x = tf.randomNormal([3, 6, 5], 0, 1, 'float32', 2); // [batch, time, inputs]

  it.each(
    native
      ? ([
          ['native kernels', block],
          ['operations by hand', byHand],
        ] as const)
      : ([['operations by hand', byHand]] as const),
  )(
    // prettier-ignore
    "gives PyTorch's states to 1e-5 and gradients of inputs, states and weights to 1e-4, by %s",
    (_, recurrence) => {
      const names = ['x', 'W', 'U', 'b', ...states];
      const inputs = names.map((name) => tf.tensor(answer.inputs[name as 'x']));
      const value = throughTime(recurrence, inputs);
      expectClose(value.slice([0], [6]), answer.output);
      expectClose(value.slice([5]), answer.last);
      const v = tf.range(0, 6 * 2 * 4).cos().reshape([6, 2, 4]); // prettier-ignore
      const gradients = tf.grads((...inputs: tf.Tensor[]) => {
        const value = throughTime(recurrence, inputs);
        return value
          .slice([0], [6])
          .mul(v)
          .sum()
          .add(value.slice([5]).square().sum());
      })(inputs);
      names.forEach((name, i) => expectClose(gradients[i]!, answer.gradients[name], 1e-4));
    },
  );

  /** What a layer answers, and the gradients of its input and weights, for a loss that looks at all of it. */
  function run(layer: tf.layers.Layer, inputs: tf.Tensor | tf.Tensor[]): tf.Tensor[] {
    const outputs = (x: tf.Tensor) => [layer.apply(Array.isArray(inputs) ? [x, ...inputs.slice(1)] : x)].flat() as tf.Tensor[]; // prettier-ignore
    const loss = (x: tf.Tensor) =>
      tf.addN(outputs(x).map((output, i) => output.mul(tf.range(0, output.size).cos().reshape(output.shape).add(i)).sum())).asScalar(); // prettier-ignore
    const first = [inputs].flat()[0]!;
    const weights = layer.trainableWeights.map((weight) => weight.read() as tf.Variable);
    const { grads } = tf.variableGrads(() => loss(first), weights);
    return [...outputs(first), tf.grad(loss)(first), ...weights.map(({ name }) => grads[name]!)];
  }

  it.each([
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ])(
    // prettier-ignore
    "gives the outputs of tfjs's own layer to 1e-5 and its gradients to 1e-4, weights set either way: returnSequences %s, returnState %s",
    (returnSequences, returnState) => {
      const options = { units: 4, returnSequences, returnState };
      const [own, theirs] = [new Layer(options), twin({ ...options, ...sigmoid, biasInitializer })];
      for (const [from, to] of [
        [theirs, own],
        [own, theirs],
      ] as const) {
        // prettier-ignore
        from.apply(x);
        to.apply(x);
        to.setWeights(from.getWeights());
        const wanted = run(theirs, x);
        run(own, x).forEach((tensor, i) => {
          const outputs = returnState ? 1 + states.length : 1;
          expectClose(tensor, wanted[i]!.arraySync(), i < outputs ? 1e-5 : 1e-4);
        });
      }
    },
  );

  it("begins from the states it is given, as tfjs's own layer", () => {
    const options = { units: 4, returnState: true };
    const [own, theirs] = [new Layer(options), twin({ ...options, ...sigmoid })];
    const first = states.map((_, i) => tf.randomNormal([3, 4], 0, 1, 'float32', 8 + i));
    own.apply(x);
    theirs.apply(x);
    theirs.setWeights(own.getWeights());
    const wanted = theirs.apply(x, { initialState: first as never }) as tf.Tensor[];
    (own.apply([x, ...first]) as tf.Tensor[]).forEach((tensor, i) => expectClose(tensor, wanted[i]!.arraySync()));
  });

  it('goes the same way by native kernels and by hand, to 1e-4, for any sizes', (test) => {
    test.skip(!native, 'native kernels are not here');
    const size = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(size, size, size, size, fc.integer({ min: 1, max: 1000 }), (time, batch, inputs, units, seed) => {
        const random = (...shape: number[]) => tf.randomNormal(shape, 0, 1, 'float32', seed + shape.length);
        const columns = gates * units;
        const given = [random(time, batch, inputs), random(inputs, columns), random(units, columns), random(columns), ...states.map(() => random(batch, units))]; // prettier-ignore
        const answer = (recurrence: typeof block) => {
          const loss = (...all: tf.Tensor[]) => throughTime(recurrence, all).square().sum();
          return [throughTime(recurrence, given), ...tf.grads(loss)(given)];
        };
        tf.tidy(() => {
          const wanted = answer(byHand);
          answer(block).forEach((tensor, i) => expectClose(tensor, wanted[i]!.arraySync(), 1e-4));
        });
      }),
      { numRuns: 25 },
    );
  });

  it('works on the CPU backend too, with the same answers to 1e-5', async () => {
    const layer = new Layer({ units: 4, returnSequences: true, seed: 3 });
    const wanted = (layer.apply(x) as tf.Tensor).arraySync();
    const backend = tf.getBackend();
    try {
      await tf.setBackend('cpu');
      const again = new Layer({ units: 4, returnSequences: true, seed: 3 });
      expectClose(again.apply(x) as tf.Tensor, wanted);
    } finally {
      await tf.setBackend(backend);
    }
  });

  it('starts from weights that its seed decides: glorotUniform, orthogonal, and zeros (of an LSTM, ones to forget by)', () => {
    const first = (seed?: number) => {
      const layer = new Layer({ units: 4, seed });
      layer.apply(x);
      return layer.getWeights();
    };
    const values = (seed?: number) => first(seed).map((weight) => weight.arraySync());
    expect(values()).toEqual(values(0));
    expect(values(1)).toEqual(values(1));
    expect(values(1)).not.toEqual(values(2));
    const [W, U, b] = first(1) as [tf.Tensor, tf.Tensor, tf.Tensor];
    expect([W.shape, U.shape, b.shape]).toEqual([[5, 4 * gates], [4, 4 * gates], [4 * gates]]); // prettier-ignore
    expect(W.abs().max().dataSync()[0]).toBeLessThan(Math.sqrt(6 / (5 + 4 * gates)));
    expectClose(U.matMul(U, false, true), tf.eye(4).arraySync());
    const forget = Array.from({ length: 4 * gates }, (_, i) => (gates === 4 && i >= 4 && i < 8 ? 1 : 0));
    expect(b.arraySync()).toEqual(forget);
  });

  describe('in a model', () => {
    let model: tf.Sequential;
    beforeAll(() => {
      model = tf.sequential();
      model.add(new Layer({ units: 6, inputShape: [null, 5], returnSequences: true, seed: 1, name: 'first' }));
      model.add(new Layer({ units: 3, seed: 2, name: 'second' }));
      model.add(tf.layers.dense({ units: 1, kernelInitializer: tf.initializers.ones() }));
      model.compile({ optimizer: tf.train.adam(0.05), loss: 'meanSquaredError' });
    });

    it('has the shapes and the number of weights that it says', () => {
      expect(model.layers.map(({ outputShape }) => outputShape)).toEqual([[null, null, 6], [null, 3], [null, 1]]); // prettier-ignore
      const weights = (inputs: number, units: number) => gates * units * (inputs + units + 1);
      expect(model.countParams()).toBe(weights(5, 6) + weights(6, 3) + 4);
      const states = tf.input({ shape: [7, 5] });
      const both = new Layer({ units: 2, returnState: true }).apply(states) as tf.SymbolicTensor[];
      expect(both.map(({ shape }) => shape)).toEqual(Array(gates === 4 ? 3 : 2).fill([null, 2]));
    });

    it('comes back from JSON and its weights with the same answers', async () => {
      const loaded = await reloaded(model);
      const answer = (model: tf.LayersModel) => Array.from((model.predict(x) as tf.Tensor).dataSync());
      expect(answer(loaded)).toEqual(answer(model));
      expect(loaded.layers[0]).toBeInstanceOf(Layer);
      expect(loaded.layers[0]!.getConfig()).toMatchObject({
        units: 6,
        returnSequences: true,
        returnState: false,
        seed: 1,
      });
    });

    it("leaves tfjs's own layer of that name to models that were saved with it", async () => {
      const theirs = tf.sequential({ layers: [twin({ units: 2, inputShape: [3, 5] })] });
      expect((await reloaded(theirs)).layers[0]).not.toBeInstanceOf(Layer);
    });

    it('learns: the loss of a few steps falls to a tenth', async () => {
      const y = tf.randomNormal([3, 1], 0, 1, 'float32', 3);
      const { history } = await model.fit(x, y, { epochs: 60, verbose: 0 });
      expect(history.loss!.at(-1)).toBeLessThan((history.loss![0] as number) / 10);
    });

    it('leaves no tensor behind a prediction or a step of training, after the first', async () => {
      const y = tf.ones([3, 1]);
      tf.dispose(model.predict(x));
      expectNoLeakedTensors(() => tf.dispose(model.predict(x)));
      await model.trainOnBatch(x, y);
      const before = tf.memory().numTensors;
      await model.trainOnBatch(x, y);
      expect(tf.memory().numTensors).toBe(before);
      const layer = new Layer({ units: 2 });
      expectNoLeakedTensors(() => (layer.apply(x) as tf.Tensor).dispose(), 3); // its weights
      layer.dispose();
    });

    it('hands its states to another layer in a functional model', () => {
      const [source, target] = [tf.input({ shape: [null, 5] }), tf.input({ shape: [null, 5] })];
      const [, ...last] = new Layer({ units: 4, returnState: true }).apply(source) as tf.SymbolicTensor[];
      const decoder = new Layer({ units: 4, returnSequences: true, seed: 1 });
      const whole = tf.model({ inputs: [source, target], outputs: decoder.apply([target, ...last]) as tf.SymbolicTensor }); // prettier-ignore
      const one = whole.predict([x, x]) as tf.Tensor;
      const other = whole.predict([x.mul(2), x]) as tf.Tensor;
      expect(one.shape).toEqual([3, 6, 4]);
      expect(one.sub(other).abs().max().dataSync()[0]).toBeGreaterThan(0.001);
    });
  });

  it('takes whole numbers, and hands NaN on instead of hiding it', () => {
    const layer = new Layer({ units: 2 });
    const whole = tf.ones([1, 2, 3], 'int32');
    expect((layer.apply(whole) as tf.Tensor).arraySync()).toEqual((layer.apply(whole.toFloat()) as tf.Tensor).arraySync()); // prettier-ignore
    expect(Array.from((layer.apply(tf.fill([1, 2, 3], NaN)) as tf.Tensor).dataSync())).toEqual([NaN, NaN]);
  });

  it('says what is wrong with its options, its input or a mask of maskZero', () => {
    const who = `models.${Layer.name}: expected`;
    expect(() => new Layer({ units: 0 })).toThrow(`${who} units to be a whole number from 1 to 1024, got 0`);
    expect(() => new Layer({ units: 1e9 })).toThrow(`${who} units to be a whole number from 1 to 1024`);
    expect(() => new Layer({ units: 2, dropout: 0.5 } as never)).toThrow(
      `${who} no option dropout, got 0.5; tf.layers'`,
    );
    const both = () => tf.layers.bidirectional({ layer: new Layer({ units: 2 }) as never, mergeMode: 'concat' });
    expect(both).toThrow(`${who} no option goBackwards, got true`);
    expect(() => new Layer({ units: 2, seed: 0.5 })).toThrow(`${who} seed`);
    const layer = new Layer({ units: 2, name: 'r' });
    expect(() => layer.apply(tf.zeros([2, 3]))).toThrow(
      'r: expected an input of shape [batch, time, inputs], got [2, 3]',
    );
    layer.apply(x);
    expect(() => layer.apply(tf.zeros([2, 0, 5]))).toThrow('no axis of length 0, got a tensor of shape [2, 0, 5]');
    expect(() => layer.apply(tf.zeros([2, 3, 4]))).toThrow('r: expected an input of shape [batch, time, 5], no axis of length 0, got a tensor of shape [2, 3, 4]'); // prettier-ignore
    const state = tf.zeros([3, 2]);
    const many = [...states, 'more'].map(() => state);
    expect(() => layer.apply([x, ...many])).toThrow(`r: expected ${states.length} first states or none, got`);
    expect(() => layer.apply([x, ...states.map(() => tf.zeros([1, 2]))])).toThrow(
      'r: expected each first state of shape [batch, units], here [3, 2], got a tensor of shape [1, 2]',
    );
    const gone = tf.zeros([3, 6, 5]);
    gone.dispose();
    expect(() => layer.call(gone)).toThrow('r: expected inputs that are not disposed of');
    const model = tf.sequential();
    model.add(tf.layers.embedding({ inputDim: 5, outputDim: 8, maskZero: true, inputLength: 3 }));
    model.add(new Layer({ units: 2, name: 'masked' }));
    expect(() => model.predict(tf.tensor2d([[1, 2, 0]]))).toThrow('masked: expected no mask of maskZero');
  });
});
