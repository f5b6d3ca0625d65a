/** What language models learn from: a novel, names, characters as numbers, and blocks of them. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, models, tf } from '../../../lib/index';
import { reference } from '../../support/reference';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

interface Reference {
  names: { female: number; male: number; both: number; all: number; letters: Record<string, number> };
  novel: { length: number; sha256: string; counts: Record<string, number>; vocabulary: string[]; tokens: number[] };
  blocks: { tokens: number[]; cases: { blockSize: number; stride: number; xs: number[][]; ys: number[][] }[] };
}
const { names, novel, blocks } = reference<Reference>('datasets');

function count(text: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const character of text) counts[character] = (counts[character] ?? 0) + 1;
  return counts;
}

describe('data.text', () => {
  it('is the novel of the original chapters, as Python joins them, to the last character', () => {
    const text = data.text();
    expect(text).toBe(data.text('moby-dick'));
    expect([...text]).toHaveLength(novel.length);
    expect(createHash('sha256').update(text).digest('hex')).toBe(novel.sha256);
    expect(count(text)).toEqual(novel.counts);
    expect(text.slice(0, 39)).toBe('CHAPTER 1. Loomings.\n\nCall me Ishmael. ');
    expect(text.match(/^CHAPTER \d+\./gm)).toHaveLength(135);
  });

  it('refuses a text that is not there', () => {
    const make = data.text as (name: unknown) => unknown;
    for (const bad of ['hamlet', 'toString', null, 3])
      expect(() => make(bad)).toThrow("data.text: expected name to be one of 'moby-dick', got");
  });
});

describe('data.firstNames', () => {
  it('gives all names once, as many as in the original lists, with the same letters', () => {
    const all = data.firstNames();
    expect(all).toHaveLength(names.all);
    expect(new Set(all).size).toBe(names.all);
    expect(count(all.join(''))).toEqual(names.letters);
    const [female, male] = [data.firstNames({ list: 'female' }), data.firstNames({ list: 'male' })];
    expect([female.length, male.length]).toEqual([names.female, names.male]);
    expect(female.filter((name) => male.includes(name))).toHaveLength(names.both);
    expect(all.every((name) => /^[A-Z][A-Za-z-]{1,14}$/.test(name))).toBe(true);
    expect([female.includes('Ada'), male.includes('Ada'), male.includes('Alan')]).toEqual([true, false, true]);
  });

  it('gives as many as asked for, in an order that the seed decides', () => {
    const first = data.firstNames({ samples: 50 });
    expect(first).toHaveLength(50);
    expect(data.firstNames({ samples: 20, seed: 0 })).toEqual(first.slice(0, 20));
    expect(data.firstNames({ samples: 50, seed: 1 })).not.toEqual(first);
    expect([...first].sort()).not.toEqual(first);
    first.fill('');
    expect(data.firstNames({ samples: 1 })[0]).not.toBe('');
  });

  it('refuses lists that are not there, and more names than there are', () => {
    expect(() => data.firstNames({ list: 'cats' as 'male' })).toThrow("data.firstNames: expected list to be one of 'all', 'female', 'male', got 'cats'"); // prettier-ignore
    expect(() => data.firstNames({ list: 'male', samples: 3898 })).toThrow('expected samples to be a whole number from 1 to 3897'); // prettier-ignore
    for (const bad of [0, 1.5, ...notFinite]) expect(() => data.firstNames({ samples: bad })).toThrow('data.firstNames: expected samples'); // prettier-ignore
    expect(() => data.firstNames({ seed: -1 })).toThrow('data.firstNames: expected seed');
  });
});

describe('data.vocabulary', () => {
  it("numbers the novel's characters as Python sorts them", () => {
    const { characters, size, encode } = data.vocabulary(data.text());
    expect(characters).toEqual(novel.vocabulary);
    expect(size).toBe(81);
    expect(encode(data.text().slice(0, 300))).toEqual(novel.tokens);
  });

  it('gives back any text that it has the characters of', () => {
    const text = fc.string({ minLength: 1, maxLength: 60, unit: 'binary' });
    fc.assert(
      fc.property(text, (text) => {
        const { characters, size, encode, decode } = data.vocabulary(text);
        expect(decode(encode(text))).toBe(text);
        expect(characters.map((character) => encode(character))).toEqual(characters.map((_, i) => [i]));
        expect([size, new Set(text).size]).toEqual([characters.length, characters.length]);
        expect(encode('')).toEqual([]);
        expect(decode([])).toBe('');
      }),
    );
  });

  it('takes several texts, and a code point as one character', () => {
    const { characters, encode } = data.vocabulary(['añ', '😀a']);
    expect(characters).toEqual(['a', 'ñ', '😀']);
    expect(encode('😀ñ')).toEqual([2, 1]);
  });

  it('names the characters and numbers it does not have', () => {
    const { encode, decode } = data.vocabulary('abc');
    expect(() => encode('a-b-z')).toThrow("encode: expected characters of the vocabulary, got ['-', 'z']; make the vocabulary of all texts that you encode"); // prettier-ignore
    for (const bad of [3, -1, 0.5, ...notFinite]) expect(() => decode([0, bad])).toThrow(`decode: expected tokens[1] to be a whole number from 0 to 2, got ${bad}`); // prettier-ignore
    expect(() => decode('ab' as unknown as number[])).toThrow("decode: expected an array of numbers, got 'ab'");
    expect(() => encode(5 as unknown as string)).toThrow('encode: expected a text, got 5');
  });

  it('is not changed by what a caller does to its characters', () => {
    const { characters, decode } = data.vocabulary('ab');
    expect(() => ((characters as string[])[0] = 'z')).toThrow();
    expect(decode([0, 1])).toBe('ab');
  });

  it('refuses no text', () => {
    for (const bad of ['', [], ['', '']]) expect(() => data.vocabulary(bad)).toThrow('data.vocabulary: expected a text with at least one character'); // prettier-ignore
    for (const bad of [undefined, null, 3, [4]]) expect(() => data.vocabulary(bad as unknown as string)).toThrow('data.vocabulary: expected a text or an array of texts'); // prettier-ignore
  });
});

describe('data.textBlocks', () => {
  it.each(blocks.cases.map((each) => [each.blockSize, each.stride, each] as const))(
    "cuts blocks of %d, every %d tokens, as PyTorch's unfold does",
    (blockSize, stride, { xs, ys }) => {
      const made = data.textBlocks(blocks.tokens, { blockSize, stride });
      expect([made.xs.shape, made.ys.shape, made.xs.dtype]).toEqual([[xs.length, blockSize], [xs.length, blockSize, 1], 'int32']); // prettier-ignore
      expect([made.xs.arraySync(), made.ys.squeeze([2]).arraySync()]).toEqual([xs, ys]);
    },
  );

  it('gives each token but the first as an answer exactly once by default, but for the end', () => {
    const { ys } = data.textBlocks(Array.from({ length: 101 }, (_, t) => t));
    expect([...ys.dataSync()]).toEqual(Array.from({ length: 96 }, (_, t) => t + 1));
  });

  it('draws blocks by the seed, none twice, and keeps the order of the text', () => {
    const tokens = Array.from({ length: 1000 }, (_, t) => t);
    const starts = (seed?: number) => [...data.textBlocks(tokens, { blockSize: 5, stride: 3, samples: 40, seed }).xs.slice([0, 0], [-1, 1]).dataSync()]; // prettier-ignore
    expect(starts()).toEqual(starts(0));
    expect(starts(1)).not.toEqual(starts(0));
    expect(new Set(starts()).size).toBe(40);
    expect(starts()).toEqual([...starts()].sort((a, b) => a - b));
    expect(starts().every((start) => start % 3 === 0)).toBe(true);
  });

  it('is split in the order of the text, no answer in both parts, whatever overlaps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 12 }), (blockSize, stride) => {
        tf.tidy(() => {
          const made = data.textBlocks(Array.from({ length: 200 }, (_, t) => t), { blockSize, stride }); // prettier-ignore
          const { train, test } = data.split(made, { shuffle: false });
          expect(Math.min(...test.ys.dataSync())).toBeGreaterThan(Math.max(...train.ys.dataSync()));
        });
      }),
      { numRuns: 40 },
    );
  });

  it('is what a GPT learns from: after the letters of a rhyme it knows which one comes next', async () => {
    const rhyme = 'hello '.repeat(40);
    const { encode, size } = data.vocabulary(rhyme);
    const { xs, ys } = data.textBlocks(encode(rhyme), { blockSize: 12, stride: 5 });
    const model = models.gpt({ vocabSize: size, blockSize: 12, layers: 1, units: 16, seed: 2 });
    model.compile({ optimizer: tf.train.adam(0.02), loss: 'sparseCategoricalCrossentropy' });
    const { history } = await model.fit(xs, ys, { epochs: 25, verbose: 0 });
    expect(history['loss']!.at(-1)).toBeLessThan(0.3);
    expect(history['loss']![0]).toBeGreaterThan(1);
  });

  it('hands back its two tensors and leaves no other', () => {
    expectNoLeakedTensors(() => data.textBlocks([0, 1, 2], { blockSize: 2 }), 2);
  });

  it('refuses tokens that are no whole numbers, too few of them, and options out of range', () => {
    const make = data.textBlocks as (tokens: unknown, options?: object) => unknown;
    for (const bad of ['text', undefined, null, 5, {}]) expect(() => make(bad)).toThrow('data.textBlocks: expected tokens to be an array of whole numbers'); // prettier-ignore
    for (const bad of [-1, 0.5, 2 ** 24, 'a', ...notFinite]) expect(() => make([0, bad, 1], { blockSize: 2 })).toThrow('data.textBlocks: expected tokens[1] to be a whole number from 0 to 16777215'); // prettier-ignore
    expect(() => make([])).toThrow('data.textBlocks: expected more than 32 tokens, blockSize and the one after it, got 0'); // prettier-ignore
    expect(() => make([1, 2], { blockSize: 2 })).toThrow('expected more than 2 tokens');
    for (const bad of [0, 1.5, ...notFinite]) {
      expect(() => make([1, 2, 3], { blockSize: bad })).toThrow('data.textBlocks: expected blockSize');
      expect(() => make([1, 2, 3], { blockSize: 1, stride: bad })).toThrow('data.textBlocks: expected stride');
      expect(() => make([1, 2, 3], { blockSize: 1, samples: bad })).toThrow('data.textBlocks: expected samples');
    }
    expect(() => make([1, 2, 3], { blockSize: 1, samples: 3 })).toThrow('samples to be a whole number from 1 to 2');
    expect(() => make([1, 2, 3], { blockSize: 1, seed: -1 })).toThrow('data.textBlocks: expected seed');
  });
});
