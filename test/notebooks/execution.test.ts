/** Every notebook runs from top to bottom, as a student's Run All and as CI does, within its time and size. */
import { describe, expect, it } from 'vitest';
import { words } from '../../lib/words';
import { execute, notebooksIn } from '../support/notebooks';

const megabyte = 1e6;

describe.concurrent(
  'every notebook runs from its first to its last cell without an error, a warning or a skipped cell',
  () => {
    it.each([...notebooksIn('notebooks'), ...notebooksIn('solutions'), ...notebooksIn('exercises')])(
      '%s',
      async (path) => {
        const { problems, seconds, bytes, cells, figures } = await execute(path);
        console.log(`${path}: ${seconds} s; slowest cells: ${slowest(cells)}`);
        expect(problems).toEqual([]);
        expect(cells.length, 'code cells').toBeGreaterThan(2);
        const bare = figures.filter(({ title, axes, words }) => silent.has(title) || axes.includes('') || !isSaid(words)); // prettier-ignore
        expect(bare, 'a title of its own, one on each axis with marks, a sentence in its place').toEqual([]);
        expect(seconds, 'a lesson is to run in under 60 s').toBeLessThan(60);
        expect(Math.max(...cells.map((cell) => cell.seconds ?? Infinity)), 'no cell over 10 s').toBeLessThan(10);
        expect(bytes, 'under 1.5 MB with its outputs').toBeLessThan(1.5 * megabyte);
      },
    );
  },
);

/** Titles that say nothing of what is drawn: such as the library puts where a lesson gives none. */
const silent = new Set([
  '',
  ...Object.values(words.figures)
    .flatMap((say) => ('title' in say ? [say.title] : []))
    .filter((title) => title.split(' ').length < 3),
]);

/** Whether words can stand in the place of a figure: a sentence at least, and not the type of an object. */
const isSaid = (words: string) => words.split(' ').length > 2 && words.endsWith('.');

/** The three that took longest. */
function slowest(cells: { cell: number; seconds: number | null }[]): string {
  const times = cells
    .map(({ cell, seconds }) => ({ cell, seconds: seconds ?? 0 }))
    .sort((a, b) => b.seconds - a.seconds);
  return times
    .slice(0, 3)
    .map(({ cell, seconds }) => `[${cell}] ${seconds} s`)
    .join(', ');
}
