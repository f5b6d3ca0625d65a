/** The first exercises of lesson 05: counting parameters, a forward pass. The third stands in 05-chinstrap.ts. */
import { sigmoid } from '../../scratch/activations';
import type { Matrix } from '../../scratch/layer';
import { words } from '../../words';
import { sum } from '../arithmetic';
import { isMatrix, transpose } from '../matrices';
import { judgeByTable } from '../table';
import { type Exercise, type Verdict, wrong } from '../verdict';

const say = words.lesson05.exercises;

/** A layer in plain numbers: W (units, inputs) and b, a bias for each unit. */
export interface PlainLayer {
  W: Matrix;
  b: number[];
}

/** Recall: how many weights and biases a network of dense layers has. */
export const parameterCount: Exercise<(units: number[]) => number> = {
  points: 1,
  hints: say.parameterCount.hints,
  judge: (attempt) =>
    judgeByTable(attempt, {
      points: 1,
      inputs: [[[2, 2, 1]], [[64, 10]], [[3, 4]], [[64, 32, 10]], [[64, 32, 16, 10]], [[5, 3, 2, 4]]],
      right: (units) => weightsOf(units) + sum(units.slice(1)),
      misconceptions: [
        { looksLike: weightsOf, message: say.parameterCount.weightsOnly },
        { looksLike: (units) => weightsOf(units) + sum(units), message: say.parameterCount.inputBiases },
        { looksLike: (units) => weightsOf(units) + units.length - 1, message: say.parameterCount.oneBias },
        { looksLike: (units) => weightsOf(units) + units.length, message: say.parameterCount.oneBias },
        { looksLike: (units) => sum(units), message: say.parameterCount.unitsOnly },
        { looksLike: (units) => sum(units.slice(1)), message: say.parameterCount.unitsOnly },
        { looksLike: (units) => weightsOf(units) + sum(units.slice(0, -1)), message: say.parameterCount.biasOfInputs },
        { looksLike: product, message: say.parameterCount.allPairs },
        { looksLike: (units) => product(units) + sum(units.slice(1)), message: say.parameterCount.allPairs },
        { looksLike: ([n0 = NaN, n1 = NaN]) => n1 * n0 + n1, message: say.parameterCount.firstOnly },
        {
          looksLike: ([n0 = NaN, n1 = NaN, n2 = NaN]) => n1 * n0 + n1 + n2 * n1 + n2,
          message: say.parameterCount.threeOnly,
        },
        {
          looksLike: (units) => weightsOf(units.slice(-2)) + units.at(-1)!,
          message: say.parameterCount.lastOnly,
        },
        { looksLike: () => NaN, message: say.parameterCount.pastEnd },
        { looksLike: () => undefined, message: say.parameterCount.noReturn },
      ],
      passed: say.parameterCount.passed,
      wrong: say.parameterCount.wrong,
    }),
};

/** How a layer may be computed, rightly or not. */
type Step = (layer: PlainLayer, A: Matrix) => Matrix;

const bend = (Z: Matrix): Matrix => Z.map((row) => row.map((z) => sigmoid(z)));
const weigh: Step = ({ W, b }, A) =>
  W.map((row, unit) => A[0]!.map((_, m) => row.reduce((z, w, i) => z + w * A[i]![m]!, b[unit]!)));
export const right: Step = (layer, A) => bend(weigh(layer, A));
const through = (layers: readonly PlainLayer[], X: Matrix, step: Step) =>
  layers.reduce((A, layer) => step(layer, A), X);

/** Wrong ideas of a forward pass, for layers and examples of two and two, where none of them runs out of numbers. */
const slips: [(layers: readonly PlainLayer[], X: Matrix) => Matrix, string][] = [
  [(layers, X) => transpose(through(layers, X, right)), say.forward.transposed],
  [(layers, X) => transpose(through(layers, transpose(X), right)), say.forward.rowsForExamples],
  [(layers, X) => through(layers, transpose(X), right), say.forward.rowsForExamples],
  [(layers, X) => through(layers, X, ({ W }, A) => right({ W, b: [0, 0] }, A)), say.forward.noBias],
  [(layers, X) => weigh(layers.at(-1)!, through(layers.slice(0, -1), X, right)), say.forward.lastLinear],
  [(layers, X) => through(layers, X, weigh), say.forward.linear],
  [(layers, X) => bend(through(layers, X, weigh)), say.forward.onlyLastBends],
  [(layers, X) => right(layers.at(-1)!, X), say.forward.sameInput],
  [(layers, X) => through(layers, X, ({ W, b }, A) => right({ W: transpose(W), b }, A)), say.forward.transposedWeights],
  [
    (layers, X) => through(layers, X, ({ W, b }, A) => transpose(right({ W: transpose(A), b }, transpose(W)))),
    say.forward.biasByExample,
  ],
  [
    (layers, X) => through(layers, X, ({ W, b }, A) => right({ W, b: b.map((bias) => 2 * bias) }, A)),
    say.forward.biasPerInput,
  ],
  [(layers, X) => right(layers[0]!, X), say.forward.firstLayer],
  [(layers, X) => through([...layers].reverse(), X, right), say.forward.reversed],
];

/** Build: a forward pass through any number of layers, for any number of examples. */
export const forward: Exercise<(layers: PlainLayer[], X: Matrix) => Matrix> = {
  points: 2,
  hints: say.forward.hints,
  judge(attempt): Verdict {
    const ask = (layers: readonly PlainLayer[], X: Matrix): unknown =>
      attempt(...structuredClone([[...layers], X] as [PlainLayer[], Matrix])); // a copy: it may change its arguments
    const small = ask(square, squareX);
    if (!isMatrix(small)) return wrong(say.forward.nothing);
    const expected = through(square, squareX, right);
    if (sizeOf(small) !== sizeOf(expected))
      return wrong(say.forward.shape('2 → 2 → 2 with two', sizeOf(expected), sizeOf(small)));
    if (!near(small, expected)) {
      const slip = slips.find(([looksLike]) => near(small, looksLike(square, squareX)));
      const input = `layers = ${written(square)}, X = ${written(squareX)}`;
      return {
        ...wrong(slip?.[1] ?? say.forward.wrong),
        example: { input, expected: written(expected), came: written(small) },
      };
    }
    let large: unknown;
    try {
      large = ask(uneven, unevenX);
    } catch (error) {
      return wrong(say.forward.sizes(error instanceof Error ? error.message : String(error)));
    }
    if (!isMatrix(large)) return wrong(say.forward.nothing);
    const answers = through(uneven, unevenX, right); // (1, 5)
    if (sizeOf(large) !== sizeOf(answers))
      return wrong(say.forward.shape('3 → 4 → 2 → 1 with five', sizeOf(answers), sizeOf(large)));
    if (!near(large, answers)) return wrong(say.forward.sizes(written(large)));
    return { status: 'passed', points: 2, message: say.forward.passed };
  },
};

const sizeOf = (A: Matrix) => `(${A.length}, ${A[0]?.length ?? 0})`;

/** 2 → 2 → 2, and two examples. */
const square: PlainLayer[] = [
  { W: [[1, -2], [0.5, 3]], b: [0.5, -1] },
  { W: [[2, 1], [-1, 0.25]], b: [-0.75, 1.5] },
]; // prettier-ignore
const squareX = [[1, 0], [2, -1]]; // prettier-ignore
/** 3 → 4 → 2 → 1, and five examples. */
const uneven: PlainLayer[] = [
  { W: [[1, 0, -1], [0.5, 2, 1], [-1, 1, 0], [0, -0.5, 3]], b: [0.1, -0.2, 0.3, 0] },
  { W: [[1, -1, 2, 0.5], [0, 1, -2, 1]], b: [-0.5, 0.25] },
  { W: [[3, -2]], b: [0.5] },
]; // prettier-ignore
const unevenX = [[0, 1, 2, -1, 0.5], [1, 0, -1, 0.25, 2], [-2, 1, 0, 1, 0.5]]; // prettier-ignore

const product = (numbers: number[]) => numbers.reduce((a, b) => a * b, 1);
const weightsOf = (units: number[]) => sum(units.slice(1).map((n, l) => n * units[l]!));

const near = (came: Matrix, expected: Matrix) =>
  came.length === expected.length &&
  came.every(
    (row, r) =>
      row.length === expected[r]!.length && row.every((number, c) => Math.abs(number - expected[r]![c]!) < 1e-6),
  );

/** A value as a student would type it, its numbers in three decimals. */
const written = (value: unknown) =>
  JSON.stringify(value, (_, item: unknown) => (typeof item === 'number' ? Math.round(item * 1000) / 1000 : item))
    .replace(/"(\w+)":/g, '$1: ')
    .replaceAll(',', ', ');
