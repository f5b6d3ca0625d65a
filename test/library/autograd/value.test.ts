/** Values: data and gradients against PyTorch's and against central differences. */
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autograd } from '../../../lib/index';
import { inRoot } from '../../support/paths';
import { notFinite } from '../../support/tensors';

type Value = autograd.Value;
type Operand = number | { constant: number };
interface Reference {
  expressions: {
    seed: number;
    leaves: number[];
    steps: { op: string; of: Operand[] }[];
    data: number[];
    grads: number[];
  }[];
}
const reference = JSON.parse(readFileSync(inRoot('test', 'reference', 'autograd.json'), 'utf8')) as Reference;

/** One step of an expression, by its name in the reference. */
function apply(op: string, [a, ...rest]: (Value | number)[]): Value {
  const list = [a!, ...rest];
  if (op === 'softmax' || op === 'logSoftmax') return autograd[op](list)[0]!;
  if (op === 'sum' || op === 'mean' || op === 'max') return autograd[op](list);
  const methods = a as unknown as Record<string, (b?: Value | number) => Value>;
  return methods[op]!(rest[0]);
}

/** Both to 1e-12 of their size: the same formulas in the same float64, but for the order of additions. */
function expectClose(actual: readonly number[], expected: readonly number[], tolerance = 1e-12): void {
  expect(actual.length).toBe(expected.length);
  actual.forEach((each, i) => {
    const difference = Math.abs(each - expected[i]!) / Math.max(1, Math.abs(expected[i]!));
    expect(difference, `value ${i}: ${each} for ${expected[i]}`).toBeLessThanOrEqual(tolerance);
  });
}

describe('backward', () => {
  it.each(reference.expressions.map((each) => [each.seed, each] as const))(
    "finds PyTorch's data and gradients for expression %i, at every step of it",
    (_, { leaves, steps, data, grads }) => {
      const values = leaves.map((leaf) => autograd.value(leaf));
      for (const { op, of } of steps) {
        values.push(
          apply(
            op,
            of.map((each) => (typeof each === 'number' ? values[each]! : each.constant)),
          ),
        );
      }
      values.at(-1)!.backward();
      expectClose(
        values.map((each) => each.data),
        data,
      );
      expectClose(
        values.map((each) => each.grad),
        grads,
      );
    },
  );

  it('follows every path to a value that is read more than once', () => {
    const a = autograd.value(3);
    const square = a.mul(a); // 2a + 1 = 7
    square.add(a).backward();
    expect([a.grad, square.grad]).toEqual([7, 1]);
  });

  it('adds up from call to call, on given and on computed values, until zeroGrad', () => {
    const a = autograd.value(2);
    const b = a.mul(3);
    const y = b.mul(b); // y = 9a², dy/da = 18a
    y.backward();
    expect([a.grad, b.grad, y.grad]).toEqual([36, 12, 1]);
    y.backward();
    expect([a.grad, b.grad, y.grad]).toEqual([72, 24, 2]);
    b.add(1).backward(); // another result of the same b
    expect([a.grad, b.grad]).toEqual([75, 25]);
    y.zeroGrad();
    expect([a.grad, b.grad, y.grad]).toEqual([0, 0, 0]);
  });

  it('goes through a chain of 100,000 values', () => {
    const a = autograd.value(1);
    let y = a;
    for (let i = 0; i < 100_000; i++) y = y.add(1);
    y.backward();
    expect([y.data, a.grad]).toEqual([100_001, 1]);
    y.zeroGrad();
    expect(a.grad).toBe(0);
  });

  it('visits each value once, however many paths lead to it: 2⁶⁰ of them', () => {
    const a = autograd.value(1);
    let y = a;
    for (let i = 0; i < 60; i++) y = y.add(y);
    y.backward();
    expect(a.grad).toBe(2 ** 60);
  });

  it('on a value that was given is 1', () => {
    const a = autograd.value(5);
    a.backward();
    expect(a.grad).toBe(1);
  });

  it('names the value whose gradient is not finite, and then changes none', () => {
    const a = autograd.value(0, 'a');
    const y = a.pow(0.5);
    expect(() => y.backward()).toThrow("Value.backward: expected the gradient of 'a' to be finite, got Infinity");
    expect([a.grad, y.grad]).toEqual([0, 0]);
    expect(() => a.mul(1).pow(0.5).backward()).toThrow('expected the gradient of the value 0 (by mul 1) to be finite');
  });
});

describe('each operation', () => {
  const places = fc.integer({ min: -291, max: 291 }).map((n) => n / 97); // apart enough for a difference
  const above = fc.integer({ min: 10, max: 291 }).map((n) => n / 97);
  const smooth = (a: number, b: number) => a !== 0 && Math.abs(b) > 0.1 && a !== b;

  it.each<[string, (a: Value, b: Value) => Value, fc.Arbitrary<number>]>([
    ['add', (a, b) => a.add(b), places],
    ['sub', (a, b) => a.sub(b), places],
    ['mul', (a, b) => a.mul(b), places],
    ['div', (a, b) => a.div(b), places],
    ['pow of values', (a, b) => a.pow(b), above],
    ['pow of a constant', (a, b) => a.pow(3).add(b.pow(-2)), places],
    ['maximum', (a, b) => a.maximum(b), places],
    ['neg', (a) => a.neg(), places],
    ['exp', (a) => a.exp(), places],
    ['log', (a, b) => a.log().add(b.log()), above],
    ['abs', (a) => a.abs(), places],
    ['sin', (a) => a.sin(), places],
    ['cos', (a) => a.cos(), places],
    ['tanh', (a) => a.tanh(), places],
    ['sigmoid', (a) => a.sigmoid(), places],
    ['relu', (a, b) => a.relu().add(b.relu()), places],
  ])('%s has the slope that central differences see', (_, f, place) => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        fc.pre(smooth(a, b));
        autograd.gradcheck(([a, b]) => f(a!, b!), [a, b]);
      }),
    );
  });

  it('takes a number for a constant: the same result, and no gradient for it', () => {
    for (const op of ['add', 'sub', 'mul', 'div', 'pow', 'maximum'] as const) {
      const [a, twin] = [autograd.value(1.5), autograd.value(1.5)];
      const [y, other] = [a[op](2), twin[op](autograd.value(2))];
      y.backward();
      other.backward();
      expect([y.data, a.grad, y.inputs.length, y.op]).toEqual([other.data, twin.grad, 1, `${op} 2`]);
    }
  });

  it('has at its corners the gradients that PyTorch takes', () => {
    const at = (x: number, f: (a: Value) => Value): number[] => {
      const a = autograd.value(x);
      const y = f(a);
      y.backward();
      return [y.data, a.grad];
    };
    expect(at(0, (a) => a.relu())).toEqual([0, 0]);
    expect(at(0, (a) => a.abs())).toEqual([0, 0]);
    expect(at(2, (a) => a.maximum(autograd.value(2)))).toEqual([2, 0.5]);
    expect(at(0, (a) => a.pow(0))).toEqual([1, 0]);
    expect(at(0, (a) => autograd.value(0).pow(a))).toEqual([1, 0]);
    expect(at(-2, (a) => a.pow(3))).toEqual([-8, 12]);
    expect(at(1000, (a) => a.sigmoid())).toEqual([1, 0]);
    expect(at(-1000, (a) => a.sigmoid())).toEqual([0, 0]);
    expect(at(1e300, (a) => a.tanh())).toEqual([1, 0]);
  });

  it('refuses operands that are neither', () => {
    const a = autograd.value(1);
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...notFinite), fc.string(), fc.constant(null), fc.constant([1])), (bad) => {
        for (const op of ['add', 'sub', 'mul', 'div', 'pow', 'maximum'] as const) {
          expect(() => a[op](bad as number)).toThrow(`Value.${op}: expected a Value or a finite number, got`);
        }
        expect(() => autograd.value(bad as number)).toThrow('autograd.value: expected data to be a finite number, got');
      }),
    );
  });

  it('gives finite numbers or says which operation did not, whatever the numbers', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    const ops = ['add', 'sub', 'mul', 'div', 'pow', 'maximum', 'neg', 'exp', 'log', 'abs', 'sin', 'cos', 'tanh', 'sigmoid', 'relu']; // prettier-ignore
    fc.assert(
      fc.property(any, any, fc.constantFrom(...ops), (x, y, op) => {
        const [a, b] = [autograd.value(x), autograd.value(y)];
        try {
          const result = apply(op, [a, b]);
          expect(Number.isFinite(result.data)).toBe(true);
          result.backward();
          for (const each of [a, b]) expect(Number.isFinite(each.grad)).toBe(true);
        } catch (error) {
          expect((error as Error).message).toMatch(
            new RegExp(`^Value.(${op}: expected a finite result|backward: expected the gradient of .* to be finite)`),
          );
        }
      }),
      { numRuns: 1000 },
    );
    expect(() => autograd.value(0).log()).toThrow(
      'Value.log: expected a finite result, got -Infinity; it was computed from 0',
    );
  });
});

describe('a Value', () => {
  it('says its data, its gradient, its name and its operation, in print and in Jupyter', () => {
    const a = autograd.value(2, 'a');
    const y = a.mul(1 / 3);
    y.backward();
    expect(inspect(a)).toBe("Value 'a': data 2, grad 0.3333");
    expect(inspect([y])).toContain('Value: data 0.6667, grad 1, by mul');
    const show = (a as unknown as Record<symbol, () => object>)[Symbol.for('Jupyter.display')]!;
    expect(show.call(a)).toEqual({ 'text/plain': "Value 'a': data 2, grad 0.3333" });
  });

  it('can be of an operation of your own', () => {
    const a = autograd.value(2);
    const own = (localGrads: number[]) => new autograd.Value(8, { op: 'cube', inputs: [a], localGrads });
    own([12]).mul(2).backward();
    expect(a.grad).toBe(24);
    expect(() => own([])).toThrow('autograd.Value: expected as many localGrads as inputs, 1, got []');
  });
});
