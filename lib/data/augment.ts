/** Augmentation: more images from few, each a little moved, turned or mirrored; what it shows stays what it is. */
import type { Tensor4D } from '@tensorflow/tfjs';
import { fail, finite, whole } from '../assert';
import { generator } from '../random';
import * as tf from '../tensorflow';
import type { Dataset } from '../types';
import { countRows } from './rows';

/** Options of {@link augment}. */
export interface AugmentOptions {
  /** How many pixels, at most, an image moves along each axis. Default 1. */
  shift?: number;
  /** How many degrees, at most, an image turns to either side, up to 180. Default 10. */
  rotate?: number;
  /** Whether every other image, at random, is mirrored left to right. Default false: a mirrored 2 is no 2. */
  flip?: boolean;
  /** A whole number from 0 up that decides every random draw; give each epoch another. Default 0. */
  seed?: number;
}

/** How an image moves: mirrored first, then turned, then shifted. */
export interface Move {
  /** Whether it is mirrored left to right. */
  flip: boolean;
  /** How far it turns about its middle, in radians, anticlockwise as one looks at it. */
  angle: number;
  /** How many pixels it moves down. */
  down: number;
  /** How many pixels it moves to the right. */
  right: number;
}

/**
 * Every image of a data set once more, moved, turned or mirrored at random; what comes in from outside is 0.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * const { xs, ys } = data.digits({ samples: 100 });
 * const images = { xs: xs.as4D(100, 8, 8, 1), ys }; // [samples, height, width, channels]
 * const moved = data.augment(images, { shift: 1, rotate: 10, seed: 3 });
 * console.log(moved.xs.shape, moved.ys.shape);
 * ```
 *
 * `xs` is [samples, height, width, channels]. Returns a data set of the same shapes, with tensors of its own: `ys` and
 * `classes` are copies, since the answer stays the same. Pixels are interpolated bilinearly.
 * Throws where `xs` has another rank or holds a number that is not finite, or an option is out of range.
 */
export function augment(
  dataset: Dataset<Tensor4D>,
  { shift = 1, rotate = 10, flip = false, seed = 0 }: AugmentOptions = {},
): Dataset<Tensor4D> {
  const who = 'data.augment';
  const samples = countRows(who, dataset);
  const { xs, ys, classes } = dataset;
  if (xs.rank !== 4) fail(who, 'xs of shape [samples, height, width, channels]', xs, 'xs.reshape gives it that');
  finite(who, { shift }, 0, 1000);
  finite(who, { rotate }, 0, 180);
  whole(who, { seed }, 0);
  const random = generator(seed);
  const pixels = xs.dataSync();
  const bad = pixels.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) fail(who, 'xs to hold finite numbers', pixels[bad]);

  const [, height, width, channels] = xs.shape;
  const length = height * width * channels;
  const moved = new Float32Array(pixels.length);
  for (let sample = 0; sample < samples; sample++) {
    const [down, right] = [random.uniform(-shift, shift), random.uniform(-shift, shift)];
    const angle = (random.uniform(-rotate, rotate) * Math.PI) / 180;
    const move = { flip: random.uniform() < 0.5 && flip, angle, down, right };
    const image = pixels.subarray(sample * length, (sample + 1) * length);
    moved.set(warp(image, [height, width, channels], move), sample * length);
  }
  return { xs: tf.tensor4d(moved, xs.shape), ys: ys.clone(), ...(classes ? { classes: [...classes] } : {}) };
}

/** One image, moved: each new pixel asks where it comes from, and takes the mean of the four pixels around there. */
export function warp(
  image: ArrayLike<number>,
  [height, width, channels]: readonly [number, number, number],
  { flip, angle, down, right }: Move,
): Float32Array {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [middleRow, middleColumn] = [(height - 1) / 2, (width - 1) / 2];
  const moved = new Float32Array(height * width * channels);
  const at = (row: number, column: number, channel: number) =>
    row < 0 || row >= height || column < 0 || column >= width ? 0 : image[(row * width + column) * channels + channel]!;

  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      // Back, step by step: the shift, the turn, the mirror.
      const [y, x] = [row - middleRow - down, column - middleColumn - right];
      const fromRow = middleRow + x * sin + y * cos;
      const fromColumn = middleColumn + (flip ? -1 : 1) * (x * cos - y * sin);
      const [top, left] = [Math.floor(fromRow), Math.floor(fromColumn)];
      const [below, beside] = [fromRow - top, fromColumn - left]; // from 0 to 1: the weights of the farther pixels
      for (let channel = 0; channel < channels; channel++) {
        moved[(row * width + column) * channels + channel] =
          (1 - below) * ((1 - beside) * at(top, left, channel) + beside * at(top, left + 1, channel)) +
          below * ((1 - beside) * at(top + 1, left, channel) + beside * at(top + 1, left + 1, channel));
      }
    }
  }
  return moved;
}
