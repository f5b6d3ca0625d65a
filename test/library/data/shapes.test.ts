/** Small images of shapes: what is drawn, and where. */
import { describe, expect, it } from 'vitest';
import { data, tf } from '../../../lib/index';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

describe('data.shapes', () => {
  it('gives images from 0 to 1, one shape in each, the classes about as often', () => {
    const { xs, ys, masks, boxes, classes } = data.shapes({ samples: 600, size: 12 });
    expect([xs.shape, ys.shape, masks.shape, boxes.shape]).toEqual([[600, 12, 12, 1], [600, 3], [600, 12, 12, 3], [600, 3, 4]]); // prettier-ignore
    expect(classes).toEqual(['circle', 'square', 'triangle']);
    expect([xs.min().arraySync() as number, xs.max().arraySync() as number].every((x) => x >= 0 && x <= 1)).toBe(true);
    expect(new Set(ys.sum(1).dataSync())).toEqual(new Set([1]));
    for (const count of ys.sum(0).arraySync() as number[]) expect(Math.abs(count - 200)).toBeLessThan(50);
  });

  it.each([false, true])('lights the pixels of the masks and no others, several shapes: %s', (several) => {
    const { xs, masks } = data.shapes({ samples: 100, noise: 0, several });
    expect(xs.squeeze([3]).greater(0).arraySync()).toEqual(masks.max(3).greater(0).arraySync());
    expect(Math.min(...xs.dataSync().filter((pixel) => pixel > 0))).toBeGreaterThanOrEqual(0.5);
  });

  it('puts a box tightly around each mask, and none where the class is not there', () => {
    const { ys, masks, boxes } = data.shapes({ samples: 60, size: 20, several: true });
    const [present, where] = [ys.arraySync(), boxes.arraySync()];
    (masks.transpose([0, 3, 1, 2]).arraySync() as number[][][][]).forEach((image, i) => image.forEach((mask, column) => {
      const lit = mask.flatMap((row, r) => row.flatMap((pixel, c) => (pixel ? [[r, c] as const] : [])));
      expect(lit.length > 0).toBe(present[i]![column] === 1);
      const [r, c] = [lit.map(([row]) => row), lit.map(([, column]) => column)];
      const corners = [Math.min(...r), Math.min(...c), Math.max(...r) + 1, Math.max(...c) + 1];
      where[i]![column]!.forEach((corner, k) => expect(corner).toBeCloseTo(lit.length ? corners[k]! / 20 : 0, 6));
    })); // prettier-ignore
  });

  // Within 0.05, since pixels are coarse.
  it('fills of its box as much as the figure does: π/4 a circle, all a square, half a triangle', () => {
    const { masks, boxes } = data.shapes({ samples: 600, size: 32 });
    const area = masks.sum([1, 2]).sum(0).arraySync() as number[];
    const [y1, x1, y2, x2] = tf.unstack(boxes, 2) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
    const boxed = y2.sub(y1).mul(x2.sub(x1)).sum(0).mul(32 * 32).arraySync() as number[]; // prettier-ignore
    [Math.PI / 4, 1, 0.5].forEach((share, column) => expect(Math.abs(area[column]! / boxed[column]! - share)).toBeLessThan(0.05)); // prettier-ignore
  });

  it('holds several shapes in about every other image, and never none, if asked to', () => {
    const { ys } = data.shapes({ samples: 400, several: true });
    const counts = [...ys.sum(1).dataSync()];
    expect(Math.min(...counts)).toBe(1);
    expect(Math.max(...counts)).toBe(3);
    expect(counts.filter((count) => count > 1).length / 400).toBeCloseTo(0.5, 1);
  });

  it('has one column for each class asked for, in that order', () => {
    const { ys, masks, classes } = data.shapes({ samples: 5, classes: ['triangle', 'circle'] });
    expect([ys.shape, masks.shape[3], classes]).toEqual([[5, 2], 2, ['triangle', 'circle']]);
  });

  it('is decided by its seed, and hands back its four tensors', () => {
    const pixels = (seed?: number) => [...data.shapes({ samples: 3, seed }).xs.dataSync()];
    expect(pixels()).toEqual(pixels(0));
    expect(pixels(1)).not.toEqual(pixels(0));
    expectNoLeakedTensors(() => data.shapes({ samples: 3 }), 4);
  });

  it('refuses options out of range', () => {
    for (const bad of [0, 10_001, 1.5, ...notFinite]) expect(() => data.shapes({ samples: bad })).toThrow('data.shapes: expected samples'); // prettier-ignore
    for (const bad of [11, 33, NaN]) expect(() => data.shapes({ size: bad })).toThrow('expected size to be a whole number from 12 to 32'); // prettier-ignore
    for (const bad of [-1, ...notFinite])
      expect(() => data.shapes({ noise: bad })).toThrow('data.shapes: expected noise');
    expect(() => data.shapes({ classes: [] })).toThrow('data.shapes: expected classes to be an array of shapes');
    expect(() => data.shapes({ classes: ['star' as 'circle'] })).toThrow("expected classes[0] to be one of 'circle'");
    expect(() => data.shapes({ classes: ['circle', 'circle'] })).toThrow('expected each shape of classes once');
  });
});
