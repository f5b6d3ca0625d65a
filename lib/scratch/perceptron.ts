/** Rosenblatt's perceptron: a threshold unit that learns its weights from its mistakes. */
import { inspect } from 'node:util';
import { fail, numbers, positive, whole } from '../assert';
import { examplesOf } from '../data/examples';
import { generator } from '../random';
import type { Bit, Dataset, Example } from '../types';
import { words } from '../words';
import { weightedSum } from './mcculloch-pitts';

/** Options of {@link Perceptron}. */
export interface PerceptronOptions {
  /**
   * Where given, weights and bias start as random numbers from -1 to 1 that this whole number decides. Default: all
   * start at 0.
   */
  seed?: number;
}

/** Options of {@link Perceptron.update}. */
export interface UpdateOptions {
  /** How far one mistake moves the weights, above 0. Default 1. */
  learningRate?: number;
}

/** Options of {@link Perceptron.fit}. */
export interface PerceptronFitOptions extends UpdateOptions {
  /** How many times, at most, to go through the examples. Default 100. */
  epochs?: number;
}

/** What {@link Perceptron.fit} has seen. */
export interface PerceptronHistory {
  /** Mistakes made in each epoch, up to and with the first epoch without any. */
  errors: number[];
  /** Whether the last epoch was without a mistake: then every example is answered rightly. */
  converged: boolean;
}

/**
 * A perceptron of `inputs` inputs: y = 1 where Σ wᵢxᵢ + b ≥ 0, else 0.
 *
 * ```ts
 * import { data, scratch } from 'neurona';
 *
 * const neuron = new scratch.Perceptron(2);
 * const { errors, converged } = neuron.fit(data.gate('and'));
 * console.log(errors, converged, neuron);
 * ```
 *
 * Throws where `inputs` or `seed` is out of range, or where it is asked or taught with anything but finite numbers.
 * Source: Rosenblatt, "The perceptron: a probabilistic model for information storage and organization in the brain",
 * 1958.
 */
export class Perceptron {
  /** One weight for each input. */
  weights: number[];
  /** Added to the weighted sum: the threshold with its sign turned. */
  bias: number;

  constructor(inputs: number, { seed }: PerceptronOptions = {}) {
    whole('scratch.Perceptron', { inputs }, 1, 1_000_000);
    if (seed !== undefined) whole('scratch.Perceptron', { seed }, 0);
    const random = seed === undefined ? undefined : generator(seed);
    this.weights = Array.from({ length: inputs }, () => random?.uniform(-1, 1) ?? 0);
    this.bias = random?.uniform(-1, 1) ?? 0;
  }

  /** Returns Σ wᵢxᵢ + b for the inputs `x`, any finite numbers. */
  weightedSum(x: readonly number[]): number {
    const who = 'Perceptron.weightedSum';
    numbers(who, { x }, this.weights.length);
    const sum = weightedSum(this.weights, x) + this.bias;
    if (!Number.isFinite(sum)) fail(who, 'a finite sum', sum, 'inputs or weights have grown too large');
    return sum;
  }

  /** Returns 1 if the perceptron fires for the inputs `x`, else 0. */
  predict(x: readonly number[]): Bit {
    return this.weightedSum(x) >= 0 ? 1 : 0;
  }

  /**
   * One step of Rosenblatt's rule for an example with target `y`: w ← w + η (y − ŷ) x and b ← b + η (y − ŷ).
   * Returns the error y − ŷ made before the step: 0 (and nothing changes), 1 (should have fired) or -1 (should not
   * have).
   */
  update(x: readonly number[], y: number, { learningRate = 1 }: UpdateOptions = {}): number {
    const who = 'Perceptron.update';
    if (y !== 0 && y !== 1) fail(who, 'the target y to be 0 or 1', y);
    positive(who, { learningRate });
    const error = y - this.predict(x);
    if (error === 0) return 0;
    this.weights = this.weights.map((weight, i) => weight + learningRate * error * x[i]!);
    this.bias += learningRate * error;
    return error;
  }

  /**
   * Goes through the examples in their order, again and again, until an epoch is without a mistake or `epochs` are
   * over.
   *
   * Where some line (plane, hyperplane) separates the classes, the number of mistakes is finite: Novikoff,
   * "On convergence proofs on perceptrons", 1962. Where none does, as for XOR, mistakes never end.
   */
  fit(
    data: Dataset | readonly Example[],
    { epochs = 100, learningRate = 1 }: PerceptronFitOptions = {},
  ): PerceptronHistory {
    const who = 'Perceptron.fit';
    whole(who, { epochs }, 1);
    positive(who, { learningRate });
    const examples = examplesOf(who, data);
    examples.forEach(([x, y], row) => {
      numbers(who, { [`x of example ${row}`]: x }, this.weights.length);
      if (y !== 0 && y !== 1) fail(who, `the target of example ${row} to be 0 or 1`, y);
    });
    const errors: number[] = [];
    while (errors.length < epochs && errors.at(-1) !== 0) {
      errors.push(examples.filter(([x, y]) => this.update(x, y, { learningRate }) !== 0).length);
    }
    return { errors, converged: errors.at(-1) === 0 };
  }

  [inspect.custom](): string {
    return words.scratch.describeUnit(words.scratch.perceptron, this.weights, 0 - this.bias, []);
  }
}
