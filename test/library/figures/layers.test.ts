/** The spread of numbers in layers, and of weights that move. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, figures, inspect, scratch } from '../../../lib/index';
import type { Figure } from '../../../lib/types';
import { expectGolden } from '../../support/golden';
import { notFinite } from '../../support/tensors';

interface Violin {
  name: string;
  x: number[];
  y: (number | null)[];
}
interface Boxes {
  x: string[];
  [quantile: string]: (number | string | null)[];
}
type Axis = { ticktext: string[]; range: [number, number]; title: { text: string } };
const violins = (figure: Figure) => figure.data as Violin[];
const boxes = (figure: Figure, frame?: number) =>
  (frame === undefined ? figure.data : (figure.frames![frame] as { data: object[] }).data)[0] as Boxes;
const axes = (figure: Figure) => figure.layout as { xaxis: Axis; yaxis: Axis };
const slider = (figure: Figure) =>
  (figure.layout as { sliders: { active: number; steps: { label: string; args: unknown[] }[] }[] }).sliders[0]!;
const row = (name: string, values: number[]) => ({ name, values: { values } });

const network = new scratch.Network([2, 4, 1], { activation: scratch.relu, seed: 1 });
const xor = data.gate('xor');

describe('figures.layers', () => {
  it('is drawn as it was', () => {
    expectGolden('layers', figures.layers(inspect.forward(network, xor.xs)));
  });

  it('draws for each row its quantiles, in the order of the rows', () => {
    const figure = figures.layers([row('first', [3, 1, 2]), row('second', [5])]);
    const [first, second] = violins(figure);
    expect([first!.name, first!.y.length, first!.y[0], first!.y[50], first!.y[100]]).toEqual(['first', 101, 1, 2, 3]);
    expect(new Set(first!.x)).toEqual(new Set([0]));
    expect([new Set(second!.x), new Set(second!.y)]).toEqual([new Set([1]), new Set([5])]);
  });

  it('takes what every inspector returns', () => {
    const { weights, outputs } = inspect.backward(network, xor);
    for (const rows of [inspect.weights(network), weights, outputs]) {
      expect(violins(figures.layers(rows)).map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
    }
  });

  it('writes the share of zeros and what is not finite under the name, and says so in words', () => {
    for (const bad of notFinite) {
      const figure = figures.layers([row('a', [0, 0, 1, bad]), row('b', [1, 2]), row('c', [bad])]);
      expect(axes(figure).xaxis.ticktext).toEqual([
        'a<br>50 % zeros<br>1 number not finite',
        'b',
        'c<br>1 number not finite',
      ]);
      expect(figure.description).toBe(
        '3 rows. a: mean 0.3333, standard deviation 0.4714, 50 % zeros, 1 number not finite; b: mean 1.5, standard deviation 0.5; c: no finite number.',
      );
      expect(violins(figure)[2]!.y).toEqual([null]);
    }
  });

  it('draws sizes as powers of 10 on the log scale, without zeros', () => {
    const figure = figures.layers([row('a', [-100, 0, 1]), row('b', [0])], { scale: 'log' });
    const [a, b] = violins(figure);
    expect([a!.y[0], a!.y[50], a!.y[100]]).toEqual([0, 1, 2]);
    expect(b!.y).toEqual([null]);
    expect(axes(figure).yaxis.title.text).toBe('size: log₁₀ |value|');
    expect(() => figures.layers([row('a', [1])], { scale: 'cubic' as 'log' })).toThrow(
      "figures.layers: expected scale to be one of 'linear', 'log', got 'cubic'",
    );
  });

  it('draws any numbers from their smallest to their largest, in rising order', () => {
    const anything = fc.oneof(fc.float(), fc.constantFrom(...notFinite, 0));
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 30 }), (values) => {
        const finite = values.filter(Number.isFinite);
        const { y } = violins(figures.layers([row('a', values)]))[0]!;
        if (finite.length === 0) {
          expect(y).toEqual([null]);
          return;
        }
        expect(y[0]).toBe(Number(Math.min(...finite).toPrecision(5)));
        expect(y.at(-1)).toBe(Number(Math.max(...finite).toPrecision(5)));
        expect((y as number[]).every((value, i) => i === 0 || value >= y[i - 1]!)).toBe(true);
      }),
    );
  });

  it('describes eight rows and counts the others', () => {
    const rows = Array.from({ length: 10 }, (_, i) => row(`r${i}`, [1]));
    expect(figures.layers(rows).description).toMatch(/^10 rows\..*r7: mean 1, standard deviation 0; 2 more\.$/);
  });

  it('refuses what are no rows with numbers, and too many', () => {
    const draw = (trace: unknown) => () => figures.layers(trace as []);
    expect(draw([])).toThrow(
      'figures.layers: expected trace to be rows of inspect.forward, weights or backward, at least one, got []',
    );
    expect(draw(undefined)).toThrow('expected trace to be rows');
    expect(draw([row('a', [])])).toThrow('expected trace[0] to have a name and values');
    expect(draw([{ ...inspect.weights(network)[0] }])).toThrow(
      'copies of rows lose their values: hand on the rows themselves',
    );
    expect(draw([null])).toThrow('expected trace[0] to have a name and values, got null');
    expect(draw(Array(61).fill(row('a', [1])))).toThrow(
      'expected trace to have at most 60 rows, got 61; filter or slice it',
    );
  });
});

describe('figures.weights', () => {
  const step = (epoch: number, ...values: number[]) => ({ epoch, weights: [row('W', values), row('b', [0])] });

  it('is drawn as it was', () => {
    const { parameters } = new scratch.Network([2, 2, 1], { seed: 1 }).fit(xor, { epochs: 3 });
    const moving = new scratch.Network([2, 2, 1], { seed: 1 });
    const steps = parameters.map((values, epoch) => {
      moving.parameters = values;
      return { epoch, weights: inspect.weights(moving) };
    });
    expectGolden('weights', figures.weights(steps));
  });

  it('has a frame and a place of the slider for each step, and opens on the last', () => {
    const figure = figures.weights([step(0, 1, 2, 3, 4, 5), step(1, 2, 2, 2)]);
    expect(boxes(figure, 0)).toMatchObject({ x: ['W', 'b'], lowerfence: [1, 0], q1: [2, 0], median: [3, 0], q3: [4, 0], upperfence: [5, 0] }); // prettier-ignore
    expect(boxes(figure)).toEqual(boxes(figure, 1));
    expect(slider(figure)).toMatchObject({ active: 1, steps: [{ label: 'epoch 0', args: [['0'], {}] }, { label: 'epoch 1' }] }); // prettier-ignore
  });

  it('keeps one scale for all steps', () => {
    const { range } = axes(figures.weights([step(0, -10, 1), step(1, 1, 30)])).yaxis;
    expect(range).toEqual([-12, 32]);
  });

  it('tells moments of one epoch apart by their batch', () => {
    const steps = [3, 6].map((batch) => ({ ...step(1, 1), batch }));
    expect(slider(figures.weights(steps)).steps.map(({ label }) => label)).toEqual([
      'epoch 1, batch 3',
      'epoch 1, batch 6',
    ]);
  });

  it('draws gradients by their size, from the first step that has some', () => {
    const steps = [
      { ...step(0, 1), gradients: [] },
      { ...step(1, 1), gradients: [row('W', [-0.01, 0])] },
    ];
    const figure = figures.weights(steps, { of: 'gradients' });
    expect(figure.frames!.length).toBe(1);
    expect(boxes(figure)).toMatchObject({ x: ['W'], median: [-2] });
    expect(boxes(figures.weights(steps, { of: 'gradients', scale: 'linear' }))).toMatchObject({ median: [-0.005] });
  });

  it('draws at most 40 of many steps, the first and the last among them', () => {
    const figure = figures.weights(Array.from({ length: 1000 }, (_, epoch) => step(epoch, epoch)));
    const labels = slider(figure).steps.map(({ label }) => label);
    expect([labels.length, labels[0], labels.at(-1)]).toEqual([40, 'epoch 0', 'epoch 999']);
  });

  it('says in words where each weight starts and ends, and what is no longer finite', () => {
    expect(figures.weights([step(0, 1, 3), step(5, 2, 6)]).description).toBe(
      'The weights at 2 moments, from epoch 0 to epoch 5. Mean ± standard deviation: W from 2 ± 1 to 4 ± 2; b from 0 ± 0 to 0 ± 0.',
    );
    const diverged = figures.weights([step(0, 1), step(1, NaN)]);
    expect(diverged.description).toContain('In the end not finite: W.');
    expect(boxes(diverged).median).toEqual([null, 0]);
  });

  it('refuses what are no steps, or not of one network', () => {
    const draw =
      (steps: unknown, options = {}) =>
      () =>
        figures.weights(steps as [], options);
    expect(draw([])).toThrow(
      'figures.weights: expected steps of a training, as recorder.steps, got []; hand the recorder to fit',
    );
    expect(draw(inspect.recorder().steps)).toThrow('hand the recorder to fit({ callbacks })');
    expect(draw([step(0, 1)], { of: 'gradients' })).toThrow('expected steps with gradients');
    expect(draw([step(0, 1)], { of: 'biases' })).toThrow(
      "expected of to be one of 'weights', 'gradients', got 'biases'",
    );
    expect(draw([step(0, 1), { epoch: 1, weights: [row('V', [1])] }])).toThrow(
      "expected the same weights in every step, got ['V']",
    );
    expect(draw([step(0)])).toThrow('expected weights of step 0[0] to have a name and values');
  });
});
