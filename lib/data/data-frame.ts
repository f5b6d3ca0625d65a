/** The tables as DataFrames of danfojs, which is loaded when the first one is asked for. */
import type { DataFrame } from 'danfojs-node';
import { oneOf } from '../assert';
import { readTable, tables, type TableName } from './csv';

/**
 * A table of the course's data/ folder as a DataFrame: every row and column, in the order of the file.
 *
 * ```ts
 * import { data } from 'neurona';
 *
 * const penguins = data.dataFrame('penguins');
 * console.log(penguins.shape, penguins.columns);
 * penguins.dropNa().groupby(['species']).col(['body_mass_g']).mean();
 * ```
 *
 * `name` is 'bikes' [8,645 rows, 15 columns], 'co2' [741, 3], 'first-names' [8,422, 2], 'history' [46, 5], 'iris'
 * [150, 5] or 'penguins' [344, 8]; data/README.md says what is in them. A missing value is NaN among numbers and null among words, which
 * `dropNa` and `isNa` know; a mean over one is NaN. Returns a frame of your own: what you change in it, the next one
 * does not have. Throws where there is no such table.
 */
export function dataFrame(name: TableName): DataFrame {
  const who = 'data.dataFrame';
  oneOf(who, { name }, Object.keys(tables));
  const { columns, rows } = readTable(who, name);
  const numeric = columns.map((_, i) => rows.some((row) => typeof row[i] === 'number'));
  const values = rows.map((row) => row.map((value, i) => (value === null && numeric[i] ? NaN : value)));
  const danfo = require('danfojs-node') as typeof import('danfojs-node');
  return new danfo.DataFrame(values, { columns: [...columns] });
}
