/** Masks and boxes that move with their images. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveBox } from '../../../lib/data/places';
import { warpMask, type Move } from '../../../lib/data/warp';
import { data, tf } from '../../../lib/index';
import { expectNear, reference } from '../../support/reference';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

interface Case {
  size: [number, number];
  box: number[];
  move: Move;
  moved: number[];
}
const { boxes: cases } = reference<{ boxes: Case[] }>('datasets');
const still: Move = { flip: false, angle: 0, down: 0, right: 0 };

describe('one box', () => {
  it.each(cases.map((each) => [JSON.stringify(each.move), each] as const))(
    'moves by %s as matrices on its corners move it, to 1e-12',
    (_, { size, box, move, moved }) => expectNear(moveBox(box, size, move), moved, 1e-12),
  );

  it('is cut off at the edges, and is four 0s where it has left the image or was none', () => {
    expect(moveBox([0, 0, 0.5, 0.5], [4, 4], { ...still, right: -1 })).toEqual([0, 0, 0.5, 0.25]);
    expect(moveBox([0, 0, 0.5, 0.5], [4, 4], { ...still, down: 4 })).toEqual([0, 0, 0, 0]);
    expect(moveBox([0, 0, 0, 0], [4, 4], { ...still, down: 1 })).toEqual([0, 0, 0, 0]);
  });

  it('holds the mask of what was in it, wherever they move', () => {
    const turn = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
    const shift = fc.double({ min: -6, max: 6, noNaN: true });
    fc.assert(
      fc.property(turn, shift, shift, fc.boolean(), (angle, down, right, flip) => {
        const [height, width] = [16, 20];
        const mask = Float32Array.from({ length: height * width }, (_, i) => {
          const [row, column] = [Math.floor(i / width), i % width];
          return Number(row >= 4 && row < 9 && column >= 5 && column < 14);
        });
        const move = { flip, angle, down, right };
        const [top, left, bottom, right2] = moveBox([4 / height, 5 / width, 9 / height, 14 / width], [height, width], move); // prettier-ignore
        const lit = warpMask(mask, [height, width, 1], move);
        lit.forEach((on, i) => {
          if (!on) return;
          const [row, column] = [Math.floor(i / width), i % width]; // its middle is inside, to half a pixel
          expect(row + 1).toBeGreaterThan(top! * height - 1e-9);
          expect(row).toBeLessThan(bottom! * height + 1e-9);
          expect(column + 1).toBeGreaterThan(left! * width - 1e-9);
          expect(column).toBeLessThan(right2! * width + 1e-9);
        });
      }),
    );
  });
});

describe('data.augment of shapes', () => {
  it('moves masks and boxes with the pixels: they still are where the shapes are', () => {
    tf.tidy(() => {
      const before = data.shapes({ samples: 80, noise: 0, several: true });
      const { xs, ys, masks, boxes, classes } = data.augment(before, { shift: 3, rotate: 25, flip: true, seed: 4 });
      expect([masks.shape, boxes.shape, classes]).toEqual([before.masks.shape, before.boxes.shape, before.classes]);
      expect(ys.arraySync()).toEqual(before.ys.arraySync());
      expect(masks.arraySync()).not.toEqual(before.masks.arraySync());
      const some = masks.max(3); // [samples, size, size]
      expect(new Set(some.dataSync())).toEqual(new Set([0, 1]));
      // Where a mask is there is light; where there is full light there is a mask, but for pixels cut by an edge.
      const light = xs.squeeze([3]);
      expect(light.less(0.2).mul(some).sum().arraySync()).toBe(0);
      const inside = light.greater(0.5).mul(tf.sub(1, some)).sum().arraySync() as number;
      expect(inside / (some.sum().arraySync() as number)).toBeLessThan(0.1);
    });
  });

  it('puts a box tightly around each moved mask', () => {
    const { masks, boxes } = data.augment(data.shapes({ samples: 40 }), { shift: 5, rotate: 180, flip: true });
    const [covered, where] = [masks.arraySync(), boxes.arraySync()];
    covered.forEach((image, sample) => {
      for (let shape = 0; shape < 3; shape++) {
        const lit = image.flatMap((row, r) => row.flatMap((pixel, c) => (pixel[shape] === 1 ? [[r, c] as const] : [])));
        const [rows, columns] = [lit.map(([r]) => r), lit.map(([, c]) => c)];
        const box = [Math.min(...rows), Math.min(...columns), Math.max(...rows) + 1, Math.max(...columns) + 1];
        expectNear(where[sample]![shape], lit.length ? box.map((corner) => corner / 16) : [0, 0, 0, 0], 1e-6);
      }
    });
  });

  it('changes no mask and no box where nothing is to move, and mirrors both with the image', () => {
    const before = data.shapes({ samples: 30 });
    const same = data.augment(before, { shift: 0, rotate: 0 });
    expect(same.masks.arraySync()).toEqual(before.masks.arraySync());
    expectNear(same.boxes.arraySync(), before.boxes.arraySync(), 1e-6);

    const flipped = data.augment(before, { shift: 0, rotate: 0, flip: true });
    const mirrored = [before.xs.reverse(2), before.masks.reverse(2)].map((each) => each.arraySync());
    const whether = flipped.xs.arraySync().map((image, i) => JSON.stringify(image) === JSON.stringify(mirrored[0]![i]));
    expect(new Set(whether)).toEqual(new Set([true, false]));
    const masks = before.masks.arraySync();
    flipped.masks.arraySync().forEach((mask, i) => expect(mask).toEqual(whether[i] ? mirrored[1]![i] : masks[i]));
  });

  it('moves boxes without masks by their corners, one for each image or several', () => {
    const { xs, ys, boxes } = data.shapes({ samples: 20 });
    const several = data.augment({ xs, ys, boxes }, { shift: 2, rotate: 0, seed: 8 });
    const one = data.augment({ xs, ys, boxes: boxes.sum<tf.Tensor2D>(1) }, { shift: 2, rotate: 0, seed: 8 });
    expect([several.boxes.shape, one.boxes.shape]).toEqual([[20, 3, 4], [20, 4]]); // prettier-ignore
    expectNear(one.boxes.arraySync(), several.boxes.sum(1).arraySync(), 1e-6);
    const sides = (box: tf.Tensor) => (box.arraySync() as number[][]).map(([y1, x1, y2, x2]) => [y2! - y1!, x2! - x1!]);
    const [was, is] = [sides(boxes.sum(1)), sides(one.boxes)];
    is.forEach(([height, width], i) => {
      expect(height).toBeLessThanOrEqual(was[i]![0]! + 1e-6);
      expect(width).toBeLessThanOrEqual(was[i]![1]! + 1e-6);
    });
  });

  it('copies all else that the data set holds, tensors too', () => {
    const digits = data.digits({ images: true, samples: 5 });
    const weights = tf.ones<tf.Rank.R1>([5]);
    const moved = data.augment({ ...digits, weights, name: 'mine' });
    expect(moved.labels).toEqual(digits.labels);
    expect(moved.labels).not.toBe(digits.labels);
    weights.dispose();
    expect([moved.weights.arraySync(), moved.name]).toEqual([[1, 1, 1, 1, 1], 'mine']); // prettier-ignore
  });

  it('refuses masks and boxes of other shapes, disposed, or not finite, and leaves no tensor then', () => {
    const { xs, ys } = data.shapes({ samples: 2, size: 12 });
    const refused = (more: object, message: string) =>
      expectNoLeakedTensors(() => expect(() => data.augment({ xs, ys, ...more })).toThrow(message));
    refused({ masks: ys }, 'data.augment: expected masks of shape [2, 12, 12, masks], as xs has it, got a tensor of shape [2, 3]'); // prettier-ignore
    refused({ masks: [[1]] }, 'data.augment: expected masks of shape [2, 12, 12, masks]');
    refused(
      { boxes: ys },
      'data.augment: expected boxes of shape [2, boxes, 4] or [2, 4], got a tensor of shape [2, 3]',
    );
    refused({ boxes: null }, 'data.augment: expected boxes of shape');
    const gone = tf.zeros([2, 3, 4]);
    gone.dispose();
    refused({ boxes: gone }, 'data.augment: expected boxes to be alive');
    for (const bad of notFinite) {
      const [boxes, masks] = [tf.fill([2, 4], bad), tf.fill([2, 12, 12, 1], bad)];
      refused({ boxes }, `data.augment: expected boxes to hold finite numbers, got ${bad}`);
      refused({ masks }, `data.augment: expected masks to hold finite numbers, got ${bad}`);
    }
  });
});
