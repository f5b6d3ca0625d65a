/** Every notebook runs from top to bottom, as a student's Run All and as CI does, within its time and size. */
import { describe, expect, it } from 'vitest';
import { execute, notebooksIn } from '../support/notebooks';

const megabyte = 1e6;

describe.concurrent(
  'every notebook runs from its first to its last cell without an error, a warning or a skipped cell',
  () => {
    it.each([...notebooksIn('notebooks'), ...notebooksIn('solutions'), ...notebooksIn('exercises')])(
      '%s',
      async (path) => {
        const { problems, seconds, bytes, cells } = await execute(path);
        console.log(`${path}: ${seconds} s; slowest cells: ${slowest(cells)}`);
        expect(problems).toEqual([]);
        expect(cells.length, 'code cells').toBeGreaterThan(2);
        expect(seconds, 'a lesson is to run in under 60 s').toBeLessThan(60);
        expect(Math.max(...cells.map((cell) => cell.seconds ?? Infinity)), 'no cell over 10 s').toBeLessThan(10);
        expect(bytes, 'under 1.5 MB with its outputs').toBeLessThan(1.5 * megabyte);
      },
    );
  },
);

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
