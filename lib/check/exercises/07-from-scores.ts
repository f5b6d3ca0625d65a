/** The second exercise of lesson 07: cross-entropy and its slopes, from the scores. */
import type { Matrix } from '../../scratch/layer';
import { softmax } from '../../scratch/softmax';
import { words } from '../../words';
import { sum } from '../arithmetic';
import { isMatrix, transpose } from '../matrices';
import { shapeProblem } from '../close';
import { numericGradient } from '../gradient';
import { numbersIn } from '../numbers';
import { shown, shownApart, shownShape } from '../shown';
import { type Exercise, type Verdict, wrong } from '../verdict';

const say = words.lesson07.exercises;

/** A loss, and its slope by each score. */
export interface LossAndSlopes {
  loss: number;
  dZ: Matrix;
}

type FromScores = (Z: Matrix, Y: Matrix) => LossAndSlopes;

const logSumExp = (z: number[]) => Math.max(...z) + Math.log(sum(z.map((zi) => Math.exp(zi - Math.max(...z)))));
const lossOf = (z: number[], y: number[]) => logSumExp(z) - z[y.indexOf(1)]!;
const total = (Z: Matrix, Y: Matrix, one: typeof lossOf = lossOf) => sum(Z.map((z, i) => one(z, Y[i]!)));

/** What the loss may be instead, with small scores. */
const lossIdeas: [like: (Z: Matrix, Y: Matrix) => number, message: string][] = [
  [total, say.fromScores.loss.sum],
  [(Z, Y) => total(Z, Y, (z, y) => lossOf(z, y) - Math.max(...z)) / Z.length, say.fromScores.loss.notBack],
  [(Z, Y) => total(Z, Y) / Z.length / Z[0]!.length, say.fromScores.loss.both],
  [(Z, Y) => total(Z, Y) / Z[0]!.length, say.fromScores.loss.both],
  [(Z, Y) => -total(Z, Y) / Z.length, say.fromScores.loss.noMinus],
  [(Z, Y) => -total(Z, Y), say.fromScores.loss.noMinus],
  [(Z, Y) => total(Z, Y, (z, y) => -Math.log(z[y.indexOf(1)]!)) / Z.length, say.fromScores.loss.noSoftmax],
  [(Z, Y) => total(columns(Z), Y, (a, y) => -Math.log(a[y.indexOf(1)]!)) / Z.length, say.fromScores.loss.columns],
];
const columns = (Z: Matrix) => transpose(transpose(Z).map((column) => softmax(column)));

/** What the slopes may be instead. */
const slopeIdeas: [like: (a: number, y: number) => number, message: string][] = [
  [(a) => a, say.fromScores.slopes.answers],
  [(a, y) => -y / a, say.fromScores.slopes.chances],
  [(a, y) => (a - y) * a * (1 - a), say.fromScores.slopes.squared],
  [(a, y) => 2 * (a - y) * a * (1 - a), say.fromScores.slopes.squared],
];

/** Build: cross-entropy and its slopes, straight from the scores. */
export const fromScores: Exercise<FromScores> = {
  points: 2,
  hints: say.fromScores.hints,
  judge(attempt): Verdict {
    const came: LossAndSlopes[] = [];
    for (const [Z, Y] of [...small, ...large]) {
      const answer: unknown = attempt(structuredClone(Z), structuredClone(Y));
      const { loss, dZ } = (answer ?? {}) as Partial<LossAndSlopes>;
      if (typeof loss !== 'number' || !isMatrix(dZ)) return wrong(say.fromScores.nothing);
      came.push({ loss, dZ });
    }
    return lossVerdict(came) ?? slopesVerdict(came) ?? { status: 'passed', points: 2, message: say.fromScores.passed };
  },
};

/** What is wrong with the losses, if anything is. */
function lossVerdict(came: LossAndSlopes[]): Verdict | undefined {
  const losses = came.map(({ loss }) => loss);
  const agree = (some: Task[], like: (Z: Matrix, Y: Matrix) => number, from = 0) =>
    some.findIndex(([Z, Y], i) => !near(losses[from + i]!, like(Z, Y))) === -1;
  const right = (Z: Matrix, Y: Matrix) => total(Z, Y) / Z.length;
  const tell = (tasks: Task[], from: number, message: string): Verdict => {
    const bad = tasks.findIndex(([Z, Y], i) => !near(losses[from + i]!, right(Z, Y)));
    const [expected, got] = shownApart(right(...tasks[bad]!), losses[from + bad]!);
    return wrong(message, 0, { input: asked(tasks[bad]!), expected: `loss ${expected}`, came: `loss ${got}` });
  };
  if (!agree(small, right)) {
    const idea = lossIdeas.find(([like]) => agree(small, like));
    return tell(small, 0, idea?.[1] ?? say.fromScores.loss.wrong);
  }
  if (agree(large, right, small.length)) return undefined;
  const far = losses.slice(small.length);
  if (far.every(Number.isFinite)) {
    const held = near(far[0]!, right(...large[0]!)) && far[1]! < right(...large[1]!); // only the unlikely costs too little
    return tell(large, small.length, held ? say.fromScores.clipped : say.fromScores.loss.large);
  }
  const infinite = Number.isFinite(far[0]); // there no chance is 0 but that of a wrong class
  return tell(large, small.length, infinite ? say.fromScores.infinite : say.fromScores.overflow);
}

/** What is wrong with the slopes, if anything is: half of the exercise is done then. */
function slopesVerdict(came: LossAndSlopes[]): Verdict | undefined {
  const tasks = [...small, ...large];
  for (const [i, [Z]] of tasks.entries()) {
    const numbers = numbersIn(came[i]!.dZ);
    const shape = typeof numbers === 'object' ? numbers.shape : [];
    const wanted = [Z.length, Z[0]!.length];
    if (shapeProblem(shape, wanted)) return wrong(say.fromScores.shape(shownShape(wanted), shownShape(shape)), 1);
  }
  const exact = tasks.map(([Z, Y]) => numericGradient<Matrix>((Z) => total(Z, Y) / Z.length, Z) as Matrix);
  const same = (dZ: Matrix, other: Matrix) => dZ.every((row, i) => row.every((slope, j) => near(slope, other[i]![j]!)));
  const bad = exact.findIndex((dZ, i) => !same(came[i]!.dZ, dZ));
  if (bad === -1) return undefined;
  const [expected, got] = shownApart(exact[bad], came[bad]!.dZ);
  const example = { input: asked(tasks[bad]!), expected: `dZ ${expected}`, came: `dZ ${got}` };
  if (bad >= small.length) return wrong(say.fromScores.slopes.overflow, 1, example);
  const like = (slope: (a: number, y: number) => number, divide: boolean) =>
    small.every(([Z, Y], i) => {
      const m = divide ? Z.length : 1;
      return same(came[i]!.dZ, Z.map((z, row) => softmax(z).map((a, k) => slope(a, Y[row]![k]!) / m))); // prettier-ignore
    });
  const idea = slopeIdeas.find(([slope]) => like(slope, true) || like(slope, false));
  return wrong(idea?.[1] ?? factorIdea(came, exact) ?? say.fromScores.slopes.wrong, 1, example);
}

/** The sign turned, or the mean not taken. */
function factorIdea(came: LossAndSlopes[], exact: Matrix[]): string | undefined {
  const by = (factor: (Z: Matrix) => number) =>
    small.every(([Z], i) =>
      exact[i]!.every((row, r) => row.every((slope, c) => near(came[i]!.dZ[r]![c]!, factor(Z) * slope))),
    );
  if (by(() => -1) || by((Z) => -Z.length)) return say.fromScores.slopes.sign;
  if (by((Z) => Z.length)) return say.fromScores.slopes.sum;
  if (by((Z) => 1 / Z[0]!.length)) return say.fromScores.slopes.both;
  return undefined;
}

type Task = [Z: Matrix, Y: Matrix];

const small: Task[] = [
  [[[2, 1, 0]], [[0, 0, 1]]],
  [[[0.5, 1.5, 2], [3, 0.2, 1], [1, 1.2, 0.4], [0.3, 2.5, 0.6]], [[1, 0, 0], [1, 0, 0], [0, 0, 1], [0, 1, 0]]],
  [[[1, 2], [0.5, 0.25], [2, 3]], [[0, 1], [1, 0], [1, 0]]],
]; // prettier-ignore
const large: Task[] = [
  [[[1000, 998, -5], [0, 2, 1]], [[0, 1, 0], [0, 0, 1]]],
  [[[1000, 0], [-900, 1], [50, 850]], [[0, 1], [0, 1], [1, 0]]],
]; // prettier-ignore

const asked = ([Z, Y]: Task) => `${shown(Z)}, ${shown(Y)}`;
/** Single precision will do: the same by tfjs is right. */
const near = (a: number, b: number) => Object.is(a, b) || Math.abs(a - b) <= 1e-4 * Math.max(1, Math.abs(b));
