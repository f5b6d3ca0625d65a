/** What lesson 07 asks, and what its exercises answer. */
import { stock } from '../exercises/07-stock';

export const lesson07 = {
  title: 'Losses',
  questions: {
    '07.prediction': {
      ask: 'The second copy is wrong about every picture, and for forty steps it hardly moves. What holds it back?',
      choices: [
        {
          text: 'It stands in a hollow: all around, its loss is larger',
          because:
            'The floor is level there, but it is the roof. A squared error can’t be above 1, and its mean is 0.99.',
        },
        {
          text: 'Its loss is too small: a wrong answer costs at most 1',
          because: 'Steps don’t follow the size of a loss. They follow its slope. A thousand times a slope of 0 is 0.',
        },
        {
          text: 'It is so sure that a small change of its weights hardly changes an answer',
          right: true,
          because:
            'The slope has the factor a (1 − a), which is next to 0 for a sure answer, a wrong one too. Cross-entropy divides by it.',
        },
        {
          text: 'The wrong labels are still in its weights',
          because: 'They are in the weights of the first copy as well, and it got over them in ten steps.',
        },
      ],
    },
    '07.q1': {
      ask: 'A newborn network gives each of ten classes the chance 0.1. What is its categorical cross-entropy?',
      choices: [
        { text: '0.9', because: 'That is how far the chance is from 1. The loss is −ln of the chance.' },
        {
          text: '2.303',
          right: true,
          because:
            '−ln 0.1 = ln 10, whichever class is right. A good check before you train: a loss that begins far from it has a mistake behind it.',
        },
        { text: '23.03', because: 'You added the surprise of all ten classes. Only the right one happened.' },
      ],
    },
    '07.q2': {
      ask: 'Softmax answers 0.2, 0.7, 0.1, and the first class is true. Which slopes has cross-entropy along the three scores?',
      choices: [
        {
          text: '0.8, −0.7, −0.1',
          because: 'The sign is turned: along these you would walk uphill. It is a − y, not y − a.',
        },
        {
          text: '−5, 0, 0',
          because:
            'That is −y / a, the slope along the answers. Behind it stands softmax, where each score moves all answers.',
        },
        {
          text: '−0.8, 0.7, 0.1',
          right: true,
          because: 'a − y. They add up to 0: what the right class is owed, the others claimed.',
        },
      ],
    },
    '07.q3': {
      ask: 'Parcels arrive within two days, but now and then one is lost for months. You want to tell customers a time that half of the parcels beat. Which loss do you train with?',
      choices: [
        {
          text: 'The squared error',
          because: 'It asks for the mean, and a few lost parcels drag that far beyond what most customers see.',
        },
        {
          text: 'The absolute error',
          right: true,
          because: 'Half above, half below: that is the median, and the absolute error asks for it.',
        },
        {
          text: 'Binary cross-entropy',
          because: 'It asks for the chance of a yes. A time in days is a number.',
        },
      ],
    },
    '07.q4': {
      ask: 'The last layer of a model has a softmax, and somebody trains with `tf.losses.softmaxCrossEntropy(ys, model.predict(xs))`. What happens, with ten classes?',
      choices: [
        {
          text: 'An error: the function wants logits',
          because: 'It can’t know. Chances are numbers like any others, and their shape fits.',
        },
        {
          text: 'Nothing is changed: the softmax of a softmax is the same softmax',
          because: 'It is not. Scores 1, 0, 0 become the chances 0.58, 0.21, 0.21.',
        },
        {
          text: 'It learns, badly, and the loss stays above 1.4 even where every answer is right and sure',
          right: true,
          because:
            'Softmax is applied twice. A sure answer, 1 and nine times 0, becomes e / (e + 9) = 0.23, and −ln 0.23 is 1.46.',
        },
      ],
    },
    '07.q5': {
      ask: 'Look at the upper map of "Two floors", that of the squared error. Where does a walk hardly get on?',
      choices: [
        {
          text: 'Where the lines lie close together',
          because: 'Close lines are a steep slope, and steps are long there.',
        },
        {
          text: 'Where wide areas have no lines, be they high or low',
          right: true,
          because:
            'Lines join equal losses, so an area without lines is level. At the bottom that is welcome. On the terraces above it is the trouble.',
        },
        {
          text: 'Only at the darkest place, where the loss is lowest',
          because: 'There too. But the walk from w = 0, b = −8 stays where the loss is high.',
        },
      ],
    },
  },
  exercises: {
    crossentropy: {
      passed: 'The surprise at what happened, and at nothing else.',
      wrong: 'It is −Σ yᵢ ln aᵢ, which comes to −ln of the chance of the right class.',
      noMinus: 'The sign is turned: the logarithm of a chance is below 0, and a loss is from 0 up.',
      nanAtZero:
        'It is NaN where a wrong class has the chance 0: 0 times the logarithm of 0 is 0 times −infinity. Ask only the right class.',
      everyClass: 'You add the surprise of every class. Only the class with y = 1 has happened.',
      otherLog: 'That is a logarithm to another base. `Math.log` is the natural one, ln.',
      largest: 'You ask the class with the largest chance. Ask the right one, be its chance ever so small.',
      clipped:
        'Right but for a right class that was next to impossible: at a chance of 10⁻³⁰ the surprise is 69, and your formula says less. Don’t hold the chance up: against 0 · ln 0 it is enough to ask only the right class.',
      distance: 'That is how far the chance of the right class is from 1. Cross-entropy takes −ln of the chance.',
      squares: 'Those are squared errors. Cross-entropy is −ln of the chance of the right class.',
      mean: 'You divide by the number of classes. The sum has one term that counts, and it counts whole.',
      binary: 'You added (1 − y) ln (1 − a) for the other classes. That belongs to yes-or-no answers.',
      exchanged: 'You take the logarithm of y, the truth. It is the answers that have a logarithm.',
      hints: [
        'All but one of the yᵢ are 0. Which of the chances is left in the sum?',
        '`y.indexOf(1)` is the place of the right class. The loss is −ln of the chance at this place.',
        'For two classes it would be: `return -Math.log(y[0] === 1 ? a[0] : a[1]);`. Yours has to work for any number of classes.',
      ],
    },
    fromScores: {
      passed: 'The loss, and all its slopes, straight from the scores, however large they are.',
      nothing: 'Return both, as `return { loss, dZ };`, the loss a number, dZ a row of numbers for each example.',
      shape: (wanted: string, came: string) =>
        `dZ has a slope for each score: it should be ${wanted}, yours is ${came}.`,
      loss: {
        wrong: 'The loss is not right. For one example it is ln Σ e^zⱼ − z of the right class.',
        sum: 'The losses are added up. Divide by the number of examples: the loss is their mean.',
        both: 'You divide by the number of classes as well. Each example has one loss; take the mean over the examples only.',
        notBack:
          'You took the largest score away before the powers, and that is right. But it belongs to ln Σ e^zⱼ: add it again after the logarithm.',
        large:
          'Right for small scores, not for large ones. Use ln Σ e^zⱼ − z, with the largest score of the row taken away before the powers and added again after the logarithm.',
        noMinus: 'The sign of the loss is turned: ln Σ e^zⱼ − z, not the other way round.',
        noSoftmax: 'You take the logarithm of a score. The scores have to go through softmax first, row by row.',
        columns: 'Softmax goes along a row, over the classes of one example. Yours goes down the columns.',
      },
      overflow:
        'Right for small scores, not for large ones. Either e^1000 comes in, which is infinity: take the largest score of a row away from all of them first. Or 0 · ln 0 comes in: use ln Σ e^zⱼ − z, and never go through the chances.',
      clipped:
        'Right for small scores. A clipped chance hides how wrong a sure answer is: at scores of 1000 and 0 the loss is 1000, not that of 10⁻⁷. Use ln Σ e^zⱼ − z.',
      infinite:
        'Right for small scores. At scores of 1000 and 0 the chance of the second is 0, and its logarithm is infinite. Use ln Σ e^zⱼ − z: never go through the chance.',
      slopes: {
        wrong: 'The loss is right; dZ is not.',
        sign: 'The loss is right; the slopes have the wrong sign: a − y, not y − a.',
        sum: 'The loss is right; the slopes are too large. The loss is a mean, so each slope is divided by the number of examples, too.',
        both: 'The loss is right; the slopes are divided by the number of classes. Divide by the number of examples only.',
        answers: 'The loss is right; in dZ the target is missing. The slope is a − y, divided by m.',
        chances: 'The loss is right; dZ has −y / a, the slopes along the chances. Along the scores it is a − y.',
        squared: 'The loss is right; dZ has a factor a (1 − a) too many. With cross-entropy it cancels.',
        overflow: 'The loss is right; dZ holds NaN or infinity where scores are large. Shift its softmax, too.',
      },
      hints: [
        'Go row by row. What do you need of a row: its softmax, its y, and ln Σ e^zⱼ?',
        'Take `const top = Math.max(...z)` away from each score first. Then ln Σ e^zⱼ is `top + Math.log(sum of Math.exp(zj - top))`. The loss of a row is that minus the score of its class. The slopes are (a − y) / m. `scratch.softmax(z)` gives a, safely.',
        'For one example with two scores: `const top = Math.max(z[0], z[1]); const all = top + Math.log(Math.exp(z[0] - top) + Math.exp(z[1] - top)); const loss = all - (y[0] * z[0] + y[1] * z[1]);` and `const dz = scratch.softmax(z).map((a, i) => a - y[i]);`. For m examples, add up the losses and divide all by m.',
      ],
    },
    stock,
  },
} as const;
