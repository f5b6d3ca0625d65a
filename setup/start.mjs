/** `npm start`: sets up what is missing and opens JupyterLab on the first lesson. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, inVenv, jupyterEnv, made, root } from './paths.mjs';
import { main, setUp } from './setup.mjs';

const log = join(made, 'logs', 'server.log');
const [firstLesson] = readdirSync(inRoot('notebooks'))
  .filter((name) => name.endsWith('.ipynb'))
  .sort();
const page = `lab/tree/notebooks/${firstLesson}`;

await main(async () => {
  await setUp();
  const server = startJupyterLab();
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => server.kill(signal));
  const url = await urlOf(server);
  if (url) console.log(`\n  JupyterLab: ${url}\n  Stop it with Ctrl-C.\n`);
  await new Promise((resolve) => server.once('exit', resolve));
  if (!url) throw new Error(`JupyterLab did not start; ${log} says why:\n${readFileSync(log, 'utf8').slice(-2000)}`);
});

function startJupyterLab() {
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  mkdirSync(join(made, 'logs'), { recursive: true });
  const output = openSync(log, 'w');
  const child = spawn(
    inVenv('jupyter-lab'),
    [
      `--ServerApp.root_dir=${root}`,
      `--LabApp.default_url=/${page}`,
      '--ServerApp.ip=localhost',
      '--ServerApp.answer_yes=True', // Ctrl-C stops without a question
      ...(hasScreen ? [] : ['--no-browser']),
      ...(process.getuid?.() === 0 ? ['--allow-root'] : []),
      ...process.argv.slice(2),
    ],
    { cwd: root, env: { ...process.env, ...jupyterEnv }, stdio: ['ignore', output, output] },
  );
  closeSync(output);
  return child;
}

/** JupyterLab notes each running server in a file; ours has our child's number. @param {import('node:child_process').ChildProcess} server */
async function urlOf(server) {
  const note = join(jupyterEnv.JUPYTER_RUNTIME_DIR, `jpserver-${server.pid}.json`);
  while (server.exitCode === null && server.signalCode === null) {
    try {
      const { url, token } = JSON.parse(readFileSync(note, 'utf8'));
      return `${url}${page}?token=${token}`;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50)); // not written yet
    }
  }
  return undefined;
}
