/** Draws what happens inside networks that see, and inside attention. */
import type { Tensor } from '@tensorflow/tfjs';
import * as figures from '../figures/index';
import type { ConvolutionTrace } from '../inspect/convolution';
import type { Image } from '../inspect/image';
import type { HeatMap } from '../inspect/score';
import type { FigureOptions } from '../types';
import { figure } from './figure';

/**
 * Draws a convolution, window by window: the window on the image, the filter, their products, and the output so far.
 *
 * ```ts
 * import { inspect, show } from 'neurona';
 *
 * const image = [[0, 0, 1, 1], [0, 0, 1, 1], [0, 0, 1, 1], [0, 0, 1, 1]];
 * show.convolution(inspect.convolution(image, [[-1, 1], [-1, 1]]));
 * ```
 *
 * `trace` is what inspect.convolution returns. A slider moves the window, and ▶ plays it.
 * Throws where `trace` is none, there is no such channel, or there are more than 200 windows.
 */
export function convolution(trace: ConvolutionTrace, options: figures.ConvolutionFigureOptions = {}): void {
  figure(figures.convolution(trace, options));
}

/**
 * Draws the feature maps of a layer as grey images, all on one scale, each under its number, which counts from 0.
 *
 * ```ts
 * import { data, inspect, show, tf } from 'neurona';
 *
 * const layer = tf.layers.conv2d({ inputShape: [8, 8, 1], filters: 6, kernelSize: 3, activation: 'relu' });
 * const model = tf.sequential({ layers: [layer] });
 * const image = data.digits({ samples: 1, images: true }).xs;
 * show.featureMaps(inspect.forward(model, image)[0]!.values);
 * ```
 *
 * `output` is a tensor [height, width, channels], alone in a batch or not, `values` of inspect.forward, or plain rows.
 * Throws where the shape is none of these, a number is not finite, or there are fewer channels than asked for.
 */
export function featureMaps(output: Image, options: figures.FeatureMapsOptions = {}): void {
  figure(figures.featureMaps(output, options));
}

/**
 * Draws heat over an image: the image in pale greys, the heat in colour on top, blue above 0 and orange below, and a
 * line around what has more than half of the most.
 *
 * ```ts
 * import { data, inspect, show, tf } from 'neurona';
 *
 * const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [64], units: 10, activation: 'softmax' })] });
 * const image = data.digits({ samples: 1 }).xs; // [1, 64]
 * show.overlay(image, inspect.occlusion(model, image));
 * ```
 *
 * `image` is a tensor [height, width] or [height, width, channels], alone in a batch or not, [1, pixels] of a square, or
 * plain rows. `map` has one number for each pixel, [height, width], or is what inspect.saliency, gradCam or occlusion
 * return.
 * Throws where the two are not of one size, or hold a number that is not finite.
 */
export function overlay(image: Image, map: Image | HeatMap, options: FigureOptions = {}): void {
  figure(figures.overlay(image, map, options));
}

/**
 * Draws attention weights: a row for each query, a column for each key, dark blue where the query looks most.
 *
 * ```ts
 * import { inspect, models, show, tf } from 'neurona';
 *
 * const model = models.gpt({ vocabSize: 20, blockSize: 8, layers: 1, heads: 4 });
 * const [{ weights }] = inspect.attention(model, tf.tensor2d([[3, 1, 4, 1, 5]]));
 * show.attention(weights, { tokens: [3, 1, 4, 1, 5] });
 * ```
 *
 * `weights` is [queries, keys], [heads, queries, keys] or [batch, heads, queries, keys], or plain rows [queries, keys].
 * Throws where the shape is none of these, a number is not finite or below 0, the tokens don't fit, or there are more
 * than 64 tokens or 16 heads.
 */
export function attention(
  weights: Tensor | readonly (readonly number[])[],
  options: figures.AttentionFigureOptions = {},
): void {
  figure(figures.attention(weights, options));
}
