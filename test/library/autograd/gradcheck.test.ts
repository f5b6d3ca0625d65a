/** The gradient check finds what is wrong, says nothing to what is right, and leaves all as it was. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autograd } from '../../../lib/index';

const cube = (a: autograd.Value, slope: number) =>
  new autograd.Value(a.data ** 3, { op: 'cube', inputs: [a], localGrads: [slope] });

describe('gradcheck of values', () => {
  it('returns for each input its gradient and the central difference', () => {
    const rows = autograd.gradcheck(([a, b]) => a!.mul(b!).add(a!), [2, -3]);
    expect(rows.map(({ input, gradient, agrees }) => [input, gradient, agrees])).toEqual([['x₁', -2, true], ['x₂', 2, true]]); // prettier-ignore
    for (const { gradient, numeric, difference } of rows) {
      expect(difference).toBe(Math.abs(gradient - numeric));
      expect(difference).toBeLessThan(1e-9);
    }
  });

  it('names the input that is wrong, with both numbers', () => {
    const wrong = ([a, b]: autograd.Value[]) => a!.mul(5).add(cube(b!, 2 * b!.data));
    expect(() => autograd.gradcheck(wrong, [1, 2])).toThrow(
      'autograd.gradcheck: expected the gradient with respect to x₂ to be about 12, got 4; ' +
        'look at the derivative of what reads x₂',
    );
    expect(() => autograd.gradcheck(wrong, [1, autograd.value(2, 'weight')])).toThrow('with respect to weight to be');
    expect(autograd.gradcheck(wrong, [1, 2], { throws: false }).map(({ agrees }) => agrees)).toEqual([true, false]);
  });

  it('says how many are wrong, and tells inputs of one label apart', () => {
    const inputs = [autograd.value(1, 'w'), autograd.value(2, 'w')];
    expect(() => autograd.gradcheck(([a, b]) => cube(a!, 0).add(cube(b!, 0)), inputs)).toThrow(
      /w \[0\] to be about 3, got 0; .*, and 1 more of 2 are wrong/,
    );
  });

  it('leaves values and gradients as they were, also where f throws', () => {
    const a = autograd.value(2, 'a');
    const other = autograd.value(3);
    a.mul(other).backward();
    autograd.gradcheck(([x]) => x!.mul(other).exp(), [a]);
    expect(() => autograd.gradcheck(([x]) => x!.pow(2).sub(4).pow(0.5), [a])).toThrow();
    expect(
      () => autograd.gradcheck(([x]) => (x!.data === 2 ? x!.mul(1) : x!.sub(5).log()), [a]), // throws on the way
    ).toThrow('Value.log');
    expect([a.data, a.grad, other.grad]).toEqual([2, 3, 2]);
  });

  it('takes 0 for the gradient of an input that is not read, and sees where numbers leave the graph', () => {
    expect(autograd.gradcheck(([, b]) => b!.mul(2), [1, 1])[0]).toMatchObject({
      gradient: 0,
      numeric: 0,
      agrees: true,
    });
    expect(() => autograd.gradcheck(([a]) => autograd.value(a!.data * 2), [1])).toThrow('to be about 2, got 0');
  });

  it('does not take the rounding of a large f for a mistake, nor a mistake for rounding', () => {
    const f = ([a]: autograd.Value[]) => a!.mul(0.3).add(1e9); // rounded to 1e-7: the difference is off by some 1e-3
    expect(autograd.gradcheck(f, [1])[0]!.difference).toBeGreaterThan(1e-5);
    expect(() => autograd.gradcheck(([a]) => cube(a!, 0).add(1e9), [1])).toThrow('got 0');
  });

  it('lets values of any size pass', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 1, max: 4 }), (x, power) => {
        autograd.gradcheck(([a]) => a!.pow(power).mul(1000).add(1e7), [x]);
      }),
    );
  });
});

describe('gradcheck of plain functions', () => {
  const f = ([w, b]: number[]) => (3 * w! + b!) ** 2;
  const gradient = ([w, b]: number[]) => [6 * (3 * w! + b!), 2 * (3 * w! + b!)];

  it('passes a gradient that is right', () => {
    expect(autograd.gradcheck(f, gradient, [1, -1]).map(({ gradient }) => gradient)).toEqual([12, 4]);
  });

  it('catches a factor, a sign, a NaN and a place', () => {
    const at = [1, -1];
    const wrongs: [(x: number[]) => number[], string][] = [
      [(x) => gradient(x).map((each) => each / 2), 'x₁ to be about 12, got 6'],
      [(x) => [gradient(x)[0]!, -gradient(x)[1]!], 'x₂ to be about 4, got -4'],
      [() => [12, NaN], 'x₂ to be about 4, got NaN'],
      [(x) => gradient(x).reverse(), 'x₁ to be about 12, got 4'],
    ];
    for (const [wrong, message] of wrongs) expect(() => autograd.gradcheck(f, wrong, at)).toThrow(message);
  });

  it('catches what is wrong by a thousandth, and by less with a smaller tolerance', () => {
    const off = (factor: number) => (x: number[]) => gradient(x).map((each) => each * factor);
    expect(() => autograd.gradcheck(f, off(1.001), [1, -1])).toThrow();
    autograd.gradcheck(f, off(1 + 1e-7), [1, -1]);
    expect(() => autograd.gradcheck(f, off(1 + 1e-7), [1, -1], { tolerance: 1e-9 })).toThrow();
  });

  it('hands each function a list of its own', () => {
    const greedy = (x: number[]) => [2 * x.pop()!];
    expect(autograd.gradcheck((x) => x.pop()! ** 2, greedy, [3])[0]!.agrees).toBe(true);
  });

  it('refuses gradients of another length, and answers that are no numbers', () => {
    for (const bad of [[1], [1, 2, 3], 1, undefined]) {
      expect(() => autograd.gradcheck(f, () => bad as number[], [1, 2])).toThrow(
        'autograd.gradcheck: expected the gradient to be a list of 2 numbers, one for each input, got',
      );
    }
    expect(() => autograd.gradcheck(([x]) => Math.log(x!), ([x]) => [1 / x!], [1e-6])).toThrow(/f to be a finite number where x₁ is -0.000009/); // prettier-ignore
  });
});

it('gradcheck refuses inputs, options and functions that are none', () => {
  const f = ([a]: autograd.Value[]) => a!.mul(1);
  expect(() => autograd.gradcheck(3 as unknown as typeof f, [1])).toThrow('expected f to be a function, got 3');
  expect(() => autograd.gradcheck((() => 1) as unknown as typeof f, [1])).toThrow(
    'expected f to return a Value, got 1',
  );
  expect(() => autograd.gradcheck(f, [])).toThrow('expected a list of inputs, at least one, got []');
  expect(() => autograd.gradcheck(f, [NaN])).toThrow('expected input 0 to be a finite number or a Value, got NaN');
  expect(() => autograd.gradcheck(f, [1], { epsilon: 0 })).toThrow('expected epsilon to be a finite number above 0');
  expect(() => autograd.gradcheck(f, [1], { tolerance: -1 })).toThrow('expected tolerance to be a finite number above');
  expect(() => autograd.gradcheck(f, [1], { epsilon: 1e-20 })).toThrow(
    'epsilon large enough to move x₁ = 1, got 1e-20',
  );
});
