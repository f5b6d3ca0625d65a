/** Occlusion: how much a model's answer falls where a patch covers the image. */
import type { LayersModel } from '@tensorflow/tfjs';
import { fail, finite, whole } from '../assert';
import * as tf from '../tensorflow';
import { checkOneToOne } from './hook';
import { inRows, modelInput, readImage, type Image } from './image';
import { withScore, type HeatMap } from './score';

/** Options of {@link occlusion}. */
export interface OcclusionOptions {
  /** The class to explain. Default the class that the model answers. */
  class?: number;
  /** The side of the square patch, in pixels. Default a quarter of the image's shorter side. */
  size?: number;
  /** How many pixels the patch moves at a time, from 1 to `size`. Default 1. */
  strides?: number;
  /** What the patch is painted with, in every channel. Default 0. */
  fill?: number;
}

/** How many covered images the model sees at once, and how many at most. */
const batchSize = 64;
const mostPatches = 10_000;

/**
 * Occlusion map of an image: a patch is laid over it, place by place; each pixel gets the mean fall of the model's answer
 * for the class, over all places of the patch that cover it.
 *
 * ```ts
 * import { data, inspect, show, tf } from 'neurona';
 *
 * const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [64], units: 10, activation: 'softmax' })] });
 * const image = data.digits({ samples: 1 }).xs; // [1, 64]
 * show.overlay(image, inspect.occlusion(model, image, { size: 2 }).map);
 * ```
 *
 * `model` takes one image and answers [batch, units]; `image` is [height, width] or [height, width, channels], alone in
 * a batch or not, or [1, pixels] of a square. Returns the map [height, width] as plain rows: above 0 where the answer
 * falls, below 0 where it rises; and the answer without a patch, which is the model's output, after softmax or sigmoid.
 * The last patch of each row and column ends at the image's edge, so that every pixel is covered.
 * Throws where the image does not fit the model, an option is out of range, or there are more than 10,000 places.
 * Source: Zeiler and Fergus, "Visualizing and understanding convolutional networks", 2014, section 4.2; lesson 17.
 */
export function occlusion(
  model: LayersModel,
  image: Image,
  { class: wanted, size, strides = 1, fill = 0 }: OcclusionOptions = {},
): HeatMap {
  const who = 'inspect.occlusion';
  checkOneToOne(who, model);
  const pixels = readImage(who, image);
  const [height, width, channels] = pixels.shape;
  const side = size ?? Math.max(1, Math.round(Math.min(height, width) / 4));
  whole(who, { size: side }, 1, Math.min(height, width));
  whole(who, { strides }, 1, side);
  finite(who, { fill });
  const columns = places(width, side, strides);
  const patches = places(height, side, strides).flatMap((top) => columns.map((left) => ({ top, left })));
  if (patches.length > mostPatches) fail(who, `at most ${mostPatches} patches`, patches.length, 'raise strides');

  const covered = ({ top, left }: { top: number; left: number }, see: (pixel: number) => void) => {
    for (let row = top; row < top + side; row++)
      for (let column = left; column < left + side; column++) see(row * width + column);
  };
  return tf.tidy(() => {
    const x = modelInput(who, model, pixels);
    return withScore(who, model, x, { wanted, logits: false }, (score, about) => {
      const [falls, times] = [new Float64Array(height * width), new Float64Array(height * width)];
      for (let start = 0; start < patches.length; start += batchSize) {
        const batch = patches.slice(start, start + batchSize);
        const copies = batch.map((patch) => {
          const copy = Float32Array.from(pixels.values);
          covered(patch, (pixel) => copy.fill(fill, pixel * channels, (pixel + 1) * channels));
          return copy;
        });
        const scores = tf.tidy(() => {
          const flat = Float32Array.from({ length: batch.length * x.size }, (_, i) => copies[Math.floor(i / x.size)]![i % x.size]!); // prettier-ignore
          return score(tf.tensor(flat, [batch.length, ...x.shape.slice(1)])).dataSync(); // [batch]
        });
        batch.forEach((patch, i) =>
          covered(patch, (pixel) => {
            falls[pixel]! += about.score - scores[i]!;
            times[pixel]! += 1;
          }),
        );
      }
      return {
        ...about,
        map: inRows(
          falls.map((fall, pixel) => fall / times[pixel]!),
          width,
        ),
      };
    });
  });
}

/** Where a patch begins along an axis: every `strides` pixels, and once at the end. */
function places(length: number, size: number, strides: number): number[] {
  const last = length - size;
  return [...Array.from({ length: Math.ceil(last / strides) }, (_, i) => i * strides), last];
}
