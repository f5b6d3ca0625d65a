/** Where modules meet: what one returns, another takes as it is. */
import { describe, expect, it } from 'vitest';
import { data, figures, inspect, models, scratch, tf } from '../../lib/index';
import { expectNoLeakedTensors } from '../support/tensors';

const digits = data.digits({ samples: 40, images: true });
const image = digits.xs.slice([0], [1]); // [1, 8, 8, 1]
const model = tf.sequential({
  layers: [
    tf.layers.conv2d({ inputShape: [8, 8, 1], filters: 4, kernelSize: 3, activation: 'relu' }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 10, activation: 'softmax' }),
  ],
});
const [conv, , dense] = inspect.forward(model, image);

describe('the values that inspect keeps', () => {
  it('are feature maps, images and heat', () => {
    const tensor = model.layers[0]!.apply(image) as tf.Tensor;
    expect(figures.featureMaps(conv!.values)).toEqual(figures.featureMaps(tensor));
    const { values } = inspect.forward(tf.sequential({ layers: [tf.layers.flatten({ inputShape: [8, 8, 1] })] }), image)[0]!; // prettier-ignore
    expect(figures.images(values)).toEqual(figures.images(image));
    expect(figures.overlay(image, values)).toEqual(figures.overlay(image, image));
  });

  it('are numbers and rows', () => {
    const weights = inspect.weights(model).find(({ name }) => name.endsWith('/kernel') && !name.startsWith('conv'))!;
    const tensor = weights.values.toTensor();
    expectNoLeakedTensors(() => {
      expect(figures.histogram(weights.values)).toEqual(figures.histogram(tensor));
      expect(figures.heatmap(weights.values)).toEqual(figures.heatmap(tensor as tf.Tensor2D));
      expect(figures.curves({ dense: dense!.values }).data).toHaveLength(1);
    });
  });

  it('are scores', () => {
    const scores = inspect.forward(model, digits.xs)[2]!.values;
    expect(inspect.confusion(model, digits).counts).toEqual(inspect.confusion(scores as never, digits).counts);
    expect(inspect.roc(scores, digits.ys, { positive: 3 })).toEqual(inspect.roc(model, digits, { positive: 3 }));
  });
});

describe('an image alone, as inspect.activationMaximisation gives it,', () => {
  it('is drawn as one image', () => {
    const { image: best } = inspect.activationMaximisation(model, { unit: 3, steps: 2 });
    expect(best.shape).toEqual([8, 8, 1]);
    expect(figures.images(best).description).toContain('1 image of 8 × 8 pixels');
    expect(figures.images(tf.zeros([120, 3, 1])).description).toContain('1 image of 120 × 3 pixels');
  });
});

describe("a convolution's filter", () => {
  it('is named where a whole kernel is given', () => {
    expect(() => inspect.convolution(image, model.layers[0]!.getWeights()[0]!)).toThrow(
      'got a tensor of shape [3, 3, 1, 4]; take one: W.slice([0, 0, 0, 0], [-1, -1, -1, 1]).squeeze([3])',
    );
  });
});

describe('what fit of scratch returns', () => {
  it('is drawn as a history', () => {
    const history = new scratch.Network([2, 4, 1], { seed: 1 }).fit(data.gate('xor'), { epochs: 5 });
    expect(figures.history(history)).toEqual(figures.history({ loss: history.loss }));
    const mistakes = new scratch.Perceptron(2).fit(data.gate('and'));
    expect(figures.history(mistakes)).toEqual(figures.history({ errors: mistakes.errors }));
  });
});

describe('a predictor and a data set', () => {
  const scores = model.predict(digits.xs) as tf.Tensor;

  it('are calibrated, and set off against each other', () => {
    expectNoLeakedTensors(() => {
      expect(inspect.calibration(model, digits)).toEqual(inspect.calibration(scores, digits.labels));
      expect(figures.calibration(model, digits)).toEqual(figures.calibration(scores, digits.ys));
    });
    const moons = data.moons();
    const perceptron = new scratch.Perceptron(2);
    perceptron.fit(moons);
    expect(inspect.roc(perceptron, moons).auc).toBeGreaterThan(0.5);
    const roc = figures.roc((x: number[]) => x.slice(0, 3), data.iris());
    expect(roc.description).toContain('setosa');
  });

  it('need each other', () => {
    expect(() => inspect.roc(model, digits.labels)).toThrow('inspect.roc: expected a data set { xs, ys } beside');
  });
});

describe('what model.predict returns, a tensor of any rank to TypeScript,', () => {
  it('is searched, mapped and standardised without a cast to Tensor2D', () => {
    const found = model.predict(digits.xs) as tf.Tensor;
    expect(models.nearest(found, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], { k: 2 })).toHaveLength(2);
    new models.SOM({ rows: 2, columns: 2, inputs: 10 }).fit(found, { epochs: 1 });
    expect(data.standardise(found).mean).toHaveLength(10);
    expect(() => data.standardise(digits.xs)).toThrow('expected xs of shape [samples, ');
  });
});
