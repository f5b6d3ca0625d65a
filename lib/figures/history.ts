/** Curves over the epochs of a training. */
import type { History } from '@tensorflow/tfjs';
import type { Data, Layout } from 'plotly.js';
import { fail } from '../assert';
import { isTensor } from '../data/examples';
import type { PerceptronHistory } from '../scratch/perceptron';
import type { NetworkHistory } from '../scratch/training';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { dashes, palette, short, themed } from './theme';

/** Numbers by epoch under their name: what `fit` of a model or of scratch gives, or a record of one's own. */
export type Curves = Pick<History, 'history'> | Record<string, readonly number[]> | NetworkHistory | PerceptronHistory;

/** Options of {@link history}. */
export interface HistoryOptions extends FigureOptions {
  /** Which curves to draw, by name. Default all. */
  metrics?: string[];
}

/**
 * How the numbers of a training went, epoch by epoch. A curve and its `val_` twin share a colour.
 *
 * ```ts
 * import { data, figures, scratch, show } from 'neurona';
 *
 * const mistakes = new scratch.Perceptron(2).fit(data.gate('and'));
 * show.figure(figures.history(mistakes, { title: 'Mistakes of each epoch' }));
 * ```
 *
 * `curves` is what `await model.fit(...)` or `fit` of a scratch.Network or Perceptron returns, or `{ name: numbers }`. Returns a figure; NaN and infinities leave a
 * gap, and its words say so.
 * Throws where there is no curve, or one has no numbers.
 */
export function history(curves: Curves, { metrics, ...options }: HistoryOptions = {}): Figure {
  const who = 'figures.history';
  const all = readCurves(who, curves);
  const unknown = metrics?.find((name) => !(name in all));
  if (unknown !== undefined) fail(who, `metrics among ${words.list(Object.keys(all))}`, unknown);
  const names = metrics ?? inTwins(Object.keys(all));
  if (names.length === 0) fail(who, 'at least one curve', metrics ?? curves);
  const families = [...new Set(names.map(family))];

  const say = words.figures.history;
  const drawing = {
    title: say.title,
    height: 360,
    data: names.map((name) => trace(name, all[name]!, families.indexOf(family(name)))),
    layout: {
      xaxis: { title: { text: say.epoch }, rangemode: 'tozero' },
      yaxis: { title: { text: families.length === 1 ? families[0]! : say.value } },
      showlegend: true,
    } satisfies Partial<Layout>,
    description: names.map((name) => say.curve(name, all[name]!)).join(' '),
  };
  return themed(who, drawing, options);
}

function trace(name: string, values: readonly number[], family: number): object {
  return {
    type: 'scatter',
    mode: values.length <= 30 ? 'lines+markers' : 'lines',
    name,
    x: values.map((_, epoch) => epoch + 1),
    y: values.map((value) => (Number.isFinite(value) ? short(value) : null)),
    line: {
      color: palette[(family + 1) % palette.length]!, // from blue on
      dash: name.startsWith('val_') ? 'dash' : family === 0 ? 'solid' : dashes[(family + 1) % dashes.length]!,
    },
    hovertemplate: words.figures.history.hover,
  } satisfies Data;
}

/** The curve without its `val_`. */
function family(name: string): string {
  return name.replace(/^val_/, '');
}

/** Each curve before its twin: tfjs puts the `val_` ones first. */
export function inTwins(names: string[]): string[] {
  return [...new Set(names.map(family))]
    .flatMap((base) => [base, `val_${base}`])
    .filter((name) => names.includes(name));
}

function readCurves(who: string, curves: Curves): Record<string, number[]> {
  const record: unknown = (curves as Partial<History> | undefined)?.history ?? curves;
  if (typeof record !== 'object' || record === null)
    fail(who, 'the history of a training, or { name: numbers }', curves);
  const curvesAlone = Object.entries(record).filter(([name]) => !(isScratch(record) && beside.includes(name)));
  return Object.fromEntries(
    curvesAlone.map(([name, values]: [string, unknown]) => {
      if (!Array.isArray(values) || values.length === 0)
        fail(who, `${name} to be an array of numbers, at least one`, values);
      return [name, values.map((value) => readNumber(who, name, value))];
    }),
  );
}

/** What `fit` of scratch tells beside its curves. */
const beside = ['parameters', 'diverged', 'converged'];

function isScratch(record: object): boolean {
  const { diverged, converged } = record as Partial<NetworkHistory & PerceptronHistory>;
  return typeof diverged === 'boolean' || typeof converged === 'boolean';
}

/** tfjs leaves some values of a history as tensors. */
function readNumber(who: string, name: string, value: unknown): number {
  const number: unknown = isTensor(value) ? value.dataSync()[0] : value;
  if (typeof number !== 'number') fail(who, `${name} to hold numbers`, value);
  return number;
}
