/** The numbers of every layer side by side: what layers answer, their weights, or their gradients. */
import type { Layout } from 'plotly.js';
import { oneOf } from '../assert';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { quantiles, rowsOf, scaled, type LayerRow, type LayerValues } from './quantiles';
import { colors, short, themed } from './theme';

/** Options of {@link layers}. */
export interface LayersOptions extends FigureOptions {
  /**
   * 'linear' draws the numbers; 'log' their sizes, as powers of 10, to compare gradients that grow or vanish. Default
   * 'linear'.
   */
  scale?: 'linear' | 'log';
}

/** How many quantiles stand for the numbers of a layer: as fine as a violin on a screen. */
const grid = 100;

/**
 * How the numbers of each layer are spread, layer by layer: a violin for each, and under its name the share of zeros.
 *
 * ```ts
 * import { data, figures, inspect, scratch, show } from 'neurona';
 *
 * const network = new scratch.Network([2, 8, 8, 8, 1], { activation: scratch.sigmoid, seed: 1 });
 * const { xs, ys } = data.spiral({ samples: 100 });
 * show.figure(figures.layers(inspect.forward(network, xs)));
 * show.figure(figures.layers(inspect.backward(network, { xs, ys }).weights, { scale: 'log', title: 'Gradients' }));
 * ```
 *
 * `trace` is what inspect.forward or inspect.weights returns, or `weights` or `outputs` of inspect.backward. A violin is as
 * wide as numbers are frequent; its box goes from the first quarter to the last, with the median, and its dashed line is
 * the mean. It is drawn from 101 quantiles. Returns a figure; what is not finite, and zeros on the log scale, is left out,
 * and the words say so.
 * Throws where there are no rows, more than 60, or a row has no numbers.
 * Source: Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010, figures 2
 * to 7.
 */
export function layers(trace: readonly LayerValues[], { scale = 'linear', ...options }: LayersOptions = {}): Figure {
  const who = 'figures.layers';
  oneOf(who, { scale }, ['linear', 'log']);
  const rows = rowsOf(who, 'trace', trace);
  const say = words.figures.layers;
  const drawing = {
    title: say.title,
    height: 400,
    data: rows.map((row, i) => violin(row, i, scale)),
    layout: {
      xaxis: {
        title: { text: say.layer },
        tickvals: rows.map((_, i) => i),
        ticktext: rows.map(({ name, zeros, broken }) => say.tick(name, zeros, broken)),
        range: [-0.6, rows.length - 0.4],
        automargin: true,
      },
      yaxis: { title: { text: scale === 'log' ? say.size : say.value }, zeroline: scale === 'linear' },
      showlegend: false,
    } satisfies Partial<Layout>,
    description: say.description(rows),
  };
  return themed(who, drawing, options);
}

function violin({ name, finite }: LayerRow, i: number, scale: 'linear' | 'log'): object {
  const drawn = scaled(finite, scale);
  const y = drawn.length > 0 ? quantiles(drawn, grid).map(short) : [null];
  return {
    type: 'violin',
    name,
    x: y.map(() => i),
    y,
    spanmode: 'hard', // no further than the numbers go
    points: false,
    box: { visible: true },
    meanline: { visible: true },
    line: { color: colors.positive, width: 1.5 },
    hoveron: 'violins',
  };
}
