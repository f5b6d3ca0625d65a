/** The lessons make one course: in the README's order, each under its own number, with the library made known first. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as neurona from '../../lib/index';
import { words } from '../../lib/words';
import { readNotebook, sourceOf } from '../support/notebooks';
import { inRoot } from '../support/paths';
import { lessons, notation } from './prose';

/** The rows of the page's table of the library: a name, and the lesson that first imports it. */
const library = [...notation.matchAll(/^\| `(\w+)` \| .+ \| \[(\d\d)\]\(.+\) \|$/gm)].map(([, name, number]) => ({
  name: name!,
  number: number!,
}));

/** What the cells of a lesson import from the library. */
const importedBy = (code: string[]) =>
  code.flatMap((source) => [...source.matchAll(/^import \{([^}]+)\} from 'neurona';$/gm)]).flatMap((match) => match[1]!.trim().split(/,\s*/)); // prettier-ignore

it('the README lists every lesson, in order, by its number and its title, with its exercises', () => {
  const rows = readFileSync(inRoot('README.md'), 'utf8').match(/^\| \[\d\d .*$/gm)!;
  const expected = lessons.map(({ header, file }) => {
    const [, number, title] = /^# (\d\d) · (.+)$/m.exec(header)!;
    return [`| [${number} ${title}](notebooks/${file}) |`, `](exercises/${file.replace('.ipynb', `/${file}`)}) |`];
  });
  expect(rows).toHaveLength(lessons.length);
  expected.forEach(([start, end], i) => {
    expect(rows[i]!.slice(0, start!.length)).toBe(start);
    expect(rows[i]!.slice(-end!.length)).toBe(end);
  });
});

it('the page of notation introduces what the lessons import, by the first that does, in order', () => {
  const first = new Map<string, string>();
  for (const { code, number } of lessons)
    for (const name of importedBy(code)) if (!first.has(name)) first.set(name, number);
  const sorted = [...first].sort(([a, m], [b, n]) => m.localeCompare(n) || a.localeCompare(b));
  expect(library.map(({ name, number }) => [name, number])).toEqual(sorted);
  expect(library.filter(({ name }) => !(name in neurona))).toEqual([]);
});

describe.each(lessons)('lesson $number', ({ number, file, header, code, markdown }) => {
  it('has its number in its title, its quiz, its prediction and its exercises, and its title in its words', () => {
    const [, heading, title] = /^# (\d\d) · (.+)$/m.exec(header)!;
    expect(heading).toBe(number);
    expect(words).toHaveProperty([`lesson${number}`, 'title'], title);
    const asked = [...code.join('\n').matchAll(/\b(?:quiz|predict|check|hint)\('(\d\d)/g)].map((match) => match[1]);
    expect(new Set(asked)).toEqual(new Set([number]));
    const [first] = readNotebook(`exercises/${file.replace('.ipynb', '')}/${file}`).cells;
    expect(sourceOf(first!)).toMatch(`# Exercises ${number} · ${title}\n`);
  });

  it('has exercises that import what their cards speak of', () => {
    const { cells } = readNotebook(`exercises/${file.replace('.ipynb', '')}/${file}`);
    expect(importedBy(cells.map(sourceOf))).toEqual(expect.arrayContaining(['check', 'hint', 'progress', 'solution']));
  });

  it('imports nothing that it does not use', () => {
    const body = code.join('\n').replace(/^import .*$/gm, '');
    expect(importedBy(code).filter((name) => !new RegExp(`\\b${name}\\b`).test(body))).toEqual([]);
  });

  it('takes about as many minutes as its header says, by its words and its lines of code', () => {
    const [, minutes] = /^About (\d+) minutes, and .+ for the exercises\. /m.exec(header)!;
    const read = markdown.join(' ').split(/\s+/).length / 100; // a minute for each hundred words
    const tried = code.join('\n').split('\n').length / 6; // and for each six lines
    const asked = 6; // a prediction and a quiz
    expect(Number(minutes)).toBeGreaterThan(0.75 * (read + tried + asked));
    expect(Number(minutes)).toBeLessThan(1.35 * (read + tried + asked));
  });
});
