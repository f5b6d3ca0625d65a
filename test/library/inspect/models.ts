/** Models that the tests of the inspectors look into. */
import { tf } from '../../../lib/index';
import type { Values } from '../../../lib/inspect/statistics';

/** Two inputs, two outputs, a layer that is used twice, a nested model, an L2 penalty. */
export function branched() {
  const seeded = (seed: number) => ({ kernelInitializer: tf.initializers.glorotUniform({ seed }) });
  const a = tf.input({ shape: [3], name: 'a' });
  const b = tf.input({ shape: [2], name: 'b' });
  const penalty = tf.regularizers.l2({ l2: 0.01 });
  const shared = tf.layers.dense({
    name: 'shared',
    units: 3,
    activation: 'relu',
    kernelRegularizer: penalty,
    ...seeded(1),
  });
  const inner = tf.sequential({
    name: 'inner',
    layers: [
      tf.layers.dense({ name: 'one', inputShape: [3], units: 3, activation: 'tanh', ...seeded(2) }),
      tf.layers.dense({ name: 'two', units: 3, ...seeded(3) }),
    ],
  });
  const twice = shared.apply(inner.apply(shared.apply(a))) as tf.SymbolicTensor;
  const both = tf.layers.concatenate({ name: 'both' }).apply([twice, b]) as tf.SymbolicTensor;
  const chance = tf.layers.dense({ name: 'chance', units: 1, activation: 'sigmoid', ...seeded(4) }).apply(both);
  const place = tf.layers.dense({ name: 'place', units: 2, ...seeded(5) }).apply(both);
  const model = tf.model({ inputs: [a, b], outputs: [chance, place] as tf.SymbolicTensor[] });
  model.compile({ optimizer: tf.train.sgd(1), loss: ['binaryCrossentropy', 'meanSquaredError'] });
  const xs = [tf.randomNormal([4, 3], 0, 1, 'float32', 1), tf.randomNormal([4, 2], 0, 1, 'float32', 2)];
  const ys = [tf.tensor2d([[0], [1], [1], [0]]), tf.randomNormal([4, 2], 0, 1, 'float32', 3)];
  return { model, xs, ys };
}

/** The numbers of a row as a list. */
export function listOf({ values }: { values: Values }): number[] {
  return Array.from(values.values);
}
