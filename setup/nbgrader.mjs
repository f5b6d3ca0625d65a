/** `npm run nbgrader -- …`: nbgrader with the course's configuration; `npm run release` makes exercises/ from solutions/. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inVenv, jupyterEnv, root } from './paths.mjs';
import { main, setUp } from './setup.mjs';

const course = process.env.NEURONA_COURSE ?? root;

await main(async () => {
  await setUp();
  mkdirSync(join(course, 'grading'), { recursive: true }); // submissions, marks and feedback; not in git
  const [command = '--help', ...rest] = process.argv.slice(2);
  if (command !== 'release') process.exitCode = await nbgrader([command, ...rest]);
  else
    for (const assignment of readdirSync(join(course, 'solutions'))) {
      process.exitCode ||= await nbgrader(['generate_assignment', assignment, '--create', '--force']);
    }
});

/** @param {string[]} args @returns {Promise<number>} the exit code */
function nbgrader(args) {
  const child = spawn(inVenv('nbgrader'), args, {
    cwd: course,
    env: { ...process.env, ...jupyterEnv, NEURONA_COURSE: course },
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
