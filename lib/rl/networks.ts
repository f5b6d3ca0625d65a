/** Networks that look at a state and have a number for each action: how they are made, checked and asked. */
import { fail, numbers } from '../assert';
import { seeds } from '../models/seeds';
import * as tf from '../tensorflow';

/** Two hidden layers: enough for a few numbers of state. */
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
  const dense = (size: number, kind: 'relu' | 'tanh' | 'linear' | 'softmax', inputShape?: [number]) =>
    tf.layers.dense({
      units: size,
      activation: kind,
      kernelInitializer: tf.initializers.glorotUniform({ seed: next() }),
      ...(inputShape ? { inputShape } : {}),
    });
  // [batch, inputs] → [batch, units] → [batch, units] → [batch, actions]
  return tf.sequential({
    layers: [dense(units, activation, [inputs]), dense(units, activation), dense(actions, output)],
  });
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
  numbers(who, { state: state as number[] }, model.inputs[0]!.shape[1]!);
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
