/** Answers to exercises 03.1 and 03.2, right by another way and wrong, and what each wrong one has to hear. */
import { words } from '../../lib/words';
import type { Answers } from './answers';

const say = words.lesson03.exercises;

/** One step that gives each weight `next`, in terms of the weight, i and what the function was given. */
const each = (next: string) => `return weights.map((weight, i) => ${next});`;

/** A student's loops, with the lines that go wrong left open; they stop after an epoch without a mistake. */
const loops = ({
  start = 'b',
  answer = 'z >= 0 ? 1 : 0',
  error = 'ys[i] - answer',
  rounds = 'epochs',
  bias = 'b += error;',
  input = 'x[j]',
  end = '',
}) => `
  const w = xs[0].map(() => 0);
  let b = 0;
  for (let epoch = 0; epoch < ${rounds}; epoch++) {
    let mistakes = 0;
    for (const [i, x] of xs.entries()) {
      let z = ${start};
      for (let j = 0; j < x.length; j++) z += w[j] * x[j];
      const answer = ${answer};
      const error = ${error};
      if (error !== 0) mistakes++;
      for (let j = 0; j < x.length; j++) w[j] += error * ${input};
      ${bias}
    }
    if (mistakes === 0) break;
  }
  ${end}
  return { w, b };`;

/** All answers of an epoch from the weights it began with. */
const frozen = `
  let w = xs[0].map(() => 0);
  let b = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const errors = xs.map((x, i) => ys[i] - (x.reduce((sum, input, j) => sum + w[j] * input, b) >= 0 ? 1 : 0));
    w = w.map((weight, j) => xs.reduce((sum, x, i) => sum + errors[i] * x[j], weight));
    b += errors.reduce((sum, error) => sum + error, 0);
  }
  return { w, b };`;

export const answers: Record<string, Answers> = {
  '03.1': {
    right: [
      {
        name: 'a loop that changes what it was given',
        code: 'for (let i = 0; i < weights.length; i++) weights[i] -= learningRate * (answer - y) * x[i];\nreturn weights;',
      },
    ],
    wrong: [
      {
        name: 'the sign turned',
        code: each('weight + learningRate * (answer - y) * x[i]'),
        message: say.corrected.reversed,
      },
      { name: 'no input', code: each('weight + learningRate * (y - answer)'), message: say.corrected.inputless },
      { name: 'no learning rate', code: each('weight + (y - answer) * x[i]'), message: say.corrected.rateless },
      { name: 'the step alone', code: each('learningRate * (y - answer) * x[i]'), message: say.corrected.stepOnly },
      {
        name: 'the target for the error',
        code: each('weight + learningRate * y * x[i]'),
        message: say.corrected.always,
      },
      {
        name: 'an error without its sign',
        code: each('weight + learningRate * Math.abs(y - answer) * x[i]'),
        message: say.corrected.size,
      },
      {
        name: 'a step times the weight',
        code: each('weight + learningRate * (y - answer) * x[i] * weight'),
        message: say.corrected.twice,
      },
      {
        name: 'a return after a mistake only',
        code: `if (y !== answer) ${each('weight + learningRate * (y - answer) * x[i]')}`,
        message: say.corrected.onlyMistakes,
      },
      {
        name: 'brackets that lack',
        code: each('weight + learningRate * y - answer * x[i]'),
        message: /Mind the brackets/,
      },
      { name: 'no step', code: 'return weights;', message: say.corrected.unchanged },
      {
        name: 'no return',
        code: each('weight + learningRate * (y - answer) * x[i]').replace('return', ''),
        message: say.corrected.notWeights,
      },
      { name: 'one number', code: 'return 3 as never;', message: say.corrected.notWeights },
      { name: 'NaN', code: each('weight + learningRate * (y - answer) * NaN'), message: say.corrected.notANumber },
      { name: 'something else', code: each('7'), message: say.corrected.wrong },
    ],
  },
  '03.2': {
    right: [
      {
        name: 'loops that stop after an epoch without a mistake',
        code: loops({}),
        message: /, as the machine of 1958 would have/,
      },
    ],
    wrong: [
      {
        name: 'a bias that stays',
        code: loops({ bias: '' }),
        message: say.learn.noBias,
        example: {
          input: '[[0,0],[0,1],[1,0],[1,1]], [0,0,0,1], 1',
          expected: '{ w: [1, 1], b: 0 }',
          came: '{ w: [0, 0], b: 0 }',
        },
      },
      {
        name: 'a bias that goes the wrong way',
        code: loops({ bias: 'b -= error;' }),
        message: say.learn.biasReversed,
      },
      { name: 'one epoch', code: loops({ rounds: '1' }), message: say.learn.oneEpoch },
      {
        name: 'weights that go back to 0 in each epoch',
        code: loops({}).replace('let mistakes = 0;', 'let mistakes = 0;\nw.fill(0);\nb = 0;'),
        message: /that of a single pass.*back to 0 inside/,
      },
      {
        name: 'one epoch more than asked for',
        code: loops({ rounds: 'epochs + 1' }),
        message: say.learn.endless('AND'),
      },
      { name: 'z without the bias', code: loops({ start: '0' }), message: say.learn.biasless },
      {
        name: 'the error asked for again for the bias',
        code: loops({ bias: 'b += ys[i] - (x.reduce((s, v, j) => s + w[j] * v, b) >= 0 ? 1 : 0);' }),
        message: say.learn.stale,
      },
      {
        name: 'the error asked for again for each number',
        code: `const w = xs[0].map(() => 0);
          let b = 0;
          const error = (i: number) => ys[i] - (xs[i].reduce((s, v, j) => s + w[j] * v, b) >= 0 ? 1 : 0);
          for (let epoch = 0; epoch < epochs; epoch++)
            xs.forEach((x, i) => {
              for (let j = 0; j < w.length; j++) w[j] += error(i) * x[j];
              b += error(i);
            });
          return { w, b };`,
        message: say.learn.stale,
      },
      { name: 'more epochs than asked for', code: loops({ rounds: '1000' }), message: say.learn.endless('AND') },
      { name: 'the sign turned', code: loops({ error: 'answer - ys[i]' }), message: say.learn.reversed },
      { name: 'a step after each example', code: loops({ error: 'ys[i] ? 1 : -1' }), message: say.learn.always },
      { name: 'silence at 0', code: loops({ answer: 'z > 0 ? 1 : 0' }), message: say.learn.strictly },
      { name: 'z in place of the answer', code: loops({ answer: 'z' }), message: say.learn.sum },
      { name: 'no input', code: loops({ input: '1' }), message: say.learn.inputless },
      { name: 'answers of the epoch before', code: frozen, message: say.learn.frozen },
      { name: 'no loop', code: 'return { w: xs[0].map(() => 0), b: 0 };', message: say.learn.nothing },
      { name: 'no return', code: loops({}).replace('return', ''), message: say.learn.notLearnt },
      {
        name: 'too many weights',
        code: 'return { w: [0, ...xs[0]], b: 0 };',
        message: say.learn.lengths('AND', 2, 3),
      },
      { name: 'NaN', code: 'return { w: xs[0].map(() => NaN), b: 0 };', message: say.learn.notANumber },
      { name: 'a change of the examples', code: loops({ end: 'xs[0].push(1);' }), message: say.learn.changes },
      { name: 'something else', code: 'return { w: xs[0].map(() => 5), b: 5 };', message: say.learn.wrong('AND') },
    ],
  },
};
