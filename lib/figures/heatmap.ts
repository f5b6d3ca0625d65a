/** A matrix as coloured cells, with the numbers in them where they are few. */
import type { Data } from 'plotly.js';
import { fail } from '../assert';
import { readRows, type Rows } from '../data/read';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { amounts, diverging, short, themed } from './theme';

/** Options of {@link heatmap}. */
export interface HeatmapOptions extends FigureOptions {
  /** Names of the columns. Default their numbers, from 0. */
  x?: readonly (string | number)[];
  /** Names of the rows. Default their numbers, from 0, downwards. */
  y?: readonly (string | number)[];
  /** Names of the horizontal and the vertical axis. Default column and row. */
  axes?: readonly [x: string, y: string];
  /** Whether the numbers stand in the cells. Default as long as there are at most 300 cells. */
  text?: boolean;
}

const [mostCells, mostWritten, mostNames] = [200_000, 300, 40];

/**
 * A matrix of numbers: white is 0 and blue is more; where a number is below 0, orange is less.
 *
 * ```ts
 * import { figures, show } from 'neurona';
 *
 * const weights = [[0.9, 0.1, 0], [0.2, 0.5, 0.3]];
 * show.figure(figures.heatmap(weights, { x: ['the', 'cat', 'sat'], y: ['query 1', 'query 2'] }));
 * ```
 *
 * `rows` is a tensor [rows, columns] or plain arrays; the first row is drawn on top. Returns a figure.
 * Throws where the rows differ in length, a number is not finite, or names are more or fewer than rows or columns.
 */
export function heatmap(rows: Rows, { x, y, axes, text, ...options }: HeatmapOptions = {}): Figure {
  const who = 'figures.heatmap';
  const values = readRows(who, 'rows', rows);
  const [down, across] = [values.length, values[0]!.length];
  if (down * across > mostCells) fail(who, `at most ${words.number(mostCells)} cells`, down * across);
  const columnNames = names(who, 'x', x, across);
  const rowNames = names(who, 'y', y, down);
  const flat = values.flatMap((row, r) =>
    row.map((value, c) => ({ value, row: rowNames[r]!, column: columnNames[c]! })),
  );
  const lowest = flat.reduce((a, b) => (b.value < a.value ? b : a));
  const highest = flat.reduce((a, b) => (b.value > a.value ? b : a));
  const say = words.figures.heatmap;
  const drawing = {
    title: say.title,
    height: Math.round(140 + Math.min(560, Math.max(120, down * 32))),
    data: [cells(values, lowest.value, highest.value, text ?? flat.length <= mostWritten)],
    layout: {
      xaxis: { title: { text: axes?.[0] ?? say.axes[0] }, ...ticks(columnNames, x !== undefined) },
      yaxis: {
        title: { text: axes?.[1] ?? say.axes[1], standoff: 8 },
        ...ticks(rowNames, y !== undefined),
        autorange: 'reversed',
        automargin: true,
      },
      showlegend: false,
    },
    description: say.description(down, across, lowest, highest),
  };
  return themed(who, drawing, options);
}

function cells(values: readonly number[][], lowest: number, highest: number, written: boolean): object {
  const signed = lowest < 0;
  const largest = Math.max(Math.abs(lowest), Math.abs(highest)) || 1;
  return {
    type: 'heatmap',
    z: values.map((row) => row.map(short)),
    zmin: signed ? -largest : 0,
    zmax: largest,
    colorscale: signed ? diverging : amounts,
    colorbar: { outlinewidth: 0, thickness: 14 },
    xgap: written ? 1 : 0,
    ygap: written ? 1 : 0,
    ...(written ? { texttemplate: `%{z:${format(largest)}}` } : {}),
    hovertemplate: words.figures.heatmap.hover,
  } satisfies Data;
}

/** As many decimals for all as show three digits of the largest. */
function format(largest: number): string {
  const power = Math.floor(Math.log10(largest));
  return power < -3 || power > 5 ? '.2~e' : `.${Math.max(0, 2 - power)}f`;
}

/** Names at their places; plain numbers are left to Plotly, which knows how many fit. */
function ticks(all: readonly string[], given: boolean): object {
  const bare = { showgrid: false, zeroline: false };
  if (!given || all.length > mostNames) return bare;
  return { ...bare, tickvals: all.map((_, i) => i), ticktext: [...all] };
}

function names(who: string, name: string, given: readonly (string | number)[] | undefined, count: number): string[] {
  if (given === undefined) return Array.from({ length: count }, (_, i) => String(i));
  if (!Array.isArray(given) || given.length !== count)
    fail(who, `${name} to be ${count} names, one for each ${name === 'x' ? 'column' : 'row'}`, given);
  return given.map(String);
}
