/** The kernels that are measured, and what each is asked: the same, in its own words. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, made } from '../setup/paths.mjs';

/**
 * @typedef {{ code: string, prints: string }} First the cell that shows the first tensor, and what it prints
 * @typedef {{ first: First, cells: string[], complete: [before: string, offered: string][] }} Questions
 *   `complete`: what stands before the cursor, and a name that has to be offered
 * @typedef {Questions & { name: string, module?: string, argv: string[] }} Kernel
 *   `module`: the Python module that has to be there
 */

/** How many cells, and completions, each launch is asked for. */
const counts = { cells: 40, completions: 10 };

export const venv = join(made, 'bench', 'venv');
const python = join(venv, 'bin', 'python');
const deno = join(venv, 'bin', 'deno');
/** Where Jupyter puts the name of the file that it writes. */
const file = '{connection_file}';

const ours = { argv: [process.execPath, inRoot('lib/dist/kernel/main.js'), `--config-path=${file}`] };
const stock = { argv: [process.execPath, inRoot('node_modules/tslab/bin/tslab'), 'kernel', `--config-path=${file}`] };
const ipykernel = { argv: [python, '-m', 'ipykernel_launcher', '-f', file] };

/** Every second cell uses the framework; no two are alike, so that none is answered from memory. @type {(make: (n: number) => string) => string[]} */
const cells = (make) => Array.from({ length: counts.cells }, (_, n) => (n % 2 ? make(n) : `1 + ${n}`));

/** @type {(offered: string, make: (n: number) => string) => [string, string][]} */
const completions = (offered, make) => Array.from({ length: counts.completions }, (_, n) => [make(n), offered]);

/** @param {string} importing @returns {Questions} */
const typescript = (importing) => ({
  first: { code: `${importing}\ntf.tensor([1, 2, 3]).print();`, prints: '[1, 2, 3]' },
  cells: cells((n) => `const a${n} = tf.tensor([${n}]);`),
  complete: completions('dense', (n) => `const b${n} = tf.layers.den`),
});

const tfjs = typescript("import * as tf from '@tensorflow/tfjs-node';");

/** @type {Questions} */
const keras = {
  first: { code: 'import keras\nprint(keras.ops.array([1, 2, 3]))', prints: '[1 2 3]' },
  cells: cells((n) => `a${n} = keras.ops.array([${n}])`),
  complete: completions('Dense', (n) => `b${n} = keras.layers.Den`),
};

/** @type {Questions} */
const torch = {
  first: { code: 'import torch\nprint(torch.tensor([1, 2, 3]))', prints: 'tensor([1, 2, 3])' },
  cells: cells((n) => `a${n} = torch.tensor([${n}])`),
  complete: completions('Linear', (n) => `b${n} = torch.nn.Linea`),
};

/** No framework, so no tensor: what the kernel alone takes. @type {Questions} */
const plain = {
  first: { code: 'print([1, 2, 3])', prints: '[1, 2, 3]' },
  cells: cells((n) => `a${n} = [${n}]`),
  complete: completions('append', (n) => `b${n} = list.appe`),
};

/** Ours comes first: the others are compared with it. @type {Kernel[]} */
export const kernels = [
  { name: 'Neurona, tfjs-node', ...ours, ...tfjs },
  { name: 'Neurona, neurona', ...ours, ...typescript("import { tf } from 'neurona';") },
  { name: 'tslab, tfjs-node', ...stock, ...tfjs },
  { name: 'Deno, tfjs-node', argv: [deno, 'jupyter', '--kernel', '--conn', file], ...tfjs },
  { name: 'ipykernel, Keras', module: 'keras', ...ipykernel, ...keras },
  { name: 'ipykernel, PyTorch', module: 'torch', ...ipykernel, ...torch },
  { name: 'ipykernel alone', ...ipykernel, ...plain },
];

/** Whether all is installed that a kernel needs. @param {Kernel} kernel */
export function isInstalled({ argv: [command = ''], module }) {
  if (!existsSync(command)) return false;
  const find = `import importlib.util, sys; sys.exit(importlib.util.find_spec('${module}') is None)`;
  return !module || spawnSync(command, ['-c', find]).status === 0;
}
