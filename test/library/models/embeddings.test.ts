/** Learnt likeness: losses of pairs and triplets beside PyTorch's, the pairs themselves, and search by example. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, models, tf } from '../../../lib/index';
import { expectNear, reference } from '../../support/reference';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';
import { expectCentral, expectClose } from './support';

interface Case {
  margin: number;
  contrastive: number;
  contrastiveGradients: number[][];
  triplet: number;
  tripletGradients: number[][];
}
interface Answers {
  metricLosses: Record<'a' | 'b' | 'c' | 'same', number[]> & { cases: Case[] };
  nearest: { embeddings: number[][]; query: number[] } & Record<'euclidean' | 'cosine', { index: number[]; distance: number[] }>; // prettier-ignore
}
const answers = reference<Answers>('generative');
const { cases, ...points } = answers.metricLosses;
const [a, b, c, same] = [points.a, points.b, points.c, points.same].map((values) => tf.tensor(values)) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor]; // prettier-ignore

describe('models.contrastiveLoss and models.tripletLoss', () => {
  it.each(cases)("give PyTorch's losses and gradients to 1e-5: margin $margin", ({ margin, ...wanted }) => {
    const contrastive = (a: tf.Tensor, b: tf.Tensor) => models.contrastiveLoss(a, b, same, { margin });
    expectNear(contrastive(a, b).dataSync()[0], wanted.contrastive, 1e-5);
    tf.grads(contrastive)([a, b]).forEach((gradient, i) => expectClose(gradient, wanted.contrastiveGradients[i]));
    const triplet = (a: tf.Tensor, b: tf.Tensor, c: tf.Tensor) => models.tripletLoss(a, b, c, { margin });
    expectNear(triplet(a, b, c).dataSync()[0], wanted.triplet, 1e-5);
    tf.grads(triplet)([a, b, c]).forEach((gradient, i) => expectClose(gradient, wanted.tripletGradients[i]));
  });

  it('have the gradients that central differences measure', () => {
    expectCentral((x) => models.contrastiveLoss(x, b, same, { margin: 3 }), a);
    expectCentral((x) => models.tripletLoss(x, b, c, { margin: 5 }), a);
    expectCentral((x) => models.tripletLoss(a, b, x, { margin: 5 }), c);
  });

  it('have no slope, rather than NaN, where two embeddings fall together', () => {
    const unlike = tf.zeros([6, 1]);
    const gradient = tf.grad((x) => models.contrastiveLoss(x, a, unlike))(a.clone());
    expect(gradient.abs().max().dataSync()[0]).toBe(0);
    const triplet = tf.grad((x) => models.tripletLoss(x, a, a))(a.clone());
    expect(triplet.abs().max().dataSync()[0]).toBe(0);
    expect(models.tripletLoss(a, a, a).dataSync()[0]).toBe(1);
  });

  it('leave no tensor but their answer, and say what does not fit', () => {
    expectNoLeakedTensors(() => models.contrastiveLoss(a, b, same), 1).dispose();
    expectNoLeakedTensors(() => models.tripletLoss(a, b, c), 1).dispose();
    const wide = tf.ones([6, 4]);
    const who = 'models.contrastiveLoss: expected';
    expect(() => models.contrastiveLoss(a, wide, same)).toThrow(`${who} b to be a tensor of shape [6, 3], got a tensor of shape [6, 4]; as a has`); // prettier-ignore
    expect(() => models.contrastiveLoss(a, b, tf.ones([5, 1]))).toThrow(`${who} same of shape [6, 1]`);
    expect(() => models.contrastiveLoss(tf.ones([6]), b, same)).toThrow(
      `${who} a to be a tensor of shape [batch, any]`,
    );
    expect(() => models.tripletLoss(a, b, wide)).toThrow('models.tripletLoss: expected negative to be a tensor');
    for (const margin of [0, -1, ...notFinite]) {
      expect(() => models.contrastiveLoss(a, b, same, { margin })).toThrow(`${who} margin`);
      expect(() => models.tripletLoss(a, b, c, { margin })).toThrow('models.tripletLoss: expected margin');
    }
  });

  it('teach an embedding of digits to find digits like one: more of the nearest are of its class than before', () => {
    const digits = data.digits({ samples: 300 });
    const { anchor, positive, negative } = models.triplets(digits, { samples: 600, seed: 1 });
    const model = tf.sequential();
    model.add(tf.layers.dense({ units: 8, inputShape: [64], kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }) })); // prettier-ignore
    const alike = () => {
      const embeddings = (model.predict(digits.xs) as tf.Tensor2D).arraySync();
      const own = embeddings.map((query, i) => models.nearest(embeddings, query, { k: 6 }).filter(({ index }) => index !== i && digits.labels[index] === digits.labels[i]).length); // prettier-ignore
      return own.reduce((sum, count) => sum + count, 0) / own.length;
    };
    const before = alike();
    const optimizer = tf.train.adam(0.01);
    const embed = (x: tf.Tensor) => model.apply(x) as tf.Tensor;
    const losses = Array.from({ length: 60 }, () => optimizer.minimize(() => models.tripletLoss(embed(anchor), embed(positive), embed(negative)), true)!.dataSync()[0]!); // prettier-ignore
    expect(losses.at(-1)).toBeLessThan(0.2 * losses[0]!);
    expect(alike()).toBeGreaterThan(before + 0.3);
  });
});

describe('models.pairs and models.triplets', () => {
  /** Row i holds the number i; its class is i mod `classes`. */
  const numbered = (samples: number, classes: number) => ({
    xs: tf.tensor2d(Array.from({ length: samples }, (_, i) => [i])),
    ys: tf.tensor2d(Array.from({ length: samples }, (_, i) => [i % classes])),
  });
  const flat = (tensor: tf.Tensor) => Array.from(tensor.dataSync());

  it('are of the classes they should be, and never pair an example with itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 50 }), fc.nat(), (classes, each, samples, seed) => {
        tf.tidy(() => {
          const dataset = numbered(classes * each, classes);
          const pairs = models.pairs(dataset, { samples, seed });
          const [as, bs, same] = [pairs.a, pairs.b, pairs.same].map(flat) as [number[], number[], number[]];
          expect([as.length, bs.length, pairs.same.shape]).toEqual([samples, samples, [samples, 1]]);
          as.forEach((first, i) => {
            expect(first).not.toBe(bs[i]);
            expect(Number(first % classes === bs[i]! % classes)).toBe(same[i]);
          });
          expect(same.reduce((sum, one) => sum + one, 0)).toBe(Math.ceil(samples / 2));
          const triplets = models.triplets(dataset, { samples, seed });
          const [anchors, positives, negatives] = [triplets.anchor, triplets.positive, triplets.negative].map(flat) as [number[], number[], number[]];
          anchors.forEach((anchor, i) => {
            expect(anchor).not.toBe(positives[i]);
            expect(anchor % classes).toBe(positives[i]! % classes);
            expect(anchor % classes).not.toBe(negatives[i]! % classes);
          });
        });
      }),
      { numRuns: 40 },
    ); // prettier-ignore
  });

  it('draw each class and each example as often as another', () => {
    const { anchor, positive, negative } = models.triplets(numbered(12, 3), { samples: 6000 });
    for (const part of [anchor, positive, negative])
      for (let row = 0; row < 12; row++) expect(Math.abs(flat(part).filter((x) => x === row).length / 500 - 1)).toBeLessThan(0.25); // prettier-ignore
  });

  it('take one-hot classes and images, are decided by their seed, and leave no tensor but their own', () => {
    const dataset = { xs: tf.ones([4, 2, 2, 1]), ys: tf.tensor2d([[1, 0], [0, 1], [1, 0], [0, 1]]) }; // prettier-ignore
    const made = expectNoLeakedTensors(() => models.pairs(dataset, { samples: 5 }), 3);
    expect(made.a.shape).toEqual([5, 2, 2, 1]);
    tf.dispose({ ...expectNoLeakedTensors(() => models.triplets(dataset), 3) });
    const first = (seed?: number) => flat(models.pairs(numbered(9, 3), { seed }).a);
    expect(first()).toEqual(first(0));
    expect(first(1)).not.toEqual(first());
    expect(first()).toHaveLength(200);
  });

  it('say what is missing', () => {
    expect(() => models.pairs(numbered(4, 1))).toThrow('models.pairs: expected a data set of at least two classes');
    expect(() => models.triplets(numbered(3, 2))).toThrow('models.triplets: expected at least two examples of class 1, got 1'); // prettier-ignore
    const regression = { xs: tf.ones([4, 1]), ys: tf.tensor2d([[0.5], [0.5], [1], [1]]) };
    expect(() => models.pairs(regression)).toThrow('models.pairs: expected the class of each row to be a whole number');
    expect(() => models.pairs({} as data.Digits)).toThrow('models.pairs: expected a data set { xs, ys }');
    for (const samples of [0, 1.5, ...notFinite]) expect(() => models.pairs(numbered(4, 2), { samples })).toThrow('models.pairs: expected samples'); // prettier-ignore
    expect(() => models.triplets(numbered(4, 2), { seed: -1 })).toThrow('expected seed');
  });
});

describe('models.nearest', () => {
  const { embeddings, query, ...wanted } = answers.nearest;

  it.each(['euclidean', 'cosine'] as const)("finds PyTorch's neighbours, at its distances to 1e-8: %s", (metric) => {
    const found = models.nearest(embeddings, query, { k: 6, metric });
    expect(found.map(({ index }) => index)).toEqual(wanted[metric].index);
    expectNear(found.map(({ distance }) => distance), wanted[metric].distance, 1e-8); // prettier-ignore
  });

  it('finds each of its rows itself, at 0, and equals in their order', () => {
    const rows = [[1, 2], [3, 4], [1, 2]]; // prettier-ignore
    expect(models.nearest(rows, [1, 2])).toEqual([{ index: 0, distance: 0 }, { index: 2, distance: 0 }, { index: 1, distance: Math.sqrt(8) }]); // prettier-ignore
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const vectors = fc.array(fc.array(number, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(vectors, fc.nat(), (rows, pick) => {
        const own = rows[pick % rows.length]!;
        const found = models.nearest(rows, own, { k: rows.length });
        expect(found[0]!.distance).toBe(0);
        expect(new Set(found.map(({ index }) => index)).size).toBe(rows.length);
        found.forEach(({ distance }, i) => i > 0 && expect(distance).toBeGreaterThanOrEqual(found[i - 1]!.distance));
      }),
    );
  });

  it('tells by cosine only where a vector points, however long, short or near another', () => {
    const found = models.nearest([[1e-200, 0], [0, 1e200], [-3, 0]], [5, 0], { metric: 'cosine' }); // prettier-ignore
    expect(found.map(({ index }) => index)).toEqual([0, 1, 2]);
    expectNear(found.map(({ distance }) => distance), [0, 1, 2], 1e-12); // prettier-ignore
    const [close] = models.nearest([[1, 1e-9]], [1, 0], { metric: 'cosine' });
    expect(close!.distance / 5e-19).toBeCloseTo(1, 6); // 1 − cos of an angle of 1e-9
  });

  it('takes tensors, leaves none, and says what does not fit', () => {
    const tensor = tf.tensor2d(embeddings);
    for (const form of [tf.tensor1d(query), tf.tensor2d([query])])
      expect(expectNoLeakedTensors(() => models.nearest(tensor, form, { k: 2 })).map(({ index }) => index)).toEqual(wanted.euclidean.index.slice(0, 2)); // prettier-ignore
    expect(models.nearest(tensor, query)).toHaveLength(5);
    expect(models.nearest(tensor, query, { k: 99 })).toHaveLength(20);
    expect(() => models.nearest(tensor, [1])).toThrow('models.nearest: expected query to hold 5 numbers');
    expect(() => models.nearest([], query)).toThrow(
      'models.nearest: expected embeddings to be a tensor or an array of rows',
    );
    expect(() => models.nearest([[1], [2, 3]], [1])).toThrow('expected embeddings[1] to hold 1 number');
    expect(() => models.nearest([[]], [])).toThrow('expected embeddings to have units');
    expect(() => models.nearest(tf.ones([3]) as unknown as tf.Tensor2D, [1])).toThrow(
      'expected embeddings to be a tensor of shape',
    );
    expect(() => models.nearest([[1], [2]], [NaN])).toThrow('expected query[0] to be a finite number');
    expect(() => models.nearest([[0], [2]], [1], { metric: 'cosine' })).toThrow('expected row 0 of embeddings to have a direction'); // prettier-ignore
    expect(() => models.nearest([[1]], [0], { metric: 'cosine' })).toThrow('expected query to have a direction');
    for (const k of [0, 1.5, ...notFinite]) expect(() => models.nearest(tensor, query, { k })).toThrow('expected k');
    expect(() => models.nearest(tensor, query, { metric: 'l1' as 'cosine' })).toThrow("expected metric to be one of 'euclidean', 'cosine'"); // prettier-ignore
    tensor.dispose();
    expect(() => models.nearest(tensor, query)).toThrow('models.nearest: expected embeddings to be alive');
  });
});
