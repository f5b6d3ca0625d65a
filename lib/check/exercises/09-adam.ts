/** The second exercise of lesson 09: Adam on given gradients. */
import { words } from '../../words';
import { type Exercise, type Verdict, wrong } from '../verdict';
import { alike } from './09-optimizers';

const say = words.lesson09.exercises.adam;

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
  hints: say.hints,
  judge(attempt): Verdict {
    const came: number[][] = [];
    for (const [w, gradients, rate] of descents) {
      const [ownW, ownGradients] = [[...w], structuredClone(gradients)];
      const answer = asked(attempt, ownW, ownGradients, rate);
      if (answer === pastEnd) return wrong(say.pastEnd);
      if (!Array.isArray(answer) || answer.length !== w.length || !answer.every((x) => typeof x === 'number'))
        return wrong(say.nothing);
      if (answer.some((x) => !Number.isFinite(x)))
        return wrong([say.notANumber, say.times, say.times, say.divided][came.length]!);
      if (String(ownW) !== String(w) || String(ownGradients) !== String(gradients)) return wrong(say.changes);
      came.push([...answer]);
    }
    const expected = descents.map((args) => right(...args));
    const bad = expected.findIndex((one, i) => !alike(came[i], one));
    if (bad === -1) return { status: 'passed', points: 2, message: say.passed };
    const idea = ideas.find(([like]) => descents.every((args, i) => alike(came[i], like(...args))));
    const written = (values: readonly number[]) => `[${values.map((x) => Number(x.toPrecision(6))).join(', ')}]`;
    return {
      ...wrong(idea?.[1] ?? say.wrong),
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
  [way({ bias: () => 1 }), say.noCorrection],
  [way({ biasOf: 'v' }), say.onlyV],
  [way({ biasOf: 's' }), say.onlyS],
  [way({ bias: (b) => 1 - b }), say.frozen],
  [way({ bias: (b, t) => 1 - b ** (t + 1) }), say.late],
  [way({ overwritten: true }), say.overwritten],
  [way({ root: (s) => s }), say.noRoot],
  [way({ root: (s) => Math.sqrt(s + 1e-7) - 1e-7 }), say.inside],
  [way({ square: (g) => g, root: Math.abs }), say.notSquared],
  [way({ square: Math.abs }), say.notSquared],
  [way({ square: Math.abs, root: (s) => s }), say.notSquared],
  [way({ sign: -1 }), say.uphill],
  [way({ shared: true }), say.shared],
  [way({ forgets: true }), say.forgets],
  [way({ forgets: true, bias: (b) => 1 - b }), say.forgets],
  [way({ beta: [0.999, 0.9] }), say.swapped],
  [way({ beta: [0.999, 0.9], bias: (b, t) => 1 - (b === 0.999 ? 0.9 : 0.999) ** t }), say.swapped],
  [way({ share: [1, 1] }), say.summed],
  [way({ share: [1, 1], bias: () => 1 }), say.summed],
  [(w, gradients, rate) => gradients.reduce((now, g) => now.map((x, i) => x - rate * g[i]!), w), say.wrongRule],
];
