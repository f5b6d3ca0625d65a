/** Functions and series of numbers as curves. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figures, scratch, tf } from '../../../lib/index';
import type { Figure } from '../../../lib/types';
import { expectGolden } from '../../support/golden';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

interface Curve {
  name: string;
  mode: string;
  x: number[];
  y: (number | null)[];
  line: { color: string; dash: string };
}
const drawn = (figure: Figure) => figure.data as Curve[];
const axes = (figure: Figure) => figure.layout as Record<'xaxis' | 'yaxis', { type?: string; range?: number[] }>;

describe('figures.curves', () => {
  it('is drawn as it was', () => {
    const { sigmoid } = scratch;
    expectGolden(
      'curves',
      figures.curves(
        { sigmoid, slope: sigmoid.derivative, seen: { x: [-1, 2], y: [0.3, 0.8] } },
        { points: 9, axes: ['z', 'a'] },
      ),
    );
  });

  it('asks a function along its whole domain, both ends included', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }), fc.integer({ min: 2, max: 50 }), (start, width, points) => {
        const from = start + 0; // 0 for -0
        const asked: number[] = [];
        figures.curves({ f: (x) => (asked.push(x), x) }, { domain: [from, from + width], points });
        expect(asked).toHaveLength(points);
        expect([asked[0], asked.at(-1)]).toEqual([from, from + width]);
        asked.slice(1).forEach((x, i) => expect(x).toBeGreaterThan(asked[i]!));
      }),
    ); // prettier-ignore
  });

  it('asks the end of the domain itself, not its neighbour by rounding', () => {
    const asked: number[] = [];
    figures.curves({ f: (x) => (asked.push(x), x) }, { domain: [-0.5, 5 / 7], points: 3 }); // -0.5 + (5/7 + 0.5) > 5/7
    expect(asked.at(-1)).toBe(5 / 7);
  });

  it('draws numbers at 0, 1, 2, at the x given, or at their own', () => {
    const [a] = drawn(figures.curves({ a: [5, 6] }));
    expect([a!.x, a!.y]).toEqual([[0, 1], [5, 6]]); // prettier-ignore
    const [b, c] = drawn(
      figures.curves({ b: tf.tensor1d([5, 6]), c: { x: [7, 9, 11], y: [1, 2, 3] } }, { x: [1971, 1978] }),
    );
    expect([b!.x, c!.x]).toEqual([[1971, 1978], [7, 9, 11]]); // prettier-ignore
    expect(drawn(figures.curves({ f: (x) => x, ys: [1, 2] }, { x: [3, 8], points: 2 }))[0]!.x).toEqual([3, 8]);
  });

  it('leaves gaps on an axis in powers of ten where a number is not above 0, and says so', () => {
    const figure = figures.curves({ errors: [100, 10, 0, -1] }, { log: 'y' });
    expect(drawn(figure)[0]!.y).toEqual([100, 10, null, null]);
    expect(axes(figure).yaxis.type).toBe('log');
    expect(axes(figure).xaxis.type).toBeUndefined();
    expect(figure.description).toContain('2 points not drawn');
    const both = figures.curves({ f: (x) => x ** 2 }, { log: 'both', range: [1, 1000], points: 5 });
    expect([drawn(both)[0]!.x, axes(both).yaxis.range]).toEqual([[0.01, 0.1, 1, 10, 100], [0, 3]]); // prettier-ignore
  });

  it('says in words where a curve begins, ends and turns', () => {
    expect(figures.curves({ hill: [0, 3, 1] }).description).toBe(
      '1 curve. hill: from 0 at 0 to 1 at 2; highest 3 at 1.',
    );
    for (const bad of notFinite) expect(figures.curves({ a: [1, bad, 2] }).description).toContain('1 point not drawn');
  });

  it('gives each of twelve curves a look of its own, and many points no markers', () => {
    const twelve = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`c${i}`, [i, i]]));
    const looks = drawn(figures.curves(twelve)).map(({ line }) => `${line.color} ${line.dash}`);
    expect(new Set(looks).size).toBe(12);
    expect([drawn(figures.curves({ few: [1, 2] }))[0]!.mode, drawn(figures.curves({ f: Math.sin }))[0]!.mode]).toEqual(['lines+markers', 'lines']); // prettier-ignore
  });

  it('leaves no tensor', () => {
    const ys = tf.tensor1d([1, 2, 3], 'int32');
    expectNoLeakedTensors(() => figures.curves({ ys, again: { x: ys, y: ys } }));
  });

  it('refuses what is no curve', () => {
    const draw = (series: unknown, options = {}) => () => figures.curves(series as Record<string, figures.Series>, options); // prettier-ignore
    for (const none of [undefined, null, 3, [1, 2], tf.zeros([2])])
      expect(draw(none)).toThrow('figures.curves: expected curves under their names');
    expect(draw({})).toThrow('expected 1 to 12 curves, got 0');
    expect(draw({ a: [] })).toThrow('expected a to be a tensor or an array of numbers, at least one');
    expect(draw({ a: [1, 'x'] })).toThrow("expected a[1] to be a finite number, got 'x'");
    expect(draw({ a: [NaN, 'x'] })).toThrow("expected a[1] to be a number, got 'x'");
    expect(draw({ a: [NaN, NaN] })).toThrow('expected a to hold a number that can be drawn');
    expect(draw({ a: [1, 2] }, { x: [1] })).toThrow('expected a to hold 1 numbers, as many as x, got 2');
    expect(draw({ a: { x: [1], y: [1, 2] } })).toThrow('expected a.y to hold 1 numbers'.replace('a.y', 'a'));
    expect(draw({ f: () => 'high' })).toThrow("expected f(-5) to be a number, got 'high'");
    expect(draw({ f: Math.sin }, { domain: [2, 1] })).toThrow('domain to be [from, to], from below to, got [2, 1]');
    expect(draw({ f: Math.sin }, { domain: [NaN, 1] })).toThrow('domain[0] to be a finite number');
    expect(draw({ f: Math.sin }, { domain: [-1, 1], log: 'x' })).toThrow('domain to begin above 0');
    expect(draw({ f: Math.exp }, { range: [-1, 1], log: 'y' })).toThrow('range to begin above 0');
    expect(draw({ f: Math.sin }, { log: 'z' })).toThrow("log to be one of 'x', 'y', 'both'");
    expect(draw({ f: Math.sin }, { points: 1 })).toThrow('points to be a whole number from 2 to 10000');
    const gone = tf.tensor1d([1]);
    gone.dispose();
    expect(draw({ gone })).toThrow('expected gone to be alive');
  });
});
