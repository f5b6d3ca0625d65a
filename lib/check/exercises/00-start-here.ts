/** The exercises of lesson 00: a mean, a column on a common scale, a rule read from a picture. */
import { iris as irises } from '../../data/tables';
import * as tf from '../../tensorflow';
import { words } from '../../words';
import { mean as meanOf, rounded, sum } from '../arithmetic';
import { judgeByTable } from '../table';
import { type Exercise, wrong } from '../verdict';

const say = words.lesson00.exercises;

/** Recall: the mean of any numbers. */
export const mean: Exercise<(numbers: number[]) => number> = {
  points: 1,
  hints: say.mean.hints,
  judge: (attempt) =>
    judgeByTable((numbers: number[]) => rounded(attempt(numbers)), {
      points: 1,
      inputs: [[[3750, 3800, 3250]], [[39.1, 39.5, 40.3, 36.7]], [[2]], [[-1, 0, 4, 0, 1, 1]], [[10, 20]]],
      right: (numbers) => rounded(meanOf(numbers)),
      misconceptions: [
        { looksLike: (numbers) => rounded(sum(numbers)), message: say.mean.sum },
        { looksLike: (numbers) => rounded(sum(numbers) / 3), message: say.mean.fixed },
        { looksLike: (numbers) => rounded((numbers[0]! + numbers[1]! + numbers[2]!) / 3), message: say.mean.fixed },
        { looksLike: (numbers) => rounded(sum(numbers) / (numbers.length - 1)), message: say.mean.oneLess },
        ...[Math.round, Math.floor, Math.ceil, Math.trunc].map((whole) => ({
          looksLike: (numbers: number[]) => rounded(whole(meanOf(numbers))),
          message: say.mean.rounded,
        })),
        { looksLike: (numbers) => rounded(median(numbers)), message: say.mean.middle },
        { looksLike: (numbers) => rounded((Math.min(...numbers) + Math.max(...numbers)) / 2), message: say.mean.ends },
        { looksLike: (numbers) => rounded(numbers[0]! / numbers.length), message: say.mean.early },
        { looksLike: (numbers) => rounded(sum(numbers.slice(1)) / numbers.length), message: say.mean.firstMissing },
        { looksLike: () => undefined, message: say.mean.nothing },
        { looksLike: () => NaN, message: say.mean.notANumber },
        ...[0, 1, 2, 3].map((decimals) => ({
          looksLike: (numbers: number[]) => meanOf(numbers).toFixed(decimals),
          message: say.mean.words,
        })),
        { looksLike: (numbers) => String(meanOf(numbers)), message: say.mean.words },
      ],
      passed: say.mean.passed,
      wrong: say.mean.wrong,
    }),
};

/** Build: a column with mean 0 and standard deviation 1. */
export const standardised: Exercise<(column: number[]) => number[]> = {
  points: 2,
  hints: say.standardised.hints,
  judge(attempt) {
    const columns = [[1, 2, 3, 4, 5], [3750, 3800, 3250, 3450], [39.1, 39.5], [-2, 0, 7, 1, 1, 5]]; // prettier-ignore
    const answers = columns.map((column) => {
      const given = [...column];
      const answer: unknown = attempt(given);
      return { column, changed: !close(given, column), answer };
    });
    for (const { column, answer } of answers) {
      if (!isNumbers(answer)) return wrong(say.standardised.nothing);
      if (answer.length !== column.length) return wrong(say.standardised.length(answer.length, column.length));
    }
    const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b);
    const agree = (same: (came: number[], expected: number[]) => boolean) =>
      answers.every(({ column, answer }) => {
        const { mean, std } = momentsOf(column);
        return same(answer as number[], column.map((x) => (x - mean) / std)); // prettier-ignore
      });
    const like = (idea: (x: number, about: Moments) => number) =>
      answers.every(({ column, answer }) => {
        const about = momentsOf(column);
        return close(answer as number[], column.map((x) => idea(x, about))); // prettier-ignore
      });
    const right = ({ column, answer }: (typeof answers)[number]) => {
      const { mean, std } = momentsOf(column);
      return close(answer as number[], column.map((x) => (x - mean) / std)); // prettier-ignore
    };
    if (answers.every(right)) {
      if (answers.some(({ changed }) => changed)) return wrong(say.standardised.inPlace);
      return { status: 'passed', points: 2, message: say.standardised.passed };
    }
    const ideas: [boolean, string][] = [
      [answers.some(({ answer }) => (answer as number[]).some((z) => Math.abs(z) > 1e6)), say.standardised.notSquared],
      [answers.some(({ answer }) => (answer as number[]).some(Number.isNaN)), say.standardised.notANumber],
      [like((x) => x), say.standardised.unchanged],
      [like((x, { mean }) => x - mean), say.standardised.centred],
      [like((x, { std }) => x / std), say.standardised.scaled],
      [like((x, { mean, std }) => (x - mean) / std ** 2), say.standardised.variance],
      [like((x, { mean, sampleStd }) => (x - mean) / sampleStd), say.standardised.oneLess],
      [like((x, { min, max }) => (x - min) / (max - min)), say.standardised.range],
      [like((x, { mean, std }) => x - mean / std), say.standardised.brackets],
      [like((x, { mean, deviation }) => (x - mean) / deviation), say.standardised.absolute],
      [like((x, { mean, std, size }) => (x - mean) / (std * Math.sqrt(size))), say.standardised.sumOfSquares],
      [like((x, { mean, std, size }) => (x - mean) / (std / Math.sqrt(size))), say.standardised.sumOfSquares],
      [agree((came, expected) => close(sorted(came), sorted(expected))), say.standardised.order],
      [agree((came, expected) => came.every((z, i) => Math.abs(z - expected[i]!) < 0.006)), say.standardised.rounded],
      [true, say.standardised.wrong],
    ];
    const { column, answer } = answers.find((one) => !right(one))!;
    const { mean, std } = momentsOf(column);
    const list = (numbers: readonly number[]) => `[${numbers.map((x) => Number(x.toPrecision(4))).join(', ')}]`;
    const example = {
      input: list(column),
      expected: list(column.map((x) => (x - mean) / std)),
      came: list(answer as number[]),
    };
    return { ...wrong(ideas.find(([looksLikeIt]) => looksLikeIt)![1]), example };
  },
};

/** Transfer: a rule that names the species of an iris by its petal, read from a picture. */
export const iris: Exercise<(x: number[]) => number> = {
  points: 3,
  hints: say.iris.hints,
  judge(attempt) {
    const { flowers, labels, names } = petals();
    const answers: unknown[] = flowers.map((x) => attempt([...x]));
    if (answers.some((answer) => typeof answer === 'string')) return wrong(say.iris.texts);
    if (answers.some((answer) => answer === undefined)) return wrong(say.iris.nothing);
    const bad = answers.find((answer) => answer !== 0 && answer !== 1 && answer !== 2);
    if (bad !== undefined) return wrong(say.iris.outside(typeof bad === 'number' ? String(bad) : typeof bad));

    const count = (change: (answer: number) => number) =>
      labels.filter((label, i) => change(answers[i] as number) === label).length;
    const right = count((answer) => answer);
    const share = right / labels.length;
    const numbers = say.iris.numbers(right, labels.length);
    if (share >= 0.95) return { status: 'passed', points: 3, message: say.iris.passed(numbers) };
    const said = [0, 1, 2].filter((species) => answers.includes(species));
    const missing = [0, 1, 2].find((species) => !said.includes(species));
    const orders = [[1, 0, 2], [0, 2, 1], [2, 1, 0], [1, 2, 0], [2, 0, 1]]; // prettier-ignore
    const setosas = labels.every((label, i) => (label === 0) === (answers[i] === 0));
    const ideas: [boolean, string][] = [
      [said.length === 1, say.iris.constant(names[said[0]!]!)],
      [orders.some((order) => count((answer) => order[answer]!) / labels.length >= 0.85), say.iris.swapped(numbers)],
      [missing !== undefined, say.iris.never(names[missing ?? 0]!, numbers)],
      [setosas, say.iris.border(numbers)],
      [labels.some((label, i) => label === 0 && answers[i] !== 0), say.iris.setosa(numbers)],
      [true, say.iris.wrong(numbers)],
    ];
    const points = [0.9, 2 / 3].filter((enough) => share >= enough).length;
    return wrong(ideas.find(([looksLikeIt]) => looksLikeIt)![1], points);
  },
};

/** The petals of all irises, length and width in centimetres, and their species as numbers. */
function petals(): { flowers: number[][]; labels: number[]; names: readonly string[] } {
  const { xs, ys, classes } = irises({ features: ['petal_length_cm', 'petal_width_cm'] });
  // Tensors hold 32 bits: 1.7 comes back as 1.70000005, and a student's `width < 1.7` is to mean what it says.
  const flowers = xs.arraySync().map((x) => x.map((value) => Math.round(value * 10) / 10));
  const labels = ys.arraySync().map((row) => row.indexOf(1));
  tf.dispose([xs, ys]);
  return { flowers, labels, names: classes! };
}

interface Moments {
  size: number;
  mean: number;
  std: number;
  /** With one less in the denominator, as for a sample. */
  sampleStd: number;
  /** The mean distance from the mean. */
  deviation: number;
  min: number;
  max: number;
}

function momentsOf(column: readonly number[]): Moments {
  const mean = meanOf(column);
  const squares = sum(column.map((x) => (x - mean) ** 2));
  return {
    size: column.length,
    mean,
    std: Math.sqrt(squares / column.length),
    sampleStd: Math.sqrt(squares / (column.length - 1)),
    deviation: meanOf(column.map((x) => Math.abs(x - mean))),
    min: Math.min(...column),
    max: Math.max(...column),
  };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
}

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'number');

const close = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((x, i) => Math.abs(x - b[i]!) <= 1e-6 * Math.max(1, Math.abs(b[i]!)));
