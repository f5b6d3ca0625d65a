/** The first exercises of lesson 06: the slope of a path, a softmax that does not overflow. 06-dead-units has the third. */
import { sigmoid } from '../../scratch/activations';
import { softmax as rightSoftmax } from '../../scratch/softmax';
import { words } from '../../words';
import { judgeClose } from '../close';
import { type Exercise, type Verdict, wrong } from '../verdict';

const say = words.lesson06.exercises;

type PathSlope = (zs: number[], weights: number[]) => number;

/** A product along a path, or a wrong idea of it. */
const along =
  (one: (z: number, weight: number) => number): PathSlope =>
  (zs, weights) =>
    zs.reduce((slope, z, l) => slope * one(z, weights[l]!), 1);

/** Recall: how much of a hair at the beginning of a path of sigmoid units arrives at its end. */
export const pathSlope: Exercise<PathSlope> = {
  points: 1,
  hints: say.pathSlope.hints,
  judge(attempt): Verdict {
    if ((attempt([0, 0], [1, 1]) as unknown) === undefined) return wrong(say.pathSlope.noReturn);
    return judgeClose(attempt, {
      points: 1,
      inputs: [
        [[0, 0], [1, 1]],
        [[0], [4]],
        [[1.5, -2, 0.5], [3, -1.5, 2]],
        [[-0.5, 2, 1.25, 0.25], [10, 20, -15, 30]],
        [[0, 0, 0, 0, 0, 0], [4, 4, 4, 4, 4, 4]],
      ], // prettier-ignore
      tolerance: 1e-9,
      right: along((z, weight) => weight * sigmoid.derivative(z)),
      misconceptions: [
        {
          looksLike: (zs, weights) => zs.reduce((sum, z, l) => sum + weights[l]! * sigmoid.derivative(z), 0),
          message: say.pathSlope.added,
        },
        {
          looksLike: (zs, weights) => zs.reduce((sum, z, l) => sum + weights[l]! * sigmoid.derivative(z), 1),
          message: say.pathSlope.added,
        },
        { looksLike: along((z) => sigmoid.derivative(z)), message: say.pathSlope.weightless },
        { looksLike: along((_, weight) => weight), message: say.pathSlope.slopeless },
        { looksLike: along((z, weight) => weight * sigmoid(z)), message: say.pathSlope.values },
        { looksLike: along((z) => sigmoid(z)), message: say.pathSlope.values },
        { looksLike: along((z, weight) => weight * z * (1 - z)), message: say.pathSlope.outputs },
        { looksLike: along((z, weight) => weight * sigmoid.derivative(sigmoid(z))), message: say.pathSlope.twice },
        { looksLike: along((z, weight) => sigmoid.derivative(z * weight)), message: say.pathSlope.inside },
        { looksLike: along((z, weight) => weight * sigmoid.derivative(z * weight)), message: say.pathSlope.inside },
        { looksLike: () => 0, message: say.pathSlope.zero },
        {
          looksLike: (zs, weights) => weights.at(-1)! * sigmoid.derivative(zs.at(-1)!),
          message: say.pathSlope.lastOnly,
        },
      ],
      passed: say.pathSlope.passed,
      wrong: say.pathSlope.wrong,
    });
  },
};

type Softmax = (scores: number[], temperature: number) => number[];

const powersOf = (scores: readonly number[]) => scores.map((z) => Math.exp(z));
const shares = (parts: readonly number[]) => parts.map((part) => part / parts.reduce((sum, one) => sum + one, 0));
const best: Softmax = (scores, temperature) => rightSoftmax(scores.map((z) => z / temperature));
/** Softmax of what one makes of the scores, without care for what overflows. */
const naive =
  (change: (z: number, temperature: number, scores: number[]) => number): Softmax =>
  (scores, temperature) =>
    shares(powersOf(scores.map((z) => change(z, temperature, scores))));
/** Wrong ideas that one has with and without care for what overflows. */
const bothWays = (idea: Softmax): Softmax[] => [
  idea,
  (scores, temperature) =>
    idea(
      scores.map((z) => z - Math.max(...scores)),
      temperature,
    ),
];

const softmaxIdeas: [likes: Softmax[], message: string][] = [
  [[naive((z, T) => z / T)], say.softmax.overflow],
  [[naive((z, T, all) => (z - Math.min(...all)) / T)], say.softmax.lowest],
  [[naive((z, T, all) => z / T - Math.max(...all))], say.softmax.order],
  [bothWays(naive((z) => z)), say.softmax.noTemperature],
  [[naive((z, T, all) => z - Math.max(...all) / T)], say.softmax.noTemperature],
  [bothWays(naive((z, T) => z * T)), say.softmax.timesTemperature],
  [bothWays(naive((z, T) => -z / T)), say.softmax.sign],
  [bothWays((scores, T) => powersOf(scores.map((z) => z / T))), say.softmax.noSum],
  [bothWays((scores, T) => powersOf(scores).map((power) => power / T)), say.softmax.noSum],
  [
    bothWays((scores, T) => {
      const powers = powersOf(scores.map((z) => z / T));
      return powers.map((power) => power / Math.max(...powers));
    }),
    say.softmax.byLargest,
  ],
  [[(scores) => scores.map((_, i) => (i === scores.indexOf(Math.max(...scores)) ? 1 : 0))], say.softmax.hard],
  [bothWays((scores) => shares(scores)), say.softmax.shares],
  [
    [(scores, T) => best(scores, T).map((a) => a / T), (scores, T) => best(scores, 1).map((a) => a / T)],
    say.softmax.parts,
  ],
  [
    bothWays((scores, T) => {
      const sum = powersOf(scores).reduce((a, b) => a + b);
      return scores.map((z) => Math.exp(z / T) / sum);
    }),
    say.softmax.parts,
  ],
  [[(scores, T) => shares(scores.map((z) => Math.exp(Math.min(700, Math.max(-700, z / T)))))], say.softmax.clipped],
];

/** Build: chances from scores at a temperature, for scores of any size. */
export const softmax: Exercise<Softmax> = {
  points: 2,
  hints: say.softmax.hints,
  judge(attempt): Verdict {
    const own = [2, 1, 0];
    const once: unknown = attempt(own, 1);
    if (!Array.isArray(once) || once.length !== 3) return wrong(say.softmax.notList);
    if (String(own) !== '2,1,0') return wrong(say.softmax.changes);
    const mixed = [1, 3, 2];
    attempt(mixed, 1);
    if (String(mixed) !== '1,3,2') return wrong(say.softmax.changes);
    return judgeClose(attempt, {
      points: 2,
      inputs: [
        [[2, 1, 0], 1],
        [[0.5, -1, 3, 0.5], 2],
        [[-2, 1.5], 0.5],
        [[7], 3],
        [[1002, 1001, 1000], 1],
        [[-1000, 0, 1000], 2],
        [[3000, 2999, 2990], 2],
      ],
      right: best,
      misconceptions: softmaxIdeas.flatMap(([likes, message]) => likes.map((looksLike) => ({ looksLike, message }))),
      passed: say.softmax.passed,
      wrong: say.softmax.wrong,
    });
  },
};
