/** Inside a convolution: one filter, one window, one product at a time, in plain numbers. */
import { fail, oneOf, whole } from '../assert';
import { inRows, readImage, type Image, type Pixels } from './image';

/** Options of {@link convolution}. */
export interface ConvolutionOptions {
  /** How many pixels the window moves at a time, down and to the right. Default 1. */
  strides?: number | readonly [down: number, right: number];
  /** 'valid': only windows within the image; 'same': zeros around it, for as many windows as pixels. Default 'valid'. */
  padding?: 'valid' | 'same';
  /** The one window to look into, by its place in the output. Default all. */
  at?: readonly [row: number, column: number];
}

/** Numbers [height, width], or [height, width, channels] where the image has channels. */
export type Values = number[][] | number[][][];

/** What the filter does at one place. */
export interface ConvolutionWindow {
  /** The place in the output: row and column. */
  at: [row: number, column: number];
  /** The row and the column of the image where the window begins; below 0 in the padding. */
  start: [row: number, column: number];
  /** What the window sees of the image; 0 in the padding. */
  pixels: Values;
  /** Each pixel times the number of the filter over it. */
  products: Values;
  /** The sum of the products: the number of the output. */
  sum: number;
}

/** A convolution, laid open. */
export interface ConvolutionTrace {
  image: Values;
  filter: Values;
  /** The windows, row by row; with `at`, that one. */
  windows: ConvolutionWindow[];
  /** The sums of all windows, [rows, columns]. */
  output: number[][];
}

type Pair = readonly [number, number];
const mostProducts = 1_000_000;

/**
 * A filter moved over an image: at each place, the pixels under it, times the filter's numbers, summed up.
 *
 * ```ts
 * import { inspect, show } from 'neurona';
 *
 * const image = [[0, 0, 1, 1], [0, 0, 1, 1], [0, 0, 1, 1], [0, 0, 1, 1]];
 * const edge = [[-1, 1], [-1, 1]];
 * const trace = inspect.convolution(image, edge);
 * console.log(trace.windows[1], trace.output);
 * show.convolution(trace);
 * ```
 *
 * `image` is [height, width] or [height, width, channels], `filter` [rows, columns] or [rows, columns, channels], each a
 * tensor or plain rows; filter k of a convolutional layer is `W.slice([0, 0, 0, k], [-1, -1, -1, 1]).squeeze([3])`, where
 * W is `layer.getWeights()[0]`. Returns the windows and the whole output, [rows, columns], as tf.conv2d computes it: the
 * filter is not turned round, and there is no bias.
 * Throws where the filter has other channels than the image or is larger, a number is not finite, `at` is not in the
 * output, or the windows hold more than a million products (name one by `at`).
 * Source: LeCun and others, "Gradient-based learning applied to document recognition", 1998; lesson 13.
 */
export function convolution(
  image: Image,
  filter: Image,
  { strides = 1, padding = 'valid', at }: ConvolutionOptions = {},
): ConvolutionTrace {
  const who = 'inspect.convolution';
  const [pixels, kernel] = [readImage(who, image), readImage(who, filter, 'filter')];
  const [height, width, channels] = pixels.shape;
  const [kernelHeight, kernelWidth] = kernel.shape;
  if (kernel.shape[2] !== channels) fail(who, `filter to have ${channels} channels, as the image has`, kernel.shape);
  const [down, right] = typeof strides === 'object' ? strides : [strides, strides];
  whole(who, { strides: down }, 1);
  whole(who, { strides: right }, 1);
  oneOf(who, { padding }, ['valid', 'same']);
  const vertical = along(height, kernelHeight, down, padding);
  const horizontal = along(width, kernelWidth, right, padding);
  const [rows, columns] = [vertical.places, horizontal.places];
  if (rows < 1 || columns < 1) fail(who, `filter to be no larger than the image, ${height} × ${width}`, kernel.shape);
  if (at !== undefined) checkPlace(who, at, rows, columns);
  else if (rows * columns * kernel.values.length > mostProducts)
    fail(who, 'at most a million products', rows * columns * kernel.values.length, 'name one window: { at: [0, 0] }');

  const look = (row: number, column: number) =>
    windowAt(pixels, kernel, [row * down - vertical.before, column * right - horizontal.before]);
  const places = Array.from({ length: rows * columns }, (_, i): Pair => [Math.floor(i / columns), i % columns]);
  const sums = places.map(([row, column]) => look(row, column).reduce((sum, { product }) => sum + product, 0));
  const windows = (at ? [at] : places).map(([row, column]): ConvolutionWindow => {
    const steps = look(row, column);
    return {
      at: [row, column],
      start: [row * down - vertical.before, column * right - horizontal.before],
      pixels: nested(kernel, steps.map(({ pixel }) => pixel)), // prettier-ignore
      products: nested(kernel, steps.map(({ product }) => product)), // prettier-ignore
      sum: sums[row * columns + column]!,
    };
  });
  return {
    image: nested(pixels, pixels.values),
    filter: nested(kernel, kernel.values),
    windows,
    output: inRows(sums, columns),
  };
}

/** How many places a window has along an axis, and how many zeros stand before it: more behind, where they are odd. */
function along(length: number, window: number, stride: number, padding: string): { places: number; before: number } {
  if (padding === 'valid') return { places: Math.floor((length - window) / stride) + 1, before: 0 };
  const places = Math.ceil(length / stride);
  return { places, before: Math.floor(Math.max(0, (places - 1) * stride + window - length) / 2) };
}

/** The products of one window, in the order of the filter's numbers. */
function windowAt(image: Pixels, filter: Pixels, [top, left]: Pair): { pixel: number; product: number }[] {
  const [height, width, channels] = image.shape;
  const [, kernelWidth] = filter.shape;
  return filter.values.map((weight, i) => {
    const place = Math.floor(i / channels);
    const [row, column] = [top + Math.floor(place / kernelWidth), left + (place % kernelWidth)];
    const outside = row < 0 || row >= height || column < 0 || column >= width;
    const pixel = outside ? 0 : image.values[(row * width + column) * channels + (i % channels)]!;
    return { pixel, product: pixel * weight + 0 }; // + 0 makes 0 of -0
  });
}

/** Numbers in the form in which the image came: with an axis of channels, or without. */
function nested({ shape: [, width, channels], channelled }: Pixels, values: readonly number[]): Values {
  return channelled ? inRows(values, width * channels).map((row) => inRows(row, channels)) : inRows(values, width);
}

function checkPlace(who: string, at: Pair, rows: number, columns: number): void {
  if (!Array.isArray(at) || at.length !== 2) fail(who, 'at to be [row, column] of the output', at);
  whole(who, { 'at[0]': at[0] }, 0, rows - 1);
  whole(who, { 'at[1]': at[1] }, 0, columns - 1);
}
