/** Activations, each beside its derivative: the step, the line, and the two S-shaped curves. */
import { real } from './checks';

/** What a unit does with its weighted sum z: a function of one number that knows its own derivative. */
export interface Activation {
  /** Returns a = f(z). */
  (z: number): number;
  /** Returns f′(z), the slope of the function at z. */
  derivative(z: number): number;
  readonly name: string;
}

/**
 * The step of the first neurons: 1 where z ≥ 0, else 0. `step.derivative(z)` is 0 everywhere, at the jump too, by
 * convention: this is why a network of steps can't learn by gradients.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.step(-0.1), scratch.step(0.1), scratch.step.derivative(0.1));
 * ```
 *
 * Returns 0 or 1. Throws where z is not finite.
 * Source: McCulloch and Pitts, "A logical calculus of the ideas immanent in nervous activity", 1943.
 */
export function step(z: number): number {
  real('scratch.step', z);
  return z >= 0 ? 1 : 0;
}
/** Returns the slope f′(z). Throws where f does. */
step.derivative = (z: number): number => {
  real('scratch.step.derivative', z);
  return 0;
};

/**
 * The activation that changes nothing: f(z) = z, f′(z) = 1. For the output of a regression.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.linear(3), scratch.linear.derivative(3));
 * ```
 *
 * Returns z. Throws where z is not finite.
 * Source: tfjs's activation 'linear'; lesson 06.
 */
export function linear(z: number): number {
  real('scratch.linear', z);
  return z;
}
/** Returns the slope f′(z). Throws where f does. */
linear.derivative = (z: number): number => {
  real('scratch.linear.derivative', z);
  return 1;
};

/**
 * The sigmoid σ(z) = 1 / (1 + e⁻ᶻ): any number becomes a chance, from 0 to 1. Its derivative is σ(z) (1 − σ(z)), at most
 * a quarter.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.sigmoid(0), scratch.sigmoid.derivative(0), scratch.sigmoid(-1000));
 * ```
 *
 * Returns a number from 0 to 1. Throws where z is not finite.
 * Source: Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", 1986.
 */
export function sigmoid(z: number): number {
  real('scratch.sigmoid', z);
  const small = Math.exp(-Math.abs(z)); // never overflows: of the two forms of σ, take the one with e to a power below 0
  return (z >= 0 ? 1 : small) / (1 + small);
}
/** Returns the slope f′(z). Throws where f does. */
sigmoid.derivative = (z: number): number => {
  real('scratch.sigmoid.derivative', z);
  const small = Math.exp(-Math.abs(z));
  return small / (1 + small) ** 2; // σ (1 − σ), without the difference 1 − σ, which would be 0 from z = 37 on
};

/**
 * The hyperbolic tangent: a sigmoid from −1 to 1, so that its answers lie around 0. Its derivative is 1 − tanh²(z).
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.tanh(1), scratch.tanh.derivative(1));
 * ```
 *
 * Returns a number from −1 to 1. Throws where z is not finite.
 * Source: LeCun, Bottou, Orr and Müller, "Efficient BackProp", 1998.
 */
export function tanh(z: number): number {
  real('scratch.tanh', z);
  return Math.tanh(z);
}
/** Returns the slope f′(z). Throws where f does. */
tanh.derivative = (z: number): number => {
  real('scratch.tanh.derivative', z);
  const small = Math.exp(-2 * Math.abs(z));
  return (4 * small) / (1 + small) ** 2; // 1 − tanh², without the difference, which would be 0 from z = 19 on
};
