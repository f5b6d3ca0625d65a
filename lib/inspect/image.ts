/** Reads one image, whatever form it comes in, and gives it the shape that a model takes. */
import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { fail, numbers } from '../assert';
import { isTensor } from '../data/examples';
import { isKept, type Kept } from '../data/read';
import * as tf from '../tensorflow';

/**
 * One image: a tensor [height, width] or [height, width, channels], alone in a batch or not, `values` of inspect of such a
 * shape, or plain rows of pixels.
 */
export type Image = Tensor | Kept | readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[];

/** An image in plain numbers. */
export interface Pixels {
  /** The numbers, row by row, pixel by pixel, channel by channel. */
  values: number[];
  shape: [height: number, width: number, channels: number];
  /** Whether the image came with an axis of channels. */
  channelled: boolean;
}

const shapes = 'of shape [height, width], [height, width, channels] or [1, height, width, channels]';

/** The pixels of an image, for `who`, who asks in the error's name, and calls it `name`. */
export function readImage(who: string, image: Image, name = 'image'): Pixels {
  if (isTensor(image)) {
    checkNumbers(who, image, name);
    return readShaped(who, image, Array.from(image.dataSync()), name);
  }
  if (isKept(image)) return readShaped(who, image, Array.from(image.values, Number), name);
  if (!Array.isArray(image) || image.length === 0) fail(who, `${name} to be a tensor or rows of pixels`, image);
  const rows = image as unknown[];
  const first: unknown = rows[0];
  if (!Array.isArray(first) || first.length === 0) fail(who, `${name}[0] to be a row of pixels`, first);
  const width: number = first.length;
  const pixel = (first as unknown[])[0];
  const channels = Array.isArray(pixel) ? pixel.length : undefined;
  if (channels === 0) fail(who, `${name}[0][0] to hold channels`, pixel);
  rows.forEach((row: unknown, r) => {
    if (channels === undefined) return numbers(who, { [`${name}[${r}]`]: row }, width);
    if (!Array.isArray(row) || row.length !== width) fail(who, `${name}[${r}] to be a row of ${width} pixels`, row);
    row.forEach((pixel: unknown, c) => numbers(who, { [`${name}[${r}][${c}]`]: pixel }, channels));
  });
  const values = (rows as number[][]).flat(2);
  return { values, shape: [rows.length, width, channels ?? 1], channelled: channels !== undefined };
}

function readShaped(who: string, image: Tensor | Kept, values: number[], name: string): Pixels {
  const { rank, shape } = image;
  const alone = rank === 4 && shape[0] === 1;
  if (!alone && (rank < 2 || rank > 3)) {
    const one = name === 'filter' ? 'W.slice([0, 0, 0, 0], [-1, -1, -1, 1]).squeeze([3])' : 'xs.slice(0, 1)';
    fail(who, `${name} ${shapes}`, isTensor(image) ? image : shape, rank === 4 ? `take one: ${one}` : undefined);
  }
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) fail(who, `${name} to hold finite numbers`, values[bad]);
  const [height, width, channels = 1] = (alone ? shape.slice(1) : shape) as [number, number, number?];
  const side = Math.sqrt(width);
  // A row of a data set of flat images, such as data.digits has.
  if (rank === 2 && height === 1 && width > 1 && Number.isInteger(side))
    return { values, shape: [side, side, 1], channelled: false };
  return { values, shape: [height, width, channels], channelled: rank > 2 };
}

/** Wants a tensor of numbers that is there, and not empty. */
export function checkNumbers(who: string, tensor: Tensor, name: string): void {
  if (tensor.isDisposed) fail(who, `${name} to be alive`, tensor, 'the tensor has been disposed');
  if (!['float32', 'int32', 'bool'].includes(tensor.dtype)) fail(who, `${name} to hold numbers`, tensor.dtype);
  if (tensor.size === 0) fail(who, `${name} to have no axis of length 0`, tensor);
}

/** The image as a batch of one for this model; a model of flat inputs gets it flat. The caller frees it. */
export function modelInput(who: string, model: LayersModel, { values, shape }: Pixels): Tensor {
  const wanted = model.inputs[0]!.shape.slice(1);
  const given = wanted.length === 1 ? [values.length] : shape;
  if (wanted.length !== given.length || wanted.some((size, i) => size !== null && size !== given[i]))
    fail(who, `an image to fit the model's input, [${wanted.map((size) => size ?? 'any').join(', ')}]`, given);
  return tf.tensor(values, [1, ...given], 'float32');
}

/** Numbers as rows of `width`. */
export function inRows(values: ArrayLike<number>, width: number): number[][] {
  return Array.from({ length: values.length / width }, (_, row) =>
    Array.from({ length: width }, (_, column) => values[row * width + column]! + 0),
  ); // + 0 makes 0 of -0
}
