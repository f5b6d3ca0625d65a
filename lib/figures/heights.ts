/** Losses as the heights of a surface: themselves, or in powers of ten where they span decades. */
import { fail } from '../assert';
import { words } from '../words';
import { fine } from './theme';

/** Heights as they are drawn. */
export interface Heights {
  z: number[][];
  draw: (loss: number) => number;
  /** A little above the surface, where a path is not hidden in it. */
  above: (loss: number) => number;
  /** Where contour lines begin, end, and how far they are apart. */
  lines: { start: number; end: number; size: number };
  ticks: { values: number[]; names: string[] };
}

/** Chooses between the losses themselves and their powers of ten. */
export function heightsOf(who: string, losses: readonly number[][], log?: boolean): Heights {
  const sorted = losses.flat().filter(Number.isFinite).sort((a, b) => a - b); // prettier-ignore
  if (sorted.length === 0) fail(who, 'loss to be finite somewhere', losses[0]![0]);
  const [lowest, highest] = [sorted[0]!, sorted.at(-1)!];
  if (log && lowest < 0) fail(who, 'loss to be from 0 up, as heights are in powers of ten', lowest);
  if (!Number.isFinite(highest - lowest)) fail(who, 'losses less than 1e308 apart', [lowest, highest]);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
  const above = sorted.find((value) => value > 0);
  const powers = above !== undefined && (log ?? (lowest >= 0 && at(0.95) > 100 * Math.max(at(0.05), 1e-300)));
  const floor = powers ? Math.max(above, highest * 1e-12) : 0;
  const draw = powers ? (loss: number) => Math.log10(Math.max(loss, floor)) : (loss: number) => loss;
  const [from, to] = [draw(lowest), draw(highest)];
  // The bottom of a valley lies between the places asked: contours there would be islands that are none.
  const bottom = powers ? draw(at(0.02)) : from;
  const step = nice((to - bottom) / (powers ? 6 : 15)) || 1;
  const marks = powers ? Math.max(1, Math.round((to - from) / 6)) : step * 3;
  const first = Math.ceil(from / marks) * marks;
  const values = Array.from({ length: Math.max(0, Math.floor((to - first) / marks)) + 1 }, (_, i) =>
    fine(first + i * marks),
  );
  const names = values.map((value) => words.figures.lossSurface.tick(powers ? 10 ** value : value));
  return {
    z: losses.map((row) => row.map(draw)),
    draw,
    above: (loss) => draw(loss) + 0.01 * (to - from),
    lines: { start: fine(Math.ceil(bottom / step) * step), end: fine(to), size: step },
    ticks: { values, names },
  };
}

/** The nearest step of 1, 2 or 5 times a power of ten, from below. */
function nice(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  return fine(power * [5, 2, 1].find((factor) => factor * power <= step * (1 + 1e-9))!);
}
