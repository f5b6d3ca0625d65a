/** `npm run bench`: measures our kernel beside others in one run, and writes bench/report.md. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { inRoot, inVenv, made } from '../setup/paths.mjs';
import { main, setUp } from '../setup/setup.mjs';
import { isInstalled, kernels } from './kernels.mjs';
import { report } from './report.mjs';
import { setUpOthers } from './set-up.mjs';

const environment = { TF_CPP_MIN_LOG_LEVEL: '2', KERAS_BACKEND: 'tensorflow', CUDA_VISIBLE_DEVICES: '' };

await main(async () => {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '5' }, only: { type: 'string', multiple: true } },
  });
  const chosen = kernels.filter(({ name }) => !values.only || values.only.some((part) => name.includes(part)));
  await setUp();
  const refused = setUpOthers();
  if (refused.length) console.error(`Could not install ${refused.join(', ')}: the report names what is missing.`);
  const installed = chosen.filter(isInstalled);
  const missing = chosen.filter((kernel) => !installed.includes(kernel)).map(({ name }) => name);

  const started = new Date().toISOString().slice(0, 16).replace('T', ' ');
  const launches = await measure({
    rounds: Number(values.rounds),
    log: join(made, 'bench', 'kernels.log'),
    kernels: installed.map((kernel) => ({ ...kernel, env: environment, cwd: inRoot('notebooks') })),
  });
  const names = chosen.map(({ name }) => name);
  const text = report(launches, names, missing, `${started} UTC, ${values.rounds} rounds`);
  if (!values.only) writeFileSync(inRoot('bench/report.md'), text);
  console.log(text);
});

/** @param {object} plan @returns {Promise<import('./report.mjs').Launch[]>} */
async function measure(plan) {
  const client = spawn(inVenv('python'), [inRoot('bench/client.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  client.stdin.end(JSON.stringify(plan));
  const launches = [];
  for await (const line of createInterface({ input: client.stdout })) {
    launches.push(JSON.parse(line));
    process.stderr.write('.'); // one for each launch
  }
  process.stderr.write('\n');
  return launches;
}
