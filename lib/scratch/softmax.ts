/** Softmax: scores become chances that add up to 1. */
import { fail, numbers } from '../assert';

/**
 * The chances aᵢ = e^zᵢ / Σ e^zⱼ of a list of scores z: each from 0 to 1, together 1.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.softmax([1, 2, 3]), scratch.softmax([1000, 0]));
 * console.log(scratch.softmax.jvp([1, 2, 3], [1, 0, 0]));
 * ```
 *
 * Each chance depends on every score, so the derivative is a matrix, the Jacobian J with Jᵢⱼ = aᵢ (1 if i = j, else 0,
 * minus aⱼ). `softmax.jvp(z, v)` is the product J v; J is symmetric, so this also carries a gradient back.
 * Returns as many numbers as `z` has. Throws where `z` is empty or holds a number that is not finite.
 * Source: Bridle, "Probabilistic interpretation of feedforward classification network outputs", 1990.
 */
export function softmax(z: readonly number[]): number[] {
  numbers('scratch.softmax', { z });
  if (z.length === 0) fail('scratch.softmax', 'z to hold at least one number', z);
  const largest = z.reduce((most, score) => Math.max(most, score)); // e^(z − largest) can't overflow; the quotient is the same
  const powers = z.map((score) => Math.exp(score - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
/** Returns the product J v of the Jacobian at z. Throws where the lists differ in length or hold what is not finite. */
softmax.jvp = (z: readonly number[], v: readonly number[]): number[] => {
  const a = softmax(z);
  numbers('scratch.softmax.jvp', { v }, z.length);
  const mean = a.reduce((sum, chance, i) => sum + chance * v[i]!, 0); // Σ aⱼvⱼ
  return a.map((chance, i) => chance * (v[i]! - mean)); // (J v)ᵢ = aᵢ (vᵢ − Σ aⱼvⱼ)
};
