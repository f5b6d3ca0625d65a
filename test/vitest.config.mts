/** How the tests run: one process a file, as many at a time as cores and memory carry. */
import { availableParallelism, freemem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** A kernel with TensorFlow, its notebook and its Python client take about a gigabyte together. */
const workers = Math.max(1, Math.min(availableParallelism(), Math.floor(freemem() / 1.5e9)));

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: workers,
    maxConcurrency: workers, // notebooks of one file
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: ['default', './test/support/reporter.ts'],
  },
});
