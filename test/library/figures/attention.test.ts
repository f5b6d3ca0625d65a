/** Figures of attention: which token looks at which, head by head. */
import { describe, expect, it } from 'vitest';
import { figures, tf } from '../../../lib/index';
import { expectGolden } from '../../support/golden';
import { axis, height, traces } from '../../support/pictures';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

describe('figures.attention', () => {
  const weights = [[1, 0, 0], [0.25, 0.75, 0]]; // prettier-ignore
  const heads = tf.tensor3d([weights, [[0, 0, 1], [0, 0.5, 0.5]]]); // prettier-ignore

  it('is drawn as it was', () => {
    expectGolden('attention', figures.attention(heads, { tokens: ['I', 'am'], keys: ['yo', 'soy', '.'] }));
  });

  it('has a row for each query from the top, a column for each key, their tokens and the numbers', () => {
    const figure = figures.attention(weights, { tokens: ['a', 'b'], keys: ['x', 'y', 'z'] });
    expect(traces(figure)[0]).toMatchObject({ z: weights, zmin: 0, zmax: 1, texttemplate: '%{z:.2f}' });
    expect(axis(figure, 'xaxis').ticktext).toEqual(['x', 'y', 'z']);
    expect(axis(figure, 'yaxis')).toMatchObject({ ticktext: ['a', 'b'], autorange: 'reversed' });
    expect(traces(figure)[0]).toMatchObject({ hovertemplate: '%{y} → %{x}: %{z:.3f}<extra></extra>' });
  });

  it('draws all heads, each under its number, or the one asked for; of a batch, the sequence asked for', () => {
    const all = figures.attention(heads);
    expect(traces(all).map(({ z }) => z)).toEqual(heads.arraySync());
    expect((all.layout as { annotations: { text: string }[] }).annotations.map(({ text }) => text)).toEqual(['head 0', 'head 1']); // prettier-ignore
    expect(traces(figures.attention(heads, { head: 1 }))).toMatchObject([{ z: heads.arraySync()[1] }]);
    const batch = tf.stack([heads.zerosLike(), heads]);
    expect(traces(figures.attention(batch, { sample: 1 }))).toEqual(traces(all));
    const five = figures.attention(tf.ones([5, 2, 2]));
    expect(['xaxis', 'xaxis2', 'xaxis5'].map((name) => axis(five, name).showticklabels)).toEqual([false, true, true]);
    expect(height(five)).toBeGreaterThan(height(all));
  });

  it('says what each query looks at most, or each head in the mean', () => {
    const options = { tokens: ['I', 'am'], keys: ['yo', 'soy', '.'] };
    expect(figures.attention(weights, options).description).toBe(
      'Attention of 1 head, from 2 queries to 3 keys. Each query looks most: "I" at "yo" (1) and "am" at "soy" (0.75).',
    );
    expect(figures.attention(heads, options).description).toBe(
      'Attention of 2 heads, from 2 queries to 3 keys. In the mean of all queries, each head looks most: head 0 at "yo" (0.625) and head 1 at "." (0.75).',
    );
  });

  it('shows tokens that look like HTML as they are, and leaves no tensor', () => {
    const figure = figures.attention([[1]], { tokens: ['<b>'] });
    expect(axis(figure, 'xaxis').ticktext).toEqual(['&lt;b&gt;']);
    expectNoLeakedTensors(() => figures.attention(heads));
  });

  it('refuses what are no weights, tokens that do not fit, and too many', () => {
    const draw = (weights: unknown, options = {}) => () => figures.attention(weights as number[][], options); // prettier-ignore
    const who = 'figures.attention';
    expect(draw(undefined)).toThrow(`${who}: expected weights [queries, keys], [heads, queries, keys] or`);
    expect(draw([])).toThrow(`${who}: expected weights [queries, keys]`);
    expect(draw(['a'])).toThrow(`${who}: expected weights of query 0 to be an array of`);
    expect(draw([null])).toThrow(`${who}: expected weights of query 0 to be an array of`);
    expect(draw([[]])).toThrow(`${who}: expected at least one key`);
    expect(draw([[1, 0], [1]])).toThrow(`${who}: expected weights of query 1 to hold 2 numbers`); // prettier-ignore
    expect(draw(tf.zeros([3]))).toThrow(`${who}: expected weights [queries, keys]`);
    expect(draw(tf.zeros([0, 2, 2]))).toThrow(`${who}: expected weights to have no axis of length 0`);
    for (const bad of notFinite) expect(draw([[bad]])).toThrow(`${who}: expected weights of query 0[0] to be a finite`);
    expect(draw([[-0.5]])).toThrow(`${who}: expected weights from 0 up, got -0.5; give what softmax`);
    expect(draw(weights, { tokens: ['a'] })).toThrow(`${who}: expected 2 tokens, as weights has, got ['a']`);
    expect(draw(weights, { keys: ['a'] })).toThrow(`${who}: expected 3 keys, as weights has, got ['a']`);
    expect(draw(heads, { head: 2 })).toThrow(`${who}: expected head to be a whole number from 0 to 1, got 2`);
    expect(draw(heads, { sample: 1 })).toThrow(`${who}: expected sample to be a whole number from 0 to 0, got 1`);
    expect(draw(tf.zeros([65, 2]))).toThrow(`${who}: expected at most 64 queries and keys, got [65, 2]`);
    expect(draw(tf.zeros([17, 2, 2]))).toThrow(`${who}: expected at most 16 heads, got 17; choose one`);
  });
});
