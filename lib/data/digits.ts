/** Real handwriting: 1,797 digits of 8 × 8 grey pixels and 10,000 of 28 × 28, from the course's data/ folder. */
import type { Tensor, Tensor2D, Tensor4D } from '@tensorflow/tfjs';
import { fail, whole } from '../assert';
import { generator } from '../random';
import * as tf from '../tensorflow';
import type { Dataset } from '../types';
import { oneHotRow } from './rows';
import { readScans, type DigitSize } from './scans';

/** Options of {@link digits}. */
export interface DigitsOptions {
  /** Height and width of an image in pixels: 8, of 1,797 small ones, or 28, of 10,000 of MNIST. Default 8. */
  size?: DigitSize;
  /** Whether `xs` is images, [samples, size, size, 1], as convolutions take them, or flat rows. Default false. */
  images?: boolean;
  /** Which digits, in the order of the columns of `ys`. Default all ten, 0 to 9. */
  classes?: number[];
  /** How many images, from 1 up. Default all there are of these digits. */
  samples?: number;
  /** A whole number from 0 up that decides the order of the images, and so which ones `samples` leaves. Default 0. */
  seed?: number;
}

/** Images of digits, and which digit each one is. */
export interface Digits<Inputs extends Tensor = Tensor2D> extends Dataset<Inputs> {
  /** The digit of each row, from 0 to 9. */
  labels: number[];
}

/**
 * Digits as people wrote them by hand: each image is `size` rows of `size` pixels, 0 for paper and 1 for full ink.
 *
 * ```ts
 * import { data, show } from 'neurona';
 *
 * const digits = data.digits({ classes: [0, 1], samples: 20 });
 * show.images(digits.xs, { labels: digits.labels });
 *
 * const { xs, ys } = data.digits({ size: 28, images: true, samples: 1000 });
 * console.log(xs.shape, ys.shape);
 * ```
 *
 * Returns `xs` [samples, size · size], or [samples, size, size, 1] with `images`; one-hot `ys` [samples, classes]; and
 * `labels`, the digit of each row. All 10,000 of size 28 take 31 MB: ask for as many `samples` as you need.
 * Throws where an option is out of range, a class is no digit or named twice, or there are fewer images than `samples`.
 * Sources: size 8: Alpaydin and Kaynak, "Optical Recognition of Handwritten Digits", UCI Machine Learning Repository,
 * 1998 (CC BY 4.0); size 28: the first 10,000 training images of MNIST, LeCun, Bottou, Bengio and Haffner,
 * "Gradient-based learning applied to document recognition", 1998 (CC BY-SA 3.0).
 */
export function digits(options: DigitsOptions & { images: true }): Digits<Tensor4D>;
export function digits(options?: DigitsOptions & { images?: false }): Digits;
export function digits({
  size = 8,
  images = false,
  classes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  samples,
  seed = 0,
}: DigitsOptions = {}): Digits | Digits<Tensor4D> {
  const who = 'data.digits';
  if (size !== 8 && size !== 28) fail(who, 'size to be 8 or 28', size);
  if (typeof images !== 'boolean') fail(who, 'images to be true or false', images);
  if (!Array.isArray(classes) || classes.length === 0)
    fail(who, 'classes to be an array of digits, at least one', classes);
  classes.forEach((digit, i) => whole(who, { [`classes[${i}]`]: digit }, 0, 9));
  if (new Set(classes).size < classes.length) fail(who, 'each digit of classes once', classes);
  whole(who, { seed }, 0);
  const { pixels, labels, fullInk } = readScans(who, size);
  const all = [...labels.keys()].filter((image) => classes.includes(labels[image]!));
  if (samples !== undefined) whole(who, { samples }, 1, all.length);

  const drawn = generator(seed).shuffle(all).slice(0, samples);
  const length = size * size;
  const ink = new Float32Array(drawn.length * length);
  drawn.forEach((image, row) => {
    for (let pixel = 0; pixel < length; pixel++) ink[row * length + pixel] = pixels[image * length + pixel]! / fullInk;
  });
  const answers = drawn.map((image) => labels[image]!);
  const rest = {
    ys: tf.tensor2d(answers.map((digit) => oneHotRow(classes.indexOf(digit), classes.length)), [drawn.length, classes.length]), // prettier-ignore
    classes: classes.map(String),
    labels: answers,
  };
  return images
    ? { xs: tf.tensor4d(ink, [drawn.length, size, size, 1]), ...rest }
    : { xs: tf.tensor2d(ink, [drawn.length, length]), ...rest };
}
