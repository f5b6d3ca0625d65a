/** The variational autoencoder: an encoder that answers with a cloud of codes, and a decoder that draws from it. */
import { fail, finite, oneOf, whole } from '../assert';
import * as tf from '../tensorflow';
import { descend, optimizerOf, type OptimizerOptions } from './descend';
import { modelOf, tensorOf, weightsOf } from './guards';
import { exampleShape, noise, type SampleOptions } from './noise';
import { klDivergence } from './sampling';

/** Options of {@link vae}. */
export interface VAEOptions extends OptimizerOptions {
  /** A tfjs model from examples to two outputs, mean and log σ² of the code, both [batch, latent]. */
  encoder: tf.LayersModel;
  /** A tfjs model from codes [batch, latent] to what the examples are. */
  decoder: tf.LayersModel;
  /** How much the divergence counts, from 0 up. Default 1: the loss is then the negative evidence lower bound. */
  beta?: number;
  /**
   * What the decoder's output says: 'gaussian', the mean of a normal distribution of deviation 1, for any numbers; or
   * 'bernoulli', the chance of each number to be 1, for numbers from 0 to 1 and a last layer with a sigmoid. Default
   * 'gaussian'.
   */
  likelihood?: 'gaussian' | 'bernoulli';
  /** How far each step of Adam goes, above 0. Default 0.001. */
  learningRate?: number;
  /** A whole number from 0 up that decides each draw. Default 0. */
  seed?: number;
}

/** What one step of training saw, in nats an example. */
export interface VAEStep {
  /** −log p(x | z), without its constant: ½ Σ (x − x̂)², or the sum of the binary cross-entropies. */
  reconstruction: number;
  /** How far the codes' distributions are from N(0, 1). */
  kl: number;
  /** reconstruction + β kl. */
  loss: number;
}

/** A variational autoencoder that learns, of {@link vae}. */
export interface VAE {
  /** One step of training on examples [batch, …]; returns the losses before it. */
  step(xs: tf.Tensor): VAEStep;
  /** The codes of examples: mean and log σ², both [batch, latent]. */
  encode(xs: tf.Tensor): { mean: tf.Tensor; logVariance: tf.Tensor };
  /** What codes [batch, latent] stand for, [batch, …]. */
  decode(z: tf.Tensor): tf.Tensor;
  /** New examples [count, …]: codes drawn from N(0, 1), decoded. */
  sample(count: number, options?: SampleOptions): tf.Tensor;
}

/**
 * A variational autoencoder of an encoder and a decoder of your own: z is drawn from N(μ(x), σ²(x)), and both learn to
 * make −log p(x | z) + β KL(N(μ, σ²) ‖ N(0, 1)) small.
 *
 * ```ts
 * import { data, models, tf } from 'neurona';
 *
 * const x = tf.input({ shape: [2] });
 * const hidden = tf.layers.dense({ units: 16, activation: 'tanh' }).apply(x) as tf.SymbolicTensor;
 * const [mean, logVariance] = [1, 1].map((units) => tf.layers.dense({ units }).apply(hidden) as tf.SymbolicTensor);
 * const encoder = tf.model({ inputs: x, outputs: [mean, logVariance] });
 * const decoder = tf.sequential();
 * decoder.add(tf.layers.dense({ units: 16, activation: 'tanh', inputShape: [1] }));
 * decoder.add(tf.layers.dense({ units: 2 }));
 * const vae = models.vae({ encoder, decoder, beta: 0.1, learningRate: 0.01, seed: 7 });
 * for (const { xs } of data.batches(data.moons())) console.log(vae.step(xs));
 * vae.sample(3).print();
 * ```
 *
 * The same data in the same order give the same steps. Gradients pass the draw as in {@link Sampling}.
 * Throws where a model or an option doesn't fit, examples are not of the encoder's shape, not finite or, for
 * 'bernoulli', not from 0 to 1, or where the loss is no longer a number.
 * Source: Kingma and Welling, "Auto-encoding variational Bayes", 2013; β: Higgins and others, "β-VAE", 2017; lesson 23.
 */
export function vae(options: VAEOptions): VAE {
  const who = 'models.vae';
  const { encoder, decoder, beta = 1, likelihood = 'gaussian', learningRate = 0.001, seed = 0 } = options;
  modelOf(who, { encoder }, 'one input, two outputs, mean and log σ², both [batch, latent]', 1, 2);
  modelOf(who, { decoder }, 'from codes [batch, latent] to examples', 1);
  finite(who, { beta }, 0);
  oneOf(who, { likelihood }, ['gaussian', 'bernoulli']);
  whole(who, { seed }, 0);
  const [codes, code] = [encoder.outputs.map(({ shape }) => shape), decoder.inputs[0]!.shape];
  for (const shape of codes) {
    if (shape.length !== 2 || shape[1] !== code[1] || code.length !== 2)
      fail(who, 'the outputs of the encoder and the input of the decoder all [batch, latent]', [...codes, code]);
  }
  const shape = encoder.inputs[0]!.shape;
  if (String(decoder.outputs[0]!.shape) !== String(shape))
    fail(who, `the decoder's output of the encoder's input shape [${String(shape.slice(1))}]`, decoder.outputs[0]!.shape); // prettier-ignore
  const optimizer = optimizerOf(who, { learningRate, optimizer: options.optimizer });
  const draw = noise(seed);
  const unlikely = likelihood === 'gaussian' ? halfSquares : crossEntropy;

  function step(xs: tf.Tensor): VAEStep {
    tensorOf('VAE.step', { xs }, shape);
    return tf.tidy(() => {
      const x = xs.toFloat();
      if (likelihood === 'bernoulli' && x.sub(0.5).abs().max().dataSync()[0]! > 0.5 + 1e-6)
        fail('VAE.step', 'xs of numbers from 0 to 1, as likelihood is bernoulli', 'others', 'divide pixels by 255');
      let [reconstruction, kl] = [0, 0];
      const loss = descend('VAE.step', optimizer, [...weightsOf(encoder), ...weightsOf(decoder)], lossOf, xs);
      return { reconstruction, kl, loss };

      function lossOf(): tf.Scalar {
        const [mean, logVariance] = encoder.apply(x, { training: true }) as [tf.Tensor, tf.Tensor]; // [batch, latent]
        const z = mean.add(logVariance.div(2).exp().mul(draw(mean.shape))); // z = μ + σ ε
        const again = decoder.apply(z, { training: true }) as tf.Tensor; // [batch, …]
        const parts = [unlikely(x, again).div(x.shape[0]), klDivergence(mean, logVariance).mean()] as const;
        [reconstruction, kl] = parts.map((part) => part.dataSync()[0]!) as [number, number];
        return parts[0].add(parts[1].mul(beta));
      }
    });
  }

  function encode(xs: tf.Tensor): { mean: tf.Tensor; logVariance: tf.Tensor } {
    tensorOf('VAE.encode', { xs }, shape);
    const [mean, logVariance] = tf.tidy(() => encoder.predict(xs.toFloat()) as [tf.Tensor, tf.Tensor]);
    return { mean, logVariance };
  }

  function decode(z: tf.Tensor): tf.Tensor {
    tensorOf('VAE.decode', { z }, code);
    return tf.tidy(() => decoder.predict(z.toFloat()) as tf.Tensor);
  }

  function sample(count: number, { seed }: SampleOptions = {}): tf.Tensor {
    whole('VAE.sample', { count }, 1, 100_000);
    if (seed !== undefined) whole('VAE.sample', { seed }, 0);
    const from = seed === undefined ? draw : noise(seed);
    return tf.tidy(() => decode(from([count, ...exampleShape('VAE.sample', 'the decoder', decoder)])));
  }

  return { step, encode, decode, sample };
}

/** −log N(x; x̂, 1) summed, but for its constant: ½ Σ (x − x̂)². */
function halfSquares(x: tf.Tensor, again: tf.Tensor): tf.Tensor {
  return x.sub(again).square().sum().div(2);
}

/** −Σ x log x̂ + (1 − x) log(1 − x̂); chances a hair from 0 and 1 count as that hair. */
function crossEntropy(x: tf.Tensor, again: tf.Tensor): tf.Tensor {
  const p = again.clipByValue(1e-7, 1 - 1e-7);
  return x.mul(p.log()).add(tf.sub(1, x).mul(tf.sub(1, p).log())).sum().neg(); // prettier-ignore
}
