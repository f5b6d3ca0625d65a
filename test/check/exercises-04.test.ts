/** The checks of lesson 04, tested themselves: the solution, other right ways, and the wrong answers that students give. */
import { describe, expect, it } from 'vitest';
import { learn } from '../../lib/check/exercises/04-learning';
import { chance, virginica } from '../../lib/check/exercises/04-sigmoid-neuron';
import { verdictOn, type Exercise } from '../../lib/check/verdict';
import { data, scratch } from '../../lib/index';
import { words } from '../../lib/words';

const say = words.lesson04.exercises;
const judge = <Attempt>(exercise: Exercise<Attempt>, attempt: Attempt) =>
  verdictOn(exercise, attempt, words.check.threw);

type Neuron = (x: number[], w: number[], b: number) => number;
const z: Neuron = (x, w, b) => x.reduce((sum, xi, i) => sum + xi * w[i]!, b);
const a: Neuron = (x, w, b) => 1 / (1 + Math.exp(-z(x, w, b)));

describe('04.1, the neuron by hand', () => {
  it.each<[string, Neuron]>([
    ['a reduce', a],
    [
      'a loop that adds the bias last, and the other form of the sigmoid',
      (x, w, b) => {
        let sum = 0;
        for (let i = x.length - 1; i >= 0; i--) sum += x[i]! * w[i]!;
        return Math.exp(sum + b) / (1 + Math.exp(sum + b));
      },
    ],
    ['the sigmoid of the library', (x, w, b) => scratch.sigmoid(z(x, w, b))],
  ])('passes %s', (_, attempt) => {
    expect(judge(chance, attempt)).toMatchObject({ status: 'passed', points: 1 });
  });

  it.each<[string, Neuron, string]>([
    ['no bias', (x, w) => a(x, w, 0), say.chance.noBias],
    ['the bias subtracted', (x, w, b) => a(x, w, -b), say.chance.minusBias],
    ['no minus in the exponent', (x, w, b) => 1 / (1 + Math.exp(z(x, w, b))), say.chance.mirrored],
    ['the weighted sum', z, say.chance.evidence],
    ['the odds', (x, w, b) => Math.exp(z(x, w, b)), say.chance.odds],
    ['a perceptron', (x, w, b) => (z(x, w, b) >= 0 ? 1 : 0), say.chance.step],
    ['a boolean', ((x: number[], w: number[], b: number) => z(x, w, b) >= 0) as unknown as Neuron, say.chance.step],
    ['a percentage without its digits', (x, w, b) => Number(a(x, w, b).toFixed(2)), say.chance.rounded],
    ['inputs without weights', (x, _, b) => a(x, Array<number>(x.length).fill(1), b), say.chance.unweighted],
    ['a sigmoid for each product', (x, w, b) => x.reduce((sum, xi, i) => sum + a([xi], [w[i]!], 0), b), say.chance.product], // prettier-ignore
    ['two inputs and no more', (x, w, b) => 1 / (1 + Math.exp(-(x[0]! * w[0]! + x[1]! * w[1]! + b))), say.chance.twoOnly], // prettier-ignore
    ['nothing returned', (() => undefined) as unknown as Neuron, say.chance.noReturn],
    ['a loop past the end', (x, w, b) => a([...x, NaN], [...w, 1], b), say.chance.notANumber],
    ['always a half', () => 0.5, say.chance.wrong],
  ])('knows %s by its message', (_, attempt, message) => {
    const verdict = judge(chance, attempt);
    expect(verdict).toMatchObject({ status: 'wrong', points: 0, message });
    expect(verdict.example?.came).not.toBe(verdict.example?.expected);
  });
});

type Learn = (xs: number[][], ys: number[], epochs: number, learningRate: number) => { w: number[]; b: number };
type Step = (x: number[], y: number, w: number[], b: number, learningRate: number) => { w: number[]; b: number };

/** A training by one step for each example. */
const by =
  (step: Step): Learn =>
  (xs, ys, epochs, learningRate) => {
    let learnt = { w: xs[0]!.map(() => 0), b: 0 };
    for (let epoch = 0; epoch < epochs; epoch++)
      xs.forEach((x, i) => (learnt = step(x, ys[i]!, learnt.w, learnt.b, learningRate)));
    return learnt;
  };
const right: Step = (x, y, w, b, rate) => {
  const error = a(x, w, b) - y;
  return { w: w.map((wj, j) => wj - rate * error * x[j]!), b: b - rate * error };
};
const withError = (error: (a: number, y: number) => number): Learn =>
  by((x, y, w, b, rate) => {
    const e = error(a(x, w, b), y);
    return { w: w.map((wj, j) => wj - rate * e * x[j]!), b: b - rate * e };
  });
const batch =
  (share: (m: number) => number): Learn =>
  (xs, ys, epochs, rate) => {
    let [w, b] = [xs[0]!.map(() => 0), 0];
    for (let epoch = 0; epoch < epochs; epoch++) {
      const errors = xs.map((x, i) => a(x, w, b) - ys[i]!);
      const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0) * share(xs.length);
      w = w.map((wj, j) => wj - rate * total(errors.map((e, i) => e * xs[i]![j]!)));
      b -= rate * total(errors);
    }
    return { w, b };
  };

describe('04.2, learning one example at a time', () => {
  it('passes the reference', () => {
    expect(judge(learn, by(right))).toMatchObject({ status: 'passed', points: 2 });
  });

  it('passes the neuron of the library', () => {
    const attempt: Learn = (xs, ys, epochs, learningRate) => {
      const neuron = new scratch.Neuron(xs[0]!.length);
      neuron.weights = xs[0]!.map(() => 0);
      for (let epoch = 0; epoch < epochs; epoch++)
        xs.forEach((x, i) => {
          const output = neuron.forward(x);
          neuron.backward(scratch.binaryCrossentropy.derivative([ys[i]!], [output])[0]!);
          neuron.step({ learningRate });
        });
      return { w: neuron.weights, b: neuron.bias };
    };
    expect(judge(learn, attempt).status).toBe('passed');
  });

  const wrongs: [string, Learn, string][] = [
    ['no step at all', (xs) => ({ w: xs[0]!.map(() => 0), b: 0 }), say.learn.still],
    ['the way up', withError((a, y) => y - a), say.learn.uphill],
    ['a bias that stays', by((x, y, w, b, rate) => ({ w: right(x, y, w, b, rate).w, b })), say.learn.noBias],
    ['a bias that goes the other way', by((x, y, w, b, rate) => ({ w: right(x, y, w, b, rate).w, b: 2 * b - right(x, y, w, b, rate).b })), say.learn.noBias], // prettier-ignore
    ['weights without their inputs', by((x, y, w, b, rate) => ({ w: w.map((wj) => wj - rate * (a(x, w, b) - y)), b: right(x, y, w, b, rate).b })), say.learn.noInput], // prettier-ignore
    ['a perceptron', withError((a, y) => (a >= 0.5 ? 1 : 0) - y), say.learn.verdict],
    ['the gradient of the squared error', withError((a, y) => (a - y) * a * (1 - a)), say.learn.squared],
    ['the mean over the batch', batch((m) => 1 / m), say.learn.batch],
    ['the sum over the batch', batch(() => 1), say.learn.batch],
    ['a single pass', (xs, ys, _, rate) => by(right)(xs, ys, 1, rate), say.learn.once],
    ['no learning rate', (xs, ys, epochs) => by(right)(xs, ys, epochs, 1), say.learn.rateless],
    ['the bias moved with a new error', by((x, y, w, b, rate) => { const next = right(x, y, w, b, rate).w; return { w: next, b: b - rate * (a(x, next, b) - y) }; }), say.learn.stale], // prettier-ignore
    ['the weights moved with a new error', by((x, y, w, b, rate) => { const next = right(x, y, w, b, rate).b; return { w: right(x, y, w, next, rate).w, b: next }; }), say.learn.stale], // prettier-ignore
    [
      'each weight moved with a new error',
      by((x, y, w, b, rate) => {
        const moved = [...w];
        x.forEach((xj, j) => (moved[j]! -= rate * (a(x, moved, b) - y) * xj));
        return { w: moved, b: b - rate * (a(x, moved, b) - y) };
      }),
      say.learn.stale,
    ],
    ['examples from the last to the first', (xs, ys, epochs, rate) => by(right)([...xs].reverse(), [...ys].reverse(), epochs, rate), say.learn.wrong], // prettier-ignore
    ['numbers that are none', (xs) => ({ w: xs[0]!.map(() => NaN), b: 0 }), say.learn.notANumber],
    ['weights of the wrong number', () => ({ w: [0, 0], b: 0 }), say.learn.shape(1)],
    ['nothing returned', (() => undefined) as unknown as Learn, say.learn.shape(1)],
  ];
  it.each(wrongs)('knows %s by its message', (_, attempt, message) => {
    expect(judge(learn, attempt)).toMatchObject({ status: 'wrong', points: 0, message });
  });

  it('shows the first example that went wrong', () => {
    expect(
      judge(
        learn,
        withError((a, y) => y - a),
      ).example,
    ).toEqual({
      input: '[[2]], [1], 1, 0.1',
      expected: '{"w":[0.1],"b":0.05}',
      came: '{"w":[-0.1],"b":-0.05}',
    });
  });
});

const irises = data
  .examples(data.iris({ features: ['petal_length_cm', 'petal_width_cm'] }))
  .filter(([, species]) => species > 0);
const petals = irises.map(([petal]) => petal);
const species = irises.map(([, number]) => number - 1);
const { xs: scaled, transform } = data.standardise(petals);
const standardised = scaled.arraySync();
const trained = (epochs: number, rate: number) => by(right)(standardised, species, epochs, rate);
const seen = (petal: number[]) => transform([petal]).arraySync()[0]!;

describe('04.3, two irises', () => {
  it('passes a neuron on standardised petals, and says how good it is', () => {
    const { w, b } = trained(50, 0.1);
    const verdict = judge(virginica, () => (petal) => a(seen(petal), w, b));
    expect(verdict).toMatchObject({ status: 'passed', points: 3 });
    expect(verdict.message).toContain('0.103, and 94 %');
  });

  it('passes a neuron on centimetres that has been given time', () => {
    const { w, b } = by(right)(petals, species, 300, 0.05);
    expect(judge(virginica, () => (petal) => a(petal, w, b))).toMatchObject({ status: 'passed' });
  });

  it('gives a part of the points for a part of the way', () => {
    const { w, b } = trained(1, 0.02);
    expect(judge(virginica, () => (petal) => a(seen(petal), w, b))).toMatchObject({
      status: 'wrong',
      points: 1,
      message: expect.stringMatching(/too unsure/) as string,
    });
  });

  const { w, b } = trained(50, 0.1);
  it.each<[string, () => (petal: number[]) => number, RegExp]>([
    ['nothing returned', (() => undefined) as never, /has to return a function/],
    ['weights in place of a function', (() => ({ w, b })) as never, /has to return a function/],
    ['a neuron that expects standardised petals', () => (petal) => a(petal, w, b), /asked in centimetres/],
    ['the evidence', () => (petal) => z(seen(petal), w, b), /answers -?\d.*A chance is a number from 0 to 1/],
    ['NaN', () => () => NaN, /answers NaN/],
    ['a neuron that never trained', () => () => 0.5, /the same for every flower/],
    ['verdicts', () => (petal) => (z(seen(petal), w, b) >= 0 ? 1 : 0), /gives verdicts/],
    ['the other species', () => (petal) => 1 - a(seen(petal), w, b), /the other species/],
    ['steps that leap', () => { const wild = trained(3, 100); return (petal) => a(seen(petal), wild.w, wild.b); }, /too sure where it is wrong/], // prettier-ignore
    ['centimetres and little time', () => { const raw = by(right)(petals, species, 1, 0.1); return (petal) => a(petal, raw.w, raw.b); }, /Watch the loss|too unsure/], // prettier-ignore
  ])('knows %s by its message', (_, attempt, message) => {
    const verdict = judge(virginica, attempt);
    expect(verdict).toMatchObject({ status: 'wrong', message: expect.stringMatching(message) as string });
    expect(verdict.points).toBeLessThan(3);
  });
});
