/** Activations and their derivatives, against PyTorch's autograd, central differences and the ends of the line. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scratch } from '../../../lib/index';
import { normalArea } from '../../../lib/scratch/normal';
import { expectNear, reference } from '../../support/reference';
import { notFinite } from '../../support/tensors';

interface Numbers {
  z: number[];
  activations: Record<string, { values: number[]; derivatives: number[] }>;
  softmax: { z: number[]; v: number[]; a: number[]; jvp: number[] }[];
}
const torch = reference<Numbers>('scratch');
const { linear, sigmoid, tanh, relu, leakyRelu, elu, softplus, gelu, swish, step, softmax } = scratch;
const all: scratch.Activation[] = [linear, sigmoid, tanh, relu, leakyRelu, elu, softplus, gelu, swish, step];
const learning = all.filter((f) => f !== step);

describe.each(learning.map((f) => [f.name, f] as const))('scratch.%s', (name, f) => {
  it("gives PyTorch's values and derivatives within 1e-14", () => {
    const { values, derivatives } = torch.activations[name]!;
    expectNear(torch.z.map((z) => f(z)), values, 1e-14); // prettier-ignore
    expectNear(torch.z.map((z) => f.derivative(z)), derivatives, 1e-14); // prettier-ignore
  });

  it('has the central difference as its derivative, wherever it has no corner', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (z) => {
        fc.pre(Math.abs(z) > 1e-4);
        expect(Math.abs((f(z + 1e-5) - f(z - 1e-5)) / 2e-5 - f.derivative(z))).toBeLessThan(1e-8);
      }),
    );
  });
});

describe.each(all.map((f) => [f.name, f] as const))('scratch.%s', (name, f) => {
  it('is finite with a finite derivative wherever z is, however large', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (z) => {
        expect([f(z), f.derivative(z)].every(Number.isFinite)).toBe(true);
      }),
    );
    for (const z of [-Number.MAX_VALUE, -1000, -0, 1000, Number.MAX_VALUE, Number.MIN_VALUE]) {
      expect([f(z), f.derivative(z)].every(Number.isFinite), String(z)).toBe(true);
    }
  });

  it('refuses what is no finite number', () => {
    for (const bad of [...notFinite, '1', undefined, null, [1]] as number[]) {
      expect(() => f(bad)).toThrow(`scratch.${name}: expected z to be a finite number, got`);
      expect(() => f.derivative(bad)).toThrow('expected z to be a finite number, got');
    }
  });
});

describe('activations by hand', () => {
  it('are at 0 and 1 what the formulas say, and at corners what the convention says', () => {
    expect(all.map((f) => f(0))).toEqual([0, 0.5, 0, 0, 0, 0, Math.log(2), 0, 0, 1]);
    expect([relu, leakyRelu, elu, step].map((f) => f.derivative(0))).toEqual([0, 0.2, 1, 0]);
    expect([step(-1e-9), step(0), step.derivative(0)]).toEqual([0, 1, 0]);
    expect([leakyRelu(-2, { alpha: 0.5 }), leakyRelu.derivative(-2, { alpha: 0.5 })]).toEqual([-1, 0.5]);
    expect(elu(-1, { alpha: 2 })).toBeCloseTo(2 * (Math.exp(-1) - 1), 15);
    expect(elu.derivative(-1, { alpha: 2 })).toBeCloseTo(2 * Math.exp(-1), 15);
    expect(() => leakyRelu(1, { alpha: 0 })).toThrow('scratch.leakyRelu: expected alpha to be a finite number above 0');
    expect(() => elu.derivative(1, { alpha: NaN })).toThrow('expected alpha to be a finite number above 0, got NaN');
  });

  it('keep their relative digits in the tails', () => {
    expect(sigmoid(-700) / Math.exp(-700)).toBeCloseTo(1, 13);
    expect(sigmoid.derivative(50) / Math.exp(-50)).toBeCloseTo(1, 13);
    expect(tanh.derivative(30) / (4 * Math.exp(-60))).toBeCloseTo(1, 13);
    expect(softplus(-50) / Math.exp(-50)).toBeCloseTo(1, 13);
    // Φ(-5) and Φ(-10) as Python's math.erfc(5/√2)/2 and math.erfc(10/√2)/2.
    expect(normalArea(-5) / 2.866515718791946e-7).toBeCloseTo(1, 12);
    expect(normalArea(-10) / 7.619853024160593e-24).toBeCloseTo(1, 12);
    expect(Math.abs(normalArea(-3) / normalArea(-3.0000000001) - 1)).toBeLessThan(1e-9); // the two forms meet
  });
});

describe('scratch.softmax', () => {
  it("gives PyTorch's chances and Jacobian-vector products within 1e-15", () => {
    for (const { z, v, a, jvp } of torch.softmax) {
      expectNear(softmax(z), a, 1e-15);
      expectNear(softmax.jvp(z, v), jvp, 1e-15);
    }
  });

  it('sums to 1, keeps the order of the scores and does not change if all scores move alike', () => {
    const scores = fc.array(fc.integer({ min: -2000, max: 2000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, fc.integer({ min: -1e6, max: 1e6 }), (z, move) => {
        const a = softmax(z);
        expect(a.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
        z.forEach((score, i) => z.forEach((other, j) => score > other && expect(a[i]).toBeGreaterThanOrEqual(a[j]!)));
        expectNear(softmax(z.map((score) => score + move)), a, 1e-12);
      }),
    );
    expect(softmax([Number.MAX_VALUE, -Number.MAX_VALUE])).toEqual([1, 0]);
  });

  it('refuses lists that are empty, of another length or not of finite numbers', () => {
    expect(() => softmax([])).toThrow('scratch.softmax: expected z to hold at least one number, got []');
    expect(() => softmax([1, NaN])).toThrow('scratch.softmax: expected z[1] to be a finite number, got NaN');
    expect(() => softmax(3 as unknown as number[])).toThrow('expected z to be an array of finite numbers, got 3');
    expect(() => softmax.jvp([1, 2], [1])).toThrow('scratch.softmax.jvp: expected v to hold 2 numbers, got [1]');
  });
});
