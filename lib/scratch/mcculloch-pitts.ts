/** The McCulloch-Pitts unit: it fires where the weighted sum of binary inputs reaches a threshold. */
import { inspect } from 'node:util';
import { bits, fail, finite, numbers, whole } from '../assert';
import type { Bit } from '../types';
import { words } from '../words';

/** Options of {@link unit}. */
export interface UnitOptions {
  /** One weight for each input: above 0 excites, below 0 inhibits, 0 is no connection. */
  weights: readonly number[];
  /** The unit fires where the weighted sum is this or more. */
  threshold: number;
  /**
   * Inputs that veto, by position from 0: if one of them is 1 the unit is silent. Their weights are 0. Default none.
   */
  inhibitory?: readonly number[];
  /** The name in figures, tables and errors. Default 'unit'. */
  label?: string;
}

/** A unit, made by {@link unit}: call it with its inputs. */
export interface Unit {
  /** Returns 1 if the unit fires for these inputs, each 0 or 1, else 0. */
  (x: readonly number[]): Bit;
  /** The same at any point of space, not at its corners alone; a veto counts from one half up. */
  at(x: readonly number[]): Bit;
  readonly weights: number[];
  readonly threshold: number;
  readonly inhibitory: readonly number[];
  readonly label: string;
}

/**
 * A McCulloch-Pitts unit: y = 1 where Σ wᵢxᵢ ≥ θ, else 0. It learns nothing: its weights w and its threshold θ are
 * given.
 *
 * ```ts
 * import { scratch } from 'neurona';
 *
 * const and = scratch.unit({ weights: [1, 1], threshold: 2, label: 'and' });
 * console.log(and([1, 1]), and([1, 0]));
 * ```
 *
 * Throws where a weight is not finite; the unit itself throws where it gets the wrong number of inputs or one that is
 * not 0 or 1.
 * The paper's own inhibition is absolute, a veto: that is `inhibitory`. Weights below 0 came later and only subtract.
 * Source: McCulloch and Pitts, "A logical calculus of the ideas immanent in nervous activity", 1943.
 */
export function unit({ weights, threshold, inhibitory = [], label = words.scratch.unit }: UnitOptions): Unit {
  const who = `scratch.unit '${label}'`;
  numbers(who, { weights });
  if (weights.length === 0) fail(who, 'at least one weight', weights);
  finite(who, { threshold });
  numbers(who, { inhibitory });
  inhibitory.forEach((i) => {
    whole(who, { 'a position in inhibitory': i }, 0, weights.length - 1);
    if (weights[i] !== 0)
      fail(who, `the weight of inhibitory input ${i} to be 0, since a veto has no weight`, weights[i]);
  });

  const fires = (x: readonly number[]): Bit =>
    inhibitory.some((i) => x[i]! >= 0.5) || weightedSum(weights, x) < threshold ? 0 : 1;

  const call = (x: readonly number[]): Bit => {
    bits(who, { x }, weights.length);
    return fires(x);
  };
  const at = (x: readonly number[]): Bit => {
    numbers(who, { x }, weights.length);
    return fires(x);
  };
  return Object.freeze(
    Object.assign(call, {
      at,
      weights: Object.freeze([...weights]) as number[], // frozen, and typed so that it goes wherever an array goes
      threshold,
      inhibitory: Object.freeze([...inhibitory]),
      label,
      [inspect.custom]: () => words.scratch.describeUnit(label, weights, threshold, inhibitory),
    }),
  );
}

/** Σ wᵢxᵢ */
export function weightedSum(weights: readonly number[], x: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * x[i]!, 0);
}
