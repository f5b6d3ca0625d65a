/** nbgrader's own autograde, by its command or Formgrader's button: students' code runs in the sandbox there, too. */
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignment, theClass } from '../support/class';
import { makeCourse } from '../support/nbgrader';
import type { Notebook } from '../support/notebooks';
import { inVenv } from '../support/paths';

const course = makeCourse();
const args = ['autograde', assignment, '--create', '--force'];
const PATH = dirname(inVenv('python')); // where no bwrap is

beforeAll(async () => {
  const released = await course.release(assignment);
  course.submit('spy', assignment, theClass(released).spy!.notebook);
});
afterAll(() => course.remove());

/** What the submission could see and reach. */
function seen(): string {
  const { cells } = JSON.parse(course.read(`grading/autograded/spy/${assignment}/${assignment}.ipynb`)) as Notebook;
  return JSON.stringify(cells.find(({ id }) => id === 'own')!.outputs);
}

describe('nbgrader autograde', () => {
  it('runs no code where there is no sandbox, and says so', async () => {
    await expect(course.nbgrader(args, { PATH })).rejects.toThrow(
      /there is none: bwrap is not installed.*NEURONA_GRADE_UNSAFE=1/,
    );
    expect(seen).toThrow(/no such file/);
  });

  it('runs it as the instructor where NEURONA_GRADE_UNSAFE is set: a submission then sees what it likes', async () => {
    await course.nbgrader(args, { PATH, NEURONA_GRADE_UNSAFE: '1', SECRET_OF_THE_INSTRUCTOR: 'secret' });
    expect(seen()).toContain('SECRET_OF_THE_INSTRUCTOR');
  });

  it('keeps from it what is not the student’s own: files, environment, network', async () => {
    await course.nbgrader(args, { SECRET_OF_THE_INSTRUCTOR: 'secret' });
    expect(seen()).toContain('offline');
    expect(seen()).not.toMatch(/secret|wrote|passwd|solutions|grading\/|gradebook|reference|README/i);
    expect(await course.grade(assignment)).toMatchObject({ spy: { 'fires-check': 1, 'six-check': 3 } });
  });
});
