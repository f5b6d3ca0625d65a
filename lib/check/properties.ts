/** Judges a function by what must be true of its answers to any input, tried on inputs drawn from a seed. */
import { generator, type Generator } from '../random';
import { words } from '../words';
import { copyOf } from './numbers';
import { shown } from './shown';
import { tidily } from './tidily';
import type { Verdict } from './verdict';

/** Something that must be true of every answer. */
export interface Property<Arguments extends unknown[]> {
  /** Whether it is true of this answer; `again` asks the attempt for another. What throws is not true. */
  holds: (answer: never, args: Arguments, again: (...args: Arguments) => never) => boolean;
  /** What should have come, in a few words: 'numbers that add up to 1'. */
  expected: string;
  /** What to say to whoever's answer is not like that. */
  message: string;
}

/** How properties are judged. */
export interface PropertyOptions<Arguments extends unknown[]> {
  points: number;
  /** Draws the arguments of one call. */
  draw: (random: Generator) => Arguments;
  /** Where the draws start. Default 1. */
  seed?: number;
  /** How many draws. Default 20. */
  samples?: number;
  /** In the order in which they are to be mended: of several that fail, the first is told. */
  properties: readonly Property<Arguments>[];
  passed: string;
}

/**
 * Passed if each property is true of the attempt's answer to each input. Else the message of the first property that is
 * not, and the first input that shows it.
 *
 *     judgeProperties(attempt, {
 *       points: 2,
 *       draw: (random) => [Array.from({ length: random.integer(1, 5) }, () => random.normal(0, 3))],
 *       properties: [
 *         { holds: (p: number[], [z]) => p.length === z.length, expected: 'as many numbers', message: '…' },
 *         { holds: (p: number[]) => Math.abs(sum(p) - 1) < 1e-6, expected: 'numbers that add up to 1', message: '…' },
 *       ],
 *       passed: '…',
 *     });
 */
export function judgeProperties<Arguments extends unknown[]>(
  attempt: (...args: Arguments) => unknown,
  { points, draw, seed = 1, samples = 20, properties, passed }: PropertyOptions<Arguments>,
): Verdict {
  return tidily(() => {
    const random = generator(seed);
    const again = (...args: Arguments) => attempt(...copyOf(args)) as never;
    const cases = Array.from({ length: samples }, () => {
      const args = draw(random);
      return { args, answer: again(...args) };
    });
    for (const { holds, expected, message } of properties) {
      for (const { args, answer } of cases) {
        if (isTrue(() => holds(answer, copyOf(args), again))) continue;
        const example = { input: args.map((each) => shown(each)).join(', '), expected, came: shown(answer) };
        return { status: 'wrong', points: 0, message, example };
      }
    }
    return { status: 'passed', points, message: `${passed} ${words.judge.property(samples)}`.trim() };
  });
}

function isTrue(claim: () => boolean): boolean {
  try {
    return claim();
  } catch {
    return false;
  }
}
