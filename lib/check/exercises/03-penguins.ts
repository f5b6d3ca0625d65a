/** The third exercise of lesson 03: the scales of penguins. */
import { examples } from '../../data/examples';
import { penguins } from '../../data/tables';
import { Perceptron } from '../../scratch/perceptron';
import * as tf from '../../tensorflow';
import type { Example } from '../../types';
import { words } from '../../words';
import { near } from '../arithmetic';
import { type Exercise, type Verdict, wrong } from '../verdict';

const say = words.lesson03.exercises;

/** Transfer: the columns of a table brought to one scale, so that the rule gets done. */
export const rescaled: Exercise<(rows: number[][]) => number[][]> = {
  points: 3,
  hints: say.rescaled.hints,
  judge(attempt): Verdict {
    const { raw, targets } = adelieOrGentoo();
    const own = structuredClone(raw);
    const came: unknown = attempt(own);
    if (!Array.isArray(came) || !Array.isArray(came[0])) return wrong(say.rescaled.nothing);
    if (came.length !== raw.length || !came.every((row) => Array.isArray(row) && row.length === 4))
      return wrong(say.rescaled.shape(`[${raw.length}, 4]`, `[${came.length}, ${came[0].length}]`));
    const table = came as number[][];
    if (!table.flat().every(Number.isFinite)) return wrong(say.rescaled.notANumber);
    // Who returns the very rows they were given, changed, has changed them.
    if (String(own) !== String(raw)) return wrong(say.rescaled.changes);

    const { errors, converged } = new Perceptron(4).fit(table.map((x, i): Example => [x, targets[i]!]));
    const mistakes = errors.reduce((sum, count) => sum + count);
    const other = raw[0]!.findIndex((_, j) => !isSameMeasurement(raw, table, j));
    if (converged && mistakes <= 10 && other === -1)
      return { status: 'passed', points: 3, message: say.rescaled.passed(say.rescaled.mistakes(mistakes)) };
    const idea = ideaOf(raw, table) ?? (other === -1 ? say.rescaled.wrong : () => say.rescaled.otherColumn(other + 1));
    const message = idea(say.rescaled.numbers(mistakes, errors.length, converged));
    return { status: 'wrong', points: converged && mistakes <= 50 && other === -1 ? 2 : 0, message };
  },
};

/** The penguins of the exercise, as its notebook makes them. */
function adelieOrGentoo(): { raw: number[][]; targets: number[] } {
  const birds = penguins();
  const two = examples(birds).filter(([, species]) => species !== 1);
  tf.dispose([birds.xs, birds.ys]);
  return { raw: two.map(([x]) => x), targets: two.map(([, species]) => (species === 2 ? 1 : 0)) };
}

/** Whether a column is that of the same birds in another unit: large where it was large, or small there. */
function isSameMeasurement(raw: number[][], came: number[][], column: number): boolean {
  const [before, after] = [raw, came].map((table) => table.map((row) => row[column]!)) as [number[], number[]];
  const [a, b] = [moments(before), moments(after)];
  const together = before.reduce((sum, value, i) => sum + (value - a.mean) * (after[i]! - b.mean), 0);
  return Math.abs(together / before.length / (a.spread * b.spread)) > 0.9;
}

/** What was done to the rows, seen from what came out; undefined if it is none of what is known. */
function ideaOf(raw: number[][], came: number[][]): ((numbers: string) => string) | undefined {
  const columns = (table: number[][]) => table[0]!.map((_, j) => moments(table.map((row) => row[j]!)));
  const [before, after] = [columns(raw), columns(came)];
  const everyColumn = (holds: (before: Moments, after: Moments) => boolean) =>
    before.every((column, j) => holds(column, after[j]!));
  const oneFactor = (after[3]!.spread || 0) / before[3]!.spread;
  const oneShift = after[3]!.mean - oneFactor * before[3]!.mean;
  const ideas: [boolean, (numbers: string) => string][] = [
    [came.every((row, i) => row.every((value, j) => near(value, raw[i]![j]!))), say.rescaled.untouched],
    [
      came.every((row, i) => row.every((value, j) => near(value, oneFactor * raw[i]![j]! + oneShift))),
      say.rescaled.wholesale,
    ],
    [ofOneSize(came.map(moments)) && new Set(came.map(String)).size > 10, say.rescaled.byRow],
    [everyColumn((a, b) => near(b.mean, 0) && near(b.spread, a.spread)), say.rescaled.onlyCentred],
    [everyColumn((a, b) => near(b.mean, 0) && near(b.spread, 1 / a.spread)), say.rescaled.variance],
    [after.every(({ mean, spread }) => Math.abs(mean) > spread && spread < 2), say.rescaled.onlyScaled],
  ];
  return ideas.find(([fits]) => fits)?.[1];
}

type Moments = ReturnType<typeof moments>;

/** What one can divide a list by: its mean, spread, sum, largest number. */
function moments(values: number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return { mean, spread, largest: Math.max(...values), length: Math.hypot(...values) };
}

/** Whether every row has been brought to the same mean, largest number or length. */
function ofOneSize(all: Moments[]): boolean {
  return (['mean', 'largest', 'length'] as const).some((name) => all.every((one) => near(one[name], all[0]![name])));
}
