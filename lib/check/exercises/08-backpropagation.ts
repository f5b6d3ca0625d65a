/** Two exercises of lesson 08: what a product hands back, and a dense layer backwards; 08-gradient-check has the third. */
import { sigmoid } from '../../scratch/activations';
import type { Matrix } from '../../scratch/layer';
import { words } from '../../words';
import { sum } from '../arithmetic';
import { transpose } from '../matrices';
import { judgeClose, problemOf } from '../close';
import { numericGradient } from '../gradient';
import { shown } from '../shown';
import { type Exercise, type Verdict, wrong } from '../verdict';

const say = words.lesson08.exercises;

type Product = (a: number, b: number, blame: number) => number[];

/** Recall: what a product hands back to its two factors. */
export const product: Exercise<Product> = {
  points: 1,
  hints: say.product.hints,
  judge(attempt): Verdict {
    const once: unknown = attempt(2, 3, 8);
    if (!Array.isArray(once) || once.length !== 2) return wrong(say.product.notTwo);
    return judgeClose<Parameters<Product>>(attempt, {
      points: 1,
      inputs: [[2, 3, 8], [-1, 4, 0.5], [0, 5, -2], [1.5, -0.25, 3]], // prettier-ignore
      right: (a, b, blame) => [blame * b, blame * a],
      misconceptions: [
        { looksLike: (a, b, blame) => [blame * a, blame * b], message: say.product.swapped },
        { looksLike: (a, b) => [b, a], message: say.product.noBlame },
        { looksLike: (a, b) => [a, b], message: say.product.swapped },
        { looksLike: (a, b, blame) => [blame + b, blame + a], message: say.product.added },
        { looksLike: (a, b, blame) => [blame * a * b, blame * a * b], message: say.product.both },
        { looksLike: (a, b, blame) => [(blame * b) / 2, (blame * a) / 2], message: say.product.halved },
        { looksLike: (_, __, blame) => [blame, blame], message: say.product.passedOn },
      ],
      passed: say.product.passed,
      wrong: say.product.wrong,
    });
  },
};

/** What a dense layer's backward pass makes. */
export interface DenseGradients {
  dW: Matrix;
  db: number[];
  dBefore: Matrix;
}

type Dense = (W: Matrix, before: Matrix, Z: Matrix, dA: Matrix) => DenseGradients;

/** A layer, what it reads and the blame that comes to its outputs; its Z follows. */
interface Case {
  W: Matrix;
  b: number[];
  before: Matrix;
  dA: Matrix;
}

/** Build: a dense layer of sigmoids backwards, judged by nudging every number of it. */
export const dense: Exercise<Dense> = {
  points: 2,
  hints: say.dense.hints,
  judge(attempt): Verdict {
    for (const one of cases) {
      const answer: unknown = attempt(...structuredClone(argumentsOf(one)));
      const came = (answer ?? {}) as Partial<DenseGradients>;
      if (!came.dW || !came.db || !came.dBefore) return wrong(say.dense.nothing);
      const expected = byNudging(one);
      for (const part of ['dW', 'db', 'dBefore'] as const) {
        const problem = problemOf(came[part], expected[part], 1e-4);
        if (problem === undefined) continue;
        const slip = slips(one)[part].find(([looksLike]) => problemOf(came[part], looksLike, 1e-4) === undefined);
        const input = argumentsOf(one).map((each) => shown(each));
        return {
          ...wrong(slip?.[1] ?? say.dense.wrong(part, problem)),
          example: {
            input: input.join(', '),
            expected: `${part}: ${shown(expected[part])}`,
            came: `${part}: ${shown(came[part])}`,
          },
        };
      }
    }
    return { status: 'passed', points: 2, message: say.dense.passed };
  },
};

/** Two units and two inputs, where W fits on its side, with three examples; then 3 units, 4 inputs and 2 examples. */
const cases: Case[] = [
  { W: [[1, -2], [0.5, 3]], b: [0.5, -1], before: [[1, 0.2, 0.5], [0.4, 0.9, 0.7]], dA: [[0.5, -1, 0.3], [2, 0.75, -0.4]] },
  {
    W: [[0.2, -1, 0.5, 1], [1.5, 0.3, -0.7, 0], [-0.4, 0.8, 1, -2]],
    b: [0.1, -0.2, 0.3],
    before: [[0.9, 0.1], [0.3, 0.6], [0.5, 0.2], [0, 1]],
    dA: [[1, -0.5], [0.25, 2], [-1, 0.4]],
  },
]; // prettier-ignore

const argumentsOf = ({ W, b, before, dA }: Case): Parameters<Dense> => [W, before, weigh(W, b, before), dA];

function weigh(W: Matrix, b: readonly number[], A: Matrix): Matrix {
  return multiply(W, A).map((row, unit) => row.map((sum) => sum + b[unit]!));
}

/** The gradients by central differences of the loss whose blame at A is dA: the mean, over examples, of Σ dA · A. */
function byNudging({ W, b, before, dA }: Case): DenseGradients {
  const m = before[0]!.length;
  const loss = (W: Matrix, b: readonly number[], before: Matrix) =>
    sum(weigh(W, b, before).flatMap((row, j) => row.map((z, i) => dA[j]![i]! * sigmoid(z)))) / m;
  const perExample = (before: Matrix) => m * loss(W, b, before); // what one example reads moves that example's loss alone
  return {
    dW: numericGradient((moved: Matrix) => loss(moved, b, before), W) as Matrix,
    db: numericGradient((moved: number[]) => loss(W, moved, before), b) as number[],
    dBefore: numericGradient(perExample, before) as Matrix,
  };
}

/** Wrong ideas of each part, as the numbers that they lead to. */
function slips(one: Case): Record<keyof DenseGradients, [looksLike: Matrix | number[], message: string][]> {
  const [W, before, Z, dA] = argumentsOf(one);
  const m = before[0]!.length;
  const times = (slope: (z: number) => number) => dA.map((row, j) => row.map((d, i) => d * slope(Z[j]![i]!)));
  const delta = times((z) => sigmoid.derivative(z));
  const bends: [Matrix, (part: string) => string][] = [
    [dA, say.dense.noSlope],
    [times((z) => sigmoid.derivative(sigmoid(z))), say.dense.slopeAtA],
    [times((z) => sigmoid(z)), say.dense.halfSlope],
  ];
  const over = (M: Matrix, by: number) => M.map((row) => row.map((each) => each / by));
  const column = (M: Matrix, i: number) => M.map((row) => [row[i]!]);
  const products = (D: Matrix) => over(multiply(D, transpose(before)), m);
  const totals = (D: Matrix) => D.map((row) => sum(row) / m);
  const back = (D: Matrix) => multiply(transpose(W), D);
  const dW = products(delta);
  const bent = (slope: (a: number) => number) =>
    back(delta).map((row, k) => row.map((d, i) => d * slope(before[k]![i]!)));
  const lastUnit = W.at(-1)!.map((w) => delta.at(-1)!.map((d) => w * d));
  const square = W.length === W[0]!.length;
  return {
    dW: [
      ...bends.map(([D, message]): [Matrix, string] => [products(D), message('dW')]),
      [over(dW, 1 / m), say.dense.noMean('dW')],
      [transpose(dW), say.dense.transposed('dW')],
      [multiply(column(delta, m - 1), transpose(column(before, m - 1))), say.dense.firstExample('dW')],
      [multiply(column(delta, 0), transpose(column(before, 0))), say.dense.firstExample('dW')],
      [over(multiply(column(delta, m - 1), transpose(column(before, m - 1))), m), say.dense.firstExample('dW')],
    ],
    db: [
      ...bends.map(([D, message]): [number[], string] => [totals(D), message('db')]),
      [totals(delta).map((each) => each * m), say.dense.noMean('db')],
      [delta.map((row) => row.at(-1)!), say.dense.firstExample('db')],
      [delta.map((row) => row[0]!), say.dense.firstExample('db')],
      [delta.map((row) => row.at(-1)! / m), say.dense.firstExample('db')],
    ],
    dBefore: [
      ...bends.map(([D, message]): [Matrix, string] => [back(D), message('dBefore')]),
      [over(back(delta), m), say.dense.meanTwice],
      [over(back(delta), W.length), say.dense.averaged],
      [lastUnit, say.dense.lastReader],
      [bent((a) => a * (1 - a)), say.dense.bentTwice],
      [bent((a) => sigmoid.derivative(a)), say.dense.bentTwice],
      [transpose(back(delta)), say.dense.transposed('dBefore')],
      ...(square ? [[multiply(W, delta), say.dense.plainW] as [Matrix, string]] : []),
    ],
  };
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => b[0]!.map((_, column) => sum(row.map((value, i) => value * b[i]![column]!))));
}
