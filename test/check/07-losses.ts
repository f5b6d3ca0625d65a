/** Answers to exercise 07.1, right by another way and wrong, and what each wrong one has to hear. */
import { words } from '../../lib/words';
import type { Answers } from './answers';

const say = words.lesson07.exercises;

/** A sum over the classes. */
const sum = (term: string, end = '') => `return y.reduce((sum, yi, i) => sum + ${term}, 0)${end};`;

export const answers: Record<string, Answers> = {
  '07.1': {
    right: [
      {
        name: 'a loop that skips what did not happen',
        code: 'let L = 0; for (let i = 0; i < y.length; i++) if (y[i] === 1) L = Math.log(1 / a[i]); return L;',
      },
      { name: 'chances kept above 0', code: sum('-yi * Math.log(Math.max(a[i], 1e-300))') },
    ],
    wrong: [
      { name: 'no minus', code: 'return Math.log(a[y.indexOf(1)]);', message: say.crossentropy.noMinus },
      { name: 'a sum without its minus', code: sum('yi * Math.log(a[i])'), message: say.crossentropy.noMinus },
      { name: '0 times −infinity', code: sum('-yi * Math.log(a[i])'), message: say.crossentropy.nanAtZero },
      { name: 'every class', code: sum('-Math.log(a[i])'), message: say.crossentropy.everyClass },
      { name: 'bits', code: 'return -Math.log2(a[y.indexOf(1)]);', message: say.crossentropy.otherLog },
      { name: 'bits, summed', code: sum('-yi * Math.log2(a[i])'), message: say.crossentropy.otherLog },
      { name: 'digits, summed', code: sum('-yi * Math.log10(a[i])'), message: say.crossentropy.otherLog },
      { name: 'the largest chance', code: 'return -Math.log(Math.max(...a));', message: say.crossentropy.largest },
      {
        name: 'a little added to the chance',
        code: 'return -Math.log(a[y.indexOf(1)] + 1e-7);',
        message: say.crossentropy.clipped,
      },
      {
        name: 'a clipped chance',
        code: sum('-yi * Math.log(Math.max(a[i], Number.EPSILON))'),
        message: say.crossentropy.clipped,
      },
      { name: 'the chance missing to 1', code: 'return 1 - a[y.indexOf(1)];', message: say.crossentropy.distance },
      { name: 'squared errors', code: sum('(a[i] - yi) ** 2'), message: say.crossentropy.squares },
      {
        name: 'the mean squared error',
        code: 'return scratch.meanSquaredError(y, a);',
        message: say.crossentropy.squares,
      },
      {
        name: 'the mean over the classes',
        code: 'return -Math.log(a[y.indexOf(1)]) / y.length;',
        message: say.crossentropy.mean,
      },
      {
        name: 'a coin for each class',
        code: sum('-yi * Math.log(a[i]) - (1 - yi) * Math.log(1 - a[i])'),
        message: say.crossentropy.binary,
      },
      { name: 'the library’s coins', code: 'return scratch.binaryCrossentropy(y, a);', message: /.*/ },
      { name: 'the two exchanged', code: sum('-a[i] * Math.log(y[i])'), message: say.crossentropy.exchanged },
      { name: 'no return', code: 'Math.log(a[0]);', message: /is −Σ/ },
      { name: 'something else', code: 'return 7;', message: /is −Σ.*Off by/ },
    ],
  },
};
