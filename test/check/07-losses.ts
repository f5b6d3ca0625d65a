/** Answers to the exercises of lesson 07, right by another way and wrong, and what each wrong one has to hear. */
import { words } from '../../lib/words';
import type { Answers } from './answers';

const say = words.lesson07.exercises;

/** A sum over the classes. */
const sum = (term: string, end = '') => `return y.reduce((sum, yi, i) => sum + ${term}, 0)${end};`;

/** A student's loop over the rows, with the lines that go wrong left open. */
const rows = ({
  shift = 'Math.max(...z)',
  loss = 'top + Math.log(total) - z[k]',
  a = 'powers.map((power) => power / total)',
  slope = '(a[j] - Y[i][j]) / m',
  end = 'return { loss: loss / m, dZ };',
}) => `
  const m = Z.length, classes = Z[0].length;
  let loss = 0;
  const dZ: number[][] = [];
  for (let i = 0; i < m; i++) {
    const z = Z[i], k = Y[i].indexOf(1), top = ${shift};
    const powers = z.map((zj) => Math.exp(zj - top));
    const total = powers.reduce((x, y) => x + y, 0);
    const a = ${a};
    loss += ${loss};
    dZ.push(z.map((_, j) => ${slope}));
  }
  ${end}`;

const cost = `
  const cost = (s: number) =>
    lent.reduce((sum, y) => sum + (y > s ? missing * (y - s) : idle * (s - y)), 0) / lent.length;
  const sorted = [...lent].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(lent.length - 1, Math.max(0, Math.floor(share * lent.length)))];`;

/** The number of all those lent that is cheapest by what one day costs, in terms of y and s. */
const costs = (day: string) => `
  const cost = (s: number) => lent.reduce((sum, y) => sum + (${day}), 0);
  return lent.reduce((best, s) => (cost(s) < cost(best) ? s : best));`;

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
  '07.2': {
    right: [
      { name: 'a loop', code: rows({}) },
      {
        name: 'the library’s softmax, and a loss from the differences to the right score',
        code: `const rows = Z.map((z, i) => { const own = z[Y[i].indexOf(1)], top = Math.max(...z);
          return top - own + Math.log(z.reduce((s, zj) => s + Math.exp(zj - top), 0)); });
        const loss = rows.reduce((a, b) => a + b, 0) / rows.length;
        return { loss, dZ: Z.map((z, i) => scratch.softmax(z).map((a, j) => (a - Y[i][j]) / Z.length)) };`,
      },
      {
        name: 'TensorFlow’s loss and slopes, in single precision',
        code: `const { tf } = require('neurona');
        const loss = (scores) => tf.losses.softmaxCrossEntropy(tf.tensor2d(Y), scores);
        return { loss: loss(tf.tensor2d(Z)).dataSync()[0], dZ: tf.grad(loss)(tf.tensor2d(Z)).arraySync() };`,
      },
    ],
    wrong: [
      { name: 'only the loss', code: rows({ end: 'return loss as never;' }), message: say.fromScores.nothing },
      { name: 'no return', code: rows({ end: '' }), message: say.fromScores.nothing },
      { name: 'the sum of the losses', code: rows({ end: 'return { loss, dZ };' }), message: say.fromScores.loss.sum },
      {
        name: 'a mean over the classes, too',
        code: rows({ end: 'return { loss: loss / m / classes, dZ };' }),
        message: say.fromScores.loss.both,
      },
      {
        name: 'a negative loss',
        code: rows({ loss: 'z[k] - top - Math.log(total)' }),
        message: say.fromScores.loss.noMinus,
      },
      {
        name: 'scores taken for chances',
        code: rows({ loss: '-Math.log(z[k])' }),
        message: say.fromScores.loss.noSoftmax,
      },
      {
        name: 'softmax down the columns',
        code: `const A = Z[0].map((_, j) => scratch.softmax(Z.map((z) => z[j])));
        const loss = -Y.reduce((s, y, i) => s + Math.log(A[y.indexOf(1)][i]), 0) / Z.length;
        return { loss, dZ: Z.map((z, i) => z.map((_, j) => (A[j][i] - Y[i][j]) / Z.length)) };`,
        message: say.fromScores.loss.columns,
      },
      { name: 'no loss', code: rows({ loss: '0' }), message: say.fromScores.loss.wrong },
      {
        name: 'y times the logarithm of a chance that is 0',
        code: `const A = Z.map((z) => scratch.softmax(z));
        const loss = -A.reduce((s, a, i) => a.reduce((t, aj, j) => t + Y[i][j] * Math.log(aj), s), 0) / A.length;
        return { loss, dZ: A.map((a, i) => a.map((aj, j) => (aj - Y[i][j]) / A.length)) };`,
        message: say.fromScores.overflow,
      },
      {
        name: 'powers of the scores themselves',
        code: rows({ shift: '0' }),
        message: say.fromScores.overflow,
      },
      { name: 'the logarithm of a chance', code: rows({ loss: '-Math.log(a[k])' }), message: say.fromScores.infinite },
      {
        name: 'chances kept above 0',
        code: rows({ loss: '-Math.log(Math.max(a[k], 1e-7))' }),
        message: say.fromScores.clipped,
      },
      {
        name: 'chances kept well above 0',
        code: rows({ loss: '-Math.log(a[k] + Number.EPSILON)' }),
        message: say.fromScores.clipped,
      },
      {
        name: 'an infinite loss called 1000',
        code: rows({ loss: 'Math.min(1000, -Math.log(a[k]))' }),
        message: say.fromScores.loss.large,
      },
      {
        name: 'the largest score taken away for good',
        code: rows({ loss: 'Math.log(total) - z[k]' }),
        message: say.fromScores.loss.notBack,
      },
      {
        name: 'slopes in one row',
        code: rows({ end: 'return { loss: loss / m, dZ: [dZ.flat()] };' }),
        message: /a slope for each score/,
        points: 1,
      },
      {
        name: 'the way up',
        code: rows({ slope: '(Y[i][j] - a[j]) / m' }),
        message: say.fromScores.slopes.sign,
        points: 1,
      },
      {
        name: 'slopes of the sum',
        code: rows({ slope: 'a[j] - Y[i][j]' }),
        message: say.fromScores.slopes.sum,
        points: 1,
      },
      {
        name: 'slopes of a mean over the classes',
        code: rows({ slope: '(a[j] - Y[i][j]) / m / classes' }),
        message: say.fromScores.slopes.both,
        points: 1,
      },
      { name: 'the chances', code: rows({ slope: 'a[j] / m' }), message: say.fromScores.slopes.answers, points: 1 },
      {
        name: 'the slopes along the chances',
        code: rows({ slope: '-Y[i][j] / a[j] / m' }),
        message: say.fromScores.slopes.chances,
        points: 1,
      },
      {
        name: 'a slope of the sigmoid too many',
        code: rows({ slope: '(a[j] - Y[i][j]) * a[j] * (1 - a[j]) / m' }),
        message: say.fromScores.slopes.squared,
        points: 1,
      },
      {
        name: 'slopes without a shift',
        code: rows({ a: 'z.map((zj) => Math.exp(zj) / z.reduce((s, x) => s + Math.exp(x), 0))' }),
        message: say.fromScores.slopes.overflow,
        points: 1,
      },
      { name: 'no slopes', code: rows({ slope: '0.3' }), message: say.fromScores.slopes.wrong, points: 1 },
    ],
  },
  '07.3': {
    right: [
      { name: 'the quantile', code: `${cost} return at(missing / (missing + idle));` },
      {
        name: 'a walk down the slope',
        code: `let s = 0; for (let step = 1; step <= 4000; step++) {
          const slope = lent.reduce((sum, y) => sum + (y > s ? -missing : idle), 0) / lent.length;
          s -= (slope * Math.max(...lent)) / (missing + idle) / Math.sqrt(step) / 5; }
        return s;`,
      },
      {
        name: 'every number of bikes',
        code: `${cost} let best = 0; for (let s = 0; s <= 700; s++) if (cost(s) < cost(best)) best = s; return best;`,
      },
    ],
    wrong: [
      {
        name: 'the mean',
        code: 'return lent.reduce((s, y) => s + y, 0) / lent.length;',
        message: /what squares ask for/,
      },
      { name: 'the median', code: `${cost} return at(0.5);`, message: /is the median/ },
      {
        name: 'the prices exchanged',
        code: `${cost} return at(idle / (missing + idle));`,
        message: /prices are exchanged/,
      },
      { name: 'enough for every day', code: 'return Math.max(...lent);', message: /never short/ },
      { name: 'the lowest cost', code: `${cost} return Math.min(...lent.map(cost));`, message: say.stock.cost },
      {
        name: 'the ratio of the prices',
        code: `${cost} return at(1 - idle / missing);`,
        message: /Nearly the right idea/,
      },
      {
        name: 'three to one, whatever the prices',
        code: `${cost} return at(0.75);`,
        message: /use `missing` and `idle`/,
      },
      {
        name: 'a coarse search',
        code: `${cost} const grid = Array.from({ length: 7 }, (_, k) => (k * Math.max(...lent)) / 6);
          return grid.reduce((best, s) => (cost(s) < cost(best) ? s : best));`,
        message: /Close\./,
        points: 2,
      },
      {
        name: 'squares with prices',
        code: costs('(y > s ? missing : idle) * (y - s) ** 2'),
        message: /You square/,
      },
      { name: 'prices of days', code: costs('y > s ? missing : idle'), message: /for each bike/ },
      {
        name: 'both prices on each day',
        code: costs('missing * (y - s) + idle * (s - y)'),
        message: /never both/,
      },
      {
        name: 'steps of 50',
        code: `${cost} let best = 0; for (let s = 0; s <= 800; s += 50) if (cost(s) < cost(best)) best = s; return best;`,
        message:
          /^Good for five o’clock.*\[4, 9, 1, 7, 30, 12, 8, 3, 16, 5, 11\] and the prices 9 and 1, your 50 bikes cost/,
      },
      { name: 'five o’clock by heart', code: 'return 552;', message: /^Good for five o’clock.*your 552 bikes/ },
      {
        name: 'prices only where missing bikes are dearer',
        code: `${cost} return at(missing > idle ? missing / (missing + idle) : 0.5);`,
        message: /^Good for five o’clock.*\d+ other days and the prices 1 and 4/,
      },
      {
        name: 'a search that ends at 300',
        code: `${cost} let best = 0; for (let s = 0; s <= 300; s++) if (cost(s) < cost(best)) best = s; return best;`,
        message: /does it reach the largest number/,
      },
      { name: 'no bikes', code: 'return 0;', message: /look at the search/ },
      { name: 'nothing', code: cost, message: say.stock.nothing },
      { name: 'a list', code: 'return lent as never;', message: say.stock.nothing },
      { name: 'NaN', code: 'return lent[lent.length] / 2;', message: say.stock.notFinite },
    ],
  },
};
