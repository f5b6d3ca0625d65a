/** The first exercise of lesson 09: momentum; 09-adam and 09-largest-rate have the others. */
import { words } from '../../words';
import { judgeByTable } from '../table';
import { type Exercise, type Verdict, wrong } from '../verdict';

const say = words.lesson09.exercises.rolled;

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
  hints: say.hints,
  judge(attempt): Verdict {
    const came = rolls.map((args) => (attempt(...args) ?? {}) as Partial<Ball>);
    if (!came.every(({ w, v }) => typeof w === 'number' && typeof v === 'number')) return wrong(say.notRolled);
    if (!came.every(({ w, v }) => Number.isFinite(w) && Number.isFinite(v))) return wrong(say.notANumber);
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
      shown: (ball) => written(ball as number[]),
      right: way(right),
      misconceptions: [
        { looksLike: way(right, (w, old, _, rate) => w - rate * old), message: say.oldSpeed },
        { looksLike: way((_, g) => g), message: say.forgets },
        { looksLike: way((v, g) => v + g), message: say.frictionless },
        { looksLike: way(right, (w, _, v, rate) => w + rate * v), message: say.uphill },
        { looksLike: way((v, g, mu) => mu * v - g), message: say.uphill },
        {
          looksLike: way(
            (v, g, mu) => mu * v - g,
            (w, _, v, rate) => w + rate * v,
          ),
          message: say.downhillSpeed,
        },
        {
          looksLike: way(
            (v, g, mu, rate) => mu * v + rate * g,
            (w, _, v) => w - v,
          ),
          message: say.rateInside,
        },
        {
          looksLike: way(
            (v, g, mu, rate) => mu * v - rate * g,
            (w, _, v) => w + v,
          ),
          message: say.keras,
        },
        { looksLike: (w, v, g, rate, mu) => [w - rate * (mu * v + g), v], message: say.oldReturned },
        { looksLike: way((v, g) => 0.9 * v + g), message: say.typed },
        { looksLike: way((v, g, mu) => mu * v + (1 - mu) * g), message: say.average },
        { looksLike: way(right, (w, _, v) => w - v), message: say.rateless },
        { looksLike: way(right, (w) => w), message: say.still },
      ],
      passed: say.passed,
      wrong: say.wrong,
    });
  },
};

/** A weight and its speed as a student would type them, without what rounding leaves. */
function written(ball: number[]): string {
  const [w, v] = ball.map((x) => Number(x.toPrecision(6)));
  return `{ w: ${w}, v: ${v} }`;
}

type Rest = (v: number, g: number, mu: number, rate: number) => number;
const ordered = ({ w, v }: Ball) => ({ w, v });

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(a), Math.abs(b));
/** Whether two lists of numbers are the same, but for rounding. */
export const alike = (a: unknown, b: unknown) =>
  Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((x, i) => near(x as number, b[i] as number));
