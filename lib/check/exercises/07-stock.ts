/** The third exercise of lesson 07: the number of bikes to set out, by what missing and idle ones cost. */
import { bikes } from '../../data/bikes';
import { examples } from '../../data/examples';
import * as tf from '../../tensorflow';
import { words } from '../../words';
import { type Exercise, type Verdict, wrong } from '../verdict';

const say = words.lesson07.exercises.stock;

type Stock = (lent: number[], missing: number, idle: number) => number;

/** Transfer: a loss of one's own, and the answer that it asks for. */
export const stock: Exercise<Stock> = {
  points: 3,
  hints: say.hints,
  judge(attempt): Verdict {
    const tasks = tasksOf();
    const came: number[] = [];
    for (const [lent, missing, idle] of tasks) {
      const answer: unknown = attempt([...lent], missing, idle);
      if (typeof answer !== 'number') return wrong(say.nothing);
      if (!Number.isFinite(answer)) return wrong(say.notFinite);
      came.push(answer);
    }
    const [lent, missing, idle] = tasks[0]!;
    const costs = costOf(came[0]!, lent, missing, idle);
    const numbers = say.numbers(round(came[0]!), round(costs), round(lowest(lent, missing, idle)));
    const excess = tasks.map(([lent, missing, idle], i) => {
      const best = lowest(lent, missing, idle);
      return (costOf(came[i]!, lent, missing, idle) - best) / best;
    });
    if (excess.every((share) => share <= 0.01)) return { status: 'passed', points: 3, message: say.passed(numbers) };

    const like = (other: Stock) =>
      tasks.every(([lent, missing, idle], i) => {
        const gap = Math.abs(came[i]! - other(lent, missing, idle));
        return gap <= 0.02 * Math.max(...lent);
      });
    const ideas: [boolean, string][] = [
      [like(mean), say.mean(numbers)],
      [like((lent) => quantile(lent, 0.5)), say.median(numbers)],
      [like((lent, missing, idle) => quantile(lent, idle / (missing + idle))), say.reversed(numbers)],
      [like((lent) => Math.max(...lent)), say.largest(numbers)],
      [
        like(dearest((over, missing, idle) => (over > 0 ? missing * over ** 2 : idle * over ** 2))),
        say.squares(numbers),
      ],
      [like(dearest((over, missing, idle) => (over > 0 ? missing : idle))), say.days(numbers)],
      [like(dearest((over, missing, idle) => (missing - idle) * over)), say.days(numbers)],
      [came.every((answer, i) => Math.abs(answer - lowest(...tasks[i]!)) < 1e-6 * Math.max(1, answer)), say.cost],
      [came.every((answer, i) => near(answer, lowest(...tasks[i]!) * tasks[i]![0].length)), say.cost],
      [like((lent) => quantile(lent, 0.75)), say.fixed(numbers)],
      [
        like((lent, missing, idle) => quantile(lent, Math.min(1, Math.max(0, 1 - idle / missing)))) ||
          like((lent, missing, idle) => quantile(lent, Math.min(1, idle / missing))) ||
          like((lent, missing, idle) => (mean(lent, missing, idle) * missing) / idle),
        say.ratio(numbers),
      ],
    ];
    const known = ideas.find(([looksLikeIt]) => looksLikeIt);
    if (known) return wrong(known[1]);
    const bad = excess.map((share) => share > 0.05).lastIndexOf(true); // the last has so few days that one can count
    if (bad > 0 && excess[0]! <= 0.05) {
      const [days, missing, idle] = tasks[bad]!;
      const cost = round(costOf(came[bad]!, days, missing, idle));
      return wrong(say.elsewhere(days, missing, idle, round(came[bad]!), cost, round(lowest(days, missing, idle))));
    }
    return excess.every((share) => share <= 0.05) ? wrong(say.near(numbers), 2) : wrong(say.wrong(numbers));
  },
};

/** The days of the exercise and its prices first; then other days, and other prices. */
function tasksOf(): Parameters<Stock>[] {
  const table = bikes({ features: ['hour', 'workingday'] });
  const at = (hour: number, working: number) =>
    examples(table)
      .filter(([x]) => x[0] === hour && x[1] === working)
      .map(([, lent]) => lent);
  const [five, noon] = [at(17, 1), at(12, 0)];
  tf.dispose([table.xs, table.ys]);
  return [
    [five, 3, 1],
    [noon, 3, 1],
    [noon, 1, 4],
    [five, 2, 2],
    [[4, 9, 1, 7, 30, 12, 8, 3, 16, 5, 11], 9, 1],
  ];
}

function costOf(bikes: number, lent: readonly number[], missing: number, idle: number): number {
  return lent.reduce((sum, y) => sum + (y > bikes ? missing * (y - bikes) : idle * (bikes - y)), 0) / lent.length;
}

/** The lowest cost there is; it is at one of the numbers themselves. */
function lowest(lent: readonly number[], missing: number, idle: number): number {
  return lent.reduce((best, y) => Math.min(best, costOf(y, lent, missing, idle)), Infinity);
}

function quantile(lent: readonly number[], share: number): number {
  const sorted = [...lent].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/** What one asks for with another cost of a day; `over` is how many bikes more were asked for than set out. */
const dearest =
  (day: (over: number, missing: number, idle: number) => number): Stock =>
  (lent, missing, idle) => {
    const cost = (bikes: number) => lent.reduce((sum, y) => sum + day(y - bikes, missing, idle), 0);
    return lent.reduce((best, bikes) => (cost(bikes) < cost(best) ? bikes : best));
  };

const mean: Stock = (lent) => lent.reduce((sum, y) => sum + y, 0) / lent.length;
const round = (value: number) => Number(value.toPrecision(4));
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
