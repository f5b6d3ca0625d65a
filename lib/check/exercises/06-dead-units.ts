/** The third exercise of lesson 06: biases that wake a layer of ReLUs. */
import { iris, penguins, type Measured } from '../../data/tables';
import { generator } from '../../random';
import type { Matrix } from '../../scratch/layer';
import * as tf from '../../tensorflow';
import { words } from '../../words';
import { transpose } from '../matrices';
import { type Exercise, type Verdict, wrong } from '../verdict';

const say = words.lesson06.exercises;

type Wake = (W: Matrix, X: Matrix) => number[];

/** A layer after an attempt: its biases, its sums without them [units, samples], and how often each unit is open. */
interface Woken {
  b: number[];
  sums: Matrix;
  open: number[];
}

/** Transfer: biases for a layer of ReLUs, so that the bend of each unit falls among the data. */
export const wake: Exercise<Wake> = {
  points: 3,
  hints: say.wake.hints,
  judge(attempt): Verdict {
    const birds = woken(attempt, weightsOf(6, 6), columnsOf(penguins));
    if ('status' in birds) return birds;
    const points = pointsOf(birds);
    const numbers = say.wake.numbers(birds.open);
    if (points < 3) return { status: 'wrong', points, message: ideaOf(birds)(numbers) };
    const flowers = woken(attempt, weightsOf(5, 1), columnsOf(iris));
    if ('status' in flowers) return flowers;
    if (pointsOf(flowers) === 3) return { status: 'passed', points: 3, message: say.wake.passed(numbers) };
    const message = (sortedAsWords(flowers) ? say.wake.text : say.wake.elsewhere)(say.wake.shares(flowers.open));
    return { status: 'wrong', points: 1, message };
  },
};

/** What an attempt makes of a layer, or what is wrong with its answer. */
function woken(attempt: Wake, W: Matrix, X: Matrix): Woken | Verdict {
  const [ownW, ownX] = structuredClone<[Matrix, Matrix]>([W, X]);
  const b: unknown = attempt(ownW, ownX);
  if (!Array.isArray(b) || !b.every((bias) => typeof bias === 'number')) return wrong(say.wake.nothing);
  if (b.length !== W.length) return wrong(say.wake.length(W.length, b.length));
  if (!b.every(Number.isFinite)) return wrong(say.wake.notANumber);
  if (String([ownW, ownX]) !== String([W, X])) return wrong(say.wake.changes);
  const sums = W.map((row) => X[0]!.map((_, i) => row.reduce((sum, weight, j) => sum + weight * X[j]![i]!, 0)));
  return { b, sums, open: openFor(sums, b) };
}

const openFor = (sums: Matrix, b: readonly number[]) =>
  sums.map((row, unit) => row.filter((sum) => sum + b[unit]! > 0).length / row.length);
const amongData = (open: readonly number[]) => open.every((share) => share >= 0.25 && share <= 0.75);
const pointsOf = ({ open }: Woken) => (amongData(open) ? 3 : open.includes(0) ? 0 : open.includes(1) ? 1 : 2);

/** What was done, seen from the biases. */
function ideaOf({ b, sums, open }: Woken): (numbers: string) => string {
  const ideas: [boolean, (numbers: string) => string][] = [
    [b.every((bias) => bias === 0), say.wake.untouched],
    [b.every((bias) => bias === b[0]), say.wake.common],
    [
      amongData(
        openFor(
          sums,
          b.map((bias) => -bias),
        ),
      ),
      say.wake.sign,
    ],
    [open.every((share) => share === 0), say.wake.dead],
    [sums.every((row, unit) => Math.abs(b[unit]! + Math.min(...row)) < 2), say.wake.smallest],
    [open.every((share) => share === 1), say.wake.always],
    [open.includes(0), say.wake.someDead],
    [open.includes(1), say.wake.someLinear],
  ];
  return ideas.find(([looksLikeIt]) => looksLikeIt)?.[1] ?? say.wake.nearly;
}

/** Whether the biases come from the middles of sums in the order of words, as `sort()` makes it. */
function sortedAsWords({ b, sums }: Woken): boolean {
  const middles = sums.map((row) => row.map(String).sort()[Math.floor(row.length / 2)]);
  return middles.every((middle, unit) => Math.abs(b[unit]! + Number(middle)) < 1e-9);
}

/** The weights of the exercise, as its notebook draws them: 4 for each unit. */
function weightsOf(units: number, seed: number): Matrix {
  const random = generator(seed);
  return Array.from({ length: units }, () => Array.from({ length: 4 }, () => random.normal()));
}

/** A table with a column for each example. */
function columnsOf(load: () => Measured): Matrix {
  const { xs, ys } = load();
  const X = transpose(xs.arraySync());
  tf.dispose([xs, ys]);
  return X;
}
