/** Where everything of this clone is; nothing is written outside of it. */
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {...string} parts */
export const inRoot = (...parts) => join(root, ...parts);

/** What set-up makes, besides node_modules/ and .venv/: libtensorflow, the addon, Jupyter's own files, logs. */
export const made = inRoot('.neurona');
export const venv = inRoot('.venv');

const scripts = process.platform === 'win32' ? 'Scripts' : 'bin';

/** A program of the virtual environment. @param {string} name */
export const inVenv = (name) => join(venv, scripts, name);

/** Keeps Jupyter's settings, workspaces and running-server notes inside the clone, and its programs within its reach. */
export const jupyterEnv = {
  PATH: `${join(venv, scripts)}${delimiter}${process.env.PATH}`, // nbgrader calls alembic by name
  JUPYTER_CONFIG_DIR: join(made, 'jupyter', 'config'),
  JUPYTER_DATA_DIR: join(made, 'jupyter', 'data'),
  JUPYTER_RUNTIME_DIR: join(made, 'jupyter', 'runtime'),
  IPYTHONDIR: join(made, 'jupyter', 'ipython'),
  JUPYTER_PREFER_ENV_PATH: '1',
};
