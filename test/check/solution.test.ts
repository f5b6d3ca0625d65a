/** Solutions: closed before an attempt, then beside the student's own code; from solutions/ alone. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { check } from '../../lib/check/check';
import * as course from '../../lib/check/course';
import { diff } from '../../lib/check/diff';
import { exercises } from '../../lib/check/exercises/index';
import { referenceFor } from '../../lib/check/reference';
import { solution } from '../../lib/check/solution';
import { Desk, right, stub } from './desk';

let desk: Desk;
beforeEach(() => void (desk = new Desk()));
afterEach(() => {
  vi.restoreAllMocks();
  desk.clear();
});

describe('solution', () => {
  it('is closed before an attempt, and says what to do; the stub is none', () => {
    solution('02.1');
    expect(desk.text).toMatch(/^○ 02\.1: the solution opens after an attempt\nWrite your own/);
    check('02.1', stub);
    solution('02.1');
    expect(desk.text).toContain('opens after an attempt');
    expect(desk.text).not.toContain('reduce');
  });

  it('shows after a failed check how the student’s cell, as it was typed, differs', () => {
    const fires = () => 0;
    const typed =
      'function fires(x: number[], weights: number[], threshold: number): number {\n  return 0; // <later>\n}\n';
    desk.page.sources.set('fires', typed);
    check('02.1', fires);
    solution('02.1');
    expect(desk.text.split('\n').slice(3)).toEqual([
      '  function fires(x: number[], weights: number[], threshold: number): number {',
      '-   return 0; // <later>',
      '+   const sum = x.reduce((total, input, i) => total + input * weights[i], 0);',
      '+   return sum >= threshold ? 1 : 0;',
      '  }',
    ]);
    expect(desk.page.displayed.at(-1)!['text/html']).toContain('return 0; // &lt;later&gt;');
  });

  it('knows the cell by the name in the solution when the kernel was started anew', () => {
    check('02.2', () => undefined as never);
    desk.page.sources.set('exactlyTwo', 'function exactlyTwo() {\n}');
    solution('02.2');
    expect(desk.text).toMatch(/^- function exactlyTwo\(\) \{$/m);
  });

  it('takes the code as it runs where nobody remembers what was typed', () => {
    check('02.1', right);
    solution('02.1');
    expect(desk.text).toMatch(/^- \(x, weights, threshold\) =>/m);
  });

  it('that is what the student wrote says so', () => {
    check('02.1', right);
    desk.page.sources.set('right', `\n${referenceFor('02.1')!.code}  \n`);
    solution('02.1');
    expect(desk.text).toContain('Line for line it is what you wrote.');
    expect(desk.text).not.toMatch(/^[-+]/m);
  });

  it('is missing in a copy of the course without solutions/, or can’t be read, and says so', () => {
    check('02.3', () => undefined as never);
    const folder = mkdtempSync(join(tmpdir(), 'neurona-'));
    vi.spyOn(course, 'courseFolder').mockReturnValue(folder);
    solution('02.3');
    expect(desk.text).toMatch(/^○ 02\.3: no solution here\nThis copy of the course came without/);
    mkdirSync(join(folder, 'solutions/02-x'), { recursive: true });
    writeFileSync(join(folder, 'solutions/02-x/02-x.ipynb'), '{"cells": [');
    solution('02.3');
    expect(desk.text).toMatch(/^○ 02\.3: no solution here\nThe solution can’t be read: .*JSON/);
    rmSync(folder, { recursive: true });
  });
});

describe('the reference', () => {
  it.each(Object.keys(exercises))('of %s is found, without marks, and under the names it declares', (id) => {
    const { code, names } = referenceFor(id)!;
    expect(names).toHaveLength(1);
    expect(code).toMatch(new RegExp(`(^|\\n)function ${names[0]}\\([^]*\\n\\}$`));
    expect(code).not.toMatch(/SOLUTION|Not attempted|check\(/);
  });
});

describe('a diff', () => {
  const text = (lines: string[]) => lines.join('\n');
  const line = fc.constantFrom('a', 'b', 'c', '  d');
  const part = (lines: ReturnType<typeof diff>, without: string) =>
    lines.filter(({ sign }) => sign !== without).map(({ text }) => text);

  it('has the lines of both in order, and is as short as it can be', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 7 }), fc.array(line, { maxLength: 7 }), (a, b) => {
        const lines = diff(text(a), text(b));
        expect(part(lines, '+')).toEqual(a);
        expect(part(lines, '-')).toEqual(b);
        expect(lines.filter(({ sign }) => sign === ' ')).toHaveLength(longest(a, b));
      }),
    );
  });

  /** By trying all there is: how many lines can be kept. */
  function longest([a, ...as]: string[], b: string[]): number {
    if (a === undefined) return 0;
    const at = b.indexOf(a);
    return Math.max(longest(as, b), at < 0 ? 0 : 1 + longest(as, b.slice(at + 1)));
  }

  it('does not see blanks at the ends of lines, nor empty lines around', () => {
    expect(diff('\n a  \r\nb\n\n', ' a\nb')).toEqual([' a', 'b'].map((text) => ({ sign: ' ', text })));
    expect(diff('', '')).toEqual([]);
  });
});
