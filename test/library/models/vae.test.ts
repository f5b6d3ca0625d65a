/** Variational autoencoders: PyTorch judges the losses, and a data set whose best answer is known judges what is learnt. */
import { describe, expect, it } from 'vitest';
import { generator, models, tf } from '../../../lib/index';
import { reference, expectNear } from '../../support/reference';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';
import { expectCentral, expectClose, moments, reloaded } from './support';

interface Answers {
  divergence: { mean: number[]; logVariance: number[]; kl: number[]; gradients: [number[], number[]] };
  vae: Record<'x' | 'encode' | 'decode', number[]> & Record<'kl' | 'gaussian' | 'bernoulli', number>;
}
const answers = reference<Answers>('generative');

/** Linear maps: x W gives the mean, a bias alone log σ², z V the decoder's output. */
function linear(inputs: number, latent: number, activation: 'linear' | 'sigmoid' = 'linear') {
  const x = tf.input({ shape: [inputs] });
  const seeded = (seed: number) => ({ kernelInitializer: tf.initializers.glorotUniform({ seed }) });
  const mean = tf.layers.dense({ units: latent, ...seeded(1), name: 'mean' }).apply(x) as tf.SymbolicTensor;
  const variance = tf.layers.dense({ units: latent, ...seeded(2), name: 'variance' }).apply(x) as tf.SymbolicTensor;
  const encoder = tf.model({ inputs: x, outputs: [mean, variance] });
  const decoder = tf.sequential();
  decoder.add(tf.layers.dense({ units: inputs, activation, ...seeded(3), inputShape: [latent] }));
  return { encoder, decoder };
}

describe('models.klDivergence', () => {
  const { mean, logVariance, kl, gradients } = answers.divergence;
  const inputs = [tf.tensor(mean), tf.tensor(logVariance)];

  it("gives PyTorch's divergence and gradients to 1e-5", () => {
    expectClose(models.klDivergence(inputs[0]!, inputs[1]!), kl);
    const both = tf.grads((mean, log) => models.klDivergence(mean, log).sum())(inputs);
    both.forEach((gradient, i) => expectClose(gradient, gradients[i]));
  });

  it('has the gradient that central differences measure', () => {
    expectCentral((x) => models.klDivergence(x, inputs[1]!).sum(), inputs[0]!);
    expectCentral((x) => models.klDivergence(inputs[0]!, x).sum(), inputs[1]!, 1e-2);
  });

  it('is exact near 0, where σ² − 1 − log σ² is the difference of near equals', () => {
    const log = 1e-3;
    const [value] = models.klDivergence(tf.zeros([1, 1]), tf.fill([1, 1], log)).dataSync();
    expect(value! / ((Math.expm1(log) - log) / 2)).toBeCloseTo(1, 3);
  });

  it('leaves no tensor but its answer, takes whole numbers, and says what does not fit', () => {
    const zeros = tf.zeros([2, 3], 'int32');
    expectNoLeakedTensors(() => models.klDivergence(zeros, zeros), 1).dispose();
    const who = 'models.klDivergence: expected';
    expect(() => models.klDivergence(tf.zeros([2, 3]), tf.zeros([3, 2]))).toThrow(
      `${who} logVariance to be a tensor of shape [2, 3], got a tensor of shape [3, 2]`,
    );
    expect(() => models.klDivergence([0] as unknown as tf.Tensor, zeros)).toThrow(`${who} mean to be a tensor`);
    expect(() => models.klDivergence(tf.scalar(0), tf.scalar(0))).toThrow(`${who} mean of shape [..., units]`);
    expect(() => models.klDivergence(tf.zeros([0, 2]), tf.zeros([0, 2]))).toThrow('no axis of length 0');
    const words = tf.tensor1d(['a']);
    expect(() => models.klDivergence(words, words)).toThrow("expected mean to hold numbers, got 'string'");
    zeros.dispose();
    expect(() => models.klDivergence(zeros, zeros)).toThrow('expected mean to be alive');
  });
});

describe('models.Sampling', () => {
  const draw = (layer: tf.layers.Layer, mean: tf.Tensor, log: tf.Tensor) => layer.apply([mean, log]) as tf.Tensor;

  it('draws from the normal distribution of its inputs: the deviation is e^(½ log σ²)', () => {
    const [mean, log] = [tf.fill([20_000, 1], 3), tf.fill([20_000, 1], Math.log(4))];
    const { mean: m, variance } = moments(draw(new models.Sampling(), mean, log));
    expect(m[0]).toBeCloseTo(3, 1);
    expect(variance[0]! / 4).toBeCloseTo(1, 1);
  });

  it('draws anew at each call, the same from the same seed', () => {
    const zeros = tf.zeros([2, 3]);
    const calls = (seed?: number) => {
      const layer = new models.Sampling({ seed });
      return [1, 2].map(() => draw(layer, zeros, zeros).arraySync());
    };
    expect(calls()[0]).not.toEqual(calls()[1]);
    expect(calls()).toEqual(calls(0));
    expect(calls(1)).not.toEqual(calls());
  });

  it('has gradient 1 to the mean and ½ (z − μ) to log σ²', () => {
    const [mean, log] = [tf.tensor2d([[1, -2, 0.5]]), tf.tensor2d([[0.3, -1, 2]])];
    const z = draw(new models.Sampling({ seed: 4 }), mean, log);
    const layer = new models.Sampling({ seed: 4 });
    const [toMean, toLog] = tf.grads((mean, log) => draw(layer, mean, log).sum())([mean, log]);
    expectClose(toMean!, [[1, 1, 1]]);
    expectClose(toLog!, z.sub(mean).div(2).arraySync());
  });

  it('stands in a model that saves and loads, and leaves no tensor', async () => {
    const { encoder } = linear(3, 2);
    const z = new models.Sampling({ seed: 9, name: 'z' }).apply(encoder.outputs) as tf.SymbolicTensor;
    const model = tf.model({ inputs: encoder.inputs, outputs: z });
    const again = await reloaded(model);
    expect(again.getLayer('z').getConfig()).toMatchObject({ seed: 9 });
    const x = tf.ones([2, 3]);
    expect((again.predict(x) as tf.Tensor).arraySync()).toEqual((model.predict(x) as tf.Tensor).arraySync());
    expectNoLeakedTensors(() => model.predict(x) as tf.Tensor, 1).dispose();
  });

  it('says what is wrong with its inputs or its seed', () => {
    const layer = () => new models.Sampling({ name: 'z' });
    expect(() => layer().apply(tf.zeros([1, 2]))).toThrow('z: expected two inputs of one shape, [mean, logVariance]');
    expect(() => layer().apply([tf.zeros([1, 2]), tf.zeros([1, 3])])).toThrow('z: expected two inputs of one shape');
    expect(() => new models.Sampling({ seed: -1 })).toThrow('models.Sampling: expected seed');
  });
});

describe('models.vae', () => {
  it.each(['gaussian', 'bernoulli'] as const)("gives PyTorch's losses to 1e-5: %s", (likelihood) => {
    const wanted = answers.vae;
    const { encoder, decoder } = linear(4, 2, likelihood === 'bernoulli' ? 'sigmoid' : 'linear');
    encoder.getLayer('mean').setWeights([tf.tensor(wanted.encode), tf.zeros([2])]);
    encoder.getLayer('variance').setWeights([tf.zeros([4, 2]), tf.fill([2], -40)]); // z is the mean, to 1e-8
    decoder.setWeights([tf.tensor(wanted.decode), tf.zeros([4])]);
    const step = models.vae({ encoder, decoder, likelihood, beta: 3 }).step(tf.tensor(wanted.x));
    expectNear(step.reconstruction, wanted[likelihood], 1e-5);
    expectNear(step.kl, wanted.kl, 1e-5);
    expectNear(step.loss, wanted[likelihood] + 3 * wanted.kl, 1e-5);
  });

  it('learns the best there is for normal data: what decoder and codes leave over is the noise, as in probabilistic PCA', () => {
    // Variance 5 along (0.6, 0.8), 1 across; mean (2, -1). With noise of deviation 1 the decoder's vector is 2 (0.6, 0.8),
    // and σ² of the code 1 / (1 + 2²): Tipping and Bishop, "Probabilistic principal component analysis", 1999.
    const random = generator(3);
    const points = Array.from({ length: 2000 }, () => {
      const [along, across] = [random.normal(0, Math.sqrt(5)), random.normal()];
      return [2 + 0.6 * along - 0.8 * across, -1 + 0.8 * along + 0.6 * across];
    });
    const xs = tf.tensor2d(points);
    const { encoder, decoder } = linear(2, 1);
    const vae = models.vae({ encoder, decoder, learningRate: 0.03, seed: 1 });
    for (let i = 0; i < 300; i++) vae.step(xs);
    const [vector, centre] = decoder.getWeights().map((weight) => Array.from(weight.dataSync()));
    const sign = Math.sign(vector![0]!);
    expect(vector![0]! * sign).toBeGreaterThan(1.1);
    expect(Math.abs(vector![0]! * sign - 1.2)).toBeLessThan(0.15);
    expect(Math.abs(vector![1]! * sign - 1.6)).toBeLessThan(0.15);
    expect(Math.abs(centre![0]! - 2)).toBeLessThan(0.15);
    expect(Math.abs(centre![1]! + 1)).toBeLessThan(0.15);
    const { logVariance } = vae.encode(xs);
    expect(Math.abs(Math.exp(logVariance.mean().dataSync()[0]!) - 0.2)).toBeLessThan(0.04);
    const { mean, variance } = moments(vae.sample(4000));
    [2, -1].forEach((wanted, i) => expect(Math.abs(mean[i]! - wanted)).toBeLessThan(0.2));
    [1.44, 2.56].forEach((wanted, i) => expect(Math.abs(variance[i]! - wanted)).toBeLessThan(0.4));
  });

  it('lets beta decide how near the codes stay to N(0, 1)', () => {
    const kl = (beta: number) => {
      const vae = models.vae({ ...linear(2, 1), beta, learningRate: 0.05 });
      const xs = tf.randomNormal([200, 2], 0, 3, 'float32', 5);
      return Array.from({ length: 100 }, () => vae.step(xs).kl).at(-1)!;
    };
    expect(kl(20)).toBeLessThan(0.1);
    expect(kl(0.1)).toBeGreaterThan(1);
  });

  it('trains models that hold models', () => {
    const { encoder, decoder } = linear(3, 2);
    const nested = tf.sequential();
    nested.add(decoder);
    nested.add(tf.layers.activation({ activation: 'sigmoid' }));
    const before = decoder.getWeights()[0]!.arraySync();
    models.vae({ encoder, decoder: nested, likelihood: 'bernoulli' }).step(tf.ones([4, 3]));
    expect(decoder.getWeights()[0]!.arraySync()).not.toEqual(before);
  });

  it('is decided by its seed, draws other samples at each call, and the same ones for a seed of theirs', () => {
    const run = (seed?: number) => {
      const vae = models.vae({ ...linear(3, 2), seed });
      return [vae.step(tf.ones([4, 3])), vae.sample(2).arraySync()];
    };
    expect(run()).toEqual(run(0));
    expect(run(1)).not.toEqual(run());
    const vae = models.vae(linear(3, 2));
    const [first, second] = [vae.sample(2), vae.sample(2)];
    expect(first.arraySync()).not.toEqual(second.arraySync());
    expect(vae.sample(2, { seed: 5 }).arraySync()).toEqual(vae.sample(2, { seed: 5 }).arraySync());
  });

  it('works on images, with any optimizer, and leaves no tensor after a step, an encoding or a sample', () => {
    const x = tf.input({ shape: [4, 4, 1] });
    const flat = tf.layers.flatten().apply(x) as tf.SymbolicTensor;
    const outputs = [1, 2].map((seed) => tf.layers.dense({ units: 2, kernelInitializer: tf.initializers.glorotUniform({ seed }) }).apply(flat) as tf.SymbolicTensor); // prettier-ignore
    const decoder = tf.sequential();
    decoder.add(tf.layers.dense({ units: 16, activation: 'sigmoid', inputShape: [2] }));
    decoder.add(tf.layers.reshape({ targetShape: [4, 4, 1] }));
    const encoder = tf.model({ inputs: x, outputs });
    const vae = models.vae({ encoder, decoder, likelihood: 'bernoulli', optimizer: tf.train.sgd(0.01) });
    const xs = tf.ones([3, 4, 4, 1], 'bool');
    vae.step(xs);
    expectNoLeakedTensors(() => vae.step(xs));
    expect(vae.sample(2).shape).toEqual([2, 4, 4, 1]);
    tf.dispose(expectNoLeakedTensors(() => vae.encode(xs), 2));
    expectNoLeakedTensors(() => vae.sample(2), 1).dispose();
    expectNoLeakedTensors(() => expect(() => vae.step(tf.fill([3, 4, 4, 1], 255))).toThrow('divide pixels by 255'), 1);
  });

  it('says what does not fit, and keeps its weights where the loss is no number', () => {
    const who = 'models.vae: expected';
    const { encoder, decoder } = linear(3, 2);
    const make = (options: Partial<models.VAEOptions>) => () => models.vae({ encoder, decoder, ...options });
    expect(make({ encoder: decoder })).toThrow(`${who} encoder to be a tfjs model: one input, two outputs`);
    expect(make({ encoder: undefined })).toThrow(`${who} encoder to be a tfjs model`);
    expect(make({ decoder: linear(3, 1).decoder })).toThrow('all [batch, latent]');
    expect(make({ decoder: linear(4, 2).decoder })).toThrow("the decoder's output of the encoder's input shape");
    for (const bad of [-1, ...notFinite]) expect(make({ beta: bad })).toThrow(`${who} beta`);
    for (const bad of [0, -1, ...notFinite]) expect(make({ learningRate: bad })).toThrow(`${who} learningRate`);
    expect(make({ likelihood: 'poisson' as 'gaussian' })).toThrow(`${who} likelihood to be one of`);
    expect(make({ optimizer: 'adam' as unknown as tf.Optimizer })).toThrow(
      `${who} an optimizer of tf.train, got 'adam'`,
    );
    expect(make({ seed: 0.5 })).toThrow(`${who} seed`);
    const vae = models.vae({ encoder, decoder });
    expect(() => vae.step(tf.ones([2, 4]))).toThrow('VAE.step: expected xs to be a tensor of shape [batch, 3]');
    expect(() => vae.step([[1, 2, 3]] as unknown as tf.Tensor)).toThrow('VAE.step: expected xs to be a tensor');
    expect(() => vae.encode(tf.ones([3]))).toThrow('VAE.encode: expected xs');
    expect(() => vae.decode(tf.ones([1, 3]))).toThrow('VAE.decode: expected z to be a tensor of shape [batch, 2]');
    expect(() => vae.sample(0)).toThrow('VAE.sample: expected count');
    expect(() => vae.sample(1, { seed: NaN })).toThrow('VAE.sample: expected seed');
    const before = encoder.getWeights()[0]!.arraySync();
    expect(() => vae.step(tf.fill([2, 3], NaN))).toThrow('VAE.step: expected inputs of finite numbers');
    expect(() => vae.step(tf.fill([2, 3], 1e30))).toThrow('VAE.step: expected a finite loss');
    expect(encoder.getWeights()[0]!.arraySync()).toEqual(before);
  });
});
