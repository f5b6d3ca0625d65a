/** The bikes of Washington: the numbers of the original, and what is refused. */
import { describe, expect, it } from 'vitest';
import { data, tf } from '../../../lib/index';
import { expectNear, reference } from '../../support/reference';
import { expectNoLeakedTensors } from '../../support/tensors';

interface Bikes {
  columns: Record<string, { mean: number; std: number }>;
  byHour: number[];
  leastSquares: number[];
}
const { bikes: expected } = reference<{ bikes: Bikes }>('datasets');
const all = Object.keys(expected.columns).filter((name) => name !== 'bikers') as data.BikeFeature[];

describe('data.bikes', () => {
  it("has NumPy's mean and deviation of each number of the original, to 1e-6 of their size", () => {
    tf.tidy(() => {
      const { xs, ys, features } = data.bikes({ features: all });
      expect([xs.shape, ys.shape, features]).toEqual([[8645, 12], [8645, 1], all]); // prettier-ignore
      const found = [data.standardise(xs), data.standardise(ys)];
      const wanted = [...all, 'bikers'].map((name) => expected.columns[name]!);
      expectNear(found.flatMap(({ mean }) => mean), wanted.map(({ mean }) => mean), 1e-6); // prettier-ignore
      expectNear(found.flatMap(({ std }) => std), wanted.map(({ std }) => std), 1e-6); // prettier-ignore
    });
  });

  it('keeps each answer with its own row: bikes by the hour, and the line of least squares, as NumPy has them', () => {
    const rows = tf.tidy(() => data.examples(data.bikes({ features: ['temperature', 'hour'], seed: 5 })));
    const byHour = Array.from({ length: 24 }, (_, hour) => {
      const lent = rows.filter(([[, at]]) => at === hour).map(([, y]) => y);
      return lent.reduce((sum, y) => sum + y, 0) / lent.length;
    });
    expectNear(byHour, expected.byHour, 1e-9);
    const [intercept, temperature, hour] = expected.leastSquares;
    const residuals = rows.map(([[t, h], y]) => y - intercept! - temperature! * t! - hour! * h!);
    // At the least of the squares, what is left has nothing more to do with the inputs; the inputs are float32.
    for (const column of [() => 1, ([t]: number[]) => t!, ([, h]: number[]) => h!]) {
      const sum = residuals.reduce((total, residual, i) => total + residual * column(rows[i]![0]), 0);
      expect(Math.abs(sum / rows.length)).toBeLessThan(1e-3);
    }
  });

  it('leaves out by default what says the same twice, and always what is part of the answer', () => {
    const { features } = data.bikes();
    expect(features).toEqual(['month', 'hour', 'holiday', 'weekday', 'workingday', 'weather', 'temperature', 'humidity', 'windspeed']); // prettier-ignore
    for (const part of ['casual', 'registered', 'bikers'])
      expect(() => data.bikes({ features: [part as 'hour'] })).toThrow("data.bikes: expected features[0] to be one of 'season', 'month'"); // prettier-ignore
  });

  it('mixes the hours, by its seed', () => {
    const hours = (seed?: number) => [...data.bikes({ features: ['day'], seed }).xs.dataSync()];
    expect(hours()).toEqual(hours(0));
    expect(hours(1)).not.toEqual(hours(0));
    expect([...hours(1)].sort()).toEqual([...hours()].sort());
    expect(new Set(hours().slice(0, 100)).size).toBeGreaterThan(60);
  });

  it('is split and standardised without a look at the test part', () => {
    tf.tidy(() => {
      const { train, test } = data.split(data.bikes(), { test: 0.25 });
      const { xs, transform } = data.standardise(train.xs);
      expect([xs.shape, transform(test.xs).shape]).toEqual([[6484, 9], [2161, 9]]); // prettier-ignore
      expect(test.features).toHaveLength(9);
    });
  });

  it('hands back its two tensors, leaves no other, and is not changed by what a caller does to them', () => {
    const before = expectNoLeakedTensors(() => data.bikes(), 2);
    const lent = before.ys.arraySync();
    before.ys.dataSync().fill(0);
    before.features.length = 0;
    tf.dispose([before.xs, before.ys]);
    expect(data.bikes().ys.arraySync()).toEqual(lent);
    expect(data.bikes().features).toHaveLength(9);
  });

  it('refuses features that are not there, none, or one twice, and seeds that are none', () => {
    expect(() => data.bikes({ features: [] })).toThrow('data.bikes: expected features to be an array of names, at least one'); // prettier-ignore
    expect(() => data.bikes({ features: 'hour' as never })).toThrow('data.bikes: expected features to be an array');
    expect(() => data.bikes({ features: ['hour', 'hour'] })).toThrow('data.bikes: expected each name of features once');
    for (const seed of [-1, 0.5, NaN]) expect(() => data.bikes({ seed })).toThrow('data.bikes: expected seed');
  });
});
