/** Optimizers with one learning rate for all, or one that adapts to each parameter: from gd to Adadelta. */
import { optimizer, ratio, settings, type EpsilonOptions, type Optimizer, type OptimizerOptions } from './optimizer';

/** Options of {@link momentum}. */
export interface MomentumOptions extends OptimizerOptions {
  /** How much of the last step's speed is kept, from 0 up to, but not including, 1. Default 0.9. */
  momentum?: number;
}

/** Options of {@link rmsprop} and {@link adadelta}. */
export interface RhoOptions extends EpsilonOptions {
  /**
   * How much of the mean square is kept from step to step, from 0 up to, but not including, 1. Default 0.9, and 0.95 for
   * adadelta.
   */
  rho?: number;
}

/** Options of {@link adagrad}. */
export interface AdagradOptions extends EpsilonOptions {
  /** What the sums of squares start from, from 0 up. Default 0.1, as in tfjs and Keras. */
  initialAccumulatorValue?: number;
}

/**
 * Gradient descent: w ← w − η g, where g is the gradient over all the examples.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.gd({ learningRate: 0.1 }).step([1, 2], [10, -10]));
 * ```
 *
 * Returns an optimizer; its learning rate η is 0.01 if none is given, as in Keras. Throws where it is not above 0.
 * Source: Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées", 1847.
 */
export function gd({ learningRate = 0.01 }: OptimizerOptions = {}): Optimizer {
  settings('gd', { learningRate });
  return optimizer('gd', (g) => learningRate * g, 'all');
}

/**
 * Stochastic gradient descent: the step of gd, w ← w − η g, with g of a few examples drawn at random.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.sgd({ learningRate: 0.1 }).step([1, 2], [10, -10]));
 * ```
 *
 * Returns an optimizer; its learning rate η is 0.01 if none is given, as in Keras. Throws where it is not above 0.
 * Source: Robbins and Monro, "A stochastic approximation method", 1951.
 */
export function sgd({ learningRate = 0.01 }: OptimizerOptions = {}): Optimizer {
  settings('sgd', { learningRate });
  return optimizer('sgd', (g) => learningRate * g);
}

/**
 * A ball that rolls: its speed v ← μ v + g keeps what it had, and w ← w − η v.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * const ball = scratch.momentum({ learningRate: 0.1, momentum: 0.9 });
 * console.log(ball.step([1], [1]), ball.step([0.9], [1]));
 * ```
 *
 * Returns an optimizer; η is 0.01 and μ is 0.9 if none is given. Throws where a setting is out of range.
 * The form is that of tfjs and PyTorch; Keras has η within v, the same as long as η stays.
 * Source: Polyak, "Some methods of speeding up the convergence of iteration methods", 1964.
 */
export function momentum({ learningRate = 0.01, momentum = 0.9 }: MomentumOptions = {}): Optimizer {
  settings('momentum', { learningRate, momentum });
  const v: number[] = [];
  return optimizer('momentum', (g, i) => {
    v[i] = momentum * (v[i] ?? 0) + g;
    return learningRate * v[i];
  });
}

/**
 * A rate for each parameter, smaller the more it has moved: s ← s + g², w ← w − η g / √(s + ε).
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.adagrad({ learningRate: 0.1 }).step([1, 1], [10, 0.1]));
 * ```
 *
 * Returns an optimizer; η is 0.001 if none is given, as in Keras. Throws where a setting is out of range.
 * ε is within the root, as in tfjs and Keras; PyTorch adds it to the root, and starts s from 0.
 * Source: Duchi, Hazan and Singer, "Adaptive subgradient methods for online learning and stochastic optimization", 2011.
 */
export function adagrad({
  learningRate = 0.001,
  initialAccumulatorValue = 0.1,
  epsilon = 1e-7,
}: AdagradOptions = {}): Optimizer {
  settings('adagrad', { learningRate, initialAccumulatorValue, epsilon });
  const s: number[] = [];
  return optimizer('adagrad', (g, i) => {
    s[i] = (s[i] ?? initialAccumulatorValue) + g * g;
    return ratio(learningRate * g, Math.sqrt(s[i] + epsilon));
  });
}

/**
 * Adagrad that forgets: s ← ρ s + (1 − ρ) g², w ← w − η g / √(s + ε).
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.rmsprop({ learningRate: 0.1 }).step([1, 1], [10, 0.1]));
 * ```
 *
 * Returns an optimizer; η is 0.001 and ρ is 0.9 if none is given, as in Keras. Throws where a setting is out of range.
 * ε is within the root, as in tfjs and Keras; PyTorch adds it to the root, and its ρ, called alpha, is 0.99.
 * Source: Tieleman and Hinton, "Neural networks for machine learning", lecture 6.5, 2012.
 */
export function rmsprop({ learningRate = 0.001, rho = 0.9, epsilon = 1e-7 }: RhoOptions = {}): Optimizer {
  settings('rmsprop', { learningRate, rho, epsilon });
  const s: number[] = [];
  return optimizer('rmsprop', (g, i) => {
    s[i] = rho * (s[i] ?? 0) + (1 - rho) * g * g;
    return ratio(learningRate * g, Math.sqrt(s[i] + epsilon));
  });
}

/**
 * Rmsprop whose rate is the mean size of its own last steps: s ← ρ s + (1 − ρ) g², d = g √(u + ε) / √(s + ε),
 * u ← ρ u + (1 − ρ) d², w ← w − η d.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.adadelta({ learningRate: 1 }).step([1, 1], [10, 0.1]));
 * ```
 *
 * Returns an optimizer; η is 0.001 and ρ is 0.95 if none is given, as in tfjs and Keras, which is slow: the paper has no η,
 * which is η = 1, and ε = 1e-6. Throws where a setting is out of range.
 * As in the paper, in Keras and in PyTorch the new s counts; tfjs divides by the old one.
 * Source: Zeiler, "ADADELTA: an adaptive learning rate method", 2012.
 */
export function adadelta({ learningRate = 0.001, rho = 0.95, epsilon = 1e-7 }: RhoOptions = {}): Optimizer {
  settings('adadelta', { learningRate, rho, epsilon });
  const s: number[] = [];
  const u: number[] = [];
  return optimizer('adadelta', (g, i) => {
    s[i] = rho * (s[i] ?? 0) + (1 - rho) * g * g;
    const d = ratio(g * Math.sqrt((u[i] ?? 0) + epsilon), Math.sqrt(s[i] + epsilon));
    u[i] = rho * (u[i] ?? 0) + (1 - rho) * d * d;
    return learningRate * d;
  });
}
