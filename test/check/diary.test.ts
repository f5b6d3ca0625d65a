/** What a student has done is kept: over restarts, beside other kernels, in a file that may be damaged or unwritable; never while a program runs the notebook. */
import { fork } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { check, grade } from '../../lib/check/check';
import { read } from '../../lib/check/diary';
import { hint } from '../../lib/check/hint';
import { progress } from '../../lib/check/progress';
import { predict, quiz } from '../../lib/check/question';
import { inRoot } from '../support/paths';
import { Desk, right, stub } from './desk';

let desk: Desk;
beforeEach(() => void (desk = new Desk()));
afterEach(() => desk.clear());

/** The table's row of lesson 02, and what stands below the table. */
function shown() {
  progress();
  const lines = desk.text.split('\n');
  const at = lines.findIndex((line) => line.startsWith('02 '));
  return {
    title: lines[0],
    row: lines[at]!.split(/ {2,}/).slice(1),
    notes: lines.slice(at + 1).filter((line) => line && !/^\d\d /.test(line)),
  };
}

describe('progress', () => {
  it('tells done from tried from open, and how the quiz went', () => {
    expect(shown()).toMatchObject({
      title: expect.stringMatching(
        /^Exercises: 0 done, 0 tried, \d+ open\. Quiz: 0 right, 0 not right yet, \d+ open\.$/,
      ) as string,
      row: ['–', '–', '02.1, 02.2, 02.3', '0 right of 5'],
      notes: [`Kept in ${desk.diary}.`],
    });
    check('02.1', stub);
    expect(shown().row).toEqual(['–', '–', '02.1, 02.2, 02.3', '0 right of 5']);
    check('02.1', () => 0);
    check('02.2', () => undefined as never);
    quiz('02.q1', 'a');
    quiz('02.q2', 'b');
    expect(shown().row).toEqual(['–', '02.1, 02.2', '02.3', '1 right of 5']);
    check('02.1', right);
    quiz('02.q1', 'b');
    check('02.1', () => 0); // once passed it is done
    expect(shown()).toMatchObject({
      title: expect.stringMatching(
        /^Exercises: 1 done, 1 tried, \d+ open\. Quiz: 2 right, 0 not right yet, \d+ open\.$/,
      ) as string,
      row: ['02.1', '02.2', '02.3', '2 right of 5'],
    });
  });

  it('is not moved by grading', () => {
    grade('02.1', right);
    expect(existsSync(desk.diary)).toBe(false);
  });
});

describe('the file', () => {
  it('says a thing once, however often a cell is run', () => {
    for (let run = 0; run < 3; run++) {
      check('02.1', () => 0);
      quiz('02.q1', 'a');
      predict('02.prediction', 'b');
      for (let i = 0; i < 4; i++) hint('02.1');
    }
    const lines = readFileSync(desk.diary, 'utf8').split('\n').filter(Boolean);
    expect(lines.map((line) => (JSON.parse(line) as { did: string }).did)).toEqual([
      'attempt',
      'answer',
      'prediction',
      'hint',
      'hint',
      'hint', // prettier-ignore
    ]);
  });

  it('is damaged: all other lines count, none is thrown away, and it is said', () => {
    check('02.1', right);
    appendFileSync(desk.diary, '{"at": "2026", "did": "attem'); // a write that was cut off
    quiz('02.q1', 'b');
    appendFileSync(
      desk.diary,
      '\0\0\n[1]\nnull\n{"did":"attempt","id":"02.2"}\n{"did":"answer","id":"02.q2","answer":3}',
    );
    check('02.3', () => undefined as never);
    expect(shown().row).toEqual(['02.1', '02.3', '02.2', '1 right of 5']);
    expect(shown().notes[0]).toMatch(/^6 damaged lines of .* could not be read and are not counted; all others are\.$/);
    expect(readFileSync(desk.diary, 'utf8')).toContain('"attem');
  });

  it('can’t be written: it is said, and what is done counts until the kernel ends', () => {
    mkdirSync(desk.diary);
    check('02.1', right);
    expect(desk.text).toMatch(/^✓/);
    expect(shown().row[0]).toBe('02.1');
    expect(shown().notes).toEqual([expect.stringMatching(/^What you do from now on is known only until.*EISDIR/)]);
    rmSync(desk.diary, { recursive: true });
  });

  it('loses nothing when two kernels write at once', async () => {
    const writer = join(desk.diary, '..', 'writer.cjs');
    writeFileSync(
      writer,
      `const { note } = require(${JSON.stringify(inRoot('lib/dist/check/diary.js'))});
       for (let i = 0; i < 300; i++) note({ did: 'hint', id: process.argv[2], step: i });`,
    );
    const ended = ['a', 'b'].map((id) => new Promise((end) => fork(writer, [id]).once('exit', end)));
    expect(await Promise.all(ended)).toEqual([0, 0]);
    const { entries, damaged } = read();
    expect(damaged).toBe(0);
    for (const id of ['a', 'b']) {
      const steps = entries.filter((entry) => entry.id === id).map((entry) => (entry as { step: number }).step);
      expect(steps).toEqual(Array.from({ length: 300 }, (_, i) => i));
    }
  });
});

describe('without being asked to', () => {
  beforeEach(() => delete process.env.NEURONA_PROGRESS);

  it('nothing is written where a program runs the notebook', async () => {
    vi.resetModules(); // this process knows of no person yet
    const fresh = await import('../../lib/check/diary');
    desk.page.attended = false;
    fresh.note({ did: 'attempt', id: '02.1', passed: true });
    expect(fresh.read()).toMatchObject({ file: undefined, entries: [{ id: '02.1' }] });
  });

  it('the file is in the clone’s .neurona, where git does not look, once a person has run a cell', async () => {
    vi.resetModules();
    const fresh = await import('../../lib/check/diary');
    expect(fresh.read().file).toBe(inRoot('.neurona/progress.jsonl'));
    desk.page.attended = false; // between cells nobody can tell: a widget's answer
    expect(fresh.read().file).toBe(inRoot('.neurona/progress.jsonl'));
    expect(readFileSync(inRoot('.gitignore'), 'utf8')).toContain('.neurona/\n');
  });
});

it('the course is found from any folder in it, and from nowhere else', async () => {
  const { courseFolder } = await import('../../lib/check/course');
  expect([courseFolder(), courseFolder(inRoot('lib/dist/check'))]).toEqual([inRoot(), inRoot()]);
  const elsewhere = mkdtempSync('/tmp/neurona-');
  expect(courseFolder(elsewhere)).toBeUndefined();
  rmSync(elsewhere, { recursive: true });
});
