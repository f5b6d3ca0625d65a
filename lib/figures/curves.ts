/** Curves in one picture: functions over their domain, and series of numbers. */
import type { Data } from 'plotly.js';
import { fail, finite, oneOf } from '../assert';
import type { Values } from '../data/read';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { readSeries, type Drawn, type Log, type Series } from './series';
import { look, themed } from './theme';

/** Options of {@link curves}. */
export interface CurvesOptions extends FigureOptions {
  /** The x of each number of the series. Default 0, 1, 2… */
  x?: Values;
  /** From where to where functions are drawn. Default as far as `x` goes, else from -5 to 5, on a log axis 0.01 to 100. */
  domain?: readonly [from: number, to: number];
  /** From where to where the y axis goes. Default as far as the curves. */
  range?: readonly [from: number, to: number];
  /** Names of the horizontal and the vertical axis. Default x and y. */
  axes?: readonly [x: string, y: string];
  /** Which axis is in powers of ten, 'x', 'y' or 'both'. Default none. */
  log?: Log;
  /** At how many places a function is asked, from 2 to 10,000. Default 201. */
  points?: number;
}

/**
 * Functions and series of numbers, each a curve with a colour and a dash of its own.
 *
 * ```ts
 * import { figures, scratch, show } from 'neurona';
 *
 * const { sigmoid } = scratch;
 * show.figure(figures.curves({ sigmoid, 'its derivative': sigmoid.derivative }, { axes: ['z', 'a'] }));
 * show.figure(figures.curves({ transistors: [2300, 29e3, 1.2e6] }, { x: [1971, 1978, 1989], log: 'y' }));
 * ```
 *
 * `series` are up to 12 under their names: functions of one number, numbers (a tensor or an array), or { x, y }.
 * Returns a figure; NaN, infinities and, on a log axis, what is not above 0 leave a gap, and its words say so.
 * Throws where there is no curve, a curve has nothing to draw, or lengths differ. Source: lessons 01 and 06.
 */
export function curves(
  series: Record<string, Series>,
  { x, domain, range, axes, log, points = 201, ...options }: CurvesOptions = {},
): Figure {
  const who = 'figures.curves';
  if (log !== undefined) oneOf(who, { log }, ['x', 'y', 'both']);
  const all = readSeries(who, series, { x, domain, log, points });
  const say = words.figures.curves;
  const [xTitle, yTitle] = axes ?? say.axes;
  const drawing = {
    title: say.title,
    height: 380,
    data: all.map((one, i) => trace(one, i, all.length)),
    layout: {
      xaxis: { title: { text: xTitle }, ...(log === 'x' || log === 'both' ? powers : {}) },
      yaxis: { title: { text: yTitle }, ...(log === 'y' || log === 'both' ? powers : {}), ...rangeOf(who, range, log) },
      showlegend: true,
    },
    description: say.description(
      all.map((one) => inWords(who, one)),
      log ?? '',
    ),
  };
  return themed(who, drawing, options);
}

const powers = { type: 'log', exponentformat: 'power' } as const;

function rangeOf(who: string, range: readonly number[] | undefined, log?: Log): object {
  if (range === undefined) return {};
  const [from = NaN, to = NaN] = range;
  finite(who, { 'range[0]': from });
  finite(who, { 'range[1]': to }, from);
  if (log === undefined || log === 'x') return { range: [from, to] };
  if (from <= 0) fail(who, 'range to begin above 0, as y is in powers of ten', from);
  return { range: [Math.log10(from), Math.log10(to)] };
}

function trace({ name, x, y }: Drawn, i: number, count: number): object {
  const { color, dash, symbol } = look(i + (count <= 5 ? 1 : 0)); // from blue on, as histories are
  const few = y.length <= 30;
  return {
    type: 'scatter',
    mode: few ? 'lines+markers' : 'lines',
    name,
    x,
    y,
    line: { color, dash: i === 0 ? 'solid' : dash, width: 2 },
    ...(few ? { marker: { symbol, size: 7 } } : {}),
    hovertemplate: words.figures.curves.hover,
  } satisfies Data;
}

/** Where a curve begins and ends, its lowest and its highest point. */
function inWords(who: string, { name, x, y }: Drawn) {
  const drawn = y.flatMap((value, i): [number, number][] => (value === null ? [] : [[x[i]!, value]]));
  if (drawn.length === 0) fail(who, `${name} to hold a number that can be drawn`, y.length, 'all are gaps');
  return {
    name,
    from: drawn[0]!,
    to: drawn.at(-1)!,
    lowest: drawn.reduce((a, b) => (b[1] < a[1] ? b : a)),
    highest: drawn.reduce((a, b) => (b[1] > a[1] ? b : a)),
    gaps: y.length - drawn.length,
  };
}
