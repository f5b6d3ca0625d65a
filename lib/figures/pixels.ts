/** Reads images, whatever form they come in, as height × width arrays of numbers. */
import type { Tensor } from '@tensorflow/tfjs';
import { fail, numbers } from '../assert';
import { isTensor } from '../data/examples';
import { isKept, plain, type Kept } from '../data/read';

/** Images as a tensor, as `values` of inspect, or as plain arrays: flat and square, or in rows of pixels. */
export type Images = Tensor | Kept | readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[];

const most = 100;
const mostPixels = 200_000;

/** The images as arrays [images, height, width], for `who`, who asks in the error's name. */
export function readImages(who: string, images: Images): number[][][] {
  const list = withoutChannel(isTensor(images) ? ofTensor(who, images) : isKept(images) ? nested(images) : images);
  if (!Array.isArray(list) || list.length === 0) fail(who, 'a tensor or an array of images, at least one', images);
  if (list.length > most) fail(who, `at most ${most} images`, list.length, 'take the first ones with slice(0, 20)');
  const tiles = list.map((image: unknown, i) => readImage(who, `images[${i}]`, image));
  const [height, width] = [tiles[0]!.length, tiles[0]![0]!.length];
  if (height * width * tiles.length > mostPixels)
    fail(who, `at most ${mostPixels} pixels in all`, height * width * tiles.length);
  const odd = tiles.find((tile) => tile.length !== height || tile[0]!.length !== width);
  if (odd) fail(who, `all images of one size, ${height} × ${width}`, `${odd.length} × ${odd[0]!.length}`);
  return tiles;
}

function ofTensor(who: string, tensor: Tensor): unknown {
  if (tensor.isDisposed) fail(who, 'images to be alive', tensor, 'the tensor has been disposed');
  const channel = tensor.shape[3];
  if (tensor.rank < 2 || tensor.rank > 4 || (channel !== undefined && channel !== 1)) {
    fail(who, 'images of shape [images, pixels], [images, height, width] or [images, height, width, 1]', tensor);
  }
  if (tensor.shape[0] > most && tensor.shape[2] !== 1)
    fail(who, `at most ${most} images`, tensor, 'take the first ones with slice(0, 20)');
  return nested(tensor);
}

/** The numbers as arrays; an image alone, [height, width, 1], as a list of one. */
function nested(images: Tensor | Kept): unknown {
  const list = isTensor(images) ? images.arraySync() : plain(images);
  return images.shape.length === 3 && images.shape[2] === 1 ? [list] : list;
}

/** Images [images, height, width, 1] as [images, height, width]; anything else as it is. */
function withoutChannel(images: unknown): unknown {
  const list = images as number[][][][];
  const channelled = Array.isArray(list) && Array.isArray(list[0]?.[0]?.[0]) && list[0][0][0].length === 1;
  return channelled ? list.map((image) => image?.map?.((row) => row?.flat?.()) ?? image) : images;
}

function readImage(who: string, name: string, image: unknown): number[][] {
  if (!Array.isArray(image) || image.length === 0)
    fail(who, `${name} to be an array of pixels or of rows of pixels`, image);
  const rows = Array.isArray(image[0]) ? (image as number[][]) : square(who, name, image as number[]);
  rows.forEach((row, r) => numbers(who, { [`${name}[${r}]`]: row }, rows[0]!.length));
  if (rows[0]!.length === 0) fail(who, `${name} to hold pixels`, image);
  return rows;
}

function square(who: string, name: string, pixels: number[]): number[][] {
  const side = Math.sqrt(pixels.length);
  if (!Number.isInteger(side)) {
    fail(who, `${name} to be a square image`, `${pixels.length} pixels`, 'give other images as arrays of rows');
  }
  return Array.from({ length: side }, (_, row) => pixels.slice(row * side, (row + 1) * side));
}
