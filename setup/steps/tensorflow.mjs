/** Step 3: TensorFlow's C library, from its wheel on PyPI; tfjs-node's own download fails behind proxies and is of 2022. */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Failure } from '../failure.mjs';
import { inRoot, inVenv, made } from '../paths.mjs';
import { run } from '../run.mjs';
import { readStamp } from '../stamp.mjs';

const { version, headers, notices, wheels } = JSON.parse(readFileSync(inRoot('setup/tensorflow.json'), 'utf8'));

/** Where libtensorflow is: lib/ and include/. */
export const tensorflowFolder = join(made, 'tensorflow', version);
const stamp = join(tensorflowFolder, 'stamp.json');
const partial = join(made, 'tensorflow', 'partial');
const gigabytesNeeded = 1.3; // the wheel and, beside it, what is unpacked

/** The wheel for this machine, or why there is none. @returns {{ wheel?: any, why?: string }} */
export function wheelFor({ platform = process.platform, arch = process.arch, glibc = glibcVersion() } = {}) {
  const wheel = wheels[`${platform}-${arch}`];
  if (platform === 'win32') return { why: 'there is none for Windows; inside WSL there is' };
  if (!wheel) return { why: `there is none for ${platform} on ${arch}` };
  if (platform !== 'linux') return { wheel };
  if (!glibc) return { why: 'it needs a Linux with the GNU C library, and this one has another' };
  const [, minor = 0] = glibc.split('.').map(Number);
  return minor >= 27 ? { wheel } : { why: `it needs glibc 2.27 or later, and this Linux has ${glibc}` };
}

function glibcVersion() {
  if (process.platform !== 'linux') return undefined;
  return /** @type {any} */ (process.report.getReport()).header.glibcVersionRuntime;
}

export const tensorflow = {
  name: `TensorFlow ${version}`,
  mend: 'rm -rf .neurona/tensorflow && npm start',
  /** Compares sizes, which is quick; `damage` compares hashes. */
  state() {
    const text = readStamp(stamp);
    if (!text) return { done: false, detail: 'not unpacked yet' };
    const { source, files } = JSON.parse(text);
    for (const [file, { size }] of Object.entries(files)) {
      const found = statSync(join(tensorflowFolder, file), { throwIfNoEntry: false })?.size ?? 0;
      if (found !== size) return { done: false, detail: `${file} has ${found} bytes and should have ${size}` };
    }
    return { done: true, detail: `from ${source}` };
  },
  async make() {
    const { wheel, why } = wheelFor();
    if (!wheel) throw new Failure('platform', `Native TensorFlow: ${why}.`, 'The lessons run without it, more slowly.');
    rmSync(partial, { recursive: true, force: true, maxRetries: 5 }); // what an interrupted run left
    mkdirSync(partial, { recursive: true });
    try {
      enoughSpace(this.name);
      await download(this.name, wheel);
      const file = readdirSync(partial).find((name) => name.endsWith('.whl')) ?? '';
      const unpacked = join(partial, 'unpacked');
      const wanted = [...wheel.libraries, ...headers, ...notices];
      await run(`${this.name}: unpacking`, inVenv('python'), [
        inRoot('setup/unpack.py'),
        join(partial, file),
        unpacked,
        ...wanted,
      ]);
      await writeStamp(unpacked, file);
      rmSync(tensorflowFolder, { recursive: true, force: true });
      renameSync(unpacked, tensorflowFolder);
    } finally {
      rmSync(partial, { recursive: true, force: true });
    }
  },
  /** What is wrong with the libraries, byte by byte, or undefined. */
  async damage() {
    const { files } = JSON.parse(readStamp(stamp) ?? '{"files":{}}');
    for (const [file, { sha256 }] of Object.entries(files)) {
      if ((await sha256Of(join(tensorflowFolder, file))) !== sha256) return `${file} is damaged`;
    }
    return undefined;
  },
};

/** @param {string} step */
function enoughSpace(step) {
  const { bavail, bsize } = statfsSync(made);
  const free = (bavail * bsize) / 1e9;
  if (free >= gigabytesNeeded) return;
  throw new Failure(
    'disk',
    `${step}: the disk is full: ${gigabytesNeeded} GB are needed and ${free.toFixed(1)} GB are free.`,
    'Free some space, then run the same command again.',
  );
}

/** pip fetches the wheel, so that a mirror or proxy of the user's is used, and refuses it if its hash is not ours. */
async function download(/** @type {string} */ step, /** @type {any} */ wheel) {
  const requirement = join(partial, 'requirement.txt');
  writeFileSync(requirement, `${wheel.package}==${version} --hash=sha256:${wheel.sha256}\n`);
  await run(`${step}: downloading`, inVenv('python'), [
    ...['-m', 'pip', 'download', '--no-deps', '--require-hashes', '--no-cache-dir', '--no-input'],
    // Of the wheels for the several Pythons we take one: the library inside is the same.
    ...['--only-binary', ':all:', '--implementation', 'cp', '--python-version', '3.11', '--abi', 'cp311'],
    ...['--platform', wheel.platform, '--dest', partial, '--progress-bar', 'off', '-r', requirement],
  ]);
}

async function writeStamp(/** @type {string} */ folder, /** @type {string} */ source) {
  /** @type {Record<string, { size: number, sha256: string }>} */
  const files = {};
  for (const name of readdirSync(join(folder, 'lib'))) {
    const path = join(folder, 'lib', name);
    files[`lib/${name}`] = { size: statSync(path).size, sha256: await sha256Of(path) };
  }
  writeFileSync(join(folder, 'stamp.json'), JSON.stringify({ source, files }, null, 2));
}

async function sha256Of(/** @type {string} */ path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
