/** Embeddings and self-organising maps. */
import { describe, expect, it } from 'vitest';
import { data, figures, inspect, tf } from '../../../lib/index';
import type { Figure } from '../../../lib/types';
import { expectGolden } from '../../support/golden';
import { expectNear, reference } from '../../support/reference';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

interface Trace {
  type: string;
  name: string;
  mode: string;
  x: number[];
  y: number[];
  z: number[] & number[][];
  text: string[] & string[][];
  hovertext: string[];
  marker: { color: string; symbol: string };
}
const traces = (figure: Figure) => figure.data as Trace[];
const plane = [[1, 0.2], [0.9, 0.1], [-0.8, 0.7]]; // prettier-ignore

describe('figures.embeddings', () => {
  const named = { labels: ['cat', 'bear', 'car'], classes: ['animal', 'animal', 'thing'] };

  it('is drawn as it was, in the plane and in space', () => {
    expectGolden('embeddings', figures.embeddings(plane, named));
    expectGolden('embeddings-3d', figures.embeddings(plane.map((row) => [...row, 1]), named)); // prettier-ignore
  });

  it('draws each vector at its place, under the name of its class, and the pointer names it', () => {
    const [animal, thing] = traces(figures.embeddings(plane, named));
    expect([animal!.name, animal!.x, animal!.y]).toEqual(['animal', [1, 0.9], [0.2, 0.1]]); // prettier-ignore
    expect(thing!.hovertext).toEqual(['car (thing)<br>-0.8, 0.7']);
    expect(thing!.text).toEqual(['car']);
  });

  it('draws three dimensions in space', () => {
    const [trace] = traces(figures.embeddings([[1, 2, 3]]));
    expect([trace!.type, trace!.x, trace!.y, trace!.z]).toEqual(['scatter3d', [1], [2], [3]]);
  });

  it('gives each of twelve classes a colour and shape of its own, numbers in their order, in plane and space', () => {
    for (const row of [[0, 0], [0, 0, 0]]) {
      const figure = figures.embeddings(Array(12).fill(row), { classes: [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0] });
      expect(traces(figure).map(({ name }) => name).slice(0, 3)).toEqual(['0', '1', '2']);
      expect(new Set(traces(figure).map(({ marker }) => `${marker.color} ${marker.symbol}`)).size).toBe(12);
    } // prettier-ignore
  });

  it('writes names beside few points only', () => {
    const many = Array.from({ length: 41 }, (_, i) => [i, i]);
    const labels = many.map((_, i) => i);
    expect(traces(figures.embeddings(many, { labels }))[0]!.mode).toBe('markers');
    expect(traces(figures.embeddings(many, { labels, text: true }))[0]!.mode).toBe('markers+text');
    expect(traces(figures.embeddings(plane))[0]!.mode).toBe('markers');
  });

  it('takes a tensor as it takes rows, and leaves no other', () => {
    const vectors = tf.tensor2d(plane);
    expect(expectNoLeakedTensors(() => figures.embeddings(vectors, named))).toEqual(figures.embeddings(plane, named));
  });

  it('says in words how many vectors each class has', () => {
    expect(figures.embeddings(plane, named).description).toBe('3 vectors in 2 dimensions: 2 of "animal" and 1 of "thing".'); // prettier-ignore
    expect(figures.embeddings(plane).description).toBe('3 vectors in 2 dimensions.');
  });

  it('refuses other dimensions, numbers that are none, and names that do not fit', () => {
    const draw =
      (vectors: unknown, options = {}) =>
      () =>
        figures.embeddings(vectors as number[][], options);
    for (const none of [undefined, [], 3]) expect(draw(none)).toThrow('figures.embeddings: expected vectors to be');
    expect(draw([[1, 2, 3, 4]])).toThrow('vectors of 2 or 3 numbers, got 4; project more dimensions first');
    expect(draw([[1]])).toThrow('vectors of 2 or 3 numbers, got 1');
    for (const bad of notFinite) expect(draw([[0, bad]])).toThrow('vectors[0][1] to be a finite number');
    expect(draw(plane, { labels: ['a'] })).toThrow('labels to be an array of 3, one for each vector');
    expect(draw(plane, { classes: [{}, 1, 2] })).toThrow('classes[0] to be a text or a number');
    expect(draw(Array(13).fill([0, 0]), { classes: Array.from({ length: 13 }, (_, i) => i) })).toThrow('at most 12 different classes, got 13'); // prettier-ignore
    expect(draw(Array(20_001).fill([0, 0]))).toThrow('at most 20,000 vectors');
  });
});

interface Reference {
  uMatrix: { weights: number[][][]; means: number[][]; xs: number[][]; nearest: number[] };
}
const { uMatrix } = reference<Reference>('figures');

describe('inspect.uMatrix', () => {
  it("gives NumPy's mean distances to neighbours, to 1e-14", () => {
    expectNear(inspect.uMatrix(uMatrix.weights), uMatrix.means, 1e-14);
  });

  it('takes a tensor, leaves no other, and is 0 for a single unit', () => {
    const weights = tf.tensor3d(uMatrix.weights);
    expectNear(expectNoLeakedTensors(() => inspect.uMatrix(weights)), uMatrix.means, 1e-6); // prettier-ignore
    expect(inspect.uMatrix([[[1, 2]]])).toEqual([[0]]);
  });

  it('refuses what is no map', () => {
    const find = inspect.uMatrix as (weights: unknown) => number[][];
    for (const none of [undefined, [], [1], 3]) expect(() => find(none)).toThrow('inspect.uMatrix: expected weights');
    expect(() => find(tf.zeros([2, 2]))).toThrow('weights of shape [rows, columns, inputs]');
    expect(() => find([[[1]], [[1], [2]]])).toThrow('weights[1] to be 1 units of 1 inputs'); // prettier-ignore
    for (const bad of notFinite) expect(() => find([[[bad]]])).toThrow('weights[0][0][0] to be a finite number');
  });
});

describe('figures.som', () => {
  const { weights, means, xs, nearest } = uMatrix;

  it('is drawn as it was, as distances and as a mosaic', () => {
    const images = [[[0, 1, 1, 0], [1, 1, 0, 0]]]; // prettier-ignore
    expectGolden('som', figures.som(weights, { xs, labels: [0, 1, 2, 3, 4, 5] }));
    expectGolden('som-mosaic', figures.som(images, { kind: 'mosaic' }));
  });

  it('draws the U-matrix, and counts each sample at the unit nearest to it', () => {
    const [map] = traces(figures.som(weights, { xs }));
    expectNear(map!.z, means, 1e-4);
    const hits = map!.text.flat();
    nearest.forEach((unit) => expect(Number(hits[unit])).toBe(nearest.filter((other) => other === unit).length));
    expect(hits.filter(Boolean)).toHaveLength(new Set(nearest).size);
  });

  it('writes the commonest label of each unit', () => {
    const at = [[0], [0], [0.1], [9]]; // prettier-ignore
    const [map] = traces(figures.som([[[0], [10]]], { xs: at, labels: ['a', 'b', 'b', 'c'] }));
    expect(map!.text).toEqual([['b', 'c']]);
  });

  it('takes a map with its own distances, numbers or a function', () => {
    const distances = weights.map((row, r) => row.map((_, c) => r + c));
    const [map] = traces(figures.som({ weights, distances }));
    expect(map!.z).toEqual(distances);
    expect(figures.som({ weights, distances: () => distances })).toEqual(figures.som({ weights, distances }));
    expect(figures.som({ weights })).toEqual(figures.som(weights));
  });

  it('lays the images of units side by side', () => {
    const [map] = traces(figures.som([[[1, 2, 3, 4], [5, 6, 7, 8]]], { kind: 'mosaic' })); // prettier-ignore
    expect(map!.z).toEqual([[1, 2, 5, 6], [3, 4, 7, 8]]); // prettier-ignore
  });

  it('draws a map of real images, and leaves no tensor', () => {
    const { xs, labels } = data.digits({ samples: 20 });
    const map = tf.tidy(() => tf.keep(xs.slice(0, 6).reshape([2, 3, 64])));
    expectNoLeakedTensors(() => figures.som(map, { xs, labels }));
    expect(figures.som(map, { xs, labels }).description).toContain('A map of 2 × 3 units with 64 inputs');
    expect(figures.som(map, { xs, labels }).description).toMatch(/20 samples lie on [1-6] units\.$/);
  });

  it('refuses what does not fit', () => {
    const draw =
      (map: unknown, options = {}) =>
      () =>
        figures.som(map as figures.MapWeights, options);
    expect(draw(undefined)).toThrow('figures.som: expected weights [rows, columns, inputs]');
    expect(draw({ weights, distances: [[1]] })).toThrow('distances of shape [4, 5], as the map has units');
    expect(draw(weights, { xs: [[1]] })).toThrow('xs[0] to hold 3 numbers');
    expect(draw(weights, { labels: [1] })).toThrow('labels beside xs, one for each sample');
    expect(draw(weights, { xs, labels: [1] })).toThrow('labels beside xs, one for each sample, got 1');
    expect(draw(weights, { kind: 'mosaic' })).toThrow("square images for a mosaic, got '3 inputs'");
    expect(draw(weights, { kind: 'hexagons' })).toThrow("kind to be one of 'distances', 'mosaic'");
  });
});
