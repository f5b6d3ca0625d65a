/** Figures of a convolution, window by window. */
import { describe, expect, it } from 'vitest';
import { figures, inspect } from '../../../lib/index';
import type { Figure } from '../../../lib/types';
import { expectGolden } from '../../support/golden';
import { axis, traces, type Trace } from '../../support/pictures';

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
