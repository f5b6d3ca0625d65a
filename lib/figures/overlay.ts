/** A heat map over the image that it explains. */
import type { Data, Layout } from 'plotly.js';
import { fail } from '../assert';
import { readImage, type Image, type Pixels } from '../inspect/image';
import type { HeatMap } from '../inspect/score';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { colors, faded, heat, short, signedHeat, themed } from './theme';

/**
 * Heat over an image: the image in pale greys, the heat in colour on top, and a line around what has more than half of
 * the most.
 *
 * ```ts
 * import { data, figures, inspect, show, tf } from 'neurona';
 *
 * const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [64], units: 10, activation: 'softmax' })] });
 * const image = data.digits({ samples: 1 }).xs; // [1, 64]
 * show.figure(figures.overlay(image, inspect.saliency(model, image)));
 * ```
 *
 * `image` is a tensor [height, width] or [height, width, channels], alone in a batch or not, [1, pixels] of a square, or
 * plain rows: grey images with 0 as paper, colour images (3 channels) with 0 as black. `map` has one number for each
 * pixel, [height, width], or is what inspect.saliency, gradCam or occlusion return. Blue is above 0 and orange below.
 * Returns a figure.
 * Throws where the two are not of one size, or hold a number that is not finite.
 */
export function overlay(image: Image, map: Image | HeatMap, options: FigureOptions = {}): Figure {
  const who = 'figures.overlay';
  const pixels = readImage(who, image);
  const about = isHeatMap(map) ? map : undefined;
  const hot = readImage(who, about ? about.map : (map as Image), 'map');
  const [height, width, channels] = pixels.shape;
  if (hot.shape[2] !== 1 || hot.shape[0] !== height || hot.shape[1] !== width)
    fail(who, `map of the image's size, [${height}, ${width}]`, hot.shape);

  const z = rowsOf(hot.values, width);
  const largest = hot.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const most = hot.values.reduce((most, value) => Math.max(most, value), 0);
  const hottest = hot.values.indexOf(most);
  const below = hot.values.filter((value) => value < 0).length;
  const half = hot.values.filter((value) => value > most / 2).length;
  const greys = rowsOf(greyValues(pixels), width);
  const say = words.figures.overlay;
  const place = { row: Math.floor(hottest / width), column: hottest % width };
  const drawing = {
    title: say.title,
    height: Math.round(140 + Math.min(480, Math.max(200, height * 30))),
    data: [picture(greys, channels === 3), heatTrace(z, greys, largest || 1, below > 0), ...(most > 0 ? [outline(z, most / 2)] : [])], // prettier-ignore
    layout: {
      xaxis: { title: { text: say.axis(below > 0) }, ...bare, constrain: 'domain' },
      yaxis: { ...bare, autorange: 'reversed', scaleanchor: 'x', constrain: 'domain' },
      margin: { l: 20, b: 40 },
      showlegend: false,
    } satisfies Partial<Layout>,
    description: say.description(height, width, { value: most, ...place, half, below }, about),
  };
  return themed(who, drawing, options);
}

const bare = { showgrid: false, zeroline: false, showticklabels: false, ticks: '' } as const;

function isHeatMap(map: Image | HeatMap): map is HeatMap {
  return typeof map === 'object' && map !== null && 'map' in map && Array.isArray((map as HeatMap).map);
}

/** One grey for each pixel: of three channels the brightness (ITU-R BT.601), of others the mean. */
function greyValues({ values, shape: [, , channels] }: Pixels): number[] {
  const share = (channel: number) => (channels === 3 ? [0.299, 0.587, 0.114][channel]! : 1 / channels);
  return Array.from(
    { length: values.length / channels },
    (_, pixel) =>
    Array.from({ length: channels }, (_, channel) => values[pixel * channels + channel]! * share(channel)).reduce((a, b) => a + b), // prettier-ignore
  );
}

function rowsOf(values: readonly number[], width: number): number[][] {
  return Array.from({ length: values.length / width }, (_, row) =>
    values.slice(row * width, (row + 1) * width).map(short),
  );
}

/** The image; in colour, more is lighter, and on paper darker. */
function picture(z: number[][], bright: boolean): object {
  const all = z.flat();
  const [least, most] = [all.reduce((a, b) => Math.min(a, b), 0), all.reduce((a, b) => Math.max(a, b), 1)];
  return {
    type: 'heatmap',
    z,
    zmin: least,
    zmax: most,
    colorscale: faded,
    reversescale: bright,
    showscale: false,
    hoverinfo: 'skip',
  } satisfies Data;
}

function heatTrace(z: number[][], greys: number[][], largest: number, signed: boolean): object {
  return {
    type: 'heatmap',
    z,
    zmin: signed ? -largest : 0,
    zmax: largest,
    colorscale: signed ? signedHeat : heat,
    colorbar: { thickness: 12, outlinewidth: 0, bgcolor: colors.sheet, tickfont: { color: colors.ink } },
    text: greys.map((row) => row.map(String)) as unknown as string[],
    hovertemplate: words.figures.overlay.hover,
  } satisfies Data;
}

/** A line round the pixels above `level`, so that colour is not the only sign: their edges to pixels that are not. */
function outline(z: number[][], level: number): object {
  const above = (row: number, column: number) => (z[row]?.[column] ?? -Infinity) > level;
  const [x, y]: [(number | null)[], (number | null)[]] = [[], []];
  const edge = (x0: number, y0: number, x1: number, y1: number) => {
    x.push(x0 - 0.5, x1 - 0.5, null);
    y.push(y0 - 0.5, y1 - 0.5, null);
  };
  for (let row = 0; row <= z.length; row++)
    for (let column = 0; column <= z[0]!.length; column++) {
      if (above(row, column) !== above(row - 1, column)) edge(column, row, column + 1, row);
      if (above(row, column) !== above(row, column - 1)) edge(column, row, column, row + 1);
    }
  return {
    type: 'scatter',
    mode: 'lines',
    x,
    y,
    line: { color: colors.ink, width: 2 },
    hoverinfo: 'skip',
    cliponaxis: false,
  } satisfies Data;
}
