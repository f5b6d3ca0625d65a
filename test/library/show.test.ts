/** What show.* puts under a cell. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { autograd, data, figures, inspect, rl, scratch, show } from '../../lib/index';
import type { MimeBundle } from '../../lib/display';

const kernel = Symbol.for('neurona.kernel');
const plotly = 'application/vnd.plotly.v1+json';
let shown: MimeBundle[] = [];

beforeEach(() => {
  shown = [];
  (globalThis as Record<symbol, unknown>)[kernel] = { display: (bundle: MimeBundle) => shown.push(bundle) };
});
afterEach(() => delete (globalThis as Record<symbol, unknown>)[kernel]);

const gate = data.gate('xor');
const unit = scratch.unit({ weights: [1, 1], threshold: 2, label: 'and' });
const window = inspect.convolution([[1, 2]], [[3]], { at: [0, 1] });
const square = figures.curves({ square: (x) => x ** 2 }, { points: 5 });
const event = { year: 1957, label: 'Perceptron' };
const bowl: scratch.Surface = ([x, y]) => x! ** 2 + y! ** 2;
const world = rl.gridWorld();
const trace = [{ name: 'a', values: { values: [1, 2] } }];
const steps = [0, 1].map((epoch) => ({ epoch, weights: trace }));
const product = autograd.value(2, 'a').mul(3);

describe('show', () => {
  it('has a function for every figure but one that gives the frames of an animation, and two more', () => {
    const shown = Object.keys(figures).filter((name) => name !== 'graphSteps');
    expect(Object.keys(show).sort()).toEqual([...shown, 'figure', 'table'].sort());
  });

  it.each([
    ['points', () => show.points(gate, { title: 'A' }), () => figures.points(gate, { title: 'A' })],
    [
      'decisionBoundary',
      () => show.decisionBoundary(unit, gate, { title: 'B' }),
      () => figures.decisionBoundary(unit, gate, { title: 'B' }),
    ],
    ['network', () => show.network(unit, { x: [1, 1] }), () => figures.network(unit, { x: [1, 1] })],
    [
      'history',
      () => show.history({ loss: [1, 2] }, { title: 'C' }),
      () => figures.history({ loss: [1, 2] }, { title: 'C' }),
    ],
    ['graph', () => show.graph(product, { title: 'D' }), () => figures.graph(product, { title: 'D' })],
    [
      'cartPole',
      () => show.cartPole([[0, 0, 0, 0]], { title: 'I' }),
      () => figures.cartPole([[0, 0, 0, 0]], { title: 'I' }),
    ],
    ['weights', () => show.weights(steps), () => figures.weights(steps)],
    ['gridWorld', () => show.gridWorld(world, { path: [8] }), () => figures.gridWorld(world, { path: [8] })],
    ['layers', () => show.layers(trace, { title: 'E' }), () => figures.layers(trace, { title: 'E' })],
    ['images', () => show.images([[1]], { labels: [1] }), () => figures.images([[1]], { labels: [1] })],
    ['attention', () => show.attention([[1]], { title: 'E' }), () => figures.attention([[1]], { title: 'E' })],
    ['convolution', () => show.convolution(window, { title: 'F' }), () => figures.convolution(window, { title: 'F' })],
    ['featureMaps', () => show.featureMaps([[1]], { title: 'G' }), () => figures.featureMaps([[1]], { title: 'G' })],
    ['overlay', () => show.overlay([[1]], [[2]], { title: 'H' }), () => figures.overlay([[1]], [[2]], { title: 'H' })],
    ['animation', () => show.animation([square], { labels: [1] }), () => figures.animation([square], { labels: [1] })],
    [
      'calibration',
      () => show.calibration([0.9], [1], { bins: 2 }),
      () => figures.calibration([0.9], [1], { bins: 2 }),
    ],
    ['confusion', () => show.confusion([1], [0], { title: 'E' }), () => figures.confusion([1], [0], { title: 'E' })],
    [
      'curves',
      () => show.curves({ sin: Math.sin }, { points: 5 }),
      () => figures.curves({ sin: Math.sin }, { points: 5 }),
    ],
    [
      'embeddings',
      () => show.embeddings([[1, 2]], { labels: ['a'] }),
      () => figures.embeddings([[1, 2]], { labels: ['a'] }),
    ],
    ['heatmap', () => show.heatmap([[1]], { x: ['a'] }), () => figures.heatmap([[1]], { x: ['a'] })],
    ['histogram', () => show.histogram([1, 2], { bins: 2 }), () => figures.histogram([1, 2], { bins: 2 })],
    [
      'lossSurface',
      () => show.lossSurface(bowl, { resolution: 5 }),
      () => figures.lossSurface(bowl, { resolution: 5 }),
    ],
    ['roc', () => show.roc([1, 2], [0, 1], { title: 'F' }), () => figures.roc([1, 2], [0, 1], { title: 'F' })],
    ['som', () => show.som([[[1]]], { title: 'G' }), () => figures.som([[[1]]], { title: 'G' })],
    ['timeline', () => show.timeline([event], { width: 700 }), () => figures.timeline([event], { width: 700 })],
  ])('.%s shows the figure of the same name, its data and its words', (_, display, make) => {
    display();
    const { data: traces, layout, frames, description } = make();
    expect(shown).toEqual([
      {
        'text/plain': description,
        [plotly]: { data: traces, layout, ...(frames ? { frames } : {}), config: expect.any(Object) as object },
      },
    ]);
  });

  it('.figure keeps frames', () => {
    show.figure({ data: [], layout: {}, frames: [{ name: '1' }], description: 'Nothing.' });
    expect(shown[0]![plotly]).toMatchObject({ frames: [{ name: '1' }] });
  });

  it('.table shows the inside of a unit in HTML and in text', () => {
    show.table(inspect.unit(unit, gate.xs), { title: 'Inside AND' });
    expect(Object.keys(shown[0]!).sort()).toEqual(['text/html', 'text/plain']);
    expect(shown[0]!['text/plain']).toBe(
      [
        'Inside AND',
        '',
        '   x  products  sum  threshold  output',
        '────  ────────  ───  ─────────  ──────',
        '0, 0      0, 0    0          2       0',
        '0, 1      0, 1    1          2       0',
        '1, 0      1, 0    1          2       0',
        '1, 1      1, 1    2          2       1',
      ].join('\n'),
    );
  });
});
