/** Functions and series of numbers as points to draw: each finite, and above 0 where an axis is in powers of ten. */
import { fail, finite, whole } from '../assert';
import { isTensor } from '../data/examples';
import { readNumbers, type Values } from '../data/read';
import { words } from '../words';
import { mostLooks, fine } from './theme';

/** One curve: a function, its y numbers, or both its x and y numbers. */
export type Series = ((x: number) => number) | Values | { x: Values; y: Values };

/** Which axes are in powers of ten. */
export type Log = 'x' | 'y' | 'both';

/** How series become points. */
export interface Sampling {
  x?: Values | undefined;
  domain?: readonly [from: number, to: number] | undefined;
  log?: Log | undefined;
  points: number;
}

/** A curve as it is drawn, with gaps where there is nothing to draw. */
export interface Drawn {
  name: string;
  x: number[];
  y: (number | null)[];
}

const mostPoints = 100_000;

/** Reads every series, for `who`, who asks in the error's name. */
export function readSeries(who: string, series: unknown, sampling: Sampling): Drawn[] {
  if (typeof series !== 'object' || series === null || Array.isArray(series) || isTensor(series))
    fail(who, 'curves under their names, { name: function or numbers }', series);
  const all = Object.entries(series);
  if (all.length === 0 || all.length > mostLooks) fail(who, `1 to ${mostLooks} curves`, all.length);
  whole(who, { points: sampling.points }, 2, 10_000);
  const shared = sampling.x === undefined ? undefined : readNumbers(who, 'x', sampling.x);
  return all.map(([name, one]) => {
    const { x, y } = typeof one === 'function' ? ask(who, name, one as (x: number) => number, sampling, shared) : read(who, name, one, shared); // prettier-ignore
    if (x.length > mostPoints) fail(who, `${name} to have at most ${words.number(mostPoints)} points`, x.length);
    const fits = (value: number, axis: 'x' | 'y') =>
      Number.isFinite(value) && (value > 0 || (sampling.log !== axis && sampling.log !== 'both'));
    return {
      name,
      x: x.map(fine),
      y: y.map((value, i) => (fits(value, 'y') && fits(x[i]!, 'x') ? fine(value) : null)),
    };
  });
}

/** A function at evenly spaced places of its domain; on an axis in powers of ten, evenly on that. */
function ask(who: string, name: string, f: (x: number) => number, sampling: Sampling, shared?: readonly number[]) {
  const { log, points } = sampling;
  const inPowers = log === 'x' || log === 'both';
  const [from, to] = sampling.domain ?? (shared ? [least(shared), greatest(shared)] : inPowers ? [0.01, 100] : [-5, 5]);
  finite(who, { 'domain[0]': from });
  finite(who, { 'domain[1]': to });
  if (!(to > from) || !Number.isFinite(to - from)) fail(who, 'domain to be [from, to], from below to', [from, to]);
  if (inPowers && from <= 0) fail(who, 'domain to begin above 0, as x is in powers of ten', from);
  const x = Array.from({ length: points }, (_, i) => {
    const part = i / (points - 1);
    return i === points - 1 ? to : inPowers ? from * (to / from) ** part : from + (to - from) * part;
  });
  const y = x.map((at) => {
    const value: unknown = f(at);
    if (typeof value !== 'number') fail(who, `${name}(${words.number(at)}) to be a number`, value);
    return value;
  });
  return { x, y };
}

function read(who: string, name: string, one: unknown, shared?: readonly number[]): { x: number[]; y: number[] } {
  const own = !isTensor(one) && typeof one === 'object' && one !== null && 'x' in one && 'y' in one;
  const y = withGaps(who, own ? `${name}.y` : name, own ? one.y : one);
  const x = own ? readNumbers(who, `${name}.x`, one.x) : (shared ?? y.map((_, i) => i));
  if (x.length !== y.length) fail(who, `${name} to hold ${x.length} numbers, as many as x`, y.length);
  return { x: [...x], y };
}

/** Numbers, of which some may be NaN or infinite, as the losses of a training that diverged. */
function withGaps(who: string, name: string, values: unknown): number[] {
  const list: unknown[] = Array.isArray(values) ? values : [];
  if (list.length === 0 || !list.some((value) => typeof value === 'number' && !Number.isFinite(value)))
    return readNumbers(who, name, values);
  const bad = list.findIndex((value) => typeof value !== 'number');
  if (bad >= 0) fail(who, `${name}[${bad}] to be a number`, list[bad]);
  return list as number[];
}

/** The smallest of any number of numbers. */
export function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

/** The largest of any number of numbers. */
export function greatest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}
