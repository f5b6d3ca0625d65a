/** Answers to the exercises of lesson 09, right by another way and wrong, and what each wrong one has to hear. */
import { words } from '../../lib/words';
import type { Answers } from './answers';

const say = words.lesson09.exercises;

/** A step of momentum: what becomes of the speed, and then of the weight. */
const roll = (speed: string, weight = 'w - learningRate * speed') =>
  `const speed = ${speed};\nreturn { w: ${weight}, v: speed };`;

/** A student's Adam, with the lines that go wrong left open. */
const loops = ({
  memories = '',
  inside = '',
  v = '0.9 * v[i] + 0.1 * g[i]',
  s = '0.999 * s[i] + 0.001 * g[i] ** 2',
  t = 'step + 1',
  mean = 'v[i] / (1 - 0.9 ** t)',
  size = 's[i] / (1 - 0.999 ** t)',
  root = 'Math.sqrt(size) + 1e-7',
  move = '-=',
  now = '[...w]',
}) => `
  const now = ${now};
  let v = w.map(() => 0);
  let s = w.map(() => 0);
  ${memories}
  for (const [step, g] of gradients.entries()) {
    const t = ${t};
    ${inside}
    for (let i = 0; i < now.length; i++) {
      v[i] = ${v};
      s[i] = ${s};
      const mean = ${mean};
      const size = ${size};
      now[i] ${move} (learningRate * mean) / (${root});
    }
  }
  return now;`;

/** One memory for all weights. */
const shared = `
  const now = [...w];
  let [v, s] = [0, 0];
  gradients.forEach((g, k) => {
    for (let i = 0; i < w.length; i++) {
      v = 0.9 * v + 0.1 * g[i];
      s = 0.999 * s + 0.001 * g[i] ** 2;
      now[i] -= (learningRate * v) / (1 - 0.9 ** (k + 1)) / (Math.sqrt(s / (1 - 0.999 ** (k + 1))) + 1e-7);
    }
  });
  return now;`;

/** The steepest direction by rounds, and what is made of its curvature. */
const rounds = (count: number, answer = '2 / curvature', first = 'w.map((_, i) => 2 + i)') => `
  const here = gradient(w);
  let direction = ${first};
  let curvature = 0;
  for (let round = 0; round < ${count}; round++) {
    const length = Math.hypot(...direction);
    const there = gradient(w.map((x, i) => x + direction[i] / length));
    direction = there.map((g, i) => g - here[i]);
    curvature = Math.hypot(...direction);
  }
  return ${answer};`;

/** The curvature along each axis, and what is made of them. */
const axes = (answer: string) => `
  const here = gradient(w);
  const along = w.map((_, i) => gradient(w.map((x, j) => (i === j ? x + 1 : x)))[i] - here[i]);
  return ${answer};`;

/** Rates are tried: the descent is watched until the edge is known to a thousandth. */
const tried = `
  const fliesApart = (rate: number) => {
    let at = [...w];
    const length = () => Math.hypot(...gradient(at));
    for (let step = 0; step < 2000; step++) {
      at = at.map((x, i) => x - rate * gradient(at)[i]);
      if (length() > 1e9) return true;
    }
    return false;
  };
  let [safe, apart] = [1e-9, 1e3];
  while (apart / safe > 1.005) {
    const middle = Math.sqrt(safe * apart);
    if (fliesApart(middle)) apart = middle;
    else safe = middle;
  }
  return safe;`;

export const answers: Record<string, Answers> = {
  '09.1': {
    right: [
      { name: 'the names of the parameters', code: 'v = v * mu + g;\nw -= learningRate * v;\nreturn { v, w };' },
      { name: 'one line', code: 'return { w: w - learningRate * (mu * v + g), v: mu * v + g };' },
    ],
    wrong: [
      {
        name: 'a step with the old speed',
        code: roll('mu * v + g', 'w - learningRate * v'),
        message: say.rolled.oldSpeed,
      },
      { name: 'no memory', code: roll('g'), message: say.rolled.forgets },
      { name: 'no friction', code: roll('v + g'), message: say.rolled.frictionless },
      { name: 'uphill', code: roll('mu * v + g', 'w + learningRate * speed'), message: say.rolled.uphill },
      { name: 'gradients subtracted twice', code: roll('mu * v - g'), message: say.rolled.uphill },
      {
        name: 'a speed that points down',
        code: roll('mu * v - g', 'w + learningRate * speed'),
        message: say.rolled.downhillSpeed,
      },
      {
        name: 'the rate in the speed',
        code: roll('mu * v + learningRate * g', 'w - speed'),
        message: say.rolled.rateInside,
      },
      { name: 'Keras’s form', code: roll('mu * v - learningRate * g', 'w + speed'), message: say.rolled.keras },
      {
        name: 'the old speed returned',
        code: 'return { w: w - learningRate * (mu * v + g), v };',
        message: say.rolled.oldReturned,
      },
      {
        name: '0.9 typed',
        code: roll('0.9 * v + g'),
        message: say.rolled.typed,
        example: { expected: '{ w: -3.015, v: 1.5 }', came: '{ w: -3.031, v: 3.1 }' },
      },
      { name: 'a running mean', code: roll('mu * v + (1 - mu) * g'), message: say.rolled.average },
      { name: 'no learning rate', code: roll('mu * v + g', 'w - speed'), message: say.rolled.rateless },
      { name: 'a weight that stays', code: roll('mu * v + g', 'w'), message: say.rolled.still },
      { name: 'NaN', code: roll('mu * v + g * NaN'), message: say.rolled.notANumber },
      { name: 'a number', code: 'return (w - learningRate * (mu * v + g)) as never;', message: say.rolled.notRolled },
      { name: 'no return', code: 'return undefined as never;', message: say.rolled.notRolled },
      { name: 'something else', code: roll('3'), message: say.rolled.wrong },
    ],
  },
  '09.2': {
    right: [
      { name: 'loops', code: loops({}) },
      { name: 'the small number of the paper', code: loops({ root: 'Math.sqrt(size) + 1e-8' }) },
    ],
    wrong: [
      { name: 'no correction', code: loops({ mean: 'v[i]', size: 's[i]' }), message: say.adam.noCorrection },
      { name: 'only v corrected', code: loops({ size: 's[i]' }), message: say.adam.onlyV },
      { name: 'only s corrected', code: loops({ mean: 'v[i]' }), message: say.adam.onlyS },
      { name: 't always 1', code: loops({ t: '1' }), message: say.adam.frozen },
      { name: 't one ahead', code: loops({ t: 'step + 2' }), message: say.adam.late },
      { name: 't from 0', code: loops({ t: 'step' }), message: say.adam.notANumber },
      {
        name: 'times t',
        code: loops({ mean: 'v[i] / (1 - 0.9 * t)', size: 's[i] / (1 - 0.999 * t)' }),
        message: say.adam.times,
      },
      {
        name: 'the memories themselves corrected',
        code: loops({ mean: '(v[i] /= 1 - 0.9 ** t)', size: '(s[i] /= 1 - 0.999 ** t)' }),
        message: say.adam.overwritten,
      },
      {
        name: 'no square at all',
        code: loops({ s: '0.999 * s[i] + 0.001 * g[i]' }),
        message: /Is g squared in s/,
      },
      { name: '1e-7 inside the root', code: loops({ root: 'Math.sqrt(size + 1e-7)' }), message: say.adam.inside },
      {
        name: 'betas swapped in the memories alone',
        code: loops({ v: '0.999 * v[i] + 0.001 * g[i]', s: '0.9 * s[i] + 0.1 * g[i] ** 2' }),
        message: say.adam.swapped,
      },
      { name: 'no root', code: loops({ root: 'size + 1e-7' }), message: say.adam.noRoot },
      {
        name: 'no square',
        code: loops({ s: '0.999 * s[i] + 0.001 * Math.abs(g[i])' }),
        message: say.adam.notSquared,
      },
      { name: 'uphill', code: loops({ move: '+=' }), message: say.adam.uphill },
      { name: 'one memory for all', code: shared, message: say.adam.shared },
      {
        name: 'no memory',
        code: loops({ inside: 'v = w.map(() => 0);\ns = w.map(() => 0);' }),
        message: say.adam.forgets,
      },
      {
        name: 'betas swapped',
        code: loops({
          v: '0.999 * v[i] + 0.001 * g[i]',
          s: '0.9 * s[i] + 0.1 * g[i] ** 2',
          mean: 'v[i] / (1 - 0.999 ** t)',
          size: 's[i] / (1 - 0.9 ** t)',
        }),
        message: say.adam.swapped,
      },
      {
        name: 'sums for means',
        code: loops({ v: '0.9 * v[i] + g[i]', s: '0.999 * s[i] + g[i] ** 2' }),
        message: say.adam.summed,
      },
      {
        name: 'plain descent',
        code: 'let now = [...w];\nfor (const g of gradients) now = now.map((x, i) => x - learningRate * g[i]);\nreturn now;',
        message: say.adam.wrongRule,
      },
      { name: 'no small number', code: loops({ root: 'Math.sqrt(size)' }), message: say.adam.divided },
      { name: 'the given list changed', code: loops({ now: 'w' }), message: say.adam.changes },
      {
        name: 'the gradients one ahead',
        code: loops({ inside: 'const g = gradients[t];' }),
        message: say.adam.pastEnd,
      },
      { name: 'no list', code: 'return w.length as never;', message: say.adam.nothing },
      { name: 'something else', code: 'return w.map((x) => x + 7);', message: say.adam.wrong },
    ],
  },
  '09.3': {
    right: [
      { name: 'rounds from another direction', code: rounds(200) },
      { name: 'rates tried one after the other', code: tried },
    ],
    wrong: [
      { name: '1/c', code: rounds(100, '1 / curvature'), message: say.largestRate.half },
      { name: 'c', code: rounds(100, 'curvature'), message: say.largestRate.curvature },
      { name: 'the steepest axis', code: axes('2 / Math.max(...along)'), message: say.largestRate.axes, points: 1 },
      { name: 'the first axis', code: axes('2 / along[0]'), message: say.largestRate.firstAxis },
      { name: 'one round along the first axis', code: rounds(1, undefined, 'w.map((_, i) => (i === 0 ? 1 : 0))'), message: say.largestRate.firstAxis }, // prettier-ignore
      {
        name: 'rounds from the first axis',
        code: rounds(100, undefined, 'w.map((_, i) => (i === 0 ? 1 : 0) as number)'),
        message: say.largestRate.stuck,
        points: 2,
      },
      { name: 'the flattest axis', code: axes('2 / Math.min(...along)'), message: say.largestRate.flattest },
      { name: 'all axes together', code: axes('2 / along.reduce((a, b) => a + b)'), message: say.largestRate.sum },
      { name: 'the slope', code: 'return 2 / Math.hypot(...gradient(w));', message: say.largestRate.slope },
      { name: 'a safe rate', code: rounds(100, '1.9 / curvature'), message: /^Nearly/, points: 2 },
      { name: 'a guess', code: 'return 0.1;', message: /In the valley "penguins"/ },
      {
        name: 'no gradient at all',
        code: 'return 2 / 0;',
        message: say.largestRate.notANumber('straight', 'Infinity'),
      },
      { name: 'NaN', code: 'return NaN;', message: say.largestRate.notANumber('straight', 'NaN') },
      {
        name: 'nothing returned',
        code: 'return undefined as never;',
        message: /^In the valley "straight" your answer is undefined/,
      },
      {
        name: 'a weight that is 0 under the line',
        code: 'return 2 / Math.abs(gradient(w)[0] / w[0]);',
        message: /^In the valley "penguins" your answer is 0.*divide by a weight that is 0/,
      },
      {
        name: 'the length of the change along each axis',
        code: `
  const here = gradient(w);
  const change = (i: number) => gradient(w.map((x, j) => (i === j ? x + 1 : x))).map((g, j) => g - here[j]);
  return 2 / Math.max(...w.map((_, i) => Math.hypot(...change(i))));`,
        message: say.largestRate.axesOnce,
        points: 1,
      },
      {
        name: 'one round along the gradient',
        code: rounds(1, undefined, 'here'),
        message: say.largestRate.once,
      },
    ],
  },
};
