/** The numbers behind pictures of predictions: confusion, rates of alarms, calibration. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, inspect, scratch, tf } from '../../../lib/index';
import type { Predictor } from '../../../lib/types';
import { expectNear, reference } from '../../support/reference';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

interface Reference {
  confusion: inspect.Confusion & { labels: number[]; predictions: number[] };
  roc: (inspect.Roc & { scores: number[]; labels: number[] })[];
  calibration: (inspect.Calibration & { probabilities: number[] | number[][]; labels: number[]; samples: number[] })[];
}
const expected = reference<Reference>('figures');

const small = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 40 });

describe('inspect.confusion', () => {
  it("gives NumPy's counts exactly, and its shares to 1e-15", () => {
    const { labels, predictions, counts, accuracy, byClass } = expected.confusion;
    const found = inspect.confusion(predictions, labels);
    expect(found.counts).toEqual(counts);
    expectNear(found.accuracy, accuracy, 1e-15);
    found.byClass.forEach((row, i) => {
      for (const key of ['precision', 'recall', 'f1'] as const) expectNear(row[key], byClass[i]![key], 1e-15, key);
    });
  });

  it('counts every sample once, in the row of its label', () => {
    fc.assert(
      fc.property(small, (pairs) => {
        const labels = pairs.map(([label]) => label);
        const found = inspect.confusion(pairs.map(([, answer]) => answer), labels); // prettier-ignore
        expect(found.counts.flat().reduce((a, b) => a + b)).toBe(pairs.length);
        found.byClass.forEach(({ samples }, i) => expect(samples).toBe(labels.filter((label) => label === i).length));
        expect(found.accuracy).toBe(pairs.filter(([label, answer]) => label === answer).length / pairs.length);
      }),
    );
  });

  it('takes numbers, names, one-hot rows, scores and tensors alike', () => {
    const classes = ['a', 'b', 'c'];
    const wanted = inspect.confusion([0, 2, 1, 1], [0, 1, 1, 2], { classes });
    const names = inspect.confusion(['a', 'c', 'b', 'b'], ['a', 'b', 'b', 'c'], { classes });
    const scores = [[3, 1, 2], [0, 0.1, 0.2], [-5, -1, -2], [0, 1, 0]]; // prettier-ignore
    const oneHot = data.oneHot([0, 1, 1, 2], 3);
    const forms = [
      names,
      inspect.confusion(scores, oneHot, { classes }),
      inspect.confusion(tf.tensor2d(scores), tf.tensor1d([0, 1, 1, 2], 'int32'), { classes }),
      inspect.confusion(tf.tensor1d([0, 2, 1, 1]), tf.tensor2d([[0], [1], [1], [2]]), { classes }),
    ];
    for (const form of forms) expect(form).toEqual(wanted);
  });

  it('takes a chance of one half as class 1, also of booleans', () => {
    expect(inspect.confusion([0.2, 0.5, 0.9, 0.49], [0, 0, 1, 1]).counts).toEqual([[1, 1], [1, 1]]); // prettier-ignore
    expect(inspect.confusion(tf.tensor1d([true, false], 'bool'), [1, 1]).counts).toEqual([[0, 0], [1, 1]]); // prettier-ignore
  });

  it('asks a model of images, a nested model and a function, and leaves no tensor', () => {
    const xs = tf.tensor4d(
      [0, 0, 1, 1, 0, 0, 0, 1].flatMap((v) => [v, v, v, v]),
      [8, 2, 2, 1],
    );
    const dataset = { xs, ys: data.oneHot([0, 0, 1, 1, 0, 1, 0, 1], 2), classes: ['dark', 'light'] };
    const inner = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [2, 2, 1] }), tf.layers.dense({ units: 1, activation: 'sigmoid' })] }); // prettier-ignore
    inner.setWeights([tf.fill([4, 1], 10), tf.tensor1d([-20])]);
    const outer = tf.sequential({ layers: [inner] });
    const brightness = (x: number[]) => x.reduce((sum, v) => sum + v, 0) / 4;
    for (const predictor of [inner, outer, brightness, { predict: brightness }] as Predictor[]) {
      const found = expectNoLeakedTensors(() => inspect.confusion(predictor, dataset));
      expect([found.classes, found.counts]).toEqual([['dark', 'light'], [[4, 0], [1, 3]]]); // prettier-ignore
    }
    const unit = scratch.unit({ weights: [1, 1], threshold: 2 });
    expect(inspect.confusion(unit, data.gate('and')).accuracy).toBe(1);
  });

  it('leaves a share of nothing as NaN', () => {
    const { byClass } = inspect.confusion([0, 0], [0, 1]);
    expect(byClass[1]).toEqual({ class: '1', samples: 1, precision: NaN, recall: 0, f1: 0 });
  });

  it('refuses what is no class, other lengths, and predictors without inputs', () => {
    const find = inspect.confusion as (...rest: unknown[]) => inspect.Confusion;
    expect(() => find([0, 1], [0])).toThrow('inspect.confusion: expected 1 predictions, as many as labels, got 2');
    expect(() => find([0], [])).toThrow('expected labels to be a tensor or an array of numbers, at least one');
    expect(() => find([], [0])).toThrow('expected predictions to be a tensor or an array of numbers, at least one');
    expect(() => find(undefined, [0])).toThrow('expected predictions to be');
    expect(() => find([0], undefined)).toThrow('expected labels to be');
    for (const bad of [...notFinite, null, '1'])
      expect(() => find([0, bad], [0, 1])).toThrow('expected predictions[1] to be a finite number');
    for (const bad of [-1, 0.5, 1e9]) expect(() => find([0], [bad])).toThrow('labels[0] to be a whole number from 0');
    expect(() => find([0, 1.5, 2], [0, 1, 2])).toThrow('predictions[1] to be a whole number from 0 to 2, got 1.5');
    expect(() => find([3], [0], { classes: ['a', 'b'] })).toThrow('predictions[0] to be a whole number from 0 to 1');
    expect(() => find([[1, 2]], [0], { classes: ['a', 'b', 'c'] })).toThrow('a score for each of 3 classes');
    expect(() => find(['a'], ['a'])).toThrow('classes to be the names of the classes');
    expect(() => find(['c'], ['a'], { classes: ['a', 'b'] })).toThrow("names in classes, got 'c'");
    expect(() => find([0], [0], { classes: ['a', 'a'] })).toThrow('array of names, each once');
    expect(() => find(() => 1, [0])).toThrow('expected a data set { xs, ys } beside a predictor');
    const gone = tf.tensor1d([1]);
    gone.dispose();
    expect(() => find(gone, [0])).toThrow('expected predictions to be alive');
    expect(() => find(tf.tensor1d(['a']), [0])).toThrow('expected predictions to hold numbers, got');
    expect(() => find(tf.zeros([0]), [0])).toThrow('expected predictions to hold at least one number');
    const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [3], units: 2 })] });
    expect(() => find(model, data.gate('or'))).toThrow('expected xs of shape [any, 3], as the model');
  });
});

describe('inspect.roc', () => {
  it('gives the rates and areas that NumPy finds by asking every sample and every pair, to 1e-15', () => {
    for (const { scores, labels, thresholds, truePositiveRates, falsePositiveRates, auc } of expected.roc) {
      const found = inspect.roc(scores, labels);
      expect(found.thresholds).toEqual([Infinity, ...thresholds]);
      expectNear(found.truePositiveRates, [0, ...truePositiveRates], 1e-15);
      expectNear(found.falsePositiveRates, [0, ...falsePositiveRates], 1e-15);
      expectNear(found.auc, auc, 1e-15);
    }
  });

  it('has area 1 for the right order, 0 for the wrong one, and one half for ties', () => {
    expect(inspect.roc([1, 2, 3], [0, 0, 1]).auc).toBe(1);
    expect(inspect.roc([3, 2, 1], [0, 0, 1]).auc).toBe(0);
    expect(inspect.roc([7, 7, 7], [0, 1, 1])).toEqual({ thresholds: [Infinity, 7], falsePositiveRates: [0, 1], truePositiveRates: [0, 1], auc: 0.5 }); // prettier-ignore
  });

  it('turns round when the scores do, and does not see their scale', () => {
    const scored = fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.boolean()), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(scored, (pairs) => {
        const scores = [...pairs.map(([score]) => score), 0, 1];
        const labels = [...pairs.map(([, label]) => Number(label)), 0, 1];
        const { auc } = inspect.roc(scores, labels);
        expect(inspect.roc(scores.map((s) => 0 - s), labels).auc).toBeCloseTo(1 - auc, 12); // prettier-ignore
        expect(inspect.roc(scores.map((s) => Math.exp(s)), labels).auc).toBe(auc); // prettier-ignore
        expect(inspect.roc(scores, labels, { positive: 0 }).auc).toBeCloseTo(1 - auc, 12);
      }),
    );
  });

  it('tells one of several classes from the rest, by its column', () => {
    const scores = [[0.8, 0.1, 0.1], [0.2, 0.5, 0.3], [0.3, 0.3, 0.4], [0.1, 0.6, 0.3]]; // prettier-ignore
    expect(inspect.roc(scores, [0, 1, 2, 2], { positive: 2 })).toEqual(inspect.roc([0.1, 0.3, 0.4, 0.3], [0, 0, 1, 1]));
    const [inputs, ys] = [tf.tensor2d(scores), data.oneHot([0, 1, 2, 2])];
    const tensors = expectNoLeakedTensors(() => inspect.roc(inputs, ys, { positive: 2 }));
    expect(tensors.auc).toBeCloseTo(0.875, 12);
  });

  it('refuses labels of one class, other lengths and numbers that are none', () => {
    const find = inspect.roc as (...rest: unknown[]) => inspect.Roc;
    expect(() => find([1, 2], [1, 1])).toThrow("inspect.roc: expected labels to hold class 1 and others, got '2 of 2");
    expect(() => find([1, 2], [0])).toThrow('expected 2 labels, as many as scores, got 1');
    for (const bad of notFinite) expect(() => find([1, bad], [0, 1])).toThrow('scores[1] to be a finite number');
    expect(() => find([], [])).toThrow('expected scores to be');
    expect(() => find([[1, 2], [1]], [0, 1])).toThrow('scores[1] to hold 2 numbers'); // prettier-ignore
    expect(() => find([[1, 2], [1, 0]], [0, 1], { positive: 2 })).toThrow('positive to be a whole number from 0 to 1'); // prettier-ignore
  });
});

describe('inspect.calibration', () => {
  it("gives NumPy's bins exactly, its errors to 1e-14", () => {
    for (const { probabilities, labels, bins, samples, ece, mce } of expected.calibration) {
      const found = inspect.calibration(probabilities, labels, { bins: bins as unknown as number });
      expect(found.bins.map((bin) => bin.samples)).toEqual(samples);
      expectNear(found.ece, ece, 1e-14);
      expectNear(found.mce, mce, 1e-14);
    }
  });

  it('puts a probability on an edge into the bin below, for any number of bins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(300), (bins, i) => {
        fc.pre(i <= bins);
        const found = inspect.calibration([i / bins], [1], { bins }).bins.findIndex(({ samples }) => samples > 0);
        expect(found).toBe(Math.max(0, i - 1));
      }),
    );
  });

  it('finds no error where half of the halves come true, and the whole where none does', () => {
    expect(inspect.calibration([0.5, 0.5], [0, 1]).ece).toBe(0);
    expect(inspect.calibration([1, 1], [0, 0])).toMatchObject({ ece: 1, mce: 1 });
    expect(inspect.calibration([0.5], [1], { bins: 2 }).bins[1]).toEqual({ from: 0.5, to: 1, samples: 0, confidence: NaN, frequency: NaN }); // prettier-ignore
  });

  it('refuses what is no probability, and other lengths', () => {
    const find = inspect.calibration as (...rest: unknown[]) => inspect.Calibration;
    for (const bad of [-0.1, 1.1]) expect(() => find([bad], [1])).toThrow('probabilities[0] to be a finite number from 0 to 1'); // prettier-ignore
    for (const bad of notFinite) expect(() => find([bad], [1])).toThrow('probabilities[0] to be a finite number');
    expect(() => find([[0.5, 0.6]], [1])).toThrow('probabilities[0] to sum to 1, got 1.1; softmax makes');
    expect(() => find([0.5], [1, 0])).toThrow('expected 1 labels, as many as probabilities, got 2');
    expect(() => find([0.5], [2])).toThrow('expected labels from 0 to 1, got 2');
    expect(() => find([0.5], [1], { bins: 0 })).toThrow('bins to be a whole number from 1 to 1000');
  });
});
