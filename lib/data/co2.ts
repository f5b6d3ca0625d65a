/** A real series in time: carbon dioxide in the air above Mauna Loa, Hawaii, month by month. */
import { readTable } from './csv';
import type { TimeSeries } from './time-series';

/** Values in the order of their months. */
export interface MonthlySeries extends TimeSeries {
  /** The month of each value, as `1964-05`. */
  months: string[];
}

/**
 * Carbon dioxide in the air, in parts per million, in each of 672 months: a trend and a season that all can see.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * const { months, values } = data.co2();
 * console.log(months[0], values[0], '…', months.at(-1), values.at(-1));
 * ```
 *
 * Returns `times`, 0 to 671, `values`, from 316.70 to 416.18, and `months`, from May 1964 to April 2020, as plain arrays
 * of your own. Of the months before, four are missing between 1958 and 1964, so the series starts after the last gap;
 * `data.dataFrame('co2')` has all 741 months, and the values with the season taken out.
 * Throws where the file is not there or damaged.
 * Source: Keeling and others, Scripps CO2 Program, "Exchanges of atmospheric CO2 and 13CO2 with the terrestrial biosphere
 * and oceans from 1978 to 2000", 2001 (CC BY 4.0).
 */
export function co2(): MonthlySeries {
  const { rows } = readTable('data.co2', 'co2');
  const months = rows.map(([month]) => String(month));
  let start = months.length - 1;
  while (start > 0 && monthsSinceYear0(months[start]!) - monthsSinceYear0(months[start - 1]!) === 1) start--;
  const values = rows.slice(start).map(([, value]) => value as number);
  return { times: values.map((_, t) => t), values, months: months.slice(start) };
}

function monthsSinceYear0(month: string): number {
  const [year, number] = month.split('-').map(Number);
  return 12 * year! + number!;
}
