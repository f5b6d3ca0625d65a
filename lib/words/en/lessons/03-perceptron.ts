/** What lesson 03 asks, and what its exercises answer. */
import { rescaled } from '../exercises/03-penguins';

export const lesson03 = {
  title: 'The perceptron',
  questions: {
    '03.prediction': {
      ask: 'A perceptron starts with all weights at 0 and makes some mistakes until it makes no more. Now each step is a thousand times shorter: η = 0.001 in place of 1. The examples and their order are the same. How many mistakes does it make?',
      choices: [
        {
          text: 'About a thousand times as many: it has the same way to go in shorter steps',
          because: 'The way is a thousand times shorter, too: there is no place where the weights have to arrive.',
        },
        {
          text: 'More, but far fewer than a thousand times as many',
          because: 'Not even one more: the answers depend on the direction of the weights, not on their length.',
        },
        {
          text: 'Exactly as many',
          right: true,
          because:
            'From 0, every weight is a sum of steps, so all of them, the bias and z are a thousand times smaller. The sign of z is the same, and so is every answer. With weights that start at random numbers, η would count.',
        },
        {
          text: 'Fewer: careful steps break less of what was right',
          because: 'It sounds wise, and for later networks it is. Here only the sign of z counts.',
        },
      ],
    },
    '03.q1': {
      ask: 'When does the rule change the weights?',
      choices: [
        {
          text: 'After each example, a little in its direction',
          because: 'After a right answer the error is 0: no step.',
        },
        {
          text: 'After each wrong answer, and only then',
          right: true,
          because: 'The error is 1 or −1 for a wrong answer and 0 for a right one, and it multiplies the step.',
        },
        {
          text: 'At the end of an epoch, for all its mistakes together',
          because:
            'The next example already meets the new weights. Adding the steps up is another method; lesson 09 compares the two.',
        },
      ],
    },
    '03.q2': {
      ask: 'w = (2, −1), b = 0 and η = 1. The input is 1, 3 and the target is 1. What are w and b after this example?',
      choices: [
        {
          text: 'w = (2, −1), b = 0: nothing changes',
          because: 'z = 2 · 1 − 1 · 3 = −1: silent, and it should have fired.',
        },
        { text: 'w = (3, 0), b = 1', because: 'Each weight moves by its own input, and the second is 3.' },
        { text: 'w = (1, −4), b = −1', because: 'That is the step after a false alarm. Here the error is 1 − 0 = 1.' },
        {
          text: 'w = (3, 2), b = 1',
          right: true,
          because:
            'z = −1, so ŷ = 0 and the error is 1: add the input to the weights and 1 to the bias. Now z = 10 for this input.',
        },
      ],
    },
    '03.q3': {
      ask: 'Someone writes const error = answer - y in place of y - answer, and changes nothing else. What happens?',
      choices: [
        {
          text: 'The same, with all weights negated',
          because:
            'Negated weights would negate z and give other answers. It is the answers that steer the steps, so the runs part at once.',
        },
        {
          text: 'Each mistake pushes z further to the wrong side: the unit grows surer of what is wrong',
          right: true,
          because:
            'A unit that stayed silent and should not have gets the input subtracted: next time it is more silent.',
        },
        {
          text: 'It learns, but more slowly',
          because: 'Each step goes the wrong way. More of them lead further away.',
        },
      ],
    },
    '03.q4': {
      ask: 'Look at the table of the mistakes on the way to AND. Epochs 1 to 6 had 2, 3, 3, 2, 1 and 0 mistakes. What does the rise from 2 to 3 tell you?',
      choices: [
        { text: 'That the learning rate was too high', because: 'From weights of 0, any rate gives the same counts.' },
        { text: 'That the classes are not linearly separable', because: 'AND is. A rise says nothing about the end.' },
        {
          text: 'Nothing bad: mending one example may break another, and the count may rise before it reaches 0',
          right: true,
          because:
            'What each mistake does improve is the agreement with the unit that we know to be right. The count of mistakes may go up and down.',
        },
      ],
    },
    '03.q5': {
      ask: 'In the picture "AND ended at 11 mistakes", the curves cross at 51. Suppose the margin were half as large, so that the straight line rises half as fast. Where would they cross?',
      choices: [
        { text: 'At about 26: half as far', because: 'A flatter line takes longer to overtake the root.' },
        { text: 'At 102: twice as far', because: 'The margin is squared in (R/γ)².' },
        {
          text: 'At 204: four times as far',
          right: true,
          because:
            '(R / (γ/2))² = 4 (R/γ)². This is how many mistakes are possible; how many are made may be far fewer.',
        },
      ],
    },
  },
  exercises: {
    corrected: {
      passed: 'That is all of Rosenblatt’s rule for the weights: error times input, times η.',
      wrong: 'New weight = old weight + learning rate × (y − answer) × input, for each weight. Mind the brackets.',
      reversed:
        'The sign is the wrong way round: after a silence that was wrong, the input has to be added. The error is y − answer.',
      inputless: 'Each weight moves by the same amount in yours. It has to move by the error times its own input.',
      rateless: 'Right for a learning rate of 1. Multiply the step by the learning rate.',
      stepOnly: 'That is the step. It has to be added to the old weights.',
      always:
        'You take a step after a right answer too, or one of the wrong sign after a false alarm: the step is (y − answer) × input, not y × input.',
      onlyMistakes: 'After a right answer nothing is returned. Return the weights as they are.',
      size: 'The error has a sign: after a false alarm (y = 0, answer = 1) it is −1, and the input is subtracted.',
      unchanged: 'The weights come back as they were, after a mistake too. Add the step to each.',
      twice: 'You multiply by the old weight as well. The step is the error times the input, times the learning rate.',
      notWeights:
        '`corrected` has to return an array with one number for each weight: `return weights.map((weight, i) => …);`.',
      notANumber:
        'One of the new weights is not a number. Do you read past the end of an array, or an input under a wrong name?',
      hints: [
        'The error is y − answer: 1, 0 or −1. What does each weight get, in the formula of the lesson?',
        '`weights.map((weight, i) => …)` makes the new weights; inside it, `x[i]` is the input that belongs to `weight`.',
        'For the bias, whose input is always 1, the line would be `return bias + learningRate * (y - answer) * 1;`. Do the same for each weight, with its own input in the place of the 1.',
      ],
    },
    learn: {
      passed: 'It learns every separable task of the check, as the machine of 1958 would have.',
      wrong: (task: string) =>
        `For ${task} these are not the weights the rule comes to. Take the pencil of the lesson: print w and b after each example and find the first line that differs.`,
      notLearnt: '`learn` has to return the weights and the bias: `return { w, b };`.',
      lengths: (task: string, expected: number, came: number) =>
        `For ${task} there should be a weight for each input, ${expected}; yours are ${came}. Start with one 0 for each number of xs[0].`,
      notANumber:
        'A weight or the bias is not a number (NaN). Does a loop run past the end of an array, or start without a 0?',
      nothing: 'The weights and the bias are still 0. Does your loop call the rule, and are `w` and `b` assigned?',
      noBias:
        'The bias stays at 0, so the line always passes through 0, 0. After a mistake, add the error to the bias as well.',
      biasReversed: 'The weights move the right way and the bias the wrong way. Add the error to it.',
      sum: 'You take z itself for the answer. The unit answers 1 where z >= 0, and 0 elsewhere.',
      inputless: 'Each weight moves by the error alone. It has to move by the error times its own input.',
      oneEpoch:
        'The result is that of a single pass. Either the loop over the epochs is missing, or w and b go back to 0 inside it: set them once, before it.',
      reversed: 'Each step goes the wrong way. The error is y − answer: after a wrong silence the input is added.',
      always:
        'You take a step after each example, right or wrong. The error y − answer is 0 after a right answer, and then nothing moves.',
      strictly: 'Almost: at z = 0 the unit fires, as in the lesson. Yours is silent there.',
      frozen:
        'The answers seem to come from the weights as they were at the start of the epoch. Compute z anew for each example, with the weights as they are now.',
      biasless: 'z leaves the bias out: start the sum at b.',
      stale:
        'Compute the error once, before anything moves. In yours the weights or the bias move by an error that others have already changed.',
      changes: 'Your function changes `xs` or `ys`. Make an array of your own for the weights.',
      endless: (task: string) =>
        `For ${task} one epoch was asked for, and your weights are those of more. Stop after \`epochs\` epochs: where no line separates the classes, the mistakes never end.`,
      hints: [
        'Three loops, one inside the other: over the epochs, over the examples, over the inputs of one example.',
        'For one example: z is b plus the sum of w[j] * x[j]; the answer is 1 where z >= 0, else 0; the error is y − answer; then every w[j] and b move.',
        'With one weight and no bias, on numbers instead of arrays, it would be: `let w = 0; for (let epoch = 0; epoch < epochs; epoch++) { xs.forEach((x, i) => { const error = ys[i] - (w * x >= 0 ? 1 : 0); w += error * x; }); } return w;`. Yours has several weights and a bias.',
      ],
    },
    rescaled,
  },
} as const;
