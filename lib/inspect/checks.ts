/** What the inspectors check at the door: a model that can run, and tensors that fit it. */
import type { LayersModel, Sequential, SymbolicTensor, Tensor } from '@tensorflow/tfjs';
import { fail } from '../assert';
import { isTensor } from '../data/examples';

/** One tensor for a model of one input or output, a list for several. */
export type Tensors = Tensor | Tensor[];

/** Tells a tfjs model from anything else, a layer too. */
export function isModel(value: unknown): value is LayersModel {
  const { layers, predict } = (value ?? {}) as Partial<LayersModel>;
  return Array.isArray(layers) && typeof predict === 'function' && 'weights' in (value as object);
}

/** Wants a tfjs model that can be built and is alive. */
export function aliveModel(who: string, model: LayersModel): void {
  if (!isModel(model)) fail(who, 'a tfjs model, or a scratch.Network', model);
  if (model.layers.length === 0) fail(who, 'a model with at least one layer', model.name);
  if (!Array.isArray(model.inputs) || model.inputs.length === 0)
    fail(who, 'a model that knows its inputs', model.name, 'give its first layer an inputShape');
  if (!model.built) (model as Sequential).build(); // as predict would
  const dead = model.weights.find(isDisposed);
  if (dead) fail(who, 'a model that is alive', model.name, `its weight ${dead.originalName} has been disposed`);
}

/** A weight of tfjs throws where it is read after its end. */
function isDisposed(weight: LayersModel['weights'][number]): boolean {
  try {
    return weight.read().isDisposed;
  } catch {
    return true;
  }
}

/** The inputs of `model` as a list; wants as many as it has, of its shapes, finite, and of one length. */
export function inputsOf(who: string, model: LayersModel, xs: Tensors): Tensor[] {
  const list = finiteTensors(who, 'xs', xs, model.inputs.length);
  list.forEach((x, i) => {
    const wanted = (model.inputs[i] as SymbolicTensor).shape;
    const fits =
      x.rank === wanted.length && wanted.every((size, axis) => axis === 0 || size === null || size === x.shape[axis]);
    const shape = ['samples', ...wanted.slice(1).map((size) => size ?? 'any')].join(', ');
    if (!fits) fail(who, `${list.length === 1 ? 'xs' : `xs[${i}]`} of shape [${shape}]`, x);
  });
  sameSamples(who, 'xs', list, list[0]!.shape[0]);
  return list;
}

/** Tensors as a list of `count`; wants each alive, with at least one sample, and all numbers finite. */
export function finiteTensors(who: string, name: string, tensors: Tensors, count: number): Tensor[] {
  const list = Array.isArray(tensors) ? tensors : [tensors];
  if (list.length !== count)
    fail(who, count === 1 ? `${name} to be one tensor` : `${name} to be an array of ${count} tensors`, tensors);
  list.forEach((tensor, i) => {
    const own = count === 1 ? name : `${name}[${i}]`;
    if (!isTensor(tensor)) fail(who, `${own} to be a tensor`, tensor);
    if (tensor.isDisposed) fail(who, `${own} to be alive`, tensor, 'it has been disposed: make it again');
    if (tensor.dtype === 'string' || tensor.dtype === 'complex64')
      fail(who, `${own} to hold numbers`, `a tensor of ${tensor.dtype}`);
    if (tensor.rank === 0 || tensor.size === 0) fail(who, `${own} to hold at least one sample`, tensor);
    const values = tensor.dataSync();
    const bad = values.findIndex((value: number) => !Number.isFinite(value));
    if (bad >= 0)
      fail(who, `${own} to hold finite numbers`, `${values[bad]} at place ${bad} of [${tensor.shape.join(', ')}]`);
  });
  return list;
}

/** Wants every tensor to have `samples` samples. */
export function sameSamples(who: string, name: string, list: readonly Tensor[], samples: number): void {
  const bad = list.find((tensor) => tensor.shape[0] !== samples);
  if (bad) fail(who, `${name} to have ${samples} ${samples === 1 ? 'sample' : 'samples'}, as xs has`, bad);
}
