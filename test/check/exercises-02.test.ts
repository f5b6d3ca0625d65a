/** The checks of lesson 02, tested themselves: the stub, the solution, and the wrong answers that students give. */
import { describe, expect, it } from 'vitest';
import { exactlyTwo, fires, six } from '../../lib/check/exercises/02-mcculloch-pitts';
import { exercises } from '../../lib/check/exercises/index';
import { notAttempted, verdictOn, type Exercise } from '../../lib/check/verdict';
import { circuit } from '../../lib/scratch/circuit';
import { drawn } from '../../lib/scratch/drawn';
import { unit } from '../../lib/scratch/mcculloch-pitts';
import { words } from '../../lib/words';

const say = words.lesson02.exercises;
const judge = <Attempt>(exercise: Exercise<Attempt>, attempt: Attempt) =>
  verdictOn(exercise, attempt, words.check.threw);
const stub = (): never => {
  throw new Error(notAttempted);
};

describe('every exercise of lesson 02', () => {
  const attempts: [string, Exercise<never>][] = Object.entries(exercises).map(([id, exercise]) => [
    id,
    exercise as Exercise<never>,
  ]);

  it.each(attempts)('%s calls the stub not attempted, and gives it no points', (_, exercise) => {
    expect(judge(exercise, stub as never)).toMatchObject({ status: 'not attempted', points: 0 });
  });

  it.each(attempts)('%s calls an attempt that throws wrong, and tells its error', (_, exercise) => {
    const broken = () => {
      throw new TypeError('x is undefined');
    };
    expect(judge(exercise, broken as never)).toEqual({
      status: 'wrong',
      points: 0,
      message: words.check.threw('x is undefined'),
    });
  });

  it.each(attempts)('%s has three hints, each longer than a word', (_, exercise) => {
    expect(exercise.hints).toHaveLength(3);
    for (const hint of exercise.hints) expect(hint.split(' ').length).toBeGreaterThan(5);
  });
});

type Fires = (x: number[], weights: number[], threshold: number) => number;
const sum = (x: number[], w: number[]) => x.reduce((total, input, i) => total + input * w[i]!, 0);

describe('02.1, one unit by hand', () => {
  it.each<[string, Fires]>([
    ['a reduce', (x, w, threshold) => (sum(x, w) >= threshold ? 1 : 0)],
    [
      'a loop',
      (x, w, threshold) => {
        let total = -threshold;
        for (let i = 0; i < x.length; i++) total += x[i]! * w[i]!;
        return Number(total >= 0);
      },
    ],
  ])('passes %s', (_, attempt) => {
    expect(judge(fires, attempt)).toMatchObject({ status: 'passed', points: 1 });
  });

  it.each<[string, Fires, string]>([
    ['more than the threshold', (x, w, t) => (sum(x, w) > t ? 1 : 0), say.fires.strictly],
    ['inputs without weights', (x, _, t) => (x.reduce((a, b) => a + b, 0) >= t ? 1 : 0), say.fires.unweighted],
    ['zero in place of the threshold', (x, w) => (sum(x, w) >= 0 ? 1 : 0), say.fires.zero],
    ['the sum itself', (x, w) => sum(x, w), say.fires.sum],
    ['a boolean', ((x: number[], w: number[], t: number) => sum(x, w) >= t) as unknown as Fires, say.fires.boolean],
    ['the comparison reversed', (x, w, t) => (sum(x, w) <= t ? 1 : 0), say.fires.reversed],
    [
      'nothing returned below the threshold',
      ((x, w, t) => (sum(x, w) >= t ? 1 : undefined)) as Fires,
      say.fires.noReturn,
    ],
    ['nothing returned at all', (() => undefined) as unknown as Fires, say.fires.noReturn],
    ['-1 for silent', (x, w, t) => (sum(x, w) >= t ? 1 : -1), say.fires.minusOne],
    ['less than the threshold', (x, w, t) => (sum(x, w) < t ? 1 : 0), say.fires.reversed],
    ['weights without inputs', (_, w, t) => (w.reduce((a, b) => a + b, 0) >= t ? 1 : 0), say.fires.inputless],
    ['two inputs and no more', (x, w, t) => (x[0]! * w[0]! + x[1]! * w[1]! >= t ? 1 : 0), say.fires.twoOnly],
    [
      'a sum that runs past the end',
      (x, w, t) => {
        let total = 0;
        for (let i = 0; i <= x.length; i++) total += x[i]! * w[i]!;
        return total >= t ? 1 : 0;
      },
      say.fires.silent,
    ],
    ['always 1', () => 1, say.fires.wrong],
  ])('knows %s by its message', (_, attempt, message) => {
    const verdict = judge(fires, attempt);
    expect(verdict).toMatchObject({ status: 'wrong', points: 0, message });
    expect(verdict.example?.came).not.toBe(verdict.example?.expected);
  });

  it('says for which input what was expected and what came', () => {
    expect(judge(fires, () => 0).example).toEqual({ input: '[1, 1], [1, 1], 2', expected: '1', came: '0' });
  });

  it('is not deceived by an attempt that changes its inputs', () => {
    const vandal: Fires = (x, w, t) => {
      const answer = sum(x, w) > t ? 1 : 0;
      x.fill(0);
      return answer;
    };
    expect(judge(fires, vandal).message).toBe(say.fires.strictly);
  });
});

const count = (threshold: number) => unit({ weights: [1, 1, 1], threshold });

describe('02.2, exactly two of three', () => {
  it('passes two counters and a unit that wants the one and not the other', () => {
    const attempt = () => circuit([[count(2), count(3)], [unit({ weights: [1, -1], threshold: 1 })]]);
    expect(judge(exactlyTwo, attempt)).toMatchObject({ status: 'passed', points: 2 });
  });

  it('passes another construction: a unit for each of the three rows', () => {
    const row = (weights: number[]) => unit({ weights, threshold: 2 });
    const rows = [row([1, 1, -1]), row([1, -1, 1]), row([-1, 1, 1])];
    expect(judge(exactlyTwo, () => circuit([rows, [unit({ weights: [1, 1, 1], threshold: 1 })]])).status).toBe(
      'passed',
    );
  });

  it.each([
    ['at least two', () => circuit([[count(2)]]), say.exactlyTwo.atLeast],
    ['at most two', () => circuit([[unit({ weights: [-1, -1, -1], threshold: -2 })]]), say.exactlyTwo.atMost],
    [
      'exactly one',
      () => circuit([[count(1), count(2)], [unit({ weights: [1, -1], threshold: 1 })]]),
      say.exactlyTwo.one,
    ],
    [
      'an odd number',
      () => circuit([[count(1), count(2), count(3)], [unit({ weights: [1, -1, 1], threshold: 1 })]]),
      say.exactlyTwo.odd,
    ],
    ['a circuit that never fires', () => circuit([[count(4)]]), say.exactlyTwo.silent],
    ['something else', () => circuit([[count(1)]]), say.exactlyTwo.wrong],
    ['two inputs', () => circuit([[unit({ weights: [1, 1], threshold: 2 })]]), say.exactlyTwo.shape(2, 1)],
    ['nothing returned', (() => undefined) as unknown as () => ReturnType<typeof circuit>, say.exactlyTwo.nothing],
    ['three outputs', () => circuit([[count(1), count(2), count(3)]]), say.exactlyTwo.shape(3, 3)],
  ])('knows %s by its message', (_, attempt, message) => {
    expect(judge(exactlyTwo, attempt)).toMatchObject({ status: 'wrong', points: 0, message });
  });
});

const drawnSix = drawn(`
  . . . + . - . .
  . . + + - - - .
  . . + + - - - .
  . . + + - - - .
  . . + + + + . .
  . . + + - + + .
  . . + + - + + .
  . . . + + + . .`);
const drawnZero = drawn(`
  . . . + + . . .
  . . + + + + . .
  . . + - - + . .
  . . + - - + . .
  . . + - - + . .
  . . + - - + . .
  . . + + + + . .
  . . . + + . . .`);
const six_ = (weights: number[], threshold: number) => judge(six, () => unit({ weights, threshold }));

describe('02.3, a drawn six', () => {
  it('passes a drawing that finds 97 % of the sixes and refuses 93 % of the rest', () => {
    const verdict = six_(drawnSix, 12);
    expect(verdict).toMatchObject({ status: 'passed', points: 3 });
    expect(verdict.message).toContain('97 % of the sixes and refuses 93 %');
  });

  it('passes weights that were computed, and says that this is not drawing', () => {
    expect(
      six_(
        drawnSix.map((weight) => weight * 0.5),
        6,
      ),
    ).toMatchObject({ points: 3, message: expect.stringMatching(/lesson 03/) as string });
  });

  it('asks for the unit where none is returned', () => {
    expect(judge(six, (() => undefined) as unknown as () => ReturnType<typeof unit>).message).toBe(say.six.nothing);
  });

  it('takes bits only: larger answers would bend the means of a unit that hardly knows a six', () => {
    const shy = unit({ weights: drawnSix, threshold: 20 });
    const loud = Object.assign((x: number[]) => (shy(x as (0 | 1)[]) ? 1e6 : 0), { weights: drawnSix });
    const verdict = judge(six, (() => loud) as unknown as () => ReturnType<typeof unit>);
    expect(verdict).toEqual({ status: 'wrong', points: 0, message: say.six.noBit });
  });

  it('gives a part of the points for a part of the way', () => {
    expect(six_(drawnSix, 16)).toMatchObject({
      status: 'wrong',
      points: 2,
      message: expect.stringMatching(/too shy: lower/) as string,
    });
  });

  it.each<[string, number[], number, RegExp]>([
    ['a threshold that no picture reaches', drawnSix, 40, /never fires/],
    ['a drawing without inhibition', Array<number>(64).fill(1), 15, /has no -/],
    ['a threshold that is too low', drawnSix, 7, /fires too easily: raise/],
    ['a threshold that every picture reaches', drawnSix, -100, /fires for every picture.*Raise/],
    ['the zero of the lesson', drawnZero, 14, /fires most for the digit 0/],
    ['a drawing that lacks rows', drawnSix.slice(8), 12, /8 rows of 8 signs, 64 in all; yours has 56/],
  ])('knows %s by its message', (_, weights, threshold, message) => {
    const verdict = six_(weights, threshold);
    expect(verdict).toMatchObject({ status: 'wrong', message: expect.stringMatching(message) as string });
    expect(verdict.points).toBeLessThan(2);
  });
});
