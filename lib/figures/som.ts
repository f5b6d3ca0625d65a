/** A self-organising map: the borders between its units and what lies where, or the image that each unit has become. */
import type { Data } from 'plotly.js';
import { fail, oneOf } from '../assert';
import { readRows, type Rows } from '../data/read';
import { distancesOf, nearestUnits, readMap, type MapWeights } from '../inspect/u-matrix';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { greatest, least } from './series';
import { diverging, greys, short, themed } from './theme';

export type { MapWeights };

/** Options of {@link som}. */
export interface SomOptions extends FigureOptions {
  /** Samples [samples, inputs], counted at the unit nearest to each. Default none. */
  xs?: Rows;
  /** The label of each sample; the commonest one is written on its unit. Default: how many samples there are. */
  labels?: readonly (string | number)[];
  /** The distances between neighbours, or each unit's weights as a square image. Default 'distances'. */
  kind?: 'distances' | 'mosaic';
}

const mostPixels = 200_000;

/**
 * The U-matrix of a self-organising map, light where neighbours are alike and dark at borders, with the samples on it;
 * or, where inputs are images, a mosaic of what the units have become.
 *
 * ```ts
 * import { data, figures, show } from 'neurona';
 *
 * const { xs, labels } = data.digits({ samples: 12 });
 * const digits = xs.arraySync();
 * const weights = [digits.slice(0, 4), digits.slice(4, 8)];
 * show.figure(figures.som(weights, { xs: digits, labels }));
 * show.figure(figures.som(weights, { kind: 'mosaic' }));
 * ```
 *
 * `map` is the weights [rows, columns, inputs], a tensor or plain arrays, or an object with `weights`, such as
 * `models.SOM`; its own `distances`, if any, are drawn. Returns a figure.
 * Throws where shapes don't fit, or a mosaic's inputs are no square image. Source: Kohonen, "Self-organized formation of
 * topologically correct feature maps", 1982; lesson 22.
 */
export function som(
  map: MapWeights | { weights: MapWeights; distances?: Rows | (() => Rows) },
  { xs, labels, kind = 'distances', ...options }: SomOptions = {},
): Figure {
  const who = 'figures.som';
  oneOf(who, { kind }, ['distances', 'mosaic']);
  const own = typeof map === 'object' && map !== null && 'weights' in map ? map : undefined;
  const weights = readMap(who, own ? own.weights : map);
  const [rows, columns, inputs] = [weights.length, weights[0]!.length, weights[0]![0]!.length];
  const given = typeof own?.distances === 'function' ? own.distances() : own?.distances;
  const distances = given === undefined ? distancesOf(weights) : readRows(who, 'distances', given);
  if (distances.length !== rows || distances[0]!.length !== columns)
    fail(who, `distances of shape [${rows}, ${columns}], as the map has units`, given);
  if (labels && (!xs || labels.length !== (Array.isArray(xs) ? xs.length : (xs as { shape: number[] }).shape[0])))
    fail(who, 'labels beside xs, one for each sample', labels.length);
  const hits = xs === undefined ? undefined : hitsOf(nearestUnits(who, weights, xs), rows * columns, labels);

  const say = words.figures.som;
  const mosaic = kind === 'mosaic' ? mosaicOf(who, weights) : undefined;
  const axis = mosaic ? say.mosaicAxis(mosaic.side, mosaic.side) : say.axis;
  const scale = mosaic?.side ?? 1; // cells of the drawing for each unit
  const middles = (count: number) => Array.from({ length: count }, (_, i) => i * scale + (scale - 1) / 2);
  const places = (count: number) => ({ tickvals: middles(count), ticktext: Array.from({ length: count }, (_, i) => i), showgrid: false, zeroline: false }); // prettier-ignore
  const drawing = {
    title: say.title,
    height: Math.round(150 + Math.min(600, Math.max(200, rows * 56))),
    data: [mosaic ? tiles(mosaic.z) : cells(distances, hits)],
    layout: {
      xaxis: { title: { text: axis }, ...places(columns), constrain: 'domain' },
      yaxis: {
        title: { text: say.row },
        ...places(rows),
        autorange: 'reversed',
        scaleanchor: 'x',
        constrain: 'domain',
      },
      showlegend: false,
    },
    description: say.description(
      rows,
      columns,
      inputs,
      least(distances.flat()),
      greatest(distances.flat()),
      hits && [hits.reduce((sum, { count }) => sum + count, 0), hits.filter(({ count }) => count > 0).length],
    ),
  };
  return themed(who, drawing, options);
}

interface Hit {
  count: number;
  text: string;
}

/** How many samples each unit has, and what is written on it: their commonest label, or their number. */
function hitsOf(units: readonly number[], count: number, labels?: readonly (string | number)[]): Hit[] {
  return Array.from({ length: count }, (_, unit) => {
    const samples = units.flatMap((one, i) => (one === unit ? [i] : []));
    if (samples.length === 0) return { count: 0, text: '' };
    if (!labels) return { count: samples.length, text: String(samples.length) };
    const own = samples.map((i) => String(labels[i]));
    const times = (label: string) => own.filter((other) => other === label).length;
    return { count: samples.length, text: own.reduce((a, b) => (times(b) > times(a) ? b : a)) };
  });
}

function cells(distances: readonly number[][], hits?: readonly Hit[]): object {
  const columns = distances[0]!.length;
  const hit = (r: number, c: number) => hits?.[r * columns + c];
  const say = words.figures.som;
  const [lowest, highest] = [least(distances.flat()), greatest(distances.flat())];
  return {
    type: 'heatmap',
    z: distances.map((row) => row.map(short)),
    zmin: short(lowest),
    zmax: short(highest > lowest ? highest : lowest + 1),
    colorscale: greys,
    colorbar: { outlinewidth: 0, thickness: 14 },
    xgap: 1,
    ygap: 1,
    text: distances.map((row, r) => row.map((_, c) => hit(r, c)?.text ?? '')) as unknown as string[],
    texttemplate: '%{text}',
    hovertext: distances.map((row, r) =>
      row.map((far, c) => say.hover(r, c, far, hit(r, c)?.count)),
    ) as unknown as string[],
    hoverinfo: 'text',
  } satisfies Data;
}

/** All units' images on one sheet, without gaps, so that a picture flows into its neighbours. */
function mosaicOf(who: string, weights: readonly number[][][]): { z: number[][]; side: number } {
  const inputs = weights[0]![0]!.length;
  const side = Math.sqrt(inputs);
  if (!Number.isInteger(side) || side < 2) fail(who, 'inputs that are square images for a mosaic', `${inputs} inputs`);
  if (inputs * weights.length * weights[0]!.length > mostPixels)
    fail(who, `at most ${words.number(mostPixels)} pixels in all`, inputs * weights.length * weights[0]!.length);
  const z = weights.flatMap((units) =>
    Array.from({ length: side }, (_, y) => units.flatMap((unit) => unit.slice(y * side, (y + 1) * side).map(short))),
  );
  return { z, side };
}

function tiles(z: readonly number[][]): object {
  const [lowest, highest] = [least(z.flat()), greatest(z.flat())];
  const signed = lowest < 0;
  const largest = Math.max(1, highest, -lowest);
  return {
    type: 'heatmap',
    z: z.map((row) => [...row]),
    zmin: signed ? -largest : 0,
    zmax: largest,
    colorscale: signed ? diverging : greys,
    showscale: signed,
    hovertemplate: words.figures.som.pixel,
  } satisfies Data;
}
