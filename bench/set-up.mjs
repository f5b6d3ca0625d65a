/** Installs the kernels that ours is measured against into .neurona/bench, where nothing else of the course looks. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../setup/paths.mjs';
import { findPython } from '../setup/python.mjs';
import { venv } from './kernels.mjs';

const list = inRoot('bench/requirements.txt');
const installed = join(venv, 'installed.txt');

/** Each package by itself, so that one that can't be had here doesn't keep the others away. Tells which are missing. */
export function setUpOthers() {
  const wanted = readFileSync(list, 'utf8');
  const packages = wanted.split('\n').filter((line) => /^\w/.test(line));
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return [];
  console.log(`Installing ${packages.join(', ')} into .neurona/bench: several gigabytes, once.`);
  run(findPython().command, ['-m', 'venv', venv]);
  const python = join(venv, 'bin', 'python');
  const missing = packages.filter((name) => !run(python, ['-m', 'pip', 'install', '--quiet', name]));
  if (missing.length === 0) writeFileSync(installed, wanted);
  return missing;
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}
