/** What lesson 04 asks, and what its exercises answer. */
import { learn } from '../exercises/04-learning';
import { number } from '../numbers';

export const lesson04 = {
  title: 'The sigmoid neuron',
  questions: {
    '04.prediction': {
      ask: 'A neuron is trained on 0s and 1s only. For some birds it then answers about 0.7. How many of those birds will be male?',
      choices: [
        {
          text: 'All of them: 0.7 is above one half, so the neuron means male',
          because: 'Some are female, and 0.7 says so: three in ten.',
        },
        {
          text: 'About seven in ten',
          right: true,
          because:
            'With both clues, what was said and what came true nearly agree. Training balances the answers against the truth; luck with small numbers does the rest.',
        },
        {
          text: 'About half: the neuron is not sure',
          because: 'A half would be its answer 0.5. At 0.7 there are clearly more males.',
        },
        {
          text: 'Nothing follows: 0.7 is a score, not a percentage',
          because: 'It could have been so. But the loss punishes every percentage that does not come true.',
        },
      ],
    },
    '04.q1': {
      ask: 'A neuron has w = 2 and b = −3. What is its answer for x = 1.5?',
      choices: [
        { text: '0', because: 'That is z. The sigmoid of it is still to come.' },
        {
          text: '0.5',
          right: true,
          because: 'z = 2 · 1.5 − 3 = 0, and σ(0) is a half: x is on the decision boundary.',
        },
        { text: '1', because: 'A perceptron would say so, since z reaches 0. This neuron says how sure it is.' },
      ],
    },
    '04.q2': {
      ask: 'w = 0.5, x = 2, and the neuron answers a = 0.8 for a female, y = 0. With η = 0.5, what is w after one step?',
      choices: [
        {
          text: '1.3',
          because: 'You went uphill. The error a − y is above 0: the answer was too high, so w has to fall.',
        },
        {
          text: '−0.3',
          right: true,
          because: 'The slope is (0.8 − 0) · 2 = 1.6. Half of it, 0.8, is taken away: 0.5 − 0.8.',
        },
        { text: '0.1', because: 'The slope for w is (a − y) times x, and x is 2. You took the slope for b.' },
      ],
    },
    '04.q3': {
      ask: 'In `descend`, someone writes `(neuron(x, w, b) >= 0.5 ? 1 : 0) - ys[i]` for the error. What have they built?',
      choices: [
        { text: 'The same, only faster', because: 'The error is now 0 for every bird on its own side, however close.' },
        {
          text: 'A perceptron: it learns from mistakes only',
          right: true,
          because:
            'The verdict is back in place of the doubt: that is Rosenblatt’s rule, summed over all birds. Its numbers are no percentages.',
        },
        {
          text: 'A neuron that never learns',
          because: 'It learns, from each bird on the wrong side. It no longer learns from the others.',
        },
      ],
    },
    '04.q4': {
      ask: 'Can a neuron reach a loss of 0 on the Adelie penguins, if it trains long enough?',
      choices: [
        {
          text: 'Yes: each step makes the loss smaller',
          because: 'Smaller, but not below the bottom of the valley. Steps end where all slopes are 0.',
        },
        {
          text: 'No: birds of the same mass can be male or female',
          right: true,
          because:
            'Whatever it says of 3.7 kilograms, someone of that mass surprises it. The best it can do is to say the right percentage.',
        },
        {
          text: 'No: the learning rate is too small',
          because: 'At the end no slope is left, and no rate makes anything of 0.',
        },
      ],
    },
    '04.q5': {
      ask: 'The figure above is of the neuron that knew only the mass. Look at the bar from 0.6 to 0.8. What does it say?',
      choices: [
        {
          text: 'The neuron was right for these birds about seven times in ten',
          because: 'It said so. The bar, which shows what came true, ends well below the diagonal.',
        },
        {
          text: 'It said "male, 0.7", but most of these birds were female',
          right: true,
          because:
            'The large Gentoo females are here. With the mass alone, one S can only rise, while the truth rises, falls and rises again. A percentage is as honest as the model can be.',
        },
        {
          text: 'It saw too few birds of this kind',
          because: 'Point at the bar: there are dozens. More of them would not bend the S.',
        },
      ],
    },
  },
  exercises: {
    chance: {
      passed: 'That is the whole neuron: weigh, add, and say how likely it is.',
      wrong: 'Add b and each input times its weight, and send the sum through the sigmoid.',
      noBias: 'The bias is missing: z starts at b, not at 0.',
      minusBias: 'You take b away. It is added; it was the threshold that was subtracted.',
      mirrored: 'Your answers are 1 − a: mind the sign. It is e to the power of −z, with a minus.',
      evidence: 'That is z, the evidence. The sigmoid turns it into a chance between 0 and 1.',
      odds: 'That is e to the power of z: the odds. The chance is odds / (1 + odds).',
      step: 'You give a verdict, 0 or 1. A sigmoid neuron says how sure it is.',
      rounded: 'You round the chance. The digits behind the point are the doubt: keep them.',
      words: 'The result is a text, not a number. `toFixed` and quotation marks make texts.',
      brackets: 'Brackets: `1 / 1 + e` divides first. It is `1 / (1 + e)`.',
      biasPerInput: 'b is added once, not for each input.',
      startless: '`reduce` without a start takes the first input as it is, unweighted. Start it at b: `reduce(…, b)`.',
      firstOnly: 'Only the first input counts in yours. Does a `return` stand inside the loop? It comes after it.',
      product: 'You send each product through the sigmoid on its own. First add everything up, then bend the sum once.',
      unweighted: 'You add the inputs as they are. Each has to be multiplied by its weight first.',
      twoOnly: 'Right for two inputs. This one has to take any number of them: use a loop, or `reduce`.',
      noReturn: 'Nothing is returned, which is `undefined`. Put `return` in front of the answer.',
      notANumber:
        'The answer is NaN, not a number. Reading past the end of an array (`i <= x.length`) or a variable without a first value does that.',
      hints: [
        'Two steps: first z, the weighted sum with the bias. Then the sigmoid of z.',
        '`x.reduce((sum, xi, i) => sum + xi * w[i], b)` starts at b and adds the products. The sigmoid divides 1 by 1 + e⁻ᶻ.',
        'For exactly two inputs it would be: `return 1 / (1 + Math.exp(-(x[0] * w[0] + x[1] * w[1] + b)));`. Yours has to work for any number of inputs.',
      ],
    },
    learn,
    virginica: {
      numbers: (loss: number, right: number) =>
        `The mean surprise over the 100 flowers is ${number(loss)}, and ${Math.round(right * 100)} % of them are on the right side.`,
      passed: (numbers: string) => `${numbers} Sure where it can be, in doubt where two species overlap.`,
      nothing:
        '`virginica` has to return a function: something like `return (petal) => chance(…, w, b);`, which takes the two numbers of a flower.',
      notAChance: (came: string) =>
        `For [4.9, 1.7] it answers ${came}. A chance is a number from 0 to 1: is the sigmoid there, and w and b with it?`,
      list: 'It answers with a list or a tensor. Take the number out: `[0]`, or `dataSync()[0]`.',
      verdict: (numbers: string) =>
        `${numbers} It gives verdicts, 0 or 1, and a wrong one costs an infinite surprise. Return the chance itself.`,
      same: 'It answers about the same for every flower. Has it been trained, and does it look at the petal it is given?',
      reversed: (numbers: string) =>
        `${numbers} It finds the other species: it says the chance of versicolor. Mind which one is 1.`,
      otherUnits:
        'For standardised flowers it would be good, but it is asked in centimetres. Bring the petal to the scale the neuron learnt on, inside the function you return.',
      short: (numbers: string) =>
        `${numbers} The side is mostly right, but the chances could be better: the neuron has not reached the bottom of the valley. More epochs, a higher rate, or standardised inputs.`,
      oversure: (numbers: string) =>
        `${numbers} It is too sure where it is wrong. A smaller learning rate, or standardised inputs, keep it from leaping.`,
      wrong: (numbers: string) => `${numbers} Watch the loss while it trains: does it fall, and does it stay down?`,
      hints: [
        'Three parts: bring the centimetres to a scale around 0, train w and b, and return a function that does the same to a flower and asks the neuron.',
        '`data.standardise(petals)` gives `xs`, a tensor (`xs.arraySync()` are plain rows), and `transform`, which does the same to new rows. Train with your `learn`, or with the loop of the lesson.',
        'For a bird it would be: `const { xs, transform } = data.standardise(birds); const { w, b } = learn(xs.arraySync(), males, 50, 0.1); return (bird) => chance(transform([bird]).arraySync()[0], w, b);`.',
      ],
    },
  },
} as const;
