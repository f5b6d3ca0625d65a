/** Answers to exercise 07.2, right by another way and wrong, and what each wrong one has to hear. */
import { words } from '../../lib/words';
import type { Answers } from './answers';

const say = words.lesson07.exercises;

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

export const answers: Record<string, Answers> = {
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
};
