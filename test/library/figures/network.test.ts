/** Units and circuits as drawings. */
import { describe, expect, it } from 'vitest';
import { data, figures, scratch } from '../../../lib/index';
import type { Figure } from '../../../lib/types';
import { expectGolden } from '../../support/golden';

interface Trace {
  mode: string;
  name: string;
  x: number[];
  y: number[];
  text: string[];
  hovertext: string[];
  line: { color: string; dash: string; width: number };
}
const traces = (figure: Figure) => figure.data as Trace[];
const lines = (figure: Figure) => traces(figure).filter(({ mode }) => mode === 'lines');
const nodes = (figure: Figure) => traces(figure).filter(({ mode }) => mode === 'text+markers');
const weights = (figure: Figure) =>
  (figure.layout as { annotations: { text: string; x: number; y: number; hovertext: string }[] }).annotations;

const or = scratch.unit({ weights: [1, 1], threshold: 1, label: 'or' });
const and = scratch.unit({ weights: [1, 1], threshold: 2, label: 'and' });
const butNot = scratch.unit({ weights: [2, -1], threshold: 2, label: 'but not' });
const xor = scratch.circuit([[or, and], [butNot]]);

describe('figures.network', () => {
  it('is drawn as it was', () => {
    expectGolden('network', figures.network(xor, { x: [1, 0] }));
  });

  it('draws a line for each weight that is not 0, from its source to its unit', () => {
    const figure = figures.network(scratch.unit({ weights: [1, 0, -2], threshold: 1 }));
    expect(lines(figure).map(({ x, y }) => [x, y])).toEqual([[[0, 1], [1, 0]], [[0, 1], [-1, 0]]]); // prettier-ignore
    expect(weights(figure).map(({ text }) => text)).toEqual(['+1', '−2']);
  });

  it('tells positive from negative by colour and by dash, and large from small by width', () => {
    const [small, large] = lines(figures.network(scratch.unit({ weights: [1, -2], threshold: 1 })));
    expect(small!.line.color).not.toBe(large!.line.color);
    expect([small!.line.dash, large!.line.dash]).toEqual(['solid', 'dash']);
    expect(large!.line.width).toBeGreaterThan(small!.line.width);
  });

  it('writes thresholds into the circles, and with inputs the sums', () => {
    expect(nodes(figures.network(xor)).flatMap(({ text }) => text)).toEqual(['x₁', 'x₂', '≥ 1', '≥ 2', '≥ 2']);
    const [fires, silent] = nodes(figures.network(xor, { x: [1, 0] }));
    expect([fires!.name, fires!.text]).toEqual(['fires (1)', ['1', '1 ≥ 1', '2 ≥ 2']]);
    expect([silent!.name, silent!.text]).toEqual(['silent (0)', ['0', '1 < 2']]);
  });

  it('lets the pointer find the rule of each unit and what it does now', () => {
    const hover = nodes(figures.network(xor, { x: [1, 0] })).flatMap(({ hovertext }) => hovertext);
    expect(hover).toContain('x₁ = 1');
    expect(hover).toContain('and: fires when x₁ + x₂ ≥ 2<br>now 1 < 2: it is silent');
    expect(hover).toContain('but not: fires when 2·x₁ - x₂ ≥ 2<br>now 2 ≥ 2: it fires');
    expect(weights(figures.network(xor)).map(({ hovertext }) => hovertext)).toContain('from and to but not: −1');
  });

  it('writes no two weights over each other', () => {
    for (const inputs of [2, 3]) {
      const figure = figures.network(scratch.circuitFor((x) => x.includes(1), { inputs }));
      const places = weights(figure).map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
      expect(new Set(weights(figure).map(({ x, y }) => `${x} ${y}`)).size, places.join(', ')).toBe(places.length);
    }
  });

  it('draws a veto as a line of its own, and says so in the circle', () => {
    const figure = figures.network(scratch.unit({ weights: [1, 0], threshold: 1, inhibitory: [1] }), { x: [1, 1] });
    expect(lines(figure).map(({ line }) => line.dash)).toEqual(['solid', 'dot']);
    expect(nodes(figure)[1]!.text).toEqual(['veto']);
  });

  it('draws a perceptron with inputs of any size', () => {
    const neuron = new scratch.Perceptron(2);
    neuron.fit(data.gate('and'));
    const figure = figures.network(neuron, { x: [2.5, -1] });
    expect(nodes(figure).flatMap(({ text }) => text)).toEqual(['2.5', '4 ≥ 3', '-1']);
    expect(figure.description).toContain('1 of 1 unit fires and the answer is [1].');
  });

  it('says in words what is built and who fires', () => {
    const build = '3 units in 2 layers over 2 inputs, with 6 connections, 1 of them below 0.';
    expect(figures.network(xor).description).toBe(build);
    expect(figures.network(xor, { x: [1, 1] }).description).toBe(
      `${build} For the inputs [1, 1] 2 of 3 units fire and the answer is [0].`,
    );
  });

  it('refuses what is no network, too large, or inputs that do not fit', () => {
    for (const none of [undefined, {}, () => 1]) {
      expect(() => figures.network(none as unknown as scratch.Unit)).toThrow(
        'figures.network: expected a unit, a circuit or a perceptron',
      );
    }
    const wide = scratch.unit({ weights: Array<number>(64).fill(1), threshold: 1 });
    expect(() => figures.network(wide)).toThrow(
      'at most 16 inputs and units a layer, got 64; figures.images([unit.weights])',
    );
    expect(() => figures.network(and, { x: [1] })).toThrow('figures.network: expected x to hold 2 numbers, got [1]');
    expect(() => figures.network(and, { x: [1, 0.5] })).toThrow('expected x[1] to be 0 or 1, got 0.5');
  });
});
