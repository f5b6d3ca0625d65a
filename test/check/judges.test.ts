/** Kinds of judgement: numbers within a tolerance, shapes, gradients, properties; what each says, and on which input it shows it. */
import { describe, expect, it } from 'vitest';
import { judgeClose, type CloseOptions } from '../../lib/check/close';
import { judgeGradient, numericGradient } from '../../lib/check/gradient';
import { judgeProperties } from '../../lib/check/properties';
import { judgeShape } from '../../lib/check/shape';
import { shown, shownApart } from '../../lib/check/shown';
import type { Verdict } from '../../lib/check/verdict';
import * as tf from '../../lib/tensorflow';
import { words } from '../../lib/words';

const say = words.judge;
const wrong = { status: 'wrong', points: 0 };
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

describe('judgeClose', () => {
  const softmax = (z: number[]) => z.map((each) => Math.exp(each) / sum(z.map(Math.exp)));
  const options: CloseOptions<[number[]]> = {
    points: 2,
    inputs: [[[0, 0]], [[1, 2, 3]], [[-1, 5]]],
    right: softmax,
    misconceptions: [{ looksLike: (z) => z.map(Math.exp), message: 'divide by the sum' }],
    passed: 'yes',
    wrong: 'no.',
  };
  const judge = (attempt: (z: number[]) => unknown) => judgeClose(attempt, options);

  it.each<[string, (z: number[]) => unknown]>([
    ['in another order of operations', (z) => z.map((each) => 1 / sum(z.map((other) => Math.exp(other - each))))],
    ['as a tensor', (z) => tf.softmax(tf.tensor1d(z, 'float32').toFloat()).add(0)],
    ['as a typed array', (z) => Float64Array.from(softmax(z))],
    ['and spoils its input', (z) => { const p = softmax(z); z.fill(9); return p; }], // prettier-ignore
  ])('passes a right answer %s', (name, attempt) => {
    const tolerance = name === 'as a tensor' ? 1e-4 : 1e-6;
    expect(judgeClose(attempt, { ...options, tolerance })).toEqual({ status: 'passed', points: 2, message: 'yes' });
  });

  it('knows a misconception by its numbers, and says for which input what came', () => {
    const verdict = judge((z) => z.map((each) => Math.exp(each) * (1 + 1e-9)));
    expect(verdict).toEqual({
      ...wrong,
      message: 'divide by the sum',
      example: { input: '[0, 0]', expected: '[0.5, 0.5]', came: '[1, 1]' },
    });
  });

  it('says how far off the answer is, and where it is farthest', () => {
    const verdict = judge((z) => softmax(z).map((p, i) => (z.length === 3 && i === 1 ? p + 0.25 : p)));
    expect(verdict).toMatchObject({
      ...wrong,
      message: 'no. Off by 0.25 at [1], where it is farthest.',
      example: { input: '[1, 2, 3]', expected: '[0.09003, 0.2447, 0.6652]', came: '[0.09003, 0.4947, 0.6652]' },
    });
  });

  it('shows as many digits as two numbers need to be told apart', () => {
    expect(judge((z) => softmax(z).map((p) => p + 2e-6)).example).toMatchObject({
      expected: '[0.5, 0.5]',
      came: '[0.500002, 0.500002]',
    });
  });

  it.each<[string, (z: number[]) => unknown, string]>([
    ['nothing', () => undefined, `no. ${say.noNumbers}`],
    ['a promise', () => Promise.resolve([1]), `no. ${say.noNumbers}`],
    ['words', (z) => z.map(String), `no. ${say.noNumbers}`],
    ['a tensor that is gone', (z) => { const t = tf.tensor(z); t.dispose(); return t; }, `no. ${say.noNumbers}`], // prettier-ignore
    ['NaN', () => [0.5, NaN], `no. ${say.notFinite(' at [1]')}`],
    ['lists of different lengths', () => [[1], [1, 2]], `no. ${say.ragged}`],
    ['one number', (z) => z.length, `no. ${say.shape('[2]', '[]')}`],
    ['a column', (z) => softmax(z).map((p) => [p]), `no. ${say.shape('[2]', '[2, 1]')} ${say.axis}`],
    ['an empty list', () => [], `no. ${say.shape('[2]', '[0]')}`],
  ])('says what is wrong with %s', (_, attempt, message) => {
    expect(judge(attempt)).toMatchObject({ ...wrong, message });
  });

  it('measures large numbers in proportion, and infinities as they are', () => {
    const large = { ...options, inputs: [[[1e9]]] as [number[]][], right: (z: number[]) => [z[0]!, -Infinity] };
    expect(judgeClose(() => [1e9 + 100, -Infinity], large).status).toBe('passed');
    expect(judgeClose(() => [1e9 + 1e4, -Infinity], large).status).toBe('wrong');
    for (const infinite of [Infinity, NaN, 3]) {
      expect(judgeClose(() => [1e9, infinite], large).message).toBe(
        'no. There should be -Infinity at [1], where it is farthest.',
      );
    }
  });

  it('leaves no tensor behind, not even of an attempt that throws', () => {
    const before = tf.memory().numTensors;
    judge((z) => tf.tensor1d(z));
    expect(() => judge((z) => { tf.tensor1d(z); throw new Error('stop'); })).toThrow('stop'); // prettier-ignore
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('judgeShape', () => {
  const judge = (attempt: (n: number, m: number) => unknown) =>
    judgeShape(attempt, { points: 1, inputs: [[2, 2], [3, 2]], shape: (n, m) => [m, n], passed: 'yes' }); // prettier-ignore
  const rows = (n: number, m: number) => Array.from({ length: n }, () => Array<number>(m).fill(0));

  it('passes any numbers of the right shape, as tensors or lists', () => {
    expect(judge((n, m) => rows(m, n))).toEqual({ status: 'passed', points: 1, message: 'yes' });
    expect(judge((n, m) => tf.randomNormal([m, n], 0, 1, 'float32', 1)).status).toBe('passed');
  });

  it.each<[string, (n: number, m: number) => unknown, Partial<Verdict>]>([
    [
      'transposed',
      rows,
      {
        message: `${say.shape('[2, 3]', '[3, 2]')} ${say.transposed}`,
        example: { input: '3, 2', expected: '[2, 3]', came: '[3, 2]' },
      },
    ],
    ['in a row', (n, m) => rows(1, n * m)[0], { message: `${say.shape('[2, 2]', '[4]')} ${say.axis}` }],
    ['of another size', (n, m) => rows(m, n + 1), { message: say.shape('[2, 2]', '[2, 3]') }],
    ['ragged', () => [[1], []], { message: say.ragged }],
    ['none', () => 'x', { message: say.noNumbers, example: { input: '2, 2', expected: '[2, 2]', came: "'x'" } }],
  ])('says what is wrong where it is %s', (_, attempt, verdict) => {
    expect(judge(attempt)).toMatchObject({ ...wrong, ...verdict });
  });
});

describe('judgeGradient', () => {
  type Data = [w: number[], xs: number[][], ys: number[]];
  const dot = (a: number[], b: number[]) => sum(a.map((each, i) => each * b[i]!));
  const loss = (...[w, xs, ys]: Data) => sum(xs.map((x, i) => (dot(w, x) - ys[i]!) ** 2)) / xs.length;
  /** By hand: 2/n Σ (w·x - y) x. */
  const gradient = (...[w, xs, ys]: Data) =>
    w.map((_, j) => (2 / xs.length) * sum(xs.map((x, i) => (dot(w, x) - ys[i]!) * x[j]!)));
  const inputs: Data[] = [
    [[0.5, -1], [[1, 2], [3, 4], [-1, 0.5]], [1, 0, 2]], // prettier-ignore
    [[2, 3], [[1, 0], [0, 1]], [1, 1]], // prettier-ignore
  ];
  const judge = (attempt: (...args: Data) => unknown) =>
    judgeGradient(attempt, { points: 3, inputs, loss, passed: 'yes', wrong: 'no.' });

  it('passes the gradient, as lists or as a tensor of float32', () => {
    expect(judge(gradient)).toEqual({ status: 'passed', points: 3, message: 'yes' });
    expect(judge((...args) => tf.tensor1d(gradient(...args))).status).toBe('passed');
  });

  it.each<[string, (...args: Data) => unknown, string]>([
    ['the sign turned round', (...args) => gradient(...args).map((g) => -g), say.sign],
    ['the 2 forgotten', (...args) => gradient(...args).map((g) => g / 2), say.factor(0.5)],
    ['a term missing', (...args) => [gradient(...args)[0], 0], 'no. Off by'],
    ['one number too few', (...args) => gradient(...args).slice(1), `no. ${say.shape('[2]', '[1]')}`],
    ['nothing', () => undefined, `no. ${say.noNumbers}`],
    ['a step too coarse', (...args) => gradient(...args).map((g) => g * 1.001), 'no. Off by'],
    ['zeros', ([a, b]) => [a, b].map(() => 0), 'no. Off by'],
    // the number of examples differs from input to input, so no one factor fits
    ['the mean forgotten', (...args) => gradient(...args).map((g) => g * args[1].length), 'no. Off by'],
  ])('knows %s', (_, attempt, message) => {
    const verdict = judge(attempt);
    expect(verdict).toMatchObject(wrong);
    expect(verdict.message).toContain(message);
  });

  it('says a misconception of the exercise’s own first', () => {
    const misconceptions = [{ looksLike: (...args: Data) => gradient(...args).map((g) => g / 2), message: 'own' }];
    const own = { points: 3, inputs, loss, misconceptions, passed: 'yes', wrong: 'no.' };
    expect(judgeGradient((...args: Data) => gradient(...args).map((g) => g / 2), own).message).toBe('own');
  });

  it('differentiates by one number, and by matrices', () => {
    expect(numericGradient((w: number) => w ** 3, 2)).toBeCloseTo(12, 6);
    const square = (w: number[][]) => sum(w.flat().map((each) => each ** 2));
    const [[a, b], [c]] = numericGradient(square, [[1, 2], [3]]) as [[number, number], [number]];
    for (const [is, should] of [[a, 2], [b, 4], [c, 6]] as const) expect(is).toBeCloseTo(should, 6); // prettier-ignore
  });
});

describe('judgeProperties', () => {
  const judge = (attempt: (z: number[]) => unknown, seed?: number) =>
    judgeProperties(attempt, {
      points: 2,
      seed,
      draw: (random): [number[]] => [Array.from({ length: random.integer(2, 4) }, () => random.normal(0, 2))],
      properties: [
        { holds: (p: number[], [z]) => p.length === z.length, expected: 'as many numbers', message: 'length' },
        { holds: (p: number[]) => Math.abs(sum(p) - 1) < 1e-9, expected: 'numbers that add up to 1', message: 'sum' },
        {
          holds: (p: number[], [z], again: (z: number[]) => number[]) =>
            again(z.map((each) => each + 5)).every((q, i) => Math.abs(q - p[i]!) < 1e-9),
          expected: 'the same for inputs that are all 5 larger',
          message: 'shift',
        },
      ],
      passed: 'yes.',
    });
  const softmax = (z: number[]) => z.map((each) => Math.exp(each) / sum(z.map(Math.exp)));

  it('passes what has them all, however it is computed', () => {
    expect(judge(softmax)).toEqual({ status: 'passed', points: 2, message: `yes. ${say.property(20)}` });
    expect(judge((z) => z.map((_, i) => (i === 0 ? 1 : 0))).status).toBe('passed');
  });

  it.each<[string, (z: number[]) => unknown, string]>([
    ['length', () => [1], 'as many numbers'],
    ['length', () => undefined, 'as many numbers'],
    ['sum', (z) => z.map(Math.exp), 'numbers that add up to 1'],
    ['shift', (z) => z.map((each) => each / sum(z)), 'the same for inputs that are all 5 larger'],
  ])('tells the first that fails: %s', (message, attempt, expected) => {
    const verdict = judge(attempt);
    expect(verdict).toMatchObject({ ...wrong, message, example: { expected } });
    expect(verdict.example!.input).toMatch(/^\[-?\d/);
    expect(verdict.example!.came).toMatch(/^(\[-?\d.*\]|undefined)$/);
  });

  it('draws the same inputs each time, and others from another seed', () => {
    const input = (seed?: number) => judge(() => undefined, seed).example!.input;
    expect(input()).toBe(input());
    expect(input(2)).not.toBe(input());
  });

  it('is not spoilt by an attempt that changes its input', () => {
    const vandal = (z: number[]) => {
      const p = softmax(z);
      z.length = 0;
      return p;
    };
    expect(judge(vandal).status).toBe('passed');
  });
});

describe('a value on a card', () => {
  it.each<[unknown, string]>([
    [[1, [2, 3.14159265]], '[1, [2, 3.142]]'],
    [Array.from({ length: 64 }, (_, i) => i), '[0, 1, 2, …, 63] (64)'],
    [['a', true, null, undefined], "['a', true, null, undefined]"],
    [new Float32Array([0.1, 0.2]), '[0.1, 0.2]'],
    [{ weights: [1], label: 'AND' }, "{ weights: [1], label: 'AND' }"],
    [{}, '{}'],
    [() => 1, 'a function'],
    [tf.tensor2d([[1, 2]]), 'tensor [1, 2] [[1, 2]]'],
    [1e-9, '1e-9'],
  ])('%j is short', (value, text) => {
    expect(shown(value)).toBe(text);
  });

  it('is cut where it is long', () => {
    expect(shown('x'.repeat(500))).toHaveLength(160);
  });

  it('has the digits that tell it from another', () => {
    expect(shownApart([0.1], [0.1000001])).toEqual(['[0.1]', '[0.1000001]']);
    expect(shownApart(1, 1)).toEqual(['1', '1']);
  });
});
