/** Saliency: how much the score of a class changes with each pixel, by the gradient. */
import type { LayersModel } from '@tensorflow/tfjs';
import { finite, whole } from '../assert';
import { generator } from '../random';
import * as tf from '../tensorflow';
import { checkOneToOne } from './hook';
import { inRows, modelInput, readImage, type Image } from './image';
import { withScore, type HeatMap } from './score';

/** Options of {@link saliency}. */
export interface SaliencyOptions {
  /** The class to explain. Default the class that the model answers. */
  class?: number;
  /** How many noisy copies of the image to take the mean gradient of: 1 is the image itself, without noise. Default 1. */
  samples?: number;
  /** The spread of the noise, as a share of the image's range. Default 0.15. */
  noise?: number;
  /** A whole number from 0 up that decides the noise. Default 0. */
  seed?: number;
}

/**
 * Saliency map of an image: |∂score/∂pixel|, the largest over the channels.
 *
 * ```ts
 * import { data, inspect, show, tf } from 'neurona';
 *
 * const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [64], units: 10, activation: 'softmax' })] });
 * const image = data.digits({ samples: 1 }).xs; // [1, 64]
 * const { class: answered, map } = inspect.saliency(model, image);
 * show.overlay(image, map, { title: `What speaks for or against ${answered}` });
 * ```
 *
 * `model` takes one image and answers [batch, units]; `image` is [height, width] or [height, width, channels], alone in
 * a batch or not, or [1, pixels] of a square. Returns the map [height, width] as plain rows, never below 0, and the score it
 * explains: the one before softmax or sigmoid where the model ends with one. With `samples` above 1 the gradient is the
 * mean over noisy copies (SmoothGrad).
 * Throws where the image does not fit the model or holds a number that is not finite, or an option is out of range.
 * Source: Simonyan, Vedaldi and Zisserman, "Deep inside convolutional networks", 2013; Smilkov and others, "SmoothGrad",
 * 2017; lesson 17.
 */
export function saliency(
  model: LayersModel,
  image: Image,
  { class: wanted, samples = 1, noise = 0.15, seed = 0 }: SaliencyOptions = {},
): HeatMap {
  const who = 'inspect.saliency';
  checkOneToOne(who, model);
  whole(who, { samples }, 1, 10_000);
  finite(who, { noise }, 0);
  const random = generator(seed);
  const pixels = readImage(who, image);
  const [, width, channels] = pixels.shape;
  const range = pixels.values.reduce((max, v) => Math.max(max, v)) - pixels.values.reduce((min, v) => Math.min(min, v));
  return tf.tidy(() => {
    const x = modelInput(who, model, pixels); // [1, height, width, channels] or [1, pixels]
    return withScore(who, model, x, { wanted, logits: true }, (score, about) => {
      const gradient = tf.grad(score);
      let sum: tf.Tensor = tf.zerosLike(x);
      for (let i = 0; i < samples; i++) {
        const before = sum;
        sum = tf.tidy(() => {
          const jitter = () =>
            tf.tensor(
              pixels.values.map(() => random.normal(0, noise * range)),
              x.shape,
            );
          return before.add(gradient(samples === 1 ? x : x.add(jitter())));
        });
        before.dispose();
      }
      const map = sum.div(samples).abs().reshape([-1, channels]).max(1); // [height · width]
      return { ...about, map: inRows(map.dataSync(), width) };
    });
  });
}
