/** Answers to the exercises of lesson 06, right by another way and wrong, and what each wrong one has to hear. */
import { words } from '../../lib/words';
import type { Answers } from './answers';

const say = words.lesson06.exercises;

/** A product over the units, of what stands for one in terms of z, l and weights. */
const product = (one: string, start = '1') => `return zs.reduce((slope, z, l) => slope * ${one}, ${start});`;

/** Softmax as students write it, with the lines that go wrong left open. */
const chances = ({ before = 'Math.max(...scores)', power = '(z - before) / temperature', by = 'sum' }) => `
  const before = ${before};
  const powers = scores.map((z) => Math.exp(${power}));
  const sum = powers.reduce((total, one) => total + one, 0);
  return powers.map((one) => one / ${by});`;

/** A bias for each unit, in terms of its sums in rising order, \`sorted\`, and of their mean. */
const biases = (bias: string, sort = '(a, b) => a - b') => `
  return W.map((weights) => {
    const sums = X[0].map((_, i) => weights.reduce((sum, w, j) => sum + w * X[j][i], 0));
    const sorted = [...sums].sort(${sort});
    const mean = sums.reduce((a, b) => a + b) / sums.length;
    const middle = Math.floor(sorted.length / 2);
    return ${bias};
  });`;

export const answers: Record<string, Answers> = {
  '06.1': {
    right: [
      {
        name: 'a loop with σ (1 − σ)',
        code: `
  let slope = 1;
  for (let l = 0; l < zs.length; l++) {
    const a = scratch.sigmoid(zs[l]);
    slope *= a * (1 - a) * weights[l];
  }
  return slope;`,
      },
    ],
    wrong: [
      {
        name: 'a sum',
        code: product('1').replace('slope * 1, 1', 'slope + weights[l] * scratch.sigmoid.derivative(z), 0'),
        message: say.pathSlope.added,
      },
      { name: 'no weights', code: product('scratch.sigmoid.derivative(z)'), message: say.pathSlope.weightless },
      { name: 'no slopes', code: product('weights[l]'), message: say.pathSlope.slopeless },
      { name: 'σ for σ′', code: product('weights[l] * scratch.sigmoid(z)'), message: say.pathSlope.values },
      {
        name: 'the weight inside',
        code: product('scratch.sigmoid.derivative(z * weights[l])'),
        message: say.pathSlope.inside,
      },
      { name: 'z for a', code: product('weights[l] * z * (1 - z)'), message: say.pathSlope.outputs },
      {
        name: 'the slope at a',
        code: product('weights[l] * scratch.sigmoid.derivative(scratch.sigmoid(z))'),
        message: say.pathSlope.twice,
      },
      {
        name: 'a product from 0',
        code: product('weights[l] * scratch.sigmoid.derivative(z)', '0'),
        message: say.pathSlope.zero,
      },
      {
        name: 'the last unit',
        code: 'const l = zs.length - 1;\nreturn weights[l] * scratch.sigmoid.derivative(zs[l]);',
        message: say.pathSlope.lastOnly,
      },
      {
        name: 'no return',
        code: product('weights[l] * scratch.sigmoid.derivative(z)').replace('return', ''),
        message: say.pathSlope.noReturn,
      },
      { name: 'tanh', code: product('weights[l] * scratch.tanh.derivative(z)'), message: /^Multiply, for each unit/ },
    ],
  },
  '06.2': {
    right: [
      { name: 'a division before the subtraction', code: chances({ power: 'z / temperature - before / temperature' }) },
      {
        name: 'loops',
        code: `
  const result: number[] = [];
  let top = -Infinity;
  for (const z of scores) top = Math.max(top, z / temperature);
  let sum = 0;
  for (const z of scores) sum += Math.exp(z / temperature - top);
  for (const z of scores) result.push(Math.exp(z / temperature - top) / sum);
  return result;`,
      },
    ],
    wrong: [
      { name: 'powers that overflow', code: chances({ before: '0' }), message: say.softmax.overflow },
      {
        name: 'the smallest score subtracted',
        code: chances({ before: 'Math.min(...scores)' }),
        message: say.softmax.lowest,
      },
      { name: 'no temperature', code: chances({ power: 'z - before' }), message: say.softmax.noTemperature },
      {
        name: 'no temperature, and powers that overflow',
        code: chances({ power: 'z' }),
        message: say.softmax.noTemperature,
      },
      {
        name: 'a precedence',
        code: chances({ power: 'z - before / temperature' }),
        message: say.softmax.noTemperature,
      },
      {
        name: 'the largest of scores that are not divided yet',
        code: chances({ power: 'z / temperature - before' }),
        message: say.softmax.order,
      },
      {
        name: 'times the temperature',
        code: chances({ power: '(z - before) * temperature' }),
        message: say.softmax.timesTemperature,
      },
      { name: 'powers', code: chances({ by: '1' }), message: say.softmax.noSum },
      {
        name: 'shares of the largest',
        code: chances({ before: '0', by: 'Math.max(...powers)' }),
        message: say.softmax.byLargest,
      },
      { name: 'the sign', code: chances({ power: '(before - z) / temperature' }), message: say.softmax.sign },
      {
        name: 'a step',
        code: 'return scores.map((z, i) => (i === scores.indexOf(Math.max(...scores)) ? 1 : 0));',
        message: say.softmax.hard,
      },
      {
        name: 'shares of the scores',
        code: 'const sum = scores.reduce((a, b) => a + b);\nreturn scores.map((z) => z / sum);',
        message: say.softmax.shares,
      },
      {
        name: 'scores changed in place',
        code: `scores.forEach((z, i) => (scores[i] = z / temperature));${chances({ power: 'z - before' })}`.replace(
          'z / temperature',
          'z / temperature - 1',
        ),
        message: say.softmax.changes,
      },
      {
        name: 'scores sorted in place',
        code: chances({ before: 'scores.sort((a, b) => b - a)[0]' }),
        message: say.softmax.changes,
      },
      {
        name: 'chances divided by the temperature',
        code: chances({ by: 'sum / temperature' }),
        message: say.softmax.parts,
      },
      {
        name: 'a temperature in the numerator only',
        code: `
  const before = Math.max(...scores);
  const sum = scores.reduce((total, z) => total + Math.exp(z - before), 0);
  return scores.map((z) => Math.exp((z - before) / temperature) / sum);`,
        message: say.softmax.parts,
      },
      {
        name: 'scores held back at 700',
        code: chances({ before: '0', power: 'Math.min(700, Math.max(-700, z / temperature))' }),
        message: say.softmax.clipped,
      },
      { name: 'no return', code: chances({}).replace('return', ''), message: say.softmax.notList },
      { name: 'something else', code: chances({ power: '(z - before) / 2' }), message: /^Some chances/ },
    ],
  },
  '06.3': {
    right: [
      { name: 'the mean of the sums', code: biases('-mean') },
      {
        name: 'the mean of each column',
        code: `
  const means = X.map((row) => row.reduce((a, b) => a + b) / row.length);
  return W.map((weights) => -weights.reduce((sum, w, j) => sum + w * means[j], 0));`,
      },
    ],
    wrong: [
      { name: 'no biases', code: 'return W.map(() => 0);', message: /Without biases the grams decide/ },
      { name: 'the sign', code: biases('sorted[middle]'), message: /and the wrong sign/ },
      { name: 'the largest sum', code: biases('-sorted[sorted.length - 1]'), message: /All your units are dead/ },
      {
        name: 'a little below the smallest sum',
        code: biases('1 - sorted[0]'),
        message: /smallest sum of each/,
        points: 1,
      },
      {
        name: 'the smallest sum',
        code: biases('-sorted[0]'),
        message: /open for 9\d\.\d %.*smallest sum of each/,
        points: 2,
      },
      {
        name: 'far above all sums',
        code: biases('1e6 - mean'),
        message: /all of them are straight lines\. Where do the sums/,
        points: 1,
      },
      { name: 'far below all sums', code: biases('-1e6 - mean'), message: /no bird gets above 0\. Do you subtract/ },
      { name: 'one bias for all', code: 'return W.map(() => -100);', message: /the same bias/ },
      {
        name: 'numbers sorted as words',
        code: biases('-sorted[middle]', ''),
        message: /sorts numbers as words/,
        points: 1,
      },
      {
        name: 'the first fifth',
        code: biases('-sorted[Math.floor(sorted.length / 5)]'),
        message: /between a quarter and three quarters/,
        points: 2,
      },
      { name: 'half of the largest', code: biases('-sorted[sorted.length - 1] / 2'), message: /is dead/ },
      {
        name: 'the penguins by heart',
        code: `${biases('-sorted[middle]').replace('return', 'const b =')}\n  return W.length === 6 ? b : W.map(() => 0);`,
        message: /not for another table.*that suits the penguins only/,
        points: 1,
      },
      { name: 'a bias for each input', code: 'return X.map(() => 0);', message: say.wake.length(6, 4) },
      { name: 'NaN', code: biases('-sorted[sorted.length]'), message: say.wake.notANumber },
      { name: 'no return', code: biases('-mean').replace('return', ''), message: say.wake.nothing },
      {
        name: 'rows of X sorted',
        code: 'return W.map((_, i) => -X[i % 4].sort((a, b) => a - b)[170]);',
        message: say.wake.changes,
      },
    ],
  },
};
