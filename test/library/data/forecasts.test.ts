/** A real series in time, its windows, and the split that keeps the future for the test. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, tf } from '../../../lib/index';
import { expectNear, reference } from '../../support/reference';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

interface Co2 {
  count: number;
  sum: number;
  first: number[];
  last: number[];
  months: [string, string];
  seasons: number[];
  windows: { xs: number[]; ys: number[][] };
}
const { co2: expected } = reference<{ co2: Co2 }>('datasets');

describe('data.co2', () => {
  it("has the original's values, sum and mean of each month of the year, as NumPy has them, to 1e-12", () => {
    const { times, values, months } = data.co2();
    expect(values).toHaveLength(expected.count);
    expect([values.slice(0, 12), values.slice(-12)]).toEqual([expected.first, expected.last]);
    expect([months[0], months.at(-1)]).toEqual(expected.months);
    expect(times).toEqual(values.map((_, t) => t));
    expectNear(values.reduce((sum, value) => sum + value, 0), expected.sum, 1e-12); // prettier-ignore
    const seasons = Array.from({ length: 12 }, (_, month) => values.filter((_, t) => t % 12 === month));
    expectNear(seasons.map((season) => season.reduce((sum, value) => sum + value, 0) / season.length), expected.seasons, 1e-12); // prettier-ignore
  });

  it('has every month, one after the other, without a gap', () => {
    const { months } = data.co2();
    const [year, month] = months[0]!.split('-').map(Number);
    expect(months).toEqual(
      months.map((_, t) => {
        const count = year! * 12 + month! - 1 + t;
        return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
      }),
    );
  });

  it('is not changed by what a caller does to an earlier answer', () => {
    const before = data.co2();
    before.values.fill(0);
    before.months.length = 0;
    expect(data.co2().values[0]).toBe(expected.first[0]);
    expect(data.co2().months).toHaveLength(672);
  });
});

describe('data.windows', () => {
  it("has NumPy's sliding windows of the months, to 1e-6 of their size", () => {
    tf.tidy(() => {
      const { xs, ys, times, gap } = data.windows(data.co2(), { steps: 24, horizon: 3 });
      expect([xs.shape, ys.shape, gap]).toEqual([[646, 24, 1], [646, 3], 2]); // prettier-ignore
      expectNear([...xs.sum([1, 2]).dataSync()], expected.windows.xs, 1e-6);
      expectNear(ys.arraySync(), expected.windows.ys, 1e-6);
      expect(times).toEqual(Array.from({ length: 646 }, (_, row) => row + 24));
    });
  });

  it('gives each window in its order, with what comes next and when, of any series and size', () => {
    const size = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 12, maxLength: 30 }), size, size, fc.nat(99), (values, steps, horizon, start) => {
        tf.tidy(() => {
          const times = values.map((_, t) => start + 2 * t);
          const { xs, ys, times: when } = data.windows({ times, values }, { steps, horizon });
          expect(xs.shape).toEqual([values.length - steps - horizon + 1, steps, 1]);
          (xs.squeeze([2]).arraySync() as number[][]).forEach((x, row) => {
            expect(x).toEqual(values.slice(row, row + steps));
            expect((ys.arraySync())[row]).toEqual(values.slice(row + steps, row + steps + horizon));
            expect(when[row]).toBe(times[row + steps]);
          });
        });
      }),
      { numRuns: 40 },
    ); // prettier-ignore
  });

  it('takes plain values, and by default twelve to tell one', () => {
    const { xs, ys, times, gap } = data.windows(Array.from({ length: 14 }, (_, t) => t));
    expect([xs.shape, ys.arraySync(), times, gap]).toEqual([[2, 12, 1], [[12], [13]], [12, 13], 0]); // prettier-ignore
  });

  it('hands back its two tensors and leaves no other', () => {
    expectNoLeakedTensors(() => data.windows([1, 2, 3], { steps: 1 }), 2);
  });

  it('refuses what is no series, values that are not finite, and series too short', () => {
    const make = data.windows as (series: unknown, options?: object) => unknown;
    for (const bad of [undefined, null, 7, 'abc', {}, { values: 3 }])
      expect(() => make(bad)).toThrow('data.windows: expected a series { times, values } or an array of values, got');
    for (const bad of notFinite) expect(() => data.windows([1, bad])).toThrow(`data.windows: expected values[1] to be a finite number, got ${bad}`); // prettier-ignore
    expect(() => data.windows([])).toThrow('data.windows: expected at least 13 values, steps + horizon, for one window, got 0'); // prettier-ignore
    expect(() => data.windows([1, 2, 3], { steps: 2, horizon: 2 })).toThrow('expected at least 4 values');
    expect(() => data.windows({ times: [0], values: [1, 2] }, { steps: 1 })).toThrow(
      'expected times to hold 2 numbers',
    );
    for (const bad of [0, 1.5, ...notFinite]) {
      expect(() => data.windows([1, 2, 3], { steps: bad })).toThrow('data.windows: expected steps to be a whole number from 1 up'); // prettier-ignore
      expect(() => data.windows([1, 2, 3], { horizon: bad })).toThrow('data.windows: expected horizon');
    }
    expectNoLeakedTensors(() => expect(() => data.windows([1, NaN])).toThrow());
  });
});

describe('data.split with shuffle: false', () => {
  it('is how windows on a series are divided if nothing else is said, and no other data set is', () => {
    const windows = data.windows(data.timeSeries(), { steps: 4 });
    const times = (shuffle?: boolean) =>
      data.split(windows, { ...(shuffle === undefined ? {} : { shuffle }) }).test.times;
    expect(times()).toEqual(times(false));
    expect(times()).not.toEqual(times(true));
    const points = data.moons();
    const first = (shuffle?: boolean) => [
      ...data.split(points, { ...(shuffle === undefined ? {} : { shuffle }) }).test.xs.dataSync(),
    ];
    expect(first()).toEqual(first(true));
  });

  it('keeps no value to be told in both parts, the test part after the other, whatever the horizon', () => {
    const size = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 60 }), size, size, fc.double({ min: 0.05, max: 0.5, noNaN: true }), (length, steps, horizon, share) => {
        tf.tidy(() => {
          const series = Array.from({ length }, (_, t) => t); // each value is its own time
          const { train, test } = data.split(data.windows(series, { steps, horizon }), { test: share, shuffle: false });
          const last = Math.max(...train.ys.dataSync());
          expect(Math.min(...test.ys.dataSync())).toBe(last + 1); // no leak, and nothing lost
          expect(test.times[0]).toBe(last + 1);
          expect([test.xs.shape[0], train.xs.shape[0]]).toEqual([test.times.length, train.times.length]);
          expect([...test.times]).toEqual(test.ys.slice([0, 0], [-1, 1]).arraySync().flat());
        });
      }),
      { numRuns: 60 },
    ); // prettier-ignore
  });

  it('keeps the order, takes the share, and leaves out the gap that is asked for', () => {
    const rows = { xs: tf.tensor2d([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [10, 1]), ys: tf.zeros<tf.Rank.R2>([10, 1]) };
    const parts = (options: object) => {
      const { train, test } = data.split(rows, { shuffle: false, ...options });
      return [[...train.xs.dataSync()], [...test.xs.dataSync()]];
    };
    expect(parts({})).toEqual([[0, 1, 2, 3, 4, 5, 6, 7], [8, 9]]); // prettier-ignore
    expect(parts({ test: 0.5, gap: 2 })).toEqual([[0, 1, 2], [5, 6, 7, 8, 9]]); // prettier-ignore
    expect(parts({ gap: 7 })).toEqual([[0], [8, 9]]);
    expect(parts({ seed: 9 })).toEqual(parts({ seed: 1 }));
  });

  it('lets a gap be smaller than the one windows ask for, if told so', () => {
    const made = data.windows([0, 1, 2, 3, 4, 5, 6, 7], { steps: 1, horizon: 3 });
    const sizes = (options: object) => data.split(made, { shuffle: false, test: 0.3, ...options }).train.times;
    expect(sizes({})).toEqual([1]);
    expect(sizes({ gap: 0 })).toEqual([1, 2, 3]);
  });

  it('refuses what contradicts it, and a gap that leaves nothing to learn from', () => {
    const made = data.windows([0, 1, 2, 3, 4], { steps: 1, horizon: 3 }); // two windows, the gap two
    expect(() => data.split(made, { shuffle: false })).toThrow('data.split: expected gap to be a whole number from 0 to 0, got 2'); // prettier-ignore
    const iris = data.iris();
    expect(() => data.split(iris, { shuffle: false, stratify: true })).toThrow('data.split: expected stratify or shuffle: false, not both'); // prettier-ignore
    expect(() => data.split(iris, { gap: 1 })).toThrow('data.split: expected gap with shuffle: false, since rows at random have no order, got 1'); // prettier-ignore
    for (const bad of [-1, 0.5, 120, ...notFinite]) expect(() => data.split(iris, { shuffle: false, gap: bad })).toThrow('data.split: expected gap to be a whole number from 0 to 119'); // prettier-ignore
  });
});
