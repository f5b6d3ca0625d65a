/** Exercises of lesson 04: a chance by hand, a neuron for irises; the one between them is in 04-learning.ts. */
import { iris } from '../../data/tables';
import { examples } from '../../data/examples';
import { standardise } from '../../data/standardise';
import { sigmoid } from '../../scratch/activations';
import * as tf from '../../tensorflow';
import { words } from '../../words';
import { mean } from '../arithmetic';
import { judgeByTable } from '../table';
import { tidily } from '../tidily';
import { type Exercise, wrong } from '../verdict';

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
        ...[0, 1, 2, 3, 4, 5, 6].flatMap((decimals) => {
          const text = (...asked: Parameters<Neuron>) => chanceOf(...asked).toFixed(decimals);
          return [
            { looksLike: rounded((...asked) => Number(text(...asked))), message: say.chance.rounded },
            { looksLike: text, message: say.chance.words },
          ];
        }),
        { looksLike: (x, w, b) => String(chanceOf(x, w, b)), message: say.chance.words },
        { looksLike: rounded((x, w, b) => 1 + Math.exp(-evidence(x, w, b))), message: say.chance.brackets },
        { looksLike: rounded((x, w, b) => chanceOf(x, w, b * x.length)), message: say.chance.biasPerInput },
        {
          looksLike: rounded((x, w, b) => curve(x.reduce((sum, xi, i) => sum + xi * w[i]!) + b)),
          message: say.chance.startless,
        },
        { looksLike: rounded((x, w, b) => chanceOf(x.slice(0, 1), w, b)), message: say.chance.firstOnly },
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

/** Transfer: a neuron that tells virginica from versicolor by the petal, asked in centimetres. */
export const virginica: Exercise<() => (petal: number[]) => number> = {
  points: 3,
  hints: say.virginica.hints,
  judge: (attempt) =>
    tidily(() => {
      const neuron: unknown = attempt();
      if (typeof neuron !== 'function') return wrong(say.virginica.nothing);
      const ask = neuron as (petal: number[]) => unknown;
      const first = ask([4.9, 1.7]);
      if (typeof first === 'object' && first !== null) return wrong(say.virginica.list);
      if (!isChance(first)) return wrong(say.virginica.notAChance(asTyped(first)));

      const { petals, ys, standardised } = flowers();
      const answers = petals.map((petal) => ask([...petal]));
      const odd = answers.find((answer) => !isChance(answer));
      if (odd !== undefined) return wrong(say.virginica.notAChance(asTyped(odd)));
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
        [chances.some((a, i) => Math.abs(a - ys[i]!) > 0.999), say.virginica.oversure(numbers)],
        [right >= 0.85, say.virginica.short(numbers)],
        [true, say.virginica.wrong(numbers)],
      ];
      const points = [0.2, 0.3].filter((bound) => loss <= bound).length;
      return wrong(ideas.find(([looksLikeIt]) => looksLikeIt)![1], points);
    }),
};

/** The mean surprise that is worth all points; the best neuron has 0.103, and who always says a half 0.69. */
const enough = 0.12;

function flowers(): { petals: number[][]; ys: number[]; standardised: number[][] } {
  const all = iris({ features: ['petal_length_cm', 'petal_width_cm'] });
  const two = examples(all).filter(([, label]) => label > 0);
  const petals = two.map(([petal]) => petal);
  const { xs } = standardise(petals);
  const standardised = xs.arraySync();
  tf.dispose([all.xs, all.ys, xs]);
  return { petals, ys: two.map(([, label]) => label - 1), standardised };
}

/** A value as a student would type it; JSON knows no NaN. */
const asTyped = (value: unknown) => String(typeof value === 'number' ? value : JSON.stringify(value));
const isChance = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;
const lossOf = (chances: number[], ys: number[]) => mean(chances.map((a, i) => -Math.log(ys[i] === 1 ? a : 1 - a)));
const rightOf = (chances: number[], ys: number[]) => mean(chances.map((a, i) => Number(a >= 0.5 === (ys[i] === 1))));
