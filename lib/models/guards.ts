/** Guards of the generative models: a tensor is one, alive and of its shape; a model is one and takes what it is given. */
import { fail } from '../assert';
import { isTensor } from '../data/examples';
import * as tf from '../tensorflow';

/** Wants a tensor of numbers of this shape, none of its axes 0; null stands for any length, undefined for any shape. */
export function tensorOf(who: string, named: Record<string, unknown>, shape?: tf.Shape, mend?: string): tf.Tensor {
  const [name, tensor] = Object.entries(named)[0]!;
  const wanted = shape ? `a tensor of shape ${shapeText(shape)}` : 'a tensor';
  if (!isTensor(tensor)) fail(who, `${name} to be ${wanted}`, tensor, mend);
  if (tensor.isDisposed) fail(who, `${name} to be alive`, tensor, 'it has been disposed: make it again');
  const fits = !shape || (tensor.rank === shape.length && shape.every((size, i) => size === null || size === tensor.shape[i])); // prettier-ignore
  if (!fits) fail(who, `${name} to be ${wanted}`, tensor, mend);
  if (tensor.size === 0) fail(who, `${name} to have no axis of length 0`, tensor);
  if (tensor.dtype === 'string' || tensor.dtype === 'complex64') fail(who, `${name} to hold numbers`, tensor.dtype);
  return tensor;
}

/** Wants a tfjs model of so many inputs and outputs, in the words of `what`. */
export function modelOf(who: string, named: Record<string, unknown>, what: string, inputs: number, outputs = 1): void {
  const [name, model] = Object.entries(named)[0]!;
  const { inputs: ins, outputs: outs } = (model ?? {}) as Partial<tf.LayersModel>;
  if (!Array.isArray(ins) || !Array.isArray(outs)) fail(who, `${name} to be a tfjs model: ${what}`, model);
  if (ins.length === 0) fail(who, `${name} to be a tfjs model: ${what}`, 'a model without layers', 'add them first');
  if (ins.length !== inputs || outs.length !== outputs)
    fail(who, `${name} to be a tfjs model: ${what}`, `${ins.length} inputs and ${outs.length} outputs`);
}

/** The weights of a model that learn, as optimizers take them. */
export function weightsOf(model: tf.LayersModel): tf.Variable[] {
  return model.trainableWeights.map((weight) => weight.read() as tf.Variable);
}

/** A shape as it is written: `[batch, 28, 28, 1]`, or with `any` for an axis of any length further on. */
export function shapeText(shape: tf.Shape): string {
  return `[${shape.map((size, i) => size ?? (i === 0 ? 'batch' : 'any')).join(', ')}]`;
}
