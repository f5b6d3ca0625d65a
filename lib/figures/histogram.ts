/** How many of many numbers fall where: bars of equal width, or an outline for each of several groups. */
import type { Data } from 'plotly.js';
import { fail, whole } from '../assert';
import { isTensor } from '../data/examples';
import { isKept, readNumbers, type Values } from '../data/read';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { greatest, least } from './series';
import { colors, look, mostLooks, fine, themed } from './theme';

/** Options of {@link histogram}. */
export interface HistogramOptions extends FigureOptions {
  /** How many bars, from 1 to 1000. Default 30. */
  bins?: number;
  /** Whether heights are shares per unit of value, so that groups of different size compare. Default false: counts. */
  density?: boolean;
  /** Names of the horizontal and the vertical axis. Default says value and how many. */
  axes?: readonly [x: string, y: string];
}

/**
 * The distribution of numbers: weights, gradients, activations, errors.
 *
 * ```ts
 * import { data, figures, generator, show } from 'neurona';
 *
 * const random = generator(0);
 * const draws = Array.from({ length: 1000 }, () => random.normal());
 * show.figure(figures.histogram(draws, { bins: 40 }));
 * show.figure(figures.histogram({ all: draws, 'its half': draws.slice(500) }, { density: true }));
 * ```
 *
 * `values` are numbers, a tensor of any shape or an array, or up to 12 such groups under their names. Each bin holds
 * its lower edge, the last also its upper one. Returns a figure.
 * Throws where there are no numbers or one is not finite.
 */
export function histogram(
  values: Values | Record<string, Values>,
  { bins = 30, density = false, axes, ...options }: HistogramOptions = {},
): Figure {
  const who = 'figures.histogram';
  whole(who, { bins }, 1, 1000);
  const groups = readGroups(who, values);
  const edges = edgesOf(who, groups, bins);
  const width = edges[1]! - edges[0]!;
  const say = words.figures.histogram;
  const counted = groups.map(([name, list]) => ({ name, counts: countIn(edges, list), size: list.length }));
  const drawn = counted.map(({ name, counts, size }) => ({
    name,
    heights: counts.map((many) => (density ? fine(many / size / width) : many)),
    hover: counts.map((many, i) => say.hover(edges[i]!, edges[i + 1]!, many)),
  }));
  const drawing = {
    title: say.title,
    height: 360,
    data: drawn.map((group, i) => (drawn.length === 1 ? bars(edges, group) : outline(edges, group, i))),
    layout: {
      xaxis: { title: { text: axes?.[0] ?? say.axes[0] } },
      yaxis: { title: { text: axes?.[1] ?? (density ? say.density : say.axes[1]) }, rangemode: 'tozero' },
      showlegend: drawn.length > 1,
      bargap: 0.05,
    },
    description: say.description(groups.map(([name, list]) => ({ name, count: list.length, ...moments(list) }))),
  };
  return themed(who, drawing, options);
}

interface Group {
  name: string;
  heights: number[];
  hover: string[];
}

function bars(edges: readonly number[], { name, heights, hover }: Group): object {
  return {
    type: 'bar',
    name,
    x: heights.map((_, i) => fine((edges[i]! + edges[i + 1]!) / 2)),
    y: heights,
    width: fine(edges[1]! - edges[0]!),
    marker: { color: colors.positive, line: { color: colors.outline, width: 0.5 } },
    hovertext: hover,
    hoverinfo: 'text',
  } satisfies Data;
}

/** Steps, which several groups can share. */
function outline(edges: readonly number[], { name, heights, hover }: Group, i: number): object {
  const { color, dash } = look(i);
  return {
    type: 'scatter',
    mode: 'lines',
    name,
    x: [...edges.map(fine), fine(edges.at(-1)!)],
    y: [...heights, heights.at(-1)!, 0],
    line: { shape: 'hv', color, dash, width: 2 },
    hovertext: [...hover, hover.at(-1)!, ''],
    hoverinfo: 'text',
  } satisfies Data;
}

function readGroups(who: string, values: unknown): [name: string, numbers: number[]][] {
  const plain = typeof values === 'object' && values !== null && !Array.isArray(values);
  if (!plain || isTensor(values) || isKept(values) || ArrayBuffer.isView(values))
    return [[words.figures.histogram.series, readNumbers(who, 'values', values)]];
  const groups = Object.entries(values);
  if (groups.length === 0 || groups.length > mostLooks) fail(who, `1 to ${mostLooks} groups`, groups.length);
  return groups.map(([name, list]) => [name, readNumbers(who, name, list)]);
}

/** Evenly from the smallest number to the largest; around a single value, half a unit to each side. */
function edgesOf(who: string, groups: readonly [string, number[]][], bins: number): number[] {
  const min = least(groups.map(([, list]) => least(list)));
  const max = greatest(groups.map(([, list]) => greatest(list)));
  const [from, to] = max > min ? [min, max] : [min - 0.5, max + 0.5];
  const edges = Array.from({ length: bins + 1 }, (_, i) => (i === bins ? to : from + (i * (to - from)) / bins));
  if (!Number.isFinite(to - from)) fail(who, 'values that lie less than 1e308 apart', [min, max]);
  const bad = edges.findIndex((edge, i) => i > 0 && edge <= edges[i - 1]!);
  if (bad > 0) fail(who, 'values far enough apart for bins between them', [min, max], 'take fewer bins');
  return edges;
}

/** How many numbers each bin holds: its lower edge belongs to it, to the last bin also the upper one. */
function countIn(edges: readonly number[], values: readonly number[]): number[] {
  const bins = edges.length - 1;
  const [from, to] = [edges[0]!, edges[bins]!];
  const counts = Array<number>(bins).fill(0);
  for (const value of values) {
    let bin = Math.min(bins - 1, Math.floor(((value - from) / (to - from)) * bins));
    while (value < edges[bin]!) bin--; // the quotient was rounded
    while (bin < bins - 1 && value >= edges[bin + 1]!) bin++;
    counts[bin]! += 1;
  }
  return counts;
}

function moments(values: readonly number[]): { mean: number; std: number; min: number; max: number } {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2 / values.length, 0);
  return { mean, std: Math.sqrt(variance), min: least(values), max: greatest(values) };
}
