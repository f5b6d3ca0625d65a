/** Reaches any layer of a model while the model runs, also within models within it, as PyTorch's hooks do. */
import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { fail } from '../assert';
import * as tf from '../tensorflow';

type Layer = tf.layers.Layer;
type Call = Layer['call'];

/** Wants a tfjs model that is built: one that knows its inputs and outputs. */
export function checkModel(who: string, model: LayersModel): void {
  const { inputs, outputs, apply } = (model ?? {}) as Partial<LayersModel>;
  if (!Array.isArray(inputs) || !Array.isArray(outputs) || outputs.length === 0 || typeof apply !== 'function')
    fail(who, 'a built tfjs model', model, 'give its first layer an inputShape');
}

/** Wants a model of one image in and one row of scores out. */
export function checkOneToOne(who: string, model: LayersModel): void {
  checkModel(who, model);
  if (model.inputs.length !== 1 || model.outputs.length !== 1)
    fail(who, 'a model of one input and one output', `${model.inputs.length} and ${model.outputs.length}`);
}

/** The layers a layer is made of: those of a model, or the one that a wrapper wraps. */
function within(layer: Layer): Layer[] {
  const { layers, layer: wrapped } = layer as Partial<{ layers: Layer[]; layer: Layer }>;
  return (layers ?? (wrapped ? [wrapped] : [])).filter((layer) => layer.getClassName() !== 'InputLayer');
}

/** Every layer of a model, from first to last; one that holds others comes after them. */
export function layersOf(model: Layer): Layer[] {
  return [...new Set(within(model).flatMap((layer) => [...layersOf(layer), layer]))];
}

/** The layer of this name, at any depth. */
export function layerNamed(who: string, model: LayersModel, name: string): Layer {
  const layers = layersOf(model);
  const found = layers.find((layer) => layer.name === name);
  return found ?? fail(who, `layer to be one of ${layers.map((layer) => `'${layer.name}'`).join(', ')}`, name);
}

/** The layer that a model ends with, at the bottom of models within models. */
export function lastLayer(model: LayersModel): Layer {
  const layer = model.outputs[0]!.sourceLayer;
  return Array.isArray((layer as Partial<LayersModel>).outputs) ? lastLayer(layer as LayersModel) : layer;
}

/** Runs `run` while `hook` sees, and may change, what `layer` answers. */
export function withHook<Result>(
  layer: Layer,
  hook: (output: Tensor, inputs: Tensor[]) => Tensor,
  run: () => Result,
): Result {
  const call: Call = layer.call.bind(layer);
  return replacing(
    layer,
    'call',
    (inputs: Tensor | Tensor[], kwargs: Parameters<Call>[1]) => {
      const output = call(inputs, kwargs);
      if (Array.isArray(output)) fail(layer.name, 'a layer of one output', `${output.length} outputs`);
      return hook(output, [inputs].flat());
    },
    run,
  );
}

/** The activation that a layer has in it, as dense and convolutional layers may. */
export function activationOf(layer: Layer): string | undefined {
  if (layer.getClassName() === 'Softmax') return 'softmax';
  if (!Object.hasOwn(layer, 'activation')) return undefined;
  return (layer as unknown as { activation: { getClassName(): string } | null }).activation?.getClassName();
}

/** Runs `run` while `layer` answers what it has before its activation, z instead of f(z). */
export function withoutActivation<Result>(layer: Layer, run: () => Result): Result {
  if (activationOf(layer) === undefined) return run();
  if (['Softmax', 'Activation'].includes(layer.getClassName()))
    return withHook(layer, (_, [input]) => input!.clone(), run);
  const linear = { apply: (z: Tensor) => z, getClassName: () => 'linear', getConfig: () => ({}) };
  return replacing(layer, 'activation', linear, run);
}

/** Runs `run` while `object` has `value` under `key`, and puts back what was there, whatever happens. */
function replacing<Result>(object: object, key: string, value: unknown, run: () => Result): Result {
  const before = Object.getOwnPropertyDescriptor(object, key);
  Object.defineProperty(object, key, { value, configurable: true, writable: true, enumerable: true });
  try {
    return run();
  } finally {
    if (before) Object.defineProperty(object, key, before);
    else delete (object as Record<string, unknown>)[key];
  }
}
