/** What a convolutional layer answers: its feature maps as small images side by side. */
import { whole } from '../assert';
import { readImage, type Image } from '../inspect/image';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { images } from './images';
import { themed } from './theme';

/** Options of {@link featureMaps}. */
export interface FeatureMapsOptions extends FigureOptions {
  /** How many maps to draw, the first ones, up to 100. Default 32, or as many as there are. */
  channels?: number;
  /** How many maps in a row. Default 8, or as many as there are. */
  columns?: number;
}

/**
 * The feature maps of a layer as grey images, all on one scale, each under its number, which counts from 0; where a value
 * is negative, from orange (less) to blue (more).
 *
 * ```ts
 * import { data, figures, inspect, show, tf } from 'neurona';
 *
 * const layer = tf.layers.conv2d({ inputShape: [8, 8, 1], filters: 6, kernelSize: 3, activation: 'relu' });
 * const model = tf.sequential({ layers: [layer] });
 * const image = data.digits({ samples: 1, images: true }).xs;
 * show.figure(figures.featureMaps(inspect.forward(model, image)[0]!.values));
 * ```
 *
 * `output` is a tensor [height, width, channels], alone in a batch or not, `values` of inspect.forward, or plain rows. Returns a figure.
 * Throws where the shape is none of these, a number is not finite, or there are fewer channels than asked for.
 */
export function featureMaps(output: Image, { channels, columns, ...options }: FeatureMapsOptions = {}): Figure {
  const who = 'figures.featureMaps';
  const { values, shape } = readImage(who, output, 'output');
  const [height, width, all] = shape;
  const fitting = Math.max(1, Math.min(all, 100, Math.floor(200_000 / (height * width))));
  const shown = channels ?? Math.min(32, fitting);
  whole(who, { channels: shown }, 1, fitting);
  const across = columns ?? Math.min(8, shown);
  whole(who, { columns: across }, 1, 100);

  const at = (row: number, column: number, channel: number) => values[(row * width + column) * all + channel]!;
  const map = (channel: number) =>
    Array.from({ length: height }, (_, row) => Array.from({ length: width }, (_, column) => at(row, column, channel)));
  const maps = Array.from({ length: shown }, (_, channel) => map(channel)); // [channels, height, width]
  const sheet = images(maps, { columns: across, labels: maps.map((_, channel) => channel) });

  const say = words.figures.featureMaps;
  const layout = sheet.layout as { xaxis: object; height: number };
  const signed = maps.flat(2).some((value) => value < 0);
  const most = values.reduce((best, value, i) => (value > values[best]! ? i : best), 0) % all;
  const silent = Array.from({ length: all }, (_, channel) => map(channel).flat()).filter((map) => !map.some(Boolean));
  const drawing = {
    title: say.title,
    height: layout.height,
    data: sheet.data,
    layout: {
      ...layout,
      xaxis: { ...layout.xaxis, title: { text: say.axis(height, width, signed, shown, all) } },
    },
    description: say.description(height, width, shown, all, most, silent.length),
  };
  return themed(who, drawing, options);
}
