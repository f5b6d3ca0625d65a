/** What a predictor answers for inputs of any shape: a tfjs model in batches, anything else row by row. */
import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { fail } from '../assert';
import { alive } from '../data/read';
import { isTensor } from '../data/examples';
import * as tf from '../tensorflow';
import type { Predictor } from '../types';

const batchSize = 256;

/** Tells a tfjs model from other predictors. */
export function isModel(predictor: unknown): predictor is LayersModel {
  const model = (predictor ?? {}) as Partial<LayersModel>;
  return Array.isArray(model.inputs) && 'predictOnBatch' in model;
}

/** Units and circuits of binary inputs answer between the corners by `at`, learners by `predict`. */
export function answerer(who: string, predictor: Exclude<Predictor, LayersModel>): (x: number[]) => number | number[] {
  if (typeof predictor === 'function') {
    const { at } = predictor as { at?: (x: number[]) => number | number[] };
    return at ? (x) => at([...x]) : (x) => predictor([...x]);
  }
  if (typeof predictor?.predict !== 'function')
    fail(who, 'a tfjs model, a function or an object with predict', predictor);
  return (x) => predictor.predict([...x]);
}

/** The answers to each row of `xs` [samples, ...features] as a list of one or more numbers, for `who`. */
export function outputsOf(who: string, predictor: Predictor, xs: Tensor): number[][] {
  if (!isTensor(xs)) fail(who, 'xs to be a tensor', xs);
  alive(who, 'xs', xs);
  if (isModel(predictor)) return modelOutputs(who, predictor, xs);
  const answer = answerer(who, predictor);
  const rows = tf.tidy(() => xs.reshape([xs.shape[0], -1]).arraySync()) as number[][]; // [samples, numbers]
  return rows.map((x) => [answer(x)].flat());
}

function modelOutputs(who: string, model: LayersModel, xs: Tensor): number[][] {
  const wanted = model.inputs[0]!.shape;
  const fits = xs.rank === wanted.length && wanted.every((size, i) => size === null || size === xs.shape[i]);
  if (model.inputs.length !== 1 || !fits) {
    const shape = wanted.map((size) => size ?? 'any').join(', ');
    fail(who, `xs of shape [${shape}], as the model's one input`, xs, 'xs.reshape([...]) gives them another');
  }
  return tf.tidy(() => {
    const output = model.predict(xs, { batchSize });
    if (Array.isArray(output) || output.rank !== 2)
      fail(who, 'a model with one output of shape [samples, units]', output);
    return output.arraySync() as number[][];
  });
}
