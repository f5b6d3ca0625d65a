/** Units and circuits as drawings. */
import { describe, expect, it } from 'vitest';
import { data, figures, scratch, tf } from '../../../lib/index';
import type { Figure } from '../../../lib/types';
import { expectGolden } from '../../support/golden';
import { expectNoLeakedTensors } from '../../support/tensors';

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

  it('refuses what is no network, or inputs that do not fit', () => {
    for (const none of [undefined, {}, () => 1]) {
      expect(() => figures.network(none as unknown as scratch.Unit)).toThrow(
        'figures.network: expected a unit, a circuit or a perceptron',
      );
    }
    expect(() => figures.network(and, { x: [1] })).toThrow('figures.network: expected x to hold 2 numbers, got [1]');
    expect(() => figures.network(and, { x: [1, 0.5] })).toThrow('expected x[1] to be 0 or 1, got 0.5');
  });
});

describe('figures.network of dense layers', () => {
  const network = new scratch.Network([2, 3, 1], { seed: 1 });
  network.layers[0]!.b = [0.5, -0.25, 0];
  const twin = tf.sequential();
  twin.add(tf.layers.dense({ inputShape: [2], units: 3 }));
  twin.add(tf.layers.activation({ activation: 'tanh' }));
  twin.add(tf.layers.dropout({ rate: 0.5 }));
  twin.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
  twin.setWeights(network.layers.flatMap(({ W, b }) => [tf.tensor2d(W).transpose(), tf.tensor1d(b)]));

  it('is drawn as it was', () => {
    expectGolden('network-dense', figures.network(network, { x: [0.5, -1] }));
  });

  it('draws a model of tfjs as it draws the same scratch.Network', () => {
    const drawn = (of: typeof network | typeof twin, x?: number[]) => {
      const { data, layout, description } = figures.network(of, x ? { x } : {});
      const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value);
      return JSON.parse(JSON.stringify({ data, layout, description }, rounded)) as object;
    };
    expect(drawn(twin)).toEqual(drawn(network));
    expect(drawn(twin, [0.5, -1])).toEqual(drawn(network, [0.5, -1]));
  });

  it('draws a model inside a model', () => {
    const input = tf.input({ shape: [2] });
    const outer = tf.model({ inputs: input, outputs: twin.apply(input) as tf.SymbolicTensor });
    expect(figures.network(outer, { x: [0.5, -1] })).toEqual(figures.network(twin, { x: [0.5, -1] }));
  });

  it('writes biases into the circles, and with inputs what each unit answers, to two digits', () => {
    expect(nodes(figures.network(network)).flatMap(({ text }) => text)).toEqual([
      'x₁',
      'x₂',
      '+0.5',
      '−0.25',
      '0',
      '0',
    ]);
    const figure = figures.network(network, { x: [0.5, -1] });
    network.forward([[0.5, -1]]);
    const answers = network.layers.flatMap(({ A }) => A.map(([a]) => Number(a!.toPrecision(2))));
    const written = nodes(figure).flatMap(({ text, x }) => text.filter((_, i) => x[i]! > 0)).map(Number); // prettier-ignore
    expect(written.sort()).toEqual(answers.sort());
    expect(nodes(figure).map(({ name }) => name)).toEqual(['answers above 0', 'answers 0 or below']);
  });

  it('lets the pointer find layer, unit, activation, bias and answer', () => {
    const hover = nodes(figures.network(network, { x: [0, 0] })).flatMap(({ hovertext }) => hovertext);
    expect(hover).toContain('layer 1, unit 1 (tanh): bias 0.5<br>now it answers 0.4621');
  });

  it('says in words what is built and what it answers', () => {
    const below = network.layers.flatMap(({ W }) => W.flat()).filter((weight) => weight < 0).length;
    const build = `4 units in 2 layers over 2 inputs, with 9 connections, ${below} of them below 0.`;
    expect(figures.network(network).description).toBe(build);
    const answer = network.predict([0, 0]) as number;
    expect(figures.network(network, { x: [0, 0] }).description).toBe(
      `${build} For the inputs [0, 0] 2 of 4 units answer above 0 and the answer is [${answer.toPrecision(4)}].`,
    );
  });

  it('leaves what the network keeps of its own passes', () => {
    network.forward([[1, 2]]);
    const kept = network.layers.map(({ A }) => A);
    figures.network(network, { x: [0, 0] });
    expect(network.layers.map(({ A }) => A)).toEqual(kept);
  });

  it('draws of a wide layer the first eight units and the last seven, and dots for the others', () => {
    const wide = tf.sequential();
    wide.add(tf.layers.flatten({ inputShape: [28, 28] }));
    wide.add(tf.layers.dense({ units: 17 }));
    const figure = figures.network(wide, { x: Array<number>(784).fill(0) });
    const shown = nodes(figure).flatMap(({ hovertext }) => hovertext);
    expect(shown.length).toBe(30);
    expect(shown).toEqual(expect.arrayContaining(['x₈ = 0', 'x₇₇₈ = 0', 'x₇₈₄ = 0']));
    const dots = traces(figure).find(({ text }) => text?.includes('⋮'))!;
    expect(dots.hovertext).toEqual(['769 more units', '2 more units']);
    expect(figure.description).toContain(
      '17 units in 1 layer over 784 inputs, with 13328 connections'.replace('13328', '13,328'),
    );
    expect(lines(figure).length).toBeLessThan(20); // many lines of one width are one trace
    expect(lines(figure).flatMap(({ x }) => x.filter((place) => place !== null)).length).toBe(15 * 15 * 2);
    expect(weights(figure)).toEqual([]);
    const unit = scratch.unit({ weights: Array<number>(64).fill(1), threshold: 1 });
    expect(nodes(figures.network(unit)).flatMap(({ text }) => text).length).toBe(16);
  });

  it('refuses other layers, branches, and inputs that do not fit', () => {
    const draw = (model: tf.LayersModel, x?: number[]) => () => figures.network(model, x ? { x } : {});
    const conv = tf.sequential({
      layers: [tf.layers.conv2d({ name: 'see', inputShape: [4, 4, 1], filters: 1, kernelSize: 2 })],
    });
    expect(draw(conv)).toThrow(
      "figures.network: expected dense layers, and layers without weights between them, got 'see, a Conv2D'",
    );
    const input = tf.input({ shape: [2] });
    const fork = tf.layers.dense({ units: 2 }).apply(input) as tf.SymbolicTensor;
    const other = tf.layers.dense({ units: 3 }).apply(input) as tf.SymbolicTensor;
    const outputs = tf.layers.add().apply([input, fork]) as tf.SymbolicTensor;
    expect(draw(tf.model({ inputs: input, outputs }))).toThrow('a Add');
    expect(draw(tf.model({ inputs: input, outputs: [fork, other] }))).toThrow('figures.network draws no branches');
    const shared = tf.layers.dense({ units: 2 });
    const twice = tf.model({ inputs: input, outputs: shared.apply(shared.apply(input)) as tf.SymbolicTensor });
    expect(draw(twice)).toThrow('a model in which one layer follows another');
    const deep = tf.sequential({ layers: [tf.layers.dense({ inputShape: [3, 2], units: 1 })] });
    expect(draw(deep)).toThrow(
      'expected inputs of shape [samples, 2], or a Flatten before the first dense layer, got [3, 2]',
    );
    expect(draw(tf.sequential({ layers: [tf.layers.flatten({ inputShape: [2, 1] })] }))).toThrow(
      'at least one dense layer',
    );
    expect(draw(twin, [1])).toThrow('figures.network: expected x to hold 2 numbers, got [1]');
    expect(() => figures.network(network, { x: [1, NaN] })).toThrow('expected x[1] to be a finite number, got NaN');
    const broken = tf.sequential({ layers: [tf.layers.dense({ name: 'own', inputShape: [1], units: 1 })] });
    broken.setWeights([tf.tensor2d([[NaN]]), tf.tensor1d([0])]);
    expect(draw(broken)).toThrow('expected finite weights, got NaN; look at own');
  });

  it('leaves no tensor', () => {
    expectNoLeakedTensors(() => figures.network(twin, { x: [1, 2] }));
  });
});
