/** The exercises of lesson 02: a unit by hand, a circuit of units, a unit that reads handwriting. */
import { digits } from '../../data/digits';
import type { Circuit } from '../../scratch/circuit';
import { unit, type Unit } from '../../scratch/mcculloch-pitts';
import * as tf from '../../tensorflow';
import type { Bit } from '../../types';
import { words } from '../../words';
import { mean } from '../arithmetic';
import { callEach } from '../each';
import { judgeByTable } from '../table';
import type { Exercise, Verdict } from '../verdict';

const say = words.lesson02.exercises;

/** Recall: the formula of the unit, written out. */
export const fires: Exercise<(x: number[], weights: number[], threshold: number) => number> = {
  points: 1,
  hints: say.fires.hints,
  judge: (attempt) =>
    judgeByTable(attempt, {
      points: 1,
      inputs: [
        [[1, 1], [1, 1], 2],
        [[1, 0], [1, 1], 2],
        [[0, 0], [1, 1], 1],
        [[1], [-1], 0],
        [[0], [-1], 0],
        [[1, 1, 1], [2, -1, 3], 5],
        [[1, 0, 1], [2, -1, -3], 0],
        [[0, 0, 0], [1, 1, 1], -1],
      ],
      right: (x, weights, threshold) => unit({ weights, threshold })(x),
      misconceptions: [
        { looksLike: (x, w, threshold) => bit(sum(x, w) > threshold), message: say.fires.strictly },
        {
          looksLike: (x, _, threshold) => bit(x.reduce((a, b) => a + b, 0) >= threshold),
          message: say.fires.unweighted,
        },
        { looksLike: (x, w) => bit(sum(x, w) >= 0), message: say.fires.zero },
        { looksLike: (x, w) => sum(x, w), message: say.fires.sum },
        { looksLike: (x, w, threshold) => sum(x, w) >= threshold, message: say.fires.boolean },
        { looksLike: (x, w, threshold) => bit(sum(x, w) <= threshold), message: say.fires.reversed },
        { looksLike: (x, w, threshold) => bit(sum(x, w) < threshold), message: say.fires.reversed },
        { looksLike: (x, w, threshold) => (sum(x, w) >= threshold ? 1 : undefined), message: say.fires.noReturn },
        { looksLike: () => undefined, message: say.fires.noReturn },
        { looksLike: (x, w, threshold) => (sum(x, w) >= threshold ? 1 : -1), message: say.fires.minusOne },
        {
          looksLike: (_, w, threshold) => bit(w.reduce((a, b) => a + b, 0) >= threshold),
          message: say.fires.inputless,
        },
        {
          looksLike: ([a = NaN, b = NaN], [v = NaN, w = NaN], threshold) => bit(a * v + b * w >= threshold),
          message: say.fires.twoOnly,
        },
        {
          looksLike: (x, w, threshold) => bit(x.reduce((s, v, i) => s + v * w[i]!) >= threshold),
          message: say.fires.startless,
        },
        {
          looksLike: (x, w, threshold) => bit(x.some((_, i) => sum(x.slice(0, i + 1), w) >= threshold)),
          message: say.fires.early,
        },
        { looksLike: (x, w, threshold) => bit(sum(x.slice(0, 1), w) >= threshold), message: say.fires.early },
        { looksLike: () => 0, message: say.fires.silent },
      ],
      passed: say.fires.passed,
      wrong: say.fires.wrong,
    }),
};

/** Build: exactly two of three, which no single unit can tell. */
export const exactlyTwo: Exercise<() => Circuit> = {
  points: 2,
  hints: say.exactlyTwo.hints,
  judge(attempt) {
    const built: unknown = attempt();
    if (!isCircuit(built)) return { status: 'wrong', points: 0, message: say.exactlyTwo.nothing };
    const first = built.layers[0]?.[0]?.weights.length;
    const last = built.layers.at(-1)?.length;
    if (first !== 3 || last !== 1) {
      return { status: 'wrong', points: 0, message: say.exactlyTwo.shape(first ?? 0, last ?? 0) };
    }
    const counts = (want: (ones: number) => boolean) => (x: number[]) => bit(want(x.reduce((a, b) => a + b, 0)));
    return judgeByTable((x: number[]) => built(x)[0], {
      points: 2,
      inputs: Array.from({ length: 8 }, (_, row): [number[]] => [[(row >> 2) & 1, (row >> 1) & 1, row & 1]]),
      right: counts((ones) => ones === 2),
      misconceptions: [
        { looksLike: counts((ones) => ones >= 2), message: say.exactlyTwo.atLeast },
        { looksLike: counts((ones) => ones <= 2), message: say.exactlyTwo.atMost },
        { looksLike: counts((ones) => ones === 1), message: say.exactlyTwo.one },
        { looksLike: counts((ones) => ones === 3), message: say.exactlyTwo.all },
        { looksLike: counts((ones) => ones % 2 === 1), message: say.exactlyTwo.odd },
        { looksLike: counts(() => false), message: say.exactlyTwo.silent },
      ],
      passed: say.exactlyTwo.passed(built.layers.flat().length),
      wrong: say.exactlyTwo.wrong,
    });
  },
};

/** Transfer: a hand-drawn unit that tells the sixes from all other handwritten digits. */
export const six: Exercise<() => Unit> = {
  points: 3,
  hints: say.six.hints,
  judge(attempt): Verdict {
    const recogniser: unknown = attempt();
    if (!isUnit(recogniser)) return { status: 'wrong', points: 0, message: say.six.nothing };
    const { weights } = recogniser;
    if (weights.length !== 64) return { status: 'wrong', points: 0, message: say.six.pixels(weights.length) };

    const rates = firingRates(recogniser);
    if (!rates) return { status: 'wrong', points: 0, message: say.six.noBit };
    const found = rates[6]!;
    const refused = 1 - mean(rates.filter((_, digit) => digit !== 6));
    const balanced = (found + refused) / 2;
    const numbers = say.six.numbers(found, refused, balanced);
    if (balanced >= 0.9) {
      const byHand = weights.every((weight) => [-1, 0, 1].includes(weight));
      return { status: 'passed', points: 3, message: byHand ? say.six.passed(numbers) : say.six.learnt(numbers) };
    }
    const favourite = rates.indexOf(Math.max(...rates));
    const ideas: [boolean, string][] = [
      [rates.every((rate) => rate === 0), say.six.silent],
      [rates.every((rate) => rate === 1), say.six.always],
      [refused < 0.6 && weights.every((weight) => weight >= 0), say.six.onlyExcitation(numbers)],
      [favourite !== 6, say.six.other(favourite, numbers)],
      [refused - found > 0.1, say.six.shy(numbers)],
      [found - refused > 0.1, say.six.eager(numbers)],
      [true, say.six.wrong(numbers)],
    ];
    const message = ideas.find(([looksLikeIt]) => looksLikeIt)![1];
    const points = [0.8, 0.7].filter((enough) => balanced >= enough).length;
    return { status: 'wrong', points, message };
  },
};

/** For each digit from 0 to 9, the share of its handwritten pictures for which a unit fires; undefined if it gives no bits. */
function firingRates(recogniser: Unit): number[] | undefined {
  const { xs, ys, labels } = digits();
  const pictures = xs.arraySync().map((picture): [number[]] => [picture.map((ink) => bit(ink >= 0.5))]);
  tf.dispose([xs, ys]);
  const answers = callEach<[number[]], number>(recogniser, pictures);
  if (!answers.every((answer) => answer === 0 || answer === 1)) return undefined; // others would bend the means
  return Array.from({ length: 10 }, (_, digit) => mean(answers.filter((_, i) => labels[i] === digit)));
}

/** Whether a student's function gave what it was to give; at run time it may be anything. */
const isCircuit = (value: unknown): value is Circuit => Array.isArray((value as Partial<Circuit> | undefined)?.layers);
const isUnit = (value: unknown): value is Unit => Array.isArray((value as Partial<Unit> | undefined)?.weights);

const bit = (yes: boolean): Bit => (yes ? 1 : 0);
const sum = (x: number[], weights: number[]) => x.reduce((total, input, i) => total + input * weights[i]!, 0);
