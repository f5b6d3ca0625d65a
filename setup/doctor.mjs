/** `npm run doctor`: what is installed, where it came from, what is wrong, and the command that mends it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCompiler } from './compiler.mjs';
import { inRoot, root, venv } from './paths.mjs';
import { findPython } from './python.mjs';
import { main, optionalSteps, steps } from './setup.mjs';
import { wheelFor } from './steps/tensorflow.mjs';

await main(async () => {
  let sick = false;
  const tell = (
    /** @type {boolean | undefined} */ well,
    /** @type {string} */ name,
    /** @type {string} */ detail,
    mend = '',
  ) => {
    console.log(`${well ? 'ok   ' : well === undefined ? 'note ' : 'WRONG'}  ${name.padEnd(26)} ${detail}`);
    if (well === false && mend) console.log(`${' '.repeat(34)}mend: ${mend}`);
    sick ||= well === false;
  };

  tell(true, 'this clone', root);
  tell(true, 'Node', `${process.versions.node} at ${process.execPath} (${process.platform} ${process.arch})`);
  try {
    const python = findPython();
    tell(true, 'Python', `${python.version}, as ${python.command}`);
  } catch (error) {
    tell(false, 'Python', /** @type {Error} */ (error).message, 'install Python 3.10 or later');
  }

  const noWheel = wheelFor().why;
  for (const step of steps) {
    if (noWheel && optionalSteps.has(step)) {
      tell(undefined, step.name, `not for this machine: ${noWheel}; the CPU kernels of TensorFlow.js do the work`);
      continue;
    }
    const { done, detail } = step.state();
    const damage = done ? await step.damage?.() : undefined;
    if (damage) tell(false, step.name, damage, step.mend ?? 'npm start');
    else tell(done, step.name, detail, 'npm start');
  }

  for (const [name, version] of versions()) tell(true, `  ${name}`, version);
  const compiler = systemCompiler();
  tell(true, 'C++ compiler', compiler ? `${compiler.command}: ${compiler.version}` : 'none; zig from PyPI stands in');
  console.log(sick ? '\nSomething is wrong: see above.' : '\nAll is well: npm start opens the course.');
  if (sick) process.exitCode = 1;
});

/** The versions that matter when something goes wrong, as installed. @returns {[string, string][]} */
function versions() {
  const npm = ['tslab', '@tensorflow/tfjs-node', 'danfojs-node', 'zeromq', 'vitest'].map((name) => {
    try {
      return [name, JSON.parse(readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8')).version];
    } catch {
      return [name, 'missing'];
    }
  });
  const [folder] = foldersIn(join(venv, 'lib')).filter((name) => name.startsWith('python'));
  const installed = folder ? foldersIn(join(venv, 'lib', folder, 'site-packages')) : [];
  const pip = ['jupyterlab', 'nbgrader', 'nbclient', 'nbconvert', 'plotly'].map((name) => {
    const info = installed.find((entry) => entry.startsWith(`${name}-`) && entry.endsWith('.dist-info'));
    return [name, info?.slice(name.length + 1, -'.dist-info'.length) ?? 'missing'];
  });
  return /** @type {[string, string][]} */ ([...npm, ...pip]);
}

/** @param {string} path */
function foldersIn(path) {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
