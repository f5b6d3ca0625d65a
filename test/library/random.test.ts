/** The seeded generator. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generator } from '../../lib/random';

const draw = (count: number, f: () => number) => Array.from({ length: count }, f);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const std = (values: number[]) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

describe('generator(seed)', () => {
  // From a second implementation of sfc32, in Python's whole numbers: a, b, c, n = 0, low, high, 1; 12 draws thrown away;
  // t = (a+b+n) % 2**32; n += 1; a = b ^ (b>>9); b = (c + (c<<3)) % 2**32; c = (rotate_left(c, 21) + t) % 2**32
  it.each([
    [0, [1363572419, 145230303, 808754475, 4216505632]],
    [7, [1837975287, 2099764152, 1321706041, 2064663467]],
    [2 ** 32 + 7, [3404989448, 1745631766, 2856156403, 3234381107]],
    [2 ** 53 - 1, [3268402823, 2602357022, 3266425223, 182731693]],
  ])('draws the numbers of sfc32 for the seed %d', (seed, numbers) => {
    const random = generator(seed);
    expect(draw(4, () => random.uniform() * 2 ** 32)).toEqual(numbers);
  });

  it('draws uniform numbers from min up to max, evenly', () => {
    const random = generator(1);
    const values = draw(20_000, () => random.uniform(-2, 4));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(-2);
    expect(Math.max(...values)).toBeLessThan(4);
    expect(mean(values)).toBeCloseTo(1, 1);
    expect(std(values)).toBeCloseTo(6 / Math.sqrt(12), 1);
  });

  it('draws normal numbers of the mean and standard deviation asked for', () => {
    const random = generator(2);
    const values = draw(20_000, () => random.normal(3, 2));
    expect(mean(values)).toBeCloseTo(3, 1);
    expect(std(values)).toBeCloseTo(2, 1);
    const within = values.filter((value) => Math.abs(value - 3) < 2).length / values.length;
    expect(within).toBeCloseTo(0.683, 2); // of a normal distribution within one standard deviation
  });

  it('draws every whole number of a range, its ends included, equally often', () => {
    const random = generator(3);
    const counts = new Map<number, number>();
    for (const value of draw(6000, () => random.integer(1, 6))) counts.set(value, (counts.get(value) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120); // 4 standard deviations
  });

  it('shuffles into every order equally often, and keeps every item', () => {
    const random = generator(4);
    const orders = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = random.shuffle(['a', 'b', 'c']).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect([...orders.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  it('leaves the array it shuffles as it was', () => {
    const items = Object.freeze([1, 2, 3, 4]);
    expect(generator(0).shuffle(items)).not.toBe(items);
    expect(items).toEqual([1, 2, 3, 4]);
  });

  it('chooses each item of a list', () => {
    const random = generator(5);
    expect(new Set(draw(100, () => random.choice([1, 2, 3])))).toEqual(new Set([1, 2, 3]));
  });

  it('gives the same stream for the same seed, another one for another', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (seed) => {
        const [a, b] = [generator(seed), generator(seed)];
        expect(draw(5, () => a.uniform())).toEqual(draw(5, () => b.uniform()));
      }),
    );
    const firsts = Array.from({ length: 1000 }, (_, seed) => generator(seed).uniform());
    expect(new Set(firsts).size).toBe(1000);
  });

  it('refuses a seed that is no whole number from 0 up', () => {
    for (const seed of [-1, 0.5, NaN, Infinity, 2 ** 53, '1', undefined]) {
      expect(() => generator(seed as number)).toThrow(/^generator: expected seed to be a whole number from 0 up, got /);
    }
  });

  it('refuses empty ranges and lists', () => {
    const random = generator(0);
    expect(() => random.uniform(1, 0)).toThrow(
      'generator.uniform: expected max to be a finite number from 1 up, got 0',
    );
    expect(() => random.normal(0, -1)).toThrow(
      'generator.normal: expected std to be a finite number from 0 up, got -1',
    );
    expect(() => random.integer(3, 2)).toThrow('generator.integer: expected max to be a whole number from 3');
    expect(() => random.choice([])).toThrow('generator.choice: expected at least one item, got []');
  });
});
