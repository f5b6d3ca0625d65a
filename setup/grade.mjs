/** `npm run grade`, `npm run feedback`, `npm run marks`: the instructor's commands, which are Python's, beside nbgrader. */
import { spawn } from 'node:child_process';
import { inRoot, inVenv, jupyterEnv, root } from './paths.mjs';
import { main, setUp } from './setup.mjs';

process.on('SIGINT', () => {}); // Ctrl-C reaches the command itself, which ends in its own way; we end with its code
await main(async () => {
  await setUp();
  const child = spawn(inVenv('python'), ['-m', 'grader', ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? root, // where npm was called: a folder is named as seen from there
    env: {
      ...process.env,
      ...jupyterEnv,
      PYTHONPATH: inRoot('setup'),
      NEURONA_COURSE: process.env.NEURONA_COURSE ?? root,
    },
    stdio: 'inherit',
  });
  process.exitCode = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
});
