/** Adversarial networks: PyTorch judges the losses, and a normal distribution what the generator learns. */
import { describe, expect, it } from 'vitest';
import { models, tf } from '../../../lib/index';
import { expectNear, reference } from '../../support/reference';
import { expectNoLeakedTensors } from '../../support/tensors';
import { moments } from './support';

type Numbers = Record<'real' | 'fake', number[]> & models.GANStep;
const { gan: answers } = reference<{ gan: Numbers }>('generative');
const seeded = (seed: number) => ({ kernelInitializer: tf.initializers.glorotUniform({ seed }) });

/** A generator that shifts and scales, and a discriminator of one hidden layer. */
function networks({ inputs = 1, latent = 1, logits = false, hidden = 16 } = {}) {
  const generator = tf.sequential();
  generator.add(tf.layers.dense({ units: inputs, inputShape: [latent], ...seeded(1) }));
  const discriminator = tf.sequential();
  discriminator.add(tf.layers.dense({ units: hidden, activation: 'tanh', inputShape: [inputs], ...seeded(2) }));
  discriminator.add(tf.layers.dense({ units: 1, activation: logits ? 'linear' : 'sigmoid', ...seeded(3) }));
  return { generator, discriminator };
}

describe('models.gan', () => {
  it.each([true, false])("gives PyTorch's losses and accuracies to 1e-4: fromLogits %s", (fromLogits) => {
    // D is the number itself, or its sigmoid. A game judges one example a row, so each pair has a game of its own.
    const { real, fake } = answers;
    const activation = fromLogits ? 'linear' : 'sigmoid';
    const parts = [0, 1, 2, 3, 4, 5].map((i) => {
      const [one, judge] = [tf.sequential(), tf.sequential()];
      one.add(tf.layers.dense({ units: 1, inputShape: [1] }));
      one.setWeights([tf.zeros([1, 1]), tf.tensor1d([fake[i]!])]);
      judge.add(tf.layers.dense({ units: 1, activation, kernelInitializer: 'ones', inputShape: [1] }));
      const frozen = tf.train.sgd(1e-9); // the losses before, and after, the discriminator's step are then the same
      const options = { generatorOptimizer: frozen, discriminatorOptimizer: frozen, fromLogits };
      return models.gan({ generator: one, discriminator: judge, ...options }).step(tf.tensor2d([[real[i]!]]));
    });
    const mean = (name: keyof models.GANStep) => parts.reduce((sum, part) => sum + part[name], 0) / parts.length;
    for (const name of ['discriminatorLoss', 'generatorLoss', 'realAccuracy', 'fakeAccuracy'] as const)
      expectNear(mean(name), answers[name], 1e-4, name);
  });

  it('begins at log 4 and log 2 where the discriminator can only guess', () => {
    const { generator, discriminator } = networks();
    discriminator.layers[1]!.setWeights([tf.zeros([16, 1]), tf.zeros([1])]);
    const step = models.gan({ generator, discriminator, learningRate: 1e-6 }).step(tf.ones([8, 1]));
    expect(step.discriminatorLoss).toBeCloseTo(Math.log(4), 5);
    expect(step.generatorLoss).toBeCloseTo(Math.log(2), 3);
  });

  it('moves the generator and the discriminator as their own losses say: plain gradient descent by tf.grads agrees', () => {
    const { generator, discriminator } = networks({ logits: true });
    const start = discriminator.getWeights().map((weight) => weight.clone());
    const [kernel, bias] = [tf.tensor2d([[0]]), tf.tensor1d([0.3])]; // G(z) = 0.3, so no draw matters
    generator.setWeights([kernel, bias]);
    const real = tf.tensor2d([[1], [2]]);
    const [rate, fake] = [0.1, tf.fill([2, 1], 0.3)];
    const [generatorOptimizer, discriminatorOptimizer] = [tf.train.sgd(rate), tf.train.sgd(rate)];
    models.gan({ generator, discriminator, fromLogits: true, generatorOptimizer, discriminatorOptimizer }).step(real);
    const judge = (x: tf.Tensor, [w, b, v, c]: tf.Tensor[]) => x.matMul(w!).add(b!).tanh().matMul(v!).add(c!);
    const loss = (...w: tf.Tensor[]) => judge(real, w).neg().softplus().add(judge(fake, w).softplus()).mean();
    const moved = tf
      .grads(loss)(start)
      .map((gradient, i) => start[i]!.sub(gradient.mul(rate)));
    discriminator.getWeights().forEach((weight, i) => expectNear(weight.arraySync(), moved[i]!.arraySync(), 1e-5));
    const tricked = (b: tf.Tensor) =>
      judge(tf.ones([2, 1]).mul(b), moved)
        .neg()
        .softplus()
        .mean();
    const bias2 = bias.sub(tf.grad(tricked)(bias).mul(rate));
    expectNear(generator.getWeights()[1]!.arraySync(), bias2.arraySync(), 1e-5);
  });

  it('learns mean and deviation of a normal distribution', () => {
    const { generator, discriminator } = networks({ hidden: 16, logits: true });
    const gan = models.gan({ generator, discriminator, learningRate: 0.02, fromLogits: true, seed: 1 });
    const tail: number[][] = [];
    for (let i = 0; i < 720; i++) {
      tf.tidy(() => void gan.step(tf.randomNormal([64, 1], 3, 0.5, 'float32', i + 1)));
      if (i < 420 || i % 10) continue;
      const { mean, variance } = moments(tf.tidy(() => gan.sample(500)));
      tail.push([mean[0]!, Math.sqrt(variance[0]!)]);
    }
    // The game circles about its solution: its mean over the last steps is what is held to.
    const [mean, deviation] = [0, 1].map((i) => tail.reduce((sum, row) => sum + row[i]!, 0) / tail.length);
    expect(Math.abs(mean! - 3)).toBeLessThan(0.15);
    expect(Math.abs(deviation! - 0.5)).toBeLessThan(0.15);
  });

  it('is decided by its seed, and a sample by a seed of its own', () => {
    const run = (seed?: number) => {
      const gan = models.gan({ ...networks({ latent: 3 }), seed });
      return [gan.step(tf.ones([4, 1])), gan.sample(2).arraySync()];
    };
    expect(run()).toEqual(run(0));
    expect(run(1)).not.toEqual(run());
    const gan = models.gan(networks());
    expect(gan.sample(2).arraySync()).not.toEqual(gan.sample(2).arraySync());
    expect(gan.sample(2, { seed: 5 }).arraySync()).toEqual(gan.sample(2, { seed: 5 }).arraySync());
  });

  it('plays with images, batch norm and dropout, takes whole numbers, and leaves no tensor', () => {
    const generator = tf.sequential();
    generator.add(tf.layers.dense({ units: 16, inputShape: [3] }));
    generator.add(tf.layers.batchNormalization());
    generator.add(tf.layers.reshape({ targetShape: [4, 4, 1] }));
    const discriminator = tf.sequential();
    discriminator.add(tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [4, 4, 1] }));
    discriminator.add(tf.layers.flatten());
    discriminator.add(new models.SeededDropout({ rate: 0.3 }));
    discriminator.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
    const gan = models.gan({ generator, discriminator, latent: 3 });
    const real = tf.ones([5, 4, 4, 1], 'int32');
    gan.step(real);
    expectNoLeakedTensors(() => gan.step(real));
    expectNoLeakedTensors(() => gan.sample(2), 1).dispose();
  });

  it('says what does not fit, and keeps its weights where a loss is no number', () => {
    const who = 'models.gan: expected';
    const { generator, discriminator } = networks();
    const make = (options: Partial<models.GANOptions>) => () => models.gan({ generator, discriminator, ...options });
    expect(make({ generator: {} as tf.LayersModel })).toThrow(`${who} generator to be a tfjs model`);
    expect(make({ generator: tf.sequential() })).toThrow("got 'a model without layers'; add them first");
    expect(make({ discriminator: undefined })).toThrow(`${who} discriminator to be a tfjs model`);
    expect(make({ generator: networks({ inputs: 2 }).generator })).toThrow("the generator's output of the disc");
    expect(make({ discriminator: generator, generator })).not.toThrow(); // from one number to one number
    const wide = tf.sequential();
    wide.add(tf.layers.dense({ units: 2, inputShape: [1] }));
    expect(make({ discriminator: wide })).toThrow(`${who} the discriminator's output of shape [batch, 1]`);
    expect(make({ latent: 7 })).toThrow(`${who} latent to be 1, as the generator's input says, got 7`);
    expect(make({ learningRate: 0 })).toThrow(`${who} learningRate`);
    expect(make({ seed: -1 })).toThrow(`${who} seed`);
    expect(make({ generatorOptimizer: {} as tf.Optimizer })).toThrow(`${who} an optimizer of tf.train`);
    const gan = models.gan({ generator, discriminator });
    expect(() => gan.step(tf.ones([2, 2]))).toThrow('GAN.step: expected real to be a tensor of shape [batch, 1]');
    expect(() => gan.step(tf.zeros([0, 1]))).toThrow('GAN.step: expected real to have no axis of length 0');
    expect(() => gan.sample(1.5)).toThrow('GAN.sample: expected count');
    const frozen = networks();
    frozen.generator.trainable = false;
    expect(() => models.gan(frozen).step(tf.ones([2, 1]))).toThrow("GAN.step: expected weights to learn, got 'none'");
    const before = discriminator.getWeights()[0]!.arraySync();
    expect(() => gan.step(tf.tensor2d([[NaN]]))).toThrow('GAN.step: expected inputs of finite numbers');
    expect(discriminator.getWeights()[0]!.arraySync()).toEqual(before);
  });
});
