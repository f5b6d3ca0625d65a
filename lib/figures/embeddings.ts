/** Vectors of two or three dimensions as named points: words, images or samples in a learnt space. */
import { fail } from '../assert';
import { readRows, type Rows } from '../data/read';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { colors, look, mostLooks, fine, themed } from './theme';

/** Options of {@link embeddings}. */
export interface EmbeddingsOptions extends FigureOptions {
  /** The name of each vector, which the pointer finds. Default its number. */
  labels?: readonly (string | number)[];
  /** The class of each vector, by name or number, at most 12 different ones. Default none. */
  classes?: readonly (string | number)[];
  /** Whether the names stand beside the points. Default where names are given and there are at most 40. */
  text?: boolean;
  /** Names of the axes. Default dimension 1, 2 and 3. */
  axes?: readonly string[];
}

/** Vectors of one class. */
interface Group {
  name: string;
  rows: number[];
}

const [most, mostWritten] = [20_000, 40];

/**
 * Vectors as points in the plane or in space, the pointer names each.
 *
 * ```ts
 * import { figures, show } from 'neurona';
 *
 * const vectors = [[1, 0.2], [0.9, 0.1], [-0.8, 0.7]];
 * show.figure(figures.embeddings(vectors, { labels: ['cat', 'bear', 'car'], classes: ['animal', 'animal', 'thing'] }));
 * ```
 *
 * `vectors` is a tensor [vectors, 2] or [vectors, 3], or plain rows; more dimensions come down to these by PCA, say.
 * Returns a figure: a colour and a shape for each class. Throws where the shape is another, a number is not finite, or
 * there are not as many labels or classes as vectors. Source: lesson 20.
 */
export function embeddings(vectors: Rows, { labels, classes, text, axes, ...options }: EmbeddingsOptions = {}): Figure {
  const who = 'figures.embeddings';
  const rows = readRows(who, 'vectors', vectors);
  const dimensions = rows[0]!.length;
  if (dimensions !== 2 && dimensions !== 3)
    fail(who, 'vectors of 2 or 3 numbers', dimensions, 'project more dimensions first, by PCA for one');
  if (rows.length > most) fail(who, `at most ${words.number(most)} vectors, what a page can draw`, rows.length);
  const say = words.figures.embeddings;
  const names = oneEach(who, 'labels', labels, rows.length) ?? rows.map((_, i) => say.vector(i));
  const own = oneEach(who, 'classes', classes, rows.length);
  const groups = groupsOf(who, own, rows.length);
  const written = text ?? (labels !== undefined && rows.length <= mostWritten);
  const titles = say.axes.map((name, i) => ({ title: { text: axes?.[i] ?? name } }));
  const data = groups.map((group, i) => trace(rows, names, group, i, own !== undefined, written));
  const drawing = {
    title: say.title,
    height: dimensions === 3 ? 560 : 440,
    data,
    layout: {
      xaxis: titles[0]!,
      yaxis: titles[1]!,
      ...(dimensions === 3
        ? { scene: { xaxis: titles[0]!, yaxis: titles[1]!, zaxis: titles[2]! }, margin: { l: 10, b: 10 } }
        : {}),
      showlegend: own !== undefined,
      hovermode: 'closest',
    },
    description: say.description(
      dimensions,
      groups.map(({ name, rows: members }) => [name, members.length] as const),
      own !== undefined,
    ),
  };
  return themed(who, drawing, options);
}

function trace(
  rows: readonly number[][],
  names: readonly string[],
  { name, rows: members }: Group,
  i: number,
  grouped: boolean,
  written: boolean,
): object {
  const solid = rows[0]!.length === 3;
  const { color, symbol, symbol3d } = look(grouped ? i : 1);
  const at = (axis: number) => members.map((row) => fine(rows[row]![axis]!));
  return {
    type: solid ? 'scatter3d' : 'scatter',
    mode: written ? 'markers+text' : 'markers',
    name,
    x: at(0),
    y: at(1),
    ...(solid ? { z: at(2) } : { cliponaxis: false }),
    ...(written
      ? { text: members.map((row) => names[row]!), textposition: 'top center', textfont: { color: colors.text } }
      : {}),
    marker: {
      color,
      symbol: solid ? symbol3d : symbol,
      size: (rows.length <= 200 ? 9 : 6) * (solid ? 0.6 : 1),
      opacity: 1,
      line: { color: symbol.endsWith('-open') ? color : colors.outline, width: solid ? 0 : 1 },
    },
    hovertext: members.map((row) =>
      words.figures.embeddings.hover(names[row]!, grouped ? name : undefined, rows[row]!),
    ),
    hoverinfo: 'text',
  };
}

/** In the order in which classes first come, numbers in theirs. */
function groupsOf(who: string, classes: readonly string[] | undefined, count: number): Group[] {
  if (!classes) return [{ name: words.figures.embeddings.all, rows: Array.from({ length: count }, (_, i) => i) }];
  const names = [...new Set(classes)];
  if (names.length > mostLooks) fail(who, `at most ${mostLooks} different classes`, names.length);
  if (names.every((name) => name !== '' && Number.isFinite(Number(name)))) names.sort((a, b) => Number(a) - Number(b));
  return names.map((name) => ({ name, rows: classes.flatMap((one, row) => (one === name ? [row] : [])) }));
}

/** One name for each vector, as text. */
function oneEach(who: string, name: string, given: readonly (string | number)[] | undefined, count: number) {
  if (given === undefined) return undefined;
  if (!Array.isArray(given) || given.length !== count)
    fail(who, `${name} to be an array of ${count}, one for each vector`, given);
  const bad = given.findIndex((one: unknown) => typeof one !== 'string' && typeof one !== 'number');
  if (bad >= 0) fail(who, `${name}[${bad}] to be a text or a number`, given[bad]);
  return given.map(String);
}
