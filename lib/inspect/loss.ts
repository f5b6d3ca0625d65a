/** The loss of a model, compiled or given, and targets that fit it. */
import type { LayersModel, Scalar, Tensor } from '@tensorflow/tfjs';
import { fail } from '../assert';
import * as tf from '../tensorflow';
import { finiteTensors, type Tensors } from './checks';

/** Targets and answers to a tensor of any shape, whose mean is the loss. */
export type LossFunction = (ys: Tensor, predictions: Tensor) => Tensor;

/** The mean of each output's loss, added up, and the regularizers': what `fit` makes small. */
export function totalLoss(
  model: LayersModel,
  targets: readonly Tensor[],
  answers: readonly Tensor[],
  loss?: LossFunction,
): Scalar {
  const losses = targets.map((y, i) => (loss ?? lossesOf(model)![i]!)(y, answers[i]!).mean());
  return tf.addN([...losses, ...(loss ? [] : model.calculateLosses())]) as Scalar;
}

/** The targets as a list; wants a loss, and targets of the outputs' shapes where they are compared number by number. */
export function targetsOf(who: string, model: LayersModel, ys: Tensors, loss?: LossFunction): Tensor[] {
  if (loss !== undefined && typeof loss !== 'function')
    fail(who, 'loss to be a function of targets and answers', loss, 'as tf.losses.meanSquaredError');
  if (!loss && !lossesOf(model))
    fail(who, 'a compiled model', model.name, 'call model.compile({ optimizer, loss }), or give { loss }');
  const targets = finiteTensors(who, 'ys', ys, model.outputs.length);
  targets.forEach((y, i) => {
    const { shape } = model.outputs[i]!;
    const fits =
      y.rank === shape.length && shape.every((size, axis) => !axis || size === null || size === y.shape[axis]);
    if (!fits && !loss && compares(model, i))
      fail(who, `${targets.length === 1 ? 'ys' : `ys[${i}]`} of shape [samples, ${shape.slice(1).join(', ')}]`, y);
  });
  return targets;
}

/** Whether a compiled loss is one of tfjs's that compare targets and answers number by number: the sparse one does not. */
function compares(model: LayersModel, i: number): boolean {
  const { loss } = model;
  const own: unknown = Array.isArray(loss) ? loss[i] : typeof loss === 'object' ? loss[model.outputNames[i]!] : loss;
  return typeof own === 'string' && !lossesOf(model)![i]!.name.startsWith('sparse');
}

/** The compiled losses, one for each output; a sequential model keeps them in the model inside it. */
function lossesOf(model: LayersModel): LayersModel['lossFunctions'] | undefined {
  const { model: inside = model } = model as { model?: LayersModel };
  return inside.lossFunctions;
}
