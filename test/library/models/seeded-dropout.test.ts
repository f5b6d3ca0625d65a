/** Dropout from a seed: other masks step after step, the same from the same seed; alone and in the transformers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { models, tf } from '../../../lib/index';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';
import { reloaded } from './support';

const train = { training: true };
const mask = (layer: tf.layers.Layer, size = 64) => Array.from((layer.apply(tf.ones([size]), train) as tf.Tensor).dataSync()); // prettier-ignore

describe('models.SeededDropout', () => {
  it('sets a share of the numbers to 0 and scales the others so that the mean stays', () => {
    const rates = fc.double({ min: 0, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(rates, fc.nat(), (rate, seed) => {
        const values = mask(new models.SeededDropout({ rate, seed }), 4000);
        const kept = Math.fround(1 / Math.fround(1 - rate));
        for (const value of values) if (value !== 0) expect(value).toBeCloseTo(kept, 5);
        const dropped = values.filter((value) => value === 0).length / values.length;
        expect(Math.abs(dropped - rate)).toBeLessThan(0.05); // six standard deviations
      }),
      { numRuns: 25 },
    );
  });

  it('silences others at each step, the same ones from the same seed, and nothing while it predicts', () => {
    const steps = (seed?: number) => {
      const layer = new models.SeededDropout({ rate: 0.5, seed });
      return [mask(layer), mask(layer), mask(layer)];
    };
    const [first, second, third] = steps();
    expect(second).not.toEqual(first);
    expect(third).not.toEqual(second);
    expect(steps(0)).toEqual([first, second, third]);
    expect(steps(1)[0]).not.toEqual(first);
    const x = tf.tensor1d([1, 2, 3]);
    expect((new models.SeededDropout({ rate: 0.5 }).apply(x) as tf.Tensor).arraySync()).toEqual([1, 2, 3]);
  });

  it('is what tfjs 4.22 lacks: with a seed, its own layer silences the same places at every step', () => {
    const layer = tf.layers.dropout({ rate: 0.5, seed: 3 });
    expect(mask(layer)).toEqual(mask(layer)); // when this fails, tfjs has mended it
  });

  it('lets the gradient through where the number was kept, scaled as it was', () => {
    const layer = new models.SeededDropout({ rate: 0.25, seed: 5 });
    let output: tf.Tensor | undefined;
    const gradient = tf.grad((x) => (output = tf.keep(layer.apply(x, train) as tf.Tensor)).sum())(tf.ones([40]));
    expect(gradient.arraySync()).toEqual(output!.arraySync());
  });

  it('trains in a model twice alike, saves, loads, and leaves no tensor', async () => {
    const build = () => {
      const model = tf.sequential();
      const ones = tf.initializers.ones();
      model.add(new models.SeededDropout({ rate: 0.5, seed: 3, inputShape: [6], name: 'drop' }));
      model.add(tf.layers.dense({ units: 1, kernelInitializer: ones }));
      model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
      return model;
    };
    const losses = async () => (await build().fit(tf.ones([8, 6]), tf.ones([8, 1]), { epochs: 3, verbose: 0 })).history.loss; // prettier-ignore
    expect(await losses()).toEqual(await losses());
    const model = build();
    const again = await reloaded(model);
    expect(again.getLayer('drop').getConfig()).toMatchObject({ rate: 0.5, seed: 3 });
    const answer = (model: tf.LayersModel) => Array.from((model.apply(tf.ones([1, 6]), train) as tf.Tensor).dataSync());
    expect(answer(again)).toEqual(answer(model));
    const layer = new models.SeededDropout({ rate: 0.5 });
    const x = tf.ones([5]);
    expectNoLeakedTensors(() => layer.apply(x, train) as tf.Tensor, 1).dispose();
    expectNoLeakedTensors(() => layer.apply(x) as tf.Tensor, 1).dispose();
  });

  it('says which option is out of range', () => {
    for (const rate of [-0.1, 1, '0.5' as unknown as number, ...notFinite])
      expect(() => new models.SeededDropout({ rate })).toThrow(
        'models.SeededDropout: expected rate to be a share from 0 up to, but not including, 1, got',
      );
    expect(() => new models.SeededDropout({ rate: 0.5, seed: 0.5 })).toThrow('models.SeededDropout: expected seed');
  });
});

describe('the dropout of', () => {
  const tokens = tf.tensor2d([[1, 2, 3]], undefined, 'int32');
  const sizes = { vocabSize: 5, blockSize: 4, units: 8, heads: 2 };
  const pair = { sourceVocabSize: 5, targetVocabSize: 5, units: 8, heads: 2 };
  const run = (model: tf.LayersModel, training: boolean) => {
    const input = model.inputs.length === 1 ? tokens : [tokens, tokens];
    return Array.from((model.apply(input, { training }) as tf.Tensor).dataSync());
  };

  it.each([
    ['models.gpt', (dropout?: number) => models.gpt({ ...sizes, dropout })],
    ['models.bert', (dropout?: number) => models.bert({ ...sizes, dropout })],
    ['models.transformer', (dropout?: number) => models.transformer({ ...pair, dropout })],
  ])('%s acts at each step of training, otherwise never, and leaves the first weights as they are', (who, make) => {
    const [plain, dropping] = [make(), make(0.3)];
    expect(run(dropping, false)).toEqual(run(plain, false));
    expect(run(dropping, true)).not.toEqual(run(plain, true));
    expect(run(dropping, true)).not.toEqual(run(dropping, true));
    const [one, other] = [make(0.3), make(0.3)];
    expect(run(one, true)).toEqual(run(other, true));
    expect(plain.layers.some((layer) => layer instanceof models.SeededDropout)).toBe(false);
    expect(() => make(1)).toThrow(`${who}: expected dropout to be a share from 0 up to, but not including, 1, got 1`);
  });

  it('models.transformerBlock stands behind each of its parts', () => {
    const x = tf.input({ shape: [4, 8] });
    const block = models.transformerBlock(x, { dropout: 0.5, name: 'b', memory: x });
    const names = tf
      .model({ inputs: x, outputs: block })
      .layers.filter((layer) => layer instanceof models.SeededDropout);
    expect(names.map(({ name }) => name)).toEqual(['b_attention_dropout', 'b_cross_dropout', 'b_network_dropout']);
    expect(() => models.transformerBlock(x, { dropout: NaN })).toThrow('models.transformerBlock: expected dropout');
  });
});
