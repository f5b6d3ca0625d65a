/** Answers to the exercises of lesson 08, right by another way and wrong, and what each wrong one has to hear. */
import { words } from '../../lib/words';
import type { Answers } from './answers';

const say = words.lesson08.exercises;

/** A dense layer backwards in loops, or with a slip. */
const dense = ({
  slope = 'scratch.sigmoid.derivative(Z[j][i])',
  mean = '/ m',
  weight = 'W[j][k]',
  source = 'delta[j][i]',
  sumOver = '+=',
  collect = '+=',
  back = '',
  bias = '/ m',
  end = 'return { dW, db, dBefore };',
}) => `
  const m = Z[0].length;
  const delta = dA.map((row, j) => row.map((d, i) => d * (${slope})));
  const dW = W.map((row) => row.map(() => 0)), db = W.map(() => 0), dBefore = before.map((row) => row.map(() => 0));
  for (let j = 0; j < W.length; j++) for (let i = 0; i < m; i++) {
    db[j] += delta[j][i] ${bias};
    for (let k = 0; k < before.length; k++) {
      dW[j][k] ${sumOver} (delta[j][i] * before[k][i]) ${mean};
      dBefore[k][i] ${collect} ${weight} * ${source} ${back};
    }
  }
  ${end}`;

/** A gradient check in loops, or with a slip. */
const check = ({
  h = '1e-5',
  apart = 'Math.abs(slope(a) - measured)',
  most = '1e-4 * Math.max(1, Math.abs(slope(a)))',
  asks = 'some',
  places = 'places',
  measured = '(f(a + h) - f(a - h)) / (2 * h)',
  not = '',
}) => `const h = ${h};
  return operations.filter(({ f, slope, places }) => ${not}${places}.${asks}((a) => {
    const measured = ${measured};
    return ${apart} > ${most};
  })).map(({ name }) => name);`;

export const answers: Record<string, Answers> = {
  '08.1': {
    right: [{ name: 'two steps', code: 'const toA = b * blame;\nconst toB = a * blame;\nreturn [toA, toB];' }],
    wrong: [
      { name: 'each factor itself', code: 'return [blame * a, blame * b];', message: say.product.swapped },
      { name: 'each factor itself, and no blame', code: 'return [a, b];', message: say.product.swapped },
      { name: 'local derivatives alone', code: 'return [b, a];', message: say.product.noBlame },
      { name: 'a sum for a product', code: 'return [blame + b, blame + a];', message: say.product.added },
      { name: 'both factors', code: 'return [blame * a * b, blame * a * b];', message: say.product.both },
      { name: 'what a sum does', code: 'return [blame, blame];', message: say.product.passedOn },
      {
        name: 'the blame shared out',
        code: 'return [(blame * b) / 2, (blame * a) / 2];',
        message: say.product.halved,
      },
      { name: 'one number', code: 'return (blame * b) as never;', message: say.product.notTwo },
      { name: 'nothing returned', code: '[blame * b, blame * a];', message: say.product.notTwo },
      { name: 'something else', code: 'return [blame / b, blame / a];', message: /b moves it a times as fast/ },
    ],
  },
  '08.2': {
    right: [
      { name: 'loops', code: dense({}) },
      {
        name: 'a · (1 − a) by hand',
        code: dense({ slope: 'scratch.sigmoid(Z[j][i]) * (1 - scratch.sigmoid(Z[j][i]))' }),
      },
    ],
    wrong: [
      { name: 'no slope', code: dense({ slope: '1' }), message: say.dense.noSlope('dW') },
      {
        name: 'the slope at A',
        code: dense({ slope: 'scratch.sigmoid.derivative(scratch.sigmoid(Z[j][i]))' }),
        message: say.dense.slopeAtA('dW'),
      },
      {
        name: 'half the slope',
        code: dense({ slope: 'scratch.sigmoid(Z[j][i])' }),
        message: say.dense.halfSlope('dW'),
      },
      { name: 'a sum for the mean', code: dense({ mean: '' }), message: say.dense.noMean('dW') },
      { name: 'a sum for the mean of the bias', code: dense({ bias: '' }), message: say.dense.noMean('db') },
      { name: 'one example', code: dense({ sumOver: '=' }), message: say.dense.firstExample('dW') },
      {
        name: 'one example, and no mean',
        code: dense({ sumOver: '=', mean: '' }),
        message: say.dense.firstExample('dW'),
      },
      { name: 'W as it is', code: dense({ weight: 'W[k]?.[j]' }), message: say.dense.plainW },
      { name: 'dA in place of δ', code: dense({ source: 'dA[j][i]' }), message: say.dense.noSlope('dBefore') },
      { name: 'a mean too many', code: dense({ back: '/ m' }), message: say.dense.meanTwice },
      { name: 'a mean over the units', code: dense({ back: '/ W.length' }), message: say.dense.averaged },
      { name: 'the last reader', code: dense({ collect: '=' }), message: say.dense.lastReader },
      {
        name: 'the bend of the layer before',
        code: dense({ back: '* before[k][i] * (1 - before[k][i])' }),
        message: say.dense.bentTwice,
      },
      {
        name: 'the slope at what the layer read',
        code: dense({ back: '* scratch.sigmoid.derivative(before[k][i])' }),
        message: say.dense.bentTwice,
      },
      {
        name: 'dW on its side',
        code: dense({ end: 'return { dW: dW[0].map((_, k) => dW.map((row) => row[k])), db, dBefore };' }),
        message: say.dense.transposed('dW'),
      },
      {
        name: 'dBefore on its side',
        code: dense({ end: 'return { dW, db, dBefore: dBefore[0].map((_, k) => dBefore.map((row) => row[k])) };' }),
        message: say.dense.transposed('dBefore'),
      },
      { name: 'nothing returned', code: dense({ end: 'return undefined as never;' }), message: say.dense.nothing },
      { name: 'something else', code: dense({ slope: '3' }), message: /dW is not what nudging says/ },
    ],
  },
  '08.3': {
    right: [
      { name: 'a larger step', code: check({ h: '1e-3' }) },
      { name: 'a smaller step', code: check({ h: '1e-6' }) },
      { name: 'a very small step', code: check({ h: '1e-8' }) },
      {
        name: 'a nudge to one side, small enough',
        code: check({ h: '1e-8 * Math.max(1, Math.abs(a))', measured: '(f(a + 1e-6) - f(a)) / 1e-6' }).replace(
          /const h = .*/,
          '',
        ),
      },
    ],
    wrong: [
      {
        name: 'the first place',
        code: check({ places: '[places[0]]' }),
        message: say.broken.firstPlace('hinge and leaky'),
      },
      { name: 'every place', code: check({ asks: 'every' }), message: say.broken.firstPlace('hinge and leaky') },
      { name: 'the last place', code: check({ places: '[places.at(-1)]' }), message: /^You miss hinge and leaky/ },
      { name: 'no size of the difference', code: check({ apart: '(slope(a) - measured)' }), message: /Math\.abs/ },
      {
        name: 'no size of the difference, turned round',
        code: check({ apart: '(measured - slope(a))' }),
        message: /^You miss .*`Math\.abs\(…\)`/,
      },
      {
        name: 'a difference of sizes',
        code: check({ apart: 'Math.abs(Math.abs(slope(a)) - Math.abs(measured))' }),
        message: /Only the sign is wrong/,
      },
      { name: 'an absolute tolerance', code: check({ most: '1e-7' }), message: /^You accuse/ },
      {
        name: 'the tolerance of the task without its size',
        code: check({ most: '1e-4' }),
        message: say.broken.absolute('square'),
        points: 2,
      },
      {
        name: 'a tolerance that grows with the slope but not with its size',
        code: check({ most: '1e-4 * Math.max(1, slope(a))' }),
        message: say.broken.absolute('square'),
        points: 2,
      },
      {
        name: 'a tolerance that goes to 0 with the slope',
        code: check({ most: '1e-4 * Math.abs(slope(a))' }),
        message: say.broken.flat('tanh'),
        points: 2,
      },
      {
        name: 'a step too small',
        code: check({ h: '1e-10' }),
        message: /If it does, your h is too small/,
        points: 2,
      },
      {
        name: 'a nudge to one side, too large',
        code: check({ h: '1e-3', measured: '(f(a + h) - f(a)) / h' }),
        message: /^You accuse .*\*both\* sides/,
      },
      {
        name: 'a lax tolerance',
        code: check({ most: '0.05 * Math.max(1, Math.abs(slope(a)))' }),
        message: say.broken.lax('log10'),
        points: 2,
      },
      { name: 'a large step', code: check({ h: '0.5' }), message: /^You accuse/ },
      { name: 'no brackets', code: check({ measured: '(f(a + h) - f(a - h)) / 2 * h' }), message: /./ },
      { name: 'those that are right', code: check({ not: '!' }), message: say.broken.turned },
      { name: 'none', code: 'return [];', message: say.broken.none },
      { name: 'all', code: 'return operations.map(({ name }) => name);', message: say.broken.all },
      { name: 'operations for names', code: 'return operations as never;', message: say.broken.nothing },
      { name: 'a name of its own', code: "return ['sin'];", message: say.broken.stranger('sin') },
    ],
  },
};
