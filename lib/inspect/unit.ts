/** Inside one unit: how each input adds to the sum, and the sum decides. */
import { fail, numbers } from '../assert';
import { inputRows, type Inputs } from '../data/examples';
import type { Unit } from '../scratch/mcculloch-pitts';
import { Perceptron } from '../scratch/perceptron';
import type { Bit } from '../types';

/** What a unit does with one row of inputs. */
export interface UnitTrace {
  /** The inputs. */
  x: number[];
  /** Each input times its weight. */
  products: number[];
  /** The sum of the products. */
  sum: number;
  /** What the sum must reach; of a perceptron, its bias with the sign turned. */
  threshold: number;
  /** Whether an inhibitory input silences the unit; only for units that have one. */
  vetoed?: boolean;
  /** 1 if the unit fires, else 0. */
  output: Bit;
}

/**
 * Every step of a unit's or a perceptron's answer, for each row of inputs.
 *
 * ```ts
 * import { data, inspect, scratch, show } from 'neurona';
 *
 * const and = scratch.unit({ weights: [1, 1], threshold: 2, label: 'and' });
 * show.table(inspect.unit(and, data.gate('and').xs));
 * ```
 *
 * `xs` is a tensor [samples, inputs] or plain rows. Returns one row for each row of `xs`.
 * Throws where the rows don't fit the unit.
 */
export function unit(unit: Unit | Perceptron, xs: Inputs): UnitTrace[] {
  const who = 'inspect.unit';
  const weights: unknown = (unit as Partial<Unit> | undefined)?.weights;
  if (!Array.isArray(weights)) fail(who, 'a unit or a perceptron', unit);
  return inputRows(who, xs).map((x, row) => {
    numbers(who, { [`xs[${row}]`]: x }, weights.length);
    return unit instanceof Perceptron ? perceptronTrace(unit, x) : unitTrace(unit, x);
  });
}

/** One row of {@link unit}, for a unit of binary inputs. */
export function unitTrace(unit: Unit, x: number[]): UnitTrace {
  const output = unit(x); // throws where an input is not 0 or 1
  return {
    x,
    ...steps(unit.weights, x),
    threshold: unit.threshold,
    ...(unit.inhibitory.length > 0 ? { vetoed: unit.inhibitory.some((i) => x[i] === 1) } : {}),
    output,
  };
}

function perceptronTrace(perceptron: Perceptron, x: number[]): UnitTrace {
  return { x, ...steps(perceptron.weights, x), threshold: 0 - perceptron.bias, output: perceptron.predict(x) };
}

function steps(weights: readonly number[], x: readonly number[]): { products: number[]; sum: number } {
  const products = weights.map((weight, i) => weight * x[i]! + 0); // + 0 makes 0 of -0
  return { products, sum: products.reduce((sum, product) => sum + product, 0) };
}
