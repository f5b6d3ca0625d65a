/** Two exercises of lesson 09: momentum, and Adam on given gradients; 09-largest-rate has the third. */
import { words } from '../../words';
import { judgeByTable } from '../table';
import type { Exercise, Verdict } from '../verdict';

const say = words.lesson09.exercises;

/** A ball: a weight and its speed. */
export interface Ball {
  w: number;
  v: number;
}

type Rolled = (w: number, v: number, g: number, learningRate: number, mu: number) => Ball;
type Pair = (...args: Parameters<Rolled>) => number[];

const rolls: Parameters<Rolled>[] = [
  [1, 0, 2, 0.1, 0.9],
  [0.8, 2, 1.6, 0.1, 0.9],
  [-3, 4, -0.5, 0.01, 0.5],
  [2, -1, 0, 0.5, 0.75],
];

/** Recall: one step of momentum. */
export const rolled: Exercise<Rolled> = {
  points: 1,
  hints: say.rolled.hints,
  judge(attempt): Verdict {
    const came = rolls.map((args) => (attempt(...args) ?? {}) as Partial<Ball>);
    if (!came.every(({ w, v }) => typeof w === 'number' && typeof v === 'number')) return wrong(say.rolled.notRolled);
    if (!came.every(({ w, v }) => Number.isFinite(w) && Number.isFinite(v))) return wrong(say.rolled.notANumber);
    /** A way to roll: what becomes of the speed, and then of the weight. */
    const way =
      (speed: Rest, weight = (w: number, _: number, v: number, rate: number) => w - rate * v): Pair =>
      (w, old, g, rate, mu) => {
        const v = speed(old, g, mu, rate);
        return [weight(w, old, v, rate), v];
      };
    const right = (v: number, g: number, mu: number) => mu * v + g;
    return judgeByTable((...args: Parameters<Rolled>) => Object.values(ordered(attempt(...args))), {
      points: 1,
      inputs: rolls,
      same: alike,
      right: way(right),
      misconceptions: [
        { looksLike: way(right, (w, old, _, rate) => w - rate * old), message: say.rolled.oldSpeed },
        { looksLike: way((_, g) => g), message: say.rolled.forgets },
        { looksLike: way((v, g) => v + g), message: say.rolled.frictionless },
        { looksLike: way(right, (w, _, v, rate) => w + rate * v), message: say.rolled.uphill },
        { looksLike: way((v, g, mu) => mu * v - g), message: say.rolled.uphill },
        {
          looksLike: way(
            (v, g, mu) => mu * v - g,
            (w, _, v, rate) => w + rate * v,
          ),
          message: say.rolled.downhillSpeed,
        },
        {
          looksLike: way(
            (v, g, mu, rate) => mu * v + rate * g,
            (w, _, v) => w - v,
          ),
          message: say.rolled.rateInside,
        },
        { looksLike: way((v, g, mu) => mu * v + (1 - mu) * g), message: say.rolled.average },
        { looksLike: way(right, (w, _, v) => w - v), message: say.rolled.rateless },
        { looksLike: way(right, (w) => w), message: say.rolled.still },
      ],
      passed: say.rolled.passed,
      wrong: say.rolled.wrong,
    });
  },
};

type Rest = (v: number, g: number, mu: number, rate: number) => number;
const ordered = ({ w, v }: Ball) => ({ w, v });

type Adam = (w: number[], gradients: number[][], learningRate: number) => number[];

/** What `adam` is asked; in the first there is one step, in the last one weight never has a gradient. */
const descents: Parameters<Adam>[] = [
  [[1, -2], [[10, -0.001]], 0.1],
  [[1, -2, 0.5], [[1, 2, -3], [0.5, 1, -4], [-2, 0.1, 1]], 0.01], // prettier-ignore
  [[0, 0], Array.from({ length: 30 }, (_, k) => [Math.sin(k + 1), 5 + (k % 3)]), 0.05],
  [[3, 4], [[0, 1], [0, -2]], 0.2], // prettier-ignore
];

/** Build: Adam on gradients that are given. */
export const adam: Exercise<Adam> = {
  points: 2,
  hints: say.adam.hints,
  judge(attempt): Verdict {
    const came: number[][] = [];
    for (const [w, gradients, rate] of descents) {
      const [ownW, ownGradients] = [[...w], structuredClone(gradients)];
      const answer = asked(attempt, ownW, ownGradients, rate);
      if (answer === pastEnd) return wrong(say.adam.pastEnd);
      if (!Array.isArray(answer) || answer.length !== w.length || !answer.every((x) => typeof x === 'number'))
        return wrong(say.adam.nothing);
      if (answer.some((x) => !Number.isFinite(x)))
        return wrong([say.adam.notANumber, say.adam.times, say.adam.times, say.adam.divided][came.length]!);
      if (String(ownW) !== String(w) || String(ownGradients) !== String(gradients)) return wrong(say.adam.changes);
      came.push([...answer]);
    }
    const expected = descents.map((args) => right(...args));
    const bad = expected.findIndex((one, i) => !alike(came[i], one));
    if (bad === -1) return { status: 'passed', points: 2, message: say.adam.passed };
    const idea = ideas.find(([like]) => descents.every((args, i) => alike(came[i], like(...args))));
    const written = (values: readonly number[]) => `[${values.map((x) => Number(x.toPrecision(6))).join(', ')}]`;
    return {
      ...wrong(idea?.[1] ?? say.adam.wrong),
      example: {
        input: descents[bad]!.map((part) => JSON.stringify(part)).join(', '),
        expected: written(expected[bad]!),
        came: written(came[bad]!),
      },
    };
  },
};

const pastEnd = Symbol('past the end');

/** What an attempt answers; or that it asked for a number of gradients that are not there. */
function asked(attempt: Adam, ...args: Parameters<Adam>): unknown {
  try {
    return attempt(...args);
  } catch (error) {
    if (error instanceof Error && /undefined \(reading '\d+'\)/.test(error.message)) return pastEnd;
    throw error;
  }
}

/** How Adam may go wrong. */
interface Way {
  beta?: [v: number, s: number];
  /** The share of what is new in the memories. Default 1 − β. */
  share?: [v: number, s: number];
  /** What v and s are divided by in step t. */
  bias?: (beta: number, t: number) => number;
  biasOf?: 'both' | 'v' | 's';
  square?: (g: number) => number;
  root?: (s: number) => number;
  sign?: 1 | -1;
  shared?: boolean;
  forgets?: boolean;
  overwritten?: boolean;
}

const way =
  ({ beta = [0.9, 0.999], bias = (b, t) => 1 - b ** t, biasOf = 'both', ...rest }: Way): Adam =>
  (w, gradients, rate) => {
    const { square = (g) => g * g, root = Math.sqrt, sign = 1 } = rest;
    const share = rest.share ?? [1 - beta[0], 1 - beta[1]];
    const now = [...w];
    let own = w.map(() => ({ v: 0, s: 0 }));
    gradients.forEach((g, k) => {
      if (rest.forgets) own = w.map(() => ({ v: 0, s: 0 }));
      g.forEach((slope, i) => {
        const memory = own[rest.shared ? 0 : i]!;
        memory.v = beta[0] * memory.v + share[0] * slope;
        memory.s = beta[1] * memory.s + share[1] * square(slope);
        const v = memory.v / (biasOf === 's' ? 1 : bias(beta[0], k + 1));
        const s = memory.s / (biasOf === 'v' ? 1 : bias(beta[1], k + 1));
        if (rest.overwritten) Object.assign(memory, { v, s });
        now[i]! -= (sign * rate * v) / (root(s) + 1e-7);
      });
    });
    return now;
  };

const right = way({});

const ideas: [like: Adam, message: string][] = [
  [way({ bias: () => 1 }), say.adam.noCorrection],
  [way({ biasOf: 'v' }), say.adam.onlyV],
  [way({ biasOf: 's' }), say.adam.onlyS],
  [way({ bias: (b) => 1 - b }), say.adam.frozen],
  [way({ bias: (b, t) => 1 - b ** (t + 1) }), say.adam.late],
  [way({ overwritten: true }), say.adam.overwritten],
  [way({ root: (s) => s }), say.adam.noRoot],
  [way({ square: (g) => g, root: Math.abs }), say.adam.notSquared],
  [way({ square: Math.abs }), say.adam.notSquared],
  [way({ square: Math.abs, root: (s) => s }), say.adam.notSquared],
  [way({ sign: -1 }), say.adam.uphill],
  [way({ shared: true }), say.adam.shared],
  [way({ forgets: true }), say.adam.forgets],
  [way({ forgets: true, bias: (b) => 1 - b }), say.adam.forgets],
  [way({ beta: [0.999, 0.9] }), say.adam.swapped],
  [way({ share: [1, 1] }), say.adam.summed],
  [way({ share: [1, 1], bias: () => 1 }), say.adam.summed],
  [(w, gradients, rate) => gradients.reduce((now, g) => now.map((x, i) => x - rate * g[i]!), w), say.adam.wrongRule],
];

const wrong = (message: string): Verdict => ({ status: 'wrong', points: 0, message });
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(a), Math.abs(b));
const alike = (a: unknown, b: unknown) =>
  Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((x, i) => near(x as number, b[i] as number));
