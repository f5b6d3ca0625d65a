/** What lesson 05 asks, and what its exercises answer. */
import { chinstrap } from '../exercises/05-chinstrap';

export const lesson05 = {
  title: 'Layers and matrices',
  questions: {
    '05.prediction': {
      ask: 'A hundred layers, one after the other, and none has a sigmoid: each weighs and adds its bias. What can they do that a single such layer can’t?',
      choices: [
        {
          text: 'XOR, as two layers could in lesson 02',
          because: 'The units of lesson 02 had a threshold, which bends. These have nothing that bends.',
        },
        {
          text: 'Any truth table, if there are enough units',
          because: 'More units make the matrices larger. Their product is still one matrix.',
        },
        {
          text: 'Nothing: a single layer with the right weights does the same',
          right: true,
          because:
            'The product of all the matrices is one matrix, and the biases, sent through the matrices that follow, become one.',
        },
        {
          text: 'The same, but with a hundred times fewer weights',
          because: 'It is the other way round: the hundred layers need more weights for what one could do.',
        },
      ],
    },
    '05.q1': {
      ask: 'A layer of 32 units reads 64 inputs. A hundred examples go through it, one in each column, as in our formula. Which shapes have W and A?',
      choices: [
        {
          text: 'W (64, 32), A (100, 32)',
          because: 'That is how TensorFlow lays them down, with an example in each row. In our formula they stand.',
        },
        {
          text: 'W (32, 64), A (32, 100)',
          right: true,
          because:
            'A row of W for each unit, a column of A for each example. In the product (32, 64) (64, 100) the 64 vanishes.',
        },
        {
          text: 'W (32, 100), A (64, 100)',
          because: 'W knows nothing of how many examples there are: the same weights serve all of them.',
        },
      ],
    },
    '05.q2': {
      ask: 'How many parameters has the network 64 → 32 → 10?',
      choices: [
        { text: '2,368', because: 'Those are the weights, 32 · 64 + 10 · 32. Each unit has a bias as well.' },
        {
          text: '2,410',
          right: true,
          because: 'Weights 32 · 64 + 10 · 32 = 2,368 and biases 32 + 10 = 42. The table of the lesson says the same.',
        },
        { text: '2,474', because: 'You gave the 64 inputs a bias too. Inputs are numbers, not units.' },
      ],
    },
    '05.q3': {
      ask: 'Somebody types `const A2 = squash(weigh(W2, b2, X));` in place of `squash(weigh(W2, b2, A1))`. What happens in our XOR network?',
      choices: [
        {
          text: 'An error, since the shapes don’t fit',
          because: 'They do: X and A¹ are both (2, 4) here. Shapes catch many errors, not this one.',
        },
        {
          text: 'It runs, and the answer is that of a single unit: it asks whether both inputs are on',
          right: true,
          because: 'The hidden layer is skipped. Weights 10, 10 and bias −15 on the inputs themselves are an AND.',
        },
        {
          text: 'It runs, and the answers stay the same',
          because: 'The last unit would read the corners themselves, where no straight cut does XOR.',
        },
      ],
    },
    '05.q4': {
      ask: 'Look at the picture "What the last unit sees, and its cut". The crowd came from four corners. Why does it gather in three places?',
      choices: [
        {
          text: 'The points near 0,1 and those near 1,0 have become the same to the hidden units',
          right: true,
          because: 'Both answer yes to both questions. Which input was on is lost, and XOR does not need it.',
        },
        {
          text: 'One of the hidden units is always 0',
          because: 'Then all points would lie on one side of the picture. Each unit says yes here and no there.',
        },
        {
          text: 'The noise has moved one corner onto another',
          because:
            'In the first frame of the animation all four are well apart. It is the layer that brings them together.',
        },
      ],
    },
    '05.q5': {
      ask: 'You try 50 architectures, keep the one that reads most test digits right, and report its test accuracy. What is wrong with that?',
      choices: [
        {
          text: 'Nothing: no weight was learnt from the test digits',
          because: 'But the architecture was. Choosing is learning too.',
        },
        {
          text: 'The number is too good: among 50, one is best partly by luck on these very digits',
          right: true,
          because: 'Choose on the validation part. Then luck in the choice does not help on the test part.',
        },
        {
          text: 'Fifty are too few for a fair choice',
          because: 'With more of them the error grows: more tries, more luck.',
        },
      ],
    },
  },
  exercises: {
    parameterCount: {
      passed: 'A weight for each connection, a bias for each unit.',
      wrong: 'Go from layer to layer: a matrix of (units, inputs) weights, and a bias for each unit.',
      weightsOnly: 'Those are the weights. Each unit has a bias, too.',
      inputBiases: 'You gave the inputs biases. The first number of the list counts inputs, and inputs are no units.',
      oneBias: 'You count one bias for a whole layer. Each of its units has its own.',
      unitsOnly: 'You have counted units. What is asked is how many weights and biases they hold.',
      biasOfInputs:
        'A layer has as many biases as it has units. You take the number of its inputs: the neighbour on the other side.',
      allPairs:
        'You multiplied all sizes with each other. A weight joins neighbours only: multiply two at a time, then add.',
      firstOnly: 'That is the first layer. Add the others: each pair of neighbours in the list is a layer.',
      threeOnly: 'Right for three sizes. Go through a list of any length: with a loop, or `reduce`.',
      lastOnly: 'That is the last layer only. Add each layer to those before: `+=`.',
      pastEnd:
        'The answer is not a number: `units[l + 1]` of the last entry does not exist. A list of n sizes has n − 1 layers.',
      noReturn: 'Nothing is returned. Does the line begin with `return`?',
      hints: [
        'How many layers has [64, 32, 10]? Which shape has the matrix of each, and how long is its list of biases?',
        'Layer l has `units[l] * units[l - 1]` weights and `units[l]` biases. Add them up over all l from 1 on.',
        'The number of weights alone is `units.slice(1).reduce((sum, n, l) => sum + n * units[l], 0)`: after `slice(1)`, `units[l]` is the size before `n`. The biases are still missing there.',
      ],
    },
    forward: {
      passed: 'Any depth, any width, any number of examples: that is a forward pass.',
      wrong: 'Some numbers are not right. Follow one example through the first layer with pen and paper.',
      nothing: '`forward` has to return the matrix of the last layer: `return A;`.',
      sizes: (error: string) =>
        `Right where all sizes are 2, but not for 3 → 4 → 2 → 1 with five examples. Which of your loops runs to the wrong size? (${error})`,
      shape: (network: string, expected: string, came: string) =>
        `The answer for ${network} examples should be ${expected}, a row for each unit of the last layer and a column for each example; yours is ${came}.`,
      rowsForExamples: 'You take the rows of X for examples. Its columns are: example m is X[0][m], X[1][m], …',
      transposed: 'All numbers are right, but they lie on the wrong side: units are rows, examples are columns.',
      noBias: 'The biases are missing. Start each sum at `b[unit]`.',
      lastLinear: 'The last layer has a sigmoid as well; you left it out there.',
      linear: 'There is no sigmoid in it. Without it all your layers are one.',
      onlyLastBends: 'The sigmoid stands at the end only. It belongs after each layer, or they shrink to one.',
      sameInput: 'Each of your layers reads X. A layer reads what the layer before has made.',
      transposedWeights: 'You read W by its columns: the weights of a unit are its row, `W[unit][i]`.',
      biasByExample: 'You take a bias for each example. A bias belongs to its unit: `b[unit]`.',
      biasPerInput: 'The bias is added once for each input. Once for each unit is right: start the sum with it.',
      firstLayer:
        'That is the output of the first layer. The loop over the layers ends too soon; is `return` inside it?',
      reversed: 'The layers come in the wrong order: the first in the list reads X.',
      hints: [
        'Four loops, one inside the other: layers, units, examples, inputs. What does a layer hand to the next?',
        'Keep a variable `let A = X;`. For each `{ W, b }` make a new matrix from `W`, `b` and `A`, and put it into `A`.',
        'With one example, where `a` is a list: `let a = x; for (const { W, b } of layers) a = W.map((row, unit) => scratch.sigmoid(row.reduce((z, w, i) => z + w * a[i], b[unit])));`. For m examples each unit has a row of outputs: `A[0].map((_, example) => …)`.',
      ],
    },
    chinstrap,
  },
} as const;
