/** Where things are in an image, by masks and by boxes: moved as the image is. */
import type { Tensor, Tensor4D } from '@tensorflow/tfjs';
import { fail } from '../assert';
import * as tf from '../tensorflow';
import { isTensor } from './examples';
import { warpEach, warpMask, type Move } from './warp';

/** What a data set may say of places in its images. */
interface Places {
  /** 1 where a pixel belongs to a thing, else 0: shape [samples, height, width, masks]. */
  masks?: Tensor4D;
  /** Each [y₁, x₁, y₂, x₂] from 0 to 1: shape [samples, boxes, 4] or [samples, 4]. */
  boxes?: Tensor;
}

/** The `masks` and `boxes` of a data set of images of this size, if it has them, moved as the images are, for `who`. */
export function movePlaces(
  who: string,
  dataset: object,
  [height, width]: readonly [number, number],
  moves: readonly Move[],
): Places {
  const { masks, boxes } = dataset as Places;
  const samples = moves.length;
  if (masks !== undefined) {
    const fits = isTensor(masks) && masks.rank === 4 && String(masks.shape.slice(0, 3)) === String([samples, height, width]); // prettier-ignore
    if (!fits) fail(who, `masks of shape [${samples}, ${height}, ${width}, masks], as xs has it`, masks);
  }
  if (boxes !== undefined) {
    const fits = isTensor(boxes) && [2, 3].includes(boxes.rank) && boxes.shape[0] === samples && boxes.shape.at(-1) === 4; // prettier-ignore
    if (!fits) fail(who, `boxes of shape [${samples}, boxes, 4] or [${samples}, 4]`, boxes);
  }
  const [covered, corners] = [masks && finiteValues(who, 'masks', masks), boxes && finiteValues(who, 'boxes', boxes)];

  const size = [height, width, masks?.shape[3] ?? 0] as const;
  const movedMasks = covered && warpEach(covered, size, moves, warpMask);
  const perImage = boxes?.rank === 3 ? boxes.shape[1]! : 1;
  const maskOfBox = movedMasks !== undefined && boxes?.rank === 3 && perImage === size[2];
  const movedBoxes = moves.flatMap((move, sample) =>
    Array.from({ length: corners ? perImage : 0 }, (_, box) => {
      if (maskOfBox) return boxAround(movedMasks.subarray(sample * height * width * size[2]), size, box);
      const start = (sample * perImage + box) * 4;
      return moveBox([...corners!.subarray(start, start + 4)], [height, width], move);
    }),
  );
  return {
    ...(movedMasks ? { masks: tf.tensor4d(movedMasks, masks!.shape) } : {}),
    ...(corners ? { boxes: tf.tensor(movedBoxes.flat(), boxes!.shape) } : {}),
  };
}

/** The numbers of the tensor `name`, which must be alive and hold finite ones only, for `who`. */
export function finiteValues(who: string, name: string, tensor: Tensor): Float32Array {
  if (tensor.isDisposed) fail(who, `${name} to be alive`, tensor, 'it has been disposed: make the data set again');
  const values = Float32Array.from(tensor.dataSync());
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) fail(who, `${name} to hold finite numbers`, values[bad]);
  return values;
}

/**
 * The box [y₁, x₁, y₂, x₂], from 0 to 1, around the four moved corners of a box, cut off at the edges of the image; four
 * 0s where nothing of it is left, or it was no box.
 */
export function moveBox(
  [y1, x1, y2, x2]: readonly number[],
  [height, width]: readonly [number, number],
  move: Move,
): number[] {
  if (!(y2! > y1! && x2! > x1!)) return [0, 0, 0, 0];
  const [cos, sin] = [Math.cos(move.angle), Math.sin(move.angle)];
  const corners = [[y1!, x1!], [y1!, x2!], [y2!, x1!], [y2!, x2!]].map(([row, column]) => {
    const [y, x] = [(row! - 0.5) * height, (move.flip ? -1 : 1) * (column! - 0.5) * width]; // from the middle, in pixels
    // Forwards: the turn, the shift.
    return [0.5 + (y * cos - x * sin + move.down) / height, 0.5 + (x * cos + y * sin + move.right) / width];
  }); // prettier-ignore
  const [rows, columns] = [corners.map(([row]) => within(row!)), corners.map(([, column]) => within(column!))];
  const box = [Math.min(...rows), Math.min(...columns), Math.max(...rows), Math.max(...columns)];
  return box[2]! > box[0]! && box[3]! > box[1]! ? box : [0, 0, 0, 0];
}

/** The smallest box [y₁, x₁, y₂, x₂], from 0 to 1, around the 1s of one channel of a mask; four 0s where there is none. */
export function boxAround(
  mask: ArrayLike<number>,
  [height, width, channels]: readonly [number, number, number],
  channel: number,
): number[] {
  let [top, left, bottom, right] = [height, width, 0, 0];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (mask[(row * width + column) * channels + channel] !== 1) continue;
      [top, left] = [Math.min(top, row), Math.min(left, column)];
      [bottom, right] = [Math.max(bottom, row + 1), Math.max(right, column + 1)];
    }
  }
  return bottom === 0 ? [0, 0, 0, 0] : [top / height, left / width, bottom / height, right / width];
}

function within(place: number): number {
  return Math.min(1, Math.max(0, place));
}
