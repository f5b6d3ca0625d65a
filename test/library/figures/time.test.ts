/** Timelines and animations. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, figures, scratch } from '../../../lib/index';
import type { Figure } from '../../../lib/types';
import { expectGolden } from '../../support/golden';
import { notFinite } from '../../support/tensors';

interface Texts {
  x: number[];
  y: number[];
  text: string[];
  hovertext: string[];
}
const labels = (figure: Figure) => figure.data[3] as Texts;
const events: figures.TimelineEvent[] = [
  { year: 1957, label: 'Perceptron', text: 'It learns' },
  { year: 1943, label: 'McCulloch-Pitts neuron' },
  { year: 1958, label: 'Mark I' },
];

describe('figures.timeline', () => {
  it('is drawn as it was', () => {
    expectGolden('timeline', figures.timeline(events));
  });

  it('draws the events in the order of their years, whatever order they come in, and tells more to the pointer', () => {
    const { text, hovertext } = labels(figures.timeline(events));
    expect(text).toEqual(['<b>1943</b>  McCulloch-Pitts neuron', '<b>1957</b>  Perceptron', '<b>1958</b>  Mark I']);
    expect(hovertext[1]).toBe('<b>1957: Perceptron</b><br>It learns');
    expect(events[0]!.label).toBe('Perceptron'); // the list given is left alone
  });

  it('sets no label nearer to the next than a line of text, within the picture, for any years', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1900, max: 2030 }), { minLength: 1, maxLength: 40 }), (years) => {
        const figure = figures.timeline(years.map((year) => ({ year, label: 'x' })));
        const { height, yaxis } = figure.layout as { height: number; yaxis: { range: [number, number] } };
        const [bottom, top] = yaxis.range;
        const pixels = labels(figure).y.map((year) => ((year - top) / (bottom - top)) * (height - 110)); // margins of 70 and 40
        pixels.slice(1).forEach((pixel, i) => expect(pixel - pixels[i]!).toBeGreaterThan(17)); // a font of 13 pixels
        for (const pixel of pixels) expect(pixel >= 0 && pixel <= height - 110).toBe(true);
      }),
    );
  });

  it('leaves a label beside its event where there is room', () => {
    expect(labels(figures.timeline([{ year: 1900, label: 'a' }, { year: 1950, label: 'b' }])).y).toEqual([1900, 1950]); // prettier-ignore
  });

  it('says all events in words', () => {
    expect(figures.timeline(events).description).toBe(
      '3 events from 1943 to 1958: 1943 McCulloch-Pitts neuron; 1957 Perceptron; 1958 Mark I.',
    );
  });

  it('refuses what is no event', () => {
    const draw = (list: unknown) => () => figures.timeline(list as figures.TimelineEvent[]);
    for (const none of [undefined, [], {}]) expect(draw(none)).toThrow('figures.timeline: expected an array of 1 to 60 events'); // prettier-ignore
    for (const year of [...notFinite, '1957', undefined]) expect(draw([{ year, label: 'a' }])).toThrow('events[0].year to be a finite number'); // prettier-ignore
    expect(draw([null])).toThrow('events[0].year');
    expect(draw([{ year: 1, label: '' }])).toThrow('events[0].label to be a text of 1 to 60 characters');
    expect(draw([{ year: 1, label: 'x'.repeat(61) }])).toThrow('what is longer goes into text');
    expect(draw([{ year: 1, label: 'x', text: 3 }])).toThrow('events[0].text to be a text, got 3');
  });
});

interface Animated {
  frames: { name: string; data: Record<string, unknown>[]; traces?: number[]; layout?: object }[];
  layout: {
    height: number;
    xaxis: { range: number[] };
    yaxis: { range: number[]; autorange?: string };
    scene: Record<string, { range: number[] }>;
    sliders: [{ steps: { label: string; args: [string[], object] }[] }];
    updatemenus: [{ buttons: { args: unknown[] }[] }];
  };
}
const animated = (figure: Figure) => figure as unknown as Animated;

describe('figures.animation', () => {
  const epochs = [[2, 1], [2, 4]].map((loss) => figures.curves({ loss })); // prettier-ignore

  it('is drawn as it was', () => {
    expectGolden('animation', figures.animation(epochs, { labels: ['epoch 1', 'epoch 2'] }));
  });

  it('has a frame for each figure with its traces, and a step of the slider that leads to it', () => {
    const { frames, layout } = animated(figures.animation(epochs, { labels: ['a', 'b'], duration: 50 }));
    expect(frames.map(({ data }) => data)).toEqual(epochs.map((figure) => figure.data));
    expect(layout.sliders[0].steps.map(({ label, args }) => [label, args[0]])).toEqual([['a', [frames[0]!.name]], ['b', [frames[1]!.name]]]); // prettier-ignore
    expect(layout.updatemenus[0].buttons[0]!.args[1]).toMatchObject({ frame: { duration: 50, redraw: true } });
  });

  it('sends what stands still once: frames name the traces that move', () => {
    const steps = [[[0, 0]], [[0, 0], [1, 1]]].map((path) => figures.lossSurface(([a, b]) => a! ** 2 + b! ** 2, { paths: { path } })); // prettier-ignore
    const { frames } = animated(figures.animation(steps));
    expect(frames.map(({ traces }) => traces)).toEqual([[1], [1]]);
    expect(frames.map(({ data }) => data)).toEqual(steps.map(({ data }) => data.slice(1)));
    const alike = animated(figures.animation([epochs[0]!, epochs[0]!])).frames;
    expect(alike.map(({ data, traces }) => [data.length, traces])).toEqual([[1, undefined], [1, undefined]]); // prettier-ignore
  });

  it('holds its axes still, wide enough for all figures', () => {
    const { xaxis, yaxis } = animated(figures.animation(epochs)).layout;
    expect(xaxis.range[0]! <= 0 && xaxis.range[1]! >= 1).toBe(true);
    expect(yaxis.range[0]! <= 1 && yaxis.range[1]! >= 4).toBe(true);
    const log = figures.animation([[1, 10], [1, 1000]].map((a) => figures.curves({ a }, { log: 'y' }))); // prettier-ignore
    expect(animated(log).layout.yaxis.range[1]).toBeCloseTo(3.18, 5);
    const maps = figures.animation([[[1, 2]], [[3, -4]]].map((rows) => figures.heatmap(rows))); // prettier-ignore
    expect(animated(maps).layout).toMatchObject({ xaxis: { range: [-0.5, 1.5] }, yaxis: { range: [0.5, -0.5] } });
    const bars = animated(figures.animation([[1, 2, 2], [1, 5]].map((values) => figures.histogram(values, { bins: 2 })))).layout; // prettier-ignore
    expect(bars.yaxis.range[0]).toBe(0);
    expect(bars.xaxis.range[1]).toBeGreaterThan(5);
    const { scene } = animated(figures.animation([figures.embeddings([[0, 0, 0]]), figures.embeddings([[1, 2, 3]])])).layout; // prettier-ignore
    expect(scene.zaxis!.range[1]).toBeGreaterThan(3);
  });

  it('gives colours one meaning in all frames', () => {
    const frames = animated(figures.animation([[[1, 2]], [[3, -4]]].map((rows) => figures.heatmap(rows)))).frames; // prettier-ignore
    for (const { data } of frames) expect(data[0]).toMatchObject({ zmin: -4, zmax: 4 });
  });

  it('takes what is written on drawings along', () => {
    const and = scratch.unit({ weights: [1, 1], threshold: 2 });
    const { frames } = animated(figures.animation([[0, 1], [1, 0]].map((x) => figures.network(and, { x })))); // prettier-ignore
    for (const { layout } of frames) expect(layout).toHaveProperty('annotations');
  });

  it('keeps the title and size of the first, makes room for the slider, and takes other ones', () => {
    const [first] = epochs as [Figure];
    expect(animated(figures.animation(epochs)).layout).toMatchObject({ title: { text: 'Curves' }, height: (first.layout as Animated['layout']).height + 80 }); // prettier-ignore
    expect(figures.animation(epochs, { title: 'Mine', width: 500, height: 300 }).layout).toMatchObject({ title: { text: 'Mine' }, width: 500, height: 300 }); // prettier-ignore
  });

  it('says in words the first and the last', () => {
    expect(figures.animation(epochs).description).toBe(
      'An animation of 2 frames. First, 1: 1 curve. loss: from 2 at 0 to 1 at 1. Last, 2: 1 curve. loss: from 2 at 0 to 4 at 1.',
    );
  });

  it('leaves the figures as they are', () => {
    const before = JSON.stringify(epochs);
    figures.animation(epochs);
    expect(JSON.stringify(epochs)).toBe(before);
  });

  it('refuses figures of different kinds, other labels, and no figure', () => {
    const draw =
      (all: unknown, options = {}) =>
      () =>
        figures.animation(all as Figure[], options);
    expect(draw([])).toThrow('figures.animation: expected an array of 1 to 200 figures, got 0');
    expect(draw(undefined)).toThrow('expected an array of 1 to 200 figures, got undefined');
    expect(draw([3])).toThrow('expected figure 0 to be a figure { data, layout, description }, got 3');
    expect(draw([epochs[0], figures.points(data.gate('or'))])).toThrow(
      'figure 1 to have the traces of figure 0, scatter',
    );
    expect(draw(epochs, { labels: ['a'] })).toThrow('2 labels, one for each figure');
    for (const duration of [0, ...notFinite]) expect(draw(epochs, { duration })).toThrow('duration to be a finite number above 0'); // prettier-ignore
  });
});
