/** A series in time, put together from what forecasters take one apart into: a trend, a season and noise. */
import { finite, positive, whole } from '../assert';
import { generator } from '../random';

/** Options of {@link timeSeries}. */
export interface TimeSeriesOptions {
  /** How many steps in time, from 1 up. Default 365. */
  samples?: number;
  /** The value at time 0, before season and noise. Default 0. */
  level?: number;
  /** How much the level grows with each step. Default 0.01. */
  trend?: number;
  /** How many steps a season has, above 0. Default 30. */
  period?: number;
  /** How far the season goes up and down. Default 1. */
  amplitude?: number;
  /** Standard deviation of what is added to each value. Default 0.1. */
  noise?: number;
  /** A whole number from 0 up that decides the noise. Default 0. */
  seed?: number;
}

/** Values in the order of their times. */
export interface TimeSeries {
  /** 0, 1, 2, … */
  times: number[];
  /** What was measured at each time. */
  values: number[];
}

/**
 * A series in time, value = level + trend · t + amplitude · sin(2π t / period) + noise.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * const { times, values } = data.timeSeries({ samples: 5, trend: 1, noise: 0 });
 * console.log(times, values);
 * ```
 *
 * Returns `times` and `values`, plain arrays of `samples` numbers.
 * Throws where an option is out of range or not finite, or a value grows beyond all numbers.
 * The parts: Persons, "Indices of business conditions", 1919; here they are added.
 */
export function timeSeries({
  samples = 365,
  level = 0,
  trend = 0.01,
  period = 30,
  amplitude = 1,
  noise = 0.1,
  seed = 0,
}: TimeSeriesOptions = {}): TimeSeries {
  const who = 'data.timeSeries';
  whole(who, { samples }, 1, 1_000_000);
  finite(who, { level });
  finite(who, { trend });
  positive(who, { period });
  finite(who, { amplitude });
  finite(who, { noise }, 0);
  whole(who, { seed }, 0);
  const random = generator(seed);
  const times = Array.from({ length: samples }, (_, t) => t);
  const values = times.map((t) => {
    const season = amplitude * Math.sin((2 * Math.PI * t) / period);
    return level + trend * t + season + random.normal(0, noise);
  });
  values.forEach((value, t) => finite(who, { [`the value at time ${t}`]: value }));
  return { times, values };
}
