/** The Jupyter project's own suite against the kernel as it is installed; what it skips is told by name and reason. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { jupyterEnv } from '../../setup/paths.mjs';
import { inRoot, inVenv } from '../support/paths';

interface Ended {
  test: string;
  outcome: 'passed' | 'failed' | 'skipped';
  why: string;
}

const { stdout } = await promisify(execFile)(inVenv('python'), [inRoot('test/support/conformance.py')], {
  cwd: inRoot('notebooks'),
  env: { ...process.env, ...jupyterEnv },
  maxBuffer: 1e8,
});
const ended = stdout
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Ended);

describe('the suite jupyter_kernel_test', () => {
  it('runs whole, and skips only what the kernel has not', () => {
    const names = (outcome: string) => ended.filter((end) => end.outcome === outcome).map(({ test }) => test);
    expect([...names('passed'), ...names('failed')].sort()).toEqual([
      ...['clear_output', 'completion', 'display_data', 'error', 'execute_result', 'execute_stderr', 'execute_stdout'],
      ...['history', 'inspect', 'is_complete', 'kernel_info', 'recv_iopub_welcome_msg'],
    ]);
    expect(names('skipped').sort()).toEqual(['pager']);
  });

  it.for(ended)('$test', ({ outcome, why }, ctx) => {
    if (outcome === 'skipped') ctx.skip(why);
    expect(outcome, why).toBe('passed');
  });
});
