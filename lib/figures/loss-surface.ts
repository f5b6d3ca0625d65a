/** The loss over two parameters, as contours from above or as a surface in space, and the paths of descents. */
import type { Data } from 'plotly.js';
import { fail, finite, oneOf, whole } from '../assert';
import type { Surface } from '../scratch/descent';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { heightsOf, type Heights } from './heights';
import { pathTraces, readPaths, type Paths, type Walk } from './paths';
import { greatest } from './series';
import { colors, depth, relief, fine, themed } from './theme';

export type { Paths };

/** Options of {@link lossSurface}. */
export interface LossSurfaceOptions extends FigureOptions {
  /** From where to where w₁ goes. Default -5 to 5. */
  x?: readonly [from: number, to: number];
  /** From where to where w₂ goes. Default -5 to 5. */
  y?: readonly [from: number, to: number];
  /** Descents to draw on it, by name. Default none. */
  paths?: Paths;
  /** Seen from above, or in space. Default 'contour'. */
  kind?: 'contour' | 'surface';
  /** Whether heights are in powers of ten. Default where they span decades; not possible where one is below 0. */
  log?: boolean;
  /** At how many places to ask along each axis, from 5 to 300. Default 80. */
  resolution?: number;
  /** Names of the axes. Default w₁ and w₂. */
  axes?: readonly [x: string, y: string];
}

/**
 * A loss over two parameters, and the ways that optimizers take down it.
 *
 * ```ts
 * import { figures, scratch, show } from 'neurona';
 *
 * const valley = ([x, y]: number[]) => (1 - x) ** 2 + 100 * (y - x ** 2) ** 2;
 * const descend = (optimizer: scratch.Optimizer) => scratch.gradientDescent(valley, [-1.5, 2], { optimizer });
 * const paths = {
 *   momentum: descend(scratch.momentum({ learningRate: 0.0005 })),
 *   adam: descend(scratch.adam({ learningRate: 0.1 })),
 * };
 * show.figure(figures.lossSurface(valley, { x: [-2, 2], y: [-1, 3], paths }));
 * ```
 *
 * `loss` is a function of a point [w₁, w₂], as `scratch.gradientDescent` takes it; where it is not finite there is a
 * gap. Returns a figure: the deeper, the darker; a path goes from a dot to its own shape.
 * Throws where a range is empty, the loss is nowhere finite, or a path is not of the plane. Source: lessons 07 and 09.
 */
export function lossSurface(
  loss: Surface,
  {
    x = [-5, 5],
    y = [-5, 5],
    paths = {},
    kind = 'contour',
    log,
    resolution = 80,
    axes,
    ...options
  }: LossSurfaceOptions = {},
): Figure {
  const who = 'figures.lossSurface';
  if (typeof loss !== 'function') fail(who, 'loss to be a function of a point [w₁, w₂]', loss);
  oneOf(who, { kind }, ['contour', 'surface']);
  whole(who, { resolution }, 5, 300);
  const [xs, ys] = [ticksOf(who, 'x', x, resolution), ticksOf(who, 'y', y, resolution)];
  const losses = ys.map((w2) => xs.map((w1) => ask(who, loss, [w1, w2]))); // [resolution, resolution]
  const inside = ([w1 = NaN, w2 = NaN]: number[]) => w1 >= x[0] && w1 <= x[1] && w2 >= y[0] && w2 <= y[1];
  const walks = readPaths(who, paths, loss, inside);
  const heights = heightsOf(who, losses, log);

  const say = words.figures.lossSurface;
  const [xTitle, yTitle] = [axes?.[0] ?? say.axes[0], axes?.[1] ?? say.axes[1]];
  const flat = kind === 'contour';
  const drawing = {
    title: say.title,
    height: flat ? 460 : 560,
    data: [
      flat ? contours(xs, ys, losses, heights) : surface(xs, ys, losses, heights),
      ...pathTraces(walks, flat ? undefined : heights.above),
    ],
    layout: {
      xaxis: { title: { text: xTitle }, range: [...x], zeroline: false },
      yaxis: { title: { text: yTitle }, range: [...y], zeroline: false },
      ...(flat ? {} : scene(xTitle, yTitle, x, y, heights)),
      showlegend: walks.length > 0,
      hovermode: 'closest',
    },
    description: describe(losses, xs, ys, walks),
  };
  return themed(who, drawing, options);
}

function ticksOf(who: string, name: string, range: readonly number[], count: number): number[] {
  const [from = NaN, to = NaN] = Array.isArray(range) ? (range as number[]) : [];
  finite(who, { [`${name}[0]`]: from });
  finite(who, { [`${name}[1]`]: to }, from);
  if (!(to > from)) fail(who, `${name} to be [from, to], from below to`, range);
  return Array.from({ length: count }, (_, i) => fine(from + ((to - from) * i) / (count - 1)));
}

function ask(who: string, loss: Surface, point: number[]): number {
  const value: unknown = loss(point);
  if (typeof value !== 'number') fail(who, `loss to answer a number at (${point.join(', ')})`, value);
  return value;
}

const gaps = (z: readonly number[][]) =>
  z.map((row) => row.map((value) => (Number.isFinite(value) ? fine(value) : null)));

function colorbar({ ticks }: Heights): object {
  const title = { text: words.figures.lossSurface.loss };
  return { title, tickvals: ticks.values, ticktext: ticks.names, outlinewidth: 0, thickness: 14 };
}

function contours(x: number[], y: number[], losses: number[][], heights: Heights): object {
  return {
    type: 'contour',
    x,
    y,
    z: gaps(heights.z) as number[][],
    customdata: gaps(losses) as number[][],
    colorscale: depth,
    colorbar: colorbar(heights),
    contours: { coloring: 'heatmap', ...heights.lines },
    line: { color: colors.text, width: 1 },
    hovertemplate: words.figures.lossSurface.hover,
  } satisfies Data;
}

function surface(x: number[], y: number[], losses: number[][], heights: Heights): object {
  return {
    type: 'surface',
    x,
    y,
    z: gaps(heights.z),
    customdata: gaps(losses),
    colorscale: relief,
    colorbar: { ...colorbar(heights), len: 0.6 },
    opacity: 0.85,
    hovertemplate: words.figures.lossSurface.hover,
  };
}

function scene(xTitle: string, yTitle: string, x: readonly number[], y: readonly number[], { ticks }: Heights): object {
  // The vertical axis is short: more than eight names on it would stand on one another.
  const every = Math.ceil(ticks.values.length / 8);
  const few = <Item>(items: readonly Item[]) => items.filter((_, i) => i % every === 0);
  return {
    margin: { l: 10, b: 10 },
    scene: {
      xaxis: { title: { text: xTitle }, range: [...x] },
      yaxis: { title: { text: yTitle }, range: [...y] },
      zaxis: {
        title: { text: words.figures.lossSurface.loss },
        tickvals: few(ticks.values),
        ticktext: few(ticks.names),
      },
      aspectmode: 'manual',
      aspectratio: { x: 1, y: 1, z: 0.5 },
      camera: { eye: { x: -0.9, y: -1.25, z: 1.5 } }, // from above, to see into valleys
    },
  };
}

function describe(losses: readonly number[][], xs: readonly number[], ys: readonly number[], walks: readonly Walk[]) {
  const places = losses.flatMap((row, r) => row.map((loss, c) => ({ loss, at: [xs[c]!, ys[r]!] })));
  const real = places.filter(({ loss }) => Number.isFinite(loss));
  const lowest = real.reduce((a, b) => (b.loss < a.loss ? b : a));
  return words.figures.lossSurface.description(
    lowest.loss,
    lowest.at,
    greatest(real.map(({ loss }) => loss)),
    walks.map(({ name, losses: own, steps, inside }) => ({
      name,
      steps: steps.at(-1)!,
      from: own[0]!,
      to: own.at(-1)!,
      left: inside.filter((within) => !within).length,
    })),
  );
}
