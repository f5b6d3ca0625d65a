/** `npm run bench:grading`: a class graded by `npm run grade` and by nbgrader alone, in turns; writes bench/grading.md. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { inRoot, inVenv, jupyterEnv, root } from '../setup/paths.mjs';
import { main, setUp } from '../setup/setup.mjs';

const run = promisify(execFile);
const assignment = '02-mcculloch-pitts';
const notebook = `${assignment}/${assignment}.ipynb`;

await main(async () => {
  const { values } = parseArgs({
    options: {
      students: { type: 'string', default: '30' },
      rounds: { type: 'string', default: '3' },
    },
  });
  await setUp();
  const students = Number(values.students);
  const rounds = Number(values.rounds);
  const alone = Math.max(1, Math.round(students / 5)); // nbgrader takes them one by one: fewer say as much

  /** @type {{ ours: number, nbgrader: number, load: number }[]} */
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const load = loadavg()[0] ?? 0;
    const ours = await timed(students, (course) =>
      commands(course, process.execPath, [inRoot('setup/grade.mjs'), 'grade']),
    );
    const nbgrader = await timed(alone, (course) => commands(course, inVenv('nbgrader'), ['autograde', assignment]));
    times.push({ ours: ours / students, nbgrader: nbgrader / alone, load });
    process.stderr.write('.');
  }
  process.stderr.write('\n');
  const text = report(times, students, alone);
  writeFileSync(inRoot('bench/grading.md'), text);
  console.log(text);
});

/** Seconds that `grade` takes for a class of its own. @param {number} students @param {(course: string) => Promise<unknown>} grade */
async function timed(students, grade) {
  mkdirSync(inRoot('.neurona/courses'), { recursive: true });
  const course = mkdtempSync(inRoot('.neurona/courses/bench-'));
  try {
    cpSync(inRoot('solutions'), join(course, 'solutions'), { recursive: true });
    mkdirSync(join(course, 'grading'));
    await commands(course, inVenv('nbgrader'), ['generate_assignment', assignment, '--force']); // both find the assignment known
    const submission = handedIn(join(course, 'exercises', notebook));
    for (let student = 0; student < students; student++) {
      mkdirSync(join(course, 'grading/submitted', `student-${student}`, assignment), { recursive: true });
      writeFileSync(join(course, 'grading/submitted', `student-${student}`, notebook), submission);
    }
    const begun = Date.now();
    await grade(course);
    const seconds = (Date.now() - begun) / 1000;
    const marked = readdirSync(join(course, 'grading/autograded')).length;
    if (marked !== students) throw new Error(`${marked} of ${students} submissions were graded`);
    return seconds;
  } finally {
    rmSync(course, { recursive: true, force: true });
  }
}

/** The released copy with the solutions in it: all cells have their work to do. @param {string} path */
function handedIn(path) {
  const released = JSON.parse(readFileSync(path, 'utf8'));
  const solution = JSON.parse(readFileSync(inRoot('solutions', notebook), 'utf8'));
  for (const cell of released.cells) {
    const written = solution.cells.find((/** @type {{ id: string }} */ { id }) => id === cell.id);
    if (cell.metadata.nbgrader?.solution) cell.source = written.source;
  }
  return JSON.stringify(released);
}

/** @param {string} course @param {string} command @param {string[]} args */
function commands(course, command, args) {
  const env = { ...process.env, ...jupyterEnv, NEURONA_COURSE: course };
  return run(command, args, { cwd: command === process.execPath ? root : course, env, maxBuffer: 1e9 });
}

/** @param {{ ours: number, nbgrader: number, load: number }[]} times @param {number} students @param {number} alone */
function report(times, students, alone) {
  const round = (/** @type {number} */ seconds) => seconds.toFixed(2);
  const rows = times.map(
    ({ ours, nbgrader, load }) =>
      `| ${round(ours)} s | ${round(nbgrader)} s | ${(nbgrader / ours).toFixed(1)} | ${load.toFixed(1)} |`,
  );
  return `# Grading: \`npm run grade\` beside nbgrader alone

By \`npm run bench:grading\`, ${new Date().toISOString().slice(0, 10)}, on ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}).
Lesson 02's exercise with the reference's answers: ${students} submissions by \`npm run grade\`, in the sandbox; ${alone} by
\`nbgrader autograde\`, one by one, in the same sandbox and on the same kernel. From the command's start to its end, per submission.

| npm run grade | nbgrader autograde | times as fast | load of the machine before |
| --- | --- | --- | --- |
${rows.join('\n')}

The last column is 0 on a quiet machine. With a higher load, only the ratio says something.
`;
}
