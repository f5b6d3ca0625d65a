/** The gradient check: a derivative, found by whatever way, beside what small steps to both sides say it is. */
import { fail, positive } from '../assert';
import { words } from '../words';
import { gradients } from './backward';
import { Value } from './value';

/** Options of {@link gradcheck}. */
export interface GradcheckOptions {
  /** The step to each side, for an input of size 1 or less; larger inputs get a larger one. Default 0.00001. */
  epsilon?: number;
  /** How far the two may be apart, for a gradient of size 1 or less; larger ones in proportion. Default 0.000001. */
  tolerance?: number;
  /** Whether a wrong gradient is an error; if not, look at `agrees`. Default true. */
  throws?: boolean;
}

/** What {@link gradcheck} found for one input. */
export interface GradcheckRow {
  /** Its label, or its name by its place: x₁. */
  input: string;
  /** The gradient that is checked. */
  gradient: number;
  /** The central difference (f(x + h) - f(x - h)) / 2h. */
  numeric: number;
  /** The size of the difference between the two. */
  difference: number;
  agrees: boolean;
}

const who = 'autograd.gradcheck';

/**
 * Compares a gradient with central differences, input by input: that of `backward` for a function of values, or one
 * written by hand for a function of plain numbers.
 *
 * ```ts
 * import { autograd, show } from 'neurona';
 *
 * show.table(autograd.gradcheck(([a, b]) => a.mul(b).tanh(), [0.5, -2]));
 *
 * const f = ([w, b]: number[]) => (3 * w + b) ** 2;
 * const gradient = ([w, b]: number[]) => [6 * (3 * w + b), 2 * (3 * w + b)];
 * show.table(autograd.gradcheck(f, gradient, [1, -1]));
 * ```
 *
 * `f` gets one list. Inputs are numbers; for values also values, parameters of a model for one: they and their
 * gradients are after the check what they were before. Returns one row for each input.
 * Throws where a gradient is wrong (the message names the input and both numbers), or an input or answer of `f` is not
 * finite. Where `f` has a kink, as relu at 0, the two may differ and neither is wrong.
 */
export function gradcheck(
  f: (x: Value[]) => Value,
  inputs: readonly (number | Value)[],
  options?: GradcheckOptions,
): GradcheckRow[];
export function gradcheck(
  f: (x: number[]) => number,
  gradient: (x: number[]) => number[],
  inputs: readonly number[],
  options?: GradcheckOptions,
): GradcheckRow[];
export function gradcheck(
  f: ((x: Value[]) => Value) | ((x: number[]) => number),
  ...rest:
    | [inputs: readonly (number | Value)[], options?: GradcheckOptions]
    | [gradient: (x: number[]) => number[], inputs: readonly number[], options?: GradcheckOptions]
): GradcheckRow[] {
  if (typeof f !== 'function') fail(who, 'f to be a function', f);
  if (typeof rest[0] !== 'function') {
    const [inputs, options] = rest as [readonly (number | Value)[], GradcheckOptions?];
    return checkValues(f as (x: Value[]) => Value, inputs, options);
  }
  const [gradient, inputs, options] = rest as [(x: number[]) => number[], readonly number[], GradcheckOptions?];
  const x = finiteInputs(inputs);
  const found = gradient([...x]);
  if (!Array.isArray(found) || found.length !== x.length) {
    fail(who, `the gradient to be a list of ${x.length} numbers, one for each input`, found);
  }
  return compare(
    f as (x: number[]) => number,
    x,
    found,
    x.map((_, i) => words.input(i + 1)),
    options,
  );
}

function checkValues(
  f: (x: Value[]) => Value,
  inputs: readonly (number | Value)[],
  options?: GradcheckOptions,
): GradcheckRow[] {
  const x = finiteInputs(inputs);
  const values = inputs.map((input) => (input instanceof Value ? input : new Value(input)));
  const answer = (): Value => {
    const y: unknown = f([...values]);
    return y instanceof Value ? y : fail(who, 'f to return a Value', y);
  };
  const moveTo = (place: readonly number[]): void => values.forEach((input, i) => (input.data = place[i]!));
  const at = (place: number[]): number => {
    moveTo(place);
    return answer().data;
  };
  const found = gradients(answer()); // what backward would add
  try {
    return compare(at, x, values.map((input) => found.get(input) ?? 0), namesOf(values), options); // prettier-ignore
  } finally {
    moveTo(x);
  }
}

function compare(
  f: (x: number[]) => number,
  x: readonly number[],
  found: readonly number[],
  names: readonly string[],
  { epsilon = 1e-5, tolerance = 1e-6, throws = true }: GradcheckOptions = {},
): GradcheckRow[] {
  positive(who, { epsilon });
  positive(who, { tolerance });
  const rows = x.map((xi, i): GradcheckRow => {
    const h = epsilon * Math.max(1, Math.abs(xi));
    const [right, left] = [xi + h, xi - h];
    if (right === left) fail(who, `epsilon large enough to move ${names[i]} = ${xi}`, epsilon);
    const [above, below] = [right, left].map((moved) => {
      const y = f(x.map((each, j) => (i === j ? moved : each)));
      if (!Number.isFinite(y)) fail(who, `f to be a finite number where ${names[i]} is ${moved}`, y);
      return y;
    }) as [number, number];
    const [gradient, numeric] = [found[i]!, (above - below) / (right - left)];
    const difference = Math.abs(gradient - numeric);
    const rounding = (2 * Number.EPSILON * Math.max(Math.abs(above), Math.abs(below))) / h; // of numeric, at most
    const allowed = tolerance * Math.max(1, Math.abs(gradient), Math.abs(numeric)) + rounding;
    return { input: names[i]!, gradient, numeric, difference, agrees: difference <= allowed };
  });
  const wrong = rows.filter(({ agrees }) => !agrees);
  if (throws && wrong.length > 0) {
    const [{ input, gradient, numeric }] = wrong as [GradcheckRow];
    const others = wrong.length > 1 ? `, and ${wrong.length - 1} more of ${rows.length} are wrong` : '';
    const expected = `the gradient with respect to ${input} to be about ${words.number(numeric)}`;
    fail(who, expected, gradient, `look at the derivative of what reads ${input}${others}`);
  }
  return rows;
}

/** The numbers of the inputs, each checked. */
function finiteInputs(inputs: readonly (number | Value)[]): number[] {
  if (!Array.isArray(inputs) || inputs.length === 0) fail(who, 'a list of inputs, at least one', inputs);
  return (inputs as readonly (number | Value)[]).map((input, i) => {
    const data = input instanceof Value ? input.data : input;
    if (!Number.isFinite(data)) fail(who, `input ${i} to be a finite number or a Value`, data);
    return data;
  });
}

/** Labels, or names by place; where two have the same label, as weights of two neurons, with the place behind. */
function namesOf(values: readonly Value[]): string[] {
  return values.map(({ label }, i) => {
    if (!label) return words.input(i + 1);
    return values.filter((other) => other.label === label).length > 1 ? `${label} [${i}]` : label;
  });
}
