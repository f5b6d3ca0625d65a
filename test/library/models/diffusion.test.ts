/** Diffusion: NumPy judges schedules and steps back; where the best noise prediction is known, samples are judged too. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { models, tf } from '../../../lib/index';
import { expectNear, reference } from '../../support/reference';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';
import { expectClose, moments, reloaded } from './support';

interface Answers {
  schedules: { steps: number; schedule: models.ScheduleName; beta: number[]; alphaBar: number[] }[];
  posteriors: { schedule: models.ScheduleName; t: number; x0: number[]; xt: number[]; mean: number[]; variance: number }[]; // prettier-ignore
}
const answers = reference<Answers>('generative');
const seeded = (seed: number) => ({ kernelInitializer: tf.initializers.glorotUniform({ seed }) });

/** From xₜ [batch, inputs], t and, with classes, a label, to noise: one hidden layer. */
function network({ inputs = 1, classes, units = 32 }: { inputs?: number; classes?: number; units?: number } = {}) {
  const [x, t] = [tf.input({ shape: [inputs] }), tf.input({ shape: [1] })];
  const label = tf.input({ shape: [1], dtype: 'int32' });
  const parts = [x, new models.TimeEmbedding({ units: 8 }).apply(t) as tf.SymbolicTensor];
  if (classes !== undefined) {
    const vectors = tf.layers.embedding({ inputDim: classes + 1, outputDim: 4, embeddingsInitializer: tf.initializers.randomNormal({ seed: 3 }) }); // prettier-ignore
    parts.push(tf.layers.flatten().apply(vectors.apply(label)) as tf.SymbolicTensor);
  }
  const both = tf.layers.concatenate().apply(parts) as tf.SymbolicTensor;
  const hidden = tf.layers.dense({ units, activation: 'relu', ...seeded(1) }).apply(both) as tf.SymbolicTensor;
  const outputs = tf.layers.dense({ units: inputs, ...seeded(2) }).apply(hidden) as tf.SymbolicTensor;
  return tf.model({ inputs: classes === undefined ? [x, t] : [x, t, label], outputs });
}

/** What tells noise best where x₀ is N(mean, deviation²), or, with classes, N(label · mean, deviation²): E[ε | xₜ]. */
class Oracle extends tf.layers.Layer {
  static className = 'Oracle';
  constructor(private readonly answer: (xt: tf.Tensor, t: number, label: tf.Tensor) => tf.Tensor) {
    super({});
  }
  override call([xt, t, label]: tf.Tensor[]): tf.Tensor {
    return this.answer(xt!, t!.dataSync()[0]!, label!);
  }
  override computeOutputShape(shapes: tf.Shape[]): tf.Shape {
    return shapes[0]!;
  }
}

function oracle(
  steps: number,
  schedule: models.ScheduleName,
  mean: (label: tf.Tensor) => tf.Tensor,
  deviation: number,
) {
  const { alphaBar } = models.noiseSchedule(steps, schedule);
  const answer = (xt: tf.Tensor, t: number, label: tf.Tensor) => {
    const bar = alphaBar[t]!;
    const centred = xt.sub(mean(label).mul(Math.sqrt(bar)));
    return centred.mul(Math.sqrt(1 - bar) / (bar * deviation ** 2 + 1 - bar));
  };
  const inputs = [1, 1, 1].map((size) => tf.input({ shape: [size] }));
  return tf.model({ inputs, outputs: new Oracle(answer).apply(inputs) as tf.SymbolicTensor });
}

describe('models.noiseSchedule', () => {
  it.each(answers.schedules)("gives NumPy's β and ᾱ to 1e-8: $schedule, $steps steps", (wanted) => {
    const { beta, alpha, alphaBar } = models.noiseSchedule(wanted.steps, wanted.schedule);
    expectNear(beta, [0, ...wanted.beta], 1e-8);
    expectNear(alphaBar, [1, ...wanted.alphaBar], 1e-8);
    alphaBar.forEach((bar, t) => t > 0 && expect(bar / wanted.alphaBar[t - 1]!).toBeCloseTo(1, 6));
    alpha.forEach((a, t) => expect(a + beta[t]!).toBeCloseTo(1, 15));
  });

  it('falls from all of the example to almost nothing, whatever the number of steps', () => {
    const names = fc.constantFrom<models.ScheduleName>('linear', 'cosine');
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1500 }), names, (steps, schedule) => {
        const { alphaBar } = models.noiseSchedule(steps, schedule);
        expect(alphaBar).toHaveLength(steps + 1);
        expect(alphaBar[0]).toBe(1);
        for (let t = 1; t <= steps; t++) expect(alphaBar[t]! > 0 && alphaBar[t]! < alphaBar[t - 1]!).toBe(true);
        expect(alphaBar[steps]).toBeLessThan(0.01);
      }),
      { numRuns: 40 },
    );
  });

  it('says what is out of range', () => {
    for (const bad of [1, 2.5, ...notFinite]) expect(() => models.noiseSchedule(bad)).toThrow('models.noiseSchedule: expected steps'); // prettier-ignore
    expect(() => models.noiseSchedule(9, 'sine' as 'cosine')).toThrow("expected schedule to be one of 'linear', 'cosine'"); // prettier-ignore
    expect(models.noiseSchedule(9)).toEqual(models.noiseSchedule(9, 'linear'));
  });
});

describe('models.TimeEmbedding', () => {
  it('gives a number the vector that positionalEncoding gives its place, for odd units too, and leaves no tensor', () => {
    for (const units of [1, 7, 8]) {
      const t = tf.range(0, 30).expandDims(1);
      const layer = new models.TimeEmbedding({ units });
      expectClose(layer.apply(t) as tf.Tensor, models.positionalEncoding(30, units).arraySync());
      expectNoLeakedTensors(() => layer.apply(t) as tf.Tensor, 1).dispose();
    }
  });

  it('saves and loads, takes whole numbers, and says what does not fit', async () => {
    const model = network();
    const inputs = [tf.ones([2, 1]), tf.tensor2d([[3], [9]], undefined, 'int32')];
    const answer = (model: tf.LayersModel) => (model.predict(inputs) as tf.Tensor).arraySync();
    expect(answer(await reloaded(model))).toEqual(answer(model));
    expect(() => new models.TimeEmbedding({ units: 0 })).toThrow('models.TimeEmbedding: expected units');
    const layer = new models.TimeEmbedding({ units: 4, name: 'time' });
    expect(() => layer.apply(tf.zeros([3, 2]))).toThrow('time: expected an input of shape [batch, 1]');
  });
});

describe('models.diffusion', () => {
  it('adds noise as its schedule says: √ᾱₜ x₀ + √(1 − ᾱₜ) ε, each row at its own step', () => {
    const diffusion = models.diffusion({ model: network({ inputs: 2 }), steps: 50, schedule: 'cosine' });
    const bars = [1, ...answers.schedules.find(({ steps, schedule }) => steps === 50 && schedule === 'cosine')!.alphaBar]; // prettier-ignore
    const x0 = tf.tensor2d([[1, -1], [0.5, 2], [3, 0]]); // prettier-ignore
    const t = [0, 10, 50];
    const { xt, noise } = diffusion.addNoise(x0, t);
    const [clean, drawn] = [x0.arraySync(), noise.arraySync() as number[][]];
    const wanted = clean.map((row, i) => row.map((x, j) => Math.sqrt(bars[t[i]!]!) * x + Math.sqrt(1 - bars[t[i]!]!) * drawn[i]![j]!)); // prettier-ignore
    expectClose(xt, wanted);
    expect((xt.arraySync() as number[][])[0]).toEqual(clean[0]);
    const all = diffusion.addNoise(tf.zeros([5000, 2]), 50);
    expect(moments(all.xt).variance[0]).toBeCloseTo(1, 1);
    expectNoLeakedTensors(() => tf.dispose(diffusion.addNoise(x0, 3)));
  });

  it.each(answers.posteriors)("gives the step back that Bayes' rule gives, to 1e-5: $schedule, t = $t", (wanted) => {
    const { schedule, t, x0, xt } = wanted;
    const diffusion = models.diffusion({ model: network({ inputs: 2 }), steps: 50, schedule });
    const { mean, variance } = expectNoLeakedTensors(() => diffusion.posterior(tf.tensor(xt), tf.tensor(x0), t), 3);
    expectClose(mean, wanted.mean);
    expectNear(variance, wanted.variance, 1e-8);
  });

  it.each(['linear', 'cosine'] as const)(
    'samples the distribution itself where the model tells noise as well as can be: %s',
    (schedule) => {
      const model = oracle(200, schedule, () => tf.scalar(2), 0.5);
      const diffusion = models.diffusion({ model, classes: 1, steps: 200, schedule });
      const { mean, variance } = moments(diffusion.sample(4000));
      expect(Math.abs(mean[0]! - 2)).toBeLessThan(0.05);
      expect(Math.abs(Math.sqrt(variance[0]!) - 0.5)).toBeLessThan(0.03);
    },
  );

  it('guides samples to a class, and beyond it as guidance grows', () => {
    // Classes 0 and 1 at ∓1; no class (2) in the middle.
    const places = (label: tf.Tensor) => tf.where(label.equal(2), tf.zerosLike(label), label.mul(2).sub(1));
    const diffusion = models.diffusion({ model: oracle(50, 'cosine', places, 0.5), classes: 2, steps: 50, schedule: 'cosine' }); // prettier-ignore
    const mean = (options: models.DiffusionSampleOptions) => moments(diffusion.sample(2000, options)).mean[0]!;
    expect(Math.abs(mean({}))).toBeLessThan(0.05);
    expect(Math.abs(mean({ label: 1 }) - 1)).toBeLessThan(0.05);
    expect(Math.abs(mean({ label: 0 }) + 1)).toBeLessThan(0.05);
    // ε is linear in the mean here, so w moves the samples to (1 + w) times the class's mean.
    expect(Math.abs(mean({ label: 1, guidance: 2 }) - 3)).toBeLessThan(0.1);
    const each = diffusion.sample(4, { label: [0, 1, 0, 1], guidance: 5 }).dataSync();
    expect(Array.from(each, Math.sign)).toEqual([-1, 1, -1, 1]);
    expect(mean({ label: 1, guidance: 2, clip: [-1, 1] })).toBeLessThan(1.1);
  });

  it('learns the mean and deviation of a normal distribution, and each of two classes', () => {
    const diffusion = models.diffusion({ model: network({ classes: 2 }), classes: 2, steps: 30, schedule: 'cosine', learningRate: 0.01, seed: 1 }); // prettier-ignore
    const labels = Array.from({ length: 128 }, (_, i) => i % 2);
    const centres = tf.tensor2d(labels.map((label) => [2 * label - 1]));
    const losses = Array.from({ length: 1000 }, (_, i) => tf.tidy(() => diffusion.step(centres.add(tf.randomNormal([128, 1], 0, 0.3, 'float32', i + 1)), labels))); // prettier-ignore
    const late = losses.slice(-100).reduce((sum, loss) => sum + loss, 0) / 100;
    expect(late).toBeLessThan(0.6 * losses[0]!);
    for (const label of [0, 1]) {
      const { mean, variance } = moments(diffusion.sample(1000, { label }));
      expect(Math.abs(mean[0]! - (2 * label - 1))).toBeLessThan(0.15);
      expect(Math.abs(Math.sqrt(variance[0]!) - 0.3)).toBeLessThan(0.12);
    }
    expect(Math.abs(Math.sqrt(moments(diffusion.sample(1000)).variance[0]!) - Math.sqrt(1.09))).toBeLessThan(0.2);
  });

  it('takes labels as numbers or one-hot, and learns without them as often as asked', () => {
    const seen: number[] = [];
    const watching = oracle(9, 'linear', (label) => (seen.push(...label.dataSync()), tf.scalar(0)), 1);
    const build = (unconditional: number) => models.diffusion({ model: withWeight(watching), classes: 2, steps: 9, unconditional }); // prettier-ignore
    const oneHot = tf.tensor2d([[1, 0], [0, 1], [0, 1]]); // prettier-ignore
    build(0).step(tf.ones([3, 1]), oneHot);
    expect(seen.splice(0)).toEqual([0, 1, 1]);
    build(1).step(tf.ones([3, 1]), [0, 1, 1]);
    expect(seen.splice(0)).toEqual([2, 2, 2]);
    build(0.5).step(tf.ones([1000, 1]), Array<number>(1000).fill(0));
    const share = seen.filter((label) => label === 2).length / 1000;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.1);
  });

  it('shows each step from noise to sample, is decided by its seed, and a sample by its own', () => {
    const diffusion = models.diffusion({ model: network(), steps: 5 });
    const seen: number[] = [];
    let last: tf.Tensor | undefined;
    const x = diffusion.sample(2, { onStep: (t, x) => void (seen.push(t), (last = x)) });
    expect(seen).toEqual([5, 4, 3, 2, 1, 0]);
    expect(last).toBe(x);
    expect(diffusion.sample(2).arraySync()).not.toEqual(x.arraySync());
    expect(diffusion.sample(2, { seed: 5 }).arraySync()).toEqual(diffusion.sample(2, { seed: 5 }).arraySync());
    const run = (seed?: number) => {
      const diffusion = models.diffusion({ model: network(), steps: 5, seed });
      return [diffusion.step(tf.ones([3, 1])), diffusion.sample(2).arraySync()];
    };
    expect(run()).toEqual(run(0));
    expect(run(1)).not.toEqual(run());
  });

  it('works on images, and leaves no tensor after a step, a sample, or an error in onStep', () => {
    const [x, t] = [tf.input({ shape: [4, 4, 1] }), tf.input({ shape: [1] })];
    const shift = tf.layers.reshape({ targetShape: [1, 1, 1] }).apply(tf.layers.dense({ units: 1 }).apply(t)) as tf.SymbolicTensor; // prettier-ignore
    const wide = tf.layers.upSampling2d({ size: [4, 4] }).apply(shift) as tf.SymbolicTensor;
    const outputs = tf.layers.conv2d({ filters: 1, kernelSize: 3, padding: 'same' }).apply(tf.layers.add().apply([x, wide])) as tf.SymbolicTensor; // prettier-ignore
    const diffusion = models.diffusion({ model: tf.model({ inputs: [x, t], outputs }), steps: 4 });
    const x0 = tf.ones([3, 4, 4, 1], 'int32');
    diffusion.step(x0);
    expectNoLeakedTensors(() => diffusion.step(x0));
    expectNoLeakedTensors(() => diffusion.sample(2), 1).dispose();
    const stop = () => {
      throw new Error('enough');
    };
    expectNoLeakedTensors(() => expect(() => diffusion.sample(1, { onStep: stop })).toThrow('enough'));
  });

  it('says what does not fit, and keeps its weights where the loss is no number', () => {
    const who = 'models.diffusion: expected';
    const [model, named] = [network(), network({ classes: 2 })];
    const make = (options: Partial<models.DiffusionOptions>) => () => models.diffusion({ model, steps: 5, ...options });
    expect(make({ model: undefined })).toThrow(`${who} model to be a tfjs model: from [xₜ, t] to the noise in xₜ`);
    expect(make({ classes: 2 })).toThrow("from [xₜ, t, label] to the noise in xₜ, got '2 inputs and 1 outputs'");
    expect(make({ classes: 0, model: named })).toThrow(`${who} classes`);
    expect(make({ steps: 1 })).toThrow('expected steps');
    expect(make({ unconditional: 2 })).toThrow(`${who} unconditional`);
    expect(make({ learningRate: NaN })).toThrow(`${who} learningRate`);
    expect(make({ seed: -1 })).toThrow(`${who} seed`);
    const narrow = tf.model({ inputs: model.inputs, outputs: tf.layers.dense({ units: 3 }).apply(model.outputs[0]!) as tf.SymbolicTensor }); // prettier-ignore
    expect(make({ model: narrow })).toThrow("the model's output of the shape of xₜ");
    const swapped = tf.model({ inputs: [model.inputs[0]!, tf.input({ shape: [2] })], outputs: model.inputs[0]! });
    expect(make({ model: swapped })).toThrow('the inputs t and label of shape [batch, 1]');
    const plain = models.diffusion({ model, steps: 5 });
    const classy = models.diffusion({ model: named, classes: 2, steps: 5 });
    const x = tf.ones([2, 1]);
    expect(() => plain.step(tf.ones([2, 2]))).toThrow('Diffusion.step: expected x0 to be a tensor of shape [batch, 1]');
    expect(() => plain.step(x, [0, 1])).toThrow('Diffusion.step: expected no labels');
    expect(() => classy.step(x)).toThrow('Diffusion.step: expected labels');
    expect(() => classy.step(x, [0])).toThrow('Diffusion.step: expected 2 labels, one for each example');
    expect(() => classy.step(x, [0, 2])).toThrow('Diffusion.step: expected label 1 to be a whole number from 0 to 1');
    expect(() => plain.addNoise(x, 6)).toThrow('Diffusion.addNoise: expected t to be a whole number from 0 to 5');
    expect(() => plain.addNoise(x, [1])).toThrow('expected t to be a number, or 2 of them, one for each row');
    expect(() => plain.addNoise(x, [1, NaN])).toThrow('expected t[1]');
    expect(() => plain.posterior(x, x, 0)).toThrow('Diffusion.posterior: expected t to be a whole number from 1 to 5');
    expect(() => plain.posterior(x, tf.ones([3, 1]), 1)).toThrow('Diffusion.posterior: expected x0');
    expect(() => plain.sample(0)).toThrow('Diffusion.sample: expected count');
    expect(() => plain.sample(1, { label: 0 })).toThrow('Diffusion.sample: expected no label');
    expect(() => classy.sample(1, { guidance: 1 })).toThrow('Diffusion.sample: expected a label to guide to');
    expect(() => classy.sample(1, { label: 0, guidance: -1 })).toThrow('Diffusion.sample: expected guidance');
    expect(() => classy.sample(2, { label: [0] })).toThrow('Diffusion.sample: expected 2 labels');
    expect(() => plain.sample(1, { clip: [0] as unknown as [0, 1] })).toThrow('Diffusion.sample: expected clip');
    const before = model.getWeights()[0]!.arraySync();
    expect(() => plain.step(tf.fill([2, 1], NaN))).toThrow('Diffusion.step: expected inputs of finite numbers');
    expect(model.getWeights()[0]!.arraySync()).toEqual(before);
  });
});

/** The same model with a weight, since what learns must have one. */
function withWeight(model: tf.LayersModel): tf.LayersModel {
  const outputs = tf.layers.dense({ units: 1 }).apply(model.outputs[0]!) as tf.SymbolicTensor;
  return tf.model({ inputs: model.inputs, outputs });
}
