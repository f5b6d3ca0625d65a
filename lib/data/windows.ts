/** Windows: a series in time as examples, what came before as the input, what came next as the answer. */
import type { Tensor3D } from '@tensorflow/tfjs';
import { fail, numbers, whole } from '../assert';
import * as tf from '../tensorflow';
import type { Dataset } from '../types';
import type { TimeSeries } from './time-series';

/** Options of {@link windows}. */
export interface WindowsOptions {
  /** How many values a model is given, from 1 up. Default 12. */
  steps?: number;
  /** How many values it is to tell, those that come next, from 1 up. Default 1. */
  horizon?: number;
}

/** Windows of a series, in the order of time. */
export interface Windows extends Dataset<Tensor3D> {
  /** The time of the first value that each row is to tell. */
  times: number[];
  /** How many rows after a row share a value to be told with it: `data.split` leaves so many out between its parts. */
  gap: number;
}

/**
 * Every window of a series: `steps` values to go by, and the `horizon` values after them to tell.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * const months = data.windows(data.co2(), { steps: 24, horizon: 3 });
 * const { train, test } = data.split(months, { shuffle: false });
 * console.log(train.xs.shape, train.ys.shape, test.times[0]);
 * data.windows([1, 2, 3, 4], { steps: 2 }).xs.print();
 * ```
 *
 * `series` is as `data.timeSeries` and `data.co2` return it, or plain values. Returns `xs` [samples, steps, 1], as
 * recurrent layers take them, `ys` [samples, horizon], `times` and `gap`; there are as many samples as values, less
 * `steps + horizon - 1`. Split them with `shuffle: false`: then no value to be told is in both parts.
 * Throws where `series` is none, holds a value that is not finite, or is too short for one window.
 * Source: Yule, "On a method of investigating periodicities in disturbed series", 1927; lesson 19.
 */
export function windows(
  series: TimeSeries | readonly number[],
  { steps = 12, horizon = 1 }: WindowsOptions = {},
): Windows {
  const who = 'data.windows';
  const plain = Array.isArray(series);
  const values = (plain ? series : (series as TimeSeries | undefined)?.values) as number[];
  if (!Array.isArray(values)) fail(who, 'a series { times, values } or an array of values', series);
  numbers(who, { values });
  whole(who, { steps }, 1);
  whole(who, { horizon }, 1);
  const samples = values.length - steps - horizon + 1;
  if (samples < 1) fail(who, `at least ${steps + horizon} values, steps + horizon, for one window`, values.length);
  const times = plain ? values.map((_, t) => t) : (series as TimeSeries).times;
  numbers(who, { times }, values.length);

  const inputs = new Float32Array(samples * steps);
  const targets = new Float32Array(samples * horizon);
  for (let row = 0; row < samples; row++) {
    inputs.set(values.slice(row, row + steps), row * steps);
    targets.set(values.slice(row + steps, row + steps + horizon), row * horizon);
  }
  return {
    xs: tf.tensor3d(inputs, [samples, steps, 1]),
    ys: tf.tensor2d(targets, [samples, horizon]),
    times: times.slice(steps, steps + samples),
    gap: horizon - 1,
  };
}
