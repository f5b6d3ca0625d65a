/** Denoising diffusion: a network learns which noise was added to an example, and so to make examples of pure noise. */
import { fail, finite, numbers, whole } from '../assert';
import { isTensor, targetsOf } from '../data/examples';
import { generator } from '../random';
import * as tf from '../tensorflow';
import { descend, optimizerOf, type OptimizerOptions } from './descend';
import { denoised, noised, posteriorOf, stepsOfRows, type Posterior } from './diffusion-steps';
import { modelOf, tensorOf, weightsOf } from './guards';
import { exampleShape, noise, type SampleOptions } from './noise';
import { noiseSchedule, type NoiseSchedule, type ScheduleName } from './noise-schedule';
import { seeds } from './seeds';

/** Options of {@link diffusion}. */
export interface DiffusionOptions extends OptimizerOptions {
  /**
   * A tfjs model of inputs [xₜ, t] or, with `classes`, [xₜ, t, label]: noisy examples [batch, …], steps [batch, 1] and
   * classes [batch, 1]. Its output is the noise it sees in them, [batch, …].
   */
  model: tf.LayersModel;
  /** How many steps lead from an example to noise, from 2 up. Default 100. */
  steps?: number;
  /** How fast noise is added, see {@link noiseSchedule}. Default 'linear'. */
  schedule?: ScheduleName;
  /** How many classes the model is told of. It sees labels from 0 up to this number, which stands for no class. */
  classes?: number;
  /** The chance that an example is learnt without its class, from 0 to 1, which guidance needs. Default 0.1. */
  unconditional?: number;
  /** How far each step of Adam goes, above 0. Default 0.001. */
  learningRate?: number;
  /** A whole number from 0 up that decides each draw. Default 0. */
  seed?: number;
}

/** Options of {@link Diffusion.sample}. */
export interface DiffusionSampleOptions extends SampleOptions {
  /** The class of all samples, or one for each. Default: of no class. */
  label?: number | readonly number[];
  /** How much more than its class asks for each sample follows it, w from 0 up. Default 0. */
  guidance?: number;
  /** Where given, each guess of the example is held between these two numbers, such as [-1, 1] for images. */
  clip?: readonly [min: number, max: number];
  /** Called with noise at `steps`, and after each step back, to 0. `x` is freed after it: clone what you keep. */
  onStep?: (t: number, x: tf.Tensor) => void;
}

/** A diffusion that learns, of {@link diffusion}. */
export interface Diffusion {
  /** β, α and ᾱ of each step. */
  schedule: NoiseSchedule;
  /** √ᾱₜ x₀ + √(1 − ᾱₜ) ε and ε, for examples [batch, …] and one `t` from 0 to `steps`, or one for each row. */
  addNoise(x0: tf.Tensor, t: number | readonly number[]): { xt: tf.Tensor; noise: tf.Tensor };
  /** The step back from xₜ, `t` from 1, were the example x₀: mean and variance of xₜ₋₁. */
  posterior(xt: tf.Tensor, x0: tf.Tensor, t: number): Posterior;
  /** One step of training; with `classes`, `labels` are class numbers, or `ys`. Returns the mean squared error of ε. */
  step(x0: tf.Tensor, labels?: tf.Tensor | readonly number[]): number;
  /** New examples [count, …], from noise step by step. */
  sample(count: number, options?: DiffusionSampleOptions): tf.Tensor;
}

/**
 * A denoising diffusion model: examples x₀ drown in noise, xₜ = √ᾱₜ x₀ + √(1 − ᾱₜ) ε; your model learns to tell ε from
 * xₜ and t; and sampling starts with noise and takes off, step by step, what the model tells.
 *
 * ```ts
 * import { data, models, tf } from 'neurona';
 *
 * const [x, t] = [tf.input({ shape: [2] }), tf.input({ shape: [1] })];
 * const waves = new models.TimeEmbedding({ units: 8 }).apply(t) as tf.SymbolicTensor;
 * const both = tf.layers.concatenate().apply([x, waves]) as tf.SymbolicTensor;
 * const hidden = tf.layers.dense({ units: 32, activation: 'relu' }).apply(both) as tf.SymbolicTensor;
 * const noise = tf.layers.dense({ units: 2 }).apply(hidden) as tf.SymbolicTensor;
 * const diffusion = models.diffusion({ model: tf.model({ inputs: [x, t], outputs: noise }), steps: 20, seed: 7 });
 * for (const { xs } of data.batches(data.moons())) console.log(diffusion.step(xs));
 * diffusion.sample(3).print();
 * ```
 *
 * Scale examples to about −1 to 1. With a `label`, ε = (1 + w) ε(xₜ, label) − w ε(xₜ, no class): classifier-free
 * guidance.
 * Throws where the model or an option doesn't fit, examples have another shape, labels are missing or no classes, or a
 * number is no longer finite.
 * Source: Ho, Jain and Abbeel, "Denoising diffusion probabilistic models", 2020, algorithms 1 and 2, with the variance
 * of equation 7; guidance: Ho and Salimans, "Classifier-free diffusion guidance", 2022; lesson 25.
 */
export function diffusion(options: DiffusionOptions): Diffusion {
  const who = 'models.diffusion';
  const { model, steps = 100, classes, unconditional = 0.1, learningRate = 0.001, seed = 0 } = options;
  const schedule = noiseSchedule(steps, options.schedule);
  if (classes !== undefined) whole(who, { classes }, 1, 100_000);
  const takes = classes === undefined ? '[xₜ, t]' : '[xₜ, t, label]';
  modelOf(who, { model }, `from ${takes} to the noise in xₜ`, classes === undefined ? 2 : 3);
  finite(who, { unconditional }, 0, 1);
  whole(who, { seed }, 0);
  const shape = model.inputs[0]!.shape;
  if (String(model.outputs[0]!.shape) !== String(shape))
    fail(who, `the model's output of the shape of xₜ, [${String(shape.slice(1))}]`, model.outputs[0]!.shape);
  const odd = model.inputs.slice(1).find((input) => String(input.shape) !== ',1');
  if (odd) fail(who, 'the inputs t and label of shape [batch, 1]', odd.shape);
  const optimizer = optimizerOf(who, { learningRate, optimizer: options.optimizer });
  const next = seeds(seed);
  const [random, draw] = [generator(next()), noise(next())];

  /** What the model takes: xₜ, and t and label as columns. */
  function inputs(xt: tf.Tensor, ...columns: number[][]): tf.Tensor[] {
    const taken = columns.slice(0, model.inputs.length - 1);
    return [xt, ...taken.map((column, i) => tf.tensor2d(column, [column.length, 1], model.inputs[i + 1]!.dtype))];
  }

  function addNoise(x0: tf.Tensor, t: number | readonly number[]): { xt: tf.Tensor; noise: tf.Tensor } {
    tensorOf('Diffusion.addNoise', { x0 });
    if (x0.rank === 0) fail('Diffusion.addNoise', 'x0 of shape [batch, …]', x0);
    const rows = stepsOfRows('Diffusion.addNoise', t, x0.shape[0], steps);
    const noise = draw(x0.shape);
    return { xt: noised(x0, noise, rows, schedule), noise };
  }

  function posterior(xt: tf.Tensor, x0: tf.Tensor, t: number): Posterior {
    tensorOf('Diffusion.posterior', { xt });
    tensorOf('Diffusion.posterior', { x0 }, xt.shape);
    whole('Diffusion.posterior', { t }, 1, steps);
    return posteriorOf(xt, x0, t, schedule);
  }

  function step(x0: tf.Tensor, labels?: tf.Tensor | readonly number[]): number {
    const who = 'Diffusion.step';
    tensorOf(who, { x0 }, shape);
    const count = x0.shape[0];
    const t = Array.from({ length: count }, () => random.integer(1, steps));
    const named = labelsOf(who, labels, count).map((label) => (random.uniform() < unconditional ? classes! : label));
    return tf.tidy(() => {
      const { xt, noise } = addNoise(x0, t);
      const error = () => noise.sub(model.apply(inputs(xt, t, named), { training: true }) as tf.Tensor);
      return descend(who, optimizer, weightsOf(model), () => error().square().mean(), x0);
    });
  }

  function sample(count: number, { label, guidance = 0, clip, onStep, seed }: DiffusionSampleOptions = {}): tf.Tensor {
    const who = 'Diffusion.sample';
    whole(who, { count }, 1, 100_000);
    finite(who, { guidance }, 0);
    if (guidance > 0 && label === undefined) fail(who, 'a label to guide to', label);
    if (label !== undefined && classes === undefined) fail(who, 'no label, as the diffusion has no classes', label);
    if (clip) numbers(who, { clip }, 2);
    if (seed !== undefined) whole(who, { seed }, 0);
    const nobody = Array<number>(count).fill(classes ?? 0);
    const wanted = typeof label === 'number' ? Array<number>(count).fill(label) : label;
    const named = wanted === undefined ? nobody : labelsOf(who, wanted, count);
    const from = seed === undefined ? draw : noise(seed);
    const predict = (xt: tf.Tensor, t: number, labels: number[]) =>
      model.predict(inputs(xt, Array<number>(count).fill(t), labels), { batchSize: count }) as tf.Tensor;

    /** One step back, algorithm 2: xₜ₋₁ from xₜ. */
    const back = (xt: tf.Tensor, t: number) => {
      let guess = predict(xt, t, named);
      if (guidance > 0) guess = guess.mul(1 + guidance).sub(predict(xt, t, nobody).mul(guidance));
      let x0 = denoised(xt, guess, t, schedule);
      if (clip) x0 = x0.clipByValue(...(clip as [number, number]));
      const { mean, variance } = posteriorOf(xt, x0, t, schedule);
      return mean.add(from(mean.shape).mul(Math.sqrt(variance)));
    };

    let x = from([count, ...exampleShape(who, 'the model', model)]);
    try {
      for (let t = steps; t > 0; t--) {
        onStep?.(t, x);
        const xt = x;
        x = tf.tidy(() => back(xt, t));
        xt.dispose();
      }
      onStep?.(0, x);
      return x;
    } catch (error) {
      x.dispose();
      throw error;
    }
  }

  /** The class of each row, checked; none where the model has no classes. */
  function labelsOf(who: string, labels: tf.Tensor | readonly number[] | undefined, count: number): number[] {
    if (classes === undefined && labels === undefined) return [];
    if (classes === undefined) fail(who, 'no labels, as the diffusion has no classes', labels);
    if (labels === undefined) fail(who, 'labels, as the diffusion has classes', labels);
    const list = isTensor(labels) ? targetsOf(who, labels) : labels;
    if (!Array.isArray(list) || list.length !== count) fail(who, `${count} labels, one for each example`, labels);
    list.forEach((label: unknown, i) => whole(who, { [`label ${i}`]: label }, 0, classes - 1));
    return [...(list as number[])];
  }

  return { schedule, addNoise, posterior, step, sample };
}
