/** Normal random tensors from a stream of seeds: each differs from the last, and the same seed gives them all again. */
import { fail } from '../assert';
import * as tf from '../tensorflow';
import { seeds } from './seeds';

/** Returns a function that draws a tensor of this shape from the normal distribution, mean 0 and deviation 1. */
export function noise(seed: number): (shape: readonly number[]) => tf.Tensor {
  const next = seeds(seed);
  return (shape) => tf.randomNormal([...shape] as [number], 0, 1, 'float32', next());
}

/** Options of drawing samples from a model. */
export interface SampleOptions {
  /** A whole number from 0 up that decides the samples: the same at each call. Default: others at each call. */
  seed?: number;
}

/** The shape of one example a model takes, without the batch, for `who`; no axis of it may be open. */
export function exampleShape(who: string, name: string, model: tf.LayersModel): number[] {
  const shape = model.inputs[0]!.shape.slice(1);
  if (shape.some((size) => size === null)) fail(who, `${name} to have an input of known shape`, shape);
  return shape as number[];
}
