/** Figures of what happens inside a network that sees: feature maps, and heat maps over an image. */
import { describe, expect, it } from 'vitest';
import { figures, tf } from '../../../lib/index';
import type { Image } from '../../../lib/inspect/image';
import { expectGolden } from '../../support/golden';
import { axis, traces } from '../../support/pictures';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

describe('figures.featureMaps', () => {
  const output = tf.tensor3d([[[0, 1, 0], [2, 3, 0]], [[4, 5, 0], [6, 7, 0]]]); // prettier-ignore

  it('is drawn as it was', () => {
    expectGolden('feature-maps', figures.featureMaps(output));
  });

  it('draws one image for each channel, all on one scale, each under its number from 0', () => {
    const [sheet, labels] = traces(figures.featureMaps(output));
    const rows = sheet!.z.map((row) => row.filter((value) => value !== null)).filter((row) => row.length > 0);
    expect(rows).toEqual([[0, 2, 1, 3, 0, 0], [4, 6, 5, 7, 0, 0]]); // prettier-ignore
    expect(sheet).toMatchObject({ zmin: 0, zmax: 7 });
    expect(labels!.text).toEqual(['0', '1', '2']);
  });

  it('takes an output alone in a batch, and rows of numbers', () => {
    const wanted = figures.featureMaps(output);
    expect(figures.featureMaps(output.expandDims(0))).toEqual(wanted);
    expect(figures.featureMaps(output.arraySync())).toEqual(wanted);
  });

  it('says how many maps there are, of which size, which one is the strongest and how many are silent', () => {
    expect(figures.featureMaps(output).description).toBe(
      '3 feature maps of 2 × 2. Map 1 has the largest activation; 1 is 0 everywhere.',
    );
    const first = figures.featureMaps(output, { channels: 2, columns: 1, title: 'Edges' });
    expect(first.description).toMatch('3 feature maps of 2 × 2, of which the first 2 are drawn.');
    expect(axis(first, 'xaxis').title!.text).toBe('the first 2 of 3 maps, 2 × 2 each; light is 0, dark is more');
    expect(first.layout).toMatchObject({ title: { text: 'Edges' } });
    expect(figures.featureMaps(tf.ones([2, 2, 40])).description).toMatch('the first 32 are drawn');
  });

  it('leaves no tensor', () => {
    expectNoLeakedTensors(() => figures.featureMaps(output));
  });

  it('refuses what is no output, and options out of range', () => {
    const draw = (output: unknown, options = {}) => () => figures.featureMaps(output as Image, options); // prettier-ignore
    const who = 'figures.featureMaps';
    expect(draw(undefined)).toThrow(`${who}: expected output to be a tensor or rows of pixels, got undefined`);
    expect(draw(tf.zeros([2, 4, 4, 3]))).toThrow(`${who}: expected output of shape [height, width]`);
    for (const bad of notFinite) expect(draw([[[bad]]])).toThrow(`${who}: expected output[0][0][0] to be a finite`);
    expect(draw(output, { channels: 4 })).toThrow(`${who}: expected channels to be a whole number from 1 to 3, got 4`);
    expect(draw(output, { columns: 0 })).toThrow(`${who}: expected columns to be a whole number from 1 to 100, got 0`);
    expect(draw(output, { height: 1 })).toThrow(`${who}: expected height`);
  });
});

describe('figures.overlay', () => {
  const image = [[0, 1, 0], [0, 1, 0]]; // prettier-ignore
  const map = [[0, 4, 1], [0, 3, 0]]; // prettier-ignore

  it('is drawn as it was', () => {
    expectGolden('overlay', figures.overlay(image, map));
  });

  it('lays the heat over the image, clear where there is none', () => {
    const [picture, heat] = traces(figures.overlay(image, map));
    expect(picture!.z).toEqual(image);
    expect(heat).toMatchObject({ z: map, zmin: 0, zmax: 4, text: image.map((row) => row.map(String)) });
    expect(heat!.colorscale[0]![1]).toMatch(/, 0\)$/);
  });

  it('draws a line along the edges of the pixels that have more than half of the most', () => {
    const { x, y } = traces(figures.overlay(image, map))[2]!;
    const edges = x.flatMap((x0, i) => (i % 3 === 0 ? [`${x0},${y[i]} ${x[i + 1]},${y[i + 1]}`] : []));
    expect(edges.sort()).toEqual(
      ['0.5,-0.5 1.5,-0.5', '0.5,-0.5 0.5,0.5', '1.5,-0.5 1.5,0.5', '0.5,0.5 0.5,1.5', '1.5,0.5 1.5,1.5', '0.5,1.5 1.5,1.5'].sort(),
    ); // prettier-ignore
  });

  it('scales heat of both signs evenly about 0, and draws no line where nothing is above it', () => {
    const [, heat] = traces(figures.overlay(image, [[-8, 4, 1], [0, 3, 0]])); // prettier-ignore
    expect(heat).toMatchObject({ zmin: -8, zmax: 8 });
    expect(traces(figures.overlay(image, [[-1, 0, 0], [0, 0, 0]]))).toHaveLength(2); // prettier-ignore
    expect(traces(figures.overlay(image, [[0, 0, 0], [0, 0, 0]]))[1]).toMatchObject({ zmin: 0, zmax: 1 }); // prettier-ignore
  });

  it('shows colour images in greys, bright where they are bright', () => {
    const [picture] = traces(figures.overlay([[[1, 0, 0], [0, 1, 0], [1, 1, 1]]], [[1, 0, 0]])); // prettier-ignore
    expect(picture!.z).toEqual([[0.299, 0.587, 1]]);
    expect(picture).toMatchObject({ reversescale: true });
  });

  it('takes what inspect returns, and says of which class it is', () => {
    const about = { class: 3, score: 2.5, scored: 'logit' as const, map };
    expect(traces(figures.overlay(image, about))).toEqual(traces(figures.overlay(image, map)));
    expect(figures.overlay(image, about).description).toBe(
      'A heat map over an image of 2 × 3 pixels, for class 3 (logit 2.5). It is hottest, 4, at row 0, column 1; 2 pixels have more than half of that.',
    );
    expect(figures.overlay(tf.tensor2d(image), tf.tensor2d(map)).data).toEqual(figures.overlay(image, map).data);
    expect(figures.overlay(image, [[-1, 0, 0], [0, 0, 0]]).description).toBe(
      'A heat map over an image of 2 × 3 pixels. No pixel is above 0; 1 is below 0.',
    ); // prettier-ignore
  });

  it('leaves no tensor', () => {
    const x = tf.tensor2d(image);
    expectNoLeakedTensors(() => figures.overlay(x, x));
  });

  it('refuses maps of another size, and numbers that are not finite', () => {
    const draw = (image: unknown, map: unknown) => () => figures.overlay(image as Image, map as Image);
    const who = 'figures.overlay';
    expect(draw(image, [[1]])).toThrow(`${who}: expected map of the image's size, [2, 3], got [1, 1, 1]`);
    expect(draw(image, tf.zeros([2, 3, 2]))).toThrow(`${who}: expected map of the image's size`);
    expect(draw(undefined, map)).toThrow(`${who}: expected image to be a tensor or rows of pixels`);
    expect(draw(image, undefined)).toThrow(`${who}: expected map to be a tensor or rows of pixels`);
    expect(draw(image, { map: [] })).toThrow(`${who}: expected map to be a tensor or rows of pixels`);
    for (const bad of notFinite) expect(draw([[bad]], [[1]])).toThrow(`${who}: expected image[0][0] to be a finite`);
    for (const bad of notFinite) expect(draw([[1]], [[bad]])).toThrow(`${who}: expected map[0][0] to be a finite`);
  });
});
