/** The checks of lesson 05, tested themselves: solutions of several kinds, and the wrong answers that students give. */
import { describe, expect, it } from 'vitest';
import { chinstrap, type PlainNetwork } from '../../lib/check/exercises/05-chinstrap';
import { forward, parameterCount, type PlainLayer } from '../../lib/check/exercises/05-layers-and-matrices';
import { verdictOn, type Exercise } from '../../lib/check/verdict';
import { sigmoid } from '../../lib/scratch/activations';
import { Network } from '../../lib/scratch/network';
import { words } from '../../lib/words';

const say = words.lesson05.exercises;
const judge = <Attempt>(exercise: Exercise<Attempt>, attempt: Attempt) =>
  verdictOn(exercise, attempt, words.check.threw);

type Count = (units: number[]) => number;
const pairs = (units: number[], f: (inputs: number, units: number) => number) =>
  units.slice(1).reduce((sum, n, l) => sum + f(units[l]!, n), 0);

describe('05.1, how many parameters', () => {
  it.each<[string, Count]>([
    ['a reduce', (units) => pairs(units, (inputs, n) => n * inputs + n)],
    ['another grouping', (units) => pairs(units, (inputs, n) => n * (inputs + 1))],
    ['the library', (units) => new Network(units).parameters.length],
  ])('passes %s', (_, attempt) => {
    expect(judge(parameterCount, attempt)).toMatchObject({ status: 'passed', points: 1 });
  });

  it.each<[string, Count, string]>([
    ['weights without biases', (u) => pairs(u, (i, n) => n * i), say.parameterCount.weightsOnly],
    ['biases for the inputs', (u) => pairs(u, (i, n) => n * i + n) + u[0]!, say.parameterCount.inputBiases],
    ['one bias for each layer', (u) => pairs(u, (i, n) => n * i + 1), say.parameterCount.oneBias],
    ['the units', (u) => u.reduce((a, b) => a + b, 0), say.parameterCount.unitsOnly],
    ['a bias for each input of a layer', (u) => pairs(u, (i, n) => n * i + i), say.parameterCount.biasOfInputs],
    ['the product of all sizes', (u) => u.reduce((a, b) => a * b, 1), say.parameterCount.allPairs],
    ['the first layer', (u) => u[0]! * u[1]! + u[1]!, say.parameterCount.firstOnly],
    ['a list read past its end', (u) => u.reduce((s, n, l) => s + n * u[l + 1]!, 0), say.parameterCount.pastEnd],
    ['nothing returned', (() => undefined) as unknown as Count, say.parameterCount.noReturn],
    ['something else', () => 9, say.parameterCount.wrong],
  ])('knows %s by its message', (_, attempt, message) => {
    expect(judge(parameterCount, attempt)).toMatchObject({ status: 'wrong', points: 0, message });
  });
});

type Forward = (layers: PlainLayer[], X: number[][]) => number[][];
/** A forward pass as students write it, with z of a unit for an example, and what follows it. */
const pass =
  (
    z: (layer: PlainLayer, A: number[][], unit: number, m: number, X: number[][]) => number,
    f: (z: number, l: number, layers: PlainLayer[]) => number = sigmoid,
  ): Forward =>
  (layers, X) =>
    layers.reduce(
      (A, layer, l) => layer.W.map((_, unit) => A[0]!.map((_, m) => f(z(layer, A, unit, m, X), l, layers))),
      X,
    );
const dot = (row: number[], A: number[][], m: number, start = 0) => row.reduce((z, w, i) => z + w * A[i]![m]!, start);
const plain = pass(({ W, b }, A, unit, m) => dot(W[unit]!, A, m, b[unit]));
const z: Parameters<typeof pass>[0] = ({ W, b }, A, unit, m) => dot(W[unit]!, A, m, b[unit]);
const turn = (A: number[][]) => A[0]!.map((_, m) => A.map((row) => row[m]!));

describe('05.2, a forward pass', () => {
  it.each<[string, Forward]>([
    ['nested maps', plain],
    [
      'three loops and σ written out',
      (layers, X) => {
        let A = X;
        for (const { W, b } of layers) {
          const next: number[][] = [];
          for (let unit = 0; unit < W.length; unit++) {
            next.push([]);
            for (let m = 0; m < A[0]!.length; m++) next[unit]!.push(1 / (1 + Math.exp(-dot(W[unit]!, A, m, b[unit]))));
          }
          A = next;
        }
        return A;
      },
    ],
    ['one example after the other', (layers, X) => turn(turn(X).map((x) => plain(layers, turn([x])).flat()))],
  ])('passes %s', (_, attempt) => {
    expect(judge(forward, attempt)).toMatchObject({ status: 'passed', points: 2 });
  });

  it.each<[string, Forward, string]>([
    ['an output that lies on the wrong side', (layers, X) => turn(plain(layers, X)), say.forward.transposed],
    ['no biases', pass(({ W }, A, unit, m) => dot(W[unit]!, A, m)), say.forward.noBias],
    ['a last layer without sigmoid', pass(z, (z, l, { length }) => (l < length - 1 ? sigmoid(z) : z)), say.forward.lastLinear],
    ['no sigmoid', pass(z, (z) => z), say.forward.linear],
    ['a sigmoid at the end only', pass(z, (z, l, { length }) => (l < length - 1 ? z : sigmoid(z))), say.forward.onlyLastBends],
    ['layers that all read X', pass(({ W, b }, _, unit, m, X) => dot(W[unit]!, X, m, b[unit])), say.forward.sameInput],
    ['columns of W in place of rows', pass(({ W, b }, A, unit, m) => dot(turn(W)[unit]!, A, m, b[unit])), say.forward.transposedWeights],
    ['a bias for each example', pass(({ W, b }, A, unit, m) => dot(W[unit]!, A, m, b[m])), say.forward.biasByExample],
    ['a bias for each input', pass(({ W, b }, A, unit, m) => W[unit]!.reduce((z, w, i) => z + w * A[i]![m]! + b[unit]!, 0)), say.forward.biasPerInput],
    ['a return within the loop', (layers, X) => plain(layers.slice(0, 1), X), say.forward.firstLayer],
    ['the last layer first', (layers, X) => plain(layers.reverse(), X), say.forward.reversed],
    ['nothing returned', (() => undefined) as unknown as Forward, say.forward.nothing],
    ['a step in place of the sigmoid', pass(z, (z) => (z >= 0 ? 1 : 0)), say.forward.wrong],
  ])('knows %s by its message', (_, attempt, message) => {
    expect(judge(forward, attempt)).toMatchObject({ status: 'wrong', points: 0, message });
  }); // prettier-ignore

  it('shows the input, what was expected and what came', () => {
    const { example } = judge(forward, (_, X) => X);
    expect(example?.input).toMatch(/^layers = \[\{W: \[\[1, -2\], .*, X = \[\[1, 0\], \[2, -1\]\]$/);
    expect(example?.came).toBe('[[1, 0], [2, -1]]');
    expect(example?.expected).not.toBe(example?.came);
  });

  it('says that sizes are wrong where a pass works for two of everything only', () => {
    const two = pass(({ W, b }, A, unit, m) => W[unit]![0]! * A[0]![m]! + W[unit]![1]! * A[1]![m]! + b[unit]!);
    expect(judge(forward, two).message).toMatch(/Right where all sizes are 2, but not for 3 → 4 → 2 → 1/);
    const square: Forward = (layers, X) => {
      for (const { W, b } of layers) X = [0, 1].map((unit) => [0, 1].map((m) => sigmoid(dot(W[unit]!, X, m, b[unit]))));
      return X;
    };
    expect(judge(forward, square).message).toMatch(/Right where all sizes are 2/);
    const first: Forward = (layers, X) => plain(layers, X).map((row) => row.slice(0, 2));
    expect(judge(forward, first)).toMatchObject({ points: 0, message: say.forward.shape('(1, 5)', '(1, 2)') });
  });

  it('is not deceived by an attempt that changes its arguments', () => {
    const vandal: Forward = (layers, X) => {
      const A = plain(layers, X);
      layers.forEach(({ W }) => W.forEach((row) => row.fill(0)));
      X.forEach((row) => row.fill(0));
      return A;
    };
    expect(judge(forward, vandal).status).toBe('passed');
  });
});

const cuts = (length: number, depth: number, bias = -15): PlainNetwork => ({
  W1: [[4, 0], [0, 4]],
  b1: [-4 * length, -4 * depth],
  W2: [[10, 10]],
  b2: [bias],
}); // prettier-ignore
const found = (network: unknown) => judge(chinstrap, () => network as PlainNetwork);

describe('05.3, a network for penguins', () => {
  it('passes two cuts and an AND, and says that one neuron does worse', () => {
    const verdict = found(cuts(43, 16.5));
    expect(verdict).toMatchObject({ status: 'passed', points: 3 });
    expect(verdict.message).toMatch(/90 % of the Chinstraps.*5 % of the Adelies and 6 % of the Gentoos.*92 %.*84 %/);
  });

  it('passes another architecture: the two cuts turned round, and a third unit that nobody hears', () => {
    const W1 = [[-4, 0], [0, -4], [1, 1]]; // prettier-ignore
    expect(found({ W1, b1: [4 * 43, 4 * 16.5, 0], W2: [[-10, -10, 0]], b2: [5] }).points).toBe(3);
  });

  it('gives a part of the points for a part of the way', () => {
    expect(found(cuts(40.5, 16.5))).toMatchObject({ status: 'wrong', points: 2 });
    expect(found(cuts(37, 16.5))).toMatchObject({ status: 'wrong', points: 1 });
  });

  it.each<[string, unknown, RegExp]>([
    ['nothing returned', undefined, /has to return four things/],
    ['a list that is no matrix', { ...cuts(43, 16.5), W2: [10, 10] }, /has to return four things/],
    ['W1 on the wrong side', { W1: [[4, 0, 1], [0, 4, 1]], b1: [1, 2, 3], W2: [[1, 1, 1]], b2: [0] }, /W1 lies on the wrong/],
    ['W2 on the wrong side', { ...cuts(43, 16.5), W2: [[10], [10]] }, /W2 lies on the wrong/],
    ['shapes that do not fit', { ...cuts(43, 16.5), b2: [1, 2] }, /should be W1 \(2, 2\), b1 \(2\), W2 \(1, 2\), b2 \(1\); yours.*b2 \(2\)/],
    ['NaN', { ...cuts(43, 16.5), b2: [NaN] }, /is not a number/],
    ['biases far too small', { ...cuts(43, 16.5), b1: [-1, -1], b2: [-50] }, /never says yes/],
    ['a positive last bias', { ...cuts(43, 16.5), b2: [5] }, /says yes to every bird/],
    ['one hidden unit', { W1: [[4, 0]], b1: [-4 * 43], W2: [[10]], b2: [-5] }, /One hidden unit is one straight cut/],
    ['an OR', cuts(43, 16.5, -5), /that is an OR/],
    ['an OR by a hair, since one yes makes a sum of 0', { W1: [[1, 0], [0, 1]], b1: [-42, -17], W2: [[1, 1]], b2: [-1] }, /that is an OR/],
    ['a cut on the length too low', cuts(39, 16.5), /takes Adelies in/],
    ['a cut on the depth too low', cuts(43, 14), /takes Gentoos in/],
    ['a cut on the length too high', cuts(49, 16.5), /misses Chinstraps/],
  ])('knows %s by its message', (_, network, message) => {
    const verdict = found(network);
    expect(verdict).toMatchObject({ status: 'wrong', message: expect.stringMatching(message) as string });
    expect(verdict.points).toBeLessThan(3);
  }); // prettier-ignore

  it('does not grow in memory: it leaves no tensor behind', async () => {
    const { memory } = await import('../../lib/tensorflow');
    found(cuts(43, 16.5));
    const before = memory().numTensors;
    found(cuts(43, 16.5));
    expect(memory().numTensors).toBe(before);
  });
});
