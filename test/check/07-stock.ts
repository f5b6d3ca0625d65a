/** Answers to exercise 07.3, right by another way and wrong, and what each wrong one has to hear. */
import { words } from '../../lib/words';
import type { Answers } from './answers';

const say = words.lesson07.exercises;

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
