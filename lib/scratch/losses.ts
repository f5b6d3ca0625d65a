/** Losses of one example, each beside its derivative: how wrong an output is, and which way to mend it. */
import { fail, positive } from '../assert';
import { Overflow, pair } from './checks';

/** How far the output of one example is from its target: a function that knows its own derivative. */
export interface Loss {
  /** Returns the loss, a number from 0 up; both lists have one number for each output unit. */
  (target: readonly number[], output: readonly number[]): number;
  /** Returns ∂loss/∂output, one number for each output. */
  derivative(target: readonly number[], output: readonly number[]): number[];
  readonly name: string;
}

/** Options of {@link huber}. */
export interface HuberOptions {
  /** The error from which on the loss grows as a line, above 0. Default 1. */
  delta?: number;
}

function mean(who: string, values: readonly number[]): number {
  const result = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (Number.isFinite(result)) return result;
  throw new Overflow(`${who}: expected a finite loss, got ${result}; outputs have grown too large`);
}

/**
 * The mean of the squared errors, (1/n) Σ (ŷᵢ − yᵢ)²; its derivative is (2/n) (ŷᵢ − yᵢ). For numbers: regression.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.meanSquaredError([1, 2], [1, 4]), scratch.meanSquaredError.derivative([1, 2], [1, 4]));
 * ```
 *
 * Returns a number from 0 up. Throws where the lists are empty, differ in length or hold a number that is not finite.
 * Source: Legendre, "Nouvelles méthodes pour la détermination des orbites des comètes", 1805; lesson 07.
 */
export function meanSquaredError(target: readonly number[], output: readonly number[]): number {
  pair('scratch.meanSquaredError', target, output);
  return mean(
    'scratch.meanSquaredError',
    output.map((p, i) => (p - target[i]!) ** 2),
  );
}
/** Returns ∂loss/∂output, one number for each output. Throws where the loss does. */
meanSquaredError.derivative = (target: readonly number[], output: readonly number[]): number[] => {
  pair('scratch.meanSquaredError.derivative', target, output);
  return output.map((p, i) => (2 * (p - target[i]!)) / output.length);
};

/**
 * The mean of the errors' sizes, (1/n) Σ |ŷᵢ − yᵢ|; its derivative is ±1/n, and 0 where there is no error. One wild
 * example counts less than with squares.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.meanAbsoluteError([1, 2], [1, 4]), scratch.meanAbsoluteError.derivative([1, 2], [1, 4]));
 * ```
 *
 * Returns a number from 0 up. Throws where the lists are empty, differ in length or hold a number that is not finite.
 * Source: Laplace, "Mémoire sur la probabilité des causes par les évènements", 1774; lesson 07.
 */
export function meanAbsoluteError(target: readonly number[], output: readonly number[]): number {
  pair('scratch.meanAbsoluteError', target, output);
  return mean(
    'scratch.meanAbsoluteError',
    output.map((p, i) => Math.abs(p - target[i]!)),
  );
}
/** Returns ∂loss/∂output, one number for each output. Throws where the loss does. */
meanAbsoluteError.derivative = (target: readonly number[], output: readonly number[]): number[] => {
  pair('scratch.meanAbsoluteError.derivative', target, output);
  return output.map((p, i) => Math.sign(p - target[i]!) / output.length);
};

/**
 * Squares for small errors e, a line for large ones: the mean of ½e² up to delta, and of delta (|e| − ½ delta) beyond.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.huber([0, 0], [0.5, 10]), scratch.huber.derivative([0, 0], [0.5, 10], { delta: 2 }));
 * ```
 *
 * Returns a number from 0 up. Throws where the lists are empty, differ in length or hold a number that is not finite, or
 * delta is not above 0.
 * Source: Huber, "Robust estimation of a location parameter", 1964.
 */
export function huber(target: readonly number[], output: readonly number[], { delta = 1 }: HuberOptions = {}): number {
  pair('scratch.huber', target, output);
  positive('scratch.huber', { delta });
  const of = (error: number) => (error <= delta ? error ** 2 / 2 : delta * (error - delta / 2));
  return mean(
    'scratch.huber',
    output.map((p, i) => of(Math.abs(p - target[i]!))),
  );
}
/** Returns ∂loss/∂output, one number for each output. Throws where the loss does. */
huber.derivative = (
  target: readonly number[],
  output: readonly number[],
  { delta = 1 }: HuberOptions = {},
): number[] => {
  pair('scratch.huber.derivative', target, output);
  positive('scratch.huber.derivative', { delta });
  return output.map((p, i) => Math.max(-delta, Math.min(delta, p - target[i]!)) / output.length);
};

/**
 * The mean of max(0, 1 − yᵢŷᵢ), with targets −1 and 1: no loss for an output on the right side by 1 or more. Its
 * derivative is −yᵢ/n inside the margin, else 0.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.hinge([1, -1], [0.4, -2]), scratch.hinge.derivative([1, -1], [0.4, -2]));
 * ```
 *
 * Returns a number from 0 up. Throws where a target is not −1 or 1, the lists are empty or differ in length, or a number
 * is not finite.
 * Source: Cortes and Vapnik, "Support-vector networks", 1995.
 */
export function hinge(target: readonly number[], output: readonly number[]): number {
  sides('scratch.hinge', target, output);
  return mean(
    'scratch.hinge',
    output.map((p, i) => Math.max(0, 1 - target[i]! * p)),
  );
}
/** Returns ∂loss/∂output, one number for each output. Throws where the loss does. */
hinge.derivative = (target: readonly number[], output: readonly number[]): number[] => {
  sides('scratch.hinge.derivative', target, output);
  return output.map((p, i) => (target[i]! * p < 1 ? -target[i]! / output.length : 0));
};

function sides(who: string, target: readonly number[], output: readonly number[]): void {
  pair(who, target, output);
  const bad = target.findIndex((y) => Math.abs(y) !== 1);
  if (bad >= 0) fail(who, `target[${bad}] to be -1 or 1`, target[bad], 'turn classes 0 and 1 into 2 * y - 1');
}
