/** Small images side by side. */
import { describe, expect, it } from 'vitest';
import { data, figures, tf } from '../../../lib/index';
import type { Images } from '../../../lib/figures/pixels';
import type { Figure } from '../../../lib/types';
import { expectGolden } from '../../support/golden';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

interface Sheet {
  z: (number | null)[][];
  zmin: number;
  zmax: number;
  text?: string[][];
}
const sheet = (figure: Figure) => figure.data[0] as Sheet;
const names = (figure: Figure) => figure.data[1] as { text: string[]; x: number[] };
/** The sheet without its gaps, row by row. */
const pixels = (figure: Figure) => sheet(figure).z.map((row) => row.filter((value) => value !== null)).filter((row) => row.length > 0); // prettier-ignore

const image = [[0, 1], [0.5, 0.25]]; // prettier-ignore

describe('figures.images', () => {
  it('is drawn as it was', () => {
    const { xs, labels } = data.digits({ samples: 3 });
    expectGolden('images', figures.images(xs, { labels, columns: 2 }));
  });

  it('takes flat squares, rows of pixels and tensors of rank 2, 3 and 4 alike', () => {
    const forms: Images[] = [
      [image.flat()],
      [image],
      tf.tensor2d([image.flat()]),
      tf.tensor3d([image]),
      tf.tensor4d([image.map((row) => row.map((value) => [value]))]),
    ];
    for (const form of forms) expect(pixels(figures.images(form))).toEqual(image);
  });

  it('sets the images side by side, and in as many rows as needed', () => {
    const three = [0, 1, 2].map((value) => [[value, value]]);
    expect(pixels(figures.images(three))).toEqual([[0, 0, 1, 1, 2, 2]]);
    expect(pixels(figures.images(three, { columns: 2 }))).toEqual([[0, 0, 1, 1], [2, 2]]); // prettier-ignore
  });

  it('writes each label over the middle of its image', () => {
    const { text, x } = names(figures.images([image, image], { labels: [7, 'a cat'] }));
    expect(text).toEqual(['7', 'a cat']);
    expect(x).toEqual([0.5, 3.5]); // columns 0-1 and 3-4, a gap between
  });

  it('scales greys from 0 to 1 or to the largest value', () => {
    expect(sheet(figures.images([image]))).toMatchObject({ zmin: 0, zmax: 1 });
    expect(sheet(figures.images([[0, 16, 8, 4]]))).toMatchObject({ zmin: 0, zmax: 16 });
  });

  it('scales weights evenly about 0, and writes their sign', () => {
    const { zmin, zmax, text } = sheet(figures.images([[-3, 0, 1, 2]]));
    expect([zmin, zmax]).toEqual([-3, 3]);
    expect(text!.flat().filter((sign) => sign)).toEqual(['−', '+', '+']);
  });

  it('says in words how many images of which size, and their labels', () => {
    expect(figures.images([image]).description).toBe('1 image of 2 × 2 pixels.');
    expect(figures.images([[-1, 0, 0, 1]]).description).toBe('1 image of 2 × 2 pixels, some below 0.');
    expect(figures.images([image, image], { labels: [3, 8] }).description).toBe(
      '2 images of 2 × 2 pixels, labelled 3 and 8.',
    );
  });

  it('leaves no tensor', () => {
    const { xs } = data.digits({ samples: 4 });
    expectNoLeakedTensors(() => figures.images(xs));
  });

  it('refuses images of other shapes, uneven, not finite or too many', () => {
    const draw =
      (input: unknown, options = {}) =>
      () =>
        figures.images(input as Images, options);
    expect(draw([])).toThrow('figures.images: expected a tensor or an array of images, at least one, got []');
    expect(draw(undefined)).toThrow('figures.images: expected a tensor or an array of images');
    expect(draw([3])).toThrow('figures.images: expected images[0] to be an array of pixels');
    expect(draw([[1, 2, 3]])).toThrow(
      "images[0] to be a square image, got '3 pixels'; give other images as arrays of rows",
    );
    expect(draw([[[1, 2], [3]]])).toThrow('images[0][1] to hold 2 numbers, got [3]'); // prettier-ignore
    expect(draw([[[]]])).toThrow('images[0] to hold pixels');
    expect(draw([image, [[1]]])).toThrow("all images of one size, 2 × 2, got '1 × 1'");
    for (const bad of notFinite) expect(draw([[[bad]]])).toThrow(`images[0][0][0] to be a finite number, got ${bad}`);
    expect(draw(tf.zeros([2]))).toThrow(
      'expected images of shape [images, pixels], [images, height, width] or [images, height, width, 1]',
    );
    expect(draw(tf.zeros([1, 2, 2, 3]))).toThrow('got a tensor of shape [1, 2, 2, 3]');
    expect(draw(data.digits().xs)).toThrow(
      'expected at most 100 images, got a tensor of shape [1797, 64]; take the first ones',
    );
    expect(draw(Array(101).fill([1]))).toThrow('expected at most 100 images, got 101');
    expect(draw([image], { labels: ['a', 'b'] })).toThrow('expected 1 labels, one for each image, got 2');
    expect(draw([image], { columns: 0 })).toThrow('figures.images: expected columns to be a whole number from 1');
  });
});
