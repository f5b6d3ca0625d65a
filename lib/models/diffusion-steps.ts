/** Diffusion's two directions: noise added to an example all at once, and one step back from noise towards it. */
import { fail, whole } from '../assert';
import * as tf from '../tensorflow';
import type { NoiseSchedule } from './noise-schedule';

/** A distribution of examples, one step less noisy. */
export interface Posterior {
  /** Its mean, the shape of the examples. */
  mean: tf.Tensor;
  /** Its variance, the same in every direction: 0 for the last step back. */
  variance: number;
}

/** xₜ = √ᾱₜ x₀ + √(1 − ᾱₜ) ε, each row at its own step of `t`. */
export function noised(x0: tf.Tensor, noise: tf.Tensor, t: readonly number[], { alphaBar }: NoiseSchedule): tf.Tensor {
  return tf.tidy(() => {
    const column = [t.length, ...Array<number>(x0.rank - 1).fill(1)]; // [batch, 1, …]
    const share = tf.tensor(t.map((t) => Math.sqrt(alphaBar[t]!)), column); // prettier-ignore
    const drowned = tf.tensor(t.map((t) => Math.sqrt(1 - alphaBar[t]!)), column); // prettier-ignore
    return x0.mul(share).add(noise.mul(drowned));
  });
}

/** The same read the other way: x₀ = (xₜ − √(1 − ᾱₜ) ε) / √ᾱₜ. */
export function denoised(xt: tf.Tensor, noise: tf.Tensor, t: number, { alphaBar }: NoiseSchedule): tf.Tensor {
  return tf.tidy(() => xt.sub(noise.mul(Math.sqrt(1 - alphaBar[t]!))).div(Math.sqrt(alphaBar[t]!)));
}

/** q(xₜ₋₁ | xₜ, x₀), equations 6 and 7 of Ho, Jain and Abbeel. */
export function posteriorOf(xt: tf.Tensor, x0: tf.Tensor, t: number, schedule: NoiseSchedule): Posterior {
  const [before, now] = [schedule.alphaBar[t - 1]!, schedule.alphaBar[t]!];
  const [alpha, beta] = [schedule.alpha[t]!, schedule.beta[t]!];
  const ofX0 = (Math.sqrt(before) * beta) / (1 - now);
  const ofXt = (Math.sqrt(alpha) * (1 - before)) / (1 - now);
  const mean = tf.tidy(() => x0.mul(ofX0).add(xt.mul(ofXt)));
  return { mean, variance: (beta * (1 - before)) / (1 - now) };
}

/** One step for each row, checked, from one step for all or a list of them. */
export function stepsOfRows(who: string, t: number | readonly number[], rows: number, last: number): number[] {
  if (!Array.isArray(t)) {
    whole(who, { t }, 0, last);
    return Array<number>(rows).fill(t as number);
  }
  if (t.length !== rows) fail(who, `t to be a number, or ${rows} of them, one for each row`, t);
  t.forEach((step: unknown, i) => whole(who, { [`t[${i}]`]: step }, 0, last));
  return [...(t as number[])];
}
