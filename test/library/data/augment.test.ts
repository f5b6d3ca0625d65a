/** Images moved, turned and mirrored. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { warp, type Move } from '../../../lib/data/warp';
import { data, tf } from '../../../lib/index';
import type { Dataset } from '../../../lib/types';
import { inRoot } from '../../support/paths';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

interface Case {
  size: [number, number, number];
  image: number[];
  move: Move;
  moved: number[];
}
const { warp: cases } = JSON.parse(readFileSync(inRoot('test', 'reference', 'data.json'), 'utf8')) as { warp: Case[] };
const images = (size = 8): Dataset<tf.Tensor4D> => data.shapes({ samples: 6, size: size + 4, noise: 0 });

describe('one image', () => {
  it.each(cases.map((each) => [JSON.stringify(each.move), each] as const))(
    "moves by %s as PyTorch's grid_sample reads it, to 1e-6",
    (_, { size, image, move, moved }) => {
      [...warp(image, size, move)].forEach((pixel, i) => expect(Math.abs(pixel - moved[i]!)).toBeLessThan(1e-6));
    },
  );

  it('moves down and right, turns anticlockwise, is mirrored left to right', () => {
    const still = { flip: false, angle: 0, down: 0, right: 0 };
    const move = (change: Partial<Move>) => [...warp([1, 2, 3, 4], [2, 2, 1], { ...still, ...change })].map((pixel) => Number(pixel.toFixed(6))); // prettier-ignore
    expect(move({})).toEqual([1, 2, 3, 4]);
    expect(move({ down: 1 })).toEqual([0, 0, 1, 2]);
    expect(move({ right: 1 })).toEqual([0, 1, 0, 3]);
    expect(move({ right: 0.5 })).toEqual([0.5, 1.5, 1.5, 3.5]);
    expect(move({ flip: true })).toEqual([2, 1, 4, 3]);
    expect(move({ angle: Math.PI / 2 })).toEqual([2, 4, 1, 3]);
  });
});

describe('data.augment', () => {
  it('gives as many images of the same shape, with the same targets, other pixels, within the old ones', () => {
    const before = images();
    const after = data.augment(before);
    expect(after.xs.shape).toEqual(before.xs.shape);
    expect(after.ys.arraySync()).toEqual(before.ys.arraySync());
    expect(after.classes).toEqual(before.classes);
    expect(after.xs.arraySync()).not.toEqual(before.xs.arraySync());
    expect(after.xs.max().arraySync()).toBeLessThanOrEqual(before.xs.max().arraySync() as number);
    expect(after.xs.min().arraySync()).toBeGreaterThanOrEqual(0);
  });

  it('changes nothing where nothing is to change', () => {
    const before = images();
    expect(data.augment(before, { shift: 0, rotate: 0 }).xs.arraySync()).toEqual(before.xs.arraySync());
  });

  it('mirrors about half of the images, each wholly or not at all', () => {
    tf.tidy(() => {
      const before = tf.randomUniform<tf.Rank.R4>([100, 3, 4, 2], 0, 1, 'float32', 5);
      const ys = tf.zeros<tf.Rank.R2>([100, 1]);
      const after = data.augment({ xs: before, ys }, { shift: 0, rotate: 0, flip: true }).xs.arraySync();
      const mirrored = before.reverse(2).arraySync();
      const same = before.arraySync();
      const flipped = after.filter((image, i) => JSON.stringify(image) === JSON.stringify(mirrored[i]));
      const kept = after.filter((image, i) => JSON.stringify(image) === JSON.stringify(same[i]));
      expect(flipped.length + kept.length).toBe(100);
      expect(flipped.length).toBeGreaterThan(30);
      expect(flipped.length).toBeLessThan(70);
    });
  });

  it('moves the middle of an image no farther than asked, to either side', () => {
    tf.tidy(() => {
      const dot = tf.zeros<tf.Rank.R4>([200, 15, 15, 1]).bufferSync();
      for (let i = 0; i < 200; i++) dot.set(1, i, 7, 7, 0);
      const xs = dot.toTensor();
      const places = data.augment({ xs, ys: tf.zeros([200, 1]) }, { shift: 3, rotate: 0 }).xs.squeeze([3]).arraySync() as number[][][]; // prettier-ignore
      const rows = places.map((image) => image.reduce((sum, row, r) => sum + (r - 7) * row.reduce((a, b) => a + b), 0));
      for (const row of rows) expect(Math.abs(row)).toBeLessThanOrEqual(3 + 1e-6);
      expect(Math.max(...rows)).toBeGreaterThan(2.5);
      expect(Math.min(...rows)).toBeLessThan(-2.5);
    });
  });

  it('is decided by its seed', () => {
    const before = images();
    const pixels = (seed?: number) => data.augment(before, { seed }).xs.arraySync();
    expect(pixels()).toEqual(pixels(0));
    expect(pixels(1)).not.toEqual(pixels(0));
  });

  it('hands back as many tensors as it was given, which outlive those it read, and leaves no other', () => {
    const before = images();
    const after = expectNoLeakedTensors(() => data.augment(before), 4); // xs, ys, masks and boxes
    tf.dispose({ ...before });
    expect(after.ys.arraySync()).toHaveLength(6);
  });

  it('takes any shift and angle in range, of images of any size', () => {
    const size = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(size, size, size, fc.double({ min: 0, max: 1000, noNaN: true }), fc.double({ min: 0, max: 180, noNaN: true }), (height, width, channels, shift, rotate) => {
        tf.tidy(() => {
          const dataset = { xs: tf.ones<tf.Rank.R4>([2, height, width, channels]), ys: tf.ones<tf.Rank.R2>([2, 1]) };
          for (const pixel of data.augment(dataset, { shift, rotate, flip: true }).xs.dataSync()) {
            expect(pixel).toBeGreaterThanOrEqual(0);
            expect(pixel).toBeLessThanOrEqual(1 + 1e-6);
          }
        });
      }),
      { numRuns: 50 },
    ); // prettier-ignore
  });

  it('refuses flat images, numbers that are not finite, and moves out of range', () => {
    const flat = data.digits({ samples: 2 }) as unknown as Dataset<tf.Tensor4D>;
    expect(() => data.augment(flat)).toThrow('data.augment: expected xs of shape [samples, height, width, channels], got a tensor of shape [2, 64]; xs.reshape gives it that'); // prettier-ignore
    for (const bad of notFinite) {
      const dataset = { xs: tf.tensor4d([bad], [1, 1, 1, 1]), ys: tf.tensor2d([[1]]) };
      expect(() => data.augment(dataset)).toThrow(`data.augment: expected xs to hold finite numbers, got ${bad}`);
      expect(() => data.augment(images(), { shift: bad })).toThrow(
        'expected shift to be a finite number from 0 to 1000',
      );
    }
    expect(() => data.augment(images(), { rotate: 181 })).toThrow(
      'expected rotate to be a finite number from 0 to 180',
    );
    expect(() => data.augment(images(), { seed: 0.5 })).toThrow('data.augment: expected seed');
    expect(() => data.augment({} as Dataset<tf.Tensor4D>)).toThrow('data.augment: expected a data set');
  });
});
