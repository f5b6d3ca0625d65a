/**
 * Loads native TensorFlow in a thread beside the one that prepares the compiler; it takes a fifth of a second. A cell that
 * imports it finds it there. If it can't be loaded, that cell tells why.
 */
import { realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * The system's flag for a library that stays when its thread ends, which Node has no name for. Without it TensorFlow's
 * own threads would lose the code they run, and the process would crash; so where it isn't known, nothing is preloaded.
 */
const stay: Partial<Record<NodeJS.Platform, number>> = { linux: 0x1000, darwin: 0x80 };

const thread = `
  const { addon, flags } = require('node:worker_threads').workerData;
  try { process.dlopen({ exports: {} }, addon, flags); } catch {}`;

export function preloadTensorFlow(): void {
  const flag = stay[process.platform];
  const addon = findAddon();
  if (!flag || !addon || process.env.NEURONA_BACKEND === 'cpu') return;
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2'; // no notices of TensorFlow's own
  new Worker(thread, { eval: true, workerData: { addon, flags: constants.dlopen.RTLD_LAZY | flag } }).unref();
}

function findAddon(): string | undefined {
  try {
    const folder = dirname(require.resolve('@tensorflow/tfjs-node/package.json'));
    return realpathSync(join(folder, 'lib/napi-v8/tfjs_binding.node'));
  } catch {
    return undefined; // not installed, or not built
  }
}
