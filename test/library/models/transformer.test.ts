/** The encoder-decoder: it reads all of the source but its padding, writes without seeing ahead, and learns to translate. */
import { describe, expect, it } from 'vitest';
import { models, tf } from '../../../lib/index';
import { expectNoLeakedTensors } from '../../support/tensors';
import { reloaded } from './support';

const small = { sourceVocabSize: 8, targetVocabSize: 6, units: 8, heads: 2 };
const tensor = (rows: readonly number[][]) => tf.tensor2d([...rows], undefined, 'int32');
const chances = (model: tf.LayersModel, source: number[], target: number[]) =>
  tf.tidy(() => (model.predict([tensor([source]), tensor([target])]) as tf.Tensor3D).arraySync()[0]!);

/** With large weights, so that every look shows. */
function sharp(): tf.LayersModel {
  const model = models.transformer(small);
  model.setWeights(model.getWeights().map((w, i) => tf.randomNormal(w.shape, 0, 0.7, 'float32', i + 1)));
  return model;
}

describe('models.transformer', () => {
  const model = sharp();

  it('gives chances of each next token of the target, for any lengths, the same for the same seed', () => {
    const answer = (seed?: number) => chances(models.transformer({ ...small, seed }), [1, 2, 3, 4, 5], [1, 2]);
    expect([answer().length, answer()[0]!.length]).toEqual([2, 6]);
    for (const row of answer()) expect(row.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 5);
    expect(answer()).toEqual(answer(0));
    expect(answer(1)).not.toEqual(answer(2));
  });

  it('never looks ahead in the target, and does look back', () => {
    const [one, other] = [chances(model, [1, 2], [1, 2, 3]), chances(model, [1, 2], [1, 2, 4])];
    expect(other.slice(0, 2)).toEqual(one.slice(0, 2));
    expect(other[2]).not.toEqual(one[2]);
    expect(chances(model, [1, 2], [5, 2, 3])[2]).not.toEqual(one[2]);
  });

  it('reads all of the source, in its order, at every place', () => {
    const first = (source: number[]) => chances(model, source, [1])[0];
    expect(first([1, 2, 3])).not.toEqual(first([1, 2, 4]));
    expect(first([1, 2, 3])).not.toEqual(first([3, 2, 1]));
  });

  it('does not see padding of the source', () => {
    const [plain, padded] = [chances(model, [1, 2, 3], [1, 2]), chances(model, [1, 2, 3, 0, 0], [1, 2])];
    plain.forEach((row, place) => row.forEach((chance, i) => expect(padded[place]![i]).toBeCloseTo(chance, 5)));
    expect(chances(model, [0, 0], [1]).flat().every(Number.isFinite)).toBe(true);
  });

  it('learns to write backwards what it reads', async () => {
    const begin = 1;
    const words = [2, 3, 4, 5];
    const sources = words.flatMap((first) => words.map((second) => [first, second]));
    const learner = models.transformer({ sourceVocabSize: 6, targetVocabSize: 6, layers: 1, units: 16, heads: 2 });
    learner.compile({ optimizer: tf.train.adam(0.02), loss: 'sparseCategoricalCrossentropy' });
    const inputs = [tensor(sources), tensor(sources.map(([, second]) => [begin, second!]))];
    const ys = tf.tensor3d(sources.map(([first, second]) => [[second!], [first!]]));
    await learner.fit(inputs, ys, { epochs: 60, verbose: 0, shuffle: false });
    for (const source of sources) {
      const written = [begin];
      while (written.length < 3) {
        const last = chances(learner, source, written).at(-1)!;
        written.push(last.indexOf(Math.max(...last)));
      }
      expect(written.slice(1)).toEqual([...source].reverse());
    }
  });

  it('saves and loads with the same answers, and leaves no tensor', async () => {
    expect(chances(await reloaded(model), [1, 2, 0], [1, 3])).toEqual(chances(model, [1, 2, 0], [1, 3]));
    expectNoLeakedTensors(() => chances(model, [3, 4], [1]));
  });

  it('says which option is out of range', () => {
    const who = 'models.transformer: expected';
    expect(() => models.transformer({ ...small, sourceVocabSize: 0 })).toThrow(`${who} sourceVocabSize`);
    expect(() => models.transformer({ ...small, targetVocabSize: NaN })).toThrow(`${who} targetVocabSize`);
    expect(() => models.transformer({ ...small, layers: 0 })).toThrow(`${who} layers`);
    expect(() => models.transformer({ ...small, heads: 3 })).toThrow('a multiple of 3 heads');
  });
});
