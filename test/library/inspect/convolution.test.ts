/** One filter, one window, one product at a time: PyTorch and tf.conv2d are the judges. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspect, tf } from '../../../lib/index';
import type { Image } from '../../../lib/inspect/image';
import { expectNear, reference } from '../../support/reference';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';
import { random } from './images';

type Nested = number[][][];
interface Case {
  image: Nested;
  filter: Nested;
  strides: [number, number];
  valid: number[][];
  same: number[][];
}
const { convolutions } = reference<{ convolutions: Case[] }>('vision');

const image = [[1, 2, 0], [0, 3, 1], [4, 0, 2]]; // prettier-ignore
const filter = [[1, -1], [2, 0]]; // prettier-ignore

describe('inspect.convolution', () => {
  it('gives each window, its pixels, products and sum, and the output they make', () => {
    const { windows, output } = inspect.convolution(image, filter);
    expect(output).toEqual([[-1, 8], [5, 2]]); // prettier-ignore
    expect(windows.map(({ at }) => at)).toEqual([[0, 0], [0, 1], [1, 0], [1, 1]]); // prettier-ignore
    expect(windows[2]).toEqual({
      at: [1, 0],
      start: [1, 0],
      pixels: [[0, 3], [4, 0]],
      products: [[0, -3], [8, 0]],
      sum: 5,
    }); // prettier-ignore
  });

  it('shows zeros, and a start outside the image, where the window stands in the padding', () => {
    const { windows, output } = inspect.convolution(image, [[1, 1, 1], [1, 1, 1], [1, 1, 1]], { padding: 'same' }); // prettier-ignore
    expect(windows[0]).toMatchObject({ start: [-1, -1], pixels: [[0, 0, 0], [0, 1, 2], [0, 0, 3]], sum: 6 }); // prettier-ignore
    expect(output[1]![1]).toBe(13);
  });

  it('looks into one window alone, and gives the whole output all the same', () => {
    const whole = inspect.convolution(image, filter);
    const one = inspect.convolution(image, filter, { at: [0, 1] });
    expect(one).toEqual({ ...whole, windows: [whole.windows[1]] });
  });

  it.each(convolutions)("computes PyTorch's output to 1e-6: strides $strides", ({ image, filter, strides, ...wanted }) => {
    for (const padding of ['valid', 'same'] as const) {
      const { output, windows } = inspect.convolution(image, filter, { strides, padding });
      expectNear(output, wanted[padding], 1e-6);
      for (const { at, products, sum } of windows) {
        expect(sum).toBeCloseTo((products as Nested).flat(2).reduce((a, b) => a + b), 9);
        expect(output[at[0]]![at[1]]).toBe(sum);
      }
    }
  }); // prettier-ignore

  it('computes what tf.conv2d computes, whatever the sizes, to 1e-5', () => {
    const size = fc.integer({ min: 1, max: 7 });
    const options = fc.tuple(size, size, size, size, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.constantFrom('valid' as const, 'same' as const), fc.nat()); // prettier-ignore
    fc.assert(
      fc.property(options, ([height, width, rows, columns, channels, stride, padding, seed]) => {
        fc.pre(padding === 'same' || (rows <= height && columns <= width));
        tf.tidy(() => {
          const x = random([height, width, channels], seed + 1) as tf.Tensor3D;
          const w = random([rows, columns, channels], seed + 2);
          const { output } = inspect.convolution(x, w, { strides: stride, padding });
          expectNear(output, tf.conv2d(x, w.expandDims<tf.Tensor4D>(3), stride, padding).squeeze([2]).arraySync(), 1e-5);
        });
      }),
      { numRuns: 100 },
    ); // prettier-ignore
  });

  it('takes tensors of any number type as it takes rows, and leaves none', () => {
    const x = tf.tensor2d(image, [3, 3], 'int32');
    const kernel = tf.tensor2d(filter, [2, 2], 'float32');
    const wanted = inspect.convolution(image, filter);
    expect(expectNoLeakedTensors(() => inspect.convolution(x, kernel))).toEqual(wanted); // prettier-ignore
    const deep = inspect.convolution(x.reshape([1, 3, 3, 1]), tf.tensor3d(filter.map((row) => row.map((w) => [w]))));
    expect(deep.output).toEqual(wanted.output);
    expect(deep.windows[0]!.pixels).toEqual([[[1], [2]], [[0], [3]]]); // prettier-ignore
  });

  it('refuses images and filters that are none, or do not fit', () => {
    const run = (image: unknown, kernel: unknown = filter, options = {}) => () => inspect.convolution(image as Image, kernel as Image, options); // prettier-ignore
    expect(run([])).toThrow('inspect.convolution: expected image to be a tensor or rows of pixels, got []');
    expect(run(undefined)).toThrow('expected image to be a tensor or rows of pixels, got undefined');
    expect(run([1, 2])).toThrow('expected image[0] to be a row of pixels, got 1');
    expect(run([[]])).toThrow('expected image[0] to be a row of pixels, got []');
    expect(run([[1, 2], [3]])).toThrow('expected image[1] to hold 2 numbers, got [3]'); // prettier-ignore
    expect(run([[[]]])).toThrow('expected image[0][0] to hold channels, got []');
    expect(run([[[1, 2]], [[3]]])).toThrow('expected image[1][0] to hold 2 numbers, got [3]'); // prettier-ignore
    expect(run([[[1, 2]], [3]])).toThrow('expected image[1][0] to be an array of 2 finite numbers, got 3'); // prettier-ignore
    expect(run([[[1, 2]], [[3, 4], [5, 6]]])).toThrow('expected image[1] to be a row of 1 pixels'); // prettier-ignore
    for (const bad of notFinite) {
      expect(run([[bad]])).toThrow(`expected image[0][0] to be a finite number, got ${bad}`);
      expect(run(image, [[bad]])).toThrow(`expected filter[0][0] to be a finite number, got ${bad}`);
      expect(run(tf.tensor2d([[bad]]))).toThrow(`expected image to hold finite numbers, got ${bad}`);
    }
    expect(run(tf.zeros([2]))).toThrow('expected image of shape [height, width], [height, width, channels]');
    expect(run(tf.zeros([2, 3, 3, 1]))).toThrow('got a tensor of shape [2, 3, 3, 1]; take one: xs.slice(0, 1)');
    expect(run(tf.zeros([0, 3]))).toThrow('expected image to have no axis of length 0');
    expect(run(tf.tensor2d([['a']], [1, 1], 'string'))).toThrow("expected image to hold numbers, got 'string'");
    const gone = tf.zeros([2, 2]);
    gone.dispose();
    expect(run(gone)).toThrow('expected image to be alive');
    expect(run(image, [[[1, 2]]])).toThrow('expected filter to have 1 channels, as the image has, got [1, 1, 2]');
    expect(run(image, [[1, 1, 1, 1]])).toThrow('expected filter to be no larger than the image, 3 × 3, got [1, 4, 1]');
    expect(run(image, filter, { strides: 0 })).toThrow('expected strides to be a whole number from 1 up, got 0');
    expect(run(image, filter, { strides: [1, 1.5] })).toThrow(
      'expected strides to be a whole number from 1 up, got 1.5',
    );
    expect(run(image, filter, { padding: 'full' })).toThrow(
      "expected padding to be one of 'valid', 'same', got 'full'",
    );
    expect(run(image, filter, { at: [2, 0] })).toThrow('expected at[0] to be a whole number from 0 to 1, got 2');
    expect(run(image, filter, { at: [0] })).toThrow('expected at to be [row, column] of the output, got [0]');
    const large = Array.from({ length: 300 }, () => Array<number>(300).fill(0));
    expect(run(large, large.slice(0, 4).map((row) => row.slice(0, 4)))).toThrow('at most a million products'); // prettier-ignore
  });
});
