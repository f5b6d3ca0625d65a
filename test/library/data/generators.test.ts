/** Moons, many balls, curves, surfaces, series, shapes and number words: their statistics, and their seeds. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { height, slope } from '../../../lib/data/surfaces';
import { data, tf } from '../../../lib/index';
import type { Dataset } from '../../../lib/types';
import { inRoot } from '../../support/paths';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

interface Reference {
  surfaces: { places: [number, number][]; bumps: number[]; plane: number[] };
  series: { values: number[] };
}
const reference = JSON.parse(readFileSync(inRoot('test', 'reference', 'data.json'), 'utf8')) as Reference;

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
    const wanted = name === 'plane' ? reference.surfaces.plane : reference.surfaces.bumps;
    reference.surfaces.places.forEach((place, i) => expect(Math.abs(f(...place) - wanted[i]!)).toBeLessThan(1e-12));
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

describe('data.timeSeries', () => {
  it("is NumPy's trend and season, to 1e-12", () => {
    const { times, values } = data.timeSeries({
      samples: 50,
      level: 5,
      trend: 0.25,
      amplitude: 2,
      period: 12,
      noise: 0,
    });
    expect(times).toEqual(Array.from({ length: 50 }, (_, t) => t));
    values.forEach((value, t) => expect(Math.abs(value - reference.series.values[t]!)).toBeLessThan(1e-12));
  });

  it('adds noise of the standard deviation asked for, by its seed', () => {
    const { values } = data.timeSeries({ samples: 20_000, trend: 0, amplitude: 0, level: 3, noise: 2 });
    expect(mean(values)).toBeCloseTo(3, 1);
    expect(std(values)).toBeCloseTo(2, 1);
    expect(data.timeSeries()).toEqual(data.timeSeries({ seed: 0, samples: 365 }));
    expect(data.timeSeries({ seed: 1 })).not.toEqual(data.timeSeries());
  });

  it('refuses options out of range, and values beyond all numbers', () => {
    for (const bad of [0, 1.5, ...notFinite])
      expect(() => data.timeSeries({ samples: bad })).toThrow('expected samples');
    for (const bad of notFinite) {
      expect(() => data.timeSeries({ trend: bad })).toThrow(
        `data.timeSeries: expected trend to be a finite number, got ${bad}`,
      );
      expect(() => data.timeSeries({ amplitude: bad })).toThrow('data.timeSeries: expected amplitude');
      expect(() => data.timeSeries({ level: bad })).toThrow('data.timeSeries: expected level');
      expect(() => data.timeSeries({ noise: bad })).toThrow('data.timeSeries: expected noise');
    }
    expect(() => data.timeSeries({ period: 0 })).toThrow(
      'data.timeSeries: expected period to be a finite number above 0',
    );
    expect(() => data.timeSeries({ trend: 1e308 })).toThrow('expected the value at time 2 to be a finite number, got Infinity'); // prettier-ignore
  });
});

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

describe('data.numberWords', () => {
  // By hand.
  it.each([
    [0, 'zero'], [7, 'seven'], [10, 'ten'], [13, 'thirteen'], [19, 'nineteen'], [20, 'twenty'], [42, 'forty-two'],
    [80, 'eighty'], [99, 'ninety-nine'], [100, 'one hundred'], [105, 'one hundred and five'],
    [310, 'three hundred and ten'], [999, 'nine hundred and ninety-nine'], [1000, 'one thousand'],
    [2001, 'two thousand and one'], [1100, 'one thousand one hundred'], [45_678, 'forty-five thousand six hundred and seventy-eight'],
    [500_000, 'five hundred thousand'], [999_999, 'nine hundred and ninety-nine thousand nine hundred and ninety-nine'],
  ])('says %d as "%s"', (number, words) => {
    expect(data.numberWords({ min: number, max: number })).toEqual([{ words, digits: String(number) }]);
  }); // prettier-ignore

  it('gives every number once, each in words of its own, in an order that the seed decides', () => {
    const pairs = data.numberWords();
    expect(pairs.map(({ digits }) => Number(digits)).sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i)); // prettier-ignore
    expect(new Set(pairs.map(({ words }) => words)).size).toBe(1000);
    expect(data.numberWords({ seed: 0, samples: 10 })).toEqual(pairs.slice(0, 10));
    expect(data.numberWords({ seed: 1 })).not.toEqual(pairs);
  });

  it('uses few letters: lower case, spaces and hyphens', () => {
    for (const { words } of data.numberWords({ min: 1000, max: 999_999, samples: 2000 }))
      expect(words).toMatch(/^[a-z]+([ -][a-z]+)*$/);
  });

  it('refuses ranges that are none, and more pairs than numbers', () => {
    for (const bad of [-1, 1e6, 0.5, ...notFinite]) {
      expect(() => data.numberWords({ min: bad })).toThrow(
        'data.numberWords: expected min to be a whole number from 0',
      );
      expect(() => data.numberWords({ max: bad })).toThrow(
        'data.numberWords: expected max to be a whole number from 0',
      );
    }
    expect(() => data.numberWords({ min: 5, max: 4 })).toThrow(
      'expected max to be a whole number from 5 to 999999, got 4',
    );
    expect(() => data.numberWords({ max: 9, samples: 11 })).toThrow(
      'expected samples to be a whole number from 1 to 10',
    );
  });
});
