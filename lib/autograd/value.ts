/** A number that remembers how it was computed, so that the chain rule can walk back through it. */
import { inspect } from 'node:util';
import { fail, finite } from '../assert';
import { words } from '../words';
import { gradients, topologicalOrder } from './backward';

/** Jupyter's kernels for JavaScript ask a value by this method how it is shown. */
const jupyterDisplay: unique symbol = Symbol.for('Jupyter.display');

/** Options of {@link Value}: how it was computed. All are empty for a number that was given. */
export interface ValueOptions {
  /** The name in figures and errors. Default none. */
  label?: string;
  /** The operation that made it, as `mul`; with a constant, as `mul 3`. */
  op?: string;
  /** The values the operation read. */
  inputs?: readonly Value[];
  /** The derivative of the result with respect to each input, all else held still. */
  localGrads?: readonly number[];
}

/**
 * A number in a computation: operations on it make new values, and `backward` finds the derivative of the result with
 * respect to each of them.
 *
 * ```ts
 * import { autograd } from 'neurona';
 *
 * const a = autograd.value(2, 'a');
 * const cube = new autograd.Value(a.data ** 3, { op: 'cube', inputs: [a], localGrads: [3 * a.data ** 2] });
 * cube.backward();
 * console.log(cube.data, a.grad); // an operation of your own: 8 and 12
 * ```
 *
 * Throws where a number, given or computed, is not finite, or an input has no local gradient.
 * Source: Linnainmaa 1970 and Rumelhart, Hinton and Williams 1986; in the manner of Karpathy's micrograd, 2020.
 */
export class Value {
  /** The number itself. */
  data: number;
  /** The derivative of whatever called `backward` with respect to this value; 0 before. */
  grad = 0;
  /** The name in figures and errors; empty if it has none. */
  label: string;
  /** The operation that made it; empty for a number that was given. */
  readonly op: string;
  /** What the operation read. */
  readonly inputs: readonly Value[];
  /** The derivative of this value with respect to each input. */
  readonly localGrads: readonly number[];

  constructor(data: number, { label = '', op = '', inputs = [], localGrads = [] }: ValueOptions = {}) {
    if (op === '') finite('autograd.value', { data });
    if (!Number.isFinite(data)) {
      const from = inputs.map((input) => words.number(input.data)).join(', ');
      fail(`Value.${op}`, 'a finite result', data, `it was computed from ${from}`);
    }
    if (localGrads.length !== inputs.length) {
      fail('autograd.Value', `as many localGrads as inputs, ${inputs.length}`, localGrads);
    }
    [this.data, this.label, this.op, this.inputs, this.localGrads] = [data, label, op, inputs, localGrads];
  }

  // Each operation: its result, and the derivative of the result with respect to a (and to b).

  /** a + b */
  add(b: Value | number): Value {
    return this.binary('add', b, (a, b) => [a + b, 1, 1]);
  }
  /** a - b */
  sub(b: Value | number): Value {
    return this.binary('sub', b, (a, b) => [a - b, 1, -1]);
  }
  /** a · b */
  mul(b: Value | number): Value {
    return this.binary('mul', b, (a, b) => [a * b, b, a]);
  }
  /** a / b */
  div(b: Value | number): Value {
    return this.binary('div', b, (a, b) => [a / b, 1 / b, -(a / b) / b]);
  }
  /** a to the power of b; with a below 0, b must be a whole number, and a constant if there is to be a gradient. */
  pow(b: Value | number): Value {
    return this.binary('pow', b, (a, b) => [
      a ** b,
      b === 0 ? 0 : b * a ** (b - 1),
      a === 0 && b >= 0 ? 0 : a ** b * Math.log(a),
    ]);
  }
  /** The larger of a and b; where they are equal, each gets half of the gradient. */
  maximum(b: Value | number): Value {
    return this.binary('maximum', b, (a, b) => [
      Math.max(a, b),
      (1 + Math.sign(a - b)) / 2,
      (1 + Math.sign(b - a)) / 2,
    ]);
  }
  /** -a */
  neg(): Value {
    return this.unary('neg', (a) => [-a, -1]);
  }
  /** e to the power of a */
  exp(): Value {
    return this.unary('exp', (a) => [Math.exp(a), Math.exp(a)]);
  }
  /** The natural logarithm of a, above 0. */
  log(): Value {
    return this.unary('log', (a) => [Math.log(a), 1 / a]);
  }
  /** The size of a without its sign; its gradient at 0 is taken to be 0. */
  abs(): Value {
    return this.unary('abs', (a) => [Math.abs(a), Math.sign(a)]);
  }
  /** The sine of a, in radians. */
  sin(): Value {
    return this.unary('sin', (a) => [Math.sin(a), Math.cos(a)]);
  }
  /** The cosine of a, in radians. */
  cos(): Value {
    return this.unary('cos', (a) => [Math.cos(a), -Math.sin(a)]);
  }
  /** (eᵃ - e⁻ᵃ) / (eᵃ + e⁻ᵃ), between -1 and 1. */
  tanh(): Value {
    return this.unary('tanh', (a) => [Math.tanh(a), 1 - Math.tanh(a) ** 2]);
  }
  /** 1 / (1 + e⁻ᵃ), between 0 and 1. */
  sigmoid(): Value {
    return this.unary('sigmoid', (a) => {
      const s = 1 / (1 + Math.exp(-a));
      return [s, s * (1 - s)];
    });
  }
  /** a where it is above 0, else 0; its gradient at 0 is taken to be 0. */
  relu(): Value {
    return this.unary('relu', (a) => [Math.max(a, 0), a > 0 ? 1 : 0]);
  }

  /**
   * Adds, to the `grad` of this value and of all it was computed from, the derivative of this value with respect to
   * each. Gradients add up from call to call until `zeroGrad`. Throws where one is not finite, and then changes none.
   */
  backward(): void {
    for (const [node, grad] of gradients<Value>(this)) node.grad += grad;
  }

  /** Sets the `grad` of this value, and of all it was computed from, to 0. */
  zeroGrad(): void {
    for (const node of topologicalOrder<Value>(this)) node.grad = 0;
  }

  [inspect.custom](): string {
    return words.autograd.value(this);
  }

  /** How Jupyter shows it: its data and its gradient. */
  [jupyterDisplay](): { 'text/plain': string } {
    return { 'text/plain': words.autograd.value(this) };
  }

  private unary(op: string, f: (a: number) => [result: number, da: number]): Value {
    const [result, da] = f(this.data);
    return new Value(result, { op, inputs: [this], localGrads: [da] });
  }

  private binary(
    op: string,
    b: Value | number,
    f: (a: number, b: number) => [result: number, da: number, db: number],
  ): Value {
    if (!(b instanceof Value)) {
      if (!Number.isFinite(b)) fail(`Value.${op}`, 'a Value or a finite number', b);
      const [result, da] = f(this.data, b);
      return new Value(result, { op: `${op} ${b}`, inputs: [this], localGrads: [da] });
    }
    const [result, da, db] = f(this.data, b.data);
    return new Value(result, { op, inputs: [this, b], localGrads: [da, db] });
  }
}

/**
 * A number that remembers how it was computed, by the name `label` where one is given.
 *
 * ```ts
 * import { autograd } from 'neurona';
 *
 * const a = autograd.value(2, 'a');
 * const b = autograd.value(-3, 'b');
 * const y = a.mul(b).add(10).tanh();
 * y.backward();
 * console.log(y.data, a.grad, b.grad);
 * ```
 *
 * Throws where `data` is not a finite number. Source: lesson 08.
 */
export function value(data: number, label = ''): Value {
  return new Value(data, { label });
}
