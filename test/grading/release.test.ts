/** exercises/ is what nbgrader makes of solutions/, and an untouched copy says so politely. */
import { afterAll, describe, expect, it } from 'vitest';
import { exercises } from '../../lib/check/exercises/index';
import { notAttempted } from '../../lib/check/verdict';
import { execute, notebooksIn, readNotebook, sourceOf } from '../support/notebooks';
import { makeCourse } from '../support/nbgrader';

const course = makeCourse();
afterAll(() => course.remove());

const assignments = notebooksIn('solutions').map((path) => path.split('/')[1]!);

describe.each(assignments)('the exercises of %s', (assignment) => {
  const path = `exercises/${assignment}/${assignment}.ipynb`;
  const solution = readNotebook(`solutions/${assignment}/${assignment}.ipynb`);
  const released = readNotebook(path);

  it('are released from solutions/ by nbgrader; npm run release brings them in step', async () => {
    expect(await course.release(assignment)).toEqual(released);
  });

  it('carry no solution and no hidden test', () => {
    const text = released.cells.map(sourceOf).join('\n');
    expect(text).not.toMatch(/SOLUTION|HIDDEN|grade\(/);
    expect(text).toContain(`throw new Error('${notAttempted}')`);
  });

  it('are worth the points that the library gives', () => {
    const graded = solution.cells.filter(({ metadata }) => metadata.nbgrader?.grade);
    const points = graded.map((cell) => [/grade\('([^']+)'/.exec(sourceOf(cell))?.[1], cell.metadata.nbgrader?.points]);
    const lesson = assignment.slice(0, 2);
    const wanted = Object.entries(exercises).filter(([id]) => id.startsWith(lesson));
    expect(points).toEqual(wanted.map(([id, exercise]) => [id, exercise.points]));
  });

  it('run untouched without an error and say "not attempted yet" for each', async () => {
    const { problems, outputs } = await execute(path);
    expect(problems).toEqual([]);
    const cards = outputs.map(({ text }) => text ?? '').filter((text) => text.includes('not attempted yet'));
    expect(cards).toHaveLength(released.cells.filter(({ metadata }) => metadata.nbgrader?.grade).length);
  });
});
