/** Notebooks are kept as source: clean, stable, and in the shape that LESSONS gives a lesson. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quizOf } from '../../lib/check/questions';
import { notebooksIn, readNotebook, sourceOf, type Cell } from '../support/notebooks';
import { inRoot } from '../support/paths';

const lessons = notebooksIn('notebooks');
const solutions = notebooksIn('solutions');
const exercises = notebooksIn('exercises');

/** The sections of a lesson, in order, by the tag on the first cell of each. */
const sections = [
  ...['header', 'set-up', 'hook', 'predict', 'idea', 'inspect', 'framework', 'real-data', 'break-it', 'quiz'],
  'summary',
];

const markdown = (cells: Cell[]) => cells.filter((cell) => cell.cell_type === 'markdown').map(sourceOf);
const code = (cells: Cell[]) => cells.filter((cell) => cell.cell_type === 'code').map(sourceOf);
const lines = (source: string) => source.split('\n').length;
const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

it('there is a lesson, with its exercises and their solutions', () => {
  expect(lessons).not.toEqual([]);
  const name = (path: string) => path.split('/').at(-1);
  expect(solutions.map(name)).toEqual(lessons.map(name));
  expect(exercises.map(name)).toEqual(lessons.map(name));
});

describe.each([...lessons, ...solutions, ...exercises])('%s', (path) => {
  const { cells, metadata, nbformat, nbformat_minor } = readNotebook(path);

  it('has neither outputs nor execution counts', () => {
    const left = cells.filter((cell) => cell.outputs?.length || cell.execution_count);
    expect(left.map(({ id }) => id)).toEqual([]);
  });

  it('is in nbformat 4.5, where each cell has an id of its own, one that tells what the cell is', () => {
    expect([nbformat, nbformat_minor]).toEqual([4, 5]);
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    expect(cells.map(({ id }) => id).filter((id) => !/^[a-z]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('runs on the kernel tslab, and says that its language is typescript, which nbgrader needs', () => {
    expect(metadata.kernelspec).toEqual({ name: 'tslab', display_name: 'TypeScript', language: 'typescript' });
  });

  it('imports the library and nothing else', () => {
    const imported = code(cells).flatMap((source) => [...source.matchAll(/(?:from|import|require\()\s*['"]([^'"]+)/g)]);
    expect(new Set(imported.map((match) => match[1]))).toEqual(new Set(['neurona']));
  });

  it('needs no network, no clock and no unseeded chance', () => {
    const forbidden = code(cells).filter((source) =>
      /fetch\(|https?:\/\/|Math\.random|Date\.now|new Date\(/.test(source),
    );
    expect(forbidden).toEqual([]);
  });

  it('shows no code in Markdown that nobody runs', () => {
    expect(markdown(cells).filter((source) => source.includes('```'))).toEqual([]);
  });

  it('gives every picture in Markdown a text in its place', () => {
    expect(markdown(cells).filter((source) => /!\[\s*\]|<img(?![^>]*alt=)/.test(source))).toEqual([]);
  });

  it('links to nothing in the clone that is not there', () => {
    const targets = markdown(cells).flatMap((source) =>
      [...source.matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1]!),
    );
    expect(targets.filter((target) => !existsSync(resolve(dirname(inRoot(path)), target)))).toEqual([]);
  });

  it('speaks without exclamation marks or emoji', () => {
    expect(markdown(cells).filter((source) => /!(?!\[)|\p{Extended_Pictographic}/u.test(source))).toEqual([]);
  });
});

describe.each(lessons)('the lesson %s', (path) => {
  const { cells } = readNotebook(path);
  const words = markdown(cells).join(' ').split(/\s+/).length;

  it('has its sections in the order of every lesson', () => {
    const tags = cells.flatMap(({ metadata }) => metadata.tags ?? []);
    expect(tags.filter((tag) => sections.includes(tag))).toEqual(sections);
  });

  it('is one idea long: 20 to 32 cells, 1,000 to 1,500 words, code cells of at most 12 lines and a median of at most 6', () => {
    expect(cells.length).toBeGreaterThanOrEqual(20);
    expect(cells.length).toBeLessThanOrEqual(32);
    expect(words).toBeGreaterThanOrEqual(1000);
    expect(words).toBeLessThanOrEqual(1500);
    const lengths = code(cells).map(lines);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(12);
    expect(median(lengths)).toBeLessThanOrEqual(6);
  });

  it('opens with a title, its question and three things one will be able to do', () => {
    const header = sourceOf(cells[0]!);
    expect(header).toMatch(/^# \d\d · /);
    expect(header).toMatch(/^\*\*.+\?\*\*$/m);
    expect(header.match(/^- /gm)).toHaveLength(3);
  });

  it('asks four or five questions and ends with the terms, what comes next, what to read and where to practise', () => {
    const [, lesson] = /^quiz\('(\d\d)'\);$/m.exec(code(cells).join('\n')) ?? [];
    expect(path).toContain(`/${lesson}-`);
    expect([4, 5]).toContain(quizOf(lesson!).length);
    const summary = sourceOf(cells.at(-1)!);
    for (const part of ['**Terms:**', '**Next:**', '**Read:**', '**Practise:**']) expect(summary).toContain(part);
  });
});
