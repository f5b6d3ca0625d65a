/** The digits of MNIST, flat and as images. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unpackData } from '../../../lib/data/files';
import { parseScans, recordsToScans } from '../../../lib/data/scans';
import { data, tf } from '../../../lib/index';
import { reference } from '../../support/reference';
import { expectNoLeakedTensors } from '../../support/tensors';

const { digits } = reference<{ digits: { count: number; mean: number; std: number; first: number[] }[] }>('datasets');

describe('data.digits of 28 × 28 pixels', () => {
  it('gives all 10,000, as many of each as the first 10,000 training images of MNIST have', () => {
    tf.tidy(() => {
      const { xs, ys, labels } = data.digits({ size: 28 });
      expect([xs.shape, ys.shape, labels.length]).toEqual([[10_000, 784], [10_000, 10], 10_000]); // prettier-ignore
      const counts = [1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978];
      expect(ys.sum(0).arraySync()).toEqual(counts);
      expect(digits.map(({ count }) => count)).toEqual(counts);
      expect(labels).toEqual([...ys.argMax(1).dataSync()]);
    });
  });

  it("has NumPy's mean and deviation of the pixels of each digit, to 1e-6, and the package's first image", () => {
    digits.forEach(({ count, mean, std, first }, digit) => {
      tf.tidy(() => {
        const { xs } = data.digits({ size: 28, classes: [digit] });
        expect(xs.shape).toEqual([count, 784]);
        const pixels = xs.dataSync<'float32'>();
        const found = pixels.reduce((sum, pixel) => sum + pixel, 0) / pixels.length;
        const spread = Math.sqrt(pixels.reduce((sum, pixel) => sum + (pixel - found) ** 2, 0) / pixels.length);
        expect(Math.abs(found - mean)).toBeLessThan(1e-6);
        expect(Math.abs(spread - std)).toBeLessThan(1e-6);
        const images = new Set(xs.mul<tf.Tensor2D>(255).round().arraySync().map(String)); // prettier-ignore
        expect(images).toContain(String(first));
      });
    });
  });

  // The 5 that the course of MNIST begins with, rows 5 and 6 of its first training image.
  it("has MNIST's first training image", () => {
    const rows = digits[5]!.first.slice(5 * 28, 7 * 28);
    expect(rows.slice(12, 24)).toEqual([3, 18, 18, 18, 126, 136, 175, 26, 166, 255, 247, 127]);
    expect(rows.slice(36, 52)).toEqual([30, 36, 94, 154, 170, 253, 253, 253, 253, 253, 225, 172, 253, 242, 195, 64]);
  });

  it.each([8, 28] as const)('gives the same pixels as images, %d high and wide', (size) => {
    tf.tidy(() => {
      const flat = data.digits({ size, samples: 40, seed: 3, classes: [4, 2] });
      const images = data.digits({ size, samples: 40, seed: 3, classes: [4, 2], images: true });
      expect(images.xs.shape).toEqual([40, size, size, 1]);
      expect(images.xs.reshape([40, size * size]).arraySync()).toEqual(flat.xs.arraySync());
      expect([images.ys.arraySync(), images.labels, images.classes]).toEqual([flat.ys.arraySync(), flat.labels, flat.classes]); // prettier-ignore
      expect(flat.ys.arraySync()).toEqual(flat.labels.map((label) => [Number(label === 4), Number(label === 2)]));
    });
  });

  it('gives any classes and number of images, by the seed', () => {
    const classes = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(classes, fc.integer({ min: 1, max: 60 }), fc.nat(), (classes, samples, seed) => {
        tf.tidy(() => {
          const made = data.digits({ size: 28, classes, samples, seed });
          expect(made.xs.shape).toEqual([samples, 784]);
          expect(made.ys.argMax(1).arraySync()).toEqual(made.labels.map((label) => classes.indexOf(label)));
          expect(data.digits({ size: 28, classes, samples, seed }).labels).toEqual(made.labels);
          const [least, most] = [made.xs.min().arraySync() as number, made.xs.max().arraySync() as number];
          expect(least).toBe(0);
          expect(most).toBeLessThanOrEqual(1);
          expect(most).toBeGreaterThan(0.5);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('is not changed by what a caller does to an earlier answer', () => {
    const before = data.digits({ size: 28, samples: 4, images: true });
    const pixels = before.xs.arraySync();
    before.labels.fill(0);
    before.xs.dataSync().fill(9);
    tf.dispose([before.xs, before.ys]);
    expect(data.digits({ size: 28, samples: 4, images: true }).xs.arraySync()).toEqual(pixels);
  });

  it('hands back its two tensors and leaves no other', () => {
    expectNoLeakedTensors(() => data.digits({ size: 28, samples: 3, images: true }), 2);
  });

  it('refuses other sizes, images that are neither yes nor no, and more images than there are', () => {
    for (const bad of [16, '28', NaN, null, {}])
      expect(() => data.digits({ size: bad as 28 })).toThrow('data.digits: expected size to be 8 or 28, got');
    expect(() => data.digits({ images: 1 as unknown as false })).toThrow('expected images to be true or false, got 1');
    expect(() => data.digits({ size: 28, samples: 10_001 })).toThrow('expected samples to be a whole number from 1 to 10000'); // prettier-ignore
    expect(() => data.digits({ size: 28, classes: [5], samples: 864 })).toThrow('from 1 to 863, got 864');
  });
});

describe('a file of digits', () => {
  it('that was damaged is named, with the command that brings it back', () => {
    const bytes = unpackData('me', 'digits-28x28.bin.gz');
    const records =
      /^data.digits: expected data\/digits-28x28.bin.gz to hold 10000 records of 785 bytes, and it does not; `git restore/;
    expect(() => recordsToScans('data.digits', bytes.subarray(1))).toThrow(records);
    expect(() => recordsToScans('data.digits', new Uint8Array())).toThrow(records);
    const wrong = Uint8Array.from(bytes);
    wrong[785 * 7] = 10;
    expect(() => recordsToScans('data.digits', wrong)).toThrow('to hold a digit from 0 to 9 in front of each image');
    for (const text of ['', 'p00\n1,2', `head\n${'1,'.repeat(64)}x\n`])
      expect(() => parseScans('data.digits', text)).toThrow(
        /^data.digits: expected data\/digits-8x8.csv to hold 1797 lines of 65 whole numbers, and it does not; `git restore/,
      );
  });
});
