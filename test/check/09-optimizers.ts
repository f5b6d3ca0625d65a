/** Answers to exercise 09.1, right by another way and wrong, and what each wrong one has to hear. */
import { words } from '../../lib/words';
import type { Answers } from './answers';

const say = words.lesson09.exercises;

/** A step of momentum: what becomes of the speed, and then of the weight. */
const roll = (speed: string, weight = 'w - learningRate * speed') =>
  `const speed = ${speed};\nreturn { w: ${weight}, v: speed };`;

export const answers: Record<string, Answers> = {
  '09.1': {
    right: [
      { name: 'the names of the parameters', code: 'v = v * mu + g;\nw -= learningRate * v;\nreturn { v, w };' },
      { name: 'one line', code: 'return { w: w - learningRate * (mu * v + g), v: mu * v + g };' },
    ],
    wrong: [
      {
        name: 'a step with the old speed',
        code: roll('mu * v + g', 'w - learningRate * v'),
        message: say.rolled.oldSpeed,
      },
      { name: 'no memory', code: roll('g'), message: say.rolled.forgets },
      { name: 'no friction', code: roll('v + g'), message: say.rolled.frictionless },
      { name: 'uphill', code: roll('mu * v + g', 'w + learningRate * speed'), message: say.rolled.uphill },
      { name: 'gradients subtracted twice', code: roll('mu * v - g'), message: say.rolled.uphill },
      {
        name: 'a speed that points down',
        code: roll('mu * v - g', 'w + learningRate * speed'),
        message: say.rolled.downhillSpeed,
      },
      {
        name: 'the rate in the speed',
        code: roll('mu * v + learningRate * g', 'w - speed'),
        message: say.rolled.rateInside,
      },
      { name: 'Keras’s form', code: roll('mu * v - learningRate * g', 'w + speed'), message: say.rolled.keras },
      {
        name: 'the old speed returned',
        code: 'return { w: w - learningRate * (mu * v + g), v };',
        message: say.rolled.oldReturned,
      },
      {
        name: '0.9 typed',
        code: roll('0.9 * v + g'),
        message: say.rolled.typed,
        example: { expected: '{ w: -3.015, v: 1.5 }', came: '{ w: -3.031, v: 3.1 }' },
      },
      { name: 'a running mean', code: roll('mu * v + (1 - mu) * g'), message: say.rolled.average },
      { name: 'no learning rate', code: roll('mu * v + g', 'w - speed'), message: say.rolled.rateless },
      { name: 'a weight that stays', code: roll('mu * v + g', 'w'), message: say.rolled.still },
      { name: 'NaN', code: roll('mu * v + g * NaN'), message: say.rolled.notANumber },
      { name: 'a number', code: 'return (w - learningRate * (mu * v + g)) as never;', message: say.rolled.notRolled },
      { name: 'no return', code: 'return undefined as never;', message: say.rolled.notRolled },
      { name: 'something else', code: roll('3'), message: say.rolled.wrong },
    ],
  },
};
