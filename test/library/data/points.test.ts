/** The worlds of points, two classes each. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, scratch } from '../../../lib/index';
import type { Dataset } from '../../../lib/types';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

const worlds = { blobs: data.blobs, xor: data.xor, circle: data.circle, spiral: data.spiral, moons: data.moons };
const each = Object.entries(worlds);

/** The rows of a data set, whose tensors are freed. */
function rows(dataset: Dataset) {
  const examples = data.examples(dataset);
  dataset.xs.dispose();
  dataset.ys.dispose();
  return examples as [[number, number], number][];
}

const ofClass = (label: number, dataset: Dataset) => rows(dataset).filter(([, y]) => y === label).map(([x]) => x); // prettier-ignore
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.each(each)('data.%s', (name, world) => {
  it('gives exactly as many points as asked for, the classes in balance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(), (samples, seed) => {
        const dataset = world({ samples, seed });
        expect([dataset.xs.shape, dataset.ys.shape]).toEqual([[samples, 2], [samples, 1]]); // prettier-ignore
        const labels = rows(dataset).map(([, y]) => y);
        const ones = labels.filter((y) => y === 1).length;
        expect(labels.filter((y) => y === 0).length - ones).toBe(samples % 2);
      }),
      { numRuns: 30 },
    );
  });

  it('gives 200 points and two named classes by default, the same ones each time', () => {
    const dataset = world();
    expect(dataset.classes).toHaveLength(2);
    expect(rows(dataset)).toHaveLength(200);
    expect(rows(world())).toEqual(rows(world({ samples: 200, seed: 0 })));
    expect(rows(world({ seed: 1 }))).not.toEqual(rows(world()));
  });

  it('mixes the classes, so that the last fifth, as validationSplit takes it, holds both', () => {
    const last = rows(world()).slice(160);
    const ones = last.filter(([, y]) => y === 1).length;
    expect(ones).toBeGreaterThan(8);
    expect(ones).toBeLessThan(32);
  });

  it('gives the points in random order, not class after class or along an arm', () => {
    const labels = (seed: number) => rows(world({ seed })).map(([, y]) => y).join(''); // prettier-ignore
    expect(labels(0)).not.toBe(labels(1));
  });

  it('hands back its two tensors and leaves no other', () => {
    const dataset = expectNoLeakedTensors(() => world(), 2);
    rows(dataset);
  });

  it('refuses samples, noise and seeds out of range', () => {
    for (const samples of [1, 0, -5, 2.5, 1e9, ...notFinite]) {
      expect(() => world({ samples })).toThrow(
        `data.${name}: expected samples to be a whole number from 2 to 1000000, got ${samples}`,
      );
    }
    for (const noise of [-0.1, 1e6, ...notFinite]) {
      expect(() => world({ noise })).toThrow(`data.${name}: expected noise to be a finite number from 0 to 1000, got`);
    }
    for (const seed of [-1, 0.5, ...notFinite]) {
      expect(() => world({ seed })).toThrow(`data.${name}: expected seed to be a whole number from 0 up, got ${seed}`);
    }
  });
});

describe('the shape of', () => {
  it('blobs: a ball of standard deviation noise around (-2, -2), another around (2, 2)', () => {
    for (const [label, middle] of [
      [0, -2],
      [1, 2],
    ] as const) {
      // prettier-ignore
      const points = ofClass(label, data.blobs({ samples: 20_000, noise: 1.5 }));
      for (const axis of [0, 1] as const) {
        const values = points.map((x) => x[axis]);
        expect(mean(values)).toBeCloseTo(middle, 1);
        expect(Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))).toBeCloseTo(1.5, 1);
      }
    }
  });

  it('blobs: separable by a line as they come', () => {
    expect(new scratch.Perceptron(2).fit(rows(data.blobs())).converged).toBe(true);
  });

  it('xor: class 1 where the signs differ, within ±5, no nearer than 0.3 to an axis', () => {
    for (const [[x1, x2], y] of rows(data.xor({ samples: 1000 }))) {
      expect(Math.sign(x1) !== Math.sign(x2)).toBe(y === 1);
      for (const value of [x1, x2]) {
        expect(Math.abs(value)).toBeGreaterThanOrEqual(0.3 - 1e-6);
        expect(Math.abs(value)).toBeLessThanOrEqual(5);
      }
    }
  });

  it('xor: points in each of the four squares', () => {
    const squares = new Set(rows(data.xor()).map(([x]) => x.map(Math.sign).join()));
    expect(squares.size).toBe(4);
  });

  it('circle: class 1 within radius 2.5, class 0 between 3.5 and 5, spread evenly over the area', () => {
    const radius = (label: number) => ofClass(label, data.circle({ samples: 4000 })).map((x) => Math.hypot(...x));
    expect(Math.max(...radius(1))).toBeLessThanOrEqual(2.5 + 1e-6);
    expect(Math.min(...radius(0))).toBeGreaterThanOrEqual(3.5 - 1e-6);
    expect(Math.max(...radius(0))).toBeLessThanOrEqual(5 + 1e-6);
    const inner = radius(1).filter((r) => r < 2.5 / 2).length / 2000;
    expect(inner).toBeCloseTo(1 / 4, 1); // half the radius, a quarter of the area
  });

  it('spiral: two arms, each the other one turned by half a circle', () => {
    const near = (a: number[], b: number[]) => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!);
    const first = ofClass(0, data.spiral({ noise: 0 }));
    const second = ofClass(1, data.spiral({ noise: 0 }));
    for (const [x1, x2] of first) expect(Math.min(...second.map((x) => near(x, [-x1, -x2])))).toBeLessThan(1e-5);
    expect(Math.max(...first.map((x) => Math.hypot(...x)))).toBeCloseTo(5, 1);
  });

  it('spiral: a point stands nearer to its own arm than to the other one', () => {
    const points = rows(data.spiral({ noise: 0 })).filter(([x]) => Math.hypot(...x) > 0.5);
    const nearest = ([[x1, x2]]: (typeof points)[number]) =>
      points
        .filter(([x]) => x[0] !== x1)
        .reduce((best, other) => {
          const distance = ([x]: typeof other) => Math.hypot(x[0] - x1, x[1] - x2);
          return distance(other) < distance(best) ? other : best;
        });
    for (const point of points) expect(nearest(point)[1]).toBe(point[1]);
  });
});
