/** Answers to the exercises of lesson 02, right by another way and wrong, and what each wrong one has to hear. */
import { words } from '../../lib/words';
import type { Answers } from './answers';

const { fires, exactlyTwo, six } = words.lesson02.exercises;
const sum = 'const sum = x.reduce((total, input, i) => total + input * weights[i], 0);\n';

const counter = (threshold: number) => `scratch.unit({ weights: [1, 1, 1], threshold: ${threshold} })`;
const circuit = (first: string, last?: string) =>
  `return scratch.circuit([[${first}]${last ? `, [scratch.unit(${last})]` : ''}]);`;

/** A six that finds 97 % of the sixes, with another threshold or after a change. */
const drawing = (threshold: number, change = '') => `
  const weights = scratch.drawn(\`
    . . . + . - . .
    . . + + - - - .
    . . + + - - - .
    . . + + - - - .
    . . + + + + . .
    . . + + - + + .
    . . + + - + + .
    . . . + + + . .\`)${change};
  return scratch.unit({ weights, threshold: ${threshold} });`;

export const answers: Record<string, Answers> = {
  '02.1': {
    right: [
      {
        name: 'a loop that starts below zero',
        code: 'let total = -threshold;\nfor (let i = 0; i < x.length; i++) total += x[i] * weights[i];\nreturn Number(total >= 0);',
      },
      { name: 'the unit of the library', code: 'return scratch.unit({ weights, threshold })(x);' },
    ],
    wrong: [
      { name: 'more than the threshold', code: `${sum}return sum > threshold ? 1 : 0;`, message: fires.strictly },
      {
        name: 'more than the threshold, and its inputs spoilt',
        code: `${sum}x.fill(0);\nreturn sum > threshold ? 1 : 0;`,
        message: fires.strictly,
      },
      {
        name: 'inputs without weights',
        code: 'return x.reduce((a, b) => a + b, 0) >= threshold ? 1 : 0;',
        message: fires.unweighted,
      },
      { name: 'zero in place of the threshold', code: `${sum}return sum >= 0 ? 1 : 0;`, message: fires.zero },
      { name: 'the sum itself', code: `${sum}return sum;`, message: fires.sum },
      { name: 'a boolean', code: `${sum}return (sum >= threshold) as never;`, message: fires.boolean },
      { name: 'the comparison reversed', code: `${sum}return sum <= threshold ? 1 : 0;`, message: fires.reversed },
      { name: 'less than the threshold', code: `${sum}return sum < threshold ? 1 : 0;`, message: fires.reversed },
      { name: 'nothing returned below', code: `${sum}if (sum >= threshold) return 1;`, message: fires.noReturn },
      { name: 'nothing returned at all', code: `${sum}sum >= threshold ? 1 : 0;`, message: fires.noReturn },
      { name: '-1 for silent', code: `${sum}return sum >= threshold ? 1 : -1;`, message: fires.minusOne },
      {
        name: 'weights without inputs',
        code: 'return weights.reduce((a, b) => a + b, 0) >= threshold ? 1 : 0;',
        message: fires.inputless,
      },
      {
        name: 'two inputs and no more',
        code: 'return x[0] * weights[0] + x[1] * weights[1] >= threshold ? 1 : 0;',
        message: fires.twoOnly,
      },
      {
        name: 'a sum that runs past the end',
        code: 'let s = 0;\nfor (let i = 0; i <= x.length; i++) s += x[i] * weights[i];\nreturn s >= threshold ? 1 : 0;',
        message: fires.silent,
      },
      {
        name: 'a sum without a start',
        code: 'return x.reduce((total, input, i) => total + input * weights[i]) >= threshold ? 1 : 0;',
        message: fires.startless,
      },
      {
        name: 'a comparison inside the loop',
        code: `let s = 0;
          for (let i = 0; i < x.length; i++) {
            s += x[i] * weights[i];
            if (s >= threshold) return 1;
          }
          return 0;`,
        message: fires.early,
      },
      {
        name: 'an answer inside the loop',
        code: `let s = 0;
          for (let i = 0; i < x.length; i++) {
            s += x[i] * weights[i];
            return s >= threshold ? 1 : 0;
          }`,
        message: fires.early,
      },
      { name: 'always 1', code: 'return 1;', message: fires.wrong },
    ],
  },
  '02.2': {
    right: [
      {
        name: 'a unit for each of the three rows',
        code: `const row = (weights: number[]) => scratch.unit({ weights, threshold: 2 });
          ${circuit('row([1, 1, -1]), row([1, -1, 1]), row([-1, 1, 1])', '{ weights: [1, 1, 1], threshold: 1 }')}`,
      },
    ],
    wrong: [
      { name: 'at least two', code: circuit(counter(2)), message: exactlyTwo.atLeast },
      {
        name: 'at most two',
        code: circuit('scratch.unit({ weights: [-1, -1, -1], threshold: -2 })'),
        message: exactlyTwo.atMost,
      },
      {
        name: 'exactly one',
        code: circuit(`${counter(1)}, ${counter(2)}`, '{ weights: [1, -1], threshold: 1 }'),
        message: exactlyTwo.one,
      },
      {
        name: 'an odd number',
        code: circuit([1, 2, 3].map(counter).join(), '{ weights: [1, -1, 1], threshold: 1 }'),
        message: exactlyTwo.odd,
      },
      {
        name: 'an AND for the last unit',
        code: circuit(`${counter(2)}, ${counter(3)}`, '{ weights: [1, 1], threshold: 2 }'),
        message: exactlyTwo.all,
      },
      { name: 'a circuit that never fires', code: circuit(counter(4)), message: exactlyTwo.silent },
      { name: 'something else', code: circuit(counter(1)), message: exactlyTwo.wrong },
      {
        name: 'two inputs',
        code: circuit('scratch.unit({ weights: [1, 1], threshold: 2 })'),
        message: exactlyTwo.shape(2, 1),
      },
      { name: 'three outputs', code: circuit([1, 2, 3].map(counter).join()), message: exactlyTwo.shape(3, 3) },
      { name: 'nothing returned', code: circuit(counter(2)).replace('return', ''), message: exactlyTwo.nothing },
    ],
  },
  '02.3': {
    right: [
      { name: 'weights that were computed', code: drawing(6, '.map((w) => w / 2)'), message: /97 %.*93 %.*lesson 03/ },
    ],
    wrong: [
      {
        name: 'a threshold that is too high',
        code: drawing(16),
        message: /too shy: lower.*the drawing has to change/,
        points: 2,
      },
      { name: 'a threshold that is too low', code: drawing(7), message: /fires too easily: raise/, points: 1 },
      { name: 'a threshold that no picture reaches', code: drawing(40), message: six.silent },
      { name: 'a threshold that every picture reaches', code: drawing(-100), message: six.always },
      { name: 'no inhibition', code: drawing(15, '.map(() => 1)'), message: /has no -/ },
      { name: 'a drawing that lacks rows', code: drawing(12, '.slice(8)'), message: six.pixels(56) },
      {
        name: 'the zero of the lesson',
        code: `return scratch.unit({ threshold: 14, weights: scratch.drawn(\`
          . . . + + . . .
          . . + + + + . .
          . . + - - + . .
          . . + - - + . .
          . . + - - + . .
          . . + - - + . .
          . . + + + + . .
          . . . + + . . .\`) });`,
        message: /fires most for the digit 0: put - where a 0/,
      },
      { name: 'nothing returned', code: drawing(12).replace('return', ''), message: six.nothing },
      {
        name: 'answers so large that they bend the means of a unit that hardly knows a six',
        code: `${drawing(20).replace('return', 'const shy =')}
          return Object.assign((x: any) => (shy(x) ? 1e6 : 0), shy) as any;`,
        message: six.noBit,
      },
    ],
  },
};
