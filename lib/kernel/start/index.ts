/** What has to come before all that a kernel loads: what makes the loading itself faster. */
import '../../node-compat'; // for cells that import tfjs-node itself
import { join } from 'node:path';
import { CodeCache } from './code-cache';
import { preloadTensorFlow } from './preload';

preloadTensorFlow();
new CodeCache(join(__dirname, '../../../../.neurona/cache')).install(); // of the clone: this file runs in lib/dist/kernel/start
