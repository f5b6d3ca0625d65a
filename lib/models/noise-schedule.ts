/** How fast diffusion drowns an example in noise: what is left of it after each step, and how much each step takes. */
import { oneOf, whole } from '../assert';

/** The name of a way to add noise. */
export type ScheduleName = 'linear' | 'cosine';

/** The numbers of each step t from 0, the example itself, to the last, almost pure noise: `alphaBar[t]`. */
export interface NoiseSchedule {
  /** βₜ, the variance of the noise that step t adds; β₀ = 0. */
  beta: number[];
  /** αₜ = 1 − βₜ, the share of the variance that step t keeps. */
  alpha: number[];
  /** ᾱₜ = α₁ α₂ … αₜ, the share of the example's variance that is left; ᾱ₀ = 1. */
  alphaBar: number[];
}

/** No step drowns all: from pure noise there is no way back. */
const most = 0.999;

/**
 * The schedule of a diffusion of `steps` steps. 'linear' raises β evenly, from 0.0001 to 0.02 for 1000 steps, and for
 * fewer by as much more each; 'cosine' lets ᾱ fall like cos², slower at both ends.
 *
 * ```ts
 * import { models } from 'neurona';
 *
 * const { alphaBar } = models.noiseSchedule(100, 'cosine');
 * console.log(alphaBar[0], alphaBar[50], alphaBar[100]);
 * ```
 *
 * `steps` is from 2 up; the schedule is 'linear' by default. Returns arrays of steps + 1 numbers; no β is above 0.999.
 * Throws where `steps` or the name is none of these.
 * Source: Ho, Jain and Abbeel, "Denoising diffusion probabilistic models", 2020, section 4; cosine: Nichol and Dhariwal,
 * "Improved denoising diffusion probabilistic models", 2021, section 3.2; lesson 25.
 */
export function noiseSchedule(steps: number, schedule: ScheduleName = 'linear'): NoiseSchedule {
  whole('models.noiseSchedule', { steps }, 2, 100_000);
  oneOf('models.noiseSchedule', { schedule }, ['linear', 'cosine']);
  const scale = 1000 / steps;
  const linear = (t: number) => scale * (0.0001 + ((0.02 - 0.0001) * (t - 1)) / (steps - 1));
  const left = (t: number) => Math.cos((((t / steps + 0.008) / 1.008) * Math.PI) / 2) ** 2;
  const cosine = (t: number) => 1 - left(t) / left(t - 1);
  const of = schedule === 'linear' ? linear : cosine;
  const beta = Array.from({ length: steps + 1 }, (_, t) => (t === 0 ? 0 : Math.min(of(t), most)));
  const alpha = beta.map((b) => 1 - b);
  let product = 1;
  return { beta, alpha, alphaBar: alpha.map((a) => (product *= a)) };
}
