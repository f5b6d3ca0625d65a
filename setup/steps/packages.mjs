/** Step 1: the npm packages of the lockfile, without running any package's own install script. */
import { existsSync } from 'node:fs';
import { inRoot } from '../paths.mjs';
import { run } from '../run.mjs';
import { hashOf, readStamp, writeWhole } from '../stamp.mjs';

const stamp = inRoot('node_modules', '.neurona-stamp');
const inputs = () =>
  hashOf({
    texts: [process.platform, process.arch],
    files: [inRoot('package-lock.json')],
  });

export const packages = {
  name: 'npm packages',
  state() {
    if (!existsSync(inRoot('node_modules'))) return { done: false, detail: 'node_modules/ is missing' };
    const done = readStamp(stamp) === inputs();
    return { done, detail: done ? 'as in package-lock.json' : 'node_modules/ is not what package-lock.json says' };
  },
  async make() {
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=warn'];
    const npm = process.env.npm_execpath; // the npm that runs us; `node setup/start.mjs` takes the one on the PATH
    await (npm?.endsWith('js') ? run(this.name, process.execPath, [npm, ...args]) : run(this.name, 'npm', args));
    writeWhole(stamp, inputs());
  },
};
