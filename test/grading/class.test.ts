/** A class, good and hostile, from release to the table of marks: the README's commands, with every mark as it should be. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { executablePath, openBrowser, startIn, stop } from '../support/browser';
import { assignment, reference, theClass, type HandedIn } from '../support/class';
import { CourseFolder, type Ended } from '../support/commands';
import type { Notebook } from '../support/notebooks';
import { inRoot, inVenv } from '../support/paths';

const course = new CourseFolder();
const limits = ['--cell-seconds', '30', '--notebook-seconds', '120', '--memory-mb', '1500'];
const handed = (student: string) => `grading/submitted/${student}/${assignment}/${assignment}.ipynb`;
const graded = (student: string) => `grading/autograded/${student}/${assignment}/${assignment}.ipynb`;
const page = (student: string) => course.read(`grading/feedback/${student}/${assignment}/${assignment}.html`);

let students: Record<string, HandedIn>;
let interrupted: Ended;
let second: Ended;
let ended: Ended;
let marks: Record<string, Record<string, number>>;

/** What cannot be graded, and what the summary says of it. */
const broken: Record<string, RegExp> = {
  'not-json': /not-json, 02-mcculloch-pitts: .* cannot be read as a notebook/,
  'no-notebook': /no-notebook, 02-mcculloch-pitts: .* is not a notebook as Jupyter knows it|cannot be read/,
  empty: /empty, 02-mcculloch-pitts: 02-mcculloch-pitts.ipynb is empty/,
  misnamed: /misnamed, 02-mcculloch-pitts: the notebook is named Untitled.ipynb; rename it to 02-mcculloch-pitts.ipynb/,
  'other-assignment': /other-assignment\/99-nothing: is not one of the assignments: .*02-mcculloch-pitts/,
  nothing: /nothing: has handed in nothing/,
  linked: /linked, 02-mcculloch-pitts: .* is a link to another place/,
  'a+b': /a\+b: is no name of a student/,
};

function handIn(): void {
  const released = JSON.parse(course.read(`exercises/${assignment}/${assignment}.ipynb`)) as Notebook;
  students = theClass(released);
  for (const [student, { notebook }] of Object.entries(students)) course.write(handed(student), notebook);
  course.write(handed('not-json'), '{"cells": [');
  course.write(handed('no-notebook'), { cells: 3 });
  course.write(handed('empty'), '');
  course.write(`grading/submitted/misnamed/${assignment}/Untitled.ipynb`, reference(released));
  course.write('grading/submitted/other-assignment/99-nothing/99-nothing.ipynb', reference(released));
  course.write('grading/submitted/nothing/.gitkeep', '');
  course.write(`grading/submitted/linked/${assignment}/notes.txt`, '');
  symlinkSync(course.path(handed('reference')), course.path(handed('linked')));
  course.write(handed('a+b'), reference(released));
}

const totals = () =>
  Object.fromEntries(Object.entries(students).map(([student, { marks }]) => [student, marks.reduce((a, b) => a + b)]));

const records = () => course.path('grading/records', assignment);
const recorded = () =>
  existsSync(records()) ? readdirSync(records()).filter((name) => name === 'catches-all.json') : [];

beforeAll(async () => {
  expect(await course.run('release')).toMatchObject({ code: 0 });
  handIn();
  const first = course.start('grade', ...limits);
  while (!existsSync(course.path('grading/autograded')) && first.child.exitCode === null) await pause(50);
  second = await course.run('grade', ...limits);
  while (!recorded().length && first.child.exitCode === null) await pause(50);
  process.kill(-first.child.pid!, 'SIGINT');
  interrupted = await first.ended;
  ended = await course.run('grade', ...limits);
  marks = course.marks(assignment);
}, 1_200_000); // a minute or so on a quiet machine
afterAll(() => course.remove());

describe('npm run grade', () => {
  it('gives each of the class the marks of the work', () => {
    const expected = Object.entries(students).map(([student, { marks }]) => [student, marks]);
    const cells = ['fires-check', 'exactly-two-check', 'six-check'];
    const came = Object.keys(students).map((student) => [student, cells.map((cell) => marks[student]?.[cell])]);
    expect(Object.fromEntries(came)).toEqual(Object.fromEntries(expected));
  });

  it('names each submission that could not be graded, and why, and has no marks for it', () => {
    expect(ended.code).toBe(1);
    for (const [student, line] of Object.entries(broken)) {
      expect(ended.stdout).toMatch(line);
      expect(marks).not.toHaveProperty([student]);
    }
    expect(ended.stdout).toContain(`${Object.keys(broken).length} not graded`);
  });

  it('says of a submission that was graded what was odd about it', () => {
    for (const [student, { remark }] of Object.entries(students))
      if (remark) expect(ended.stdout.split('\n').find((line) => line.startsWith(`  ${student},`))).toMatch(remark);
  });

  it('lets nobody grade at the same time, and says who does', () => {
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/Another grader is at work: process \d+ of \w+ on /);
  });

  it('goes on where it was interrupted', () => {
    expect(interrupted.code).not.toBe(0); // 130 from the command, a signal from npm
    expect(interrupted.stderr).toContain('goes on from here');
    const [, again, before] = /(\d+) graded in .*?, (\d+) as before/.exec(ended.stdout)!.map(Number);
    expect(before).toBeGreaterThan(0);
    expect(again! + before!).toBe(Object.keys(students).length);
  });

  it('runs no code where there is no sandbox', () => {
    const PATH = dirname(inVenv('python')); // where no bwrap is
    const env = { ...process.env, NEURONA_COURSE: course.folder, PATH };
    const { status, stderr } = spawnSync(process.execPath, [inRoot('setup/grade.mjs'), 'grade'], {
      env,
      encoding: 'utf8',
    });
    expect(stderr).toContain('there is none: bwrap is not installed');
    expect(status).toBe(1);
  });

  it('keeps what is not the student’s own from the student’s code: files, environment, network', () => {
    const { cells } = JSON.parse(course.read(graded('spy'))) as Notebook;
    const said = JSON.stringify(cells.find(({ id }) => id === 'own')!.outputs);
    expect(said).toContain('offline');
    expect(said).not.toMatch(/secret|wrote|passwd|solutions|grading\/|gradebook|reference|README/i);
  });
});

describe('npm run feedback', () => {
  beforeAll(async () => {
    expect(await course.run('feedback')).toMatchObject({ stdout: expect.stringContaining('pages made') as string });
  });

  it('makes a page for each student, with marks and without hidden tests', () => {
    for (const student of Object.keys(students)) expect(/HIDDEN TESTS/.test(page(student)), student).toBe(false);
    expect(/>grade</.test(page('reference'))).toBe(false);
    expect(page('partly').includes('Score: 5.0 / 6.0')).toBe(true);
  });

  it('draws the figures, runs no script of a student’s and loads nothing from elsewhere', async (test) => {
    test.skip(!executablePath, 'no Chromium on this machine (CHROMIUM=/path/to/chromium names one)');
    const browser = await openBrowser();
    const tab = await browser.newPage();
    const loaded: string[] = [];
    tab.on('response', (response) => loaded.push(response.url()));
    const url = pathToFileURL(course.path(`grading/feedback/scripts/${assignment}/${assignment}.html`)).href;
    await tab.goto(url);
    await tab.locator('.neurona-figure .main-svg').first().waitFor();
    expect(await tab.locator('#planted').count()).toBeGreaterThan(1); // what is to do no harm is there
    for (const planted of await tab.locator('#planted').all()) await planted.dispatchEvent('click');
    expect(await tab.title()).toBe(assignment);
    expect(loaded.filter((address) => address !== url)).toEqual([]);
    await browser.close();
  });
});

describe('npm run marks', () => {
  it('makes a table that says the same as the gradebook', async () => {
    await course.run('marks');
    const [header, ...rows] = course.read('grading/marks.csv').trim().split('\n');
    const column = (name: string) => header!.split(',').indexOf(name);
    const ofIt = rows.map((row) => row.split(',')).filter((row) => row[column('assignment')] === assignment);
    const table = ofIt.map((row) => [row[column('student_id')], +row[column('score')]!]);
    expect(Object.fromEntries(table)).toEqual(totals());
  });
});

describe('formgrader, in the course’s JupyterLab', () => {
  it('opens on the same gradebook', async () => {
    const { server, url } = await startIn(course.folder);
    onTestFinished(() => stop(server));
    const answer = await fetch(url.replace('/lab?', `/formgrader/api/submissions/${assignment}?`));
    const all = (await answer.json()) as { student: string; autograded: boolean; score: number }[];
    const came = all.filter(({ autograded }) => autograded).map(({ student, score }) => [student, score]);
    expect(Object.fromEntries(came)).toEqual(totals());
  });
});
