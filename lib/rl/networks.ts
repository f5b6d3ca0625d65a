/** Networks that look at a state and have a number for each action: how they are made, checked and asked. */
import { fail, finite, numbers, positive, whole } from '../assert';
import { seeds } from '../models/seeds';
import * as tf from '../tensorflow';
import { environment, type Environment } from './environment';

/** One hidden layer: enough for a few numbers of state. */
export function network(
  inputs: number,
  actions: number,
  {
    units,
    activation,
    output,
    seed,
  }: { units: number; activation: 'relu' | 'tanh'; output: 'linear' | 'softmax'; seed: number },
): tf.LayersModel {
  const next = seeds(seed);
  const kernelInitializer = () => tf.initializers.glorotUniform({ seed: next() });
  return tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [inputs], units, activation, kernelInitializer: kernelInitializer() }), // [batch, units]
      tf.layers.dense({ units: actions, activation: output, kernelInitializer: kernelInitializer() }), // [batch, actions]
    ],
  });
}

/** Options that both learners with a network have. */
interface Common {
  model?: tf.LayersModel | undefined;
  episodes: number;
  batchSize: number;
  learningRate: number;
  discount: number;
  seed: number;
  onEpisode?: unknown;
}

/** Wants an environment whose states are lists of numbers, and options in range; returns the sizes of a model for them. */
export function sizes(who: string, env: Environment<number[]>, options: Common): { inputs: number; actions: number } {
  environment(who, env);
  whole(who, { episodes: options.episodes }, 1, 1_000_000);
  whole(who, { batchSize: options.batchSize }, 1, 100_000);
  positive(who, { learningRate: options.learningRate });
  finite(who, { discount: options.discount }, 0, 1);
  whole(who, { seed: options.seed }, 0);
  const { onEpisode } = options;
  if (onEpisode !== undefined && typeof onEpisode !== 'function') fail(who, 'onEpisode to be a function', onEpisode);
  const first = env.reset();
  numbers(who, { "the environment's state": first });
  const [inputs, actions] = [first.length, env.actions.length];
  if (options.model !== undefined) qualified(who, options.model, inputs, actions);
  return { inputs, actions };
}

/** Wants a model [batch, inputs] → [batch, actions]. */
export function qualified(who: string, model: tf.LayersModel, inputs?: number, actions?: number): void {
  if (!(model instanceof tf.LayersModel)) fail(who, 'model to be a tfjs model', model);
  const [input, output] = [model.inputs, model.outputs].map((ends) =>
    ends?.length === 1 ? ends[0]!.shape : undefined,
  );
  const fits = (shape: tf.Shape | undefined, size: number | undefined) =>
    shape?.length === 2 && (size === undefined || shape[1] === size);
  if (!fits(input, inputs)) fail(who, `a model that takes states [batch, ${inputs ?? 'numbers'}]`, input);
  if (!fits(output, actions)) fail(who, `a model that gives [batch, ${actions ?? 'actions'}], a number for each action`, output); // prettier-ignore
}

/** What a model answers to one state: a number for each action. */
export function answers(who: string, model: tf.LayersModel, state: readonly number[]): number[] {
  numbers(who, { state: state }, model.inputs[0]!.shape[1]!);
  const given = tf.tidy(() => Array.from((model.apply(tf.tensor2d([[...state]])) as tf.Tensor).dataSync())); // [1, actions]
  if (!given.every(Number.isFinite)) {
    fail(who, "the model's answer to be finite numbers", given, 'try a lower learningRate, or smaller states');
  }
  return given;
}

/** The weights that learn, as the variables an optimizer takes. */
export function variables(model: tf.LayersModel): tf.Variable[] {
  return model.trainableWeights.map((weight) => weight.read() as tf.Variable);
}
