/** Step 2: JupyterLab and nbgrader in .venv, each package with the hash that requirements.txt pins. */
import { existsSync } from 'node:fs';
import { inRoot, inVenv, root, venv } from '../paths.mjs';
import { findPython } from '../python.mjs';
import { run } from '../run.mjs';
import { hashOf, readStamp, writeWhole } from '../stamp.mjs';

const stamp = `${venv}/.neurona-stamp`;
// The folder belongs to the inputs: the programs of a virtual environment know where they stand.
const inputs = () => hashOf({ texts: [root], files: [inRoot('requirements.txt')] });

export const jupyter = {
  name: 'JupyterLab',
  state() {
    if (!existsSync(inVenv('python'))) return { done: false, detail: '.venv/ is missing or its Python is gone' };
    const done = readStamp(stamp) === inputs();
    return { done, detail: done ? 'as in requirements.txt' : '.venv/ is not what requirements.txt says' };
  },
  async make() {
    const python = findPython();
    await run(`${this.name}: a virtual environment`, python.command, ['-m', 'venv', '--clear', venv]);
    await run(this.name, inVenv('python'), [
      ...['-m', 'pip', 'install', '--no-deps', '--require-hashes', '--no-input', '--disable-pip-version-check'],
      ...['-r', inRoot('requirements.txt')],
    ]);
    writeWhole(stamp, inputs());
  },
};
