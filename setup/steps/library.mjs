/** Step 5: the package `neurona`, lib/ compiled to lib/dist, which is what a notebook's `import` finds. */
import { existsSync, rmSync } from 'node:fs';
import { inRoot } from '../paths.mjs';
import { run } from '../run.mjs';
import { hashOf, readStamp, writeWhole } from '../stamp.mjs';

const dist = inRoot('lib/dist');
const stamp = `${dist}/.stamp`;
const inputs = () => hashOf({ files: ['lib', 'tsconfig.json', 'package-lock.json'].map((file) => inRoot(file)) });

export const library = {
  name: 'the library neurona',
  state() {
    if (!existsSync(stamp)) return { done: false, detail: 'lib/dist is not built' };
    const done = readStamp(stamp) === inputs();
    return { done, detail: done ? 'built from lib/' : 'lib/ has changed since it was built' };
  },
  async make() {
    rmSync(dist, { recursive: true, force: true }); // a file whose source is gone must not be found
    await run(this.name, process.execPath, [inRoot('node_modules/typescript/bin/tsc'), '-p', inRoot('lib')]);
    writeWhole(stamp, inputs());
  },
};
