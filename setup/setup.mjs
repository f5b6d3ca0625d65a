/** Set-up: the steps from a fresh clone to a running course, each skipped in milliseconds when it is done. */
import { mkdirSync } from 'node:fs';
import { Failure, explain } from './failure.mjs';
import { made } from './paths.mjs';
import { addon, unlinkAddon } from './steps/addon.mjs';
import { jupyter } from './steps/jupyter.mjs';
import { kernel } from './steps/kernel.mjs';
import { library } from './steps/library.mjs';
import { native } from './steps/native.mjs';
import { packages } from './steps/packages.mjs';
import { tensorflow } from './steps/tensorflow.mjs';

/**
 * @typedef {{ done: boolean, detail: string }} State
 * @typedef {{ name: string, state(): State, make(): Promise<void> | void, damage?(): Promise<string | undefined>, mend?: string }} Step
 */

/** In order: each may use what those before it have made. @type {Step[]} */
export const steps = [packages, jupyter, tensorflow, addon, library, native, kernel];

/** Steps the course can do without: the library then computes on the CPU kernels of TensorFlow.js. */
export const optionalSteps = new Set(/** @type {Step[]} */ ([tensorflow, addon, native]));
const bearable = new Set(['platform', 'compiler', 'native', 'other']);

/** Does what is not done yet. Returns why there is no native TensorFlow, or undefined where there is. */
export async function setUp() {
  checkNode();
  mkdirSync(made, { recursive: true });
  let whyNotNative = process.env.NEURONA_BACKEND === 'cpu' ? 'NEURONA_BACKEND=cpu asks for none' : undefined;
  for (const step of steps) {
    if (optionalSteps.has(step) && whyNotNative) continue;
    if (step.state().done) continue;
    try {
      await step.make();
    } catch (error) {
      if (!(error instanceof Failure) || !optionalSteps.has(step)) throw error;
      if (!bearable.has(error.kind)) {
        if (error.kind !== 'interrupted')
          error.remedy += ' NEURONA_BACKEND=cpu before it goes on without native TensorFlow.';
        throw error;
      }
      unlinkAddon();
      whyNotNative = error.message;
      console.log(`\n  ${error.message}\n  ${error.remedy}\n  Going on without: training will be slower.\n`);
    }
  }
  return whyNotNative;
}

/** Refuses a Node that the packages don't support. @param {string} version */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Failure(
    'node',
    `Node 20.19 or later is needed; this is ${version}.`,
    'Install Node 22 or 24 (https://nodejs.org).',
  );
}

/** What the system refuses to ourselves, such as a place on a full disk; a fault of our own is thrown on. @param {unknown} error */
function fromSystem(error) {
  if (!(error instanceof Error) || !('syscall' in error)) throw error;
  return explain('set-up', error.message, 'this message');
}

/** Runs a program and turns a failure into its message and exit code. @param {() => Promise<void>} program */
export async function main(program) {
  try {
    await program();
  } catch (error) {
    const known = error instanceof Failure ? error : fromSystem(error);
    console.error(`\n${known.message}\n${known.remedy}`);
    process.exitCode = known.exitCode;
  }
}
