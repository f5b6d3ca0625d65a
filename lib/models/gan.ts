/** The generative adversarial network: a generator makes examples, a discriminator tells them from real ones, both learn. */
import { fail, whole } from '../assert';
import * as tf from '../tensorflow';
import { descend, optimizerOf } from './descend';
import { modelOf, tensorOf, weightsOf } from './guards';
import { exampleShape, noise, type SampleOptions } from './noise';

/** Options of {@link gan}. */
export interface GANOptions {
  /** A tfjs model from random numbers [batch, latent] to examples. */
  generator: tf.LayersModel;
  /** A tfjs model from examples to the chance that they are real, [batch, 1]: its last layer has a sigmoid. */
  discriminator: tf.LayersModel;
  /** How many random numbers the generator begins with; where given, it must be as its input says. */
  latent?: number;
  /** Whether the discriminator's last layer is linear: its output is then the logit of the chance. Default false. */
  fromLogits?: boolean;
  /** How far each step of Adam goes, above 0. Default 0.0002, and β₁ = 0.5, as for DCGAN. */
  learningRate?: number;
  /** Any optimizer of tf.train for the generator, in place of Adam. */
  generatorOptimizer?: tf.Optimizer;
  /** And another for the discriminator. */
  discriminatorOptimizer?: tf.Optimizer;
  /** A whole number from 0 up that decides each draw. Default 0. */
  seed?: number;
}

/** What one step of the game saw; the two losses in nats. */
export interface GANStep {
  /** −log D(G(z)), the mean of the batch: log 2 ≈ 0.69 where the discriminator can only guess. */
  generatorLoss: number;
  /** −log D(x) − log(1 − D(G(z))), the mean of the batch: log 4 ≈ 1.39 where it can only guess. */
  discriminatorLoss: number;
  /** The share of the real examples that the discriminator took for real. */
  realAccuracy: number;
  /** The share of the generated examples that it took for generated. */
  fakeAccuracy: number;
}

/** A game of two networks, of {@link gan}. */
export interface GAN {
  /** One step of the discriminator, then one of the generator, on real examples [batch, …]. */
  step(real: tf.Tensor): GANStep;
  /** Generated examples, [count, …]. */
  sample(count: number, options?: SampleOptions): tf.Tensor;
}

/**
 * A generative adversarial network of two models of your own: the discriminator D learns to tell real from generated,
 * the generator G to be taken for real. G's loss is the non-saturating one, −log D(G(z)).
 *
 * ```ts
 * import { data, models, tf } from 'neurona';
 *
 * const generator = tf.sequential();
 * generator.add(tf.layers.dense({ units: 16, activation: 'relu', inputShape: [4] }));
 * generator.add(tf.layers.dense({ units: 2 }));
 * const discriminator = tf.sequential();
 * discriminator.add(tf.layers.dense({ units: 16, activation: 'relu', inputShape: [2] }));
 * discriminator.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
 * const gan = models.gan({ generator, discriminator, learningRate: 0.001, seed: 7 });
 * for (const { xs } of data.batches(data.circle())) console.log(gan.step(xs));
 * gan.sample(3).print();
 * ```
 *
 * Give the layers' initialisers seeds too, to repeat a game.
 * Throws where a model or an option doesn't fit, `real` is not of the discriminator's shape or not finite, or a loss is
 * no longer a number.
 * Source: Goodfellow and others, "Generative adversarial nets", 2014, algorithm 1; rates: Radford, Metz and Chintala,
 * "Unsupervised representation learning with deep convolutional generative adversarial networks", 2015; lesson 24.
 */
export function gan(options: GANOptions): GAN {
  const who = 'models.gan';
  const { generator, discriminator, fromLogits = false, learningRate = 0.0002, seed = 0 } = options;
  modelOf(who, { generator }, 'from random numbers to examples', 1);
  modelOf(who, { discriminator }, 'from examples to the chance that they are real', 1);
  whole(who, { seed }, 0);
  const latent = exampleShape(who, 'the generator', generator);
  const { latent: wanted = latent.at(-1)! } = options;
  if (wanted !== latent.at(-1)) fail(who, `latent to be ${latent.at(-1)}, as the generator's input says`, wanted);
  const shape = discriminator.inputs[0]!.shape;
  if (String(generator.outputs[0]!.shape) !== String(shape))
    fail(who, `the generator's output of the discriminator's input shape [${String(shape.slice(1))}]`, generator.outputs[0]!.shape); // prettier-ignore
  if (String(discriminator.outputs[0]!.shape) !== ',1')
    fail(who, "the discriminator's output of shape [batch, 1]", discriminator.outputs[0]!.shape);
  const [tricks, detects] = [options.generatorOptimizer, options.discriminatorOptimizer].map((optimizer) =>
    optimizerOf(who, { learningRate, optimizer }, 0.5),
  ) as [tf.Optimizer, tf.Optimizer];
  const draw = noise(seed);

  /** What the discriminator says of examples: logits or chances, [batch, 1]. */
  const judge = (x: tf.Tensor) => discriminator.apply(x, { training: true }) as tf.Tensor;
  const generate = (count: number) => generator.apply(draw([count, ...latent]), { training: true }) as tf.Tensor;
  /** −log of the chance that examples are real, or that they are not, [batch, 1]. */
  const surprise = (said: tf.Tensor, real: boolean) => (fromLogits ? ofLogit : ofChance)(said, real);
  const middle = fromLogits ? 0 : 0.5;

  function step(real: tf.Tensor): GANStep {
    tensorOf('GAN.step', { real }, shape);
    return tf.tidy(() => {
      const [x, fake] = [real.toFloat(), generate(real.shape[0])];
      let [realAccuracy, fakeAccuracy] = [0, 0];
      const judging = (): tf.Scalar => {
        const [onReal, onFake] = [judge(x), judge(fake)];
        realAccuracy = onReal.greater(middle).mean().dataSync()[0]!;
        fakeAccuracy = onFake.lessEqual(middle).mean().dataSync()[0]!;
        return surprise(onReal, true).add(surprise(onFake, false)).mean();
      };
      const tricking = (): tf.Scalar => surprise(judge(generate(real.shape[0])), true).mean();
      const discriminatorLoss = descend('GAN.step', detects, weightsOf(discriminator), judging, real);
      const generatorLoss = descend('GAN.step', tricks, weightsOf(generator), tricking, real);
      return { generatorLoss, discriminatorLoss, realAccuracy, fakeAccuracy };
    });
  }

  function sample(count: number, { seed }: SampleOptions = {}): tf.Tensor {
    whole('GAN.sample', { count }, 1, 100_000);
    if (seed !== undefined) whole('GAN.sample', { seed }, 0);
    const from = seed === undefined ? draw : noise(seed);
    return tf.tidy(() => generator.predict(from([count, ...latent])) as tf.Tensor);
  }

  return { step, sample };
}

/** −log p or −log(1 − p); chances a hair from 0 and 1 count as that hair. */
function ofChance(said: tf.Tensor, real: boolean): tf.Tensor {
  const p = said.clipByValue(1e-7, 1 - 1e-7);
  return (real ? p : tf.sub(1, p)).log().neg();
}

/** The same of a logit l, −log sigmoid(±l) = softplus(∓l), exact however sure the discriminator is. */
function ofLogit(said: tf.Tensor, real: boolean): tf.Tensor {
  return (real ? said.neg() : said).softplus();
}
