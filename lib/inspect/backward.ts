/** Inside a backward pass: the gradient of the loss by every weight, and by what every layer answers. */
import type { LayersModel, Tensor, Variable } from '@tensorflow/tfjs';
import { fail } from '../assert';
import { Network } from '../scratch/network';
import type { Targets } from '../scratch/targets';
import * as tf from '../tensorflow';
import type { Example } from '../types';
import { aliveModel, inputsOf, sameSamples, type Tensors } from './checks';
import { targetsOf, totalLoss, type LossFunction } from './loss';
import { networkBackward } from './network';
import { valuesOf, type Values } from './statistics';
import { namedOutputs, watched } from './watched';
import { namedWeights, weightTrace, type WeightTrace } from './weights';

/** Options of {@link backward}. */
export interface BackwardOptions {
  /**
   * What is differentiated: a function of the targets and the model's answers that returns a tensor, whose mean is taken,
   * as tf.losses.meanSquaredError. Default the loss that the model was compiled with, and its regularizers.
   */
  loss?: LossFunction;
  /** Whether layers such as dropout behave as in training. Default false, so that every call says the same. */
  training?: boolean;
}

/** The gradients of a loss. */
export interface BackwardTrace {
  /** The loss, the mean over the batch. */
  loss: number;
  /** ∂loss/∂ every weight that is trained, in the order of `inspect.weights`. */
  weights: WeightTrace[];
  /** ∂loss/∂ the output of every layer, [samples, ...units], in the order of `inspect.forward`. */
  outputs: WeightTrace[];
}

/** Examples and targets; lists for a model of several inputs or outputs. */
export interface Batch {
  xs: Tensors;
  ys: Tensors;
}

/**
 * The gradients of a model's loss over a batch: by each weight, and by each layer's output, with norms and statistics.
 *
 * ```ts
 * import { data, inspect, show, tf } from 'neurona';
 *
 * const model = tf.sequential({ layers: [
 *   tf.layers.dense({ inputShape: [2], units: 4, activation: 'sigmoid' }),
 *   tf.layers.dense({ units: 1, activation: 'sigmoid' }),
 * ] });
 * model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy' });
 * const { loss, weights, outputs } = inspect.backward(model, data.gate('xor'));
 * show.table(weights, { title: `Gradients of the loss ${loss}`, columns: ['name', 'shape', 'norm'] });
 * ```
 *
 * `model` is a tfjs model or a scratch.Network; `dataset` has `xs` and `ys` as `fit` takes them. The model stays as it is.
 * A weight that the loss does not depend on has the gradient 0; layers before the first trained weight have no row
 * in `outputs`, since no gradient is carried there.
 * Throws where the model is not compiled and no `loss` is given, nothing in it is trained, or the data does not fit it or
 * is not finite.
 * Source: Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", 1986; lesson 08.
 */
export function backward(
  model: LayersModel | Network,
  dataset: Batch | readonly Example[] | readonly Targets[],
  { loss, training = false }: BackwardOptions = {},
): BackwardTrace {
  const who = 'inspect.backward';
  if (model instanceof Network) return networkBackward(who, model, dataset);
  aliveModel(who, model);
  const { xs, ys } = (dataset ?? {}) as Batch;
  if (!xs || !ys) fail(who, 'a data set { xs, ys }', dataset);
  const inputs = inputsOf(who, model, xs);
  const targets = targetsOf(who, model, ys, loss);
  sameSamples(who, 'ys', targets, inputs[0]!.shape[0]);
  const trained = namedWeights(model).filter(({ trainable }) => trainable);
  if (trained.length === 0) fail(who, 'a model with at least one trained weight', model.name, 'set trainable = true');

  const outputs = new Map<string, Values | undefined>(); // in the order of the forward pass, filled by the backward pass
  const keep = new Map(model.nonTrainableWeights.map((weight) => [weight, weight.read().clone()])); // training moves them
  let trace: BackwardTrace;
  try {
    tf.tidy(() => {
      const run = () => {
        const answers = model.apply(inputs.length === 1 ? inputs[0]! : inputs, { training }) as Tensors;
        return totalLoss(model, targets, [answers].flat(), loss);
      };
      const watchedRun = () =>
        watched(
          model,
          ({ name }, call) => {
            const made = namedOutputs(name, call()).map(([own, output]) => heard(own, output, outputs));
            return made.length === 1 ? made[0]! : made;
          },
          run,
        );
      const { value, grads } = tf.variableGrads(
        watchedRun,
        trained.map(({ variable }) => variable),
      );
      trace = {
        loss: value.dataSync()[0]!,
        weights: trained.map(({ name, variable }) => weightTrace(name, gradientOf(variable, grads[variable.name]))),
        outputs: [...outputs].flatMap(([name, values]) => (values ? [weightTrace(name, values)] : [])),
      };
    });
    return trace!;
  } finally {
    for (const [weight, value] of keep) {
      if (training) weight.write(value);
      value.dispose();
    }
  }
}

/** The same output, which also notes the gradient that comes back to it. */
function heard(name: string, output: Tensor, gradients: Map<string, Values | undefined>): Tensor {
  if (output.dtype !== 'float32') return output; // whole numbers have no gradient
  gradients.set(name, undefined);
  const listen = tf.customGrad((x) => ({
    value: (x as Tensor).clone(),
    gradFunc: (dy: Tensor) => {
      gradients.set(name, valuesOf(dy));
      return dy.clone();
    },
  }));
  return listen(output);
}

function gradientOf(variable: Variable, gradient: Tensor | undefined): Values {
  return gradient ? valuesOf(gradient) : tf.buffer(variable.shape);
}
