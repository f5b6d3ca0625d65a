/** The checks of lesson 00, tested themselves: solutions in several forms, and the wrong answers that students give. */
import { describe, expect, it } from 'vitest';
import { iris, mean, standardised } from '../../lib/check/exercises/00-start-here';
import { verdictOn, type Exercise } from '../../lib/check/verdict';
import { words } from '../../lib/words';

const say = words.lesson00.exercises;
const judge = <Attempt>(exercise: Exercise<Attempt>, attempt: Attempt) =>
  verdictOn(exercise, attempt, words.check.threw);

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
const average = (numbers: number[]) => sum(numbers) / numbers.length;
const middle = (numbers: number[]) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return average(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1));
};

type Mean = (numbers: number[]) => number;

describe('00.1, a mean', () => {
  it.each<[string, Mean]>([
    ['a reduce', average],
    ['parts added up', (numbers) => numbers.reduce((total, x) => total + x / numbers.length, 0)],
    ['a sum from the end', (numbers) => average([...numbers].reverse())],
  ])('passes %s', (_, attempt) => {
    expect(judge(mean, attempt)).toEqual({ status: 'passed', points: 1, message: say.mean.passed });
  });

  it.each<[string, Mean, string]>([
    ['the sum', sum, say.mean.sum],
    ['the sum without a first value', (numbers) => numbers.reduce((a, b) => a + b), say.mean.sum],
    ['a third', (numbers) => sum(numbers) / 3, say.mean.fixed],
    ['the first three', ([a, b, c]) => (a! + b! + c!) / 3, say.mean.fixed],
    ['one too few', (numbers) => sum(numbers) / (numbers.length - 1), say.mean.oneLess],
    ['a whole number', (numbers) => Math.round(average(numbers)), say.mean.rounded],
    ['a whole number below', (numbers) => Math.floor(average(numbers)), say.mean.rounded],
    ['the median', middle, say.mean.middle],
    ['halfway between the ends', (x) => (Math.min(...x) + Math.max(...x)) / 2, say.mean.ends],
    ['nothing', (() => undefined) as unknown as Mean, say.mean.nothing],
    ['a sum past the end', (x) => (sum(x) + x[x.length]!) / x.length, say.mean.notANumber],
    ['a text', ((x: number[]) => average(x).toFixed(2)) as unknown as Mean, say.mean.words],
    ['something else', () => 3600, say.mean.wrong],
  ])('knows %s by its message', (_, attempt, message) => {
    const verdict = judge(mean, attempt);
    expect(verdict).toMatchObject({ status: 'wrong', points: 0, message });
    expect(verdict.example?.came).not.toBe(verdict.example?.expected);
  });
});

type Column = (column: number[]) => number[];
const spread = (column: number[], less = 0) => {
  const centre = average(column);
  return Math.sqrt(sum(column.map((x) => (x - centre) ** 2)) / (column.length - less));
};
const each = (change: (x: number, centre: number, std: number, column: number[]) => number): Column => {
  return (column) => column.map((x) => change(x, average(column), spread(column), column));
};

describe('00.2, a column on a common scale', () => {
  it.each<[string, Column]>([
    ['the formula', each((x, centre, std) => (x - centre) / std)],
    [
      'the mean of squares less the square of the mean',
      (column) => {
        const std = Math.sqrt(average(column.map((x) => x * x)) - average(column) ** 2);
        return column.map((x) => (x - average(column)) / std);
      },
    ],
  ])('passes %s', (_, attempt) => {
    expect(judge(standardised, attempt)).toEqual({ status: 'passed', points: 2, message: say.standardised.passed });
  });

  it.each<[string, Column, string]>([
    ['the mean subtracted and no more', each((x, centre) => x - centre), say.standardised.centred],
    ['a division and no more', each((x, _, std) => x / std), say.standardised.scaled],
    ['the variance', each((x, centre, std) => (x - centre) / std ** 2), say.standardised.variance],
    [
      'one less in the denominator',
      each((x, centre, _, column) => (x - centre) / spread(column, 1)),
      say.standardised.oneLess,
    ],
    [
      'a range from 0 to 1',
      each((x, _, __, column) => (x - Math.min(...column)) / (Math.max(...column) - Math.min(...column))),
      say.standardised.range,
    ],
    ['no brackets', each((x, centre, std) => x - centre / std), say.standardised.brackets],
    [
      'the mean distance',
      each((x, centre, _, column) => (x - centre) / average(column.map((other) => Math.abs(other - centre)))),
      say.standardised.absolute,
    ],
    ['the column itself', (column) => [...column], say.standardised.unchanged],
    [
      'differences that are not squared',
      each((x, centre, _, column) => (x - centre) / Math.sqrt(average(column.map((other) => other - centre)))),
      say.standardised.notSquared,
    ],
    ['a list of NaN', each(() => NaN), say.standardised.notANumber],
    ['zeros', each(() => 0), say.standardised.wrong],
    ['a list that is too short', (column) => column.slice(1), say.standardised.length(4, 5)],
    ['nothing', (() => undefined) as unknown as Column, say.standardised.nothing],
    ['a map without return', ((x: number[]) => x.map(() => undefined)) as unknown as Column, say.standardised.nothing],
    [
      'a column that is changed in place',
      (column) => {
        const [centre, std] = [average(column), spread(column)];
        column.forEach((x, i) => (column[i] = (x - centre) / std));
        return column;
      },
      say.standardised.inPlace,
    ],
  ])('knows %s by its message', (_, attempt, message) => {
    expect(judge(standardised, attempt)).toMatchObject({ status: 'wrong', points: 0, message });
  });

  it('shows a column for which the list is wrong', () => {
    const first = judge(standardised, (column) =>
      column.length === 2 ? [-1, 2] : each((x, c, s) => (x - c) / s)(column),
    );
    expect(first.example).toEqual({ input: '[39.1, 39.5]', expected: '[-1, 1]', came: '[-1, 2]' });
  });
});

type Rule = (x: number[]) => number;
const byWidth =
  (first: number, second: number, names = [0, 1, 2]): Rule =>
  ([, width]) =>
    names[width! < first ? 0 : width! < second ? 1 : 2]!;

describe('00.3, a rule for irises', () => {
  it.each<[string, Rule]>([
    ['two borders of the width', byWidth(0.8, 1.7)],
    ['two borders of the length', ([length]) => (length! < 2.5 ? 0 : length! < 4.8 ? 1 : 2)],
  ])('passes %s', (_, attempt) => {
    expect(judge(iris, attempt)).toMatchObject({ status: 'passed', points: 3 });
  });

  it('reads widths as they were measured, to a tenth: a border at 1.7 leaves 1.7 above it', () => {
    expect(judge(iris, byWidth(0.8, 1.7)).message).toBe(judge(iris, byWidth(0.8, 1.69)).message);
  });

  it.each<[string, Rule, number, string]>([
    ['a border that is a little off', byWidth(0.8, 1.55), 2, say.iris.border(say.iris.numbers(142, 150))],
    ['a border that is far off', byWidth(0.8, 2), 1, say.iris.border(say.iris.numbers(129, 150))],
    ['no virginica', byWidth(0.8, 9), 1, say.iris.never('virginica', say.iris.numbers(100, 150))],
    ['a setosa border that is too low', byWidth(0.2, 1.7), 0, say.iris.setosa(say.iris.numbers(99, 150))],
    ['species mixed up', byWidth(0.8, 1.7, [0, 2, 1]), 0, say.iris.swapped(say.iris.numbers(56, 150))],
    ['millimetres', byWidth(8, 17), 0, say.iris.constant('setosa')],
    ['names', (() => 'setosa') as unknown as Rule, 0, say.iris.texts],
    ['nothing for some', ((x: number[]) => (x[1]! < 0.8 ? 0 : undefined)) as Rule, 0, say.iris.nothing],
    ['numbers from 1', byWidth(0.8, 1.7, [1, 2, 3]), 0, say.iris.outside('3')],
  ])('knows %s by its message', (_, attempt, points, message) => {
    expect(judge(iris, attempt)).toMatchObject({ status: 'wrong', points, message });
  });
});
