/** Gradient descent and its path; the measured gradient. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scratch } from '../../../lib/index';
import { expectNear } from '../../support/reference';
import { notFinite } from '../../support/tensors';

const bowl = ([x, y]: number[]) => x! ** 2 + 3 * y! ** 2;
const gradient = ([x, y]: number[]) => [2 * x!, 6 * y!];

describe('scratch.gradientDescent', () => {
  it('walks as worked by hand: on a bowl each coordinate shrinks by its own factor', () => {
    const { path, losses, diverged } = scratch.gradientDescent(bowl, [2, 1], { gradient, learningRate: 0.1, steps: 5 });
    expectNear(path, [0, 1, 2, 3, 4, 5].map((t) => [2 * 0.8 ** t, 0.4 ** t]), 1e-14); // prettier-ignore
    expectNear(losses, path.map(bowl), 0);
    expect(diverged).toBe(false);
  });

  it('measures the gradient where none is given, and takes the same way within 1e-8', () => {
    const wavy = ([x, y]: number[]) => Math.sin(x!) + x! ** 2 / 4 + Math.cosh(y!);
    const slope = ([x, y]: number[]) => [Math.cos(x!) + x! / 2, Math.sinh(y!)];
    const measured = scratch.gradientDescent(wavy, [2, -1], { momentum: 0.5, steps: 50 });
    const given = scratch.gradientDescent(wavy, [2, -1], { gradient: slope, momentum: 0.5, steps: 50 });
    expectNear(measured.path, given.path, 1e-8);
  });

  it('goes down at every step where the rate is below that of the steepest curve', () => {
    const point = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));
    fc.assert(
      fc.property(point, fc.integer({ min: 1, max: 33 }), (start, rate) => {
        const { losses } = scratch.gradientDescent(bowl, start, { gradient, learningRate: rate / 100, steps: 20 });
        losses.slice(1).forEach((loss, i) => expect(loss).toBeLessThanOrEqual(losses[i]!));
      }),
    );
  });

  it('walks with any optimizer', () => {
    const optimizer = scratch.adam({ learningRate: 0.1 });
    const { path, losses } = scratch.gradientDescent(bowl, [2, 1], { gradient, optimizer, steps: 300 });
    expectNear(path[1], [1.9, 0.9], 1e-6); // Adam's first step is the learning rate along each axis
    expect(losses.at(-1)).toBeLessThan(1e-3);
  });

  it('stops and says so where it diverges, and ends with what was finite', () => {
    const { path, losses, diverged } = scratch.gradientDescent(bowl, [2, 1], {
      gradient,
      learningRate: 1,
      steps: 9999,
    });
    expect(diverged).toBe(true);
    expect(path.length).toBeLessThan(9999);
    expect(losses.length).toBe(path.length);
    expect([...path.flat(), ...losses].every(Number.isFinite)).toBe(true);
    const log = scratch.gradientDescent(([x]) => Math.log(x!), [1], { learningRate: 2, steps: 5 });
    expect(log).toEqual({ path: [[1]], losses: [0], diverged: true });
  });

  it('leaves the start as it was, and stands still with no steps', () => {
    const start = [2, 1];
    scratch.gradientDescent((point) => point.pop()! ** 2, start, { steps: 3 });
    expect(start).toEqual([2, 1]);
    expect(scratch.gradientDescent(bowl, start, { steps: 0 })).toEqual({
      path: [[2, 1]],
      losses: [7],
      diverged: false,
    });
  });

  it('names what it cannot use', () => {
    const walk = (f: unknown, start: unknown, options?: object) => () =>
      scratch.gradientDescent(f as scratch.Surface, start as number[], options);
    expect(walk(3, [1])).toThrow('scratch.gradientDescent: expected f to be a function of a point, got 3');
    expect(walk(bowl, [])).toThrow('expected start to hold at least one number, got []');
    for (const bad of notFinite) expect(walk(bowl, [bad, 1])).toThrow('expected start[0] to be a finite number');
    expect(walk(() => NaN, [1])).toThrow('expected f(start) to be a finite number, got NaN');
    expect(walk(bowl, [1, 1], { steps: -1 })).toThrow('expected steps to be a whole number from 0 to 1000000, got -1');
    expect(walk(bowl, [1, 1], { learningRate: 0 })).toThrow(
      'expected learningRate to be a finite number above 0, got 0',
    );
    expect(walk(bowl, [1, 1], { gradient: () => [1] })).toThrow('expected the gradient to be an array of 2 numbers, got [1]'); // prettier-ignore
    expect(walk(bowl, [1, 1], { optimizer: scratch.gd(), learningRate: 1 })).toThrow(
      "expected either an optimizer or learningRate and momentum, got 'both'; give the optimizer its own learningRate",
    );
  });
});

describe('scratch.numericGradient', () => {
  it('is that of a polynomial within 1e-9, at large points too', () => {
    expectNear(
      scratch.numericGradient(([x, y]) => x! ** 2 * y!, [3, 2]),
      [12, 9],
      1e-9,
    );
    expectNear(
      scratch.numericGradient(([x]) => x! ** 2, [1e6]),
      [2e6],
      1e-9,
    );
    expect(scratch.numericGradient(() => 1, [])).toEqual([]);
  });

  it('says where the function is not finite near the point', () => {
    expect(() => scratch.numericGradient(([x]) => Math.log(x!), [0])).toThrow(
      'scratch.numericGradient: expected a finite slope along axis 0, got NaN; f is not finite near the point',
    );
    expect(() => scratch.numericGradient(bowl, [1, 1], { delta: 0 })).toThrow(
      'expected delta to be a finite number above 0',
    );
  });
});
