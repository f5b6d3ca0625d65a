/** What lesson 02 asks, and what its exercises answer. */
const percent = (rate: number) => `${Math.round(rate * 100)} %`;

export const lesson02 = {
  title: 'The McCulloch-Pitts neuron',
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
    '02.q4': {
      ask: 'A scanner loses a fifth of the ink, everywhere alike. The weights stay as they are. What has to happen to the threshold?',
      choices: [
        {
          text: 'Nothing: the drawing still fits',
          because: 'It does, but less ink makes every sum smaller, and most zeros no longer reach it.',
        },
        {
          text: 'It has to go down',
          right: true,
          because: 'Every sum is about a fifth smaller, so a smaller sum has to be enough.',
        },
        { text: 'It has to go up', because: 'Then even fewer zeros reach it.' },
      ],
    },
    '02.q5': {
      ask: 'Why can no single unit tell "exactly two of three inputs are on"?',
      choices: [
        {
          text: 'A unit has only one threshold, so it cannot tell two from three',
          because:
            'With a third weight of −1 it can: "x₁ and x₂ but not x₃" is one unit. Something else stands in the way.',
        },
        { text: 'Three inputs are too many for one unit', because: 'The unit of this lesson has 64 inputs.' },
        {
          text: 'Every input would have to be inhibiting, and then the unit would fire when nothing is on',
          right: true,
          because:
            'Whichever two are on, the third has to switch the unit off, so each weight is negative. Then 0, 0, 0 has the largest sum of all: if any input fires the unit, this one does.',
        },
      ],
    },
  },
  exercises: {
    fires: {
      passed: 'That is the whole unit: weigh, add, compare.',
      wrong: 'Weigh each input, add, and compare the sum with the threshold.',
      strictly: 'Almost: a sum that is equal to the threshold is enough to fire. You ask for more than the threshold.',
      unweighted: 'You add the inputs as they are. Each has to be multiplied by its weight first.',
      zero: 'You compare the sum with 0. It should be compared with the threshold.',
      sum: 'That is the weighted sum. The unit answers 1 or 0: has the sum reached the threshold?',
      boolean: 'Right, but as true and false. A unit speaks in numbers: 1 and 0.',
      noReturn:
        'For some inputs nothing is returned, which is `undefined`. Say what the unit answers below its threshold, too.',
      minusOne: 'A silent unit answers 0, not −1.',
      inputless:
        'You add the weights alone. Each has to be multiplied by its input, so that a silent input counts nothing.',
      twoOnly: 'Right for two inputs. This one has to take any number of them: use a loop, or `reduce`.',
      startless: '`reduce` without a start takes the first input as it is, unweighted. Start it at 0: `reduce(…, 0)`.',
      early: 'You compare before all inputs have been added. The comparison comes after the loop.',
      silent:
        'This unit never fires. Is its sum a number? Reading past the end of an array (`i <= x.length`) or adding to a variable without a value makes it NaN, and NaN reaches no threshold.',
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
      all: 'It fires for all three only: the last unit wants both counters. It should want the first and forbid the second.',
      odd: 'That is "an odd number": it fires for one and for three.',
      nothing: '`exactlyTwo` has to return the circuit: `return scratch.circuit([[ … ], [ … ]]);`.',
      silent: 'This circuit never fires. Compute the sum of its last unit by hand for this input.',
      hints: [
        'Look at XOR in the lesson again: two units count, and a third wants the one and forbids the other.',
        'One unit can tell "at least two", another "all three". What should the last unit make of the two answers?',
        '"Exactly one of two" is built like this: `scratch.circuit([[atLeastOne, both], [scratch.unit({ weights: [1, -1], threshold: 1 })]])`. Both counters have weights 1, 1 there, and thresholds 1 and 2.',
      ],
    },
    six: {
      numbers: (found: number, refused: number, balanced: number) =>
        `Your unit finds ${percent(found)} of the sixes and refuses ${percent(refused)} of the other digits: on average ${percent(balanced)}.`,
      passed: (numbers: string) => `${numbers} Drawn by hand, without any training.`,
      learnt: (numbers: string) =>
        `${numbers} With weights like these it was the examples that chose, not your hand. That is the idea of lesson 03.`,
      nothing: '`six` has to return the unit: `return scratch.unit({ weights, threshold: … });`.',
      always: 'Your unit fires for every picture: its threshold is lower than any sum. Raise it.',
      shy: (numbers: string) =>
        `${numbers} It is too shy: lower the threshold by one or two. If the average then stays where it is, the drawing has to change: \`missed(six())\` shows what it overlooks.`,
      eager: (numbers: string) =>
        `${numbers} It fires too easily: raise the threshold by one or two, or add - where a six has no ink.`,
      wrong: (numbers: string) =>
        `${numbers} Look at where sixes have ink and other digits have none, and the other way round.`,
      silent: 'Your unit never fires: its threshold is higher than any sum that a picture reaches. Lower it.',
      onlyExcitation: (numbers: string) =>
        `${numbers} Your drawing has no -, so any picture with enough ink makes the unit fire. Put - where a six has none.`,
      other: (digit: number, numbers: string) =>
        `${numbers} It fires most for the digit ${digit}: put - where a ${digit} has ink and a six has none, or raise the threshold.`,
      noBit: 'Your unit answers something else than 0 and 1 to some pictures. A unit fires, 1, or it does not, 0.',
      pixels: (count: number) => `The drawing should have 8 rows of 8 signs, 64 in all; yours has ${count}.`,
      hints: [
        'Start from the mean picture of the sixes: + where it is dark, - where other digits are dark and sixes are not.',
        'A six has ink down its left side and around a loop at the bottom right. Above the loop, at the right, it has none.',
        'For a zero, the lesson put + around a ring, - in the middle, and took a threshold of 15 for 20 +. For a six, the - go above the loop. Start with a threshold of half the number of +, and let the card tell you whether to raise or lower it.',
      ],
    },
  },
} as const;
