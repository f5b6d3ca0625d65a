/** A layer of units as one matrix: Z = W A + b, A = f(Z), and the chain rule back through both. */
import { inspect } from 'node:util';
import { fail, oneOf, whole } from '../assert';
import { generator, type Generator } from '../random';
import { words } from '../words';
import type { Activation } from './activations';
import { matrix, notOverflown } from './checks';
import { softmax } from './softmax';

/** A matrix as an array of rows. */
export type Matrix = number[][];

/** How the first weights are drawn, so that signals keep their size from layer to layer; tfjs's names. */
export type Initializer = 'glorotUniform' | 'heUniform';

/** What a layer does with its Z: an activation for each number, or softmax for each column. */
export type LayerActivation = Activation | typeof softmax;

/** Options of {@link Layer}. */
export interface LayerOptions {
  /** What becomes of Z. */
  activation: LayerActivation;
  /**
   * 'glorotUniform' draws weights from ±√(6 / (inputs + units)), for tanh and sigmoid; 'heUniform' from ±√(6 / inputs), for
   * relu. Biases start at 0. Default 'glorotUniform'.
   */
  initializer?: Initializer;
  /** The whole number that decides the first weights, or a generator to draw them from. Default 0. */
  seed?: number | Generator;
}

/**
 * A layer of `units` units with `inputs` inputs each. Examples stand in columns, as in lesson 05: with m examples, A of
 * the layer before is [inputs, m], W is [units, inputs], b [units], Z and A are [units, m].
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * const layer = new scratch.Layer(2, 3, { activation: scratch.tanh, seed: 1 });
 * console.log(layer.forward([[0, 1], [1, 1]])); // two examples, (0, 1) and (1, 1)
 * layer.backward([[1, 1], [0, 0], [0, 0]]);
 * console.log(layer.dW, layer.db);
 * ```
 *
 * Throws where `inputs`, `units` or an option is out of range, a matrix has another shape than these or a number that is
 * not finite, Z overflows, or `backward` comes before `forward`.
 * Source: Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", 1986; Glorot and Bengio,
 * "Understanding the difficulty of training deep feedforward neural networks", 2010; He and others, "Delving deep into
 * rectifiers", 2015.
 */
export class Layer {
  /** The weights, [units, inputs]. */
  W: Matrix;
  /** The biases, [units]. */
  b: number[];
  /** What the last `forward` saw and made: weighted sums and outputs, both [units, samples]. */
  Z: Matrix = [];
  A: Matrix = [];
  /** What the last `backward` made: ∂loss/∂ each of the above, of the same shape. */
  dW: Matrix = [];
  db: number[] = [];
  dZ: Matrix = [];
  dA: Matrix = [];
  readonly inputs: number;
  readonly units: number;
  readonly activation: LayerActivation;
  #before: Matrix = [];

  constructor(inputs: number, units: number, { activation, initializer = 'glorotUniform', seed = 0 }: LayerOptions) {
    const who = 'scratch.Layer';
    whole(who, { inputs }, 1, 100_000);
    whole(who, { units }, 1, 100_000);
    oneOf(who, { initializer }, ['glorotUniform', 'heUniform']);
    if (typeof activation !== 'function' || !('derivative' in activation || 'jvp' in activation)) {
      fail(who, 'activation to be a function with a derivative, as scratch.tanh, or scratch.softmax', activation);
    }
    const random = typeof seed === 'number' ? generator(seed) : seed;
    const limit = Math.sqrt(6 / (initializer === 'heUniform' ? inputs : inputs + units));
    [this.inputs, this.units, this.activation] = [inputs, units, activation];
    this.W = Array.from({ length: units }, () => Array.from({ length: inputs }, () => random.uniform(-limit, limit)));
    this.b = Array<number>(units).fill(0);
  }

  /** Returns A [units, samples] for the outputs of the layer before, [inputs, samples]; keeps Z and A. */
  forward(before: Matrix): Matrix {
    matrix('Layer.forward', 'the input', before, this.inputs);
    const sums = multiply(this.W, before); // [units, samples]
    const Z = notOverflown(
      'Layer.forward',
      'Z',
      sums.map((row, unit) => row.map((sum) => sum + this.b[unit]!)),
    );
    const { activation: f } = this;
    [this.#before, this.Z] = [before, Z];
    this.A = 'jvp' in f ? transpose(transpose(Z).map((z) => f(z))) : Z.map((row) => row.map((z) => f(z)));
    return this.A;
  }

  /**
   * The chain rule through the layer, for ∂loss/∂A [units, samples] of the last `forward`: dZ = dA ⊙ f′(Z), then
   * dW = dZ Aᵀ with the A of the layer before, and db = the sum of dZ over the samples.
   * Returns ∂loss/∂A of the layer before, Wᵀ dZ [inputs, samples].
   */
  backward(dA: Matrix): Matrix {
    this.#like('dA', dA);
    this.dA = dA;
    const { activation: f, Z } = this;
    if ('jvp' in f) {
      const columns = transpose(dA);
      return this.backwardFromZ(transpose(transpose(Z).map((z, sample) => f.jvp(z, columns[sample]!))));
    }
    return this.backwardFromZ(dA.map((row, unit) => row.map((d, sample) => d * f.derivative(Z[unit]![sample]!))));
  }

  /** The same from ∂loss/∂Z [units, samples], for a loss that knows it: softmax and cross-entropy together do. */
  backwardFromZ(dZ: Matrix): Matrix {
    this.#like('dZ', dZ);
    this.dZ = dZ;
    this.dW = multiply(dZ, transpose(this.#before)); // [units, samples] · [samples, inputs]
    this.db = dZ.map((row) => row.reduce((sum, d) => sum + d, 0));
    return notOverflown('Layer.backward', 'Wᵀ dZ', multiply(transpose(this.W), dZ)); // [inputs, units] · [units, samples]
  }

  #like(name: string, gradient: Matrix): void {
    if (this.Z.length === 0) fail('Layer.backward', 'a forward before the backward', undefined, 'call forward first');
    matrix('Layer.backward', name, gradient, this.units);
    const [wanted, got] = [this.Z[0]!.length, gradient[0]!.length];
    if (got !== wanted) fail('Layer.backward', `${name} to have ${wanted} columns, one for each sample`, got);
  }

  [inspect.custom](): string {
    return words.scratch.describeLayer(this.inputs, this.units, this.activation.name);
  }
}

/** The product of [rows, inner] and [inner, columns]. */
function multiply(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => b[0]!.map((_, column) => row.reduce((sum, value, i) => sum + value * b[i]![column]!, 0)));
}

/** Rows become columns. */
export function transpose(a: readonly (readonly number[])[]): Matrix {
  return a[0]!.map((_, column) => a.map((row) => row[column]!));
}
