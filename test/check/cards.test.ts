/** What a student sees of an attempt: cards in HTML and in words, whatever is handed in; for the grader points or an error. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toHtml, toText } from '../../lib/check/card';
import { check, grade } from '../../lib/check/check';
import { exercises } from '../../lib/check/exercises/index';
import { hint } from '../../lib/check/hint';
import { progress } from '../../lib/check/progress';
import { predict, quiz } from '../../lib/check/question';
import { solution } from '../../lib/check/solution';
import { Desk, right, stub } from './desk';

let desk: Desk;
beforeEach(() => void (desk = new Desk()));
afterEach(() => desk.clear());

describe('check', () => {
  it('shows a card that says passed, not yet, or not attempted yet', () => {
    check('02.1', right);
    expect(desk.text).toMatch(/^✓ 02\.1: passed/);
    check('02.1', () => 0);
    expect(desk.text).toMatch(/^✗ 02\.1: not yet/);
    expect(desk.text).toContain('For the input `[1, 1], [1, 1], 2` the answer should be `1`; yours is `0`.');
    check('02.1', stub);
    expect(desk.text).toMatch(/^○ 02\.1: not attempted yet/);
  });

  it('does not judge a version whose successor ended in an error', () => {
    desk.page.stale.add('right');
    check('02.1', right);
    expect(desk.text).toMatch(/^✗ 02\.1: not yet[^]*newest version of `right` ended in an error/);
  });

  const hostile = new Proxy(() => 0, {
    get: () => {
      throw new Error('no name for you');
    },
    apply: () => {
      throw new Error('not for you');
    },
  });
  const throwing = (thrown: unknown) => () => {
    throw thrown;
  };
  it.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /has to be your function.*This is `undefined`/],
    ['a number', 3, /This is `3`/],
    ['an object', {}, /This is an object/],
    ['what the function answers', right([1], [1], 1), /This is `1`/],
    ['a promise', Promise.resolve(1), /This is a promise/],
    [
      'one that answers later',
      async (...args: Parameters<typeof right>) => Promise.resolve(right(...args)),
      /^(?!.*yours is).*Your function is `async`/s,
    ],
    ['an asynchronous function', () => Promise.reject(new Error('late')), /Your function is `async`/],
    ['a proxy that throws at every touch', hostile, /stopped with an error: .* for you/],
    ['one that throws null', throwing(null), /stopped with an error: null/],
    ['one that throws what has no text', throwing(Object.create(null)), /something that can’t be shown/],
    ['an error whose message throws', throwing(new Proxy(new Error('x'), { get: throwing(0) })), /can’t be shown/],
    ['one that answers a symbol', () => Symbol('s'), /yours is `Symbol\(s\)`/],
    ['one that answers what has no text', () => Object.create(null) as object, /✗ 02\.1/],
    ['one that never ends its recursion', function f(): number { return f(); }, /Maximum call stack/], // prettier-ignore
  ])('takes %s and shows a card, without throwing', async (_, attempt, message) => {
    check('02.1', attempt as () => number);
    expect(desk.text).toMatch(message);
    expect(desk.page.displayed).toHaveLength(1);
    await new Promise((turn) => setImmediate(turn)); // a rejection that nobody handles would fail this test
  });

  it('and its neighbours say which numbers there are, for one that is none', () => {
    const all: ((id: never) => void)[] = [(id) => check(id, right as never), hint, solution];
    for (const call of all) {
      for (const id of ['02.9', 'constructor', 2, undefined, Symbol('x'), Object.create(null)]) call(id as never);
      expect(desk.page.displayed.map((shown) => shown['text/plain'].split('\n')[1])).toEqual(
        Array(6).fill(`The exercises have the numbers ${Object.keys(exercises).join(', ')}.`),
      );
      desk.page.displayed.length = 0;
    }
    for (const call of [quiz, predict] as ((id: never) => void)[]) {
      for (const id of ['02.q9', '(', 2, undefined, Symbol('x'), Object.create(null)]) call(id as never);
      for (const shown of desk.page.displayed) expect(shown['text/plain']).toMatch(/have the numbers .*02\.prediction/);
    }
    progress();
  });
});

describe('grade', () => {
  it('returns the points of a right answer, and throws for one that is worth none', () => {
    expect(grade('02.1', right)).toBe(1);
    expect(() => grade('02.1', () => 0)).toThrow(/^02\.1: /);
    expect(() => grade('02.1', stub)).toThrow('02.1: not attempted yet');
    expect(() => grade('02.9' as '02.1', right)).toThrow(/\(.*02\.1, 02\.2, 02\.3.*\), got '02\.9'/);
  });
});

describe('hint', () => {
  it('climbs from the first to the third and stays there', () => {
    const headings = [1, 2, 3, 4].map(() => {
      hint('02.2');
      return desk.text.split('\n')[0];
    });
    expect(headings).toEqual(['1 of 3', '2 of 3', '3 of 3', '3 of 3'].map((step) => `○ 02.2: hint ${step}`));
  });

  it('is offered by the card until all three were given', () => {
    for (const given of [0, 1, 2]) {
      check('02.1', () => given);
      expect(desk.text).toContain("Stuck? `hint('02.1')` gives a hint.");
      hint('02.1');
    }
    check('02.1', () => 5);
    expect(desk.text).not.toContain('Stuck?');
    expect(desk.text).toContain("Still stuck? `solution('02.1')` shows one beside yours.");
    check('02.1', stub);
    expect(desk.text).toBe('○ 02.1: not attempted yet');
    check('02.1', right);
    expect(desk.text).toContain("`solution('02.1')` shows another beside yours.");
  });
});

describe('a card', () => {
  const card = {
    mood: 'bad' as const,
    heading: 'a < b',
    lines: ['see `x & y`', 'the *first* of 2 * 3 * 4, `*p*`'],
    choices: ['<script>'],
    code: [{ sign: '+' as const, text: 'a < `b`' }],
  };

  it('says the same in words and in HTML, with nothing left that HTML could take for markup', () => {
    expect(toText(card)).toBe('✗ a < b\nsee `x & y`\nthe *first* of 2 * 3 * 4, `*p*`\n  a) <script>\n+ a < `b`');
    expect(toHtml(card)).toContain('✗ a &lt; b');
    expect(toHtml(card)).toContain('<code>x &amp; y</code>');
    expect(toHtml(card)).toContain('the <em>first</em> of 2 * 3 * 4, <code>*p*</code>');
    expect(toHtml(card)).toContain('a) &lt;script&gt;');
    expect(toHtml(card)).toContain('+ a &lt; `b`</span>');
  });

  it('is written on the console where there is no notebook', () => {
    desk.page.stop();
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    check('02.1', right);
    expect(log.mock.calls[0]?.[0]).toMatch(/^✓ 02\.1: passed/);
    log.mockRestore();
  });
});
