/** The third exercise of lesson 09: the largest learning rate that a loss can bear, from its gradient alone. */
import { examples } from '../../data/examples';
import { penguins } from '../../data/tables';
import * as tf from '../../tensorflow';
import { words } from '../../words';
import { shown } from '../shown';
import type { Exercise, Verdict } from '../verdict';

const say = words.lesson09.exercises.largestRate;

type Gradient = (w: number[]) => number[];

/** A valley: its name, its curvatures along all axes and between them (a symmetric matrix), where its bottom is. */
interface Valley {
  name: string;
  H: number[][];
  bottom: number[];
  start: number[];
}

/** Transfer: 2 divided by the largest curvature, in valleys that need not lie along the axes. */
export const largestRate: Exercise<(gradient: Gradient, w: number[]) => number> = {
  points: 3,
  hints: say.hints,
  judge(attempt): Verdict {
    const all = valleys();
    const came: unknown[] = all.map((valley) => attempt(gradientOf(valley), [...valley.start]));
    const bad = came.findIndex((rate) => !(typeof rate === 'number' && Number.isFinite(rate) && rate > 0));
    if (bad !== -1) return { status: 'wrong', points: 0, message: say.notANumber(all[bad]!.name, shown(came[bad])) };
    const rates = came as number[];
    const edges = all.map(({ H }) => 2 / steepest(H));
    const off = (like: readonly number[]) => Math.max(...like.map((rate, i) => Math.abs(rates[i]! / rate - 1)));
    if (off(edges) <= 0.02) return { status: 'passed', points: 3, message: say.passed(edges.at(-1)!) };

    const diagonals = all.map(({ H }) => H.map((row, i) => row[i]!));
    const ideas: [rates: number[], message: string, points?: number][] = [
      [edges.map((edge) => edge / 2), say.half],
      [edges.map((edge) => 2 / edge), say.curvature],
      [diagonals.map((c) => 2 / Math.max(...c)), say.axes, 1],
      [all.map(({ H }) => 2 / Math.max(...H.map((row) => Math.hypot(...row)))), say.axesOnce, 1],
      [all.map(alongGradient), say.once],
      [diagonals.map((c) => 2 / c[0]!), say.firstAxis],
      [[2 / diagonals[0]![0]!, ...edges.slice(1)], say.stuck, 2],
      [all.map(({ H }) => 2 / Math.hypot(...H[0]!)), say.firstAxis],
      [diagonals.map((c) => 2 / Math.min(...c)), say.flattest],
      [diagonals.map((c) => 2 / c.reduce((sum, one) => sum + one)), say.sum],
      [all.map((valley) => 2 / Math.hypot(...gradientOf(valley)(valley.start))), say.slope],
    ];
    const idea = ideas.find(([like]) => off(like) <= 0.02);
    if (idea) return { status: 'wrong', points: idea[2] ?? 0, message: idea[1] };
    const worst = edges
      .map((edge, i) => ({ name: all[i]!.name, edge, rate: rates[i]!, off: Math.abs(rates[i]! / edge - 1) }))
      .reduce((a, b) => (b.off > a.off ? b : a));
    const near = worst.off <= 0.1;
    const message = (near ? say.rough : say.wrong)(worst.name, worst.edge, worst.rate);
    return { status: 'wrong', points: near ? 2 : 0, message };
  },
};

function valleys(): Valley[] {
  const { xs, columns } = birds();
  const H = columns.map((_, i) => columns.map((__, j) => xs.reduce((sum, x) => sum + x[i]! * x[j]!, 0) / xs.length));
  return [
    { name: 'straight', H: [[2, 0], [0, 9]], bottom: [1, -1], start: [3, 1] }, // prettier-ignore
    { name: 'turned', H: turned(1, 20, Math.PI / 6), bottom: [0.5, 2], start: [3, -2] },
    { name: 'three weights', H: [[5, 2, 1], [2, 6, -1], [1, -1, 4]], bottom: [1, 0, 2], start: [2, 2, -1] }, // prettier-ignore
    { name: 'penguins', H, bottom: [0.02, 0.02, 0.02], start: [0, 0, 0] },
  ];
}

const features = ['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm'] as const;

/** The measures of the penguins, in millimetres as they are. */
function birds(): { xs: number[][]; columns: readonly string[] } {
  const table = penguins({ features: [...features] });
  const xs = examples(table).map(([x]) => x);
  tf.dispose([table.xs, table.ys]);
  return { xs, columns: features };
}

const gradientOf =
  ({ H, bottom }: Valley): Gradient =>
  (w) =>
    H.map((row) => row.reduce((sum, h, j) => sum + h * (w[j]! - bottom[j]!), 0));

/** 2 divided by the length of the change of the gradient on a step of length 1 along it. */
function alongGradient(valley: Valley): number {
  const g = gradientOf(valley)(valley.start);
  return (2 * Math.hypot(...g)) / Math.hypot(...valley.H.map((row) => row.reduce((sum, h, j) => sum + h * g[j]!, 0)));
}

/** Curvatures a and b along two directions at right angles, the first turned from the first axis by an angle. */
function turned(a: number, b: number, angle: number): number[][] {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [
    [a * c * c + b * s * s, (a - b) * c * s],
    [(a - b) * c * s, a * s * s + b * c * c],
  ];
}

/** The largest eigenvalue, by power iteration. */
function steepest(H: readonly number[][]): number {
  let direction = H.map((_, i) => 1 + i / 7);
  let length = 0;
  for (let round = 0; round < 1000; round++) {
    const next = H.map((row) => row.reduce((sum, h, j) => sum + h * direction[j]!, 0));
    length = Math.hypot(...next);
    direction = next.map((d) => d / length);
  }
  return length;
}
