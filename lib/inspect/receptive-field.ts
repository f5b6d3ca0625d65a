/** Receptive fields: which pixels of the image one unit of a layer can see. */
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs';
import { fail } from '../assert';
import type * as tf from '../tensorflow';
import { checkModel, layerNamed } from './hook';
import { windowsOf, type Window } from './window';

/** The receptive field of a layer's units, along each axis of the image: [down, right]. */
export interface ReceptiveField {
  /** The layer's name. */
  name: string;
  /** How many pixels a unit sees. */
  size: number[];
  /** How many pixels lie between the fields of two neighbours; 0 where every unit sees the whole image. */
  stride: number[];
  /** The first pixel that the first unit sees; below 0 in the padding. Unit i sees `size` pixels from start + i · stride. */
  start: number[];
}

type Field = Omit<ReceptiveField, 'name'>;

/**
 * The receptive field of each layer of a model, from the image on, to the layer named by `layer` where one is named.
 *
 * ```ts
 * import { inspect, show, tf } from 'neurona';
 *
 * const model = tf.sequential();
 * model.add(tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 6, kernelSize: 5, padding: 'same', name: 'edges' }));
 * model.add(tf.layers.maxPooling2d({ poolSize: 2, name: 'pool' }));
 * model.add(tf.layers.conv2d({ filters: 16, kernelSize: 5, name: 'parts' }));
 * show.table(inspect.receptiveField(model));
 * ```
 *
 * `model` takes one input [batch, height, width, channels], or of any other number of axes between batch and channels.
 * Returns one row for each layer, in the order of their work, also of models within the model. Where branches meet, the
 * field spans those of all branches; behind a flatten or a global pooling it is the whole image. A unit whose field
 * reaches out of the image sees padding there, and may miss pixels beside it.
 * Throws where there is no such layer, or a layer's window is not known, as that of an upsampling or a layer of one's own.
 * Source: Araujo, Norris and Sim, "Computing receptive fields of convolutional neural networks", 2019; lesson 13.
 */
export function receptiveField(model: LayersModel, layer?: string): ReceptiveField[] {
  const who = 'inspect.receptiveField';
  checkModel(who, model);
  const shape = model.inputs[0]!.shape;
  if (model.inputs.length !== 1 || shape.length < 3)
    fail(who, 'a model with one input of shape [batch, height, width, channels]', shape);
  if (layer !== undefined) layerNamed(who, model, layer);
  const lengths = shape.slice(1, -1);
  const image: Field = { size: ones(lengths), stride: ones(lengths), start: lengths.map(() => 0) };
  const whole: Field = {
    size: lengths.map((length) => length ?? Infinity),
    stride: lengths.map(() => 0),
    start: lengths.map(() => 0),
  };

  const rows: ReceptiveField[] = [];
  const follow = (model: LayersModel, inputs: Field[]): Field[] => {
    const known = new Map(model.inputs.map((input, i) => [input.id, inputs[i]!]));
    const fieldOf = (tensor: SymbolicTensor): Field => {
      const found = known.get(tensor.id);
      if (found) return found;
      const layer = tensor.sourceLayer;
      const node = layer.inboundNodes[tensor.nodeIndex]!;
      const seen = node.inputTensors.map(fieldOf);
      const inner = layer as LayersModel;
      const fields = Array.isArray(inner.outputs) ? follow(inner, seen) : [through(layer, node.inputTensors, seen)];
      node.outputTensors.forEach((output, i) => known.set(output.id, fields[i]!));
      if (!Array.isArray(inner.outputs)) rows.push({ name: layer.name, ...fields[0]! });
      return known.get(tensor.id)!;
    };
    return model.outputs.map(fieldOf);
  };
  const through = (layer: tf.layers.Layer, inputs: SymbolicTensor[], seen: Field[]): Field => {
    if (seen.some(({ stride }) => stride.includes(0))) return whole;
    const field = seen.reduce((one, other) => join(who, layer.name, one, other));
    const windows = windowsOf(who, layer, inputs[0]!.shape.slice(1, -1));
    return windows === 'everything' ? whole : widen(field, windows);
  };

  follow(model, [image]);
  const last = layer === undefined ? -1 : rows.map(({ name }) => name).lastIndexOf(layer);
  if (layer !== undefined && last < 0) fail(who, `layer to be one that works by itself, no model`, layer);
  return layer === undefined ? rows : rows.slice(0, last + 1);
}

/** One layer further: a window of places, each of which sees a field. */
function widen({ size, stride, start }: Field, windows: readonly Window[]): Field {
  return {
    size: size.map((pixels, axis) => pixels + (windows[axis]!.size - 1) * stride[axis]!),
    stride: stride.map((pixels, axis) => pixels * windows[axis]!.stride),
    start: start.map((pixel, axis) => pixel - windows[axis]!.before * stride[axis]! + 0), // + 0 makes 0 of -0
  };
}

/** The field that spans two, where branches meet. */
function join(who: string, name: string, a: Field, b: Field): Field {
  if (String(a.stride) !== String(b.stride)) fail(who, `the branches of '${name}' to have one stride`, [a.stride, b.stride]); // prettier-ignore
  const start = a.start.map((pixel, axis) => Math.min(pixel, b.start[axis]!));
  const size = start.map((pixel, axis) => Math.max(a.start[axis]! + a.size[axis]!, b.start[axis]! + b.size[axis]!) - pixel); // prettier-ignore
  return { size, stride: a.stride, start };
}

function ones(lengths: readonly unknown[]): number[] {
  return lengths.map(() => 1);
}
