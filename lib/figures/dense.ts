/** Networks of dense layers as they are drawn: biases in the circles, or with inputs what each unit answers. */
import type { LayersModel } from '@tensorflow/tfjs';
import { fail, numbers } from '../assert';
import { aliveModel, isModel } from '../inspect/checks';
import { forward } from '../inspect/forward';
import type { Layer } from '../inspect/watched';
import { Network } from '../scratch/network';
import * as tf from '../tensorflow';
import { words } from '../words';
import { inputCircle, type DrawnUnit, type Plan } from './plan';

/** A dense layer in plain numbers. */
interface Dense {
  inputs: number;
  units: number;
  activation: string;
  /** From input `i` to unit `j`. */
  weight: (i: number, j: number) => number;
  bias: (j: number) => number;
  /** What the units answer. */
  a?: readonly number[];
}

/** Layers without weights, which change what a dense layer answers and draw no circle of their own. */
const between = [
  ...['Flatten', 'Reshape', 'Activation', 'Softmax', 'ReLU', 'LeakyReLU', 'ELU', 'ThresholdedReLU'],
  ...['Dropout', 'AlphaDropout', 'GaussianDropout', 'GaussianNoise'],
];

/** What is drawn of networks that answer with numbers of any size. */
export function densePlan(who: string, network: Network | LayersModel, x?: readonly number[]): Plan {
  const layers = network instanceof Network ? networkLayers(who, network, x) : modelLayers(who, network, x);
  const signals = x && layers.map(({ a }) => a!);
  return {
    inputs: layers[0]!.inputs,
    input: (i) => inputCircle(i, x?.[i], x && rounded(x[i]!)),
    layers: layers.map((layer, i) => ({ units: layer.units, unit: (place) => drawnUnit(layer, i + 1, place) })),
    weights: layers.flatMap(({ inputs, units, weight }) =>
      Array.from({ length: inputs * units }, (_, k) => weight(Math.floor(k / units), k % units)),
    ),
    ...(signals ? { answer: signals.at(-1)!, fire: signals.flat().filter((a) => a > 0).length } : {}),
    graded: true,
  };
}

function drawnUnit({ inputs, activation, weight, bias, a }: Dense, layer: number, place: number): DrawnUnit {
  const value = a?.[place];
  const hover = words.figures.network.graded(layer, place, activation, bias(place), value);
  return {
    text: value === undefined ? words.signed(rounded(bias(place))) : words.number(rounded(value)),
    label: '',
    hover,
    ...(value === undefined ? {} : { fires: value > 0 }),
    weights: Array.from({ length: inputs }, (_, i) => weight(i, place)),
    inhibitory: [],
  };
}

function networkLayers(who: string, network: Network, x?: readonly number[]): Dense[] {
  if (x) numbers(who, { x }, network.inputs);
  const trace = x && forward(network, [x]);
  return network.layers.map(({ W, b, inputs, units, activation }, i) => ({
    inputs,
    units,
    activation: activation.name,
    weight: (from, to) => W[to]![from]!,
    bias: (unit) => b[unit]!,
    ...(trace ? { a: [...trace[i]!.values.values] } : {}),
  }));
}

function modelLayers(who: string, model: LayersModel, x?: readonly number[]): Dense[] {
  aliveModel(who, model);
  const chain = chainOf(who, model);
  const shape = model.inputs[0]!.shape.slice(1).map((size) => size ?? NaN); // [...features]
  const inputs = shape.reduce((product, size) => product * size, 1);
  if (x) numbers(who, { x }, inputs);
  const answers = x && answersTo(model, shape, x);
  const dense: Dense[] = [];
  chain.forEach((layer, i) => {
    const kind = layer.getClassName();
    const { activation } = layer.getConfig() as { activation?: string };
    if (kind === 'Dense') dense.push(denseLayer(who, layer, activation ?? 'linear'));
    else if (!between.includes(kind))
      fail(who, 'dense layers, and layers without weights between them', `${layer.name}, a ${kind}`);
    const last = dense.at(-1);
    if (!last) return;
    if (kind === 'Activation') last.activation = activation!;
    if (answers) last.a = Array.from(answers[i]!);
  });
  if (dense.length === 0) fail(who, 'at least one dense layer', model.name);
  if (inputs !== dense[0]!.inputs)
    fail(who, `inputs of shape [samples, ${dense[0]!.inputs}], or a Flatten before the first dense layer`, shape);
  return dense;
}

/** The layers from the input to the answer, those of nested models too; wants each to lead to one other, once. */
function chainOf(who: string, model: LayersModel): Layer[] {
  const { nodesByDepth } = (model as { model?: LayersModel }).model ?? model;
  const nodes = Object.values(nodesByDepth);
  const calls = model.layers.filter((layer) => layer.getClassName() !== 'InputLayer');
  if (nodes.some((same) => same.length > 1) || nodes.length !== calls.length + 1)
    fail(who, 'a model in which one layer follows another', model.name, 'figures.network draws no branches');
  return calls.flatMap((layer) => (isModel(layer) ? chainOf(who, layer) : [layer]));
}

function denseLayer(who: string, layer: Layer, activation: string): Dense {
  const [kernel, bias] = layer.getWeights();
  const [inputs, units] = kernel!.shape as [number, number];
  const [w, b] = [kernel!.dataSync(), bias?.dataSync()];
  if (![...w, ...(b ?? [])].every(Number.isFinite)) fail(who, 'finite weights', NaN, `look at ${layer.name}`);
  return { inputs, units, activation, weight: (i, j) => w[i * units + j]!, bias: (j) => b?.[j] ?? 0 };
}

/** What each layer of the chain answers to `x`. */
function answersTo(model: LayersModel, shape: number[], x: readonly number[]): ArrayLike<number>[] {
  const row = tf.tensor([...x], [1, ...shape]);
  try {
    return forward(model, row).map(({ values }) => values.values);
  } finally {
    row.dispose();
  }
}

/** Two significant digits: as many as stand in a circle. */
function rounded(value: number): number {
  return Number(value.toPrecision(2));
}
