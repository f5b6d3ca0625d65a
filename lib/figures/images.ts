/** Small images side by side: digits, or the weights of a unit that looks at them. */
import type { Data, Layout } from 'plotly.js';
import { fail, whole } from '../assert';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { diverging, greys, themed } from './theme';
import { readImages, type Images } from './pixels';

/** Options of {@link images}. */
export interface ImagesOptions extends FigureOptions {
  /** How many images in a row. Default 10, or as many as there are. */
  columns?: number;
  /** One label for each image, written above it. Default none. */
  labels?: readonly (string | number)[];
}

/** Where each image stands on one large sheet of pixels. */
interface Sheet {
  z: (number | null)[][];
  /** The place above the middle of each image. */
  heads: { x: number; y: number }[];
}

/**
 * Images as grey pixels, 0 light and 1 black; where a value is negative, as weights from orange (less) to blue (more).
 *
 * ```ts
 * import { data, figures, show } from 'neurona';
 *
 * const { xs, labels } = data.digits({ samples: 20 });
 * show.figure(figures.images(xs, { labels }));
 * ```
 *
 * `images` is a tensor [images, pixels] of square images, [images, height, width] or [images, height, width, 1], one
 * image [height, width, 1] alone, `values` of inspect, or plain arrays of the same shape.
 * Returns a figure. Throws where the shape is none of these, a pixel is not finite, or there are more than 100 images.
 */
export function images(images: Images, { columns, labels, ...options }: ImagesOptions = {}): Figure {
  const who = 'figures.images';
  const tiles = readImages(who, images);
  const across = columns ?? Math.min(10, tiles.length);
  whole(who, { columns: across }, 1, 100);
  if (labels && labels.length !== tiles.length) fail(who, `${tiles.length} labels, one for each image`, labels.length);
  const names = labels?.map(String);
  const values = tiles.flat(2);
  const largest = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0) || 1;
  const signed = values.some((value) => value < 0);
  const { z, heads } = layOut(tiles, across, names ? 0.35 : 0);

  const say = words.figures.images;
  const size = [tiles[0]!.length, tiles[0]![0]!.length] as const; // [height, width]
  const drawing = {
    title: say.title,
    height: 110 + z.length * Math.min(24, 800 / z[0]!.length),
    data: [pixels(z, signed, signed ? largest : Math.max(1, largest)), ...(names ? [labelTrace(heads, names)] : [])],
    layout: {
      xaxis: { title: { text: say.axis(...size, signed) }, ...bare, constrain: 'domain' },
      yaxis: { ...bare, range: [z.length - 0.5, -0.5 - (names ? 0.5 : 0)], scaleanchor: 'x', constrain: 'domain' },
      margin: { l: 20, b: 40 },
      showlegend: false,
    } satisfies Partial<Layout>,
    description: say.description(tiles.length, ...size, signed, names),
  };
  return themed(who, { ...drawing, height: Math.round(drawing.height) }, options);
}

const bare = { showgrid: false, zeroline: false, showticklabels: false, ticks: '' } as const;

function pixels(z: (number | null)[][], signed: boolean, largest: number): object {
  const few = z.length * z[0]!.length <= 1000;
  return {
    type: 'heatmap',
    z,
    zmin: signed ? -largest : 0,
    zmax: largest,
    colorscale: signed ? diverging : greys,
    showscale: signed,
    hoverongaps: false,
    ...(few ? { xgap: 1, ygap: 1 } : {}), // pixels large enough to be told apart
    hovertemplate: words.figures.images.hover,
    // The sign itself, so that colour is not the only one.
    ...(signed && few ? { text: z.map((row) => row.map(sign)) as unknown as string[], texttemplate: '%{text}' } : {}),
  } satisfies Data;
}

function sign(value: number | null): string {
  if (!value) return '';
  return value > 0 ? '+' : '−';
}

function labelTrace(heads: Sheet['heads'], names: string[]): object {
  return {
    type: 'scatter',
    mode: 'text',
    x: heads.map(({ x }) => x),
    y: heads.map(({ y }) => y),
    text: names,
    textposition: 'top center',
    hoverinfo: 'skip',
    cliponaxis: false,
  } satisfies Data;
}

/** Puts the images on one sheet, row by row, `head` of an image's height free above each for its label. */
function layOut(tiles: number[][][], across: number, head: number): Sheet {
  const height = tiles[0]!.length;
  const width = tiles[0]![0]!.length;
  const gap = Math.max(1, Math.round(width / 10));
  const above = Math.max(gap, Math.ceil(height * head));
  const down = Math.ceil(tiles.length / across);
  const columns = Math.min(across, tiles.length);
  const z = Array.from({ length: down * (height + above) }, () =>
    Array<number | null>(columns * (width + gap) - gap).fill(null),
  );
  const heads = tiles.map((tile, i) => {
    const top = Math.floor(i / across) * (height + above) + above;
    const left = (i % across) * (width + gap);
    tile.forEach((row, r) => row.forEach((value, c) => (z[top + r]![left + c] = Math.round(value * 1000) / 1000)));
    return { x: left + (width - 1) / 2, y: top - 0.7 };
  });
  return { z, heads };
}
