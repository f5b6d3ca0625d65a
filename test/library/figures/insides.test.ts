/** Figures of what happens inside: feature maps, heat maps, attention, a convolution window by window. */
import { describe, expect, it } from 'vitest';
import { figures, inspect, tf } from '../../../lib/index';
import type { Image } from '../../../lib/inspect/image';
import type { Figure } from '../../../lib/types';
import { expectGolden } from '../../support/golden';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

interface Trace {
  type: string;
  z: (number | null)[][];
  x: (number | null)[];
  y: (number | null)[];
  zmin: number;
  zmax: number;
  text?: string[];
  texttemplate?: string;
  colorscale: [number, string][];
}
interface Axis {
  ticktext: string[];
  title?: { text: string };
  showticklabels: boolean;
  range: [number, number];
}
const traces = (figure: Figure) => figure.data as Trace[];
const axis = (figure: Figure, name: string) => (figure.layout as Record<string, Axis>)[name]!;
const height = (figure: Figure) => (figure.layout as { height: number }).height;

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

describe('figures.attention', () => {
  const weights = [[1, 0, 0], [0.25, 0.75, 0]]; // prettier-ignore
  const heads = tf.tensor3d([weights, [[0, 0, 1], [0, 0.5, 0.5]]]); // prettier-ignore

  it('is drawn as it was', () => {
    expectGolden('attention', figures.attention(heads, { tokens: ['I', 'am'], keys: ['yo', 'soy', '.'] }));
  });

  it('has a row for each query from the top, a column for each key, their tokens and the numbers', () => {
    const figure = figures.attention(weights, { tokens: ['a', 'b'], keys: ['x', 'y', 'z'] });
    expect(traces(figure)[0]).toMatchObject({ z: weights, zmin: 0, zmax: 1, texttemplate: '%{z:.2f}' });
    expect(axis(figure, 'xaxis').ticktext).toEqual(['x', 'y', 'z']);
    expect(axis(figure, 'yaxis')).toMatchObject({ ticktext: ['a', 'b'], autorange: 'reversed' });
    expect(traces(figure)[0]).toMatchObject({ hovertemplate: '%{y} → %{x}: %{z:.3f}<extra></extra>' });
  });

  it('draws all heads, each under its number, or the one asked for; of a batch, the sequence asked for', () => {
    const all = figures.attention(heads);
    expect(traces(all).map(({ z }) => z)).toEqual(heads.arraySync());
    expect((all.layout as { annotations: { text: string }[] }).annotations.map(({ text }) => text)).toEqual(['head 0', 'head 1']); // prettier-ignore
    expect(traces(figures.attention(heads, { head: 1 }))).toMatchObject([{ z: heads.arraySync()[1] }]);
    const batch = tf.stack([heads.zerosLike(), heads]);
    expect(traces(figures.attention(batch, { sample: 1 }))).toEqual(traces(all));
    const five = figures.attention(tf.ones([5, 2, 2]));
    expect(['xaxis', 'xaxis2', 'xaxis5'].map((name) => axis(five, name).showticklabels)).toEqual([false, true, true]);
    expect(height(five)).toBeGreaterThan(height(all));
  });

  it('says what each query looks at most, or each head in the mean', () => {
    const options = { tokens: ['I', 'am'], keys: ['yo', 'soy', '.'] };
    expect(figures.attention(weights, options).description).toBe(
      'Attention of 1 head, from 2 queries to 3 keys. Each query looks most: "I" at "yo" (1) and "am" at "soy" (0.75).',
    );
    expect(figures.attention(heads, options).description).toBe(
      'Attention of 2 heads, from 2 queries to 3 keys. In the mean of all queries, each head looks most: head 0 at "yo" (0.625) and head 1 at "." (0.75).',
    );
  });

  it('shows tokens that look like HTML as they are, and leaves no tensor', () => {
    const figure = figures.attention([[1]], { tokens: ['<b>'] });
    expect(axis(figure, 'xaxis').ticktext).toEqual(['&lt;b&gt;']);
    expectNoLeakedTensors(() => figures.attention(heads));
  });

  it('refuses what are no weights, tokens that do not fit, and too many', () => {
    const draw = (weights: unknown, options = {}) => () => figures.attention(weights as number[][], options); // prettier-ignore
    const who = 'figures.attention';
    expect(draw(undefined)).toThrow(`${who}: expected weights [queries, keys], [heads, queries, keys] or`);
    expect(draw([])).toThrow(`${who}: expected weights [queries, keys]`);
    expect(draw(['a'])).toThrow(`${who}: expected weights of query 0 to be an array of`);
    expect(draw([null])).toThrow(`${who}: expected weights of query 0 to be an array of`);
    expect(draw([[]])).toThrow(`${who}: expected at least one key`);
    expect(draw([[1, 0], [1]])).toThrow(`${who}: expected weights of query 1 to hold 2 numbers`); // prettier-ignore
    expect(draw(tf.zeros([3]))).toThrow(`${who}: expected weights [queries, keys]`);
    expect(draw(tf.zeros([0, 2, 2]))).toThrow(`${who}: expected weights to have no axis of length 0`);
    for (const bad of notFinite) expect(draw([[bad]])).toThrow(`${who}: expected weights of query 0[0] to be a finite`);
    expect(draw([[-0.5]])).toThrow(`${who}: expected weights from 0 up, got -0.5; give what softmax`);
    expect(draw(weights, { tokens: ['a'] })).toThrow(`${who}: expected 2 tokens, as weights has, got ['a']`);
    expect(draw(weights, { keys: ['a'] })).toThrow(`${who}: expected 3 keys, as weights has, got ['a']`);
    expect(draw(heads, { head: 2 })).toThrow(`${who}: expected head to be a whole number from 0 to 1, got 2`);
    expect(draw(heads, { sample: 1 })).toThrow(`${who}: expected sample to be a whole number from 0 to 0, got 1`);
    expect(draw(tf.zeros([65, 2]))).toThrow(`${who}: expected at most 64 queries and keys, got [65, 2]`);
    expect(draw(tf.zeros([17, 2, 2]))).toThrow(`${who}: expected at most 16 heads, got 17; choose one`);
  });
});

describe('figures.convolution', () => {
  const image = [[1, 2, 0], [0, 3, 1], [4, 0, 2]]; // prettier-ignore
  const filter = [[1, -1], [2, 0]]; // prettier-ignore
  const trace = inspect.convolution(image, filter);
  const frames = (figure: Figure) => figure.frames as { name: string; traces: number[]; data: Trace[] }[];

  it('is drawn as it was', () => {
    expectGolden('convolution', figures.convolution(trace));
  });

  it('begins with the image, the filter, the first products and the first number of the output', () => {
    const [picture, kernel, products, output, box, cell] = traces(figures.convolution(trace));
    expect([picture!.z, kernel!.z, products!.z]).toEqual([image, filter, [[1, -2], [0, 0]]]); // prettier-ignore
    expect(output!.z).toEqual([[-1, null], [null, null]]); // prettier-ignore
    expect(box!.x).toEqual([-0.5, 1.5, 1.5, -0.5, -0.5]);
    expect(cell!.y).toEqual([-0.5, -0.5, 0.5, 0.5, -0.5]);
  });

  it('has a frame and a step of the slider for each window, in which the output grows', () => {
    const figure = figures.convolution(trace);
    expect(frames(figure).map(({ name, traces }) => [name, traces])).toEqual(['0', '1', '2', '3'].map((name) => [name, [2, 3, 4, 5]])); // prettier-ignore
    expect(frames(figure)[2]!.data[0]!.z).toEqual([[0, -3], [8, 0]]); // prettier-ignore
    expect(frames(figure)[2]!.data[1]!.z).toEqual([[-1, 8], [5, null]]); // prettier-ignore
    expect(frames(figure)[2]!.data[2]!.y).toEqual([0.5, 0.5, 2.5, 2.5, 0.5]);
    expect(frames(figure)[0]!.data).toEqual(figure.data.slice(2));
    const { sliders } = figure.layout as { sliders: { steps: { label: string; args: unknown[] }[] }[] };
    expect(sliders[0]!.steps.map(({ args }) => args[0])).toEqual([['0'], ['1'], ['2'], ['3']]);
    expect(sliders[0]!.steps[2]!.label).toBe('row 1, column 0 of the output: sum 5');
  });

  it('shows one window alone with the whole output, without frames', () => {
    const figure = figures.convolution(inspect.convolution(image, filter, { at: [1, 1] }));
    expect(figure.frames).toBeUndefined();
    expect(figure.layout).not.toHaveProperty('sliders');
    expect(traces(figure)[3]!.z).toEqual(trace.output);
  });

  it('makes room for windows in the padding', () => {
    const figure = figures.convolution(inspect.convolution(image, [[1, 1, 1]], { padding: 'same' }));
    expect(axis(figure, 'xaxis').range).toEqual([-1.6, 3.6]);
    expect(axis(figure, 'yaxis').range).toEqual([2.6, -0.6]);
  });

  it('draws one channel of several, and the sum of all', () => {
    const deep = inspect.convolution([[[1, 2], [3, 4]]], [[[1, 10]]]); // prettier-ignore
    const figure = figures.convolution(deep, { channel: 1 });
    expect(traces(figure).slice(0, 4).map(({ z }) => z)).toEqual([[[2, 4]], [[10]], [[20]], [[21, null]]]); // prettier-ignore
    expect(JSON.stringify(figure.layout)).toContain('image, channel 1');
  });

  it('says the sizes, how many windows there are and what the first one sums up to', () => {
    expect(figures.convolution(trace).description).toBe(
      'A filter of 2 × 2 over an image of 3 × 3 gives an output of 2 × 2: 4 windows drawn. The first, at row 0, column 0 of the output, sums up to -1.',
    );
  });

  it('refuses what is no trace, channels that are not there, and too many windows', () => {
    const draw = (trace: unknown, options = {}) => () => figures.convolution(trace as inspect.ConvolutionTrace, options); // prettier-ignore
    const who = 'figures.convolution';
    expect(draw(undefined)).toThrow(`${who}: expected what inspect.convolution returns, got undefined`);
    expect(draw(image)).toThrow(`${who}: expected what inspect.convolution returns`);
    expect(draw({ ...trace, windows: [] })).toThrow(`${who}: expected what inspect.convolution returns`);
    expect(draw(trace, { channel: 1 })).toThrow(`${who}: expected channel to be a whole number from 0 to 0, got 1`);
    const large = Array.from({ length: 15 }, () => Array<number>(15).fill(1));
    expect(draw(inspect.convolution(large, [[1]]))).toThrow(`${who}: expected at most 200 windows, got 225; take a smaller`); // prettier-ignore
  });
});
