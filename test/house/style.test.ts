/** The code is strictly typed, linted and formatted. */
import { execFile } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { root } from '../support/paths';

/** Runs one of the tools and gives what it complains of: nothing, if all is well. */
function complaints(tool: string, ...args: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [`${root}/node_modules/${tool}`, ...args],
      { cwd: root, maxBuffer: 1e8 },
      (error, stdout, stderr) => resolve(error ? stdout + stderr : ''),
    );
  });
}

describe('the code', () => {
  it('is free of type errors in strict mode', async () => {
    expect(await complaints('typescript/bin/tsc', '--project', '.')).toBe('');
  });

  it('passes ESLint without a warning', async () => {
    expect(
      await complaints('eslint/bin/eslint.js', '--config', 'test/eslint.config.mjs', '--max-warnings=0', '.'),
    ).toBe('');
  });

  it('is formatted by Prettier', async () => {
    const files = [
      'lib/**/*.ts',
      'setup/**/*.{mjs,json}',
      'test/**/*.{ts,mts,mjs}',
      'bench/**/*.mjs',
      '*.json',
      '!lib/dist',
      '!**/golden/**',
    ];
    expect(await complaints('prettier/bin/prettier.cjs', '--check', '--no-error-on-unmatched-pattern', ...files)).toBe(
      '',
    );
  });
});
