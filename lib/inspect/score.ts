/** The score that a model gives to one class of an image: what heat maps explain. */
import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { fail, whole } from '../assert';
import * as tf from '../tensorflow';
import { activationOf, checkOneToOne, lastLayer, withoutActivation } from './hook';

/** Which class a heat map is about, and how the model scored it. */
export interface ClassScore {
  /** The class: a column of the model's output. Of a model with one unit, 1 is the unit and 0 is its opposite. */
  class: number;
  /** The model's score for this class. */
  score: number;
  /** 'logit' where `score` is what the last layer has before its softmax or sigmoid, 'output' where it is the output. */
  scored: 'logit' | 'output';
}

/** How much each pixel of an image matters to a class. */
export interface HeatMap extends ClassScore {
  /** One number for each pixel, [height, width]. */
  map: number[][];
}

/** The score of a class as a function of a batch of images, [batch]. */
export type Score = (xs: Tensor) => Tensor;

/**
 * Runs `explain` with the score of `wanted`, or of the class that the model itself answers for the image `x`.
 * With `logits`, the score is what the last layer has before its softmax or sigmoid: after it, a class's score also
 * rises where other classes fall, and near 0 and 1 its gradient vanishes.
 */
export function withScore<Result>(
  who: string,
  model: LayersModel,
  x: Tensor,
  { wanted, logits }: { wanted: number | undefined; logits: boolean },
  explain: (score: Score, about: ClassScore) => Result,
): Result {
  const outputs = row(who, model, x);
  const units = outputs.length;
  if (wanted !== undefined) whole(who, { class: wanted }, 0, units === 1 ? 1 : units - 1);
  const last = lastLayer(model);
  const activation = activationOf(last);
  const answered = units === 1 ? Number(activation !== 'sigmoid' || outputs[0]! >= 0.5) : argMax(outputs);
  const about = wanted ?? answered;
  const opposite = units === 1 && about === 0;
  const squashed = activation === 'softmax' || activation === 'sigmoid';
  const before = logits && squashed && !(activation === 'softmax' && units === 1);

  const score: Score = (xs) => {
    const column = (model.apply(xs) as Tensor).slice([0, units === 1 ? 0 : about], [-1, 1]).squeeze<Tensor>([1]); // [batch]
    if (!opposite) return column;
    return activation === 'sigmoid' && !before ? tf.sub(1, column) : column.neg();
  };
  const run = () => {
    const value = tf.tidy(() => score(x).dataSync()[0]!);
    return explain(score, { class: about, score: value, scored: before ? 'logit' : 'output' });
  };
  return before ? withoutActivation(last, run) : run();
}

/** What the model answers for one image. */
function row(who: string, model: LayersModel, x: Tensor): number[] {
  checkOneToOne(who, model);
  return tf.tidy(() => {
    const output = model.apply(x) as Tensor;
    if (output.rank !== 2) fail(who, 'a model whose output is [batch, units]', output);
    const outputs = Array.from(output.dataSync());
    if (!outputs.every(Number.isFinite)) fail(who, 'the model to answer finite numbers', outputs);
    return outputs;
  });
}

function argMax(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value > values[best]! ? i : best), 0);
}
