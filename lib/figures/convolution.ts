/** A convolution laid open: image, filter, products and output, with a slider over the windows. */
import type { Annotations, Data, Layout, Shape } from 'plotly.js';
import { fail, whole } from '../assert';
import type { ConvolutionTrace, ConvolutionWindow } from '../inspect/convolution';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { controls } from './controls';
import { colors, diverging, faded, short, themed } from './theme';

/** Options of {@link convolution}. */
export interface ConvolutionFigureOptions extends FigureOptions {
  /** Which channel of image, filter and products to draw, counted from 0. Default 0. The sum is always of all. */
  channel?: number;
}

const mostWindows = 200;
/** Panels from left to right, and the free cells between them. */
const gap = 1.5;
/** Numbers stand in the cells of panels up to this many columns. */
const written = 10;

/**
 * A convolution, window by window: the window on the image, the filter, their products, and the output so far. A slider
 * moves the window, and ▶ plays it.
 *
 * ```ts
 * import { figures, inspect, show } from 'neurona';
 *
 * const image = [[0, 0, 1, 1], [0, 0, 1, 1], [0, 0, 1, 1], [0, 0, 1, 1]];
 * const trace = inspect.convolution(image, [[-1, 1], [-1, 1]]);
 * show.figure(figures.convolution(trace));
 * ```
 *
 * `trace` is what inspect.convolution returns. Returns a figure with a frame for each window; of a trace of one window,
 * one without frames, which shows the whole output.
 * Throws where `trace` is none, there is no such channel, or there are more than 200 windows.
 */
export function convolution(trace: ConvolutionTrace, { channel, ...options }: ConvolutionFigureOptions = {}): Figure {
  const who = 'figures.convolution';
  const { image, filter, windows, output } = trace ?? {};
  if (
    !Array.isArray(windows) ||
    windows.length === 0 ||
    !Array.isArray(image) ||
    !Array.isArray(filter) ||
    !Array.isArray(output)
  )
    fail(who, 'what inspect.convolution returns', trace);
  if (windows.length > mostWindows)
    fail(who, `at most ${mostWindows} windows`, windows.length, 'take a smaller image, larger strides, or { at }');
  const pixel = image[0]![0];
  const channels = Array.isArray(pixel) ? pixel.length : 1;
  whole(who, { channel: channel ?? 0 }, 0, channels - 1);
  const plane = (values: number[][] | number[][][]) =>
    values.map((row) => row.map((value) => short(Array.isArray(value) ? value[channel ?? 0]! : value)));

  const [pixels, kernel] = [plane(image), plane(filter)];
  const largestProduct = windows.flatMap(({ products }) => plane(products).flat()).reduce(larger, 0);
  const largestSum = output.flat().reduce(larger, 0);
  const span = reach(pixels, kernel, windows);
  const widths = [span.right - span.left + 1, kernel[0]!.length, kernel[0]!.length, output[0]!.length];
  const domains = sideBySide(widths);
  const [height, width] = [kernel.length, kernel[0]!.length];

  /** What changes from window to window: products, output, and the boxes on image and output. */
  const moving = (i: number): object[] => {
    const { at, start, products } = windows[i]!;
    const done = new Set(windows.slice(0, i + 1).map(({ at }) => String(at)));
    const sofar = output.map((row, r) => row.map((sum, c) => (windows.length === 1 || done.has(String([r, c])) ? short(sum) : null))); // prettier-ignore
    return [
      panel(plane(products), 2, largestProduct, true),
      panel(sofar, 3, largestSum, output.flat().some((sum) => sum < 0)),
      box(start, [height, width], 0),
      box(at, [1, 1], 3),
    ]; // prettier-ignore
  };
  const say = words.figures.convolution;
  const names = say.panels(channels > 1 ? (channel ?? 0) : undefined);
  const rows = Math.max(span.bottom - span.top + 1, height, output.length);
  const several = windows.length > 1;
  const drawing = {
    title: say.title,
    height: Math.round(Math.max(260, Math.min(520, rows * 30 + 110)) + (several ? 90 : 0)),
    data: [
      panel(pixels, 0, pixels.flat().reduce(larger, 0), pixels.flat().some((value) => value < 0)),
      panel(kernel, 1, kernel.flat().reduce(larger, 0), true),
      ...moving(0),
    ],
    layout: {
      ...axes(domains, [span, size(kernel), size(kernel), size(output)]),
      shapes: [edge(span, 0), edge(size(output), 3)],
      annotations: names.map(heading),
      margin: { l: 20, t: 90, b: several ? 110 : 20 },
      showlegend: false,
      ...(several ? controls(windows.map(({ at, sum }) => say.step(at, sum)), { duration: 600, below: 32 }) : {}),
    } satisfies Partial<Layout>,
    description: say.description(by(pixels), by(kernel), by(output), windows.length, windows[0]!),
  }; // prettier-ignore
  const frames = windows.map((_, i) => ({ name: String(i), traces: [2, 3, 4, 5], data: moving(i) }));
  return { ...themed(who, drawing, options), ...(several ? { frames } : {}) };
}

const larger = (most: number, value: number) => Math.max(most, Math.abs(value));
const by = (rows: readonly (readonly unknown[])[]) => `${rows.length} × ${rows[0]!.length}`;
const ref = (axis: 'x' | 'y', i: number) => (i === 0 ? axis : `${axis}${i + 1}`);

/** The rows and columns that a panel shows. */
interface Span {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

function size(rows: readonly (readonly unknown[])[]): Span {
  return { top: 0, bottom: rows.length - 1, left: 0, right: rows[0]!.length - 1 };
}

/** The image, and the padding that windows reach into. */
function reach(image: number[][], filter: number[][], windows: readonly ConvolutionWindow[]): Span {
  const whole = size(image);
  const [tops, lefts] = [0, 1].map((axis) => windows.map(({ start }) => start[axis]!)) as [number[], number[]];
  return {
    top: Math.min(whole.top, ...tops),
    bottom: Math.max(whole.bottom, ...tops.map((top) => top + filter.length - 1)),
    left: Math.min(whole.left, ...lefts),
    right: Math.max(whole.right, ...lefts.map((left) => left + filter[0]!.length - 1)),
  };
}

/** Where the panels stand, as fractions of the width: a cell is as wide in each. */
function sideBySide(widths: readonly number[]): [number, number][] {
  const total = widths.reduce((sum, width) => sum + width, gap * (widths.length - 1));
  let left = 0;
  return widths.map((width) => {
    const domain: [number, number] = [left / total, Math.min(1, (left + width) / total)];
    left += width + gap;
    return domain;
  });
}

function axes(domains: readonly [number, number][], spans: readonly Span[]): Partial<Layout> {
  const bare = { showgrid: false, zeroline: false, showticklabels: false, ticks: '', constrain: 'domain' } as const;
  const entries = domains.flatMap((domain, i) => {
    const { top, bottom, left, right } = spans[i]!;
    return [
      [ref('x', i).replace('x', 'xaxis'), { ...bare, domain, anchor: ref('y', i), range: [left - 0.6, right + 0.6] }],
      [ref('y', i).replace('y', 'yaxis'), { ...bare, anchor: ref('x', i), range: [bottom + 0.6, top - 0.6], scaleanchor: ref('x', i), constraintoward: 'top' }],
    ]; // prettier-ignore
  });
  return Object.fromEntries(entries) as Partial<Layout>;
}

function panel(z: (number | null)[][], i: number, largest: number, signed: boolean): object {
  return {
    type: 'heatmap',
    z,
    xaxis: ref('x', i),
    yaxis: ref('y', i),
    zmin: signed ? -(largest || 1) : 0,
    zmax: largest || 1,
    colorscale: signed ? diverging : faded,
    showscale: false,
    xgap: 1,
    ygap: 1,
    hoverongaps: false,
    hovertemplate: words.figures.convolution.hover,
    ...(z[0]!.length <= written ? { texttemplate: '%{z:.2~f}' } : {}),
  };
}

/** A thin line round all that a panel shows: the image with its padding, the output with what is still to come. */
function edge({ top, bottom, left, right }: Span, i: number): Partial<Shape> {
  const [x0, x1, y0, y1] = [left - 0.5, right + 0.5, top - 0.5, bottom + 0.5];
  const axes = { xref: ref('x', i), yref: ref('y', i) } as Pick<Shape, 'xref' | 'yref'>;
  return { type: 'rect', ...axes, x0, x1, y0, y1, line: { color: colors.grid, width: 1 } };
}

/** A frame round `rows` × `columns` cells. */
function box([top, left]: readonly [number, number], [rows, columns]: readonly [number, number], i: number): object {
  const [x0, x1, y0, y1] = [left - 0.5, left + columns - 0.5, top - 0.5, top + rows - 0.5];
  return {
    type: 'scatter',
    mode: 'lines',
    x: [x0, x1, x1, x0, x0],
    y: [y0, y0, y1, y1, y0],
    xaxis: ref('x', i),
    yaxis: ref('y', i),
    line: { color: colors.mark, width: 4 },
    hoverinfo: 'skip',
    cliponaxis: false,
  } satisfies Data;
}

function heading(text: string, i: number): Partial<Annotations> {
  const at = { x: 0.5, y: 1, xref: `${ref('x', i)} domain`, yref: 'paper' };
  return { ...(at as object), text, showarrow: false, yanchor: 'bottom' };
}
