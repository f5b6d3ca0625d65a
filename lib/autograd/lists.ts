/** Operations on lists of values, each with its local gradients: what a unit, a loss and a classifier need. */
import { fail } from '../assert';
import { Value } from './value';

/** What a list may hold: a number is a value whose gradient nobody asks for. */
export type Values = readonly (Value | number)[];

/**
 * The sum Σ aᵢ of a list of values.
 *
 * ```ts
 * import { autograd } from 'neurona';
 *
 * const terms = [1, 2, 3].map((each) => autograd.value(each));
 * console.log(autograd.sum(terms));
 * ```
 *
 * Returns one value. Throws where the list is empty or holds anything but values and finite numbers.
 */
export function sum(values: Values): Value {
  const inputs = valuesOf('autograd.sum', values);
  const data = inputs.reduce((total, input) => total + input.data, 0);
  return new Value(data, { op: 'sum', inputs, localGrads: inputs.map(() => 1) }); // ∂Σ/∂aᵢ = 1
}

/**
 * The mean of a list of values: a loss over a batch, mostly.
 *
 * ```ts
 * import { autograd } from 'neurona';
 *
 * const errors = [3, -1].map((each) => autograd.value(each));
 * console.log(autograd.mean(errors.map((each) => each.pow(2))));
 * ```
 *
 * Returns one value. Throws where the list is empty or holds anything but values and finite numbers.
 */
export function mean(values: Values): Value {
  const inputs = valuesOf('autograd.mean', values);
  const n = inputs.length;
  const data = inputs.reduce((total, input) => total + input.data / n, 0);
  return new Value(data, { op: 'mean', inputs, localGrads: inputs.map(() => 1 / n) }); // ∂/∂aᵢ = 1/n
}

/**
 * The largest of a list of values; where several are largest, each gets an equal share of the gradient.
 *
 * ```ts
 * import { autograd } from 'neurona';
 *
 * const scores = [1, 5, 2].map((each) => autograd.value(each));
 * autograd.max(scores).backward();
 * console.log(scores.map(({ grad }) => grad));
 * ```
 *
 * Returns one value. Throws where the list is empty or holds anything but values and finite numbers.
 */
export function max(values: Values): Value {
  const inputs = valuesOf('autograd.max', values);
  const data = largest(inputs);
  const ties = inputs.filter((input) => input.data === data).length;
  return new Value(data, {
    op: 'max',
    inputs,
    localGrads: inputs.map((input) => (input.data === data ? 1 / ties : 0)),
  });
}

/**
 * Scores turned into chances that add up to 1: pᵢ = exp(zᵢ) / Σ exp(zⱼ).
 *
 * ```ts
 * import { autograd } from 'neurona';
 *
 * const scores = [2, 1, 0].map((each) => autograd.value(each));
 * console.log(autograd.softmax(scores).map(({ data }) => data));
 * ```
 *
 * Returns as many values as there are scores, of any size. Throws where the list is empty or holds anything but values
 * and finite numbers. Source: Bridle, "Probabilistic interpretation of feedforward classification network outputs",
 * 1990.
 */
export function softmax(scores: Values): Value[] {
  const inputs = valuesOf('autograd.softmax', scores);
  const p = logChances(inputs).map(Math.exp);
  // ∂pᵢ/∂zⱼ = pᵢ (1 - pᵢ) where i = j, else -pᵢ pⱼ
  return p.map(
    (pi, i) =>
      new Value(pi, { op: 'softmax', inputs, localGrads: p.map((pj, j) => (i === j ? pi * (1 - pi) : -pi * pj)) }),
  );
}

/**
 * The logarithms of {@link softmax}, right also where a chance is too small for a number: log pᵢ = zᵢ - log Σ exp(zⱼ).
 *
 * ```ts
 * import { autograd } from 'neurona';
 *
 * const scores = [2, 1, 0].map((each) => autograd.value(each));
 * const loss = autograd.logSoftmax(scores)[0].neg(); // cross-entropy, where class 0 is right
 * loss.backward();
 * console.log(loss.data, scores.map(({ grad }) => grad));
 * ```
 *
 * Returns as many values as there are scores. Throws where the list is empty or holds anything but values and finite
 * numbers.
 */
export function logSoftmax(scores: Values): Value[] {
  const inputs = valuesOf('autograd.logSoftmax', scores);
  const logs = logChances(inputs);
  const p = logs.map(Math.exp);
  // ∂ log pᵢ/∂zⱼ = 1 - pⱼ where i = j, else -pⱼ
  return logs.map(
    (log, i) => new Value(log, { op: 'logSoftmax', inputs, localGrads: p.map((pj, j) => (i === j ? 1 - pj : -pj)) }),
  );
}

/** A list as values, for `who`, who asks in the error's name; numbers become values. */
export function valuesOf(who: string, values: Values): Value[] {
  if (!Array.isArray(values) || values.length === 0) fail(who, 'a list of values, at least one', values);
  return (values as Values).map((each, i) => {
    if (each instanceof Value) return each;
    if (!Number.isFinite(each)) fail(who, `place ${i} of the list to hold a Value or a finite number`, each);
    return new Value(each);
  });
}

/** The largest score is taken off first, which changes no chance: then no exponential is too large. */
function logChances(inputs: readonly Value[]): number[] {
  const shifted = inputs.map((input) => input.data - largest(inputs));
  const log = Math.log(shifted.reduce((total, each) => total + Math.exp(each), 0));
  return shifted.map((each) => each - log);
}

function largest(inputs: readonly Value[]): number {
  return inputs.reduce((most, input) => Math.max(most, input.data), -Infinity);
}
