/** Inside a forward pass: what every layer of a model makes of a batch. */
import type { LayersModel } from '@tensorflow/tfjs';
import { inputRows, type Inputs } from '../data/examples';
import { Network } from '../scratch/network';
import * as tf from '../tensorflow';
import { aliveModel, inputsOf, type Tensors } from './checks';
import { copyOf, rowsOf } from './network';
import { statistics, valuesOf, withValues, type Statistics, type Values } from './statistics';
import { namedOutputs, watched } from './watched';

/** What a layer makes of a batch. */
export interface LayerTrace extends Statistics {
  /** The layer's name; see {@link forward}. */
  name: string;
  /** The layer's class, as 'Dense'; of a scratch.Network its activation. */
  kind: string;
  /** The shape of its output, the batch first. */
  shape: number[];
  /** How many weights and biases it has. */
  parameters: number;
  /** The output itself, plain numbers that need no dispose: `get(i, j)`, `values`, `toTensor()`. Tables leave it out. */
  readonly values: Values;
}

/**
 * What every layer makes of a batch: its output, with mean, standard deviation, ends and share of zeros, in one pass.
 *
 * ```ts
 * import { data, inspect, show, tf } from 'neurona';
 *
 * const model = tf.sequential({ layers: [
 *   tf.layers.dense({ name: 'hidden', inputShape: [2], units: 4, activation: 'relu' }),
 *   tf.layers.dense({ name: 'output', units: 1, activation: 'sigmoid' }),
 * ] });
 * const trace = inspect.forward(model, data.gate('xor').xs);
 * show.table(trace);
 * console.log(trace[0]!.values.get(3, 0)); // what hidden unit 0 answers for row 3
 * ```
 *
 * `model` is any tfjs model, compiled or not, or a scratch.Network; `xs` what its `predict` takes, [samples, ...features],
 * a list for several inputs, plain rows for a scratch.Network. Returns one row for each layer, in the order of the
 * computation; layers inside a nested model are named `outer/inner`, the second call of a shared layer `name#2`, a
 * layer's second output `name:1`, the layers of a scratch.Network `layer1`, `layer2`. `values` is [samples, ...units].
 * Throws where the model is not built or disposed, or `xs` does not fit it or is not finite.
 * Source: lessons 05 and 06; Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural
 * networks", 2010, looks at layers so.
 */
export function forward(model: LayersModel | Network, xs: Tensors | Inputs): LayerTrace[] {
  const who = 'inspect.forward';
  if (model instanceof Network) return networkForward(who, model, xs as Inputs);
  aliveModel(who, model);
  const inputs = inputsOf(who, model, xs as Tensors);
  const rows: LayerTrace[] = [];
  tf.tidy(() =>
    watched(
      model,
      ({ name, layer }, run) => {
        const outputs = run();
        for (const [own, output] of namedOutputs(name, outputs))
          rows.push(layerTrace(own, layer.getClassName(), layer.countParams(), valuesOf(output)));
        return outputs;
      },
      () => void model.predict(inputs.length === 1 ? inputs[0]! : inputs, { batchSize: inputs[0]!.shape[0] }),
    ),
  );
  return rows;
}

function networkForward(who: string, network: Network, xs: Inputs): LayerTrace[] {
  const rows = inputRows(who, xs);
  const copy = copyOf(network);
  copy.forward(rows);
  return copy.layers.map(({ A, inputs, units, activation }, i) =>
    layerTrace(`layer${i + 1}`, activation.name, inputs * units + units, rowsOf(A)),
  );
}

function layerTrace(name: string, kind: string, parameters: number, values: Values): LayerTrace {
  return withValues({ name, kind, shape: [...values.shape], parameters, ...statistics(values.values) }, values);
}
