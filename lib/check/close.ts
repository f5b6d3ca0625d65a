/** Judges a function whose answers are numbers, which may differ from the right ones by a tolerance. */
import { words } from '../words';
import { copyOf, numbersIn, placeIn, type Numbers } from './numbers';
import { shown, shownApart, shownShape } from './shown';
import type { TableOptions } from './table';
import { tidily } from './tidily';
import type { Verdict } from './verdict';

const say = words.judge;

/** How a function of numbers is judged. */
export interface CloseOptions<Arguments extends unknown[]> extends TableOptions<Arguments> {
  /** How far a number may be off, for numbers up to 1; larger ones in proportion. Default 0.000001; 0.0001 suits float32. */
  tolerance?: number;
  /** Says more of numbers that are wrong in every case the same way; each list has one entry a case. */
  recognise?: (came: readonly Numbers[], expected: readonly Numbers[]) => string | undefined;
}

/**
 * Passed if `attempt` answers for every input with the right numbers in the right shape: one number, lists of lists or a
 * tensor, in whichever form. Else the misconception whose answers it gives, or what is wrong with the first bad answer:
 * no numbers, another shape, NaN, how far off and where.
 *
 *     judgeClose(attempt, {
 *       points: 2,
 *       inputs: [[[1, 2, 3]], [[0, 0, 0]]],
 *       right: softmax,
 *       misconceptions: [{ looksLike: (z) => z.map(Math.exp), message: 'They should add up to 1: divide by their sum.' }],
 *       passed: '…',
 *       wrong: '…',
 *     });
 *
 * Give weights as inputs; never compare with a random draw. Tensors that the attempt makes are released.
 */
export function judgeClose<Arguments extends unknown[]>(
  attempt: (...args: Arguments) => unknown,
  { points, inputs, right, misconceptions = [], passed, wrong, tolerance = 1e-6, recognise }: CloseOptions<Arguments>,
): Verdict {
  return tidily(() => {
    const answers = (f: (...args: Arguments) => unknown) => inputs.map((input) => f(...copyOf(input)));
    const expected = answers(right);
    const came = answers(attempt);
    const agree = (these: readonly unknown[], those: readonly unknown[]) =>
      these.findIndex((each, i) => problemOf(each, those[i], tolerance) !== undefined);
    const bad = agree(came, expected);
    if (bad === -1) return { status: 'passed', points, message: passed };

    const idea = misconceptions.find(({ looksLike }) => agree(came, answers(looksLike)) === -1);
    const numbers = (all: readonly unknown[]) => all.map(numbersIn).filter((one): one is Numbers => isNumbers(one));
    const [a, b] = [numbers(came), numbers(expected)];
    const known = a.length === b.length ? recognise?.(a, b) : undefined;
    const [wanted, got] = shownApart(expected[bad], came[bad]);
    return {
      status: 'wrong',
      points: 0,
      message: idea?.message ?? known ?? `${wrong} ${problemOf(came[bad], expected[bad], tolerance)!}`,
      example: { input: inputs[bad]!.map((each) => shown(each)).join(', '), expected: wanted, came: got },
    };
  });
}

/** What is wrong with numbers that should be like others; undefined if nothing is. */
export function problemOf(came: unknown, expected: unknown, tolerance: number): string | undefined {
  const [is, should] = [numbersIn(came), numbersIn(expected)];
  if (!isNumbers(should)) throw new Error(`judgeClose: expected right to answer numbers, got ${shown(expected)}`);
  if (is === 'ragged') return say.ragged;
  if (!isNumbers(is)) return say.noNumbers;
  const shape = shapeProblem(is.shape, should.shape);
  if (shape) return shape;
  const off = is.flat.map((number, i) => deviation(number, should.flat[i]!));
  const lost = is.flat.findIndex((number, i) => Number.isFinite(should.flat[i]) && !Number.isFinite(number));
  if (lost >= 0) return say.notFinite(where(is.shape, lost, say.at));
  const farthest = off.reduce((most, each, i) => (each > off[most]! ? i : most), 0);
  if (is.flat.length === 0 || off[farthest]! <= tolerance) return undefined;
  const difference = Math.abs(is.flat[farthest]! - should.flat[farthest]!);
  const place = where(is.shape, farthest, say.most);
  return Number.isFinite(difference) ? say.off(difference, place) : say.infinite(shown(should.flat[farthest]), place);
}

/** What is wrong with a shape; undefined if nothing is. */
export function shapeProblem(came: readonly number[], expected: readonly number[]): string | undefined {
  if (String(came) === String(expected)) return undefined;
  const size = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);
  const turned = came.length > 1 && String([...came].reverse()) === String(expected);
  const advice = turned ? ` ${say.transposed}` : size(came) === size(expected) ? ` ${say.axis}` : '';
  return `${say.shape(shownShape(expected), shownShape(came))}${advice}`;
}

/** How far off a number is, in proportion; where infinity should be, anything else is infinitely far off. */
function deviation(came: number, expected: number): number {
  if (Object.is(came, expected) || came === expected) return 0;
  return Number.isFinite(expected) ? Math.abs(came - expected) / Math.max(1, Math.abs(expected)) : Infinity;
}

function where(shape: readonly number[], index: number, tell: (place: string) => string): string {
  return shape.length > 0 ? tell(`[${placeIn(shape, index).join(', ')}]`) : '';
}

function isNumbers(value: Numbers | 'ragged' | undefined): value is Numbers {
  return typeof value === 'object';
}
