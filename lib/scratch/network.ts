/** A network of layers: forward through all of them, the chain rule back, and a step of an optimizer. */
import { inspect } from 'node:util';
import { fail, numbers, whole } from '../assert';
import { generator } from '../random';
import type { Dataset, Example } from '../types';
import { words } from '../words';
import { sigmoid, tanh, type Activation } from './activations';
import { isArray, matrix } from './checks';
import { binaryCrossentropy, categoricalCrossentropy } from './crossentropy';
import { Layer, transpose, type Initializer, type LayerActivation, type Matrix } from './layer';
import { meanSquaredError, type Loss } from './losses';
import { softmax } from './softmax';
import type { Targets } from './targets';
import { train, type NetworkFitOptions, type NetworkHistory } from './training';

/** Options of {@link Network}. */
export interface NetworkOptions {
  /** The activation of the hidden layers. Default scratch.tanh. */
  activation?: Activation;
  /** The activation of the last layer. Default scratch.sigmoid for one unit, scratch.softmax for several. */
  output?: LayerActivation;
  /**
   * What learning makes small. Default by the output: categoricalCrossentropy for softmax, binaryCrossentropy for sigmoid,
   * meanSquaredError for any other.
   */
  loss?: Loss;
  /** How the first weights are drawn, 'glorotUniform' or 'heUniform' (for relu). Default 'glorotUniform'. */
  initializer?: Initializer;
  /** The whole number that decides the first weights. Default 0. */
  seed?: number;
}

/**
 * A network in plain numbers: `units` lists the inputs, the units of each hidden layer and the outputs, so [2, 8, 1] has
 * two inputs, eight hidden units and one output. Each of `layers` keeps its W, b, Z, A and their gradients for looking at.
 *
 * ```ts
 * import { data, scratch } from 'neurona';
 *
 * const network = new scratch.Network([2, 4, 1], { seed: 1 });
 * const optimizer = scratch.adam({ learningRate: 0.1 });
 * const { loss } = network.fit(data.gate('xor'), { epochs: 200, optimizer });
 * console.log(network, loss.at(-1), network.predict([0, 1]));
 * console.log(network.layers[0]!.W, network.layers[0]!.dW);
 * ```
 *
 * It is a Predictor: its decision boundary can be drawn. Throws where a number of units or an option is out of range, or it
 * is asked or taught with anything but finite numbers in the right number.
 * Source: Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", 1986; lessons 05 and 08.
 */
export class Network {
  readonly layers: readonly Layer[];
  readonly loss: Loss;

  constructor(
    units: readonly number[],
    { activation = tanh, output, loss, initializer = 'glorotUniform', seed = 0 }: NetworkOptions = {},
  ) {
    const who = 'scratch.Network';
    if (!isArray(units) || units.length < 2) fail(who, 'units to list the inputs and at least one layer', units);
    units.forEach((count, i) => whole(who, { [`units[${i}]`]: count }, 1, 100_000));
    whole(who, { seed }, 0);
    const last = output ?? (units.at(-1) === 1 ? sigmoid : softmax);
    const random = generator(seed);
    this.layers = units.slice(1).map((count, i) => {
      const own = i === units.length - 2 ? last : activation;
      return new Layer(units[i]!, count, { activation: own, initializer, seed: random });
    });
    this.loss =
      loss ?? (last === softmax ? categoricalCrossentropy : last === sigmoid ? binaryCrossentropy : meanSquaredError);
    if (typeof this.loss.derivative !== 'function') {
      fail(who, 'loss to be a function with a derivative, as scratch.meanSquaredError', loss);
    }
  }

  /** How many inputs an example has. */
  get inputs(): number {
    return this.layers[0]!.inputs;
  }

  /** All weights and biases in one list: of each layer W row by row, then b. Setting it sets them all. */
  get parameters(): number[] {
    return this.layers.flatMap(({ W, b }) => [...W.flat(), ...b]);
  }
  set parameters(values: readonly number[]) {
    numbers('Network.parameters', { parameters: values }, this.parameters.length);
    let at = 0;
    const take = (count: number) => values.slice(at, (at += count));
    for (const layer of this.layers) {
      layer.W = layer.W.map(() => take(layer.inputs));
      layer.b = take(layer.units);
    }
  }

  /** ∂loss/∂parameters of the last `backward`, in the order of `parameters`; empty before the first. */
  get gradients(): number[] {
    return this.layers.flatMap(({ dW, db }) => [...dW.flat(), ...db]);
  }

  /** Returns the outputs [samples, units] for `xs` [samples, inputs]; each layer keeps its Z and A. */
  forward(xs: readonly (readonly number[])[]): Matrix {
    if (!isArray(xs) || xs.length === 0) fail('Network.forward', 'xs to be an array of rows, at least one', xs);
    xs.forEach((x, row) => numbers('Network.forward', { [`xs[${row}]`]: x }, this.inputs));
    return transpose(this.layers.reduce((A, layer) => layer.forward(A), transpose(xs)));
  }

  /**
   * Carries the loss of the last `forward` back, for its targets `ys` [samples, units]; each layer keeps its dW, db, dZ and
   * dA. Returns the loss, the mean over the samples.
   */
  backward(ys: readonly (readonly number[])[]): number {
    const last = this.layers.at(-1)!;
    const samples = last.A[0]?.length;
    if (samples === undefined)
      fail('Network.backward', 'a forward before the backward', undefined, 'call forward first');
    matrix('Network.backward', 'ys', ys, samples);
    const outputs = transpose(last.A);
    const loss = this.#mean(ys, outputs);
    const dA = transpose(outputs.map((a, i) => this.loss.derivative(ys[i]!, a).map((d) => d / samples))); // [units, samples]
    let back = last.backward(dA);
    // With cross-entropy the output's own derivative cancels: dZ = (A − Y) / m, exact where σ′(Z) is too small to divide by.
    const paired = last.activation === softmax && this.loss === categoricalCrossentropy;
    const questions = last.activation === sigmoid && this.loss === binaryCrossentropy ? last.units : undefined;
    if (paired || questions) {
      const share = samples * (questions ?? 1);
      const whole = ys.map((y) => (paired ? y.reduce((sum, target) => sum + target, 0) : 1)); // Σ y of a one-hot row is 1
      back = last.backwardFromZ(last.A.map((row, unit) => row.map((a, i) => (a * whole[i]! - ys[i]![unit]!) / share)));
    }
    for (const layer of this.layers.slice(0, -1).reverse()) back = layer.backward(back);
    return loss;
  }

  /** Returns the loss for `ys` [samples, units] at `xs` [samples, inputs], the mean over the samples. */
  evaluate(xs: readonly (readonly number[])[], ys: readonly (readonly number[])[]): number {
    const outputs = this.forward(xs);
    matrix('Network.evaluate', 'ys', ys, outputs.length);
    return this.#mean(ys, outputs);
  }

  #mean(ys: readonly (readonly number[])[], outputs: Matrix): number {
    return outputs.reduce((sum, a, i) => sum + this.loss(ys[i]!, a), 0) / outputs.length;
  }

  /** Returns the output for one example: a number where there is one output unit, else one number for each. */
  predict(x: readonly number[]): number | number[] {
    numbers('Network.predict', { x }, this.inputs);
    const [output] = this.forward([x]);
    return output!.length === 1 ? output![0]! : output!;
  }

  /**
   * Learns from a data set or from pairs [x, y], y being a number, the number of a class, or a target for each output unit.
   * Returns the loss after each epoch and the parameters on the way; stops and says `diverged` where numbers overflow.
   */
  fit(data: Dataset | readonly Example[] | readonly Targets[], options: NetworkFitOptions = {}): NetworkHistory {
    return train(this, data, options);
  }

  [inspect.custom](): string {
    const layers = this.layers.map(({ units, activation }): [number, string] => [units, activation.name]);
    return words.scratch.describeNetwork(this.inputs, layers);
  }
}
