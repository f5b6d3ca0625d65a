/** A real table to tell a number from: how many bikes were lent in an hour, by the time and the weather. */
import { whole } from '../assert';
import { generator } from '../random';
import { readTable } from './csv';
import { datasetOf } from './rows';
import { checkFeatures, type Measured, type MeasuredOptions } from './tables';

/** What is known of each hour; data/README.md says in which units. */
export type BikeFeature = (typeof known)[number];

const known = [
  'season',
  'month',
  'day',
  'hour',
  'holiday',
  'weekday',
  'workingday',
  'weather',
  'temperature',
  'feels_like',
  'humidity',
  'windspeed',
] as const;

/** Neither the season nor the day of the year, which the month tells, nor the temperature twice. */
const chosen = known.filter((name) => !['season', 'day', 'feels_like'].includes(name));

/**
 * Bikes lent in Washington in each hour of 2011: regression, a number to be told from what is known of the hour.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * const { xs, ys, features } = data.bikes();
 * console.log(xs.shape, ys.shape, features);
 * const { train, test } = data.split(data.bikes({ features: ['hour', 'temperature'] }));
 * console.log(data.standardise(train.xs).mean, test.ys.shape);
 * ```
 *
 * Returns `xs` [8645, features], `ys` [8645, 1], how many bikes were lent, from 1 to 651, and `features`, the names of
 * the columns: by default month, hour, holiday, weekday, workingday, weather, temperature, humidity and windspeed. The
 * hour is 0 to 23, the weekday 0 for Sunday, the weather 1 (clear) to 4 (heavy rain or snow); a temperature t °C stands
 * as (t + 8) / 47, humidity and wind as shares of the most. How many of the riders were members is part of the answer,
 * so it is no feature; `data.dataFrame('bikes')` has it, and the rows in the order of time.
 * Throws where `features` is empty or names a column that is not there or twice, or `seed` is out of range.
 * Source: Fanaee-T and Gama, "Event labeling combining ensemble detectors and background knowledge", 2014; UCI Machine
 * Learning Repository (CC BY 4.0).
 */
export function bikes({ features = chosen, seed = 0 }: MeasuredOptions<BikeFeature> = {}): Measured {
  const who = 'data.bikes';
  checkFeatures(who, features, known);
  whole(who, { seed }, 0);
  const { columns, rows } = readTable(who, 'bikes');
  const places = (features as readonly string[]).map((feature) => columns.indexOf(feature));
  const lent = columns.indexOf('bikers');
  const drawn = generator(seed).shuffle(rows); // the file goes from January to December
  const dataset = datasetOf(
    drawn.map((row) => places.map((place) => row[place] as number)),
    drawn.map((row) => [row[lent] as number]),
  );
  return { ...dataset, features: [...(features as readonly string[])] };
}
