/** What every optimizer is: a rule for one parameter, and the state that it keeps from step to step. */
import { fail, finite, numbers, positive } from '../assert';

/** Moves parameters against their gradients; made by `scratch.sgd`, `scratch.adam` and the others. */
export interface Optimizer {
  readonly name: string;
  /** Whether `fit` shows it all examples at once (gradient descent proper) or a batch of them at a time. */
  readonly batch: 'all' | 'some';
  /**
   * One step. Returns the new parameters, and keeps what the rule remembers; the lists have one number for each
   * parameter, the same parameters at each step. Throws where their number changes, one is not finite, or a gradient is
   * larger than 1e150, whose square would overflow.
   */
  step(parameters: readonly number[], gradients: readonly number[]): number[];
}

/** Options every optimizer understands. */
export interface OptimizerOptions {
  /** How far a step goes, above 0; each optimizer has its own default. */
  learningRate?: number;
}

/** A small number against division by 0. */
export interface EpsilonOptions extends OptimizerOptions {
  /** Added to the denominator, from 0 up. Default 1e-7, as in tfjs and Keras. */
  epsilon?: number;
}

const largest = 1e150;

/** Whether a gradient is so large, or not a number, that learning has diverged. */
export function tooLarge(gradient: number): boolean {
  return !(Math.abs(gradient) <= largest);
}

/** Says by how much parameter `i` with gradient `g` goes down in step `t`, the first step being 1. */
type Rule = (g: number, i: number, t: number) => number;

/** An optimizer of a rule that keeps its own state, in lists with a place for each parameter. */
export function optimizer(name: string, rule: Rule, batch: Optimizer['batch'] = 'some'): Optimizer {
  const who = `scratch.${name}`;
  let t = 0;
  let count: number | undefined;
  const step = (parameters: readonly number[], gradients: readonly number[]): number[] => {
    numbers(who, { parameters }, count);
    numbers(who, { gradients }, parameters.length);
    const bad = gradients.findIndex(tooLarge);
    if (bad >= 0) fail(who, `gradients[${bad}] to be at most ${largest} in size`, gradients[bad], 'lower learningRate');
    count = parameters.length;
    t += 1;
    return parameters.map((parameter, i) => parameter - rule(gradients[i]!, i, t));
  };
  return Object.freeze({ name, batch, step });
}

/** Checks an optimizer's settings: rates above 0, memories from 0 up to but not 1, the rest from 0 up. */
export function settings(name: string, options: Record<string, number>): void {
  const who = `scratch.${name}`;
  for (const [key, value] of Object.entries(options)) {
    if (key === 'learningRate') positive(who, { [key]: value });
    else finite(who, { [key]: value }, 0);
    const memory = ['momentum', 'rho', 'beta1', 'beta2'].includes(key);
    if (memory && value >= 1) fail(who, `${key} to be from 0 up to, but not including, 1`, value);
  }
}

/** a / b, and 0 for 0 / 0: without epsilon, a parameter that never had a gradient stays where it is. */
export function ratio(a: number, b: number): number {
  return a === 0 ? 0 : a / b;
}
