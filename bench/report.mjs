/** Turns what the client measured into a report that says what was measured, where, and how far it scattered. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { inRoot } from '../setup/paths.mjs';

/**
 * @typedef {{ name: string, times?: Record<string, number[]>, error?: string }} Launch one process of a kernel
 * @typedef {{ key: string, title: string, unit: 's' | 'ms' }} Measure
 */

/** @type {Measure[]} */
const measures = [
  { key: 'first', title: 'From launch to the first tensor, run at once (s)', unit: 's' },
  { key: 'later', title: 'The cell with the first tensor, run after three seconds of reading (s)', unit: 's' },
  { key: 'cell', title: 'A cell, the framework in scope (ms)', unit: 'ms' },
  { key: 'complete', title: 'A completion, the framework in scope (ms)', unit: 'ms' },
  { key: 'ready', title: 'From launch to the answer that the kernel is ready (s)', unit: 's' },
];

/**
 * @param {Launch[]} launches @param {string[]} names all kernels, ours first @param {string[]} missing those not installed
 * @param {string} started
 */
export function report(launches, names, missing, started) {
  const there = names.filter((name) => !missing.includes(name));
  const failed = launches.filter(({ error }) => error).map(({ name, error }) => `- ${name}: a launch failed: ${error}`);
  return `${[
    '# Speed, in one run',
    'Made by `npm run bench`; how it is measured stands in [README.md](README.md).',
    [`- ${started}`, `- ${machine()}`, ...versions().map((line) => `- ${line}`)].join('\n'),
    ...measures.flatMap(({ key, title, unit }) => [`## ${title}`, table(launches, there, key, unit)]),
    ...(missing.length ? ['## Missing', missing.map((name) => `- ${name}: not installed here`).join('\n')] : []),
    ...(failed.length ? ['## Failed', failed.join('\n')] : []),
  ].join('\n\n')}\n`;
}

/** @param {Launch[]} launches @param {string[]} names @param {string} key @param {'s' | 'ms'} unit */
function table(launches, names, key, unit) {
  const samples = names.map((name) =>
    launches.filter((launch) => launch.name === name).flatMap(({ times }) => times?.[key] ?? []),
  );
  const ours = median(samples[0] ?? []);
  const show = (/** @type {number} */ ms) => (unit === 's' ? (ms / 1000).toFixed(2) : ms.toFixed(1));
  const rows = names.map((name, index) => {
    const values = samples[index] ?? [];
    if (values.length === 0) return `| ${name} | – | – | – | – | 0 |`;
    const cells = [Math.min(...values), median(values), Math.max(...values)].map(show);
    return `| ${name} | ${cells.join(' | ')} | ${(median(values) / ours).toFixed(2)} | ${values.length} |`;
  });
  return ['| kernel | minimum | median | maximum | median / ours | times |', '|---|--:|--:|--:|--:|--:|', ...rows].join(
    '\n',
  );
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

function machine() {
  const { length } = cpus();
  return `${length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`;
}

function versions() {
  const version = (/** @type {string} */ name) =>
    `${name} ${JSON.parse(readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8')).version}`;
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: inRoot(), encoding: 'utf8' }).trim();
  const others = readFileSync(inRoot('bench/requirements.txt'), 'utf8').split('\n');
  return [
    `Neurona at ${commit}, on Node ${process.versions.node} with ${version('@tensorflow/tfjs-node')} and ${version('tslab')}`,
    others
      .filter((line) => /^\w/.test(line))
      .map((line) => line.replace('==', ' '))
      .join(', '),
  ];
}
