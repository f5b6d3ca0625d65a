/** What a predictor answers at many points: a tfjs model in one batch, anything else point by point. */
import type { LayersModel } from '@tensorflow/tfjs';
import { fail } from '../assert';
import { answerer, isModel } from '../inspect/predict';
import * as tf from '../tensorflow';
import type { Predictor } from '../types';

/** One answer a point: the chance of class 1, from 0 to 1, where there are two classes; else the number of a class. */
export function answers(who: string, predictor: Predictor, xs: readonly number[][], classes: number): number[] {
  const outputs = isModel(predictor) ? modelOutputs(who, predictor, xs) : xs.map(answerer(who, predictor));
  return outputs.map((output, i) => read(who, output, xs[i]!, classes));
}

function modelOutputs(who: string, model: LayersModel, xs: readonly number[][]): number[][] {
  const width = xs[0]!.length;
  const shape = model.inputs[0]!.shape;
  if (model.inputs.length !== 1 || shape.length !== 2 || shape[1] !== width) {
    fail(who, `a model with one input of shape [samples, ${width}]`, model.inputs[0]);
  }
  return tf.tidy(() => {
    const output = model.predict(tf.tensor2d([...xs]));
    if (Array.isArray(output) || output.rank !== 2)
      fail(who, 'a model with one output of shape [samples, units]', output);
    return output.arraySync() as number[][];
  });
}

function read(who: string, output: unknown, x: readonly number[], classes: number): number {
  const scores: unknown[] = Array.isArray(output) ? output : [output];
  const at = `at (${x.map((value) => value.toPrecision(3)).join(', ')})`;
  if (!scores.every((score) => Number.isFinite(score)))
    fail(who, `the predictor to answer finite numbers ${at}`, output);
  const numbers = scores as number[];
  if (numbers.length > 1) {
    if (numbers.length !== classes) fail(who, `one score for each of ${classes} classes ${at}`, output);
    return numbers.indexOf(Math.max(...numbers));
  }
  const [answer] = numbers;
  if (answer === undefined) fail(who, `the predictor to answer a number ${at}`, output);
  if (classes === 2 && (answer < 0 || answer > 1)) {
    fail(
      who,
      `the predictor to answer from 0 to 1 ${at}`,
      answer,
      'where it gives a sum, compare it: (x) => (sum(x) >= 0 ? 1 : 0)',
    );
  }
  if (classes > 2 && !(Number.isInteger(answer) && answer >= 0 && answer < classes)) {
    fail(who, `the predictor to answer a class from 0 to ${classes - 1} ${at}`, answer);
  }
  return answer;
}
