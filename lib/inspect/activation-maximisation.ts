/** Activation maximisation: the image that a unit or a filter answers to most, found by climbing its gradient. */
import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { fail, finite, positive, whole } from '../assert';
import { generator } from '../random';
import * as tf from '../tensorflow';
import { checkOneToOne, lastLayer, layerNamed, withHook, withoutActivation } from './hook';

/** Options of {@link activationMaximisation}. */
export interface ActivationMaximisationOptions {
  /** The name of the layer the unit stands in, at any depth. Default the last one, whose units are the classes. */
  layer?: string;
  /** The unit, counted from 0; in a convolution, the filter. Default 0. */
  unit?: number;
  /** How many steps to climb. Default 100. */
  steps?: number;
  /** How far, in the mean, a pixel moves in a step. Default 0.02. */
  learningRate?: number;
  /** The share of every pixel that is taken away after each step, so that only what matters stays. Default 0. */
  decay?: number;
  /** The darkest and the lightest a pixel may be. Default [0, 1]. */
  range?: readonly [min: number, max: number];
  /** A whole number from 0 up that decides the noise at the start. Default 0. */
  seed?: number;
}

/** What {@link activationMaximisation} returns. */
export interface MaximalImage {
  /** The image, of the shape of the model's input without the batch. It is yours to dispose. */
  image: Tensor;
  /** The unit's activation before the first step and after each one. */
  activations: number[];
}

/**
 * The image that a unit answers to most: gradient ascent on the pixels, from faint noise about the middle of the range.
 *
 * ```ts
 * import { inspect, show, tf } from 'neurona';
 *
 * const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [8, 8, 1], units: 1 }), tf.layers.flatten()] });
 * const { image, activations } = inspect.activationMaximisation(model, { unit: 20, steps: 20 });
 * show.images(image);
 * console.log(activations.at(-1));
 * ```
 *
 * What is climbed is the unit's z, before its activation: beyond a softmax or a dead ReLU there is no slope to climb. Of
 * a filter, it is the mean of its feature map. Every step is scaled to `learningRate`, whatever the size of the gradient.
 * Returns the image and the activation after each step; where both stay the same, the unit does not depend on the image.
 * Throws where there is no such layer or unit, an option is out of range, or the input's size is not fixed.
 * Source: Erhan and others, "Visualizing higher-layer features of a deep network", 2009; lesson 17.
 */
export function activationMaximisation(model: LayersModel, options: ActivationMaximisationOptions = {}): MaximalImage {
  const who = 'inspect.activationMaximisation';
  const { layer: name, unit = 0, steps = 100, learningRate = 0.02, decay = 0, range = [0, 1], seed = 0 } = options;
  checkOneToOne(who, model);
  whole(who, { steps }, 0, 100_000);
  positive(who, { learningRate });
  finite(who, { decay }, 0, 1);
  const [min, max] = range;
  finite(who, { 'range[0]': min });
  finite(who, { 'range[1]': max }, min);
  const shape = model.inputs[0]!.shape.slice(1);
  if (shape.includes(null)) fail(who, 'a model whose input has a fixed size', shape);
  const layer = name === undefined ? lastLayer(model) : layerNamed(who, model, name);
  const random = generator(seed);

  const [middle, faint] = [(min + max) / 2, (max - min) / 100];
  const size = (shape as number[]).reduce((product, length) => product * length, 1);
  const start = Array.from({ length: size }, () => random.normal(middle, faint));
  let x = tf.tidy(() => tf.tensor(start, [1, ...(shape as number[])]).clipByValue(min, max));
  const activations: number[] = [];
  const climb = tf.valueAndGrad((x) => activation(who, model, layer, unit, x));
  try {
    tf.dispose(tf.tidy(() => activation(who, model, layer, unit, x))); // an error within a gradient would leave tensors
    for (let step = 0; step <= steps; step++) {
      x = tf.tidy(() => {
        const { value, grad } = climb(x);
        activations.push(value.dataSync()[0]!);
        value.dispose();
        if (!Number.isFinite(activations.at(-1))) fail(who, 'a finite activation', activations.at(-1));
        const moved = step === steps ? x : ascend(x, grad, learningRate, decay).clipByValue(min, max);
        const next = tf.keep(moved.clone());
        x.dispose();
        return next;
      });
    }
    return { image: x.reshape(shape as number[]), activations };
  } finally {
    x.dispose();
  }
}

/** x ← (1 − decay) (x + learningRate · g / √mean(g²)). */
function ascend(x: Tensor, gradient: Tensor, learningRate: number, decay: number): Tensor {
  const size = gradient.square().mean().sqrt().add(1e-12); // a gradient of 0 moves nothing
  return x.add(gradient.div(size).mul(learningRate)).mul(1 - decay);
}

/** The unit's z for the image `x`: its mean over the places where the layer has several. The caller frees it. */
function activation(who: string, model: LayersModel, layer: tf.layers.Layer, unit: number, x: Tensor): tf.Scalar {
  const found: Tensor[] = [];
  const look = (output: Tensor) => {
    whole(who, { unit }, 0, output.shape.at(-1)! - 1);
    const units = output.reshape([-1, output.shape.at(-1)!]); // [places, units]
    found.push(tf.keep(units.slice([0, unit], [-1, 1]).mean())); // the model frees all but its own outputs
    return output;
  };
  withoutActivation(layer, () => withHook(layer, look, () => model.apply(x)));
  if (found.length !== 1) {
    found.forEach((tensor) => tensor.dispose());
    fail(who, `layer '${layer.name}' to be used once by the model`, found.length);
  }
  return found[0]! as tf.Scalar;
}
