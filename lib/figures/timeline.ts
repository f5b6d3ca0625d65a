/** Events along the years, downwards, each label on a line of its own beside its place in time. */
import type { Data } from 'plotly.js';
import { fail, finite } from '../assert';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { colors, fine, themed } from './theme';

/** Something that happened. */
export interface TimelineEvent {
  /** The year, or a part of it: 1957, 2012.7. */
  year: number;
  /** What happened, in at most 60 characters. */
  label: string;
  /** What the pointer tells of it. Default nothing more. */
  text?: string;
}

/** Options of {@link timeline}. */
export type TimelineOptions = FigureOptions;

const [mostEvents, mostLetters] = [60, 60];
/** From label to label, and what of the figure's height is not the plot's, in pixels. */
const [line, frame] = [24, 120];

/**
 * Events at their years, from the earliest on top to the latest; labels that would meet make room for each other.
 *
 * ```ts
 * import { figures, show } from 'neurona';
 *
 * const events = [
 *   { year: 1943, label: 'McCulloch-Pitts neuron', text: 'Threshold logic in nervous activity' },
 *   { year: 1957, label: 'Perceptron', text: 'A neuron that learns its weights' },
 *   { year: 2017, label: 'Transformer' },
 * ];
 * show.figure(figures.timeline(events, { title: 'Three steps' }));
 * ```
 *
 * `events` are up to 60, in any order. Returns a figure, high enough for all of them.
 * Throws where there is none, a year is no finite number, or a label is empty or has more than 60 characters.
 * Source: lesson 01.
 */
export function timeline(events: readonly TimelineEvent[], options: TimelineOptions = {}): Figure {
  const who = 'figures.timeline';
  const sorted = readEvents(who, events);
  const [from, to] = [sorted[0]!.year, sorted.at(-1)!.year];
  const span = Math.max(to - from, 1);
  const height = options.height ?? frame + Math.max(260, line * (sorted.length + 3));
  const gap = Math.min((1.12 * span * line) / Math.max(height - frame, 1), (1.12 * span) / sorted.length);
  const lines = spread(sorted.map(({ year }) => year), gap); // prettier-ignore
  const say = words.figures.timeline;
  const top = Math.min(from, lines[0]!) - 0.04 * span;
  const bottom = Math.max(to, lines.at(-1)!) + 0.04 * span;
  const drawing = {
    title: say.title,
    height,
    data: [spine(from, to), leaders(sorted, lines), dots(sorted), labels(sorted, lines)],
    layout: {
      xaxis: {
        title: { text: say.axis },
        range: [-0.02, 1],
        showgrid: false,
        zeroline: false,
        showticklabels: false,
        fixedrange: true,
      },
      yaxis: {
        title: { text: say.year },
        range: [fine(bottom), fine(top)],
        showgrid: false,
        zeroline: false,
        tickformat: 'd',
        ...(span < 8 ? { dtick: 1 } : {}),
      },
      margin: { b: 40 },
      showlegend: false,
      hovermode: 'closest',
    },
    description: say.description(sorted),
  };
  return themed(who, drawing, options);
}

function readEvents(who: string, events: readonly TimelineEvent[]): Required<TimelineEvent>[] {
  if (!Array.isArray(events) || events.length === 0 || events.length > mostEvents)
    fail(who, `an array of 1 to ${mostEvents} events { year, label, text }`, events);
  const read = (events as TimelineEvent[]).map((event, i) => {
    const { year, label, text = '' } = event ?? {};
    finite(who, { [`events[${i}].year`]: year }, -1e5, 1e5);
    if (typeof label !== 'string' || label.length === 0 || label.length > mostLetters)
      fail(
        who,
        `events[${i}].label to be a text of 1 to ${mostLetters} characters`,
        label,
        'what is longer goes into text',
      );
    if (typeof text !== 'string') fail(who, `events[${i}].text to be a text`, text);
    return { year, label, text };
  });
  return read.sort((a, b) => a.year - b.year);
}

/**
 * Moves sorted places as little as possible (least squares) until each is `gap` beyond the last: pool adjacent
 * violators, Ayer and others, 1955.
 */
function spread(places: readonly number[], gap: number): number[] {
  const blocks: { sum: number; count: number }[] = [];
  const mean = ({ sum, count }: { sum: number; count: number }) => sum / count;
  places.forEach((place, i) => {
    let block = { sum: place - i * gap, count: 1 }; // less the gaps before it, places need only not fall
    for (let last = blocks.at(-1); last && mean(last) > mean(block); last = blocks.at(-1)) {
      block = { sum: block.sum + last.sum, count: block.count + last.count };
      blocks.pop();
    }
    blocks.push(block);
  });
  return blocks.flatMap((block) => Array<number>(block.count).fill(mean(block))).map((place, i) => place + i * gap);
}

function spine(from: number, to: number): object {
  const line = { color: colors.text, width: 2 };
  return { type: 'scatter', mode: 'lines', x: [0, 0], y: [from, to], line, hoverinfo: 'skip' } satisfies Data;
}

/** From each event on the spine to its label. */
function leaders(events: readonly TimelineEvent[], lines: readonly number[]): object {
  return {
    type: 'scatter',
    mode: 'lines',
    x: events.flatMap(() => [0, 0.05, 0.08, null]),
    y: events.flatMap(({ year }, i) => [fine(year), fine(lines[i]!), fine(lines[i]!), null]),
    line: { color: colors.text, width: 0.8 },
    hoverinfo: 'skip',
  } satisfies Data;
}

const hovers = (events: readonly Required<TimelineEvent>[]) =>
  events.map(({ year, label, text }) => words.figures.timeline.hover(year, label, text));

function dots(events: readonly Required<TimelineEvent>[]): object {
  return {
    type: 'scatter',
    mode: 'markers',
    x: events.map(() => 0),
    y: events.map(({ year }) => fine(year)),
    marker: { color: colors.positive, size: 10, line: { color: colors.outline, width: 1 } },
    hovertext: hovers(events),
    hoverinfo: 'text',
  } satisfies Data;
}

function labels(events: readonly Required<TimelineEvent>[], lines: readonly number[]): object {
  return {
    type: 'scatter',
    mode: 'text',
    x: events.map(() => 0.09),
    y: lines.map(fine),
    text: events.map(({ year, label }) => words.figures.timeline.label(year, label)),
    textposition: 'middle right',
    textfont: { color: colors.text },
    hovertext: hovers(events),
    hoverinfo: 'text',
  } satisfies Data;
}
