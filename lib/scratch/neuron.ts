/** A sigmoid neuron: its output changes smoothly with its weights, so that a gradient can tell it how to learn. */
import { inspect } from 'node:util';
import { fail, finite, numbers, positive, whole } from '../assert';
import { generator } from '../random';
import { words } from '../words';
import { sigmoid, type Activation } from './activations';
import { weightedSum } from './mcculloch-pitts';

/** Options of {@link Neuron}. */
export interface NeuronOptions {
  /** What becomes of the weighted sum. Default scratch.sigmoid. */
  activation?: Activation;
  /** The whole number that decides the first weights, drawn from -1 to 1; the bias starts at 0. Default 0. */
  seed?: number;
}

/**
 * A neuron of `inputs` inputs: z = Σ wᵢxᵢ + b, a = f(z), and the chain rule back from a to its weights.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * const neuron = new scratch.Neuron(2, { seed: 1 });
 * const a = neuron.forward([1, 0]);
 * neuron.backward(a - 1); // the derivative of ½ (a − 1)²: the target is 1
 * neuron.step({ learningRate: 0.5 });
 * console.log(a, neuron.dWeights, neuron.dBias, neuron.predict([1, 0]));
 * ```
 *
 * Throws where `inputs` or `seed` is out of range, it is asked with anything but finite numbers, or `backward` comes before
 * `forward` or `step` before `backward`.
 * Source: Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", 1986; lesson 04.
 */
export class Neuron {
  /** One weight for each input. */
  weights: number[];
  /** Added to the weighted sum. */
  bias = 0;
  /** ∂loss/∂weights of the last `backward`. */
  dWeights: number[] | undefined;
  /** ∂loss/∂bias of the last `backward`. */
  dBias: number | undefined;
  readonly activation: Activation;
  #last: { x: number[]; z: number } | undefined;

  constructor(inputs: number, { activation = sigmoid, seed = 0 }: NeuronOptions = {}) {
    whole('scratch.Neuron', { inputs }, 1, 1_000_000);
    whole('scratch.Neuron', { seed }, 0);
    if (typeof activation?.derivative !== 'function') {
      fail('scratch.Neuron', 'activation to be a function with a derivative, as scratch.sigmoid', activation);
    }
    const random = generator(seed);
    this.activation = activation;
    this.weights = Array.from({ length: inputs }, () => random.uniform(-1, 1));
  }

  /** Returns Σ wᵢxᵢ + b for the inputs `x`, any finite numbers. */
  weightedSum(x: readonly number[]): number {
    numbers('Neuron.weightedSum', { x }, this.weights.length);
    const sum = weightedSum(this.weights, x) + this.bias;
    if (!Number.isFinite(sum))
      fail('Neuron.weightedSum', 'a finite sum', sum, 'inputs or weights have grown too large');
    return sum;
  }

  /** Returns the output a = f(z), and remembers nothing. */
  predict(x: readonly number[]): number {
    return this.activation(this.weightedSum(x));
  }

  /** Returns the output a = f(z), and remembers x and z for `backward`. */
  forward(x: readonly number[]): number {
    const z = this.weightedSum(x);
    this.#last = { x: [...x], z };
    return this.activation(z);
  }

  /**
   * Carries ∂loss/∂a of the last `forward` back: dz = dA f′(z), then dWeights = dz x and dBias = dz.
   * Returns ∂loss/∂x = dz w, for the neurons before.
   */
  backward(dA: number): number[] {
    finite('Neuron.backward', { dA });
    if (!this.#last) fail('Neuron.backward', 'a forward before the backward', undefined, 'call forward(x) first');
    const { x, z } = this.#last;
    const dz = dA * this.activation.derivative(z);
    this.dWeights = x.map((xi) => dz * xi);
    this.dBias = dz;
    return this.weights.map((w) => dz * w);
  }

  /** Moves weights and bias against the gradient of the last `backward`; `learningRate` is 0.1 if none is given. */
  step({ learningRate = 0.1 }: { learningRate?: number } = {}): void {
    positive('Neuron.step', { learningRate });
    const { dWeights, dBias } = this;
    if (!dWeights || dBias === undefined) fail('Neuron.step', 'a backward before the step', undefined);
    this.weights = this.weights.map((w, i) => w - learningRate * dWeights[i]!);
    this.bias -= learningRate * dBias;
  }

  [inspect.custom](): string {
    return words.scratch.describeNeuron(this.activation.name, this.weights, this.bias);
  }
}
