/** A small GPT: it does not see the future, it learns, it saves and loads, and it writes what it learned. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { models, tf } from '../../../lib/index';
import { expectNoLeakedTensors } from '../../support/tensors';
import { reloaded } from './support';

const small = { vocabSize: 7, blockSize: 9, units: 8, heads: 2 };
const tensor = (tokens: readonly number[]) => tf.tensor2d([[...tokens]], undefined, 'int32');
const chances = (model: tf.LayersModel, tokens: readonly number[]) =>
  tf.tidy(() => (model.predict(tensor(tokens)) as tf.Tensor3D).arraySync()[0]!);

/** A model with these chances after any token, whatever came before: a stand-in for a trained one. */
function fixed(wanted: number[]): tf.LayersModel {
  const tokens = tf.input({ shape: [null], dtype: 'int32' });
  const embedding = tf.layers.embedding({ inputDim: wanted.length, outputDim: wanted.length });
  const model = tf.model({ inputs: tokens, outputs: embedding.apply(tokens) as tf.SymbolicTensor });
  model.setWeights([tf.tensor2d(wanted.map(() => wanted))]);
  return model;
}

describe('models.gpt', () => {
  const model = models.gpt(small);
  afterAll(() => model.dispose());

  it('gives chances of each next token at each place, for sequences up to blockSize', () => {
    const answer = chances(model, [0, 1, 2, 3, 4]);
    expect([answer.length, answer[0]!.length]).toEqual([5, 7]);
    for (const row of answer) expect(row.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 5);
    expect(chances(model, [0, 1, 2, 3, 4, 5, 6, 0, 1])).toHaveLength(9);
    expect(() => chances(model, [0, 1, 2, 3, 4, 5, 6, 0, 1, 2])).toThrow('places: expected a sequence of at most 9');
  });

  it('does not see the future: what comes later never changes what it says before', () => {
    // Large weights, so that an eye on the future would show.
    const sharp = models.gpt(small);
    sharp.setWeights(sharp.getWeights().map((w, i) => tf.randomNormal(w.shape, 0, 0.7, 'float32', i + 1)));
    const token = fc.nat(6);
    fc.assert(
      fc.property(fc.array(token, { minLength: 2, maxLength: 9 }), fc.nat(8), token, (tokens, at, other) => {
        const from = at % tokens.length;
        const changed = tokens.map((token, i) => (i < from ? token : (token + other) % 7));
        const [before, after] = [chances(sharp, tokens), chances(sharp, changed)];
        expect(after.slice(0, from)).toEqual(before.slice(0, from));
      }),
      { numRuns: 40 },
    );
    const [one, other] = [chances(sharp, [1, 2, 3]), chances(sharp, [4, 2, 3])];
    expect(one[2]).not.toEqual(other[2]); // and it does see the past
  });

  it('knows the order of what it has seen', () => {
    expect(chances(model, [1, 2, 3])[2]).not.toEqual(chances(model, [2, 1, 3])[2]);
  });

  it('is the same model for the same seed, and another for another', () => {
    const answer = (seed?: number) => chances(models.gpt({ ...small, seed }), [1, 2, 3]);
    expect(answer()).toEqual(answer(0));
    expect(answer(5)).toEqual(answer(5));
    expect(answer(5)).not.toEqual(answer(6));
  });

  it('leaves no tensor but its weights and the last look of each block', () => {
    const warm = tensor([1, 2, 3]);
    tf.dispose(model.predict(warm));
    expectNoLeakedTensors(() => tf.dispose(model.predict(warm)));
    const before = tf.memory().numTensors;
    const other = models.gpt(small);
    tf.dispose(other.predict(warm));
    other.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('says which option is out of range', () => {
    expect(() => models.gpt({ ...small, vocabSize: 0 })).toThrow('models.gpt: expected vocabSize to be a whole number');
    expect(() => models.gpt({ ...small, blockSize: 1.5 })).toThrow('models.gpt: expected blockSize');
    expect(() => models.gpt({ ...small, layers: 0 })).toThrow('models.gpt: expected layers');
    expect(() => models.gpt({ ...small, units: NaN })).toThrow('models.gpt: expected units');
    expect(() => models.gpt({ ...small, seed: -1 })).toThrow('expected seed');
    expect(() => models.gpt({ ...small, heads: 3 })).toThrow('a multiple of 3 heads');
  });

  describe('trained on one sentence of 40 characters', () => {
    const sentence = 'the neuron fires where its sum is enough'; // 40 characters
    const alphabet = [...new Set(sentence)].sort();
    const tokens = [...sentence].map((letter) => alphabet.indexOf(letter));
    const trained = models.gpt({ vocabSize: alphabet.length, blockSize: 39, layers: 1, units: 32, seed: 1 });
    let losses: number[];

    beforeAll(async () => {
      trained.compile({ optimizer: tf.train.adam(0.01), loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
      const [xs, ys] = [tensor(tokens.slice(0, -1)), tf.tensor3d([tokens.slice(1).map((token) => [token])])];
      const { history } = await trained.fit(xs, ys, { epochs: 80, verbose: 0 });
      losses = history.loss as number[];
    });

    it('begins at the loss of one who guesses, and learns it by heart', () => {
      expect(losses[0]).toBeCloseTo(Math.log(alphabet.length), 0);
      expect(losses.at(-1)).toBeLessThan(0.1);
    });

    it('writes it from its first letter on', () => {
      const written = models.generate(trained, tokens.slice(0, 1), { length: 39, temperature: 0 });
      expect(written.map((token) => alphabet[token]).join('')).toBe(sentence);
    });

    it('saves and loads with the same answers', async () => {
      const loaded = await reloaded(trained);
      expect(chances(loaded, tokens.slice(0, 20))).toEqual(chances(trained, tokens.slice(0, 20)));
      expect(models.generate(loaded, [tokens[0]!], { length: 60, seed: 2 })).toEqual(
        models.generate(trained, [tokens[0]!], { length: 60, seed: 2 }),
      );
    });
  });
});

describe('models.generate', () => {
  const odds = [0.5, 0.3, 0.15, 0.05];
  const model = fixed(odds);
  /** How often each token comes in 2000 draws. */
  const shares = (options: models.GenerateOptions) => {
    const drawn = models.generate(model, [0], { length: 500, ...options }).slice(1);
    return odds.map((_, token) => drawn.filter((other) => other === token).length / drawn.length);
  };

  it('hands back the beginning and what was added, as its seed decides', () => {
    const begin = [1, 2];
    const text = models.generate(model, begin, { length: 30, seed: 4 });
    expect(text.slice(0, 2)).toEqual(begin);
    expect(text).toHaveLength(32);
    expect(begin).toEqual([1, 2]);
    expect(models.generate(model, begin, { length: 30, seed: 4 })).toEqual(text);
    expect(models.generate(model, begin, { length: 30, seed: 5 })).not.toEqual(text);
    expect(models.generate(model, begin, { length: 0 })).toEqual(begin);
    expect(models.generate(model, begin)).toHaveLength(52);
  });

  it.each([1, 0.5, 2])('draws tokens in the proportion p^(1/temperature), temperature %f', (temperature) => {
    const powers = odds.map((chance) => chance ** (1 / temperature));
    const total = powers.reduce((sum, power) => sum + power, 0);
    // Four standard deviations of a share of 500 draws are at most 4 √(0.25 / 500) < 0.09.
    shares({ temperature }).forEach((share, i) => expect(Math.abs(share - powers[i]! / total)).toBeLessThan(0.09));
  });

  it('takes the likeliest at temperature 0, at topK 1 and near it, also where temperature is tiny', () => {
    for (const options of [{ temperature: 0 }, { topK: 1 }, { temperature: 1e-300 }])
      expect(shares({ ...options, length: 50 })).toEqual([1, 0, 0, 0]);
  });

  it('draws from the topK likeliest only, and never a token without a chance', () => {
    const [first, second, ...others] = shares({ topK: 2 });
    expect(first! + second!).toBeCloseTo(1, 10);
    expect(Math.abs(second! - 0.3 / 0.8)).toBeLessThan(0.09);
    expect(others).toEqual([0, 0]);
    const sure = models.generate(fixed([0, 1, 0]), [0], { length: 40, temperature: 5, topK: 99 });
    expect(new Set(sure.slice(1))).toEqual(new Set([1]));
  });

  it('reads the end of a text that has outgrown the model', () => {
    const gpt = models.gpt(small);
    const long = [0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5];
    const next = (tokens: number[]) => models.generate(gpt, tokens, { length: 1, seed: 3 }).at(-1);
    expect(next(long)).toBe(next(long.slice(-9)));
    expect(models.generate(gpt, [0], { length: 15 })).toHaveLength(16);
  });

  it('leaves no tensor', () => {
    models.generate(model, [0], { length: 1 });
    expectNoLeakedTensors(() => models.generate(model, [0], { length: 5 }));
  });

  it('says what is wrong with the model, the tokens or the options', () => {
    const who = 'models.generate: expected';
    expect(() => models.generate({} as tf.LayersModel, [0])).toThrow(`${who} a model with chances`);
    expect(() => models.generate(model, [])).toThrow(`${who} at least one token to begin with, got []`);
    expect(() => models.generate(model, [0, 4])).toThrow(`${who} tokens[1] to be a whole number from 0 to 3, got 4`);
    expect(() => models.generate(model, [NaN])).toThrow(`${who} tokens[0]`);
    expect(() => models.generate(model, [0], { length: -1 })).toThrow(`${who} length`);
    expect(() => models.generate(model, [0], { temperature: -0.1 })).toThrow(`${who} temperature`);
    expect(() => models.generate(model, [0], { temperature: Infinity })).toThrow(`${who} temperature`);
    expect(() => models.generate(model, [0], { topK: 0 })).toThrow(`${who} topK`);
    expect(() => models.generate(fixed([NaN, 1]), [0])).toThrow(`${who} the model's chances to be finite numbers`);
  });
});
