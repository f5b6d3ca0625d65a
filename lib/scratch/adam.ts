/** Adam and its relatives: the speed of momentum over the size of rmsprop, both corrected for their start at 0. */
import { optimizer, ratio, settings, type EpsilonOptions, type Optimizer } from './optimizer';

/** Options of {@link adam} and {@link adamax}. */
export interface AdamOptions extends EpsilonOptions {
  /** How much of the mean gradient is kept, from 0 up to, but not including, 1. Default 0.9. */
  beta1?: number;
  /** How much of the gradient's mean size is kept, from 0 up to, but not including, 1. Default 0.999. */
  beta2?: number;
}

/** Options of {@link nadam}. */
export interface NadamOptions extends AdamOptions {
  /** How fast the momentum warms up, from 0 up. Default 0.004, as in the paper and in PyTorch; Keras's is 1. */
  momentumDecay?: number;
}

/**
 * Adam: m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², w ← w − η m̂ / (√v̂ + ε), where m̂ = m / (1 − β₁ᵗ) and
 * v̂ = v / (1 − β₂ᵗ).
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.adam({ learningRate: 0.1 }).step([1, 1], [10, 0.1]));
 * ```
 *
 * Returns an optimizer; η is 0.001, β₁ 0.9, β₂ 0.999 and ε 1e-7 if none is given, as in tfjs and Keras; the paper and
 * PyTorch have ε = 1e-8. Throws where a setting is out of range.
 * Source: Kingma and Ba, "Adam: a method for stochastic optimization", 2014.
 */
export function adam({
  learningRate = 0.001,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-7,
}: AdamOptions = {}): Optimizer {
  settings('adam', { learningRate, beta1, beta2, epsilon });
  const m: number[] = [];
  const v: number[] = [];
  return optimizer('adam', (g, i, t) => {
    m[i] = beta1 * (m[i] ?? 0) + (1 - beta1) * g;
    v[i] = beta2 * (v[i] ?? 0) + (1 - beta2) * g * g;
    const corrected = { m: m[i] / (1 - beta1 ** t), v: v[i] / (1 - beta2 ** t) };
    return ratio(learningRate * corrected.m, Math.sqrt(corrected.v) + epsilon);
  });
}

/**
 * Adam by the largest gradient of late instead of the mean square: u ← max(β₂ u, |g|), w ← w − η m̂ / (u + ε).
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.adamax({ learningRate: 0.1 }).step([1, 1], [10, 0.1]));
 * ```
 *
 * Returns an optimizer; η is 0.001, β₁ 0.9, β₂ 0.999 and ε 1e-7 if none is given, as in Keras; the paper and tfjs have
 * η = 0.002. Throws where a setting is out of range.
 * ε is added to u as in tfjs and Keras; the paper has none, and PyTorch adds it to |g|.
 * Source: Kingma and Ba, "Adam: a method for stochastic optimization", 2014, section 7.
 */
export function adamax({
  learningRate = 0.001,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-7,
}: AdamOptions = {}): Optimizer {
  settings('adamax', { learningRate, beta1, beta2, epsilon });
  const m: number[] = [];
  const u: number[] = [];
  return optimizer('adamax', (g, i, t) => {
    m[i] = beta1 * (m[i] ?? 0) + (1 - beta1) * g;
    u[i] = Math.max(beta2 * (u[i] ?? 0), Math.abs(g));
    return ratio((learningRate * m[i]) / (1 - beta1 ** t), u[i] + epsilon);
  });
}

/**
 * Adam with Nesterov's momentum, which looks one step ahead. The momentum warms up: μₜ = β₁ (1 − ½ · 0.96^(t δ)), with δ
 * the option momentumDecay; the mean is m̂ = μₜ₊₁ m / (1 − μ₁…μₜ₊₁) + (1 − μₜ) g / (1 − μ₁…μₜ), the rest is Adam's.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.nadam({ learningRate: 0.1 }).step([1, 1], [10, 0.1]));
 * ```
 *
 * Returns an optimizer; η is 0.001, β₁ 0.9, β₂ 0.999 and ε 1e-7 if none is given, as in Keras. Throws where a setting is
 * out of range.
 * Source: Dozat, "Incorporating Nesterov momentum into Adam", 2016.
 */
export function nadam({
  learningRate = 0.001,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-7,
  momentumDecay = 0.004,
}: NadamOptions = {}): Optimizer {
  settings('nadam', { learningRate, beta1, beta2, epsilon, momentumDecay });
  const m: number[] = [];
  const v: number[] = [];
  const mu = (t: number) => beta1 * (1 - 0.5 * 0.96 ** (t * momentumDecay));
  let product = 1; // μ₁ μ₂ … μₜ
  return optimizer('nadam', (g, i, t) => {
    if (i === 0) product *= mu(t); // once a step
    m[i] = beta1 * (m[i] ?? 0) + (1 - beta1) * g;
    v[i] = beta2 * (v[i] ?? 0) + (1 - beta2) * g * g;
    const ahead = (mu(t + 1) * m[i]) / (1 - product * mu(t + 1)) + ((1 - mu(t)) * g) / (1 - product);
    return ratio(learningRate * ahead, Math.sqrt(v[i] / (1 - beta2 ** t)) + epsilon);
  });
}
