/** Many numbers as few: the rows of an inspector read for a figure, and their quantiles. */
import { fail } from '../assert';

/** A row with a name and its numbers, as the inspectors return it. */
export interface LayerValues {
  readonly name: string;
  readonly values: { readonly values: ArrayLike<number> };
}

/** A row as figures need it. */
export interface LayerRow {
  name: string;
  /** Its finite numbers, in rising order. */
  finite: Float64Array;
  /** How many numbers are not finite. */
  broken: number;
  /** The share of zeros, from 0 to 1. */
  zeros: number;
  /** The mean and the standard deviation of the finite numbers. */
  mean: number;
  std: number;
}

/** More would not be told apart on a page. */
const mostRows = 60;

/** Reads the rows; wants at least one, at most 60, each with numbers. */
export function rowsOf(who: string, name: string, rows: readonly LayerValues[]): LayerRow[] {
  if (!Array.isArray(rows) || rows.length === 0)
    fail(who, `${name} to be rows of inspect.forward, weights or backward, at least one`, rows);
  if (rows.length > mostRows) fail(who, `${name} to have at most ${mostRows} rows`, rows.length, 'filter or slice it');
  return rows.map((row: LayerValues | undefined, i) => {
    const values = row?.values?.values;
    if (typeof row?.name !== 'string' || !values?.length)
      fail(
        who,
        `${name}[${i}] to have a name and values`,
        row,
        'copies of rows lose their values: hand on the rows themselves',
      );
    return layerRow(row.name, Float64Array.from(values));
  });
}

function layerRow(name: string, values: Float64Array): LayerRow {
  const finite = values.filter(Number.isFinite).sort();
  const mean = finite.reduce((sum, value) => sum + value / finite.length, 0);
  const std = Math.sqrt(finite.reduce((sum, value) => sum + (value - mean) ** 2 / finite.length, 0));
  const zeros = finite.filter((value) => value === 0).length / values.length;
  return { name, finite, broken: values.length - finite.length, zeros, mean, std };
}

/** Sorted numbers as they are, or on the scale 'log' the powers of 10 of their sizes, without zeros, sorted again. */
export function scaled(sorted: Float64Array, scale: 'linear' | 'log'): Float64Array {
  if (scale === 'linear') return sorted;
  return sorted
    .filter((value) => value !== 0)
    .map((value) => Math.log10(Math.abs(value)))
    .sort();
}

/** The quantiles of sorted numbers at 0, 1/steps, … 1; between two numbers on the line from one to the other. */
export function quantiles(sorted: Float64Array, steps: number): number[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const place = (i / steps) * (sorted.length - 1);
    const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
    const share = place - Math.floor(place);
    return below === above ? below : below * (1 - share) + above * share; // not below + share (above − below), which overflows
  });
}
