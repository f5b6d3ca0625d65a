/** Computations as drawings. */
import { describe, expect, it } from 'vitest';
import { graph } from '../../../lib/autograd/graph';
import { placesOf } from '../../../lib/figures/places';
import { autograd, figures } from '../../../lib/index';
import type { Figure } from '../../../lib/types';
import { expectGolden } from '../../support/golden';

interface Box {
  x: number;
  y: number;
  text: string;
  bgcolor: string;
}
const notes = (figure: Figure) => (figure.layout as { annotations: Box[] }).annotations;
const boxes = (figure: Figure) => notes(figure).filter(({ text }) => text.includes('data'));
const [lines, dots] = [0, 1].map((i) => (figure: Figure) => figure.data[i] as { x: (number | null)[]; y: (number | null)[]; hovertext: string[] }); // prettier-ignore

/** Karpathy's neuron of micrograd's first lecture. */
function neuron(): autograd.Value {
  const [x, w, b] = [autograd.value(2, 'x'), autograd.value(-3, 'w'), autograd.value(6.88, 'b')];
  const a = x.mul(w).add(b).tanh();
  a.label = 'a';
  a.backward();
  return a;
}

describe('figures.graph', () => {
  it('is drawn as it was', () => {
    expectGolden('graph', figures.graph(neuron(), { localGrads: true }));
  });

  it('has a box for each value with name, operation, data and gradient; given and computed differ', () => {
    const drawn = boxes(figures.graph(neuron()));
    expect(drawn.map(({ text }) => text).sort()).toEqual(
      [
        '<b>x</b><br>data 2<br>grad −1.503',
        '<b>w</b><br>data −3<br>grad 1.002',
        '×<br>data −6<br>grad 0.501',
        '<b>b</b><br>data 6.88<br>grad 0.501',
        '+<br>data 0.88<br>grad 0.501',
        '<b>a</b> = tanh<br>data 0.7064<br>grad 1',
      ].sort(),
    );
    const color = (start: string) => drawn.find(({ text }) => text.startsWith(start))!.bgcolor;
    expect(color('<b>x')).toBe(color('<b>b'));
    expect(color('<b>x')).not.toBe(color('<b>a'));
  });

  it('says in words what is drawn', () => {
    expect(figures.graph(neuron()).description).toBe(
      "6 values, 3 of them given, with 5 connections. The result 'a' is 0.7064. " +
        'Gradients of the given: x −1.503, w 1.002 and b 0.501.',
    );
  });

  it('runs from left to right: every input stands before its result, the result last', () => {
    const model = new autograd.MLP(2, [2, 1], { seed: 1 });
    const { columns, routes } = placesOf(graph(model.forward([1, 2])[0]!));
    for (const { through } of routes) {
      through.slice(1).forEach((place, i) => expect(place.column).toBe(through[i]!.column + 1));
    }
    expect(columns.at(-1)!.length).toBe(1);
    expect(columns.every((column) => column.length > 0)).toBe(true);
  });

  it('stands no two values, and no line that passes, in one place', () => {
    const x = autograd.value(1, 'x');
    const y = x.mul(x).add(x).mul(3).exp().div(x.sin());
    const { columns } = placesOf(graph(y));
    const places = columns.flat().map(({ column, y }) => `${column} ${y}`);
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBeGreaterThan(graph(y).nodes.length); // some lines pass
  });

  it('crosses no lines where none need cross', () => {
    const [a, b, c, d] = [1, 2, 3, 4].map((each) => autograd.value(each)) as [autograd.Value, autograd.Value, autograd.Value, autograd.Value]; // prettier-ignore
    const { routes } = placesOf(graph(a.mul(b).add(c.mul(d))));
    const first = routes.map(({ through }) => through).filter(([from]) => from!.column === 0);
    for (const one of first) {
      for (const two of first) {
        expect((one[0]!.y - two[0]!.y) * (one[1]!.y - two[1]!.y)).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('shows local gradients at dots, or written on the lines', () => {
    const figure = figures.graph(neuron());
    expect(notes(figure).length).toBe(6);
    expect(dots!(figure).hovertext).toContain('local gradient of × with respect to x: −3');
    const written = notes(figures.graph(neuron(), { localGrads: true }))
      .filter(({ text }) => text.startsWith('× ') && !text.includes('data'))
      .map(({ text }) => text);
    expect(written).toEqual(['× −3', '× 2', '× 1', '× 1', '× 0.501']);
  });

  it('draws a value that is read twice with two lines that can be told apart', () => {
    const a = autograd.value(3, 'a');
    const figure = figures.graph(a.mul(a));
    expect(lines!(figure).x).toEqual([0, 1, null, 0, 0.5, 1, null]);
    expect(new Set(dots!(figure).y).size).toBe(2);
  });

  it('draws a given number alone', () => {
    expect(boxes(figures.graph(autograd.value(3))).map(({ text }) => text)).toEqual(['data 3<br>grad 0']);
  });

  it('is as wide as its columns need, unless told', () => {
    let y = autograd.value(0);
    for (let i = 0; i < 20; i++) y = y.add(1);
    expect((figures.graph(y).layout as { width: number }).width).toBe(21 * 110);
    expect((figures.graph(y, { width: 500 }).layout as { width: number }).width).toBe(500);
  });

  it('writes labels as they are, not as HTML', () => {
    expect(boxes(figures.graph(autograd.value(1, '<i>x')))[0]!.text).toContain('<b>&lt;i&gt;x</b>');
  });

  it('refuses what is no Value, and more values than a page can show', () => {
    expect(() => figures.graph(3 as unknown as autograd.Value)).toThrow('figures.graph: expected a Value, got 3');
    let y = autograd.value(0);
    for (let i = 0; i < 60; i++) y = y.add(1);
    expect(() => figures.graph(y)).toThrow('figures.graph: expected at most 60 values, got 61; draw a part of it');
  });
});

describe('figures.graphSteps', () => {
  const x = autograd.value(3, 'x');
  const y = x.mul(x).add(x);
  y.label = 'y';
  const told = (figure: Figure) => notes(figure).at(-1)!.text;
  const drawn = (figure: Figure) => boxes(figure).map(({ text }) => text.replaceAll('<br>', ' '));

  it('goes forwards operation by operation, then back, and says what happens', () => {
    expect(figures.graphSteps(y).map(told)).toEqual([
      'Forwards: the grey numbers are given.',
      'Forwards: x × x = 3 × 3 = 9.',
      'Forwards: y = × + x = 9 + 3 = 12.',
      'Backwards: y moves exactly as fast as itself, so its gradient is 1.',
      'Backwards through y: × gets 1 × 1 = 1 and x gets 1 × 1 = 1.',
      'Backwards through ×: x gets 1 × 3 = 3 (4 in all) and x gets 1 × 3 = 3 (7 in all).',
    ]);
  });

  it('shows what is known by then, and ends with the gradients that backward finds', () => {
    const steps = figures.graphSteps(y);
    expect(drawn(steps[1]!).sort()).toEqual([
      '<b>x</b> data 3 grad ?',
      '<b>y</b> = + data ? grad ?',
      '× data 9 grad ?',
    ]);
    y.backward();
    const box = (texts: string[]) => texts.find((text) => text.startsWith('<b>x'));
    expect(box(drawn(steps.at(-1)!))).toBe(`<b>x</b> data 3 grad ${x.grad}`);
    y.zeroGrad();
  });

  it('is one figure in moving pictures', () => {
    const moving = figures.animation(figures.graphSteps(y));
    expect((moving as { frames?: object[] }).frames).toHaveLength(6);
  });

  it('says what is no Value', () => {
    expect(() => figures.graphSteps(3 as never)).toThrow('figures.graphSteps');
  });
});
