/** Answers to exercise 09.2, right by another way and wrong, and what each wrong one has to hear. */
import { words } from '../../lib/words';
import type { Answers } from './answers';

const say = words.lesson09.exercises;

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

export const answers: Record<string, Answers> = {
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
};
