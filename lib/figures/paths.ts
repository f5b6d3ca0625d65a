/** The paths of descents as they are drawn on a loss surface: each with a start, an end, a colour and a dash. */
import { fail, numbers } from '../assert';
import type { Descent, Surface } from '../scratch/descent';
import { words } from '../words';
import { look, mostLooks, fine } from './theme';

/** Descents by name: what `scratch.gradientDescent` returns, or the points themselves, [[w₁, w₂], …]. */
export type Paths = Record<string, Pick<Descent, 'path'> | readonly (readonly number[])[]>;

/** A path in plain numbers, thinned to what a picture can show. */
export interface Walk {
  name: string;
  points: number[][];
  losses: number[];
  /** The number of each point's step. */
  steps: number[];
  /** Whether each point lies within the picture. */
  inside: boolean[];
}

const mostPoints = 1000;

/** Reads the paths, for `who`; a single one may come without a name. */
export function readPaths(who: string, paths: unknown, loss: Surface, inside: (point: number[]) => boolean): Walk[] {
  if (typeof paths !== 'object' || paths === null) fail(who, 'paths to be descents by their names', paths);
  const alone = Array.isArray(paths) || Array.isArray((paths as Partial<Descent>).path);
  const all: [string, unknown][] = alone ? [[words.figures.lossSurface.path, paths]] : Object.entries(paths);
  if (all.length > mostLooks) fail(who, `at most ${mostLooks} paths`, all.length);
  return all.map(([name, one]) => {
    const path: unknown = (one as Partial<Descent> | null)?.path ?? one;
    if (!Array.isArray(path) || path.length === 0)
      fail(who, `paths.${name} to be a descent or an array of points, at least one`, one);
    const steps = thinned(path.length);
    const points = steps.map((step): number[] => {
      numbers(who, { [`paths.${name}[${step}]`]: path[step] as unknown }, 2);
      return path[step] as number[];
    });
    return { name, points, steps, losses: points.map((point) => loss([...point])), inside: points.map(inside) };
  });
}

/** The numbers of the points to draw: the first, the last, and evenly between. */
function thinned(count: number): number[] {
  const kept = Math.min(count, mostPoints);
  return Array.from({ length: kept }, (_, i) => (kept === 1 ? 0 : Math.round((i * (count - 1)) / (kept - 1))));
}

/** One trace for each path; with heights, in space, where a point outside leaves a gap. */
export function pathTraces(walks: readonly Walk[], height?: (loss: number) => number): object[] {
  const say = words.figures.lossSurface;
  return walks.map(({ name, points, losses, steps, inside }, i) => {
    const { color, dash, symbol, symbol3d } = look(i);
    const at = (axis: 0 | 1) => points.map((point, j) => (height && !inside[j] ? null : fine(point[axis]!)));
    const end = points.length - 1;
    // The start is a large dot, the end the path's own shape; between them are small dots.
    const shapes = points.map((_, j) => (j === 0 ? 'circle' : j === end ? (height ? symbol3d : symbol) : 'circle'));
    const sizes = points.map(
      (_, j) => (height ? 0.5 : 1) * (j === 0 ? 9 : j === end ? 14 : points.length <= 60 ? 5 : 0),
    );
    return {
      type: height ? 'scatter3d' : 'scatter',
      mode: 'lines+markers',
      name,
      x: at(0),
      y: at(1),
      ...(height
        ? { z: losses.map((loss, j) => (inside[j] && Number.isFinite(loss) ? fine(height(loss)) : null)) }
        : {}),
      line: { color, dash, width: height ? 6 : 2.5 },
      marker: { color, symbol: shapes, size: sizes, opacity: 1, line: { width: 0 } },
      hovertext: points.map((point, j) => say.step(name, steps[j]!, point, losses[j]!)),
      hoverinfo: 'text',
    };
  });
}
