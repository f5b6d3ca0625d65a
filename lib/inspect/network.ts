/** The passes of a scratch.Network in the rows of tfjs's models; on a copy, so that looking leaves no trace. */
import type { Dataset } from '../types';
import type { Activation } from '../scratch/activations';
import type { Matrix } from '../scratch/layer';
import { Network } from '../scratch/network';
import { rowsFor, type Targets } from '../scratch/targets';
import { plainValues, type Values } from './statistics';
import { weightTrace, type WeightTrace } from './weights';

/** A network with the same parameters, whose passes leave the Z, A and gradients of the first as they are. */
export function copyOf(network: Network): Network {
  const { layers, inputs, loss } = network;
  const copy = new Network([inputs, ...layers.map(({ units }) => units)], {
    activation: layers[0]!.activation as Activation, // of all hidden layers
    output: layers.at(-1)!.activation,
    loss,
  });
  copy.parameters = network.parameters;
  return copy;
}

/** `inspect.backward` of a scratch.Network: its layers keep dW, db and dA. */
export function networkBackward(
  who: string,
  network: Network,
  dataset: object,
): { loss: number; weights: WeightTrace[]; outputs: WeightTrace[] } {
  const copy = copyOf(network);
  const { layers } = copy;
  const { xs, ys } = rowsFor(who, dataset as Dataset | readonly Targets[], copy.inputs, layers.at(-1)!.units);
  const answers = copy.forward(xs);
  const loss = copy.backward(ys);
  // Of the last layer ∂loss/∂A as the loss gives it: with cross-entropy the network goes to ∂loss/∂Z at once.
  const last = answers.map((a, i) => network.loss.derivative(ys[i]!, a).map((d) => d / xs.length)); // [samples, units]
  return {
    loss,
    weights: layers.flatMap(({ dW, db, inputs, units }, i) => [
      weightTrace(`layer${i + 1}/W`, plainValues([units, inputs], dW.flat())),
      weightTrace(`layer${i + 1}/b`, plainValues([units], db)),
    ]),
    outputs: layers.map(({ dA, units }, i) => {
      const values = i === layers.length - 1 ? plainValues([xs.length, units], last.flat()) : rowsOf(dA);
      return weightTrace(`layer${i + 1}`, values);
    }),
  };
}

/** [units, samples] as [samples, units]. */
export function rowsOf(A: Matrix): Values {
  const samples = A[0]!.length;
  return plainValues(
    [samples, A.length],
    Array.from({ length: samples }, (_, sample) => A.map((row) => row[sample]!)).flat(),
  );
}
