/** Step 4: tfjs-node's addon, compiled against libtensorflow and linked to where tfjs-node looks for it. */
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { withCompiler } from '../compiler.mjs';
import { inRoot, made } from '../paths.mjs';
import { run } from '../run.mjs';
import { hashOf, readStamp, writeWhole } from '../stamp.mjs';
import { tensorflowFolder } from './tensorflow.mjs';

const sources = inRoot('node_modules/@tensorflow/tfjs-node/binding');
const addonFile = join(made, 'addon', 'tfjs_binding.node');
const stamp = `${addonFile}.stamp`;
/** Where tfjs-node looks; npm ci wipes it, so the addon itself stands elsewhere. */
export const addonLink = inRoot('node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node');

const flags = [
  ...['-std=c++17', '-O2', '-fPIC', '-shared', '-DNAPI_VERSION=8'],
  ...(process.platform === 'darwin' ? ['-undefined', 'dynamic_lookup'] : []),
];
const inputs = () =>
  hashOf({
    texts: [process.platform, process.arch, ...flags],
    files: [sources, inRoot('setup/tensorflow.json'), inRoot('setup/ziglang.txt')],
  });

export const addon = {
  name: 'the addon of tfjs-node',
  state() {
    if (!existsSync(addonFile)) return { done: false, detail: 'not compiled yet' };
    if (!existsSync(sources) || readStamp(stamp) !== inputs())
      return { done: false, detail: 'compiled from other sources' };
    const linked = existsSync(addonLink) && realpathSync(addonLink) === realpathSync(addonFile);
    return { done: linked, detail: linked ? 'compiled here and linked' : 'compiled, not linked' };
  },
  async make() {
    if (!existsSync(addonFile) || readStamp(stamp) !== inputs()) {
      const partial = `${addonFile}.partial`;
      mkdirSync(dirname(addonFile), { recursive: true });
      await withCompiler((command, args, env) =>
        run(
          `${this.name}: compiling with ${args.length ? 'zig' : command}`,
          command,
          [...args, ...compilerArguments(partial)],
          {
            env,
          },
        ),
      );
      renameSync(partial, addonFile);
      writeWhole(stamp, inputs());
    }
    unlinkAddon();
    mkdirSync(dirname(addonLink), { recursive: true });
    symlinkSync(relative(dirname(addonLink), addonFile), addonLink);
  },
};

/** Takes native TensorFlow away from tfjs-node: a link left over, or an addon that can't be loaded here. */
export function unlinkAddon() {
  if (lstatSync(addonLink, { throwIfNoEntry: false })) rmSync(addonLink);
}

/** @param {string} output */
function compilerArguments(output) {
  const { libraries } = JSON.parse(readFileSync(inRoot('setup/tensorflow.json'), 'utf8')).wheels[
    `${process.platform}-${process.arch}`
  ];
  const library = join(tensorflowFolder, 'lib');
  const here = process.platform === 'darwin' ? '@loader_path' : '$ORIGIN';
  return [
    ...flags,
    ...['-I', inRoot('node_modules/node-api-headers/include'), '-I', join(tensorflowFolder, 'include')],
    ...['tfjs_backend.cc', 'tfjs_binding.cc'].map((file) => join(sources, file)),
    ...libraries.map((/** @type {string} */ name) => join(library, name.replace('tensorflow/', ''))),
    // Relative to the addon, so that a clone can be moved.
    `-Wl,-rpath,${here}/${relative(dirname(addonFile), library)}`,
    ...['-o', output],
  ];
}
