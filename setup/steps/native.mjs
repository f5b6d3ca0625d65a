/** Step 6: a first tensor in a process of its own, so that an addon that kills its process kills no kernel. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.mjs';
import { inRoot, made } from '../paths.mjs';
import { run } from '../run.mjs';
import { hashOf, readStamp, writeWhole } from '../stamp.mjs';
import { addonLink, unlinkAddon } from './addon.mjs';

const stamp = join(made, 'native.stamp');
const inputs = () =>
  hashOf({
    texts: [process.version],
    files: [`${join(made, 'addon', 'tfjs_binding.node')}.stamp`, inRoot('package-lock.json')],
  });

const firstTensor = `
const { tf } = require('neurona');
if (tf.getBackend() !== 'tensorflow') throw new Error('the backend is ' + tf.getBackend());
const product = tf.matMul([[1, 2]], [[3], [4]]).dataSync()[0];
if (product !== 11) throw new Error('[1 2] times [3 4] is ' + product);
`;

export const native = {
  name: 'native TensorFlow in Node',
  state() {
    const done = existsSync(addonLink) && readStamp(stamp) === inputs();
    return {
      done,
      detail: done ? `loads and computes in Node ${process.versions.node}` : 'not tried with this Node yet',
    };
  },
  async make() {
    const why = await this.damage();
    if (why) {
      unlinkAddon();
      throw new Failure(
        'native',
        `Native TensorFlow does not load here. ${why}`,
        'Tell us, with what `npm run doctor` prints.',
      );
    }
    writeWhole(stamp, inputs());
  },
  /** Why a first tensor can't be computed, or undefined if it can. @returns {Promise<string | undefined>} */
  async damage() {
    try {
      await run(this.name, process.execPath, ['-e', firstTensor], { env: { NEURONA_BACKEND: '' } });
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  },
};
