/** Balls, moons, curves and surfaces: their statistics, and their seeds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { height, slope } from '../../../lib/data/surfaces';
import { data, tf } from '../../../lib/index';
import type { Dataset } from '../../../lib/types';
import { reference } from '../../support/reference';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

interface Reference {
  surfaces: { places: [number, number][]; bumps: number[]; plane: number[] };
  series: { values: number[] };
}
const expected = reference<Reference>('data');

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const std = (values: number[]) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));
/** The rows of a data set, whose tensors are freed. */
function rows(dataset: Dataset) {
  const examples = data.examples(dataset);
  tf.dispose([dataset.xs, dataset.ys]);
  return examples;
}

describe('data.blobs of several classes', () => {
  it.each([3, 4, 5, 6])(
    '%d balls stand evenly on a circle, the first at (-2, -2), each as wide as noise',
    (classes) => {
      const points = rows(data.blobs({ classes, samples: 3000 * classes, noise: 0.5 }));
      for (let label = 0; label < classes; label++) {
        const own = points.filter(([, y]) => y === label).map(([x]) => x);
        const angle = 2 * Math.PI * (label / classes + 5 / 8);
        expect(own).toHaveLength(3000);
        [Math.sin(angle), Math.cos(angle)].forEach((middle, axis) => {
          const values = own.map((x) => x[axis]!);
          expect(mean(values)).toBeCloseTo(Math.sqrt(8) * middle, 1);
          expect(std(values)).toBeCloseTo(0.5, 1);
        });
      }
    },
  );

  it('have one-hot targets and a name each, and are in balance to within one point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 6, max: 100 }), fc.nat(), (classes, samples, seed) => {
        const dataset = data.blobs({ classes, samples, seed });
        expect([dataset.ys.shape, dataset.classes?.length]).toEqual([[samples, classes], classes]);
        const labels = rows(dataset).map(([, y]) => y);
        const counts = Array.from({ length: classes }, (_, label) => labels.filter((y) => y === label).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 30 },
    ); // prettier-ignore
  });

  it('are refused if one, too many, or more than points', () => {
    for (const classes of [1, 7, 2.5, ...notFinite])
      expect(() => data.blobs({ classes })).toThrow('data.blobs: expected classes to be a whole number from 2 to 6');
    expect(() => data.blobs({ classes: 5, samples: 4 })).toThrow('data.blobs: expected samples to be a whole number from 5'); // prettier-ignore
  });
});

describe('data.moons', () => {
  it("lie on scikit-learn's two half circles, (cos t, sin t) and (1 - cos t, 1/2 - sin t), centred and 3 times as large", () => {
    for (const [[x1, x2], y] of rows(data.moons({ noise: 0 }))) {
      const [u, v] = [x1! / 3 + 0.5, x2! / 3 + 0.25];
      expect(y ? Math.hypot(u - 1, v - 0.5) : Math.hypot(u, v)).toBeCloseTo(1, 5);
      expect(y ? v <= 0.5 : v >= 0).toBe(true);
    }
  });

  it('are together centred, and spread along the whole of each half circle', () => {
    const points = rows(data.moons({ noise: 0, samples: 2000 }));
    expect(mean(points.map(([x]) => x[0]!))).toBeCloseTo(0, 5);
    expect(mean(points.map(([x]) => x[1]!))).toBeCloseTo(0, 5);
    const upper = points.filter(([, y]) => y === 0).map(([x]) => x[0]!);
    expect([Math.min(...upper), Math.max(...upper)].map((x) => Number(x.toFixed(2)))).toEqual([-4.5, 1.5]);
  });
});

const curves = { line: data.line, sine: data.sine, polynomial: data.polynomial };

describe.each(Object.entries(curves))('data.%s', (name, curve) => {
  it('gives as many points as asked for, evenly at random in the range, by its seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(), (samples, seed) => {
        const dataset = curve({ samples, seed, range: [2, 3] });
        expect([dataset.xs.shape, dataset.ys.shape]).toEqual([[samples, 1], [samples, 1]]); // prettier-ignore
        for (const [[x]] of rows(dataset)) expect(x! >= 2 && x! <= 3).toBe(true);
      }),
      { numRuns: 20 },
    );
    expect(rows(curve())).toEqual(rows(curve({ seed: 0, samples: 100 })));
    expect(rows(curve({ seed: 1 }))).not.toEqual(rows(curve()));
    const xs = rows(curve({ samples: 20_000, range: [0, 1] })).map(([[x]]) => x!);
    expect(mean(xs)).toBeCloseTo(0.5, 1);
    expect(std(xs)).toBeCloseTo(1 / Math.sqrt(12), 1);
  });

  it('adds noise of the standard deviation asked for', () => {
    const pure = rows(curve({ samples: 20_000, noise: 0 }));
    const noisy = rows(curve({ samples: 20_000, noise: 2 }));
    expect(std(noisy.map(([, y], i) => y - pure[i]![1]))).toBeCloseTo(2, 1);
  });

  it('hands back its two tensors, and refuses options out of range', () => {
    expectNoLeakedTensors(() => curve(), 2);
    for (const bad of [0, 1.5, ...notFinite])
      expect(() => curve({ samples: bad })).toThrow(`data.${name}: expected samples`);
    for (const bad of [-1, ...notFinite]) expect(() => curve({ noise: bad })).toThrow(`data.${name}: expected noise`);
    expect(() => curve({ range: [1, 1] })).toThrow(`data.${name}: expected range to be [min, max], the smaller first`);
    expect(() => curve({ range: [0, NaN] })).toThrow(`data.${name}: expected range[1] to be a finite number`);
    expect(() => curve({ range: [1] as never })).toThrow(`data.${name}: expected range to hold 2 numbers`);
    expect(() => curve({ seed: -1 })).toThrow(`data.${name}: expected seed`);
  });
});

describe('the curve of', () => {
  const points = (dataset: Dataset) => rows(dataset).map(([[x], y]): [number, number] => [x!, y]);

  it('line: slope · x + intercept', () => {
    for (const [x, y] of points(data.line({ slope: -3, intercept: 0.5, noise: 0 })))
      expect(y).toBeCloseTo(0.5 - 3 * x, 5);
  });

  it('sine: amplitude · sin(2π x / period)', () => {
    const wave = { amplitude: 4, period: 2, noise: 0, range: [0, 2] } as const;
    for (const [x, y] of points(data.sine(wave))) expect(y).toBeCloseTo(4 * Math.sin(Math.PI * x), 5);
  });

  it('polynomial: c₀ + c₁x + c₂x²', () => {
    const parabola = { coefficients: [1, -2, 3], noise: 0, range: [-2, 2] } as const;
    for (const [x, y] of points(data.polynomial(parabola))) expect(y).toBeCloseTo(1 - 2 * x + 3 * x * x, 4);
    for (const [, y] of points(data.polynomial({ coefficients: [7], noise: 0 }))) expect(y).toBe(7);
  });

  it('refuses coefficients that are none, and values beyond what a tensor holds', () => {
    expect(() => data.polynomial({ coefficients: [] })).toThrow('data.polynomial: expected at least one coefficient');
    expect(() => data.polynomial({ coefficients: [NaN] })).toThrow('data.polynomial: expected coefficients[0]');
    expect(() => data.line({ slope: Infinity })).toThrow('data.line: expected slope');
    expect(() => data.line({ slope: 1e300 })).toThrow(
      'data.line: expected the curve to be finite, in 32 bits, at x = ',
    );
    expect(() => data.sine({ period: 0 })).toThrow('data.sine: expected period to be a finite number above 0, got 0');
  });
});

describe.each([
  ['plane', data.plane, slope],
  ['gaussianBumps', data.gaussianBumps, height],
] as const)('data.%s', (name, surface, f) => {
  // prettier-ignore
  it("has the heights of TensorFlow Playground's, worked out by NumPy, to 1e-12", () => {
    const wanted = name === 'plane' ? expected.surfaces.plane : expected.surfaces.bumps;
    expected.surfaces.places.forEach((place, i) => expect(Math.abs(f(...place) - wanted[i]!)).toBeLessThan(1e-12));
  });

  it('draws points evenly from -6 to 6, each with the height of its place', () => {
    const points = rows(surface({ samples: 5000 }));
    for (const [[x1, x2], y] of points) expect(y).toBeCloseTo(f(x1!, x2!), 5);
    for (const axis of [0, 1]) {
      const values = points.map(([x]) => x[axis]!);
      expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(6);
      expect(Math.abs(mean(values))).toBeLessThan(0.2);
      expect(std(values)).toBeCloseTo(12 / Math.sqrt(12), 1);
    }
  });

  it('adds noise, by its seed, to the heights alone', () => {
    const noisy = rows(surface({ samples: 20_000, noise: 0.5, seed: 3 }));
    expect(std(noisy.map(([[x1, x2], y]) => y - f(x1!, x2!)))).toBeCloseTo(0.5, 1);
    expect(rows(surface({ seed: 1 }))).not.toEqual(rows(surface()));
  });

  it('hands back its two tensors, and refuses options out of range', () => {
    expectNoLeakedTensors(() => surface(), 2);
    for (const bad of [0, 1.5, ...notFinite])
      expect(() => surface({ samples: bad })).toThrow(`data.${name}: expected samples`);
    for (const bad of [-1, ...notFinite]) expect(() => surface({ noise: bad })).toThrow(`data.${name}: expected noise`);
  });
});
