/** Answers to exercise 09.3, right by another way and wrong, and what each wrong one has to hear. */
import { words } from '../../lib/words';
import type { Answers } from './answers';

const say = words.lesson09.exercises;

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
