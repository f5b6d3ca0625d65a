/** What lesson 06 asks, and what its exercises answer. */
import { wake } from '../exercises/06-dead-units';

export const lesson06 = {
  title: 'Activations',
  questions: {
    '06.prediction': {
      ask: 'Six hidden layers with sigmoids read no more digits than a blind guess, one in ten. Now tanh in their place; first weights, rate and epochs are the same. How many digits does the network read?',
      choices: [
        {
          text: 'About 10 % as well: tanh is a sigmoid, and a network can always undo a change of scale',
          because:
            'It could, with other weights. But both start from the same ones, and there the slopes differ by a factor of four in each layer.',
        },
        {
          text: 'About 20 %: a factor of two in the height helps a little',
          because:
            'The slope is four times as steep, not twice: twice as high and half as wide. And there are six layers: four to the power of six is 4,096.',
        },
        {
          text: 'Half of them: tanh still saturates on both sides',
          because: 'It does, but it starts in the middle, where its slope is 1 and the gradient gets through.',
        },
        {
          text: 'More than 90 %',
          right: true,
          because:
            'At 0 the slope of tanh is 1, that of the sigmoid is a quarter. Over six layers this is the difference between everything and one part in 4,096.',
        },
      ],
    },
    '06.q1': {
      ask: 'For all pictures of a data set, z of a ReLU unit lies between 2 and 9. What is this unit worth as a bend?',
      choices: [
        {
          text: 'Much: it is always on, so it always learns',
          because: 'It learns, but it is the line f(z) = z for all these pictures, and a line bends nothing.',
        },
        {
          text: 'Nothing: among these pictures it is a linear unit',
          right: true,
          because: 'Its bend lies at z = 0, where no picture is. It has to fall among the data.',
        },
        { text: 'Nothing: it is dead', because: 'Dead is z below 0 for all of them. This one is never shut.' },
      ],
    },
    '06.q2': {
      ask: 'A path leads through three sigmoid units. Each has z = 0, and each weight on the path is 2. You move the beginning by 0.01. By about how much does the end move?',
      choices: [
        { text: '0.08', because: 'Those are the weights alone, 2 · 2 · 2 · 0.01. Each bend takes its part, too.' },
        {
          text: '0.00016',
          because: 'Those are the slopes of the bends alone, 1/64 · 0.01. The weights multiply it again.',
        },
        {
          text: '0.00125',
          right: true,
          because: 'Each unit multiplies by its weight and its slope, 2 · 1/4 = 1/2. Three of them leave 1/8 of 0.01.',
        },
      ],
    },
    '06.q3': {
      ask: 'In `tower`, somebody swaps the two lines of the loop: first `a = f(a);`, then `slope *= f.derivative(a);`. For which of the three bends is the slope still right at x = 0.5?',
      choices: [
        { text: 'For all: a product does not mind the order', because: 'The slope is now taken at f(z), not at z.' },
        {
          text: 'For ReLU only',
          right: true,
          because:
            'ReLU(z) has the sign of z, or is 0 with it, and the sign is all its slope looks at. The slopes of the others are taken at the wrong place.',
        },
        {
          text: 'For sigmoid and tanh, whose slopes can be had from a',
          because: 'a (1 − a) can, if it is written so. But derivative(a) takes a for a z.',
        },
      ],
    },
    '06.q4': {
      ask: 'In the picture "The slope in each layer" the scale of the vertical axis is in powers of ten, and the sigmoid’s curve is almost a straight line. What does that say?',
      choices: [
        {
          text: 'Each layer takes the same amount away',
          because:
            'That would be a straight line on an ordinary axis. In powers of ten, equal steps are equal factors.',
        },
        {
          text: 'Each layer multiplies the slope by about the same factor, here some 0.3',
          right: true,
          because: 'Five such factors make 1/370. With six layers more it would be about that once again.',
        },
        {
          text: 'The sigmoid is nearly linear in these layers',
          because: 'It may be, near z = 0. But the picture shows how much slope is left in each layer.',
        },
      ],
    },
    '06.q5': {
      ask: 'All 32 units of the last hidden layer are dead. Which parameters of the network still get a gradient?',
      choices: [
        {
          text: 'All but those of the dead layer',
          because: 'The layers before are heard only through it, and it lets no slope through.',
        },
        {
          text: 'Only the weights of the last layer',
          because: 'Their inputs, the answers of the dead layer, are 0, and a weight on 0 moves nothing.',
        },
        {
          text: 'Only the ten biases of the last layer',
          right: true,
          because: 'They need neither input nor path. They learn how frequent each digit is, no more.',
        },
      ],
    },
  },
  exercises: {
    pathSlope: {
      passed: 'Weight times slope, unit after unit: that is the chain rule on one path. Lesson 08 adds up all paths.',
      wrong: 'Multiply, for each unit, its weight and the slope of the sigmoid at its z.',
      added: 'You have added what the units do. A hair that is halved and halved again is a quarter: multiply.',
      weightless: 'The weights are missing. Each unit multiplies by its weight and by the slope of its bend.',
      slopeless: 'Those are the weights alone. The slope of each bend, `scratch.sigmoid.derivative(z)`, is missing.',
      values: 'You multiply by σ(z), what the unit answers. What counts is how steep it is there: σ′(z).',
      outputs: 'You wrote z · (1 − z). The formula is a · (1 − a), with a = σ(z).',
      inside: 'The sums in `zs` are weighted already. The weight is a factor of its own, beside σ′(z).',
      twice: 'You take the slope at σ(z). `derivative` wants z itself.',
      zero: 'The answer is always 0: a product that starts at 0 stays there. Start at 1.',
      lastOnly: 'That is the last unit alone. All units of the path count.',
      noReturn: 'Nothing is returned. Does the line begin with `return`?',
      hints: [
        'What does one unit do to a hair that arrives? Twice something. Then the next unit does the same.',
        'Go through `zs` with `reduce`, start at 1, and multiply by `weights[l]` and by the slope of the sigmoid at `zs[l]`.',
        'For a path of tanh units that all have weight 1 it would be `return zs.reduce((slope, z) => slope * scratch.tanh.derivative(z), 1);`. Yours has another bend, and a weight for each unit: `(slope, z, l) => …`.',
      ],
    },
    softmax: {
      passed: 'Chances for any scores and any temperature, and nothing overflows.',
      wrong: 'Some chances are not right.',
      overflow:
        'Right for small scores. For scores such as 1000 the powers are infinite, and infinite by infinite is NaN. Subtract the largest score from all of them first.',
      lowest:
        'You subtract the smallest score. Then the largest can still be far above 0, and its power infinite. Subtract the largest: all powers are at most 1.',
      noTemperature: 'Right for T = 1. The temperature has no effect: divide the *scores* by it, before the powers.',
      afterwards:
        'The temperature has no effect: you divide the powers by it, and the sum by it as well, so it cancels. Divide the scores.',
      timesTemperature:
        'The temperature acts the wrong way round: a high one makes the answer less sure. Divide by it.',
      order: 'Right for T = 1. Before you subtract the largest score, divide it by the temperature as well.',
      noSum: 'Those are powers. Divide each by the sum of all, so that together they are 1.',
      byLargest: 'You divide by the largest power. Divide by the sum of all, so that together they are 1.',
      parts:
        'Right for T = 1. With another T your chances do not add up to 1: divide each score by T before its power, in the numerator and in the sum, and nothing else.',
      clipped:
        'You hold large scores back at a limit. Then 1002, 1001 and 1000 look alike. Subtract the largest from all of them: the differences stay.',
      hard: 'That is a step: 1 for the largest and 0 for the others. Softmax takes the largest *softly*.',
      shares:
        'You divide the scores by their sum, without powers. That fails for scores below 0: take e to the power of each.',
      sign: 'The largest score gets the smallest chance. There is a minus too many in the power.',
      changes:
        'The list of scores is not the same afterwards. Make a new list, with `map`; `sort` changes the very list it is called on.',
      notList: '`softmax` has to return a list with one chance for each score: `return powers.map((power) => …);`.',
      hints: [
        'Which number can you subtract from all scores without changing any chance, so that no power is above 1?',
        'Three lists: scores minus the largest, divided by T; their powers, by `Math.exp`; the powers divided by their sum.',
        'The chances at temperature 1, for scores that are small, are `const powers = scores.map((z) => Math.exp(z)); const sum = powers.reduce((a, b) => a + b); return powers.map((p) => p / sum);`. Two things are missing inside `Math.exp`.',
      ],
    },
    wake,
  },
} as const;
