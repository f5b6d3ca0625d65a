/** What a student sees: cards in HTML and in words, hints that climb, questions whose every choice is explained. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toHtml, toText } from '../../lib/check/card';
import { check, grade, hint } from '../../lib/check/check';
import { predict, quiz, type Question } from '../../lib/check/question';
import { notAttempted } from '../../lib/check/verdict';
import { words } from '../../lib/words';

/** The library displays through the kernel's hook; here the hook keeps what it gets. */
const shown: Record<string, string>[] = [];
const hook = Symbol.for('neurona.kernel');
beforeEach(() => {
  shown.length = 0;
  Object.assign(globalThis, {
    [hook]: {
      display: (bundle: Record<string, string>) => shown.push(bundle),
      isStale: (name: string) => name === 'old',
    },
  });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, hook);
});
const text = () => shown.at(-1)!['text/plain'];

const right = (x: number[], weights: number[], threshold: number) =>
  x.reduce((sum, input, i) => sum + input * weights[i]!, 0) >= threshold ? 1 : 0;
const stub = () => {
  throw new Error(notAttempted);
};

describe('check', () => {
  it('shows a card that says passed, not yet, or not attempted yet, and never throws', () => {
    check('02.1', right);
    expect(text()).toMatch(/^✓ 02\.1: passed/);
    check('02.1', () => 0);
    expect(text()).toMatch(/^✗ 02\.1: not yet/);
    expect(text()).toContain('For the input `[1, 1], [1, 1], 2` the answer should be `1`; yours is `0`.');
    check('02.1', stub);
    expect(text()).toMatch(/^○ 02\.1: not attempted yet/);
  });

  it('does not judge a version whose successor ended in an error', () => {
    const old = right;
    Object.defineProperty(old, 'name', { value: 'old' });
    check('02.1', old);
    expect(text()).toMatch(/^✗ 02\.1: not yet[^]*newest version of `old` ended in an error/);
    Object.defineProperty(old, 'name', { value: 'right' });
  });

  it('throws only for a number that is no exercise, and lists those that are', () => {
    expect(() => check('02.9' as '02.1', right)).toThrow(
      /expected the number of an exercise \(.*02\.1, 02\.2, 02\.3.*\), got '02\.9'/,
    );
  });
});

describe('grade', () => {
  it('returns the points of a right answer, and throws for one that is worth none', () => {
    expect(grade('02.1', right)).toBe(1);
    expect(() => grade('02.1', () => 0)).toThrow(/^02\.1: /);
    expect(() => grade('02.1', stub)).toThrow('02.1: not attempted yet');
  });
});

describe('hint', () => {
  it('climbs from the first to the third and stays there', () => {
    const headings = [1, 2, 3, 4].map(() => {
      hint('02.2');
      return text()!.split('\n')[0];
    });
    expect(headings).toEqual(['1 of 3', '2 of 3', '3 of 3', '3 of 3'].map((step) => `○ 02.2: hint ${step}`));
  });
});

describe('quiz and predict', () => {
  it('ask first, and explain the choice once there is one', () => {
    quiz('02.q1');
    expect(text()).toContain('b) OR');
    expect(text()).not.toContain('One input suffices');
    quiz('02.q1', 'b');
    expect(text()).toMatch(/^✓ b\) is right[^]*One input suffices/);
    quiz('02.q1', 'a');
    expect(text()).toMatch(/^✗ a\) is not right[^]*the threshold would be 2/);
  });

  it('refuse a letter that is no choice', () => {
    expect(() => quiz('02.q1', 'd')).toThrow(/expected one of the letters 'a', 'b', 'c' or '\?', got 'd'/);
  });

  it('keep a prediction and compare it later', () => {
    predict('02.prediction');
    expect(text()).toContain('You made no prediction');
    predict('02.prediction', 'b');
    predict('02.prediction');
    expect(text()).toMatch(/You predicted b\)\.[^]*c\) Fourteen/);
    predict('02.prediction', 'c');
    predict('02.prediction');
    expect(text()).toMatch(/^✓ You predicted c\), and that is what came out/);
  });

  it('are asked about questions with one right choice, each choice explained', () => {
    const questions: [string, Question][] = Object.entries({
      ...words.lesson00.questions,
      ...words.lesson02.questions,
    });
    expect(questions.length).toBeGreaterThanOrEqual(5);
    for (const [id, { ask, choices }] of questions) {
      expect(ask, id).toMatch(/\?$/);
      expect(
        choices.filter((choice) => choice.right),
        id,
      ).toHaveLength(1);
      for (const { text, because } of choices) expect(Math.min(text.length, because.length), id).toBeGreaterThan(1);
      expect(new Set(choices.map((choice) => choice.text)).size, id).toBe(choices.length);
    }
  });
});

describe('a card', () => {
  const card = { mood: 'bad' as const, heading: 'a < b', lines: ['see `x & y`'], choices: ['<script>'] };

  it('says the same in words and in HTML, with nothing left that HTML could take for markup', () => {
    expect(toText(card)).toBe('✗ a < b\nsee `x & y`\n  a) <script>');
    expect(toHtml(card)).toContain('✗ a &lt; b');
    expect(toHtml(card)).toContain('<code>x &amp; y</code>');
    expect(toHtml(card)).toContain('a) &lt;script&gt;');
  });

  it('is written on the console where there is no notebook', () => {
    Reflect.deleteProperty(globalThis, hook);
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    check('02.1', right);
    expect(log.mock.calls[0]?.[0]).toMatch(/^✓ 02\.1: passed/);
    log.mockRestore();
  });
});
