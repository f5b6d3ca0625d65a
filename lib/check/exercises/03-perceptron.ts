/** Two exercises of lesson 03: one step of Rosenblatt's rule, and the whole perceptron; 03-penguins has the third. */
import { words } from '../../words';
import { near } from '../arithmetic';
import { judgeByTable } from '../table';
import { type Exercise, type Verdict, wrong } from '../verdict';

const say = words.lesson03.exercises;

type Corrected = (weights: number[], x: number[], y: number, answer: number, learningRate: number) => number[];

/** A wrong or right step, as what each weight becomes. */
const stepTo =
  (next: (w: number, x: number, y: number, answer: number, rate: number) => number): Corrected =>
  (weights, x, y, answer, rate) =>
    weights.map((w, i) => next(w, x[i]!, y, answer, rate));

/** Recall: what one mistake does to the weights. */
export const corrected: Exercise<Corrected> = {
  points: 1,
  hints: say.corrected.hints,
  judge(attempt) {
    const once: unknown = attempt([2, -1], [1, 3], 1, 0, 1);
    if (!isNumbers(once, 2)) return wrong(say.corrected.notWeights);
    if (once.some(Number.isNaN)) return wrong(say.corrected.notANumber);
    return judgeByTable(attempt, {
      points: 1,
      inputs: [
        [[2, -1], [1, 3], 1, 0, 1],
        [[2, -1], [1, 3], 0, 1, 1],
        [[2, -1], [1, 3], 1, 1, 1],
        [[2, -1], [1, 3], 0, 0, 1],
        [[0, 0, 4], [0.5, -2, 1], 1, 0, 0.1],
        [[0.5], [3], 0, 1, 0.5],
      ],
      same: (a, b) => a === b || alike(a, b),
      right: stepTo((w, x, y, answer, rate) => w + rate * (y - answer) * x),
      misconceptions: [
        { looksLike: stepTo((w, x, y, answer, rate) => w - rate * (y - answer) * x), message: say.corrected.reversed },
        { looksLike: stepTo((w, _, y, answer, rate) => w + rate * (y - answer)), message: say.corrected.inputless },
        { looksLike: stepTo((w, x, y, answer) => w + (y - answer) * x), message: say.corrected.rateless },
        { looksLike: stepTo((_, x, y, answer, rate) => rate * (y - answer) * x), message: say.corrected.stepOnly },
        { looksLike: stepTo((w, x, y, _, rate) => w + rate * y * x), message: say.corrected.always },
        { looksLike: stepTo((w, x, y, _, rate) => w + rate * (2 * y - 1) * x), message: say.corrected.always },
        { looksLike: stepTo((w, x, _, __, rate) => w + rate * x), message: say.corrected.always },
        {
          looksLike: stepTo((w, x, y, answer, rate) => w + rate * Math.abs(y - answer) * x),
          message: say.corrected.size,
        },
        { looksLike: stepTo((w, x, y, answer, rate) => w + rate * (y - answer) * x * w), message: say.corrected.twice },
        {
          looksLike: (weights, x, y, answer, rate) =>
            y === answer ? undefined : weights.map((w, i) => w + rate * (y - answer) * x[i]!),
          message: say.corrected.onlyMistakes,
        },
        { looksLike: (weights) => weights, message: say.corrected.unchanged },
      ],
      passed: say.corrected.passed,
      wrong: say.corrected.wrong,
    });
  },
};

/** What a perceptron has learnt. */
export interface Learnt {
  w: number[];
  b: number;
}

type Learn = (xs: number[][], ys: number[], epochs: number) => Learnt;

const rows = [[0, 0], [0, 1], [1, 0], [1, 1]]; // prettier-ignore
const and = [0, 0, 0, 1];

/** What `learn` is asked: where one epoch too many is seen comes first, so that a loop without an end never meets XOR. */
const tasks: [name: string, ...Parameters<Learn>][] = [
  ['AND', rows, and, 1],
  ['AND', rows, and, 6],
  ['NOT', [[0], [1]], [1, 0], 10],
  ['OR', rows, [0, 1, 1, 1], 10],
  [
    'points in space',
    [[3, -1, 2], [-1, 4, 0.5], [2, 2, -3], [-2, -1, 1], [1, 3, 2]], // prettier-ignore
    [0, 1, 0, 1, 1],
    20,
  ],
  ['XOR', rows, [0, 1, 1, 0], 3],
];

/** Build: Rosenblatt's rule, epoch after epoch. */
export const learn: Exercise<Learn> = {
  points: 2,
  hints: say.learn.hints,
  judge(attempt): Verdict {
    const came: Learnt[] = [];
    for (const [name, xs, ys, epochs] of tasks) {
      const [ownXs, ownYs] = [structuredClone(xs), [...ys]];
      const answer: unknown = attempt(ownXs, ownYs, epochs);
      const { w, b } = (answer ?? {}) as Partial<Learnt>;
      if (!Array.isArray(w) || typeof b !== 'number') return wrong(say.learn.notLearnt);
      if (w.length !== xs[0]!.length) return wrong(say.learn.lengths(name, xs[0]!.length, w.length));
      if (![...w, b].every(Number.isFinite)) return wrong(say.learn.notANumber);
      if (String(ownXs) !== String(xs) || String(ownYs) !== String(ys)) return wrong(say.learn.changes);
      came.push({ w: [...w], b });
      if (came.length === 1 && same(came[0]!, rosenblatt(xs, ys, 6))) return wrong(say.learn.endless(name));
    }
    const ask = (one: Learn) => tasks.map(([, ...task]) => one(...task));
    const expected = ask(rosenblatt);
    const bad = expected.findIndex((one, i) => !same(one, came[i]!));
    if (bad === -1) return { status: 'passed', points: 2, message: say.learn.passed };
    const idea = learnIdeas.find(([like]) => ask(like).every((one, i) => same(one, came[i]!)));
    const [name, xs, ys, epochs] = tasks[bad]!;
    return {
      ...wrong(idea?.[1] ?? say.learn.wrong(name)),
      example: {
        input: [xs, ys, epochs].map((part) => JSON.stringify(part)).join(', '),
        expected: written(expected[bad]!),
        came: written(came[bad]!),
      },
    };
  },
};

/** How a learner may go wrong: at one example, in how often it goes round, or in when it looks at its weights. */
interface Way {
  answer?: (z: number) => number;
  error?: (y: number, answer: number) => number;
  input?: (x: number) => number;
  /** How far the bias goes, in errors. */
  bias?: number;
  epochs?: number;
  /** Whether all answers of an epoch come from the weights it began with. */
  frozen?: boolean;
  /** Whether z leaves the bias out. */
  biasless?: boolean;
  /** How often the error is asked for anew: for the bias, after the weights have moved, or for each number. */
  anew?: 'bias' | 'each';
}

/** Rosenblatt's rule, or a way to get it wrong. */
const way =
  ({ answer = (z) => (z >= 0 ? 1 : 0), error = (y, a) => y - a, input = (x) => x, bias = 1, ...rest }: Way): Learn =>
  (xs, ys, epochs) => {
    const learnt = { w: xs[0]!.map(() => 0), b: 0 };
    for (let epoch = 0; epoch < (rest.epochs ?? epochs); epoch++) {
      const start = { ...learnt };
      xs.forEach((x, i) => {
        const from = rest.frozen ? start : learnt;
        const z = () => x.reduce((sum, input, j) => sum + from.w[j]! * input, rest.biasless ? 0 : from.b);
        const stepNow = () => error(ys[i]!, answer(z()));
        const step = stepNow();
        if (rest.anew === 'each') learnt.w.forEach((_, j) => (learnt.w[j]! += stepNow() * input(x[j]!)));
        else learnt.w = learnt.w.map((weight, j) => weight + step * input(x[j]!));
        learnt.b += bias * (rest.anew ? stepNow() : step);
      });
    }
    return learnt;
  };

const rosenblatt = way({});

const learnIdeas: [like: Learn, message: string][] = [
  [way({ error: () => 0 }), say.learn.nothing],
  [way({ bias: 0 }), say.learn.noBias],
  [way({ bias: -1 }), say.learn.biasReversed],
  [way({ epochs: 1 }), say.learn.oneEpoch],
  [way({ error: (y, a) => a - y }), say.learn.reversed],
  [way({ error: (y) => 2 * y - 1 }), say.learn.always],
  [way({ error: (y) => y }), say.learn.always],
  [way({ error: () => 1 }), say.learn.always],
  [way({ answer: (z) => (z > 0 ? 1 : 0) }), say.learn.strictly],
  [way({ answer: (z) => z }), say.learn.sum],
  [way({ input: () => 1 }), say.learn.inputless],
  [way({ frozen: true }), say.learn.frozen],
  [way({ biasless: true }), say.learn.biasless],
  [way({ anew: 'bias' }), say.learn.stale],
  [way({ anew: 'each' }), say.learn.stale],
  [(xs, ys, epochs) => rosenblatt(xs, ys, epochs + 1), say.learn.endless('AND')],
];

const isNumbers = (value: unknown, length: number): value is number[] =>
  Array.isArray(value) && value.length === length && value.every((item) => typeof item === 'number');
const alike = (a: unknown, b: unknown) =>
  Array.isArray(b) && isNumbers(a, b.length) && a.every((item, i) => near(item, b[i] as number));
const same = (a: Learnt, b: Learnt) => alike([...a.w, a.b], [...b.w, b.b]);
const written = ({ w, b }: Learnt) => `{ w: [${w.join(', ')}], b: ${b} }`;
