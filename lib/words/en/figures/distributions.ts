/** What figures of many numbers say: histograms and matrices. */
import { count, list, number } from '../numbers';

export const histogram = {
  title: 'Distribution',
  axes: ['value', 'how many'] as const,
  density: 'share per unit of value',
  series: 'values',
  hover: (from: number, to: number, many: number) => `${number(from)} to ${number(to)}: ${number(many)}`,
  description: (all: readonly { name: string; count: number; mean: number; std: number; min: number; max: number }[]) =>
    all
      .map(
        ({ name, count: many, mean, std, min, max }) =>
          `${count(many, 'number')}${all.length > 1 ? ` of ${name}` : ''} from ${number(min)} to ${number(max)}, ` +
          `mean ${number(mean)}, standard deviation ${number(std)}.`,
      )
      .join(' '),
};

export const heatmap = {
  title: 'Matrix',
  axes: ['column', 'row'] as const,
  hover: 'row %{y}, column %{x}: %{z:.4~g}<extra></extra>',
  description: (
    rows: number,
    columns: number,
    lowest: { value: number; row: string; column: string },
    highest: { value: number; row: string; column: string },
  ) =>
    `A matrix of ${count(rows, 'row')} and ${count(columns, 'column')}, ${list([
      `lowest ${number(lowest.value)} in row ${lowest.row}, column ${lowest.column}`,
      `highest ${number(highest.value)} in row ${highest.row}, column ${highest.column}`,
    ])}.`,
};
