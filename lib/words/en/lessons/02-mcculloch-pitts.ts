/** What lesson 02 asks, and what its exercises answer. */
const percent = (rate: number) => `${Math.round(rate * 100)} %`;

export const lesson02 = {
  questions: {
    '02.prediction': {
      ask: 'Two inputs, each 0 or 1, have four combinations, so there are 16 ways to answer them. How many of the 16 can one unit compute?',
      choices: [
        {
          text: 'Four: AND, OR, and the two with a NOT in front',
          because: 'More: weights can also ignore or invert an input.',
        },
        { text: 'Eight', because: 'More: it is not a matter of half and half.' },
        {
          text: 'Fourteen',
          right: true,
          because: 'All but two. Both of those need to know whether the inputs differ.',
        },
        { text: 'All sixteen', because: 'Two are out of reach, whatever the weights.' },
      ],
    },
    '02.q1': {
      ask: 'A unit has weights 1 and 1 and threshold 1. Which gate is it?',
      choices: [
        { text: 'AND', because: 'AND needs both inputs, so a sum of 2: the threshold would be 2.' },
        { text: 'OR', right: true, because: 'One input suffices for a sum of 1, and the sum may also be 2.' },
        {
          text: 'XOR',
          because: 'For both inputs the sum is 2, which also reaches the threshold; XOR would have to be silent.',
        },
      ],
    },
    '02.q2': {
      ask: 'A unit has weights 2, 2 and −3 and threshold 1. The input is 1, 1, 1. What are its sum and its output?',
      choices: [
        { text: 'Sum 7, output 1', because: 'The third weight is negative: it takes 3 away.' },
        {
          text: 'Sum 1, output 1',
          right: true,
          because: '2 + 2 − 3 = 1, and a sum equal to the threshold is enough to fire.',
        },
        {
          text: 'Sum 1, output 0',
          because: 'The sum is right. The unit fires when the sum reaches the threshold, and 1 reaches 1.',
        },
      ],
    },
    '02.q3': {
      ask: 'What does `scratch.unit({ weights: [-1], threshold: 0 })` compute?',
      choices: [
        {
          text: 'NOT',
          right: true,
          because: 'For 0 the sum is 0, which reaches the threshold; for 1 it is −1, which does not.',
        },
        { text: 'Always 0', because: 'For the input 0 the sum is 0, and 0 reaches the threshold 0.' },
        { text: 'It copies its input', because: 'For the input 1 the sum is −1: the unit is silent.' },
      ],
    },
    '02.q4': {
      ask: 'In the drawing of AND, the boundary is a straight line. Why can no choice of two weights and a threshold draw XOR?',
      choices: [
        {
          text: 'The threshold would have to be negative',
          because: 'A negative threshold is allowed, and it does not help.',
        },
        {
          text: 'The two points that should fire lie across from each other: no straight line has both on one side and the other two on the other',
          right: true,
          because:
            'A unit cuts the plane along one straight line. XOR needs at least two cuts, so at least two units before the last.',
        },
        { text: 'There are too few examples', because: 'All four are there. More would not bend the line.' },
      ],
    },
    '02.q5': {
      ask: 'The pictures get noisier and the unit that finds zeros falls silent. Which single change helps at once?',
      choices: [
        {
          text: 'More + in the drawing',
          because: 'The digits under it stay the same: pixels no zero has would only collect noise.',
        },
        {
          text: 'A lower threshold',
          right: true,
          because: 'Noise takes ink away from the right places: a smaller sum must be enough.',
        },
        { text: 'A higher threshold', because: 'Then even fewer zeros reach it.' },
      ],
    },
  },
  exercises: {
    fires: {
      passed: 'That is the whole model of 1943: weigh, add, compare.',
      wrong: 'Weigh each input, add, and compare the sum with the threshold.',
      strictly: 'Almost: a sum that is equal to the threshold is enough to fire. You ask for more than the threshold.',
      unweighted: 'You add the inputs as they are. Each has to be multiplied by its weight first.',
      zero: 'You compare the sum with 0. It should be compared with the threshold.',
      sum: 'That is the weighted sum. The unit answers 1 or 0: has the sum reached the threshold?',
      boolean: 'Right, but as true and false. A unit speaks in numbers: 1 and 0.',
      reversed: 'The other way round: the unit fires when the sum reaches the threshold, and is silent below it.',
      hints: [
        'Three steps: multiply each input by the weight at the same place, add the products, compare the sum with the threshold.',
        '`x[i] * weights[i]` is one product. `reduce` or a `for` loop adds them up.',
        'For exactly two inputs it would be: `return x[0] * weights[0] + x[1] * weights[1] >= threshold ? 1 : 0;`. Yours has to work for any number of inputs.',
      ],
    },
    exactlyTwo: {
      passed: (units: number) => `Right for all eight inputs, with ${units} units. No single unit could do it.`,
      wrong: 'Some rows of the truth table are not right yet.',
      shape: (inputs: number, outputs: number) =>
        `The circuit should take 3 inputs and end in 1 unit; yours takes ${inputs} and ends in ${outputs}.`,
      atLeast: 'That is "at least two": it also fires for all three. Another unit has to veto that case.',
      atMost: 'That is "at most two". The unit that counts to two is missing.',
      one: 'That is "exactly one". The same idea, one step further.',
      odd: 'That is "an odd number": it fires for one and for three.',
      silent: 'This circuit never fires. Compute the sum of its last unit by hand for 1, 1, 0.',
      hints: [
        'One unit can tell "at least two", another "all three". What should the last unit make of the two answers?',
        '"At least two" has weights 1, 1, 1 and threshold 2; "all three" has threshold 3. The last unit wants the first and not the second.',
        '"Exactly one of two" is built the same way: `scratch.circuit([[atLeastOne, both], [scratch.unit({ weights: [1, -1], threshold: 1 })]])`.',
      ],
    },
    six: {
      numbers: (found: number, refused: number, balanced: number) =>
        `Your unit finds ${percent(found)} of the sixes and refuses ${percent(refused)} of the other digits: on average ${percent(balanced)}.`,
      passed: (numbers: string) => `${numbers} Drawn by hand, without any training.`,
      nearly: (numbers: string) => `${numbers} From 90 % on, it passes: move the threshold by one, or a few + and −.`,
      wrong: (numbers: string) =>
        `${numbers} Look at where sixes have ink and other digits have none, and the other way round.`,
      silent: 'Your unit never fires: its threshold is higher than any sum that a picture reaches. Lower it.',
      onlyExcitation: (numbers: string) =>
        `${numbers} Your drawing has no −, so any picture with enough ink makes the unit fire. Say where a six has none.`,
      loud: (numbers: string) =>
        `${numbers} It fires too easily: raise the threshold, or add − where a six has no ink.`,
      other: (digit: number, numbers: string) => `${numbers} It fires most for the digit ${digit}.`,
      pixels: (count: number) => `The drawing should have 8 rows of 8 signs, 64 in all; yours has ${count}.`,
      hints: [
        'Start from the mean picture of the sixes: + where it is dark, − where other digits are dark and sixes are not.',
        'A six has ink down its left side and around a loop at the bottom right. Above the loop, at the right, it has none.',
        'For a zero, the lesson put + around a ring and − in the middle, and took a threshold a little below the number of +. For a six, the − go above the loop; the threshold is about two thirds of the number of +.',
      ],
    },
  },
} as const;
