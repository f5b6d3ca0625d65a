/** Answers to exercises 04.1 and 04.3, right by another way and wrong, and what each wrong one has to hear. */
import { words } from '../../lib/words';
import type { Answers } from './answers';

const say = words.lesson04.exercises;

/** The weighted sum. */
const z = 'const z = x.reduce((sum, xi, i) => sum + xi * w[i], b);\n';

/** Trained on standardised petals, and what is then answered. */
const trained = (answer: string, epochs = 50, rate = 0.1) => `
  const { xs, transform } = data.standardise(petals);
  const { w, b } = learn(xs.arraySync(), species, ${epochs}, ${rate});
  const seen = (petal: number[]) => transform([petal]).arraySync()[0];
  ${answer}`;

/** Trained on the petals as they are. */
const raw = (epochs: number, rate: number) =>
  `const { w, b } = learn(petals, species, ${epochs}, ${rate}); return (petal) => chance(petal, w, b);`;

export const answers: Record<string, Answers> = {
  '04.1': {
    right: [
      {
        name: 'a loop that adds the bias last, and the other form of the sigmoid',
        code: 'let s = 0; for (let i = x.length - 1; i >= 0; i--) s += x[i] * w[i]; return Math.exp(s + b) / (1 + Math.exp(s + b));',
      },
      { name: 'the sigmoid of the library', code: `${z}return scratch.sigmoid(z);` },
      {
        name: 'products first, then a sum that starts with the first of them',
        code: 'return scratch.sigmoid(x.map((xi, i) => xi * w[i]).reduce((sum, product) => sum + product) + b);',
      },
    ],
    wrong: [
      { name: 'no bias', code: `${z}return 1 / (1 + Math.exp(-(z - b)));`, message: say.chance.noBias },
      {
        name: 'the bias subtracted',
        code: `${z}return 1 / (1 + Math.exp(-(z - 2 * b)));`,
        message: say.chance.minusBias,
      },
      { name: 'no minus in the exponent', code: `${z}return 1 / (1 + Math.exp(z));`, message: say.chance.mirrored },
      { name: 'the weighted sum', code: `${z}return z;`, message: say.chance.evidence },
      { name: 'the odds', code: `${z}return Math.exp(z);`, message: say.chance.odds },
      { name: 'a perceptron', code: `${z}return z >= 0 ? 1 : 0;`, message: say.chance.step },
      { name: 'a boolean', code: `${z}return (z >= 0) as never;`, message: say.chance.step },
      {
        name: 'a percentage without its digits',
        code: `${z}return Number((1 / (1 + Math.exp(-z))).toFixed(2));`,
        message: say.chance.rounded,
      },
      {
        name: 'three digits, as in the exercise’s own example',
        code: `${z}return Math.round(1000 / (1 + Math.exp(-z))) / 1000;`,
        message: say.chance.rounded,
      },
      {
        name: 'a text',
        code: `${z}return (1 / (1 + Math.exp(-z))).toFixed(3) as never;`,
        message: say.chance.words,
      },
      { name: 'no brackets', code: `${z}return 1 / 1 + Math.exp(-z);`, message: say.chance.brackets },
      {
        name: 'the bias with each input',
        code: 'return scratch.sigmoid(x.reduce((sum, xi, i) => sum + xi * w[i] + b, 0));',
        message: say.chance.biasPerInput,
      },
      {
        name: 'a sum without a start',
        code: 'return scratch.sigmoid(x.reduce((sum, xi, i) => sum + xi * w[i]) + b);',
        message: say.chance.startless,
      },
      {
        name: 'a return inside the loop',
        code: 'let s = b; for (let i = 0; i < x.length; i++) { s += x[i] * w[i]; return scratch.sigmoid(s); }',
        message: say.chance.firstOnly,
      },
      {
        name: 'inputs without weights',
        code: 'return scratch.sigmoid(x.reduce((s, xi) => s + xi, b));',
        message: say.chance.unweighted,
      },
      {
        name: 'a sigmoid for each product',
        code: 'return x.reduce((s, xi, i) => s + scratch.sigmoid(xi * w[i]), b);',
        message: say.chance.product,
      },
      {
        name: 'two inputs and no more',
        code: 'return 1 / (1 + Math.exp(-(x[0] * w[0] + x[1] * w[1] + b)));',
        message: say.chance.twoOnly,
      },
      { name: 'nothing returned', code: z, message: say.chance.noReturn },
      {
        name: 'a loop past the end',
        code: 'let s = b; for (let i = 0; i <= x.length; i++) s += x[i] * w[i]; return 1 / (1 + Math.exp(-s));',
        message: say.chance.notANumber,
      },
      { name: 'always a half', code: 'return 0.5;', message: say.chance.wrong },
    ],
  },
  '04.3': {
    right: [
      {
        name: 'a neuron on standardised petals',
        code: trained('return (petal) => chance(seen(petal), w, b);'),
        message: /0\.103, and 94 %/,
      },
      { name: 'a neuron on centimetres that has been given time', code: raw(3000, 0.05) },
    ],
    wrong: [
      {
        name: 'a part of the way',
        code: trained('return (petal) => chance(seen(petal), w, b);', 1, 0.04),
        message: /chances could be better/,
        points: 1,
      },
      { name: 'nothing returned', code: trained(''), message: /has to return a function/ },
      {
        name: 'weights in place of a function',
        code: trained('return { w, b } as never;'),
        message: /has to return a function/,
      },
      {
        name: 'a neuron that expects standardised petals',
        code: trained('return (petal) => chance(petal, w, b);'),
        message: /asked in centimetres/,
      },
      {
        name: 'the evidence',
        code: trained('return (petal) => seen(petal).reduce((s, p, i) => s + p * w[i], b);'),
        message: /answers -?\d.*A chance is a number from 0 to 1/,
      },
      {
        name: 'a single pass',
        code: trained('return (petal) => chance(seen(petal), w, b);', 1),
        message: /0\.196.*chances could be better/,
        points: 2,
      },
      { name: 'centimetres for a while', code: raw(300, 0.05), message: /0\.146.*chances could be better/, points: 2 },
      {
        name: 'a list',
        code: trained('return (petal) => [chance(seen(petal), w, b)] as never;'),
        message: say.virginica.list,
      },
      {
        name: 'a tensor',
        code: trained('return (petal) => tf.tensor1d([chance(seen(petal), w, b)]) as never;'),
        message: say.virginica.list,
      },
      { name: 'NaN', code: 'return () => NaN;', message: /answers NaN/ },
      { name: 'a neuron that never trained', code: 'return () => 0.5;', message: /the same for every flower/ },
      {
        name: 'verdicts',
        code: trained('return (petal) => (chance(seen(petal), w, b) >= 0.5 ? 1 : 0);'),
        message: /gives verdicts/,
      },
      {
        name: 'the other species',
        code: trained('return (petal) => 1 - chance(seen(petal), w, b);'),
        message: /the other species/,
      },
      {
        name: 'steps that leap',
        code: trained('return (petal) => chance(seen(petal), w, b);', 3, 100),
        message: /too sure where it is wrong/,
      },
      { name: 'centimetres and little time', code: raw(1, 0.1), message: /Watch the loss/ },
    ],
  },
};
