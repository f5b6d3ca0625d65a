/** Figures of a predictor's answers: confusion, alarms, calibration. */
import { describe, expect, it } from 'vitest';
import { data, figures, inspect, scratch, tf } from '../../../lib/index';
import type { Figure } from '../../../lib/types';
import { expectGolden } from '../../support/golden';
import { expectNear, reference } from '../../support/reference';
import { expectNoLeakedTensors } from '../../support/tensors';

interface Trace {
  name: string;
  x: number[];
  y: number[];
  z: number[][];
  text: string[] & string[][];
  hovertext: string[][];
}
const trace = (figure: Figure, i = 0) => figure.data[i] as Trace;
const seen = reference<{ roc: { scores: number[]; labels: number[]; auc: number }[] }>('figures').roc;

describe('figures.confusion', () => {
  const classes = ['cat', 'dog', 'bear'];
  const [answers, labels] = [[0, 1, 2, 2, 0], [0, 0, 2, 1, 0]]; // prettier-ignore

  it('is drawn as it was', () => {
    expectGolden('confusion', figures.confusion(answers, labels, { classes }));
  });

  it('has a row for each true class and a column for each predicted one, with counts and shares of the row', () => {
    const { z, text, hovertext } = trace(figures.confusion(answers, labels, { classes }));
    expect(z).toEqual([[0.66667, -0.33333, 0], [0, 0, -1], [0, 0, 1]]); // prettier-ignore
    expect(text).toEqual([['2<br>67 %', '1<br>33 %', ''], ['', '', '1<br>100 %'], ['', '', '1<br>100 %']]); // prettier-ignore
    expect(hovertext[1]![2]).toBe('true dog, predicted bear: 1 (100 % of the row)');
  });

  it('asks a tfjs model of images, and leaves no tensor', () => {
    const { xs, ys, classes } = data.digits({ samples: 50 });
    const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [8, 8, 1] }), tf.layers.dense({ units: 10, activation: 'softmax' })] }); // prettier-ignore
    const images = { xs: xs.reshape([50, 8, 8, 1]), ys, classes: classes! };
    const figure = expectNoLeakedTensors(() => figures.confusion(model, images));
    expect(figure).toEqual(figures.confusion(model.predict(images.xs) as tf.Tensor, ys, { classes: classes! }));
    expect(trace(figure).z).toHaveLength(10);
  });

  it('writes only counts where there are many classes, and nothing where there are more', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => i);
    expect(trace(figures.confusion(many(13), many(13))).text[0]![0]).toBe('1');
    expect(trace(figures.confusion(many(31), many(31))).text[0]![0]).toBe('');
    expect(() => figures.confusion(many(101), many(101))).toThrow('figures.confusion: expected at most 100 classes');
  });

  it('says in words how many are right, and which mistake is the commonest', () => {
    expect(figures.confusion(answers, labels, { classes }).description).toBe(
      '3 of 5 samples right, an accuracy of 60 %; most often "cat" is taken for "dog" (1 time).',
    );
    const and = scratch.unit({ weights: [1, 1], threshold: 2 });
    expect(figures.confusion(and, data.gate('and')).description).toContain('no class is taken for another.');
  });

  it('refuses in its own name what inspect.confusion refuses', () => {
    expect(() => figures.confusion([0, NaN], [0, 1])).toThrow(
      'figures.confusion: expected predictions[1] to be a finite',
    );
    expect(() => figures.confusion([0], [0, 1])).toThrow('figures.confusion: expected 2 predictions');
  });
});

describe('figures.roc', () => {
  it('is drawn as it was', () => {
    expectGolden('roc', figures.roc([0.1, 0.4, 0.35, 0.8, 0.4], [0, 0, 1, 1, 1]));
  });

  it('encloses under its curve the area that it names, though it leaves out points on straight lines', () => {
    for (const { scores, labels, auc } of seen) {
      const figure = figures.roc(scores, labels);
      const { x, y, name } = trace(figure, 1);
      const area = x.slice(1).reduce((sum, at, i) => sum + ((at - x[i]!) * (y[i + 1]! + y[i]!)) / 2, 0);
      expectNear(area, auc, 1e-4);
      expect(name).toBe(`scores (area ${auc.toFixed(3)})`);
      expect(x.length).toBeLessThan(inspect.roc(scores, labels).thresholds.length + 1);
    }
  });

  it('draws each of several classes against the rest, and of two columns the second', () => {
    const scores = [[0.8, 0.1, 0.1], [0.2, 0.5, 0.3], [0.3, 0.3, 0.4], [0.1, 0.6, 0.3]]; // prettier-ignore
    const [inputs, ys] = [tf.tensor2d(scores), data.oneHot([0, 1, 2, 2])];
    const figure = expectNoLeakedTensors(() => figures.roc(inputs, ys, { classes: ['a', 'b', 'c'] }));
    expect(figure.data.map((one) => (one as Trace).name)).toEqual(['guessing', 'a (area 1.000)', 'b (area 0.667)', 'c (area 0.875)']); // prettier-ignore
    expect(figure.description).toContain('a 1, b 0.6667 and c 0.875, where guessing has 0.5.');
    const two = figures.roc([[0.3, 0.7], [0.6, 0.4]], [1, 0]); // prettier-ignore
    expect(two).toEqual(figures.roc([0.7, 0.4], [1, 0]));
  });

  it('refuses in its own name what inspect.roc refuses, and names that do not fit', () => {
    expect(() => figures.roc([1, 2], [1, 1])).toThrow('figures.roc: expected labels to hold class 1 and others');
    expect(() => figures.roc([1, 2], [0, 1], { classes: ['a'] })).toThrow('figures.roc: expected 2 names in classes');
    expect(() => figures.roc([Array(13).fill(0)], [1])).toThrow('at most 12 classes');
  });
});

describe('figures.calibration', () => {
  it('is drawn as it was', () => {
    expectGolden('calibration', figures.calibration([0.95, 0.9, 0.8, 0.6, 0.3, 0.1], [1, 0, 1, 1, 0, 0], { bins: 5 }));
  });

  it('draws a bar for each bin that holds answers, as high as the share that came true', () => {
    const { x, y } = trace(figures.calibration([0.9, 0.95, 0.2], [1, 0, 0], { bins: 4 }));
    expect([x, y]).toEqual([[0.125, 0.875], [0, 0.5]]); // prettier-ignore
  });

  it('says in words the expected calibration error, and whether the answers are too sure', () => {
    const says = (p: number[], labels: number[]) => figures.calibration(p, labels).description;
    expect(says([0.9, 0.9], [1, 0])).toBe('2 answers in 10 bins: the expected calibration error is 0.4; on average the answers are too sure, by 0.4.'); // prettier-ignore
    expect(says([0.3], [1])).toContain('too unsure, by 0.7.');
    expect(says([0.5, 0.5], [1, 0])).toContain('confidence and frequency agree.');
  });

  it('refuses in its own name what inspect.calibration refuses', () => {
    expect(() => figures.calibration([2], [1])).toThrow('figures.calibration: expected probabilities[0] to be');
    expect(() => figures.calibration([1], [1], { bins: NaN })).toThrow('figures.calibration: expected bins to be');
  });
});
