/** Answers to exercise 04.2, right by another way and wrong, and what each wrong one has to hear. */
import { words } from '../../lib/words';
import type { Answers } from './answers';

const say = words.lesson04.exercises;

/** A student's loops over epochs and examples, with the step left open. */
const by = (step: string, epochs = 'epochs') => `
  let w = xs[0].map(() => 0), b = 0;
  for (let epoch = 0; epoch < ${epochs}; epoch++) for (let i = 0; i < xs.length; i++) {
    const [x, y] = [xs[i], ys[i]], a = chance(x, w, b);
    ${step}
  }
  return { w, b };`;

/** A step by an error of the student's. */
const move = (e: string, rate = 'learningRate') =>
  `const e = ${e}; w = w.map((wj, j) => wj - ${rate} * e * x[j]); b -= ${rate} * e;`;

/** The step of the weights alone. */
const weights = 'w = w.map((wj, j) => wj - learningRate * (a - y) * x[j]);';

/** One step for each epoch, by all its errors. */
const batch = (m: string) => `
  let w = xs[0].map(() => 0), b = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const es = xs.map((x, i) => (chance(x, w, b) - ys[i]) / ${m});
    w = w.map((wj, j) => wj - learningRate * es.reduce((s, e, i) => s + e * xs[i][j], 0));
    b -= learningRate * es.reduce((s, e) => s + e, 0);
  }
  return { w, b };`;

export const answers: Record<string, Answers> = {
  '04.2': {
    right: [
      {
        name: 'the neuron of the library',
        code: `const n = new scratch.Neuron(xs[0].length); n.weights = xs[0].map(() => 0);
        for (let epoch = 0; epoch < epochs; epoch++) xs.forEach((x, i) => { const out = n.forward(x);
        n.backward(scratch.binaryCrossentropy.derivative([ys[i]], [out])[0]); n.step({ learningRate }); });
        return { w: n.weights, b: n.bias };`,
      },
    ],
    wrong: [
      { name: 'no step at all', code: by(''), message: say.learn.still },
      {
        name: 'the way up',
        code: by(move('y - a')),
        message: say.learn.uphill,
        example: { input: '[[2]], [1], 1, 0.1', expected: '{"w":[0.1],"b":0.05}', came: '{"w":[-0.1],"b":-0.05}' },
      },
      { name: 'a bias that stays', code: by(weights), message: say.learn.noBias },
      {
        name: 'a bias that goes the other way',
        code: by(`${weights} b += learningRate * (a - y);`),
        message: say.learn.noBias,
      },
      {
        name: 'weights without their inputs',
        code: by('w = w.map((wj) => wj - learningRate * (a - y)); b -= learningRate * (a - y);'),
        message: say.learn.noInput,
      },
      { name: 'a perceptron', code: by(move('(a >= 0.5 ? 1 : 0) - y')), message: say.learn.verdict },
      {
        name: 'the gradient of the squared error',
        code: by(move('(a - y) * a * (1 - a)')),
        message: say.learn.squared,
      },
      { name: 'the mean over the batch', code: batch('xs.length'), message: say.learn.batch },
      { name: 'the sum over the batch', code: batch('1'), message: say.learn.batch },
      {
        name: 'a single pass',
        code: by(move('a - y'), '1'),
        message: say.learn.once,
        example: { input: '[[1,-2],[0.5,3]], [0,1], 2, 0.5' },
      },
      {
        name: 'numbers that go back to 0 in each epoch',
        code: by(`if (i === 0) { w = xs[0].map(() => 0); b = 0; } const was = chance(x, w, b); ${move('was - y')}`),
        message: /that of a single pass.*back to 0 inside/,
      },
      { name: 'a pass too many', code: by(move('a - y'), 'epochs + 1'), message: say.learn.oneMore },
      {
        name: 'the loops in the other order',
        code: `let w = xs[0].map(() => 0), b = 0;
          xs.forEach((x, i) => {
            for (let epoch = 0; epoch < epochs; epoch++) { ${move('chance(x, w, b) - ys[i]')} }
          });
          return { w, b };`,
        message: say.learn.swapped,
      },
      { name: 'no learning rate', code: by(move('a - y', '1')), message: say.learn.rateless },
      {
        name: 'the bias moved with a new error',
        code: by(`${weights} b -= learningRate * (chance(x, w, b) - y);`),
        message: say.learn.stale,
      },
      {
        name: 'the weights moved with a new error',
        code: by(
          'b -= learningRate * (a - y); const e = chance(x, w, b) - y; w = w.map((wj, j) => wj - learningRate * e * x[j]);',
        ),
        message: say.learn.stale,
      },
      {
        name: 'each weight moved with a new error',
        code: by(
          'x.forEach((xj, j) => (w[j] -= learningRate * (chance(x, w, b) - y) * xj)); b -= learningRate * (chance(x, w, b) - y);',
        ),
        message: say.learn.stale,
      },
      {
        name: 'examples from the last to the first',
        code: `xs = [...xs].reverse(); ys = [...ys].reverse();${by(move('a - y'))}`,
        message: say.learn.wrong,
      },
      {
        name: 'numbers that are none',
        code: 'return { w: xs[0].map(() => NaN), b: 0 };',
        message: say.learn.notANumber,
      },
      { name: 'weights of the wrong number', code: 'return { w: [0, 0], b: 0 };', message: /an array of 1 number,/ },
      { name: 'nothing returned', code: by(move('a - y')).replace('return', ''), message: say.learn.shape(1) },
    ],
  },
};
