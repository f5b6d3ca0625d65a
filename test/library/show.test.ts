/** What show.* puts under a cell. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { autograd, data, figures, inspect, scratch, show } from '../../lib/index';
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
const trace = [{ name: 'a', values: { values: [1, 2] } }];
const product = autograd.value(2, 'a').mul(3);

describe('show', () => {
  it('has a function for every figure, and two more', () => {
    expect(Object.keys(show).sort()).toEqual([...Object.keys(figures), 'figure', 'table'].sort());
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
    ['layers', () => show.layers(trace, { title: 'E' }), () => figures.layers(trace, { title: 'E' })],
    ['images', () => show.images([[1]], { labels: [1] }), () => figures.images([[1]], { labels: [1] })],
  ])('.%s shows the figure of the same name, its data and its words', (_, display, make) => {
    display();
    const { data: traces, layout, description } = make();
    expect(shown).toEqual([
      { 'text/plain': description, [plotly]: { data: traces, layout, config: expect.any(Object) as object } },
    ]);
  });

  it('.weights shows the figure of the same name, with its frames', () => {
    const steps = [{ epoch: 0, weights: trace }, { epoch: 1, weights: trace }]; // prettier-ignore
    show.weights(steps);
    const { data: traces, layout, frames } = figures.weights(steps);
    expect(shown[0]![plotly]).toMatchObject({ data: traces, layout, frames });
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
