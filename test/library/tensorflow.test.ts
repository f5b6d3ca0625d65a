/** TensorFlow is loaded in one place: native where set-up built it, else on the CPU, which is said once. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { root } from '../support/paths';

/** Runs a script with the built library, as a notebook's kernel would. */
const script = (code: string, env: NodeJS.ProcessEnv = {}) =>
  execFileSync(process.execPath, ['-e', code], {
    cwd: root,
    env: { ...process.env, NEURONA_BACKEND: '', ...env },
    encoding: 'utf8',
    stdio: 'pipe',
  });

/** Functions of tfjs-node that need what Node 23 took away, and the training of a small model. */
const work = `
(async () => {
  const { tf } = require('neurona');
  const stacked = tf.stack([tf.tensor1d([1, 2]), tf.tensor1d([3, 4])]).concat(tf.tensor2d([[5, 6]]));
  const { values } = stacked.topk(1);
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2], kernelInitializer: 'zeros' })] });
  model.compile({ optimizer: tf.train.sgd(0.01), loss: 'meanSquaredError' });
  const { history } = await model.fit(stacked, tf.tensor2d([[1], [2], [3]]), { epochs: 2, verbose: 0 });
  const falls = history.loss[1] < history.loss[0];
  console.log(tf.getBackend(), stacked.shape.join('x'), [...values.dataSync()].join(' '), falls);
})();
`;

describe('tf', () => {
  it('computes on native TensorFlow', (test) => {
    test.skip(Boolean(process.env.NEURONA_WITHOUT_NATIVE), process.env.NEURONA_WITHOUT_NATIVE);
    expect(script(work)).toBe('tensorflow 3x2 2 4 6 true\n');
  });

  it('computes the same on the CPU kernels where there is no native TensorFlow, and says so once', () => {
    const lines = script(work + work, { NEURONA_BACKEND: 'cpu' }).split('\n');
    expect(lines[0]).toMatch(/native kernels are not available here \(NEURONA_BACKEND=cpu\).*npm run doctor/);
    expect(lines.slice(1)).toEqual(['cpu 3x2 2 4 6 true', 'cpu 3x2 2 4 6 true', '']);
  });

  it('goes on without the addon if it does not load', () => {
    const broken = `
      const Module = require('node:module');
      const load = Module._load;
      Module._load = (name, ...rest) => {
        if (name.endsWith('tfjs_binding.node')) throw new Error('libtensorflow_cc.so.2: cannot open shared object file');
        return load(name, ...rest);
      };
      ${work}`;
    const said = script(broken);
    expect(said).toMatch(/not available here \(libtensorflow_cc\.so\.2: cannot open shared object file\)/);
    expect(said).toMatch(/cpu 3x2 2 4 6 true\n$/);
  });

  it('gives tfjs-node the function of util that Node 23 took away, on the very object that tfjs-node asks', () => {
    const answers = `require('neurona'); console.log([null, undefined, 0].map(require('util').isNullOrUndefined).join())`;
    expect(script(answers)).toMatch(/true,true,false\n$/);
  });
});
