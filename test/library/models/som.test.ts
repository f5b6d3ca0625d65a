/** The self-organising map: NumPy is the judge of a step, and order on the map of what is learnt. */
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, models, tf } from '../../../lib/index';
import { expectNear, reference } from '../../support/reference';
import { expectNoLeakedTensors, notFinite } from '../../support/tensors';

interface Answers {
  start: number[][][];
  steps: { x: number[]; learningRate: number; radius: number; winner: models.SOMUnit; weights: number[][][] }[];
  distances: number[][];
  xs: number[][];
  error: number;
}
const { som: answers } = reference<{ som: Answers }>('generative');
const copy = (weights: number[][][]) => weights.map((row) => row.map((unit) => [...unit]));

describe('models.SOM', () => {
  it("gives NumPy's winners, steps, U-matrix and quantisation error to 1e-8", () => {
    const som = new models.SOM({ rows: 3, columns: 4, inputs: 2 });
    som.weights = copy(answers.start);
    for (const { x, learningRate, radius, winner, weights } of answers.steps) {
      expect(som.winner(x)).toEqual(winner);
      som.update(x, { learningRate, radius });
      expectNear(som.weights, weights, 1e-8);
    }
    expectNear(som.distances(), answers.distances, 1e-8);
    expectNear(som.quantisationError(answers.xs), answers.error, 1e-8);
  });

  it('moves every unit towards the input, none past it, and the winner most', () => {
    const size = fc.integer({ min: 1, max: 5 });
    const number = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    const rate = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(size, size, fc.nat(), fc.tuple(number, number, number), rate, fc.double({ min: 0.1, max: 9, noNaN: true }), (rows, columns, seed, x, learningRate, radius) => {
        const som = new models.SOM({ rows, columns, inputs: 3, seed });
        const before = copy(som.weights);
        const winner = som.winner(x);
        som.update(x, { learningRate, radius });
        const share = (r: number, c: number, i: number) => (som.weights[r]![c]![i]! - before[r]![c]![i]!) / (x[i]! - before[r]![c]![i]!);
        before.forEach((units, r) => units.forEach((unit, c) => unit.forEach((weight, i) => {
          if (Math.abs(x[i]! - weight) < 1e-6) return;
          expect(share(r, c, i)).toBeGreaterThanOrEqual(0);
          expect(share(r, c, i)).toBeLessThanOrEqual(learningRate + 1e-9);
        })));
        const [r, c] = [winner.row, winner.column];
        x.forEach((value, i) => Math.abs(value - before[r]![c]![i]!) > 1e-6 && expect(share(r, c, i)).toBeCloseTo(learningRate, 6));
      }),
      { numRuns: 60 },
    ); // prettier-ignore
  });

  it('unfolds over the data: errors fall, and neighbours on the map are neighbours among the inputs', () => {
    const { xs } = data.blobs({ samples: 200, classes: 3, seed: 2 });
    const som = new models.SOM({ rows: 5, columns: 5, inputs: 2, seed: 1 });
    const errors = [som.quantisationError(xs)];
    som.fit(xs, { epochs: 15, onEpoch: (epoch, same) => void (expect(same).toBe(som), errors.push(som.quantisationError(xs)), expect(epoch).toBe(errors.length - 2)) }); // prettier-ignore
    expect(errors).toHaveLength(16);
    expect(errors.at(-1)).toBeLessThan(0.35 * errors[0]!);
    const far = (a: number[], b: number[]) => Math.hypot(...a.map((value, i) => value - b[i]!));
    const near = som.distances().flat();
    const all = som.weights.flat();
    const any = all.flatMap((a) => all.map((b) => far(a, b)));
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(near)).toBeLessThan(0.5 * mean(any));
  });

  it('lets rate and radius fall in equal ratios, from the first to the last', () => {
    const [som, hand] = [1, 2].map(() => new models.SOM({ rows: 2, columns: 3, inputs: 1, seed: 4 })) as [models.SOM, models.SOM]; // prettier-ignore
    som.fit([[0.5]], { epochs: 3, learningRate: 0.8, finalLearningRate: 0.2, radius: 4, finalRadius: 1 });
    for (const [learningRate, radius] of [[0.8, 4], [0.4, 2], [0.2, 1]] as const) hand.update([0.5], { learningRate, radius }); // prettier-ignore
    expectNear(som.weights, hand.weights, 1e-12);
  });

  it('goes through the inputs in another order each time', () => {
    const som = new models.SOM({ rows: 2, columns: 2, inputs: 1 });
    const start = copy(som.weights);
    const ends = [1, 2].map(() => {
      som.weights = copy(start);
      som.fit([[0], [1], [2], [3], [4], [5]], { epochs: 1 });
      return som.weights;
    });
    expect(ends[0]).not.toEqual(ends[1]);
  });

  it('takes tensors and plain rows alike, is decided by its seed, and leaves no tensor', () => {
    const { xs } = data.moons({ samples: 30 });
    const weights = (inputs: data.Inputs, seed?: number) => {
      const som = new models.SOM({ rows: 2, columns: 2, inputs: 2, seed });
      expectNoLeakedTensors(() => som.fit(inputs, { epochs: 2 }));
      return som.weights;
    };
    expect(weights(xs)).toEqual(weights(xs.arraySync(), 0));
    expect(weights(xs, 1)).not.toEqual(weights(xs));
  });

  it('knows that a map of one unit has no neighbours, and says what it is', () => {
    const som = new models.SOM({ rows: 1, columns: 1, inputs: 3 });
    som.fit([[1, 2, 3]]);
    expect(som.distances()).toEqual([[0]]);
    expect(som.winner([9, 9, 9])).toEqual({ row: 0, column: 0 });
    expect(inspect(som)).toBe('Self-organising map of 1 × 1 units, each with 3 weights');
  });

  it('says what is out of range, and finds winners also for numbers whose squares are no numbers', () => {
    const make = (options: object) => () => new models.SOM({ rows: 2, columns: 2, inputs: 2, ...options });
    for (const bad of [0, 1.5, ...notFinite]) {
      expect(make({ rows: bad })).toThrow('models.SOM: expected rows to be a whole number from 1');
      expect(make({ columns: bad })).toThrow('models.SOM: expected columns');
      expect(make({ inputs: bad })).toThrow('models.SOM: expected inputs');
    }
    expect(make({ seed: -1 })).toThrow('expected seed');
    const som = make({})();
    som.weights = [[[0, 0], [1e200, 0]], [[0, 1e250], [1e250, 1e250]]]; // prettier-ignore
    expect(som.winner([9e199, 0])).toEqual({ row: 0, column: 1 });
    som.weights = [[[1e308, 0], [1e308, 1]], [[1e308, 2], [1e308, 3]]]; // prettier-ignore
    expect(() => som.winner([-1e308, 0])).toThrow('SOM: expected inputs that are not too large to be told apart');
    expect(() => som.winner([1])).toThrow('SOM.winner: expected x to hold 2 numbers');
    expect(() => som.update([1, NaN])).toThrow('SOM.update: expected x[1] to be a finite number');
    expect(() => som.update([1, 1], { learningRate: 2 })).toThrow('SOM.update: expected learningRate to be at most 1');
    expect(() => som.update([1, 1], { radius: 0 })).toThrow(
      'SOM.update: expected radius to be a finite number above 0',
    );
    expect(() => som.fit([[1]])).toThrow('SOM.fit: expected xs of shape [samples, 2]');
    expect(() => som.fit([])).toThrow('SOM.fit: expected xs');
    expect(() => som.fit([[1, 1]], { epochs: 0 })).toThrow('SOM.fit: expected epochs');
    expect(() => som.fit([[1, 1]], { finalRadius: 0 })).toThrow('SOM.fit: expected the final radius');
    expect(() => som.quantisationError(tf.zeros([2, 3]))).toThrow('SOM.quantisationError: expected xs of shape');
  });
});
