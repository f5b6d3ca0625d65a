/** Marks follow the work: full for the reference, none for none, some for some. Real nbgrader, real submissions. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readNotebook, sourceOf, type Notebook } from '../support/notebooks';
import { makeCourse, withSources } from '../support/nbgrader';

const assignment = '02-mcculloch-pitts';
const course = makeCourse();
let marks: Record<string, Record<string, number>>;

const full = { 'fires-check': 1, 'exactly-two-check': 2, 'six-check': 3 };
const none = { 'fires-check': 0, 'exactly-two-check': 0, 'six-check': 0 };

/** What a student would hand in who had written the solutions: their code in the released copy. */
function reference(released: Notebook): Notebook {
  const solution = readNotebook(`solutions/${assignment}/${assignment}.ipynb`);
  const answers = solution.cells.filter(({ metadata }) => metadata.nbgrader?.solution);
  return withSources(
    released,
    Object.fromEntries(answers.map((cell) => [cell.metadata.nbgrader?.grade_id as string, () => sourceOf(cell)])),
  );
}

beforeAll(async () => {
  const released = await course.release(assignment);
  const right = reference(released);
  const submissions: Record<string, Notebook> = {
    reference: right,
    untouched: released,
    // "more than" for "at least", an at-least-two for an exactly-two, and the lesson's zero for a six
    wrong: withSources(right, {
      'fires-answer': (source) => source.replace('>=', '>'),
      'exactly-two-answer': (source) => source.replace('weights: [1, -1]', 'weights: [1, 0]'),
      'six-answer': (source) => source.replace('threshold: 12', 'threshold: 16'),
    }),
    'does not compile': withSources(right, {
      'fires-answer': () =>
        'function fires(x: number[], weights: number[], threshold: number): number { return "one"; }',
      'exactly-two-answer': () => 'function exactlyTwo(): scratch.Circuit { return scratch.circuit([[ }',
      'six-answer': () => 'const six = 6;',
    }),
    'no set-up': withSources(right, { 'set-up': () => 'import { nothing } from "neurona";' }),
    'one error only': withSources(right, { 'fires-answer': () => 'throw new Error("stop here");' }),
  };
  for (const [student, notebook] of Object.entries(submissions)) course.submit(student, assignment, notebook);
  marks = await course.grade(assignment);
}, 400_000);
afterAll(() => course.remove());

describe('nbgrader on our kernel', () => {
  it('gives the reference full marks', () => {
    expect(marks.reference).toEqual(full);
  });

  it('gives an untouched copy nothing', () => {
    expect(marks.untouched).toEqual(none);
  });

  it('gives wrong answers less than full marks, and what a part is worth', () => {
    expect(marks.wrong).toEqual({ 'fires-check': 0, 'exactly-two-check': 0, 'six-check': 2 });
  });

  it('gives nothing for answers that do not compile', () => {
    expect(marks['does not compile']).toEqual(none);
  });

  it('gives nothing where the set-up does not compile, since no cell after it can run', () => {
    expect(marks['no set-up']).toEqual(none);
  });

  it('lets one failing cell cost its own marks only', () => {
    expect(marks['one error only']).toEqual({ ...full, 'fires-check': 0 });
  });
});

describe('a graded cell', () => {
  const silent = makeCourse();
  afterAll(() => silent.remove());

  it('that says nothing, or claims more points than it has, is worth nothing; nbgrader alone would give it all', async () => {
    const path = `solutions/${assignment}/${assignment}.ipynb`;
    silent.write(
      path,
      withSources(readNotebook(path), {
        'fires-check': (source) => source.replace(/^grade.*$/m, 'void 0;'),
        'exactly-two-check': (source) => source.replace(/^grade.*$/m, '2 + 1'),
      }),
    );
    silent.submit('quiet', assignment, reference(await silent.release(assignment)));
    expect(await silent.grade(assignment)).toEqual({ quiet: { ...none, 'six-check': 3 } });
  });
});
