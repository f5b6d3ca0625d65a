/** The checks are tested themselves: each exercise's stub, its solution, other right answers, and the wrong ones that students give. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grade } from '../../lib/check/check';
import { exercises } from '../../lib/check/exercises/index';
import { verdictOn, type Exercise, type Verdict } from '../../lib/check/verdict';
import { memory } from '../../lib/tensorflow';
import { words } from '../../lib/words';
import { notebooksIn } from '../support/notebooks';
import { allAnswers, attemptIn, checkedIn } from './answers';
import { Desk } from './desk';

const all = await allAnswers();
let desk: Desk; // the notebooks' figures are drawn on it
beforeAll(() => void (desk = new Desk()));
afterAll(() => desk.clear());

const judge = (id: string, attempt: unknown) =>
  verdictOn((exercises as Record<string, Exercise<unknown>>)[id]!, attempt, words.check.threw);

it('the exercises are those of solutions/, and each has its answers', () => {
  const ids = Object.keys(exercises).sort();
  expect(notebooksIn('solutions').flatMap(checkedIn).sort()).toEqual(ids);
  expect([...all.keys()].sort()).toEqual(ids);
});

describe.each(Object.keys(exercises))('exercise %s', (id) => {
  const { points, hints } = (exercises as Record<string, Exercise<unknown>>)[id]!;
  const { right = [], wrong } = all.get(id)!;

  it('calls the stub of the students’ copy not attempted, and gives it no points', async () => {
    expect(judge(id, await attemptIn('exercises', id))).toMatchObject({ status: 'not attempted', points: 0 });
  });

  it('gives the solution all its points', async () => {
    expect(judge(id, await attemptIn('solutions', id))).toMatchObject({ status: 'passed', points });
  });

  it('has three hints, each longer than a few words and none twice', () => {
    expect(new Set(hints).size).toBe(3);
    for (const hint of hints) expect(hint.split(' ').length).toBeGreaterThan(5);
  });

  it('calls an attempt that throws wrong, and tells its error', async () => {
    const thrown = await attemptIn('solutions', id, 'throw new TypeError("x is undefined");');
    const message = words.check.threw('x is undefined');
    expect(judge(id, thrown)).toEqual({ status: 'wrong', points: 0, message });
  });

  it('says of the solution made asynchronous that it answers later, instead of judging its promises', async () => {
    const attempt = (await attemptIn('solutions', id)) as (...args: unknown[]) => unknown;
    const late = (...args: unknown[]) => Promise.resolve(attempt(...args));
    expect(() => grade(id as never, late as never)).toThrow(`${id}: ${words.check.asynchronous}`);
  });

  it.each(right)('passes $name', async ({ code, message = /./ }) => {
    const verdict = judge(id, await attemptIn('solutions', id, code));
    expect(verdict).toMatchObject({ status: 'passed', points });
    says(verdict, message);
  });

  it.each(wrong)('knows $name by its message', async ({ code, message, points: worth = 0, example }) => {
    const verdict = judge(id, await attemptIn('solutions', id, code));
    expect(verdict).toMatchObject({ status: 'wrong', points: worth });
    expect(worth).toBeLessThan(points);
    says(verdict, message);
    if (example) expect(verdict.example).toMatchObject(example);
    if (verdict.example) expect(verdict.example.came).not.toBe(verdict.example.expected);
  });

  it('knows at least three wrong answers from one another', async () => {
    const verdicts = await Promise.all(
      wrong.map(async ({ code }) => judge(id, await attemptIn('solutions', id, code))),
    );
    expect(new Set(verdicts.map(({ message }) => message)).size).toBeGreaterThanOrEqual(3);
  });

  it('leaves no tensor behind, however often it judges', async () => {
    const attempt = await attemptIn('solutions', id);
    judge(id, attempt);
    const { numTensors } = memory();
    judge(id, attempt);
    expect(memory().numTensors).toBe(numTensors);
  });
});

/** Expects a message, whole or by a part of it. */
function says(verdict: Verdict, message: string | RegExp): void {
  if (typeof message === 'string') expect(verdict.message).toBe(message);
  else expect(verdict.message).toMatch(message);
}
