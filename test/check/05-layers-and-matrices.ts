/** Answers to exercises 05.1 and 05.2, right by another way and wrong, and what each wrong one has to hear. */
import { words } from '../../lib/words';
import type { Answers } from './answers';

const { parameterCount, forward } = words.lesson05.exercises;

/** Something of each layer, from its units n and its inputs, added up. */
const added = (each: string) =>
  `return units.slice(1).reduce((sum, n, l) => { const inputs = units[l]; return sum + ${each}; }, 0);`;

/** A forward pass as students write it, with the lines that go wrong left open. */
const pass = ({
  list = 'layers',
  weights = 'W[unit]',
  reads = 'A',
  start = 'b[unit]',
  each = '',
  bend = 'scratch.sigmoid(z)',
  end = '',
  last = 'A',
}) => `
  const turned = (M: number[][]) => M[0].map((_, column) => M.map((row) => row[column]));
  let A = X;
  for (const [l, { W, b }] of ${list}.entries()) {
    const before = ${reads};
    A = W.map((_, unit) =>
      A[0].map((_, m) => {
        const z = ${weights}.reduce((z, w, i) => z + w * before[i][m]${each}, ${start});
        return ${bend};
      }),
    );
    ${end}
  }
  return ${last};`;

export const answers: Record<string, Answers> = {
  '05.1': {
    right: [
      { name: 'another grouping', code: added('n * (inputs + 1)'), message: parameterCount.passed },
      { name: 'the network of the library', code: 'return new scratch.Network(units).parameters.length;' },
    ],
    wrong: [
      { name: 'weights without biases', code: added('n * inputs'), message: parameterCount.weightsOnly },
      {
        name: 'biases for the inputs',
        code: added('n * inputs + n').replace('0);', 'units[0]);'),
        message: parameterCount.inputBiases,
      },
      { name: 'one bias for each layer', code: added('n * inputs + 1'), message: parameterCount.oneBias },
      { name: 'the units', code: 'return units.reduce((a, b) => a + b, 0);', message: parameterCount.unitsOnly },
      {
        name: 'a bias for each input of a layer',
        code: added('n * inputs + inputs'),
        message: parameterCount.biasOfInputs,
      },
      {
        name: 'the product of all sizes',
        code: 'return units.reduce((a, b) => a * b, 1);',
        message: parameterCount.allPairs,
      },
      { name: 'the first layer', code: 'return units[0] * units[1] + units[1];', message: parameterCount.firstOnly },
      {
        name: 'three sizes and no more',
        code: 'return units[0] * units[1] + units[1] + units[1] * units[2] + units[2];',
        message: parameterCount.threeOnly,
      },
      {
        name: 'n = for n +=',
        code: 'let n = 0;\nfor (let l = 1; l < units.length; l++) n = units[l] * units[l - 1] + units[l];\nreturn n;',
        message: parameterCount.lastOnly,
      },
      {
        name: 'a list read past its end',
        code: 'return units.reduce((sum, n, l) => sum + n * units[l + 1], 0);',
        message: parameterCount.pastEnd,
      },
      { name: 'nothing returned', code: added('n').replace('return units', 'units'), message: parameterCount.noReturn },
      { name: 'something else', code: 'return 9;', message: parameterCount.wrong },
    ],
  },
  '05.2': {
    right: [
      { name: 'σ written out', code: pass({ bend: '1 / (1 + Math.exp(-z))' }), message: forward.passed },
      {
        name: 'one example after the other',
        code: `const columns = X[0].map((_, m) => {
            let a = X.map((row) => row[m]);
            for (const { W, b } of layers)
              a = W.map((row, unit) => scratch.sigmoid(row.reduce((z, w, i) => z + w * a[i], b[unit])));
            return a;
          });
          return columns[0].map((_, unit) => columns.map((a) => a[unit]));`,
      },
      {
        name: 'a pass that spoils what it was given',
        code: pass({
          end: 'W.forEach((row) => row.fill(0));\n    X.forEach((row) => row.fill(0));',
          reads: 'structuredClone(A)',
        }),
      },
    ],
    wrong: [
      {
        name: 'an output that lies on the wrong side',
        code: pass({ last: 'turned(A)' }),
        message: forward.transposed,
      },
      {
        name: 'the rows of X for examples',
        code: `return X.map((x) => {
            let a = x;
            for (const { W, b } of layers)
              a = W.map((row, unit) => scratch.sigmoid(row.reduce((z, w, i) => z + w * a[i], b[unit])));
            return a;
          });`,
        message: forward.rowsForExamples,
      },
      {
        name: 'the rows of X for examples, and the answer turned',
        code: `X = X[0].map((_, m) => X.map((row) => row[m]));${pass({})}`,
        message: forward.rowsForExamples,
      },
      {
        name: 'the first example',
        code: pass({ last: 'A.map((row) => row.slice(0, 1))' }),
        message: forward.shape('2 → 2 → 2 with two', '(2, 2)', '(2, 1)'),
      },
      { name: 'no biases', code: pass({ start: '0' }), message: forward.noBias },
      {
        name: 'a last layer without sigmoid',
        code: pass({ bend: 'l < layers.length - 1 ? scratch.sigmoid(z) : z' }),
        message: forward.lastLinear,
      },
      { name: 'no sigmoid', code: pass({ bend: 'z' }), message: forward.linear },
      {
        name: 'a sigmoid at the end only',
        code: pass({ bend: 'l < layers.length - 1 ? z : scratch.sigmoid(z)' }),
        message: forward.onlyLastBends,
      },
      { name: 'layers that all read X', code: pass({ reads: 'X' }), message: forward.sameInput },
      {
        name: 'columns of W in place of rows',
        code: pass({ weights: 'turned(W)[unit]' }),
        message: forward.transposedWeights,
      },
      { name: 'a bias for each example', code: pass({ start: 'b[m]' }), message: forward.biasByExample },
      {
        name: 'a bias for each input',
        code: pass({ each: ' + b[unit]', start: '0' }),
        message: forward.biasPerInput,
      },
      { name: 'a return within the loop', code: pass({ end: 'return A;' }), message: forward.firstLayer },
      { name: 'the last layer first', code: pass({ list: 'layers.reverse()' }), message: forward.reversed },
      { name: 'nothing returned', code: pass({ last: 'undefined as never' }), message: forward.nothing },
      { name: 'a step in place of the sigmoid', code: pass({ bend: 'z >= 0 ? 1 : 0' }), message: forward.wrong },
      {
        name: 'the input itself',
        code: 'return X;',
        message: forward.wrong,
        example: {
          input:
            'layers = [{W: [[1, -2], [0.5, 3]], b: [0.5, -1]}, {W: [[2, 1], [-1, 0.25]], b: [-0.75, 1.5]}], X = [[1, 0], [2, -1]]',
          came: '[[1, 0], [2, -1]]',
        },
      },
      {
        name: 'two inputs and no more',
        code: pass({ weights: 'W[unit].slice(0, 2)' }),
        message: /Right where all sizes are 2, but not for 3 → 4 → 2 → 1/,
      },
      {
        name: 'two units and two examples',
        code: `for (const { W, b } of layers)
            X = [0, 1].map((unit) => [0, 1].map((m) =>
              scratch.sigmoid(W[unit].reduce((z, w, i) => z + w * X[i][m], b[unit]))));
          return X;`,
        message: /Right where all sizes are 2/,
      },
      {
        name: 'the first two examples',
        code: pass({ last: 'A.map((row) => row.slice(0, 2))' }),
        message: forward.shape('3 → 4 → 2 → 1 with five', '(1, 5)', '(1, 2)'),
      },
    ],
  },
};
