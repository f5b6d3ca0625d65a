/** The checks of lesson 03, tested themselves: the stub, the solution, and the wrong answers that students give. */
import { describe, expect, it } from 'vitest';
import { rescaled } from '../../lib/check/exercises/03-penguins';
import { corrected, learn, type Learnt } from '../../lib/check/exercises/03-perceptron';
import { notAttempted, verdictOn, type Exercise } from '../../lib/check/verdict';
import { words } from '../../lib/words';

const say = words.lesson03.exercises;
const judge = <Attempt>(exercise: Exercise<Attempt>, attempt: Attempt) =>
  verdictOn(exercise, attempt, words.check.threw);

describe.each<[string, Exercise<never>]>([
  ['03.1', corrected],
  ['03.2', learn],
  ['03.3', rescaled],
])('%s', (_, exercise) => {
  it('calls the stub not attempted, and an attempt that throws wrong', () => {
    const throwing = (message: string) => (() => {
      throw new Error(message);
    }) as never; // prettier-ignore
    expect(judge(exercise, throwing(notAttempted))).toMatchObject({ status: 'not attempted', points: 0 });
    expect(judge(exercise, throwing('w is undefined')).message).toBe(words.check.threw('w is undefined'));
  });
});

type Corrected = (weights: number[], x: number[], y: number, answer: number, rate: number) => number[];

describe('03.1, one step', () => {
  it.each<[string, Corrected]>([
    ['a map', (weights, x, y, answer, rate) => weights.map((w, i) => w + rate * (y - answer) * x[i]!)],
    [
      'a loop that changes what it was given',
      (weights, x, y, answer, rate) => {
        for (let i = 0; i < weights.length; i++) weights[i]! -= rate * (answer - y) * x[i]!;
        return weights;
      },
    ],
  ])('passes %s', (_, attempt) => {
    expect(judge(corrected, attempt)).toMatchObject({ status: 'passed', points: 1 });
  });

  const each = (next: (w: number, x: number, y: number, answer: number, rate: number) => number): Corrected => (weights, x, y, answer, rate) => weights.map((w, i) => next(w, x[i]!, y, answer, rate)); // prettier-ignore

  it.each<[string, Corrected, string]>([
    ['the sign turned', each((w, x, y, a, rate) => w + rate * (a - y) * x), say.corrected.reversed],
    ['no input', each((w, _, y, a, rate) => w + rate * (y - a)), say.corrected.inputless],
    ['no learning rate', each((w, x, y, a) => w + (y - a) * x), say.corrected.rateless],
    ['the step alone', each((_, x, y, a, rate) => rate * (y - a) * x), say.corrected.stepOnly],
    ['the target for the error', each((w, x, y, _, rate) => w + rate * y * x), say.corrected.always],
    ['an error without its sign', each((w, x, y, a, rate) => w + rate * Math.abs(y - a) * x), say.corrected.size],
    ['a step times the weight', each((w, x, y, a, rate) => w + rate * (y - a) * x * w), say.corrected.twice],
    ['no step', (weights) => weights, say.corrected.unchanged],
    ['no return', (() => undefined) as unknown as Corrected, say.corrected.notWeights],
    ['one number', (() => 3) as unknown as Corrected, say.corrected.notWeights],
    ['NaN', each((w, _, y, a, rate) => w + rate * (y - a) * NaN), say.corrected.notANumber],
    ['something else', each(() => 7), say.corrected.wrong],
  ])('knows %s by its message', (_, attempt, message) => {
    expect(judge(corrected, attempt)).toMatchObject({ status: 'wrong', points: 0, message });
  });
});

type Learn = (xs: number[][], ys: number[], epochs: number) => Learnt;

/** A student's loops, with the lines that go wrong left open. */
const loops =
  ({
    answer = (z: number): number => (z >= 0 ? 1 : 0),
    error = (y: number, a: number) => y - a,
    rounds = (epochs: number) => epochs,
    bias = 1,
    input = (x: number) => x,
  }): Learn =>
  (xs, ys, epochs) => {
    const w = xs[0]!.map(() => 0);
    let b = 0;
    for (let epoch = 0; epoch < rounds(epochs); epoch++) {
      let mistakes = 0;
      for (const [i, x] of xs.entries()) {
        let z = b;
        for (let j = 0; j < x.length; j++) z += w[j]! * x[j]!;
        const e = error(ys[i]!, answer(z));
        if (e !== 0) mistakes++;
        for (let j = 0; j < x.length; j++) w[j]! += e * input(x[j]!);
        b += bias * e;
      }
      if (mistakes === 0) break;
    }
    return { w, b };
  };

/** All answers of an epoch from the weights it began with. */
const frozen: Learn = (xs, ys, epochs) => {
  let [w, b] = [xs[0]!.map(() => 0), 0];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const errors = xs.map((x, i) => ys[i]! - (x.reduce((sum, input, j) => sum + w[j]! * input, b) >= 0 ? 1 : 0));
    w = w.map((weight, j) => xs.reduce((sum, x, i) => sum + errors[i]! * x[j]!, weight));
    b += errors.reduce((sum, error) => sum + error, 0);
  }
  return { w, b };
};

describe('03.2, the perceptron', () => {
  it('passes loops that stop after an epoch without a mistake', () => {
    expect(judge(learn, loops({}))).toMatchObject({ status: 'passed', points: 2 });
  });

  it.each<[string, Learn, string]>([
    ['a bias that stays', loops({ bias: 0 }), say.learn.noBias],
    ['a bias that goes the wrong way', loops({ bias: -1 }), say.learn.biasReversed],
    ['one epoch', loops({ rounds: () => 1 }), say.learn.oneEpoch],
    ['more epochs than asked for', loops({ rounds: () => 1000 }), say.learn.endless('AND')],
    ['the sign turned', loops({ error: (y, a) => a - y }), say.learn.reversed],
    ['a step after each example', loops({ error: (y) => (y ? 1 : -1) }), say.learn.always],
    ['silence at 0', loops({ answer: (z) => (z > 0 ? 1 : 0) }), say.learn.strictly],
    ['z in place of the answer', loops({ answer: (z) => z }), say.learn.sum],
    ['no input', loops({ input: () => 1 }), say.learn.inputless],
    ['answers of the epoch before', frozen, say.learn.frozen],
    ['no loop', (xs) => ({ w: xs[0]!.map(() => 0), b: 0 }), say.learn.nothing],
    ['no return', (() => undefined) as unknown as Learn, say.learn.notLearnt],
    ['too many weights', (xs) => ({ w: [0, ...xs[0]!], b: 0 }), say.learn.lengths('AND', 2, 3)],
    ['NaN', (xs) => ({ w: xs[0]!.map(() => NaN), b: 0 }), say.learn.notANumber],
    [
      'a change of the examples',
      (xs, ys, epochs) => {
        const learnt = loops({})(xs, ys, epochs);
        xs[0]!.push(1);
        return learnt;
      },
      say.learn.changes,
    ],
    ['something else', (xs) => ({ w: xs[0]!.map(() => 5), b: 5 }), say.learn.wrong('AND')],
  ])('knows %s by its message', (_, attempt, message) => {
    expect(judge(learn, attempt)).toMatchObject({ status: 'wrong', points: 0, message });
  });

  it('says for which examples what was expected and what came', () => {
    expect(judge(learn, loops({ bias: 0 })).example).toEqual({
      input: '[[0,0],[0,1],[1,0],[1,1]], [0,0,0,1], 1',
      expected: '{ w: [1, 1], b: 0 }',
      came: '{ w: [0, 0], b: 0 }',
    });
  });
});

type Rows = number[][];
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const statistics = (values: number[]) => {
  const middle = mean(values);
  const spread = Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
  return { mean: middle, spread, min: Math.min(...values), max: Math.max(...values) };
};
/** Every number changed by what is known of its column. */
const byColumn = (change: (value: number, of: ReturnType<typeof statistics>) => number) => (rows: Rows) => {
  const known = rows[0]!.map((_, j) => statistics(rows.map((row) => row[j]!)));
  return rows.map((row) => row.map((value, j) => change(value, known[j]!)));
};
/** The same for rows, a typical mistake. */
const byRow = (change: (value: number, of: ReturnType<typeof statistics>) => number) => (rows: Rows) =>
  rows.map((row) => row.map((value) => change(value, statistics(row))));

describe('03.3, the scales of penguins', () => {
  it.each<[string, (rows: Rows) => Rows]>([
    ['mean 0 and spread 1', byColumn((value, { mean, spread }) => (value - mean) / spread)],
    ['from 0 to 1', byColumn((value, { min, max }) => (value - min) / (max - min))],
  ])('passes columns of %s', (_, attempt) => {
    expect(judge(rescaled, attempt)).toMatchObject({ status: 'passed', points: 3 });
  });

  it.each<[string, (rows: Rows) => Rows, number, RegExp]>([
    ['the rows themselves', (rows) => rows, 0, /rows are as they were/],
    ['one factor for all', (rows) => rows.map((row) => row.map((v) => v / 1000)), 0, /by the same factor/],
    ['birds scaled one by one', byRow((value, { max }) => value / max), 0, /each \*column\*/],
    [
      'birds standardised one by one',
      byRow((value, { mean, spread }) => (value - mean) / spread),
      0,
      /each \*column\*/,
    ],
    ['columns centred only', byColumn((value, { mean }) => value - mean), 0, /which is half of it/],
    ['columns scaled only', byColumn((value, { max }) => value / max), 2, /on one side of 0/],
    ['the variance', byColumn((value, { mean, spread }) => (value - mean) / spread ** 2), 2, /by the variance/],
    ['a precedence', byColumn((value, { mean, spread }) => value - mean / spread), 0, /spread of about 1/],
    ['NaN', byColumn(() => NaN), 0, /not finite/],
    ['a row less', (rows) => rows.slice(1), 0, /\[274, 4\]; yours have \[273, 4\]/],
    ['no return', (() => undefined) as unknown as (rows: Rows) => Rows, 0, /has to return the rows/],
    [
      'rows changed in place',
      (rows) => {
        for (const row of rows) row[3]! /= 1000;
        return rows;
      },
      0,
      /changes the rows/,
    ],
  ])('knows %s by its message', (_, attempt, points, message) => {
    expect(judge(rescaled, attempt)).toMatchObject({
      status: 'wrong',
      points,
      message: expect.stringMatching(message) as string,
    });
  });
});
