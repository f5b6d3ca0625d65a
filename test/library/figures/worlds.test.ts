/** Grid worlds from above, and the film of the cart and its pole. */
import { describe, expect, it } from 'vitest';
import { figures, rl } from '../../../lib/index';
import { colors } from '../../../lib/figures/theme';
import type { Figure } from '../../../lib/types';
import { expectGolden } from '../../support/golden';
import { notFinite } from '../../support/tensors';

interface Trace {
  mode?: string;
  name?: string;
  x: number[];
  y: number[];
  z: (number | null)[][];
  text: string[];
  textfont: { color: string[] };
  hovertext: string[][];
  showscale: boolean;
}
const traces = (figure: Figure) => figure.data as Trace[];
const written = (figure: Figure) => traces(figure).find(({ mode }) => mode === 'text')!;

const world = rl.gridWorld({ slip: 0.2 });
const { q, values, policy } = rl.valueIteration(world, { discount: 1 });

describe('figures.gridWorld', () => {
  it('is drawn as it was', () => {
    expectGolden('grid-world', figures.gridWorld(world, { q, path: [8, 4, 0, 1, 2, 3] }));
  });

  it('draws each place where it is on the map, walls in grey and without a text', () => {
    const [walls, ground] = traces(figures.gridWorld(world));
    expect(walls!.z).toEqual([[null, null, null, null], [null, 1, null, null], [null, null, null, null]]); // prettier-ignore
    expect(ground!.z).toEqual([[0, 0, 0, 0], [0, null, 0, 0], [0, 0, 0, 0]]); // prettier-ignore
    expect(ground!.showscale).toBe(false);
    const { x, y, text } = written(figures.gridWorld(world));
    expect(text.map((line, i) => [line, x[i], y[i]]).filter(([line]) => line !== '')).toEqual([
      ['goal', 3, 0],
      ['pit', 3, 1],
      ['start', 0, 2],
    ]);
  });

  it('writes values and arrows where somebody may stand and go on, white on what is deep and dark on what is pale', () => {
    const figure = figures.gridWorld(world, { values, policy });
    const { text, textfont } = written(figure);
    expect(text).toEqual(['→<br>0.85', '→<br>0.91', '→<br>0.96', 'goal', '↑<br>0.8', '↑<br>0.7', 'pit', 'start<br>↑<br>0.75', '←<br>0.7', '←<br>0.65', '←<br>0.43']); // prettier-ignore
    expect(textfont.color[0]).toBe(colors.onNode);
    expect(textfont.color[3]).toBe(colors.ink);
    expect(textfont.color.at(-1)).toBe(colors.ink);
    expect(traces(figure)[1]!.z[0]).toEqual([0.85156, 0.90781, 0.95781, 0]);
    expect(traces(figure)[1]!.showscale).toBe(true);
  });

  it('draws arrows to all of the best actions of q, and none where all are equal', () => {
    const straight = rl.gridWorld({ map: ['S.', '.G'] });
    const table = [[0, 1, 1, 0], [2, 2, 2, 2], [0, 0, 0, 0.5], [1, 0, 0, 0]]; // prettier-ignore
    expect(written(figures.gridWorld(straight, { q: table })).text).toEqual([
      'start<br>→↓<br>1',
      '2',
      '←<br>0.5',
      'goal',
    ]);
    expect(written(figures.gridWorld(straight, { q: table, policy: [2, 0, 1, 0] })).text[0]).toBe('start<br>↓<br>1');
  });

  it('says to the pointer where it is and what each action is worth', () => {
    const [, ground] = traces(figures.gridWorld(world, { q }));
    expect(ground!.hovertext[2]![0]).toBe(
      'row 3, column 1 (state 8): start<br>value: 0.7453<br>up: 0.7453<br>right: 0.6709<br>down: 0.7003<br>left: 0.7109<br>best: up',
    );
    expect(ground!.hovertext[0]![3]).toBe('row 1, column 4 (state 3): goal');
  });

  it('draws a path beside the texts, its ends as a ring and a cross', () => {
    const figure = figures.gridWorld(world, { path: [8, 4, 0] });
    const path = traces(figure).find(({ name }) => name === 'path')!;
    expect([path.x, path.y]).toEqual([[-0.36, -0.36, -0.36], [2.36, 1.36, 0.36]]); // prettier-ignore
    expect(path).toMatchObject({ marker: { symbol: ['circle-open', 'circle', 'x'] } });
    expect(traces(figures.gridWorld(world, { path: [] })).length).toBe(3);
  });

  it('says in words what is on the map, how values lie, where arrows lead and where a path ends', () => {
    expect(figures.gridWorld(world).description).toBe(
      'A world of 3 rows and 4 columns: 1 start, 1 goal, 1 pit and 1 wall.',
    );
    expect(figures.gridWorld(world, { q, path: [8, 9, 10] }).description).toBe(
      'A world of 3 rows and 4 columns: 1 start, 1 goal, 1 pit and 1 wall. Values go from 0.4279 to 0.9578; the largest is in ' +
        'row 1, column 3. From the start the arrows say: up, up, right, right, right; they lead to: goal. ' +
        'The path has 2 steps and ends at: free.',
    );
    const cliff = rl.gridWorld({ map: 'cliff' });
    const fall = figures.gridWorld(cliff, { policy: cliff.places.map(() => 1), values: cliff.places.map(() => -1) });
    expect(fall.description).toBe(
      'A world of 4 rows and 12 columns: 1 start, 1 goal and 10 places of cliff. Values go from -1 to -1; the largest is in ' +
        'row 1, column 1. From the start the arrows say: right; they lead to: start.',
    );
    expect(figures.gridWorld(world, { q: q.map(() => [0, 0, 0, 0]) }).description).not.toContain('arrows');
  });

  it('leaves out figures where a map has no room for them', () => {
    const wide = rl.gridWorld({ map: [`S${'.'.repeat(38)}G`] });
    const { text } = written(figures.gridWorld(wide, { values: wide.places.map(() => 1) }));
    expect(text[0]).toBe('s');
    expect(text[1]).toBe('');
    expect((figures.gridWorld(wide).layout as { xaxis: { tickvals: number[] } }).xaxis.tickvals.length).toBe(20);
  });

  it('names what it cannot use', () => {
    const draw =
      (options: object, of: unknown = world) =>
      () =>
        figures.gridWorld(of as rl.GridWorld, options);
    expect(draw({}, rl.cartPole())).toThrow('figures.gridWorld: expected a world of rl.gridWorld, got {');
    expect(draw({}, null)).toThrow('figures.gridWorld: expected a world of rl.gridWorld, got null');
    expect(draw({ values: [1] })).toThrow('figures.gridWorld: expected values to hold 12 numbers, got [1]');
    for (const bad of notFinite) {
      expect(draw({ values: values.map(() => bad) })).toThrow('expected values[0] to be a finite number');
      expect(draw({ q: q.map(() => [0, bad, 0, 0]) })).toThrow('expected q[0][1] to be a finite number');
    }
    expect(draw({ q: [[1]] })).toThrow('expected q to hold 12 rows, one for each state, got 1');
    expect(draw({ q: q.map(() => [1]) })).toThrow('expected q[0] to hold 4 numbers, got [1]');
    expect(draw({ policy: policy.map(() => 4) })).toThrow('expected policy[0] to be a whole number from 0 to 3, got 4');
    expect(draw({ path: [8, 12] })).toThrow('expected path[1] to be a whole number from 0 to 11, got 12');
    expect(draw({ path: 3 })).toThrow('expected path to be an array of finite numbers, got 3');
  });
});

describe('figures.cartPole', () => {
  const film = (states: readonly number[][]) =>
    figures.cartPole(states) as Omit<Figure, 'frames'> & {
      frames: { name: string; traces: number[]; data: Trace[] }[];
    };

  it('is drawn as it was', () => {
    expectGolden('cart-pole', figures.cartPole(rl.play(rl.cartPole({ seed: 3 }), () => 1).states));
  });

  it('has a frame for each moment: the cart in its place, the pole on it, leaning right where the angle is above 0', () => {
    const { frames, data } = film([[0, 0, 0, 0], [1, 0, Math.PI / 6, 0]]); // prettier-ignore
    expect(frames.map(({ name, traces: moved }) => [name, moved])).toEqual([['0', [1, 2]], ['1', [1, 2]]]); // prettier-ignore
    const [cart, pole] = frames[1]!.data;
    expect(cart!.x).toEqual([0.75, 1.25, 1.25, 0.75, 0.75]);
    expect([pole!.x, pole!.y]).toEqual([[1, 1.5], [0.1, 0.96603]]); // prettier-ignore
    expect((data as Trace[])[2]).toMatchObject({ x: [0, 0], y: [0.1, 1.1] });
  });

  it('has a slider with a step for each frame and buttons that play and pause', () => {
    const { layout, frames } = film(rl.play(rl.cartPole(), () => 0).states);
    const { sliders, updatemenus } = layout as { sliders: { steps: { label: string }[] }[]; updatemenus: { buttons: { label: string }[] }[] }; // prettier-ignore
    expect(sliders[0]!.steps.map(({ label }) => label)).toEqual(frames.map((_, i) => `${(i * 0.02).toFixed(2)} s`));
    expect(frames.map(({ name }) => name)).toEqual(frames.map((_, i) => String(i)));
    expect(updatemenus[0]!.buttons.map(({ label }) => label)).toEqual(['Play', 'Pause']);
  });

  it('shows at most 121 moments of a long episode, the first and the last among them', () => {
    for (const moments of [1, 2, 120, 121, 501, 5000]) {
      const { frames, layout } = film(Array.from({ length: moments }, (_, i) => [i / 5000, 0, 0, 0]));
      const { sliders } = layout as { sliders: { steps: { label: string }[] }[] };
      const labels = sliders[0]!.steps.map(({ label }) => label);
      expect(frames.length).toBeLessThanOrEqual(121);
      expect(labels).toHaveLength(frames.length);
      expect([labels[0], labels.at(-1)]).toEqual(['0.00 s', `${((moments - 1) * 0.02).toFixed(2)} s`]);
    }
  });

  it('says in words how long it went, how far and how it leant', () => {
    expect(film([[0, 0, 0, 0], [-1.26, 0, -0.2, 0], [0.5, 0, 0.1, 0]]).description).toBe(
      'A cart balances a pole for 2 steps, 0.04 s. The cart is between -1.3 m and 0.5 m from the middle; the pole leans 11.5° ' +
        'at most, 5.7° at the end.',
    ); // prettier-ignore
  });

  it('names what it cannot use', () => {
    const draw = (states: unknown) => () => figures.cartPole(states as number[][]);
    expect(draw([])).toThrow('figures.cartPole: expected at least one state of a cart and its pole, got []');
    expect(draw(undefined)).toThrow('expected at least one state of a cart and its pole, got undefined');
    expect(draw([[1, 2, 3]])).toThrow('expected states[0] to hold 4 numbers, got [1, 2, 3]');
    for (const bad of notFinite) expect(draw([[0, 0, bad, 0]])).toThrow('expected states[0][2] to be a finite number');
  });
});
