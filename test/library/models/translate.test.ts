/** Greedy translation: what a trained transformer writes, where it stops, and what it refuses. */
import { describe, expect, it } from 'vitest';
import { models, tf } from '../../../lib/index';
import { expectNoLeakedTensors } from '../../support/tensors';

const [start, end] = [1, 2];
const sizes = { sourceVocabSize: 8, targetVocabSize: 7, units: 8, heads: 2, layers: 1 };
const rows = (tokens: number[][]) => tf.tensor2d(tokens, undefined, 'int32');

describe('models.translate', () => {
  it('writes backwards what it reads, of any length, and stops by itself, once a transformer has learnt to', async () => {
    const words = [3, 4, 5];
    const sources = words.flatMap((first) => [[first, 0], ...words.map((second) => [first, second])]);
    const targets = sources.map((source) => [...source].reverse().filter((token) => token !== 0));
    const pad = (tokens: number[]) => [...tokens, 0, 0].slice(0, 3);
    const model = models.transformer({ sourceVocabSize: 6, targetVocabSize: 6, layers: 1, units: 16, heads: 2 });
    model.compile({ optimizer: tf.train.adam(0.02), loss: 'sparseCategoricalCrossentropy' });
    const ys = tf.tensor3d(targets.map((target) => pad([...target, end]).map((token) => [token])));
    const inputs = [rows(sources), rows(targets.map((target) => pad([start, ...target])))];
    await model.fit(inputs, ys, { epochs: 50, verbose: 0, shuffle: false });
    sources.forEach((source, i) => expect(models.translate(model, source, { start, end })).toEqual(targets[i]));
    expect(models.translate(model, [3, 4], { start, end, length: 1 })).toEqual([4]);
  });

  it('takes the likeliest token at each place, given all it has written', () => {
    const model = models.transformer(sizes);
    model.setWeights(model.getWeights().map((w, i) => tf.randomNormal(w.shape, 0, 0.7, 'float32', i + 20)));
    const lengths = [[3, 1, 4], [5], [6, 2], [7, 7, 3], [4, 5]].map((source) => {
      const written = models.translate(model, source, { start, end, length: 6 });
      const answer = model.predict([rows([source]), rows([[start, ...written]])]) as tf.Tensor3D;
      const likeliest = (answer.argMax(-1).arraySync() as number[][])[0]!;
      expect(likeliest.slice(0, written.length)).toEqual(written);
      if (written.length < 6) expect(likeliest[written.length]).toBe(end);
      return written.length;
    });
    expect(Math.max(...lengths)).toBeGreaterThan(2); // or nothing was tried
    expectNoLeakedTensors(() => models.translate(model, [3], { start, end, length: 3 }));
  });

  it('says which token, option or model does not fit', () => {
    const model = models.transformer(sizes);
    const who = 'models.translate: expected';
    const run = (tokens: unknown, options: Partial<models.TranslateOptions> = {}) => () =>
      models.translate(model, tokens as number[], { start, end, ...options }); // prettier-ignore
    expect(run([])).toThrow(`${who} tokens to be an array, at least one, got []`);
    expect(run('abc')).toThrow(`${who} tokens to be an array`);
    expect(run([8])).toThrow(`${who} tokens[0] to be a whole number from 0 to 7, got 8`);
    expect(run([1, NaN])).toThrow(`${who} tokens[1]`);
    expect(run([1], { start: 7 })).toThrow(`${who} start to be a whole number from 0 to 6, got 7`);
    expect(run([1], { end: undefined })).toThrow(`${who} end`);
    expect(run([1], { length: 0 })).toThrow(`${who} length`);
    const gpt = models.gpt({ vocabSize: 5, blockSize: 4 });
    expect(() => models.translate(gpt, [1], { start, end })).toThrow(`${who} model to be a tfjs model: from [source, target]`); // prettier-ignore
    expect(() => models.translate(undefined as unknown as tf.LayersModel, [1], { start, end })).toThrow(`${who} model`);
    model.setWeights(model.getWeights().map((weight) => tf.fill(weight.shape, NaN)));
    expect(run([1])).toThrow(`${who} the model's chances to be finite numbers`);
  });
});
