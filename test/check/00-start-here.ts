/** Answers to the exercises of lesson 00, right by another way and wrong, and what each wrong one has to hear. */
import { words } from '../../lib/words';
import type { Answers } from './answers';

const { mean, standardised, iris } = words.lesson00.exercises;
const sum = 'numbers.reduce((sum, x) => sum + x, 0)';
const divided = (by: string) => `return ${sum} / ${by};`;

const average = 'const average = (some: number[]) => some.reduce((sum, x) => sum + x, 0) / some.length;';
/** A new column: `next` of each of its numbers, its mean, and what `spread` makes of the distances from the mean. */
const column = (next: string, spread = 'Math.sqrt(average(distances.map((d) => d ** 2)))') => `
  ${average}
  const centre = average(column);
  const distances = column.map((x) => x - centre);
  const std = ${spread};
  return column.map((x, i) => ${next});`;
const common = '(x - centre) / std';

/** A species by two borders of the petal's width. */
const borders = (first: number, second: number, names = '[0, 1, 2]') =>
  `return ${names}[x[1] < ${first} ? 0 : x[1] < ${second} ? 1 : 2];`;
const of150 = (right: number) => iris.numbers(right, 150);

export const answers: Record<string, Answers> = {
  '00.1': {
    right: [
      {
        name: 'a loop',
        code: 'let total = 0;\nfor (const x of numbers) total += x;\nreturn total / numbers.length;',
        message: mean.passed,
      },
      {
        name: 'parts added up',
        code: 'return numbers.reduce((total, x) => total + x / numbers.length, 0);',
      },
      {
        name: 'a sum from the end',
        code: 'return numbers.reduceRight((sum, x) => sum + x, 0) / numbers.length;',
      },
    ],
    wrong: [
      { name: 'the sum', code: `return ${sum};`, message: mean.sum },
      { name: 'the sum without a first value', code: 'return numbers.reduce((a, b) => a + b);', message: mean.sum },
      { name: 'a third', code: divided('3'), message: mean.fixed },
      {
        name: 'the first three',
        code: 'return (numbers[0] + numbers[1] + numbers[2]) / 3;',
        message: mean.fixed,
      },
      { name: 'one too few', code: divided('(numbers.length - 1)'), message: mean.oneLess },
      { name: 'a whole number', code: `return Math.round(${sum} / numbers.length);`, message: mean.rounded },
      { name: 'a whole number below', code: `return Math.floor(${sum} / numbers.length);`, message: mean.rounded },
      {
        name: 'the median',
        code: `const [sorted, half] = [[...numbers].sort((a, b) => a - b), numbers.length / 2];
          return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;`,
        message: mean.middle,
      },
      {
        name: 'halfway between the ends',
        code: 'return (Math.min(...numbers) + Math.max(...numbers)) / 2;',
        message: mean.ends,
      },
      {
        name: 'a return inside the loop',
        code: 'let s = 0;\nfor (const x of numbers) {\n  s += x;\n  return s / numbers.length;\n}',
        message: mean.early,
      },
      {
        name: 'a loop from 1',
        code: 'let s = 0;\nfor (let i = 1; i < numbers.length; i++) s += numbers[i];\nreturn s / numbers.length;',
        message: mean.firstMissing,
      },
      { name: 'nothing', code: `${sum} / numbers.length;`, message: mean.nothing },
      {
        name: 'a sum past the end',
        code: 'let s = 0;\nfor (let i = 0; i <= numbers.length; i++) s += numbers[i];\nreturn s / numbers.length;',
        message: mean.notANumber,
      },
      {
        name: 'a text',
        code: `return (${sum} / numbers.length).toFixed(2) as never;`,
        message: mean.words,
      },
      { name: 'something else', code: 'return 3600;', message: mean.wrong },
    ],
  },
  '00.2': {
    right: [
      {
        name: 'the mean of the exercise before',
        code: column(common).replace(average, 'const average = mean;'),
        message: standardised.passed,
      },
      {
        name: 'the mean of the squares less the square of the mean',
        code: column(common, 'Math.sqrt(average(column.map((x) => x * x)) - centre ** 2)'),
      },
    ],
    wrong: [
      { name: 'the mean subtracted and no more', code: column('x - centre'), message: standardised.centred },
      { name: 'a division and no more', code: column('x / std'), message: standardised.scaled },
      {
        name: 'the variance',
        code: column(common, 'average(distances.map((d) => d ** 2))'),
        message: standardised.variance,
      },
      {
        name: 'one less in the denominator',
        code: column(common, 'Math.sqrt(distances.reduce((sum, d) => sum + d ** 2, 0) / (column.length - 1))'),
        message: standardised.oneLess,
      },
      {
        name: 'a range from 0 to 1',
        code: column('(x - Math.min(...column)) / (Math.max(...column) - Math.min(...column))'),
        message: standardised.range,
      },
      {
        name: 'the root of the sum of the squares',
        code: column(common, 'Math.sqrt(distances.reduce((sum, d) => sum + d ** 2, 0))'),
        message: standardised.sumOfSquares,
      },
      {
        name: 'the root of the sum of the squares, divided',
        code: column(common, 'Math.sqrt(distances.reduce((sum, d) => sum + d ** 2, 0)) / column.length'),
        message: standardised.sumOfSquares,
      },
      { name: 'a sorted column', code: `column.sort((a, b) => a - b);${column(common)}`, message: standardised.order },
      {
        name: 'three decimals, as in the exercise’s own example',
        code: column('Number(((x - centre) / std).toFixed(3))'),
        message: standardised.rounded,
      },
      {
        name: 'two decimals',
        code: column('Math.round((100 * (x - centre)) / std) / 100'),
        message: standardised.rounded,
      },
      {
        name: 'a hat for a square',
        code: column(common, 'Math.sqrt(average(distances.map((d) => d ^ 2)))'),
        message: standardised.notANumber,
      },
      { name: 'no brackets', code: column('x - centre / std'), message: standardised.brackets },
      {
        name: 'the mean distance',
        code: column(common, 'average(distances.map(Math.abs))'),
        message: standardised.absolute,
      },
      { name: 'the column itself', code: 'return [...column];', message: standardised.unchanged },
      {
        name: 'differences that are not squared',
        code: column(common, 'Math.sqrt(average(distances))'),
        message: standardised.notSquared,
      },
      { name: 'a list of NaN', code: column('NaN'), message: standardised.notANumber },
      { name: 'zeros', code: column('0'), message: standardised.wrong },
      {
        name: 'one number that is wrong, in one column',
        code: column('column.length === 2 && i === 1 ? 2 : (x - centre) / std'),
        message: standardised.wrong,
        example: { input: '[39.1, 39.5]', expected: '[-1, 1]', came: '[-1, 2]' },
      },
      { name: 'a list that is too short', code: 'return column.slice(1);', message: standardised.length(4, 5) },
      { name: 'nothing', code: column(common).replace('return', ''), message: standardised.nothing },
      {
        name: 'a map without return',
        code: 'return column.map((x) => { x - 1; }) as never;',
        message: standardised.nothing,
      },
      {
        name: 'a column that is changed in place',
        code: `${column(common).replace('return', 'const next =')}\n  next.forEach((x, i) => (column[i] = x));\n  return column;`,
        message: standardised.inPlace,
      },
    ],
  },
  '00.3': {
    right: [
      // Widths are read as they were measured, to a tenth: a border at 1.7 leaves 1.7 above it, as 1.69 does.
      { name: 'two borders of the width', code: borders(0.8, 1.7), message: iris.passed(of150(144)) },
      { name: 'a border a hair lower', code: borders(0.8, 1.69), message: iris.passed(of150(144)) },
      { name: 'two borders of the length', code: 'return x[0] < 2.5 ? 0 : x[0] < 4.8 ? 1 : 2;' },
    ],
    wrong: [
      { name: 'a border that is a little off', code: borders(0.8, 1.55), message: iris.border(of150(142)), points: 2 },
      { name: 'a border that is far off', code: borders(0.8, 2), message: iris.border(of150(129)), points: 1 },
      { name: 'no virginica', code: borders(0.8, 9), message: iris.never('virginica', of150(100)), points: 1 },
      { name: 'a setosa border that is too low', code: borders(0.2, 1.7), message: iris.setosa(of150(99)) },
      { name: 'species mixed up', code: borders(0.8, 1.7, '[0, 2, 1]'), message: iris.swapped(of150(56)) },
      {
        name: 'the versicolors asked for before the setosas',
        code: 'return x[1] < 1.7 ? 1 : x[1] < 0.8 ? 0 : 2;',
        message: iris.never('setosa', of150(94)),
      },
      {
        name: 'the length for the width',
        code: 'return x[0] < 0.8 ? 0 : x[0] < 1.7 ? 1 : 2;',
        message: iris.never('setosa', of150(50)),
      },
      { name: 'millimetres', code: borders(8, 17), message: iris.constant('setosa') },
      { name: 'names', code: 'return "setosa" as never;', message: iris.texts },
      { name: 'nothing for some', code: 'if (x[1] < 0.8) return 0;', message: iris.nothing },
      { name: 'numbers from 1', code: borders(0.8, 1.7, '[1, 2, 3]'), message: iris.outside('3') },
    ],
  },
};
