/** Step 7: our kernel under tslab's name, and the course's settings of JupyterLab and nbgrader; all inside .venv. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, venv } from '../paths.mjs';
import { readStamp, writeWhole } from '../stamp.mjs';

const spec = {
  // Node by its full path: what the PATH says when JupyterLab runs does not matter.
  argv: [process.execPath, inRoot('lib/dist/kernel/main.js'), '--config-path={connection_file}'],
  display_name: 'TypeScript',
  language: 'typescript',
  interrupt_mode: 'signal',
  env: { TF_CPP_MIN_LOG_LEVEL: '2' }, // TensorFlow's notices would stand under the first cell
  metadata: { debugger: false },
};

/** Each file and what it should say. @returns {[string, string][]} */
function files() {
  const settings = inRoot('setup/jupyterlab');
  const config = (/** @type {string} */ name) => readFileSync(inRoot('setup', name), 'utf8');
  return [
    [join(venv, 'share/jupyter/kernels/tslab/kernel.json'), JSON.stringify(spec, null, 2)],
    [join(venv, 'share/jupyter/lab/settings/overrides.json'), readFileSync(join(settings, 'overrides.json'), 'utf8')],
    // nbconvert reads the one, JupyterLab's menu (Save and Export Notebook As) the other.
    [join(venv, 'etc/jupyter/jupyter_nbconvert_config.py'), config('pages_config.py')],
    [join(venv, 'etc/jupyter/jupyter_server_config.py'), config('server_config.py')],
    [join(venv, 'etc/jupyter/nbgrader_config.py'), config('nbgrader_config.py')],
    [join(venv, 'etc/jupyter/labconfig/page_config.json'), readFileSync(join(settings, 'page_config.json'), 'utf8')],
  ];
}

export const kernel = {
  name: 'the kernel',
  state() {
    const stale = files().find(([file, text]) => readStamp(file) !== text);
    return stale
      ? { done: false, detail: `${stale[0].replace(venv, '.venv')} is not ours` }
      : { done: true, detail: 'registered in .venv as tslab' };
  },
  make() {
    for (const [file, text] of files()) writeWhole(file, text);
  },
};
