/** The checks are tested themselves: each exercise's stub, its solution, other right answers, and the wrong ones that students give. */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grade } from '../../lib/check/check';
import { exercises } from '../../lib/check/exercises/index';
import { verdictOn, type Exercise } from '../../lib/check/verdict';
import { words } from '../../lib/words';
import { notebooksIn } from '../support/notebooks';
import { inRoot } from '../support/paths';
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
  // The checks of some lessons are still tested by code, in a file of their own.
  const byCode = ids.filter(
    (id) => !all.has(id) && existsSync(inRoot(`test/check/exercises-${id.slice(0, 2)}.test.ts`)),
  );
  expect([...all.keys(), ...byCode].sort()).toEqual(ids);
});

describe.each(Object.keys(exercises))('exercise %s', (id) => {
  const { points, hints } = (exercises as Record<string, Exercise<unknown>>)[id]!;
  const { right = [], wrong } = all.get(id) ?? { wrong: [] };

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
    expect(verdict.message).toMatch(message);
  });

  it.each(wrong)('knows $name by its message', async ({ code, message, points: worth = 0 }) => {
    const verdict = judge(id, await attemptIn('solutions', id, code));
    expect(verdict).toMatchObject({ status: 'wrong', points: worth });
    expect(worth).toBeLessThan(points);
    if (typeof message === 'string') expect(verdict.message).toBe(message);
    else expect(verdict.message).toMatch(message);
    if (verdict.example) expect(verdict.example.came).not.toBe(verdict.example.expected);
  });

  if (!all.has(id)) return;

  it('knows at least three wrong answers from one another', async () => {
    const verdicts = await Promise.all(
      wrong.map(async ({ code }) => judge(id, await attemptIn('solutions', id, code))),
    );
    expect(new Set(verdicts.map(({ message }) => message)).size).toBeGreaterThanOrEqual(3);
  });
});
