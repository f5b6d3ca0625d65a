/** What `fitDataset` asks for: batches of rows, in a new order for each epoch, all from one seed. */
import type { Tensor } from '@tensorflow/tfjs';
import { fail } from '../assert';
import { isTensor } from '../data/examples';
import { generator } from '../random';
import * as tf from '../tensorflow';

/** Examples and their targets, one row each; arrays where a model has several inputs or outputs. */
export interface TrainingData {
  /** Inputs, shape [samples, ...]. */
  xs: Tensor | Tensor[];
  /** Targets, shape [samples, ...]. */
  ys: Tensor | Tensor[];
}

/** How many rows `data` has, once it has been found to be a data set, for `who`, who asks in the error's name. */
export function rowsOf(who: string, name: string, data: TrainingData): number {
  const { xs, ys } = (data ?? {}) as Partial<TrainingData>;
  const tensors = Object.entries({ xs, ys }).flatMap(([part, value]) =>
    Array.isArray(value)
      ? value.map((tensor, i) => [`${name}.${part}[${i}]`, tensor] as const)
      : [[`${name}.${part}`, value] as const],
  );
  for (const [part, tensor] of tensors) {
    if (!isTensor(tensor)) fail(who, `${part} to be a tensor, one row for each example`, tensor);
    if (tensor.isDisposed) fail(who, `${part} to be alive`, tensor, 'it has been disposed: make the data set again');
    if (tensor.rank === 0 || tensor.size === 0) fail(who, `${part} of shape [samples, …], none of them 0`, tensor);
  }
  if (Array.isArray(xs) && xs.length === 0) fail(who, `${name}.xs to hold at least one tensor`, xs);
  const samples = (tensors[0]![1] as Tensor).shape[0];
  const odd = tensors.find(([, tensor]) => (tensor as Tensor).shape[0] !== samples);
  if (odd) fail(who, `${odd[0]} to have ${samples} rows, as ${name}.xs has`, odd[1]);
  return samples;
}

/** The rows of these numbers, in this order, as tensors of their own. */
export function take({ xs, ys }: TrainingData, rows: readonly number[]): TrainingData {
  const indices = tf.tensor1d([...rows], 'int32');
  const gather = (part: Tensor | Tensor[]) =>
    Array.isArray(part) ? part.map((tensor) => tf.gather(tensor, indices)) : tf.gather(part, indices);
  const taken = { xs: gather(xs), ys: gather(ys) };
  indices.dispose();
  return taken;
}

/** One iterator an epoch, each with an order of its own; `fitDataset` frees every batch. */
export function batchesOf(
  data: TrainingData,
  rows: readonly number[],
  { batchSize, shuffle, seed }: { batchSize: number; shuffle: boolean; seed: number },
) {
  const random = generator(seed);
  function iterator() {
    let order: readonly number[] | undefined;
    let start = 0;
    function next(): Promise<IteratorResult<TrainingData | null, null>> {
      if (start >= rows.length) return Promise.resolve({ value: null, done: true });
      order ??= shuffle ? random.shuffle(rows) : rows; // when its epoch begins: one iterator is made and never asked
      const value = take(data, order.slice(start, (start += batchSize)));
      return Promise.resolve({ value, done: false });
    }
    return Promise.resolve({ next });
  }
  return { size: Math.ceil(rows.length / batchSize), iterator } as unknown as tf.data.Dataset<tf.TensorContainer>;
}
