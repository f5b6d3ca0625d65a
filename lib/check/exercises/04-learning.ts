/** The second exercise of lesson 04: learning one example at a time. */
import { generator } from '../../random';
import { sigmoid } from '../../scratch/activations';
import { words } from '../../words';
import type { Exercise, Verdict } from '../verdict';

const say = words.lesson04.exercises.learn;

/** What a neuron has learnt. */
export interface Learnt {
  w: number[];
  b: number;
}

type Learn = (xs: number[][], ys: number[], epochs: number, learningRate: number) => Learnt;

/** One way to make a step, right or wrong: it changes `learnt` for the example x, y. */
type Step = (learnt: Learnt, x: number[], y: number, learningRate: number) => void;

/** Build: a gradient step for each example, epoch after epoch. */
export const learn: Exercise<Learn> = {
  points: 2,
  hints: say.hints,
  judge(attempt): Verdict {
    const random = generator(4);
    const xs = Array.from({ length: 12 }, () => [random.normal(), random.normal(), random.normal()]);
    const ys = xs.map(([a, b, c]) => (a! - b! + 0.5 * c! + random.normal(0.3) > 0 ? 1 : 0));
    const cases: Parameters<Learn>[] = [
      [[[2]], [1], 1, 0.1],
      [[[1, -2], [0.5, 3]], [0, 1], 1, 0.5], // prettier-ignore
      [[[1, -2], [0.5, 3]], [0, 1], 2, 0.5], // prettier-ignore
      [xs, ys, 3, 0.4],
    ];
    const wrong = (message: string, example?: Verdict['example']): Verdict => ({
      status: 'wrong',
      points: 0,
      message,
      ...(example ? { example } : {}),
    });

    const came: Learnt[] = [];
    for (const [xs, ys, epochs, learningRate] of cases) {
      const answer: unknown = attempt(structuredClone(xs), [...ys], epochs, learningRate);
      const inputs = xs[0]!.length;
      if (!isLearnt(answer, inputs)) return wrong(say.shape(inputs));
      came.push({ w: [...answer.w], b: answer.b });
    }
    if (came.some(({ w, b }) => [...w, b].some((number) => !Number.isFinite(number)))) return wrong(say.notANumber);

    const expected = cases.map((one) => online(right)(...one));
    const bad = expected.findIndex((one, i) => !alike(one, came[i]!));
    if (bad === -1) return { status: 'passed', points: 2, message: say.passed };
    const idea = learnIdeas.find(([like]) => cases.every((one, i) => alike(like(...one), came[i]!)));
    return wrong(idea?.[1] ?? say.wrong, {
      input: cases[bad]!.map((part) => JSON.stringify(part, shortly)).join(', '),
      expected: JSON.stringify(expected[bad], shortly),
      came: JSON.stringify(came[bad], shortly),
    });
  },
};

/** Numbers as a student reads them. */
const shortly = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value);

/** Goes through the examples one after the other, with a step for each. */
const online =
  (step: Step, passes?: number): Learn =>
  (xs, ys, epochs, learningRate) => {
    const learnt = { w: xs[0]!.map(() => 0), b: 0 };
    for (let epoch = 0; epoch < (passes ?? epochs); epoch++)
      xs.forEach((x, i) => step(learnt, x, ys[i]!, learningRate));
    return learnt;
  };

/** A step by an error of one's own, of the slopes `slope` and `biasSlope`. */
const stepBy =
  (error: (a: number, y: number) => number, slope = (x: number) => x, biasSlope = 1): Step =>
  (learnt, x, y, learningRate) => {
    const e = error(chanceOf(x, learnt.w, learnt.b), y);
    learnt.w = learnt.w.map((w, j) => w - learningRate * e * slope(x[j]!));
    learnt.b -= learningRate * e * biasSlope;
  };

const chanceOf = (x: number[], w: number[], b: number) => sigmoid(x.reduce((sum, xi, i) => sum + xi * w[i]!, b));

const right = stepBy((a, y) => a - y);

/** The error asked for again after each number has moved: weights first, then the bias. */
const stale: Step = (learnt, x, y, learningRate) => {
  learnt.w.forEach((_, j) => {
    learnt.w[j]! -= learningRate * (chanceOf(x, learnt.w, learnt.b) - y) * x[j]!;
  });
  learnt.b -= learningRate * (chanceOf(x, learnt.w, learnt.b) - y);
};
/** As `stale`, but with one error for all the weights and a new one for the bias, or the bias first. */
const staleBias: Step = (learnt, x, y, learningRate) => {
  const e = chanceOf(x, learnt.w, learnt.b) - y;
  learnt.w = learnt.w.map((w, j) => w - learningRate * e * x[j]!);
  learnt.b -= learningRate * (chanceOf(x, learnt.w, learnt.b) - y);
};
const staleWeights: Step = (learnt, x, y, learningRate) => {
  learnt.b -= learningRate * (chanceOf(x, learnt.w, learnt.b) - y);
  const e = chanceOf(x, learnt.w, learnt.b) - y;
  learnt.w = learnt.w.map((w, j) => w - learningRate * e * x[j]!);
};

/** One step an epoch, by the sum of the errors of all examples or by their mean. */
const batch =
  (divide: boolean): Learn =>
  (xs, ys, epochs, learningRate) => {
    const learnt = { w: xs[0]!.map(() => 0), b: 0 };
    const rate = learningRate / (divide ? xs.length : 1);
    for (let epoch = 0; epoch < epochs; epoch++) {
      const errors = xs.map((x, i) => chanceOf(x, learnt.w, learnt.b) - ys[i]!);
      xs.forEach((x, i) => {
        learnt.w = learnt.w.map((w, j) => w - rate * errors[i]! * x[j]!);
        learnt.b -= rate * errors[i]!;
      });
    }
    return learnt;
  };

/** All epochs of the first example, then those of the second. */
const swapped: Learn = (xs, ys, epochs, learningRate) => {
  const learnt = { w: xs[0]!.map(() => 0), b: 0 };
  xs.forEach((x, i) => {
    for (let epoch = 0; epoch < epochs; epoch++) right(learnt, x, ys[i]!, learningRate);
  });
  return learnt;
};

const learnIdeas: [like: Learn, message: string][] = [
  [online(stepBy(() => 0)), say.still],
  [online(stepBy((a, y) => y - a)), say.uphill],
  [online(stepBy((a, y) => a - y, undefined, 0)), say.noBias],
  [online(stepBy((a, y) => a - y, undefined, -1)), say.noBias],
  [online(stepBy((a, y) => a - y, () => 1)), say.noInput], // prettier-ignore
  [online(stepBy((a, y) => (a >= 0.5 ? 1 : 0) - y)), say.verdict],
  [online(stepBy((a, y) => (a > 0.5 ? 1 : 0) - y)), say.verdict],
  [online(stepBy((a, y) => (a - y) * a * (1 - a))), say.squared],
  [online(stepBy((a, y) => 2 * (a - y) * a * (1 - a))), say.squared],
  [batch(true), say.batch],
  [batch(false), say.batch],
  [online(right, 1), say.once],
  [(xs, ys, epochs, rate) => online(right, epochs + 1)(xs, ys, epochs, rate), say.oneMore],
  [swapped, say.swapped],
  [(xs, ys, epochs) => online(right)(xs, ys, epochs, 1), say.rateless],
  [online(stale), say.stale],
  [online(staleBias), say.stale],
  [online(staleWeights), say.stale],
];

const alike = (one: Learnt, other: Learnt) =>
  [...one.w, one.b].every((number, i) => Math.abs(number - [...other.w, other.b][i]!) < 1e-6);

function isLearnt(value: unknown, inputs: number): value is Learnt {
  const { w, b } = (value ?? {}) as Partial<Learnt>;
  return Array.isArray(w) && w.length === inputs && w.every((number) => typeof number === 'number') && typeof b === 'number'; // prettier-ignore
}
