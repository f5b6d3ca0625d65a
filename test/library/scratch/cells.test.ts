/** Recurrent cells in plain numbers: PyTorch, tfjs's own layers and central differences are the judges. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scratch, tf } from '../../../lib/index';
import { orthogonal } from '../../../lib/scratch/orthogonal';
import { generator } from '../../../lib/random';
import { expectNear, reference } from '../../support/reference';
import { notFinite } from '../../support/tensors';

type Matrix = number[][];
interface Case {
  inputs: { x: Matrix[]; h: Matrix; c?: Matrix; W: Matrix; U: Matrix; b: number[] };
  output: Matrix[];
  last: Matrix[];
  gradients: Record<string, Matrix>;
}
interface Answers {
  rnn: Case;
  lstm: Case;
  gru: Case;
  vanishing: { W: Matrix; U: Matrix; b: number[]; x: Matrix; dh: Matrix; norms: number[] };
}
const answers = reference<Answers>('recurrent');
type Kind = 'rnn' | 'lstm' | 'gru';
const cells: Record<Kind, scratch.Cell<scratch.CellState>> = {
  rnn: scratch.rnnCell,
  lstm: scratch.lstmCell,
  gru: scratch.gruCell,
};
const kinds = Object.keys(cells) as Kind[];

/** Any of the cells, through time. */
function run(kind: Kind, xs: Matrix, weights: scratch.CellWeights, first?: scratch.CellState): scratch.CellState[] {
  return scratch.throughTime(xs, cells[kind], weights, first);
}

describe.each(kinds)('scratch.%sCell', (kind) => {
  const { inputs, output, last } = answers[kind];
  const cell = cells[kind];

  it("gives PyTorch's states for every step and sequence to 1e-10", () => {
    for (let sequence = 0; sequence < 2; sequence++) {
      const xs = inputs.x.map((step) => step[sequence]!);
      const steps = run(kind, xs, inputs, { h: inputs.h[sequence], c: inputs.c?.[sequence] });
      const states = steps.map(({ h }) => h);
      expectNear(states, output.map((step) => step[sequence]), 1e-10); // prettier-ignore
      if (kind === 'lstm') expectNear(steps.at(-1)!.c, last[1]![sequence], 1e-10);
    }
  });

  it("gives the states of tfjs's own layer with its weights to 1e-5", () => {
    const options = { units: 5, returnSequences: true, biasInitializer: tf.initializers.randomNormal({ seed: 1 }) };
    const layer = {
      rnn: () => tf.layers.simpleRNN(options),
      lstm: () => tf.layers.lstm({ ...options, recurrentActivation: 'sigmoid' }),
      gru: () => tf.layers.gru({ ...options, recurrentActivation: 'sigmoid' }),
    }[kind]();
    const x = tf.randomNormal<tf.Rank.R3>([1, 7, 3], 0, 1, 'float32', 4);
    const wanted = (layer.apply(x) as tf.Tensor3D).arraySync()[0]!;
    const [W, U, b] = layer.getWeights().map((weight) => weight.arraySync()) as [Matrix, Matrix, number[]];
    const states = run(kind, x.arraySync()[0]!, { W, U, b }).map(({ h }) => h);
    expectNear(states, wanted, 1e-5);
  });

  it('begins from 0 where no state is given, and changes nothing it was given', () => {
    const weights = scratch.cellWeights(cell, 2, 3, { seed: 1 });
    const [before, state] = [structuredClone(weights), { h: [0, 0, 0], c: [0, 0, 0] }];
    expect(cell([1, 2], weights)).toEqual(cell([1, 2], weights, state));
    expect([weights, state]).toEqual([before, { h: [0, 0, 0], c: [0, 0, 0] }]);
  });

  it('keeps its state within -1 and 1 for any weights, and says so by name where sums overflow', () => {
    const numbers = (size: number) => fc.array(fc.double({ noNaN: true }), { minLength: size, maxLength: size });
    const columns = cell.gates.length * 2;
    const matrix = (rows: number) => fc.array(numbers(columns), { minLength: rows, maxLength: rows });
    fc.assert(
      fc.property(numbers(3), matrix(3), matrix(2), numbers(columns), (x, W, U, b) => {
        let h: number[];
        try {
          h = cell(x, { W, U, b }).h!;
        } catch (error) {
          expect(String(error)).toMatch(new RegExp(`scratch\\.${kind}Cell: expected .*finite number`));
          return;
        }
        expect(h).toHaveLength(2);
        expect(h.every((value) => Math.abs(value) <= 1)).toBe(true);
      }),
    );
  });

  it('says what does not fit', () => {
    const weights = scratch.cellWeights(cell, 2, 3);
    const who = `scratch.${kind}Cell: expected`;
    const columns = cell.gates.length * 3;
    expect(() => cell([1], weights)).toThrow(`${who} W to be an array of 1 rows`);
    expect(() => cell([], weights)).toThrow(`${who} W to be an array of 0 rows`);
    expect(() => cell('ab' as never, weights)).toThrow(`${who} x to be an array of finite numbers, got 'ab'`);
    expect(() => cell([1, 2], undefined as never)).toThrow(`${who} weights { W, U, b }, got undefined`);
    expect(() => cell([1, 2], { ...weights, U: [] })).toThrow(
      `${who} U to be an array of rows, one for each unit, got []`,
    );
    expect(() => cell([1, 2], { ...weights, b: [0] })).toThrow(`${who} b to hold ${columns} numbers, got [0]`);
    expect(() => cell([1, 2], { ...weights, W: [[1], [1]] })).toThrow(`${who} W[0] to hold ${columns} numbers`);
    expect(() => cell([1, 2], weights, { h: [1, 2] })).toThrow(`${who} h to hold 3 numbers, got [1, 2]`);
    for (const bad of notFinite) {
      expect(() => cell([1, bad], weights)).toThrow(`${who} x[1] to be a finite number, got ${bad}`);
      expect(() => cell([1, 1], weights, { h: [0, bad, 0] })).toThrow(`${who} h[1] to be a finite number`);
    }
    const huge = weights.W.map((row) => row.map(() => 1e308));
    expect(() => cell([1e308, 1], { ...weights, W: huge })).toThrow(
      `${who} finite numbers in the sums, got an overflow`,
    );
  });
});

describe('the gates', () => {
  const one = (gates: number[]) => ({ W: [gates.map(() => 0)], U: [gates.map(() => 0)], b: gates });

  it('of an LSTM let in, keep and let out, as worked by hand', () => {
    const open = 100; // σ is 1
    const shut = -100; // σ is 0
    const step = (b: number[]) => scratch.lstmCell([0], one(b), { h: [0], c: [0.5] });
    expectNear(step([shut, open, 1, open]).c, [0.5], 1e-12); // all is kept
    expectNear(step([open, shut, 1, open]).c, [Math.tanh(1)], 1e-12); // all is new
    expectNear(step([open, open, 1, shut]).h, [0], 1e-12); // nothing is seen
    expect(step([0, 0, 0, 0])).toEqual({ i: [0.5], f: [0.5], g: [0], o: [0.5], c: [0.25], h: [Math.tanh(0.25) / 2] });
  });

  it('of a GRU keep or renew the state, as worked by hand', () => {
    const step = (b: number[]) => scratch.gruCell([0], { ...one(b), U: [[0, 0, 1]] }, { h: [0.5] });
    expectNear(step([100, 0, 3]).h, [0.5], 1e-12); // z = 1 changes nothing
    expectNear(step([-100, -100, 3]).h, [Math.tanh(3)], 1e-12); // r = 0 forgets what was
    expectNear(step([-100, 100, 3]).h, [Math.tanh(3.5)], 1e-12);
    expect(step([0, 0, 0])).toEqual({ z: [0.5], r: [0.5], n: [Math.tanh(0.25)], h: [0.25 + Math.tanh(0.25) / 2] });
  });
});

describe('scratch.backwardThroughTime', () => {
  const { vanishing, rnn } = answers;

  it("gives PyTorch's ∂loss/∂h at each of 30 steps to 1e-10, relative to its size, and sees the gradient vanish", () => {
    const steps = scratch.throughTime(vanishing.x, scratch.rnnCell, vanishing);
    const { dh, norms } = scratch.backwardThroughTime(steps, vanishing, [1, 1, 1, 1, 1]);
    vanishing.norms.forEach((norm, t) => {
      expect(Math.abs(norms[t]! / norm - 1)).toBeLessThan(1e-10);
      expectNear(dh[t]!.map((d) => d / norm), vanishing.dh[t]!.map((d) => d / norm), 1e-10); // prettier-ignore
    });
    expect(norms[0]! / norms[29]!).toBeLessThan(1e-10);
  });

  it("gives PyTorch's gradients of weights and inputs to 1e-10 for a loss that looks at every step", () => {
    const { inputs, output, gradients } = rnn;
    // As the reference: loss = Σ h cos(place) + Σ h² of the last step; sequences of a batch add up.
    const found = [0, 1].map((sequence) => {
      const xs = inputs.x.map((step) => step[sequence]!);
      const steps = scratch.throughTime(xs, scratch.rnnCell, inputs, { h: inputs.h[sequence] });
      const dLoss = steps.map(({ h }, t) =>
        h.map((value, unit) => Math.cos((t * 2 + sequence) * 4 + unit) + (t === output.length - 1 ? 2 * value : 0)),
      );
      return scratch.backwardThroughTime(steps, inputs, dLoss);
    });
    const add = (a: Matrix, b: Matrix) => a.map((row, i) => row.map((value, j) => value + b[i]![j]!));
    const [one, two] = found as [scratch.RnnGradients, scratch.RnnGradients];
    expectNear(add(one.dW, two.dW), gradients.W, 1e-10);
    expectNear(add(one.dU, two.dU), gradients.U, 1e-10);
    expectNear(add([one.db], [two.db])[0], gradients.b, 1e-10);
    expectNear(one.dx.map((row, t) => [row, two.dx[t]]), gradients.x, 1e-10); // prettier-ignore
  });

  it('agrees with central differences to 1e-6 for any sizes and weights', () => {
    const size = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(size, size, size, fc.nat(1000), (time, inputs, units, seed) => {
        const random = generator(seed);
        const row = (length: number) => Array.from({ length }, () => random.normal());
        const rows = (count: number, length: number) => Array.from({ length: count }, () => row(length));
        const weights = { W: rows(inputs, units), U: rows(units, units), b: row(units) };
        const xs = rows(time, inputs);
        const d = row(units);
        const loss = (changed: scratch.CellWeights) =>
          scratch
            .throughTime(xs, scratch.rnnCell, changed)
            .at(-1)!
            .h.reduce((sum, h, i) => sum + d[i]! * h, 0);
        const found = scratch.backwardThroughTime(scratch.throughTime(xs, scratch.rnnCell, weights), weights, d);
        const flat = [...weights.W.flat(), ...weights.U.flat(), ...weights.b];
        const unflat = (all: number[]) => {
          const take = (count: number) => Array.from({ length: count }, () => all.splice(0, units));
          return { W: take(inputs), U: take(units), b: all };
        };
        const measured = scratch.numericGradient((point) => loss(unflat([...point])), flat);
        expectNear([...found.dW.flat(), ...found.dU.flat(), ...found.db], measured, 1e-6);
      }),
      { numRuns: 40 },
    );
  });

  it('says what does not fit', () => {
    const weights = scratch.cellWeights(scratch.rnnCell, 1, 2);
    const steps = scratch.throughTime([[1], [2]], scratch.rnnCell, weights);
    const back = (...args: unknown[]) => () => scratch.backwardThroughTime(...(args as Parameters<typeof scratch.backwardThroughTime>)); // prettier-ignore
    const who = 'scratch.backwardThroughTime: expected';
    expect(back([], weights, [1, 1])).toThrow(`${who} steps, what scratch.throughTime returns, got []`);
    expect(back([{ h: [1, 1] }], weights, [1, 1])).toThrow(`${who} steps of scratch.rnnCell`);
    expect(back(steps, weights, [1])).toThrow(`${who} dLoss to hold 2 numbers, got [1]`);
    expect(back(steps, weights, undefined)).toThrow(`${who} dLoss to be an array of 2 finite numbers, got undefined`);
    expect(back(steps, weights, [1, NaN])).toThrow(`${who} dLoss[1] to be a finite number, got NaN`);
    expect(back(steps, weights, [[1, 1]])).toThrow(`${who} dLoss to have 2 rows, one for each step, got 1`);
    expect(back(steps, weights, [[1, 1], [1]])).toThrow(`${who} dLoss[1] to hold 2 numbers, got [1]`); // prettier-ignore
    expect(back(steps, { ...weights, W: [] }, [1, 1])).toThrow(`${who} W to be an array of 1 rows`);
    const exploding = { W: [[0]], U: [[1e200]], b: [0] }; // at 0 the slope of tanh is 1
    const still = scratch.throughTime([[0], [0], [0]], scratch.rnnCell, exploding);
    expect(back(still, exploding, [1])).toThrow(`${who} finite numbers in the sums, got an overflow`);
  });
});

describe('scratch.cellWeights', () => {
  it('draws W within the limits of glorotUniform, from the seed, and biases of 0 but 1 for the forget gate', () => {
    const { W, U, b } = scratch.cellWeights(scratch.lstmCell, 40, 10, { seed: 3 });
    const largest = Math.max(...W.flat().map(Math.abs));
    expect(largest).toBeLessThan(Math.sqrt(6 / 80));
    expect(largest).toBeGreaterThan(0.98 * Math.sqrt(6 / 80));
    expect([W.length, W[0]!.length, U.length, U[0]!.length]).toEqual([40, 40, 10, 40]);
    expect(b).toEqual([...Array<number>(10).fill(0), ...Array<number>(10).fill(1), ...Array<number>(20).fill(0)]);
    expect(scratch.cellWeights(scratch.lstmCell, 40, 10, { seed: 3 })).toEqual({ W, U, b });
    expect(scratch.cellWeights(scratch.lstmCell, 40, 10).W).not.toEqual(W);
    expect(scratch.cellWeights(scratch.rnnCell, 2, 3).b).toEqual([0, 0, 0]);
  });

  it('draws U with orthogonal rows, or columns where there are more rows, to 1e-12', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.nat(100),
        (rows, columns, seed) => {
          const drawn = orthogonal(rows, columns, generator(seed));
          expect([drawn.length, drawn[0]!.length]).toEqual([rows, columns]);
          const [a, b] = [drawn, drawn[0]!.map((_, column) => drawn.map((row) => row[column]!))];
          const vectors = rows <= columns ? a : b;
          const products = vectors.map((one) =>
            vectors.map((two) => one.reduce((sum, value, i) => sum + value * two[i]!, 0)),
          );
          expectNear(products, vectors.map((_, i) => vectors.map((_, j) => (i === j ? 1 : 0))), 1e-12); // prettier-ignore
        },
      ),
    );
  });

  it('says what is out of range, as throughTime does', () => {
    const who = 'scratch.cellWeights: expected';
    expect(() => scratch.cellWeights(scratch.tanh as never, 1, 1)).toThrow(`${who} a cell: scratch.rnnCell`);
    expect(() => scratch.cellWeights(scratch.gruCell, 0, 1)).toThrow(`${who} inputs to be a whole number from 1`);
    expect(() => scratch.cellWeights(scratch.gruCell, 1, 1.5)).toThrow(`${who} units`);
    expect(() => scratch.cellWeights(scratch.gruCell, 1, 1, { seed: -1 })).toThrow(`${who} seed`);
    const weights = scratch.cellWeights(scratch.gruCell, 1, 1);
    expect(() => scratch.throughTime([], scratch.gruCell, weights)).toThrow('scratch.throughTime: expected xs');
    expect(() => scratch.throughTime([[1]], 'gru' as never, weights)).toThrow('scratch.throughTime: expected a cell');
    expect(() => scratch.throughTime([[1], [1, 2]], scratch.gruCell, weights)).toThrow('scratch.gruCell: expected W');
  });
});
