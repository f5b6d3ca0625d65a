/** What a forward pass costs: time, memory and multiply-adds, layer by layer. */
import { performance } from 'node:perf_hooks';
import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { whole } from '../assert';
import * as tf from '../tensorflow';
import { aliveModel, inputsOf, type Tensors } from './checks';
import { multiplyAdds } from './multiply-adds';
import { watched, type Layer } from './watched';

/** Options of {@link profile}. */
export interface ProfileOptions {
  /** How many times to run, after one run that is not counted. Default 5. */
  runs?: number;
}

/** What a layer costs. */
export interface LayerCost {
  /** The layer's name, as in `inspect.forward`; of the last row 'total'. */
  name: string;
  /** The layer's class, as 'Dense'. */
  kind: string;
  /** The shape of its output, the batch first. */
  shape: number[];
  /** How many weights and biases it has. */
  parameters: number;
  /** How many products it adds up for the batch; undefined for layers whose sums are not known here. */
  multiplyAdds: number | undefined;
  /** How long it takes, the median of the runs. */
  milliseconds: number;
  /** What its weights take in memory. */
  parameterBytes: number;
  /** What its output takes in memory. */
  outputBytes: number;
}

/**
 * What each layer of a model costs for a batch: time, memory, multiply-adds; and in the last row the whole model.
 *
 * ```ts
 * import { inspect, show, tf } from 'neurona';
 *
 * const model = tf.sequential({ layers: [
 *   tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 6, kernelSize: 5, activation: 'relu' }),
 *   tf.layers.flatten(),
 *   tf.layers.dense({ units: 10 }),
 * ] });
 * show.table(inspect.profile(model, tf.zeros([32, 28, 28, 1])));
 * ```
 *
 * `xs` is what `predict` takes, one batch. Times are in milliseconds and differ from run to run and machine to machine; the
 * total is the time of the whole pass, so a little more than its layers. A shared layer's parameters count once in the
 * total. Returns one row for each layer, as in `inspect.forward`, and the total.
 * Throws where the model is not built or disposed, `xs` does not fit it, or `runs` is no whole number from 1 to 1,000.
 * Source: lessons 15 and 31.
 */
export function profile(model: LayersModel, xs: Tensors, { runs = 5 }: ProfileOptions = {}): LayerCost[] {
  const who = 'inspect.profile';
  whole(who, { runs }, 1, 1000);
  aliveModel(who, model);
  const inputs = inputsOf(who, model, xs);
  const costs = new Map<string, LayerCost>();
  const times = new Map<string, number[]>();
  const once = new Map<Layer, LayerCost>();

  const pass = () =>
    watched(
      model,
      ({ name, layer, inputs }, run) => {
        const [outputs, time] = timed(run);
        times.set(name, [...(times.get(name) ?? []), time]);
        if (!costs.has(name)) costs.set(name, cost(name, layer, inputs, [outputs].flat()));
        if (!once.has(layer)) once.set(layer, costs.get(name)!);
        return outputs;
      },
      () => model.predict(inputs.length === 1 ? inputs[0]! : inputs, { batchSize: inputs[0]!.shape[0] }),
    );
  const passes = Array.from({ length: runs + 1 }, () => tf.tidy(() => timed(() => void pass())[1])).slice(1);

  const rows = [...costs.values()].map((row) => ({ ...row, milliseconds: median(times.get(row.name)!.slice(-runs)) }));
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const adds = rows.map((row) => row.multiplyAdds);
  const total: LayerCost = {
    name: 'total',
    kind: model.getClassName(),
    shape: rows.at(-1)!.shape,
    parameters: sum([...once.values()].map((row) => row.parameters)),
    multiplyAdds: adds.includes(undefined) ? undefined : sum(adds as number[]),
    milliseconds: median(passes),
    parameterBytes: sum([...once.values()].map((row) => row.parameterBytes)),
    outputBytes: sum(rows.map((row) => row.outputBytes)),
  };
  return [...rows, total];
}

function cost(name: string, layer: Layer, inputs: Tensor[], outputs: Tensor[]): LayerCost {
  const bytes = (tensors: readonly { dtype: string; size: number }[]) =>
    tensors.reduce((sum, { dtype, size }) => sum + size * (dtype === 'bool' ? 1 : 4), 0);
  return {
    name,
    kind: layer.getClassName(),
    shape: outputs[0]!.shape,
    parameters: layer.countParams(),
    multiplyAdds: multiplyAdds(layer, inputs, outputs[0]!),
    milliseconds: 0,
    parameterBytes: bytes(layer.weights.map((weight) => weight.read())),
    outputBytes: bytes(outputs),
  };
}

function timed<Result>(work: () => Result): [Result, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
