/** The exercises of lesson 04: a chance by hand, learning one example at a time, a neuron for irises. */
import { iris } from '../../data/tables';
import { examples } from '../../data/examples';
import { standardise } from '../../data/standardise';
import { generator } from '../../random';
import { sigmoid } from '../../scratch/activations';
import * as tf from '../../tensorflow';
import { words } from '../../words';
import { judgeByTable } from '../table';
import type { Exercise, Verdict } from '../verdict';

const say = words.lesson04.exercises;

type Neuron = (x: number[], w: number[], b: number) => number;

const evidence: Neuron = (x, w, b) => x.reduce((sum, xi, i) => sum + xi * w[i]!, b);
const chanceOf: Neuron = (x, w, b) => sigmoid(evidence(x, w, b));
const curve = (z: number) => 1 / (1 + Math.exp(-z));

/** Recall: the weighted sum through the sigmoid. */
export const chance: Exercise<Neuron> = {
  points: 1,
  hints: say.chance.hints,
  judge: (attempt) =>
    judgeByTable<[number[], number[], number]>(rounded(attempt), {
      points: 1,
      inputs: [
        [[2], [1], 0],
        [[1, 2], [0.5, -1], 1],
        [[3], [1], -2],
        [[1, -1, 2], [1, 2, 1.5], 0.5],
        [[1], [-3], -1],
        [[], [], -1],
      ],
      right: rounded(chanceOf),
      misconceptions: [
        { looksLike: rounded((x, w) => chanceOf(x, w, 0)), message: say.chance.noBias },
        { looksLike: rounded((x, w, b) => chanceOf(x, w, -b)), message: say.chance.minusBias },
        { looksLike: rounded((x, w, b) => 1 - chanceOf(x, w, b)), message: say.chance.mirrored },
        { looksLike: rounded(evidence), message: say.chance.evidence },
        { looksLike: rounded((x, w, b) => Math.exp(evidence(x, w, b))), message: say.chance.odds },
        { looksLike: (x, w, b) => (evidence(x, w, b) >= 0 ? 1 : 0), message: say.chance.step },
        { looksLike: (x, w, b) => evidence(x, w, b) >= 0, message: say.chance.step },
        { looksLike: rounded((x, w, b) => Number(chanceOf(x, w, b).toFixed(1))), message: say.chance.rounded },
        { looksLike: rounded((x, w, b) => Number(chanceOf(x, w, b).toFixed(2))), message: say.chance.rounded },
        {
          looksLike: rounded((x, w, b) => x.reduce((sum, xi, i) => sum + curve(xi * w[i]!), b)),
          message: say.chance.product,
        },
        { looksLike: rounded((x, _, b) => chanceOf(x, x.map(() => 1), b)), message: say.chance.unweighted }, // prettier-ignore
        { looksLike: rounded(([x = NaN, y = NaN], [v = NaN, w = NaN], b) => curve(x * v + y * w + b)), message: say.chance.twoOnly }, // prettier-ignore
        { looksLike: () => undefined, message: say.chance.noReturn },
        { looksLike: () => NaN, message: say.chance.notANumber },
      ],
      passed: say.chance.passed,
      wrong: say.chance.wrong,
    }),
};

/** An answer in six digits, so that the last bits, which the order of a sum decides, don't matter. */
function rounded(attempt: Neuron): (...args: Parameters<Neuron>) => unknown {
  return (...args) => {
    const answer: unknown = attempt(...args);
    return typeof answer === 'number' ? Number(answer.toPrecision(6)) : answer;
  };
}

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
  hints: say.learn.hints,
  judge(attempt): Verdict {
    const random = generator(4);
    const xs = Array.from({ length: 12 }, () => [random.normal(), random.normal(), random.normal()]);
    const ys = xs.map(([a, b, c]) => (a! - b! + 0.5 * c! + random.normal(0.3) > 0 ? 1 : 0));
    const cases: Parameters<Learn>[] = [
      [[[2]], [1], 1, 0.1],
      [[[1, -2], [0.5, 3]], [0, 1], 1, 0.5], // prettier-ignore
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
      if (!isLearnt(answer, inputs)) return wrong(say.learn.shape(inputs));
      came.push({ w: [...answer.w], b: answer.b });
    }
    if (came.some(({ w, b }) => [...w, b].some((number) => !Number.isFinite(number))))
      return wrong(say.learn.notANumber);

    const expected = cases.map((one) => online(right)(...one));
    const bad = expected.findIndex((one, i) => !alike(one, came[i]!));
    if (bad === -1) return { status: 'passed', points: 2, message: say.learn.passed };
    const idea = learnIdeas.find(([like]) => cases.every((one, i) => alike(like(...one), came[i]!)));
    return wrong(idea?.[1] ?? say.learn.wrong, {
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

const learnIdeas: [like: Learn, message: string][] = [
  [online(stepBy(() => 0)), say.learn.still],
  [online(stepBy((a, y) => y - a)), say.learn.uphill],
  [online(stepBy((a, y) => a - y, undefined, 0)), say.learn.noBias],
  [online(stepBy((a, y) => a - y, undefined, -1)), say.learn.noBias],
  [online(stepBy((a, y) => a - y, () => 1)), say.learn.noInput], // prettier-ignore
  [online(stepBy((a, y) => (a >= 0.5 ? 1 : 0) - y)), say.learn.verdict],
  [online(stepBy((a, y) => (a > 0.5 ? 1 : 0) - y)), say.learn.verdict],
  [online(stepBy((a, y) => (a - y) * a * (1 - a))), say.learn.squared],
  [online(stepBy((a, y) => 2 * (a - y) * a * (1 - a))), say.learn.squared],
  [batch(true), say.learn.batch],
  [batch(false), say.learn.batch],
  [online(right, 1), say.learn.once],
  [(xs, ys, epochs) => online(right)(xs, ys, epochs, 1), say.learn.rateless],
  [online(stale), say.learn.stale],
  [online(staleBias), say.learn.stale],
  [online(staleWeights), say.learn.stale],
];

const alike = (one: Learnt, other: Learnt) =>
  [...one.w, one.b].every((number, i) => Math.abs(number - [...other.w, other.b][i]!) < 1e-6);

function isLearnt(value: unknown, inputs: number): value is Learnt {
  const { w, b } = (value ?? {}) as Partial<Learnt>;
  return Array.isArray(w) && w.length === inputs && w.every((number) => typeof number === 'number') && typeof b === 'number'; // prettier-ignore
}

/** Transfer: a neuron that tells virginica from versicolor by the petal, asked in centimetres. */
export const virginica: Exercise<() => (petal: number[]) => number> = {
  points: 3,
  hints: say.virginica.hints,
  judge(attempt): Verdict {
    const neuron: unknown = attempt();
    const wrong = (message: string, points = 0): Verdict => ({ status: 'wrong', points, message });
    if (typeof neuron !== 'function') return wrong(say.virginica.nothing);
    const ask = neuron as (petal: number[]) => unknown;
    const first = ask([4.9, 1.7]);
    if (!isChance(first)) return wrong(say.virginica.notAChance(String(first)));

    const { petals, ys, standardised } = flowers();
    const answers = petals.map((petal) => ask([...petal]));
    const odd = answers.find((answer) => !isChance(answer));
    if (odd !== undefined) return wrong(say.virginica.notAChance(String(odd)));
    const chances = answers as number[];
    const [loss, right] = [lossOf(chances, ys), rightOf(chances, ys)];
    const numbers = say.virginica.numbers(Number(loss.toPrecision(3)), right);
    if (loss <= enough) return { status: 'passed', points: 3, message: say.virginica.passed(numbers) };

    const inUnits = standardised.map((petal) => ask([...petal]));
    const ideas: [boolean, string][] = [
      [inUnits.every(isChance) && lossOf(inUnits, ys) <= enough, say.virginica.otherUnits],
      [Math.max(...chances) - Math.min(...chances) < 0.01, say.virginica.same],
      [chances.every((a) => a === 0 || a === 1), say.virginica.verdict(numbers)],
      [right < 0.3, say.virginica.reversed(numbers)],
      [right >= 0.85 && chances.every((a) => a > 0.01 && a < 0.99), say.virginica.short(numbers)],
      [chances.some((a, i) => Math.abs(a - ys[i]!) > 0.999), say.virginica.oversure(numbers)],
      [true, say.virginica.wrong(numbers)],
    ];
    const points = [0.3, 0.5].filter((bound) => loss <= bound).length;
    return wrong(ideas.find(([looksLikeIt]) => looksLikeIt)![1], points);
  },
};

/** The mean surprise that is worth all points; the best neuron has 0.10, and who always says a half 0.69. */
const enough = 0.2;

function flowers(): { petals: number[][]; ys: number[]; standardised: number[][] } {
  const all = iris({ features: ['petal_length_cm', 'petal_width_cm'] });
  const two = examples(all).filter(([, label]) => label > 0);
  const petals = two.map(([petal]) => petal);
  const { xs } = standardise(petals);
  const standardised = xs.arraySync();
  tf.dispose([all.xs, all.ys, xs]);
  return { petals, ys: two.map(([, label]) => label - 1), standardised };
}

const isChance = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;
const mean = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
const lossOf = (chances: number[], ys: number[]) => mean(chances.map((a, i) => -Math.log(ys[i] === 1 ? a : 1 - a)));
const rightOf = (chances: number[], ys: number[]) => mean(chances.map((a, i) => Number(a >= 0.5 === (ys[i] === 1))));
