/** Training as `model.fit` does it, with a live curve, early stopping, and an order of the rows that a seed decides. */
import type { CustomCallbackArgs, History, LayersModel } from '@tensorflow/tfjs';
import { fail, whole } from '../assert';
import { generator } from '../random';
import * as tf from '../tensorflow';
import { batchesOf, rowsOf, take, type TrainingData } from './batches';
import { EarlyStopping, type EarlyStoppingOptions } from './early-stopping';
import { checkFits } from './fits';
import { Live } from './live';

/** What `callbacks` of `model.fit` takes. */
type Callbacks = CustomCallbackArgs | tf.Callback | (CustomCallbackArgs | tf.Callback)[];

/** Options of {@link fit}. */
export interface FitOptions {
  /** How many times to go through the data. Default 10. */
  epochs?: number;
  /** How many rows make one step. Default 32. */
  batchSize?: number;
  /** The share of the rows, drawn at random, that is kept for validation: 0 or more, below 1. Default 0. */
  validationSplit?: number;
  /** Rows of their own for validation. Default none. */
  validationData?: TrainingData;
  /** Whether each epoch has the rows in an order of its own. Default true. */
  shuffle?: boolean;
  /** A whole number from 0 up that decides every order and the validation's rows. Default 0. */
  seed?: number;
  /** Whether to end where it no longer gets better: true, or when. Default false. */
  earlyStopping?: boolean | EarlyStoppingOptions;
  /** Whether to draw the curves while the model trains. Default true. */
  live?: boolean;
  /** Callbacks as `model.fit` takes them. Default none. */
  callbacks?: Callbacks;
}

/**
 * Trains a model as `model.fit` does, and draws its curves meanwhile, with a line that says how far it is and how much
 * time is left.
 *
 * ```ts
 * import { data, tf, train } from 'neurona';
 *
 * const model = tf.sequential();
 * model.add(tf.layers.dense({ units: 8, activation: 'tanh', inputShape: [2] }));
 * model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
 * model.compile({ optimizer: tf.train.adam(0.05), loss: 'binaryCrossentropy', metrics: ['accuracy'] });
 * await train.fit(model, data.moons(), { epochs: 5, validationSplit: 0.2, earlyStopping: true });
 * ```
 *
 * `dataset` has `xs` [samples, …] and `ys` [samples, …], or arrays of them for a model of several inputs or outputs.
 * Resolves to the History that `model.fit` gives. Its validation's rows are drawn by the seed; those of `model.fit`
 * are the last ones, which in a data set in order of class are all of one. The same seed and the same first weights
 * give the same training. Stop ends it with the batch it is at; the model keeps what it has learnt.
 * Throws where the model is not compiled, `dataset` does not fit its inputs or its loss, or an option is out of range.
 */
export async function fit(model: LayersModel, dataset: TrainingData, options: FitOptions = {}): Promise<History> {
  const who = 'train.fit';
  const { epochs = 10, batchSize = 32, shuffle = true, seed = 0, live = true } = options;
  if (typeof model?.fitDataset !== 'function') fail(who, 'a tfjs model', model);
  if (!model.optimizer) fail(who, 'a compiled model', model.name, 'call model.compile({ optimizer, loss }) first');
  whole(who, { epochs }, 1);
  whole(who, { batchSize }, 1);
  whole(who, { seed }, 0);
  const { rows, validation } = divide(who, model, dataset, options);
  const batches = batchesOf(dataset, rows, { batchSize, shuffle, seed });
  const { earlyStopping = false } = options;
  const stopping = earlyStopping
    ? new EarlyStopping(who, model, earlyStopping === true ? {} : earlyStopping, validation !== undefined)
    : undefined;
  const picture = live ? new Live(epochs, batches.size) : undefined;

  let stopped = false;
  let over = false;
  let failed = true;
  let epoch = 0;
  const own = new tf.CustomCallback(
    {
      onBatchEnd: (batch, logs) => picture?.batchEnd(epoch, batch, logs!['loss']!),
      onEpochEnd: (ended, logs) => {
        epoch = ended + 1;
        picture?.epochEnd(ended, logs!);
        stopped = model.stopTraining; // by Stop, or by a callback of the student's
        over = !stopped && (stopping?.isOver(epoch, logs!) ?? false);
        if (over) model.stopTraining = true;
      },
    },
    'auto',
  );
  try {
    const history = await model.fitDataset(batches, {
      epochs,
      verbose: 0,
      ...(validation
        ? { validationData: [validation.xs, validation.ys] as never, validationBatchSize: batchSize }
        : {}),
      callbacks: [own, ...callbackList(options.callbacks)] as never,
    });
    if (over) stopping?.restore();
    failed = false;
    return history;
  } finally {
    picture?.end({ why: failed ? 'error' : over ? 'early' : stopped ? 'stopped' : undefined, ...stopping?.outcome() });
    stopping?.dispose();
    if (validation !== options.validationData) tf.dispose(validation as tf.TensorContainer);
  }
}

/** The rows to learn from, and the data to validate with, if any. */
function divide(
  who: string,
  model: LayersModel,
  dataset: TrainingData,
  { validationSplit = 0, validationData, seed = 0 }: FitOptions,
): { rows: number[]; validation?: TrainingData } {
  const samples = rowsOf(who, 'dataset', dataset);
  checkFits(who, model, 'dataset', dataset);
  const rows = Array.from({ length: samples }, (_, row) => row);
  if (!(typeof validationSplit === 'number' && validationSplit >= 0 && validationSplit < 1))
    fail(who, 'validationSplit to be a share from 0 up, below 1', validationSplit);
  if (validationData !== undefined) {
    if (validationSplit > 0) fail(who, 'validationSplit or validationData, not both', { validationSplit });
    rowsOf(who, 'validationData', validationData);
    checkFits(who, model, 'validationData', validationData);
    return { rows, validation: validationData };
  }
  if (validationSplit === 0) return { rows };
  if (samples < 2) fail(who, 'at least 2 rows, one to learn from and one for validation', samples);
  const many = Math.min(samples - 1, Math.max(1, Math.round(validationSplit * samples)));
  const order = generator(seed).shuffle(rows);
  return { rows: order.slice(many), validation: take(dataset, order.slice(0, many)) };
}

/** tfjs takes callbacks as objects of functions or as instances, not both; as instances here. */
function callbackList(callbacks: Callbacks = []): tf.Callback[] {
  const each = Array.isArray(callbacks) ? callbacks : [callbacks];
  return each.map((callback) =>
    'setModel' in callback ? callback : (new tf.CustomCallback(callback, 'auto') as unknown as tf.Callback),
  );
}
