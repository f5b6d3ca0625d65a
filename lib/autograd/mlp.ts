/** Layers of neurons and networks of layers: what TensorFlow does with matrices, one number at a time. */
import { inspect } from 'node:util';
import { fail, oneOf, whole } from '../assert';
import { generator } from '../random';
import { words } from '../words';
import type { Values } from './lists';
import { activations, inputsOf, Neuron, type Activation, type NeuronOptions } from './neuron';
import type { Value } from './value';

/** Options of {@link MLP}. */
export interface MLPOptions extends NeuronOptions {
  /** The activation of the last layer. Default linear. */
  output?: Activation;
}

/**
 * A layer: `units` neurons that read the same inputs, each with weights of its own.
 *
 * ```ts
 * import { autograd } from 'neurona';
 *
 * const layer = new autograd.Layer(2, 3, { activation: 'relu', seed: 1 });
 * console.log(layer.forward([0.5, -1]).map(({ data }) => data), layer.parameters().length);
 * ```
 *
 * Throws where `inputs`, `units` or an option is out of range, or `x` has not one number or value for each input.
 */
export class Layer {
  readonly neurons: Neuron[];

  constructor(inputs: number, units: number, { activation = 'tanh', seed = 0 }: NeuronOptions = {}) {
    whole('autograd.Layer', { units }, 1, 10_000);
    const seeds = seedsFrom('autograd.Layer', seed);
    this.neurons = Array.from({ length: units }, () => new Neuron(inputs, { activation, seed: seeds() }));
  }

  /** Returns what each neuron says to the inputs `x`, numbers or values. */
  forward(x: Values): Value[] {
    const xs = inputsOf('Layer.forward', x, this.neurons[0]!.weights.length);
    return this.neurons.map((neuron) => neuron.forward(xs));
  }

  /** Returns the weights and biases, neuron by neuron. */
  parameters(): Value[] {
    return this.neurons.flatMap((neuron) => neuron.parameters());
  }

  /** Sets the gradient of every parameter to 0. */
  zeroGrad(): void {
    for (const parameter of this.parameters()) parameter.grad = 0;
  }

  [inspect.custom](): string {
    const [{ weights, activation }] = this.neurons as [Neuron];
    return words.autograd.layer(weights.length, this.neurons.length, activation);
  }
}

/**
 * A multi-layer perceptron: layers of `units` neurons, each layer reading the one before.
 *
 * ```ts
 * import { autograd, data, show } from 'neurona';
 *
 * const xor = data.gate('xor');
 * const model = new autograd.MLP(2, [4, 1], { output: 'sigmoid', seed: 1 });
 * for (let epoch = 0; epoch < 100; epoch++) {
 *   const loss = autograd.mean(data.examples(xor).map(([x, y]) => model.forward(x)[0].sub(y).pow(2)));
 *   model.zeroGrad();
 *   loss.backward();
 *   for (const parameter of model.parameters()) parameter.data -= 2 * parameter.grad;
 * }
 * show.decisionBoundary(model, xor);
 * ```
 *
 * Throws where `inputs`, `units` or an option is out of range, or `x` has not one number or value for each input.
 * Source: Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", 1986.
 */
export class MLP {
  readonly layers: Layer[];

  constructor(
    inputs: number,
    units: readonly number[],
    { activation = 'tanh', output = 'linear', seed = 0 }: MLPOptions = {},
  ) {
    if (!isList(units)) {
      fail('autograd.MLP', 'units to be a list of at least one number, one for each layer', units);
    }
    oneOf('autograd.MLP', { output }, Object.keys(activations));
    const seeds = seedsFrom('autograd.MLP', seed);
    const sizes = [inputs, ...units];
    this.layers = units.map(
      (many, i) =>
        new Layer(sizes[i]!, many, { activation: i === units.length - 1 ? output : activation, seed: seeds() }),
    );
  }

  /** Returns what the last layer says to the inputs `x`, numbers or values. */
  forward(x: Values): Value[] {
    const xs = inputsOf('MLP.forward', x, this.layers[0]!.neurons[0]!.weights.length);
    return this.layers.reduce((a, layer) => layer.forward(a), xs);
  }

  /** Returns the outputs for `x` in plain numbers: one number where there is one, as figures want it. */
  predict(x: readonly number[]): number | number[] {
    const outputs = this.forward(x).map(({ data }) => data);
    return outputs.length === 1 ? outputs[0]! : outputs;
  }

  /** Returns the weights and biases, layer by layer. */
  parameters(): Value[] {
    return this.layers.flatMap((layer) => layer.parameters());
  }

  /** Sets the gradient of every parameter to 0: before each `backward`, since gradients add up. */
  zeroGrad(): void {
    for (const parameter of this.parameters()) parameter.grad = 0;
  }

  [inspect.custom](): string {
    const sizes = this.layers.map(({ neurons }) => neurons.length);
    return words.autograd.mlp(this.layers[0]!.neurons[0]!.weights.length, sizes, this.parameters().length);
  }
}

/** Draws seeds from a seed: one for each part of a network, so that no two parts start alike. */
function seedsFrom(who: string, seed: number): () => number {
  whole(who, { seed }, 0);
  const random = generator(seed);
  return () => random.integer(0, 2 ** 32 - 1);
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}
