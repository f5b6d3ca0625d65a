/** What figures of a convolution say. */
import { count, number } from '../numbers';

export const convolution = {
  title: 'A convolution, one window at a time',
  panels: (channel?: number) => {
    const of = channel === undefined ? '' : `, channel ${channel}`;
    return [`image${of}`, `filter${of}`, `products${of}`, 'output'] as const;
  },
  hover: 'row %{y}, column %{x}: %{z}<extra></extra>',
  step: ([row, column]: readonly [number, number], sum: number) =>
    `row ${row}, column ${column} of the output: sum ${number(sum)}`,
  description: (
    image: string,
    filter: string,
    output: string,
    windows: number,
    first: { at: readonly [number, number]; sum: number },
  ) =>
    `A filter of ${filter} over an image of ${image} gives an output of ${output}: ${count(windows, 'window')} drawn. ` +
    `The ${windows === 1 ? 'one' : 'first'}, at row ${first.at[0]}, column ${first.at[1]} of the output, sums up to ${number(first.sum)}.`,
};
