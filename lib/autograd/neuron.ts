/** One neuron made of values: every weight is a number that knows its gradient. */
import { inspect } from 'node:util';
import { fail, oneOf, whole } from '../assert';
import { generator } from '../random';
import { words } from '../words';
import { sum, valuesOf, type Values } from './lists';
import { value, type Value } from './value';

/** What a unit does with its weighted sum; by tfjs's names. */
export const activations = {
  linear: (z: Value) => z,
  relu: (z: Value) => z.relu(),
  sigmoid: (z: Value) => z.sigmoid(),
  tanh: (z: Value) => z.tanh(),
};

/** The name of an activation. */
export type Activation = keyof typeof activations;

/** Options of {@link Neuron} and of a layer. */
export interface NeuronOptions {
  /** What is done with the weighted sum: linear, relu, sigmoid or tanh. Default tanh. */
  activation?: Activation;
  /** A whole number from 0 up that decides the weights. Default 0. */
  seed?: number;
}

/**
 * One neuron: a = f(Σ wᵢxᵢ + b). Weights start at random, normally distributed with variance 1 / inputs (2 / inputs
 * for relu), so that sums keep their size from layer to layer; the bias starts at 0.
 *
 * ```ts
 * import { autograd } from 'neurona';
 *
 * const neuron = new autograd.Neuron(2, { activation: 'sigmoid', seed: 1 });
 * const a = neuron.forward([0.5, -1]);
 * a.backward();
 * console.log(a.data, neuron.weights.map(({ grad }) => grad), neuron.bias.grad);
 * ```
 *
 * Throws where `inputs` or an option is out of range, or `x` has not one number or value for each input.
 * Source: LeCun, Bottou, Orr and Müller, "Efficient BackProp", 1998; for relu He, Zhang, Ren and Sun 2015.
 */
export class Neuron {
  /** One weight for each input. */
  readonly weights: Value[];
  readonly bias: Value;
  readonly activation: Activation;

  constructor(inputs: number, { activation = 'tanh', seed = 0 }: NeuronOptions = {}) {
    const who = 'autograd.Neuron';
    whole(who, { inputs }, 1, 10_000);
    oneOf(who, { activation }, Object.keys(activations));
    whole(who, { seed }, 0);
    const random = generator(seed);
    const std = Math.sqrt((activation === 'relu' ? 2 : 1) / inputs);
    this.weights = Array.from({ length: inputs }, (_, i) => value(random.normal(0, std), words.indexed('w', i + 1)));
    this.bias = value(0, 'b');
    this.activation = activation;
  }

  /** Returns f(Σ wᵢxᵢ + b) for the inputs `x`, numbers or values. */
  forward(x: Values): Value {
    const xs = inputsOf('Neuron.forward', x, this.weights.length);
    const z = sum([...this.weights.map((w, i) => w.mul(xs[i]!)), this.bias]);
    return activations[this.activation](z);
  }

  /** Returns the weights and the bias: what training moves. */
  parameters(): Value[] {
    return [...this.weights, this.bias];
  }

  /** Sets the gradient of every parameter to 0. */
  zeroGrad(): void {
    for (const parameter of this.parameters()) parameter.grad = 0;
  }

  [inspect.custom](): string {
    return words.autograd.neuron(this.weights.length, this.activation);
  }
}

/** The inputs as values, `count` of them, for `who`, who asks in the error's name; numbers get the names of inputs. */
export function inputsOf(who: string, x: Values, count: number): Value[] {
  const xs = valuesOf(who, x);
  if (xs.length !== count) fail(who, `x to hold ${count} inputs`, xs.length);
  return xs.map((each, i) => (each === x[i] ? each : value(each.data, words.input(i + 1))));
}
