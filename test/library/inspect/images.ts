/** What the tests of looks into images share: models whose weights are chosen, and images. */
import { tf } from '../../../lib/index';

/** Random numbers of a shape, the same for a seed. */
export const random = (shape: number[], seed = 1) => tf.randomNormal(shape, 0, 1, 'float32', seed);

/** A model that answers class 1 where the corner of an 8 × 8 image, 3 × 3 pixels at the top left, is dark, else class 0. */
export function cornerModel(): tf.Sequential {
  const model = tf.sequential();
  model.add(tf.layers.conv2d({ inputShape: [8, 8, 1], filters: 2, kernelSize: 3, padding: 'same', name: 'conv' }));
  model.add(tf.layers.activation({ activation: 'relu' }));
  model.add(tf.layers.flatten());
  model.add(tf.layers.dense({ units: 2, activation: 'softmax', name: 'classes' }));
  const [kernel, bias] = [new Float32Array(9 * 2), new Float32Array(2)];
  kernel.fill(0.5, 8, 10); // the middle of both filters: each map is half the image
  const head = Array.from({ length: 8 * 8 * 2 }, (_, i) => {
    const [row, column] = [Math.floor(i / 16), Math.floor(i / 2) % 8];
    return row < 3 && column < 3 ? [-1, 1] : [0, 0];
  });
  model.setWeights([tf.tensor(kernel, [3, 3, 1, 2]), tf.tensor(bias), tf.tensor2d(head), tf.tensor1d([3, -3])]);
  return model;
}

/** An image that is grey everywhere. */
export const grey = Array.from({ length: 8 }, () => Array<number>(8).fill(0.8));

/** The rows and columns where a map is above a share of its largest value. */
export function hot(map: number[][], share = 0.01): [number, number][] {
  const largest = Math.max(...map.flat());
  return map.flatMap((row, r) => row.flatMap((value, c): [number, number][] => (value > share * largest ? [[r, c]] : [])));
} // prettier-ignore
