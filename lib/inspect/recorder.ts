/** A recorder of a training: every weight and its gradient, on the way. */
import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { fail, whole } from '../assert';
import * as tf from '../tensorflow';
import { aliveModel } from './checks';
import { norm, statistics, valuesOf, withValues, type Values } from './statistics';
import { namedWeights, type WeightTrace } from './weights';

/** Options of {@link recorder}. */
export interface RecorderOptions {
  /** When to record: at the end of each 'epoch', or after every so many batches. Default 'epoch'. */
  every?: 'epoch' | number;
  /** How many steps to keep at most; when there are more, every second one is dropped. Default 200. */
  limit?: number;
}

/** One moment of a training. */
export interface RecordedStep {
  /** How many epochs are over, or the number of the one that runs; 0 is the state before the training. */
  epoch: number;
  /** How many batches the training has taken, in all. */
  batch: number;
  /** The weights. `values` holds at most 2,000 numbers of each, evenly taken. */
  weights: WeightTrace[];
  /** The gradients of the last batch, as the optimizer got them; none before the training. */
  gradients: WeightTrace[];
}

/** A callback for `model.fit` that remembers. */
export interface Recorder extends InstanceType<typeof tf.Callback> {
  /** What it has seen: first the state before the training. */
  readonly steps: RecordedStep[];
}

/** Of larger weights only so many numbers are kept. */
const mostValues = 2000;

/**
 * Records how the weights move while `fit` trains a model: a callback whose `steps` hold all weights and gradients.
 *
 * ```ts
 * import { data, inspect, show, tf } from 'neurona';
 *
 * const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 1, activation: 'sigmoid' })] });
 * model.compile({ optimizer: tf.train.sgd(1), loss: 'binaryCrossentropy' });
 * const { xs, ys } = data.gate('or');
 * const recorder = inspect.recorder();
 * await model.fit(xs, ys, { epochs: 20, verbose: 0, callbacks: recorder });
 * show.table(recorder.steps.map(({ epoch, weights, gradients }) => ({
 *   epoch, weight: weights[0]!.norm, gradient: gradients[0]?.norm,
 * })));
 * ```
 *
 * Returns the callback. It goes on where the model is trained again. Its memory is bounded: at most `limit` steps, plain
 * numbers, no tensors. Gradients are those of the training itself, before the optimizer turns them into steps.
 * Throws where an option is out of range.
 * Source: lessons 08, 09 and 19.
 */
export function recorder({ every = 'epoch', limit = 200 }: RecorderOptions = {}): Recorder {
  const who = 'inspect.recorder';
  if (every !== 'epoch') {
    if (typeof every !== 'number') fail(who, "every to be 'epoch' or a number of batches", every);
    whole(who, { every }, 1);
  }
  whole(who, { limit }, 2, 10_000);
  return new TrainingRecorder(every, limit);
}

class TrainingRecorder extends tf.Callback implements Recorder {
  readonly steps: RecordedStep[] = [];
  private epoch = 0;
  private batch = 0;
  private due = 0;
  private stride = 1;
  private gradients: { name: string; tensor: Tensor }[] = [];
  private release = () => {};

  constructor(
    private readonly every: 'epoch' | number,
    private readonly limit: number,
  ) {
    super();
  }

  override async onTrainBegin(): Promise<void> {
    aliveModel('inspect.recorder', this.model);
    this.release(); // of a training that ended in an error
    this.release = listen(this.model, (gradients) => this.hear(gradients));
    if (this.steps.length === 0) this.record();
    return Promise.resolve();
  }

  override async onBatchEnd(): Promise<void> {
    this.batch++;
    if (this.every !== 'epoch' && this.batch % this.every === 0) this.tick();
    return Promise.resolve();
  }

  override async onEpochBegin(): Promise<void> {
    this.epoch++;
    return Promise.resolve();
  }

  override async onEpochEnd(): Promise<void> {
    if (this.every === 'epoch') this.tick();
    return Promise.resolve();
  }

  override async onTrainEnd(): Promise<void> {
    this.release();
    this.release = () => {};
    this.hear([]);
    return Promise.resolve();
  }

  /** Keeps the newest gradients: without a copy, until it is known whether they are wanted. */
  private hear(gradients: { name: string; tensor: Tensor }[]): void {
    for (const { tensor } of this.gradients) tensor.dispose();
    this.gradients = gradients.map(({ name, tensor }) => ({ name, tensor: tf.keep(tensor.clone()) }));
  }

  /** Records every `stride`-th time; where there are too many steps, half of them go and the stride doubles. */
  private tick(): void {
    this.due++;
    if (this.due % this.stride !== 0) return;
    if (this.steps.length >= this.limit) {
      const kept = this.steps.filter((_, i) => i % 2 === 0);
      this.steps.splice(0, this.steps.length, ...kept);
      this.stride *= 2;
      if (this.due % this.stride !== 0) return;
    }
    this.record();
  }

  private record(): void {
    const named = namedWeights(this.model);
    const gradients = new Map(this.gradients.map(({ name, tensor }) => [name, tensor]));
    this.steps.push({
      epoch: this.epoch,
      batch: this.batch,
      weights: named.map(({ name, variable }) => sampled(name, valuesOf(variable))),
      gradients: named.flatMap(({ name, variable }) => {
        const gradient = gradients.get(variable.name);
        return gradient ? [sampled(name, valuesOf(gradient))] : [];
      }),
    });
  }
}

/** Has each gradient of the model's training told to `hear`, until the function that is returned is called. */
function listen(model: LayersModel, hear: (gradients: { name: string; tensor: Tensor }[]) => void): () => void {
  const { optimizer } = model;
  const apply = optimizer.applyGradients.bind(optimizer);
  optimizer.applyGradients = (gradients) => {
    const list = Array.isArray(gradients)
      ? gradients
      : Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }));
    hear(list.filter(({ tensor }) => tensor)); // tfjs leaves out what the loss does not depend on
    apply(gradients);
  };
  return () => delete (optimizer as Partial<typeof optimizer>).applyGradients;
}

/** A row of which the statistics are of all numbers, and the values only so many of them. */
function sampled(name: string, all: Values): WeightTrace {
  const { values, shape } = all;
  const row = { name, shape: [...shape], ...statistics(values), norm: norm(values) };
  if (values.length <= mostValues) return withValues(row, all);
  const few = Float32Array.from(
    { length: mostValues },
    (_, i) => values[Math.floor((i * values.length) / mostValues)]!,
  );
  return withValues(row, tf.buffer([mostValues], 'float32', few));
}
