/** Curves of a training. */
import { describe, expect, it } from 'vitest';
import { data, figures, tf } from '../../../lib/index';
import type { Curves } from '../../../lib/figures/history';
import type { Figure } from '../../../lib/types';
import { expectGolden } from '../../support/golden';
import { notFinite } from '../../support/tensors';

interface Curve {
  name: string;
  x: number[];
  y: (number | null)[];
  line: { color: string; dash: string };
}
const curves = (figure: Figure) => figure.data as Curve[];

describe('figures.history', () => {
  it('is drawn as it was', () => {
    expectGolden(
      'history',
      figures.history({ val_loss: [0.8, 0.6, 0.7], loss: [0.7, 0.5, 0.25], acc: [0.5, 0.75, 1] }),
    );
  });

  it('draws each number at its epoch, counted from 1', () => {
    expect(curves(figures.history({ errors: [3, 1, 0] }))).toMatchObject([
      { name: 'errors', x: [1, 2, 3], y: [3, 1, 0] },
    ]);
  });

  it('takes what model.fit returns', async () => {
    const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 1, activation: 'sigmoid' })] });
    model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy' });
    const { xs, ys } = data.gate('or');
    const history = await model.fit(xs, ys, { epochs: 3, verbose: 0, validationData: [xs, ys] });
    const drawn = curves(figures.history(history));
    expect(drawn.map(({ name, y }) => [name, y.length])).toEqual([['loss', 3], ['val_loss', 3]]); // prettier-ignore
    expect(drawn[0]!.y[0]).toBeCloseTo(history.history.loss![0] as number, 4);
  });

  it('draws a curve and its val_ twin in one colour, the twin dashed, and others in another', () => {
    const [loss, twin, acc] = curves(figures.history({ loss: [1], acc: [1], val_loss: [1] }));
    expect([loss!.name, twin!.name, acc!.name]).toEqual(['loss', 'val_loss', 'acc']);
    expect(twin!.line.color).toBe(loss!.line.color);
    expect(acc!.line.color).not.toBe(loss!.line.color);
    expect(new Set([loss, twin, acc].map((curve) => curve!.line.dash)).size).toBe(3);
  });

  it('draws the metrics asked for, in that order', () => {
    const all = { loss: [1], acc: [2] };
    expect(curves(figures.history(all, { metrics: ['acc'] })).map(({ name }) => name)).toEqual(['acc']);
    expect(() => figures.history(all, { metrics: ['mse'] })).toThrow(
      "figures.history: expected metrics among loss and acc, got 'mse'",
    );
    expect(() => figures.history(all, { metrics: [] })).toThrow('expected at least one curve');
  });

  it('leaves a gap where a number is not finite, and says so', () => {
    for (const bad of notFinite) {
      const figure = figures.history({ loss: [1, bad, bad] });
      expect(curves(figure)[0]!.y).toEqual([1, null, null]);
      expect(figure.description).toContain('not a finite number from epoch 2 on');
    }
  });

  it('says in words where each curve starts and ends', () => {
    expect(figures.history({ loss: [0.7, 0.5, 0.25], errors: [3] }).description).toBe(
      'loss: from 0.7 to 0.25 in 3 epochs. errors: 3 after 1 epoch.',
    );
  });

  it('refuses what has no numbers', () => {
    const draw = (input: unknown) => () => figures.history(input as Curves);
    expect(draw({})).toThrow('figures.history: expected at least one curve, got {}');
    expect(draw(undefined)).toThrow('figures.history: expected the history of a training, or { name: numbers }');
    expect(draw({ loss: [] })).toThrow(
      'figures.history: expected loss to be an array of numbers, at least one, got []',
    );
    expect(draw({ loss: 3 })).toThrow('expected loss to be an array');
    expect(draw({ loss: ['low'] })).toThrow("figures.history: expected loss to hold numbers, got 'low'");
  });
});
