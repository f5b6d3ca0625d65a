/** Who looks at whom: attention weights as a matrix from queries to keys, one for each head. */
import type { Tensor } from '@tensorflow/tfjs';
import type { Annotations, Layout } from 'plotly.js';
import { fail, numbers, whole } from '../assert';
import { isTensor } from '../data/examples';
import { checkNumbers } from '../inspect/image';
import { escapeHtml } from '../html';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { blues, short, themed } from './theme';

/** Options of {@link attention}. */
export interface AttentionFigureOptions extends FigureOptions {
  /** The tokens of the queries, and of the keys too where `keys` is not given. Default their numbers, from 0. */
  tokens?: readonly (string | number)[];
  /** The tokens of the keys, where they are others: in cross-attention. */
  keys?: readonly (string | number)[];
  /** The one head to draw, counted from 0. Default all. */
  head?: number;
  /** Which sequence of the batch, counted from 0. Default 0. */
  sample?: number;
}

const mostTokens = 64;
const mostHeads = 16;

/**
 * Attention weights: a row for each query, a column for each key, dark blue where the query looks most.
 *
 * ```ts
 * import { figures, models, show, tf } from 'neurona';
 *
 * const x = tf.randomNormal([3, 8], 0, 1, 'float32', 7); // 3 tokens
 * const { weights } = models.attention(x, x, x, { causal: true });
 * show.figure(figures.attention(weights, { tokens: ['the', 'cat', 'sat'] }));
 * ```
 *
 * `weights` is [queries, keys], [heads, queries, keys] or [batch, heads, queries, keys], as models.attention and
 * inspect.attention return them, or plain rows [queries, keys]. Returns a figure.
 * Throws where the shape is none of these, a number is not finite or below 0, the tokens don't fit, or there are more than
 * 64 tokens or 16 heads.
 */
export function attention(
  weights: Tensor | readonly (readonly number[])[],
  options: AttentionFigureOptions = {},
): Figure {
  const who = 'figures.attention';
  const { tokens, keys = tokens, head, sample = 0, ...rest } = options;
  const all = readHeads(who, weights, sample);
  if (head !== undefined) whole(who, { head }, 0, all.length - 1);
  const heads = head === undefined ? all.map((_, i) => i) : [head];
  if (heads.length > mostHeads) fail(who, `at most ${mostHeads} heads`, heads.length, 'choose one: { head: 0 }');
  const [rows, columns] = [all[0]!.length, all[0]![0]!.length];
  const from = names(who, 'tokens', tokens, rows);
  const to = names(who, 'keys', keys, columns);

  const across = Math.min(4, heads.length);
  const down = Math.ceil(heads.length / across);
  const say = words.figures.attention;
  const cells = heads.map((head, i) => ({ head, ...place(i, across, heads.length) }));
  const size = heads.length > 1 ? 12 : Math.max(24, Math.min(48, 480 / rows));
  const drawing = {
    title: say.title,
    height: Math.round(170 + down * Math.max(heads.length > 1 ? 200 : 160, rows * size)),
    data: cells.map((cell, i) => matrix(all[cell.head]!, i, heads.length === 1 && rows * columns <= 100)),
    layout: {
      ...Object.assign({}, ...cells.map((cell, i) => axes(cell, i, { from, to }))) as Partial<Layout>,
      annotations: heads.length > 1 ? cells.map(heading) : [],
      margin: { l: 90, b: 80 },
      showlegend: false,
    } satisfies Partial<Layout>,
    description: say.description(rows, columns, looks(all, heads, from, to), heads.length),
  }; // prettier-ignore
  return themed(who, drawing, rest);
}

/** The weights of one sequence, [heads, queries, keys]. */
function readHeads(who: string, weights: Tensor | readonly (readonly number[])[], sample: number): number[][][] {
  const wanted = 'weights [queries, keys], [heads, queries, keys] or [batch, heads, queries, keys]';
  if (isTensor(weights)) {
    checkNumbers(who, weights, 'weights');
    if (weights.rank < 2 || weights.rank > 4) fail(who, wanted, weights);
    whole(who, { sample }, 0, weights.rank === 4 ? weights.shape[0] - 1 : 0);
  } else if (!Array.isArray(weights) || weights.length === 0) fail(who, wanted, weights);
  const list = isTensor(weights) ? weights.arraySync() : weights;
  const rank = isTensor(weights) ? weights.rank : 2;
  const heads = (rank === 2 ? [list] : rank === 3 ? list : (list as number[][][][])[sample]) as number[][][];
  const sizes = [heads[0]!.length, (heads[0]![0] as number[] | null)?.length ?? 0] as const;
  if (sizes.some((size) => size > mostTokens)) fail(who, `at most ${mostTokens} queries and keys`, sizes);
  heads.forEach((rows) =>
    rows.forEach((row, query) => {
      numbers(who, { [`weights of query ${query}`]: row }, (rows[0] as number[] | null)?.length);
      if (row.length === 0) fail(who, 'at least one key', row);
      const below = row.find((weight) => weight < 0);
      if (below !== undefined) fail(who, 'weights from 0 up', below, 'give what softmax has made of the scores');
    }),
  );
  return heads;
}

function names(who: string, name: string, given: readonly unknown[] | undefined, count: number): string[] {
  if (given === undefined) return Array.from({ length: count }, (_, i) => String(i));
  if (!Array.isArray(given) || given.length !== count) fail(who, `${count} ${name}, as weights has`, given);
  return given.map(String);
}

/** Where a head stands: fractions of the figure's width and height, from below. */
function place(
  i: number,
  across: number,
  count: number,
): { x: [number, number]; y: [number, number]; left: boolean; bottom: boolean } {
  const down = Math.ceil(count / across);
  const [row, column] = [Math.floor(i / across), i % across];
  const [wide, high] = [1 / across, 1 / down];
  const bottom = 1 - (row + 1) * high;
  return {
    x: [column * wide, column * wide + wide * (across > 1 ? 0.9 : 1)],
    y: [bottom, bottom + high * (down > 1 || across > 1 ? 0.84 : 1)],
    left: column === 0,
    bottom: i + across >= count, // no head below
  };
}
type Cell = ReturnType<typeof place> & { head: number };

const numbered = (axis: 'x' | 'y', i: number) => (i === 0 ? axis : `${axis}${i + 1}`);

function axes({ x, y, left, bottom }: Cell, i: number, { from, to }: { from: string[]; to: string[] }): object {
  const say = words.figures.attention;
  const still = { showgrid: false, zeroline: false, ticks: '', constrain: 'domain' } as const;
  const ticks = (tokens: string[]) => ({ tickmode: 'array', tickvals: tokens.map((_, i) => i), ticktext: tokens.map(escapeHtml) }) as const; // prettier-ignore
  const titled = (text: string, here: boolean) => (here ? { title: { text } } : {});
  const key = numbered('x', i).replace('x', 'xaxis');
  const other = numbered('y', i).replace('y', 'yaxis');
  return {
    [key]: { ...still, ...ticks(to), ...titled(say.keys, bottom), domain: x, anchor: numbered('y', i), showticklabels: bottom }, // prettier-ignore
    [other]: { ...still, ...ticks(from), ...titled(say.queries, left), domain: y, anchor: numbered('x', i), autorange: 'reversed', showticklabels: left, scaleanchor: numbered('x', i) }, // prettier-ignore
  };
}

function matrix(rows: number[][], i: number, written: boolean): object {
  return {
    type: 'heatmap',
    z: rows.map((row) => row.map(short)),
    zmin: 0,
    zmax: 1,
    colorscale: blues,
    showscale: false,
    xaxis: numbered('x', i),
    yaxis: numbered('y', i),
    xgap: 1,
    ygap: 1,
    hovertemplate: words.figures.attention.hover,
    ...(written ? { texttemplate: '%{z:.2f}' } : {}), // the number itself, so that colour is not the only sign
  };
}

function heading({ head }: Cell, i: number): Partial<Annotations> {
  const at = { x: 0.5, y: 1, xref: `${numbered('x', i)} domain`, yref: `${numbered('y', i)} domain` };
  return { ...(at as object), text: words.figures.attention.head(head), showarrow: false, yanchor: 'bottom' };
}

/** What each query of the one head looks at most; of several heads, what each looks at most in the mean. */
function looks(all: number[][][], heads: number[], from: string[], to: string[]) {
  const strongest = (weights: number[]) => {
    const key = weights.reduce((best, weight, key) => (weight > weights[best]! ? key : best), 0);
    return { to: to[key]!, weight: weights[key]! };
  };
  if (heads.length === 1) return all[heads[0]!]!.map((row, query) => ({ head: heads[0]!, from: from[query]!, ...strongest(row) })); // prettier-ignore
  return heads.map((head) => {
    const means = to.map((_, key) => all[head]!.reduce((sum, row) => sum + row[key]!, 0) / from.length);
    return { head, ...strongest(means) };
  });
}
