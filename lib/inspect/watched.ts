/** Runs a model while somebody watches each layer's call: in one pass, nested models too, and nothing of it stays. */
import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { layers as tfLayers } from '@tensorflow/tfjs';
import { isModel, type Tensors } from './checks';

/** A layer of tfjs. */
export type Layer = tfLayers.Layer;

/** One call of one layer. */
export interface LayerCall {
  /** `name`, of a layer in a nested model `outer/name`; from the second call of a shared layer on `name#2`. */
  name: string;
  layer: Layer;
  /** What the layer reads. */
  inputs: Tensor[];
}

/** Calls the layer by `run`, and hands on its outputs, or others in their place. */
export type Watch = (call: LayerCall, run: () => Tensors) => Tensors;

/** The result of `work`, during which every layer of `model` is called by `watch`, in the order of the computation. */
export function watched<Result>(model: LayersModel, watch: Watch, work: () => Result): Result {
  const path: string[] = [];
  const calls = new Map<string, number>();
  const made = new Map<string, Tensors>();
  const unwatch = new Map<Layer, () => void>();

  function follow(layer: Layer): void {
    if (unwatch.has(layer)) return; // shared by two models
    const own = Object.getOwnPropertyDescriptor(layer, 'call');
    const call = layer.call.bind(layer);
    layer.call = (inputs, kwargs) => {
      path.push(layer.name);
      try {
        const run = () => call(inputs, kwargs);
        if (isModel(layer)) return run();
        const read = [inputs].flat();
        const key = [...path, ...read.map(({ id }) => id)].join('/');
        // tfjs runs a layer anew for each of its outputs that is asked for: one call is enough.
        const outputs = made.get(key) ?? watch({ name: count(path.join('/')), layer, inputs: read }, run);
        made.set(key, outputs);
        return outputs;
      } finally {
        path.pop();
      }
    };
    unwatch.set(layer, () => {
      if (own) Object.defineProperty(layer, 'call', own);
      else delete (layer as Partial<Layer>).call;
    });
    if (isModel(layer)) layer.layers.forEach(follow);
  }

  function count(name: string): string {
    const many = (calls.get(name) ?? 0) + 1;
    calls.set(name, many);
    return many === 1 ? name : `${name}#${many}`;
  }

  try {
    model.layers.forEach(follow);
    return work();
  } finally {
    for (const end of unwatch.values()) end();
  }
}

/** Each output of a call by its name: the layer's own, and for further ones of the same layer `name:1`, `name:2`. */
export function namedOutputs(name: string, outputs: Tensors): [string, Tensor][] {
  return [outputs].flat().map((output, i) => [i === 0 ? name : `${name}:${i}`, output]);
}

/** The layers of a model by the names that the inspectors give them, `outer/inner` in a nested model. */
export function layersByName(model: LayersModel, path = ''): Map<string, Layer> {
  const found = new Map<string, Layer>();
  for (const layer of isModel(model) ? model.layers : []) {
    if (!isModel(layer)) found.set(path + layer.name, layer);
    else for (const [name, inner] of layersByName(layer, `${path}${layer.name}/`)) found.set(name, inner);
  }
  return found;
}
