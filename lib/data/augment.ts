/** Augmentation: more images from few, each a little moved, turned or mirrored; what it shows stays what it is. */
import type { Tensor, Tensor4D } from '@tensorflow/tfjs';
import { fail, finite, whole } from '../assert';
import { generator } from '../random';
import * as tf from '../tensorflow';
import type { Dataset } from '../types';
import { isTensor } from './examples';
import { finiteValues, movePlaces } from './places';
import { countRows } from './rows';
import { warp, warpEach, type Move } from './warp';

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

/**
 * Every image of a data set once more, moved, turned or mirrored at random; what comes in from outside is 0.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * const digits = data.digits({ images: true, samples: 100 });
 * console.log(data.augment(digits, { shift: 1, rotate: 10, seed: 3 }).xs.shape);
 *
 * const moved = data.augment(data.shapes({ samples: 20 }), { flip: true }); // its masks and boxes move with it
 * console.log(moved.masks.shape, moved.boxes.shape);
 * ```
 *
 * `xs` is [samples, height, width, channels]. Returns a data set of the same shapes, with tensors of its own. The pixels
 * of `xs` are interpolated bilinearly. What says where things are moves with its image, if the data set has it: `masks`
 * [samples, height, width, masks], 1 where half of a pixel or more is covered, else 0; and `boxes` [samples, boxes, 4] or
 * [samples, 4], each [y₁, x₁, y₂, x₂] from 0 to 1, cut off at the edges: the smallest box around its mask where there is
 * one mask for each box, else around its own four corners, which a turn makes larger. A box that has left the image is
 * four 0s. All else, `ys` too, is copied, since the answer stays the same.
 * Throws where `xs`, `masks` or `boxes` have another shape or hold a number that is not finite, or an option is out of
 * range. Source: Simard, Steinkraus and Platt, "Best practices for convolutional neural networks applied to visual
 * document analysis", 2003; lesson 11.
 */
export function augment<D extends Dataset<Tensor4D, Tensor>>(
  dataset: D,
  { shift = 1, rotate = 10, flip = false, seed = 0 }: AugmentOptions = {},
): D {
  const who = 'data.augment';
  const samples = countRows(who, dataset);
  const { xs } = dataset;
  if (xs.rank !== 4) fail(who, 'xs of shape [samples, height, width, channels]', xs, 'xs.reshape gives it that');
  finite(who, { shift }, 0, 1000);
  finite(who, { rotate }, 0, 180);
  whole(who, { seed }, 0);
  const pixels = finiteValues(who, 'xs', xs);
  const [, height, width, channels] = xs.shape;

  const random = generator(seed);
  const moves = Array.from({ length: samples }, (): Move => {
    const [down, right] = [random.uniform(-shift, shift), random.uniform(-shift, shift)];
    const angle = (random.uniform(-rotate, rotate) * Math.PI) / 180;
    return { flip: random.uniform() < 0.5 && flip, angle, down, right };
  });
  const places = movePlaces(who, dataset, [height, width], moves);
  const moved = tf.tensor4d(warpEach(pixels, [height, width, channels], moves, warp), xs.shape);
  const others = Object.entries(dataset).filter(([name]) => name !== 'xs' && !(name in places));
  const copies = others.map(([name, value]: [string, unknown]) => [name, copy(value)]);
  return { xs: moved, ...(Object.fromEntries(copies) as object), ...places } as unknown as D;
}

function copy(value: unknown): unknown {
  if (isTensor(value)) return value.clone();
  return Array.isArray(value) ? [...(value as unknown[])] : value;
}
