/** Time series and number words: their parts, and their seeds. */
import { describe, expect, it } from 'vitest';
import { data } from '../../../lib/index';
import { reference } from '../../support/reference';
import { notFinite } from '../../support/tensors';

interface Reference {
  surfaces: { places: [number, number][]; bumps: number[]; plane: number[] };
  series: { values: number[] };
}
const expected = reference<Reference>('data');

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const std = (values: number[]) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

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
    values.forEach((value, t) => expect(Math.abs(value - expected.series.values[t]!)).toBeLessThan(1e-12));
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
