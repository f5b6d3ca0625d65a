/** Grad-CAM: which regions of an image speak for a class, by the feature maps of a convolution. */
import type { LayersModel, Tensor, Tensor4D } from '@tensorflow/tfjs';
import { fail } from '../assert';
import * as tf from '../tensorflow';
import { checkOneToOne, layerNamed, layersOf, withHook } from './hook';
import { inRows, modelInput, readImage, type Image } from './image';
import { withScore, type HeatMap } from './score';

/** Options of {@link gradCam}. */
export interface GradCamOptions {
  /** The class to explain. Default the class that the model answers. */
  class?: number;
  /** The name of the layer whose feature maps are weighed, at any depth. Default the last convolution. */
  layer?: string;
}

/** What {@link gradCam} returns. */
export interface GradCam extends HeatMap {
  /** The name of the layer whose feature maps were weighed. */
  layer: string;
}

/**
 * Grad-CAM of an image: ReLU(Σₖ αₖ Aₖ), where Aₖ is a feature map and αₖ the mean of ∂score/∂Aₖ over its places.
 *
 * ```ts
 * import { data, inspect, show, tf } from 'neurona';
 *
 * const model = tf.sequential();
 * model.add(tf.layers.conv2d({ inputShape: [8, 8, 1], filters: 4, kernelSize: 3, activation: 'relu' }));
 * model.add(tf.layers.flatten());
 * model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
 * const image = data.digits({ samples: 1 }).xs.reshape([8, 8]);
 * show.overlay(image, inspect.gradCam(model, image, { class: 3 }).map);
 * ```
 *
 * `model` takes one image and answers [batch, units]; `image` is [height, width] or [height, width, channels], alone in
 * a batch or not. Returns the map, enlarged to [height, width] (bilinearly) as plain rows, never below 0, and the score
 * it explains: the one before softmax or sigmoid where the model ends with one. A map of zeros says that no region
 * speaks for the class.
 * Throws where the image does not fit the model, or the layer is not there, is used more than once, or answers no
 * [batch, height, width, channels].
 * Source: Selvaraju and others, "Grad-CAM", 2017, equations 1 and 2; lesson 17.
 */
export function gradCam(
  model: LayersModel,
  image: Image,
  { class: wanted, layer: name }: GradCamOptions = {},
): GradCam {
  const who = 'inspect.gradCam';
  checkOneToOne(who, model);
  const layer = name === undefined ? lastConvolution(who, model) : layerNamed(who, model, name);
  const pixels = readImage(who, image);
  const [height, width] = pixels.shape;
  return tf.tidy(() => {
    const x = modelInput(who, model, pixels);
    return withScore(who, model, x, { wanted, logits: true }, (score, about) => {
      const maps = outputOf(who, layer, () => score(x)); // A, [1, rows, columns, maps]
      // ∂score/∂A, by way of a change of A: the score of A + change, at change = 0.
      const scoreOf = (change: Tensor) => withHook(layer, (output) => output.add(change), () => score(x)); // prettier-ignore
      const alpha = tf.grad(scoreOf)(tf.zerosLike(maps)).mean([1, 2], true); // [1, 1, 1, maps]
      const coarse = maps.mul(alpha).sum(3, true).relu<Tensor4D>(); // [1, rows, columns, 1]
      const map = tf.image.resizeBilinear(coarse, [height, width], false, true); // [1, height, width, 1]
      return { ...about, layer: layer.name, map: inRows(map.dataSync(), width) };
    });
  });
}

function lastConvolution(who: string, model: LayersModel): tf.layers.Layer {
  const convolutions = layersOf(model).filter((layer) => /Conv2D$/.test(layer.getClassName()));
  return convolutions.at(-1) ?? fail(who, 'a model with a convolution', model.name, 'or name a layer: { layer }');
}

/** What `layer` answers, once, while `run` runs. */
function outputOf(who: string, layer: tf.layers.Layer, run: () => unknown): Tensor {
  const outputs: Tensor[] = [];
  const record = (output: Tensor) => {
    outputs.push(tf.keep(output.clone()));
    return output;
  };
  try {
    withHook(layer, record, run);
    if (outputs.length !== 1) fail(who, `layer '${layer.name}' to be used once by the model`, outputs.length);
    if (outputs[0]!.rank !== 4)
      fail(who, `layer '${layer.name}' to answer [batch, height, width, channels]`, outputs[0]);
    return outputs[0]!.clone();
  } finally {
    outputs.forEach((output) => output.dispose());
  }
}
