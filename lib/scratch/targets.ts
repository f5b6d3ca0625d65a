/** Examples with a list of targets for each: what a network of several outputs learns from. */
import { fail, numbers } from '../assert';
import { examplesOf, inputRows, isTensor } from '../data/examples';
import type { Dataset, Example } from '../types';

/** An example with one target for each output unit. */
export type Targets = [x: number[], y: number[]];

/** The inputs and targets of a data set or of pairs, in rows: [samples, inputs] and [samples, units]. */
export function rowsFor(
  who: string,
  data: Dataset | readonly Example[] | readonly Targets[],
  inputs: number,
  units: number,
): { xs: number[][]; ys: number[][] } {
  const { xs, ys } = read(who, data, units);
  numbers(who, { 'x of example 0': xs[0] }, inputs); // the rows are of one length
  return { xs, ys };
}

function read(who: string, data: Dataset | readonly Example[] | readonly Targets[], units: number) {
  if (Array.isArray(data) && Array.isArray((data as Targets[])[0]?.[1])) {
    const pairs = data as readonly Targets[];
    const xs = inputRows(who, pairs.map(([x]) => x)); // prettier-ignore
    pairs.forEach(([, y], row) => numbers(who, { [`y of example ${row}`]: y }, units));
    return { xs, ys: pairs.map(([, y]) => [...y]) };
  }
  const dataset = data as Dataset;
  if (units > 1 && isTensor(dataset?.ys) && dataset.ys.shape[1] === units) {
    const [xs, ys] = [inputRows(`${who}, xs`, dataset.xs), inputRows(`${who}, ys`, dataset.ys)];
    if (xs.length !== ys.length) fail(who, `ys to have ${xs.length} rows, as xs has`, dataset.ys);
    return { xs, ys };
  }
  const examples = examplesOf(who, data as Dataset | readonly Example[]);
  return { xs: examples.map(([x]) => x), ys: examples.map(([, y], row) => oneHot(who, y, units, row)) };
}

/** A number for one output; for several, the number of a class becomes a 1 in its place. */
function oneHot(who: string, y: number, units: number, row: number): number[] {
  if (units === 1) return [y];
  if (!Number.isInteger(y) || y < 0 || y >= units) {
    fail(who, `the target of example ${row} to be a class, a whole number from 0 to ${units - 1}`, y);
  }
  return Array.from({ length: units }, (_, i) => (i === y ? 1 : 0));
}
