/** A small BERT: it sees both sides, not the padding, fills in what is masked, and learns to classify. */
import { describe, expect, it } from 'vitest';
import { models, tf } from '../../../lib/index';
import { expectNoLeakedTensors } from '../../support/tensors';
import { reloaded } from './support';

const small = { vocabSize: 8, blockSize: 9, units: 8, heads: 2 };
const tensor = (rows: readonly number[][]) => tf.tensor2d([...rows], undefined, 'int32');
const chances = (model: tf.LayersModel, tokens: number[]) =>
  tf.tidy(() => (model.predict(tensor([tokens])) as tf.Tensor3D).arraySync()[0]!);

/** With large weights, so that every look shows. */
function sharp(): tf.LayersModel {
  const model = models.bert(small);
  model.setWeights(model.getWeights().map((w, i) => tf.randomNormal(w.shape, 0, 0.7, 'float32', i + 1)));
  return model;
}

describe('models.bert', () => {
  it('gives chances of tokens at each place, the same for the same seed', () => {
    const answer = (seed?: number) => chances(models.bert({ ...small, seed }), [1, 2, 3, 4]);
    expect([answer().length, answer()[0]!.length]).toEqual([4, 8]);
    for (const row of answer()) expect(row.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 5);
    expect(answer()).toEqual(answer(0));
    expect(answer(1)).not.toEqual(answer(2));
  });

  it('sees what stands on both sides of a place', () => {
    const model = sharp();
    const middle = (tokens: number[]) => chances(model, tokens)[1];
    expect(middle([1, 2, 3])).not.toEqual(middle([4, 2, 3]));
    expect(middle([1, 2, 3])).not.toEqual(middle([1, 2, 5]));
  });

  it('does not see padding: however much follows, what it says of the tokens stays', () => {
    const model = sharp();
    const [plain, padded] = [chances(model, [1, 2, 3]), chances(model, [1, 2, 3, 0, 0, 0, 0, 0, 0])];
    plain.forEach((row, place) => row.forEach((chance, i) => expect(padded[place]![i]).toBeCloseTo(chance, 5)));
  });

  it('survives a row that is all padding', () => {
    expect(chances(sharp(), [0, 0, 0]).flat().every(Number.isFinite)).toBe(true);
  });

  it('learns to fill in masked words, and, with a layer on its vectors, to classify', async () => {
    const mask = 7;
    const sentences = [[1, 2, 3], [4, 5, 6], [1, 5, 3], [4, 2, 6]]; // prettier-ignore
    const model = models.bert({ ...small, layers: 1, seed: 3 });
    model.compile({ optimizer: tf.train.adam(0.02), loss: 'sparseCategoricalCrossentropy' });
    // The last word is hidden; the first decides it.
    const xs = tensor(sentences.map(([first, second]) => [first!, second!, mask]));
    const ys = tf.tensor3d(sentences.map((words) => words.map((word) => [word])));
    await model.fit(xs, ys, { epochs: 60, verbose: 0, shuffle: false });
    const best = (model.predict(xs) as tf.Tensor).argMax(-1).arraySync();
    expect(best).toEqual(sentences);

    const [vectors, there] = ['norm', 'there'].map((name) => model.getLayer(name).output as tf.SymbolicTensor);
    const sum = tf.layers.dot({ axes: [1, 1] }).apply([there!, vectors!]) as tf.SymbolicTensor;
    const kernelInitializer = tf.initializers.glorotUniform({ seed: 1 });
    const answer = tf.layers.dense({ units: 2, activation: 'softmax', kernelInitializer }).apply(sum);
    const classifier = tf.model({ inputs: model.inputs, outputs: answer as tf.SymbolicTensor });
    classifier.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy' });
    const classes = [0, 1, 1, 0]; // which second word it is, 2 or 5
    const targets = tf.oneHot(tf.tensor1d(classes, 'int32'), 2).toFloat();
    await classifier.fit(xs, targets, { epochs: 40, verbose: 0, shuffle: false });
    expect((classifier.predict(xs) as tf.Tensor).argMax(-1).arraySync()).toEqual(classes);
  });

  it('saves and loads with the same answers, and leaves no tensor', async () => {
    const model = sharp();
    expect(chances(await reloaded(model), [1, 2, 0])).toEqual(chances(model, [1, 2, 0]));
    expectNoLeakedTensors(() => chances(model, [3, 4]));
  });

  it('says which option is out of range', () => {
    expect(() => models.bert({ ...small, vocabSize: -1 })).toThrow(
      'models.bert: expected vocabSize to be a whole number',
    );
    expect(() => models.bert({ ...small, heads: 5 })).toThrow('a multiple of 5 heads');
    expect(() => chances(models.bert(small), Array<number>(10).fill(1))).toThrow('a sequence of at most 9 places');
  });
});
