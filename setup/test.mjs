/** `npm test`: sets up what is missing and runs every test; arguments go to vitest (`npm test -- test/kernel`). */
import { spawn } from 'node:child_process';
import { inRoot, root } from './paths.mjs';
import { main, setUp } from './setup.mjs';

await main(async () => {
  const whyNotNative = await setUp();
  const child = spawn(
    process.execPath,
    [
      inRoot('node_modules/vitest/vitest.mjs'),
      'run',
      '--config',
      inRoot('test/vitest.config.mts'),
      ...process.argv.slice(2),
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...(whyNotNative ? { NEURONA_WITHOUT_NATIVE: whyNotNative } : {}) },
    },
  );
  process.exitCode = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
});
