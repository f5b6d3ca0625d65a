/** Cross-entropy, for answers that are chances: the surprise at the target, beside its derivative. */
import { fail } from '../assert';
import { chances } from './checks';

/** Outputs are kept this far from 0 and 1, whose logarithms are infinite; as in tfjs and Keras. */
const epsilon = 1e-7;
const clip = (p: number): number => Math.min(Math.max(p, epsilon), 1 - epsilon);

/**
 * The cross-entropy of yes-or-no answers: the mean of −y ln ŷ − (1 − y) ln(1 − ŷ); its derivative is
 * (ŷ − y) / (ŷ (1 − ŷ)) / n. For sigmoid outputs, one for each question.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.binaryCrossentropy([1], [0.9]), scratch.binaryCrossentropy.derivative([1], [0.9]));
 * ```
 *
 * Outputs nearer to 0 or 1 than 10⁻⁷ count as 10⁻⁷ away, as in tfjs; the derivative is that of the formula there, so that a
 * sure and wrong answer never counts as nothing to mend.
 * Returns a number from 0 up. Throws where a target or an output is not from 0 to 1, or the lists are empty or differ in
 * length.
 * Source: Good, "Rational decisions", 1952; lesson 07.
 */
export function binaryCrossentropy(target: readonly number[], output: readonly number[]): number {
  chances('scratch.binaryCrossentropy', target, output);
  const surprises = output.map((p, i) => -target[i]! * Math.log(clip(p)) - (1 - target[i]!) * Math.log1p(-clip(p)));
  return surprises.reduce((sum, surprise) => sum + surprise, 0) / output.length;
}
/** Returns ∂loss/∂output, one number for each output. Throws where the loss does. */
binaryCrossentropy.derivative = (target: readonly number[], output: readonly number[]): number[] => {
  chances('scratch.binaryCrossentropy.derivative', target, output);
  return output.map((p, i) => (clip(p) - target[i]!) / (clip(p) * (1 - clip(p))) / output.length);
};

/**
 * The cross-entropy of one answer among several: −Σ yᵢ ln ŷᵢ; its derivative is −yᵢ/ŷᵢ. For softmax outputs, with a
 * one-hot target.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * const [target, output] = [[0, 1, 0], [0.2, 0.7, 0.1]];
 * console.log(scratch.categoricalCrossentropy(target, output));
 * console.log(scratch.categoricalCrossentropy.derivative(target, output));
 * ```
 *
 * Outputs nearer to 0 or 1 than 10⁻⁷ count as 10⁻⁷ away, as in tfjs. tfjs also divides outputs by their sum; here a sum
 * other than 1 is an error.
 * Returns a number from 0 up. Throws where a target or an output is not from 0 to 1, either list does not sum to 1
 * (within 0.001), or the lists are empty or differ in length.
 * Source: Bridle, "Probabilistic interpretation of feedforward classification network outputs", 1990; lesson 07.
 */
export function categoricalCrossentropy(target: readonly number[], output: readonly number[]): number {
  oneOfAll('scratch.categoricalCrossentropy', target, output);
  return output.reduce((sum, p, i) => sum - target[i]! * Math.log(clip(p)), 0);
}
/** Returns ∂loss/∂output, one number for each output. Throws where the loss does. */
categoricalCrossentropy.derivative = (target: readonly number[], output: readonly number[]): number[] => {
  oneOfAll('scratch.categoricalCrossentropy.derivative', target, output);
  return output.map((p, i) => 0 - target[i]! / clip(p));
};

function oneOfAll(who: string, target: readonly number[], output: readonly number[]): void {
  chances(who, target, output);
  for (const [name, list] of Object.entries({ target, output })) {
    const sum = list.reduce((total, chance) => total + chance, 0);
    if (Math.abs(sum - 1) > 0.001) fail(who, `the numbers of ${name} to sum to 1, as softmax makes them`, sum);
  }
}
