/** Activations that let what is above 0 pass, each beside its derivative: relu and its gentler relatives. */
import { positive } from '../assert';
import { sigmoid } from './activations';
import { real } from './checks';
import { normalArea, normalDensity } from './normal';

/** Options of {@link leakyRelu} and {@link elu}. */
export interface AlphaOptions {
  /** The size of the part below 0, above 0. Default 0.2 for leakyRelu, as in tf.leakyRelu, and 1 for elu. */
  alpha?: number;
}

/**
 * The rectified linear unit: z above 0, else 0. The derivative is 1 above 0, else 0, at 0 by convention, as in tfjs.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log([-2, 0, 2].map((z) => scratch.relu(z)), scratch.relu.derivative(2));
 * ```
 *
 * Returns a number from 0 up. Throws where z is not finite.
 * Source: Nair and Hinton, "Rectified linear units improve restricted Boltzmann machines", 2010.
 */
export function relu(z: number): number {
  real('scratch.relu', z);
  return z > 0 ? z : 0;
}
/** Returns the slope f′(z). Throws where f does. */
relu.derivative = (z: number): number => {
  real('scratch.relu.derivative', z);
  return z > 0 ? 1 : 0;
};

/**
 * A relu that leaks: z above 0, alpha · z below, so that a unit below 0 still learns. The derivative at 0 is alpha, by
 * convention.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.leakyRelu(-2), scratch.leakyRelu.derivative(-2, { alpha: 0.01 }));
 * ```
 *
 * Returns a number. Throws where z is not finite or alpha not above 0.
 * Source: Maas, Hannun and Ng, "Rectifier nonlinearities improve neural network acoustic models", 2013.
 */
export function leakyRelu(z: number, { alpha = 0.2 }: AlphaOptions = {}): number {
  real('scratch.leakyRelu', z);
  positive('scratch.leakyRelu', { alpha });
  return z > 0 ? z : alpha * z;
}
/** Returns the slope f′(z). Throws where f does. */
leakyRelu.derivative = (z: number, { alpha = 0.2 }: AlphaOptions = {}): number => {
  real('scratch.leakyRelu.derivative', z);
  positive('scratch.leakyRelu.derivative', { alpha });
  return z > 0 ? 1 : alpha;
};

/**
 * The exponential linear unit: z above 0, alpha (eᶻ − 1) below; it settles at −alpha. The derivative is 1 above 0, else
 * alpha · eᶻ.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.elu(-2), scratch.elu.derivative(-2));
 * ```
 *
 * Returns a number above −alpha. Throws where z is not finite or alpha not above 0.
 * Source: Clevert, Unterthiner and Hochreiter, "Fast and accurate deep network learning by exponential linear units",
 * 2015.
 */
export function elu(z: number, { alpha = 1 }: AlphaOptions = {}): number {
  real('scratch.elu', z);
  positive('scratch.elu', { alpha });
  return z > 0 ? z : alpha * Math.expm1(z);
}
/** Returns the slope f′(z). Throws where f does. */
elu.derivative = (z: number, { alpha = 1 }: AlphaOptions = {}): number => {
  real('scratch.elu.derivative', z);
  positive('scratch.elu.derivative', { alpha });
  return z > 0 ? 1 : alpha * Math.exp(z);
};

/**
 * A relu with its corner rounded: ln(1 + eᶻ). Its derivative is the sigmoid.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.softplus(0), scratch.softplus(1000), scratch.softplus.derivative(0));
 * ```
 *
 * Returns a number from 0 up. Throws where z is not finite.
 * Source: Dugas and others, "Incorporating second-order functional knowledge for better option pricing", 2000.
 */
export function softplus(z: number): number {
  real('scratch.softplus', z);
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))); // ln(1 + eᶻ), with e to a power below 0 only
}
/** Returns the slope f′(z). Throws where f does. */
softplus.derivative = (z: number): number => sigmoid(z);

/**
 * The Gaussian error linear unit: z Φ(z), where Φ(z) is the chance that a normal draw is below z. The derivative is
 * Φ(z) + z φ(z). This is the exact form, not the one approximated by tanh.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.gelu(1), scratch.gelu.derivative(1));
 * ```
 *
 * Returns a number above −0.17. Throws where z is not finite.
 * Source: Hendrycks and Gimpel, "Gaussian error linear units (GELUs)", 2016.
 */
export function gelu(z: number): number {
  real('scratch.gelu', z);
  return z * normalArea(z);
}
/** Returns the slope f′(z). Throws where f does. */
gelu.derivative = (z: number): number => {
  real('scratch.gelu.derivative', z);
  return normalArea(z) + z * normalDensity(z);
};

/**
 * The swish, also called SiLU: z σ(z). The derivative is σ(z) + z σ′(z).
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * console.log(scratch.swish(1), scratch.swish.derivative(1));
 * ```
 *
 * Returns a number above −0.28. Throws where z is not finite.
 * Source: Ramachandran, Zoph and Le, "Searching for activation functions", 2017.
 */
export function swish(z: number): number {
  real('scratch.swish', z);
  return z * sigmoid(z);
}
/** Returns the slope f′(z). Throws where f does. */
swish.derivative = (z: number): number => {
  real('scratch.swish.derivative', z);
  return sigmoid(z) + z * sigmoid.derivative(z);
};
