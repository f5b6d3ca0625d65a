/** Units that no longer learn: dead ones, always 0, and saturated ones, always near an end of their activation. */
import type { LayersModel } from '@tensorflow/tfjs';
import { finite } from '../assert';
import type { Inputs } from '../data/examples';
import { Network } from '../scratch/network';
import type { Tensors } from './checks';
import { forward, type LayerTrace } from './forward';
import { layersByName } from './watched';

/** Options of {@link units}. */
export interface UnitsOptions {
  /** How near an end is saturated, as a share of the way from end to end. Default 0.01: a sigmoid below 0.01 or above 0.99. */
  margin?: number;
  /** For which share of the batch a unit must be near an end to be called saturated. Default 0.9. */
  share?: number;
}

/** The units of a layer that no longer learn. */
export interface LayerUnits {
  /** The layer's name, as in `inspect.forward`. */
  name: string;
  /** Its activation. */
  activation: string;
  /** How many units it has: the last axis of its output. */
  units: number;
  /** The units that are 0 for the whole batch, counted from 0. */
  dead: number[];
  /** The units that are near an end for most of the batch, counted from 0. */
  saturated: number[];
  /** The share of units that are dead or saturated, from 0 to 1. */
  share: number;
}

/** Where S-shaped activations end. */
const ends: Record<string, [number, number] | undefined> = { sigmoid: [0, 1], hardSigmoid: [0, 1], tanh: [-1, 1] };

/** Layers of tfjs that are an activation themselves, and name none. */
const activationLayers = ['ReLU', 'LeakyReLU', 'PReLU', 'ELU', 'ThresholdedReLU'];

/**
 * Which units no longer learn on a batch, since their activation is flat there: the dead and the saturated.
 *
 * ```ts
 * import { data, inspect, scratch, show } from 'neurona';
 *
 * const network = new scratch.Network([2, 3, 1], { activation: scratch.relu, seed: 1 });
 * network.layers[0]!.b[2] = -10; // a step that was too large
 * show.table(inspect.units(network, data.gate('xor').xs));
 * ```
 *
 * `model` and `xs` are those of `inspect.forward`. Returns one row for each layer with an activation that is not linear; where
 * a layer answers at several places, as a convolution does, a unit counts over all of them. For an output layer `saturated`
 * means no more than sure.
 * Throws where `model` or `xs` is not as in `inspect.forward`, or an option is out of range.
 * Source: lesson 06; Glorot, Bordes and Bengio, "Deep sparse rectifier neural networks", 2011.
 */
export function units(
  model: LayersModel | Network,
  xs: Tensors | Inputs,
  { margin = 0.01, share = 0.9 }: UnitsOptions = {},
): LayerUnits[] {
  const who = 'inspect.units';
  finite(who, { margin }, 0, 0.5);
  finite(who, { share }, 0, 1);
  const activations = activationsOf(model);
  return forward(model, xs).flatMap((trace) => {
    const activation = activations(trace.name);
    return activation === undefined || activation === 'linear' ? [] : [layerUnits(trace, activation, margin, share)];
  });
}

/** Counts, unit by unit, the zeros and the numbers near an end. */
function layerUnits(trace: LayerTrace, activation: string, margin: number, share: number): LayerUnits {
  const { values } = trace.values;
  const units = trace.shape.at(-1)!;
  const places = values.length / units; // samples, and for images and sequences positions
  const zeros = Array<number>(units).fill(0);
  const extremes = Array<number>(units).fill(0);
  const [low, high] = ends[activation] ?? [-Infinity, Infinity];
  const near = margin * (high - low);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value === 0) zeros[i % units]!++;
    if (high !== Infinity && (value <= low + near || value >= high - near)) extremes[i % units]!++;
  }
  const every = Array.from({ length: units }, (_, unit) => unit);
  const dead = high === Infinity ? every.filter((unit) => zeros[unit] === places) : []; // a sigmoid of 0 is saturated
  const saturated = every.filter((unit) => high !== Infinity && extremes[unit]! >= Math.max(1, share * places));
  return { name: trace.name, activation, units, dead, saturated, share: (dead.length + saturated.length) / units };
}

/** The activation of a layer, by its name in the trace. */
function activationsOf(model: LayersModel | Network): (name: string) => string | undefined {
  if (model instanceof Network) return (name) => model.layers[Number(name.slice('layer'.length)) - 1]!.activation.name;
  const layers = layersByName(model);
  return (name) => {
    const layer = layers.get(name.replace(/[#:]\d+$/, '')); // calls and further outputs of one layer
    const kind = layer?.getClassName() ?? '';
    if (activationLayers.includes(kind)) return kind;
    const { activation } = (layer?.getConfig() ?? {}) as { activation?: unknown };
    return typeof activation === 'string'
      ? activation.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
      : undefined;
  };
}
