/** Histograms and matrices. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figures, tf } from '../../../lib/index';
import type { Figure } from '../../../lib/types';
import { expectGolden } from '../../support/golden';
import { expectNear, reference } from '../../support/reference';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

const expected = reference<{ histogram: Record<'values' | 'counts' | 'edges', number[]>[] }>('figures').histogram;

interface Bars {
  type: string;
  x: number[];
  y: number[];
  width: number;
}
const bars = (figure: Figure) => figure.data as Bars[];

describe('figures.histogram', () => {
  it('is drawn as it was', () => {
    expectGolden('histogram', figures.histogram([1, 2, 2, 3, 3, 3, 7], { bins: 3 }));
  });

  it("counts as NumPy does, also on the edges of bins; the bars' middles are near to 1e-4", () => {
    for (const { values, counts, edges } of expected) {
      const [drawn] = bars(figures.histogram(values, { bins: counts.length }));
      expect(drawn!.y).toEqual(counts);
      expectNear(drawn!.x, counts.map((_, i) => (edges[i]! + edges[i + 1]!) / 2), 1e-4); // prettier-ignore
    }
  });

  it('counts a number just below an edge below it, where the quotient rounds to the edge', () => {
    const [drawn] = bars(figures.histogram([0.1, 0.19999999999999998, 2 / 7], { bins: 13 })); // the edge 7 is 0.2
    expect([drawn!.y[6], drawn!.y[7]]).toEqual([1, 0]);
  });

  it('counts every number once, and as density has an area of 1', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (values, bins) => {
        fc.pre(Math.max(...values) - Math.min(...values) > 1e-6 || new Set(values).size === 1);
        const [counts] = bars(figures.histogram(values, { bins }));
        expect(counts!.y.reduce((a, b) => a + b)).toBe(values.length);
        const [shares] = bars(figures.histogram(values, { bins, density: true }));
        expect(shares!.y.reduce((a, b) => a + b) * shares!.width).toBeCloseTo(1, 2);
      }),
    ); // prettier-ignore
  });

  it('takes tensors of any rank and dtype, typed arrays, and groups, each with a look of its own', () => {
    const one = bars(figures.histogram([0, 1, 1, 2], { bins: 2 }))[0]!.y;
    for (const values of [tf.tensor2d([[0, 1], [1, 2]]), tf.tensor1d([0, 1, 1, 2], 'int32'), Float32Array.of(0, 1, 1, 2)]) {
      expect(bars(figures.histogram(values, { bins: 2 }))[0]!.y).toEqual(one);
    } // prettier-ignore
    expect(bars(figures.histogram(tf.tensor1d([true, false, true], 'bool'), { bins: 2 }))[0]!.y).toEqual([1, 2]);
    const figure = figures.histogram({ before: [1, 2, 3], after: [2, 2] }, { bins: 2 });
    const [before, after] = figure.data as { name: string; line: { dash: string } }[];
    expect([before!.name, after!.name]).toEqual(['before', 'after']);
    expect(before!.line.dash).not.toBe(after!.line.dash);
    expect(figure.description).toContain('2 numbers of after from 2 to 2, mean 2, standard deviation 0.');
  });

  it('draws many numbers, and leaves no tensor', () => {
    const many = tf.randomNormal([200_000], 0, 1, 'float32', 1);
    const figure = expectNoLeakedTensors(() => figures.histogram(many));
    expect(bars(figure)[0]!.y.reduce((a, b) => a + b)).toBe(200_000);
  });

  it('refuses what has no numbers', () => {
    const draw =
      (values: unknown, options = {}) =>
      () =>
        figures.histogram(values as number[], options);
    for (const none of [undefined, null, 3, []]) expect(draw(none)).toThrow('figures.histogram: expected values to be');
    for (const bad of notFinite) expect(draw([1, bad])).toThrow(`expected values[1] to be a finite number, got ${bad}`);
    expect(draw({})).toThrow('expected 1 to 12 groups, got 0');
    expect(draw({ a: ['x'] })).toThrow("a[0] to be a finite number, got 'x'");
    expect(draw(tf.tensor1d(['x']))).toThrow("expected values to hold numbers, got 'a tensor of dtype string'");
    expect(draw(tf.zeros([0, 3]))).toThrow('at least one number, got a tensor of shape [0, 3]');
    expect(draw([1], { bins: 0 })).toThrow('bins to be a whole number from 1 to 1000');
    expect(draw([1e308, -1e308])).toThrow('values that lie less than 1e308 apart');
    expect(draw([1, 1 + 2 ** -52])).toThrow('values far enough apart for bins between them');
  });
});

interface Cells {
  z: number[][];
  zmin: number;
  zmax: number;
  texttemplate?: string;
}
const cells = (figure: Figure) => figure.data[0] as Cells;

describe('figures.heatmap', () => {
  it('is drawn as it was', () => {
    expectGolden('heatmap', figures.heatmap([[0.9, 0.1, 0], [0.2, 0.5, 0.3]], { x: ['the', 'cat', 'sat'], y: ['q 1', 'q 2'] })); // prettier-ignore
  });

  it('draws the rows of arrays and tensors alike, the first on top', () => {
    const rows = [[1, 2, 3], [4, 5, 6]]; // prettier-ignore
    const figure = figures.heatmap(rows);
    expect(cells(figure).z).toEqual(rows);
    expect(figure.layout).toMatchObject({ yaxis: { autorange: 'reversed' } });
    const tensor = tf.tensor2d(rows, [2, 3], 'int32');
    expect(expectNoLeakedTensors(() => figures.heatmap(tensor))).toEqual(figure);
  });

  it('scales from 0, or evenly about 0 where a number is below it', () => {
    expect(cells(figures.heatmap([[1, 4]]))).toMatchObject({ zmin: 0, zmax: 4 });
    expect(cells(figures.heatmap([[1, -4]]))).toMatchObject({ zmin: -4, zmax: 4 });
    expect(cells(figures.heatmap([[0, 0]]))).toMatchObject({ zmin: 0, zmax: 1 });
  });

  it('writes the numbers where they are few, with the decimals that the largest needs', () => {
    expect(cells(figures.heatmap([[0.5]])).texttemplate).toBe('%{z:.3f}');
    expect(cells(figures.heatmap([[12.5]])).texttemplate).toBe('%{z:.1f}');
    expect(cells(figures.heatmap([[1e-9]])).texttemplate).toBe('%{z:.2~e}');
    const many = Array.from({ length: 20 }, () => Array<number>(20).fill(1));
    expect(cells(figures.heatmap(many)).texttemplate).toBeUndefined();
    expect(cells(figures.heatmap(many, { text: true })).texttemplate).toBeDefined();
  });

  it('says in words where the lowest and the highest number stand', () => {
    expect(figures.heatmap([[1, 2], [3, 0]], { x: ['a', 'b'] }).description).toBe(
      'A matrix of 2 rows and 2 columns, lowest 0 in row 1, column b and highest 3 in row 1, column a.',
    ); // prettier-ignore
  });

  it('refuses rows of other lengths, numbers that are none, and names that do not fit', () => {
    const draw =
      (rows: unknown, options = {}) =>
      () =>
        figures.heatmap(rows as number[][], options);
    for (const none of [undefined, [], 3]) expect(draw(none)).toThrow('figures.heatmap: expected rows to be');
    expect(draw([[]])).toThrow('rows to have at least one column');
    expect(draw([1])).toThrow('rows[0] to be an array of finite numbers');
    expect(draw([[1, 2], [1]])).toThrow('rows[1] to hold 2 numbers'); // prettier-ignore
    for (const bad of notFinite) expect(draw([[bad]])).toThrow('rows[0][0] to be a finite number');
    expect(draw(tf.zeros([2, 2, 2]))).toThrow('rows of shape [rows, columns], got a tensor of shape [2, 2, 2]');
    expect(draw(tf.tensor2d([[NaN]]))).toThrow('rows[0][0] to be a finite number, got NaN');
    expect(draw([[1]], { x: ['a', 'b'] })).toThrow('x to be 1 names, one for each column');
    expect(draw([[1]], { y: [] })).toThrow('y to be 1 names, one for each row');
    expect(draw(Array(1001).fill(Array(200).fill(0)))).toThrow('at most 200,000 cells, got 200200');
  });
});
