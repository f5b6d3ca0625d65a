/** Finds a Python that can carry Jupyter: 3.10 or later. */
import { spawnSync } from 'node:child_process';
import { Failure } from './failure.mjs';

const oldest = 10;
const names = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];

/** @returns {{ command: string, version: string }} the first of PYTHON and the usual names that is new enough */
export function findPython() {
  const seen = [];
  for (const command of process.env.PYTHON ? [process.env.PYTHON] : names) {
    const { stdout, status } = spawnSync(command, ['-c', 'import sys; print("%d.%d.%d" % sys.version_info[:3])'], {
      encoding: 'utf8',
    });
    if (status !== 0) continue;
    const version = stdout.trim();
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major === 3 && minor >= oldest) return { command, version };
    seen.push(`${command} is ${version}`);
  }
  throw new Failure(
    'python',
    `Python 3.${oldest} or later is needed; ${seen.join(', ') || 'no Python was found'}.`,
    'Install it from your system (sudo apt install python3 python3-venv; brew install python), or name it: PYTHON=/path/to/python3 npm start.',
  );
}
