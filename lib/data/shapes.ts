/** Small images of shapes, and everything that can be asked of an image: what is in it, where, and which pixels it is. */
import type { Tensor3D, Tensor4D } from '@tensorflow/tfjs';
import { fail, finite, oneOf, whole } from '../assert';
import { generator, type Generator } from '../random';
import * as tf from '../tensorflow';
import type { Dataset } from '../types';
import { words } from '../words';

/** The shapes there are. */
export type Shape = 'circle' | 'square' | 'triangle';

/** Options of {@link shapes}. */
export interface ShapesOptions {
  /** How many images, from 1 to 10,000. Default 200. */
  samples?: number;
  /** Height and width in pixels, from 12 to 32. Default 16. */
  size?: number;
  /** Which shapes, in the order of the columns of `ys`. Default all three. */
  classes?: readonly Shape[];
  /** Whether an image may hold several shapes, each class at most once. Default false: exactly one. */
  several?: boolean;
  /** Standard deviation of what is added to each pixel. Default 0.05. */
  noise?: number;
  /** A whole number from 0 up that decides every random draw. Default 0. */
  seed?: number;
}

/** Images of shapes, with a target for each type of problem. */
export interface Shapes extends Dataset<Tensor4D> {
  /** 1 for each pixel of a shape, else 0: shape [samples, size, size, classes]. */
  masks: Tensor4D;
  /** The box of each shape, [y₁, x₁, y₂, x₂] from 0 to 1, or four 0s where it is not there: [samples, classes, 4]. */
  boxes: Tensor3D;
}

/** Whether a point, at (x, y) from the middle of a shape in units of its radius, belongs to it; y points down. */
const inside: Record<Shape, (x: number, y: number) => boolean> = {
  circle: (x, y) => Math.hypot(x, y) <= 1,
  square: (x, y) => Math.max(Math.abs(x), Math.abs(y)) <= 1,
  triangle: (x, y) => y <= 1 && Math.abs(x) <= (y + 1) / 2, // the tip is at the top
};

/**
 * Bright shapes of random place, size and brightness on black: one world for classification, multi-label
 * classification, localisation and segmentation.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * const { xs, ys, masks, boxes, classes } = data.shapes({ samples: 12, size: 16 });
 * console.log(xs.shape, ys.shape, masks.shape, boxes.shape, classes);
 * ```
 *
 * Returns `xs` [samples, size, size, 1] from 0 to 1; `ys` [samples, classes], one-hot, or with `several` a 1 for each
 * shape of the image, at least one; `masks` [samples, size, size, classes], one mask for each class; `boxes` [samples,
 * classes, 4], as `tf.image.cropAndResize` takes them: where there is one shape, `boxes.sum(1)` is its box [samples, 4].
 * A later class lies upon an earlier one; the masks hold the hidden part too.
 * Throws where an option is out of range, or `classes` is empty or names a shape twice.
 */
export function shapes({
  samples = 200,
  size = 16,
  classes = ['circle', 'square', 'triangle'],
  several = false,
  noise = 0.05,
  seed = 0,
}: ShapesOptions = {}): Shapes {
  const who = 'data.shapes';
  whole(who, { samples }, 1, 10_000);
  whole(who, { size }, 12, 32);
  if (!Array.isArray(classes) || classes.length === 0)
    fail(who, 'classes to be an array of shapes, at least one', classes);
  classes.forEach((shape: string, i) => oneOf(who, { [`classes[${i}]`]: shape }, Object.keys(inside)));
  if (new Set(classes).size < classes.length) fail(who, 'each shape of classes once', classes);
  finite(who, { noise }, 0, 1000);
  whole(who, { seed }, 0);
  const kinds = classes as readonly Shape[];
  const random = generator(seed);

  const xs = new Float32Array(samples * size * size);
  const masks = new Float32Array(samples * size * size * kinds.length);
  const present: number[][] = [];
  const boxes: number[][][] = [];
  for (let sample = 0; sample < samples; sample++) {
    const start = sample * size * size;
    const drawn = kinds.map(() => several && random.uniform() < 0.5);
    if (!drawn.includes(true)) drawn[random.integer(0, kinds.length - 1)] = true;
    present.push(drawn.map(Number));
    boxes.push(
      kinds.map((shape, column) => {
        if (!drawn[column]) return [0, 0, 0, 0];
        const brightness = random.uniform(0.5, 1);
        const pixels = pixelsOf(shape, size, random);
        for (const pixel of pixels) {
          xs[start + pixel] = brightness;
          masks[(start + pixel) * kinds.length + column] = 1;
        }
        return boxOf(pixels, size);
      }),
    );
    for (let pixel = start; pixel < start + size * size; pixel++)
      xs[pixel] = Math.min(1, Math.max(0, xs[pixel]! + random.normal(0, noise)));
  }
  return {
    xs: tf.tensor4d(xs, [samples, size, size, 1]),
    ys: tf.tensor2d(present, [samples, kinds.length]),
    classes: kinds.map((shape) => words.data.shapes[shape]),
    masks: tf.tensor4d(masks, [samples, size, size, kinds.length]),
    boxes: tf.tensor3d(boxes, [samples, kinds.length, 4]),
  };
}

/** The pixels of a shape somewhere in the image, wholly within it, by their number, row by row. */
function pixelsOf(shape: Shape, size: number, random: Generator): number[] {
  const radius = random.uniform(size / 6, size / 3.5);
  const [row, column] = [random.uniform(radius, size - radius), random.uniform(radius, size - radius)];
  const all = Array.from({ length: size * size }, (_, pixel) => pixel);
  // A pixel belongs to the shape where its middle does.
  return all.filter((pixel) => {
    const [y, x] = [Math.floor(pixel / size) + 0.5 - row, (pixel % size) + 0.5 - column];
    return inside[shape](x / radius, y / radius);
  });
}

/** The smallest box around pixels, [y₁, x₁, y₂, x₂] in units of the image. */
function boxOf(pixels: readonly number[], size: number): number[] {
  const rows = pixels.map((pixel) => Math.floor(pixel / size));
  const columns = pixels.map((pixel) => pixel % size);
  const corners = [Math.min(...rows), Math.min(...columns), Math.max(...rows) + 1, Math.max(...columns) + 1];
  return corners.map((corner) => corner / size);
}
