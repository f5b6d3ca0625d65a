/** Runs one command of set-up: its output goes to a log, a line tells how long it has been at it. */
import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Failure, explain } from './failure.mjs';
import { made, root } from './paths.mjs';

let interrupted = false;
// Ctrl-C reaches the command under way as well. It ends, each in its own way, and then so do we.
process.on('SIGINT', () => {
  interrupted = true;
});

/**
 * @param {string} step what is being done, for the progress line and for errors
 * @param {string} command @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} [options]
 * @returns {Promise<string>} what the command printed; throws a Failure if it fails
 */
export async function run(step, command, args, { env = {}, cwd = root } = {}) {
  const log = startLog(step);
  const stop = progress(step);
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(command, args, {
        cwd,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      const take = (/** @type {Buffer} */ chunk) => {
        output += chunk.toString();
        log.write(chunk);
      };
      child.stdout.on('data', take);
      child.stderr.on('data', take);
      child.on('error', (error) => reject(explain(step, `${command}: ${error.message}`, log.name)));
      child.on('close', (code, signal) => {
        if (code === 0) resolve(output);
        else if (interrupted)
          reject(new Failure('interrupted', `${step}: interrupted.`, 'The next run goes on from here.'));
        else reject(explain(step, output || `${command} ended with ${signal ?? code}`, log.name));
      });
    });
  } finally {
    stop();
  }
}

/** A log of its own for each step, in .neurona/logs. On a full disk there is none. @param {string} step */
function startLog(step) {
  const path = join(made, 'logs', `${step.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}.log`);
  const quietly = (/** @type {() => void} */ write) => {
    try {
      write();
    } catch {
      // The command itself will say that the disk is full.
    }
  };
  quietly(() => {
    mkdirSync(join(made, 'logs'), { recursive: true });
    writeFileSync(path, '');
  });
  return {
    name: relative(root, path),
    write: (/** @type {Buffer} */ chunk) => quietly(() => appendFileSync(path, chunk)),
  };
}

/** Says what is being done once it has taken 2 s, and at the end how long it took. @param {string} step */
function progress(step) {
  const start = Date.now();
  const { isTTY } = process.stdout;
  const tell = (/** @type {string} */ sign, /** @type {string} */ end) =>
    process.stdout.write(`${isTTY ? '\r' : ''}  ${step} ${sign} ${Math.round((Date.now() - start) / 1000)} s${end}`);
  const during = () => tell('…', isTTY ? '' : '\n');
  const timers = [setTimeout(during, 2000), setInterval(during, isTTY ? 1000 : 15000)];
  return () => {
    timers.forEach(clearTimeout);
    if (Date.now() - start >= 2000) tell('took', '\n');
  };
}
