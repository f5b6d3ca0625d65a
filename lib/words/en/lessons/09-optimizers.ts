/** What lesson 09 asks, and what its exercises answer. */
import { largestRate } from '../exercises/09-largest-rate';

export const lesson09 = {
  title: 'Optimizers',
  questions: {
    '09.prediction': {
      ask: 'The map of the ravine is turned by 45 degrees: both axes now cross it at a slant. The ravine, the start in it and the learning rates stay. Who comes less far in sixty steps?',
      choices: [
        {
          text: 'Nobody: it is the same ravine',
          because: 'It is for a ball, which knows no map. But some of the runners measure along the axes of the map.',
        },
        {
          text: 'GD and momentum: their way leads along no axis any more',
          because: 'They add and subtract arrows. Turn all the arrows, and you get the same walk, turned.',
        },
        {
          text: 'Those that measure each axis: AdaGrad, RMSprop, Adam and their kin',
          right: true,
          because:
            'Turned, both axes are equally steep, so there is nothing to tell apart. GD and momentum walk the very same steps, turned. (Adadelta hardly moves in either.)',
        },
        {
          text: 'All of them: now both weights have to change together',
          because: 'That is true, and GD and momentum don’t mind it: compare the two columns of the table.',
        },
      ],
    },
    '09.q1': {
      ask: 'In the straight ravine momentum leaves GD far behind. What does it do that GD doesn’t?',
      choices: [
        {
          text: 'It takes a higher learning rate along the floor than along the walls',
          because: 'It has one rate for both. Rates for each axis are the other cure.',
        },
        {
          text: 'It adds up the pushes: those of the walls cancel, those of the floor add up',
          right: true,
          because: 'Along the floor all pushes point one way, and with μ = 0.9 they make it up to ten times as fast.',
        },
        {
          text: 'It makes smaller steps where the ground is steep',
          because: 'That is what measuring does. Momentum divides by nothing.',
        },
      ],
    },
    '09.q2': {
      ask: 'A loss has curvature 2 along one direction and 40 along another. Up to which learning rate does gradient descent not fly apart?',
      choices: [
        {
          text: '1',
          because: 'That is 2/2, the edge of the flat direction alone. The steep one multiplies by 1 − 40 = −39.',
        },
        {
          text: '0.05',
          right: true,
          because: '2/40: there the factor 1 − ηc of the steep direction reaches −1. The other one is then 0.9.',
        },
        {
          text: '0.025',
          because: 'That is 1/40, where the steep direction arrives in one step. The edge is twice as far: 2/c.',
        },
        { text: '20', because: 'That is 40/2, upside down. The steeper the ground, the smaller the rate must be.' },
      ],
    },
    '09.q3': {
      ask: 'In RMSprop somebody types `own.s = own.s + 0.1 * g ** 2` and leaves out the 0.9. What do they see in a long training?',
      choices: [
        {
          text: 'The steps get shorter and shorter, and never longer again',
          right: true,
          because: 's can only grow: it has become AdaGrad, but for a factor. Forgetting was all the difference.',
        },
        {
          text: 'The steps grow without limit',
          because: 's stands under the fraction line. Where it grows, steps shrink.',
        },
        {
          text: 'Nothing: the 0.1 keeps s small',
          because: 'It makes s ten times smaller than AdaGrad’s, and the sum still has no end.',
        },
      ],
    },
    '09.q4': {
      ask: 'Look at the figure "How far off is the gradient of a batch?". At batch size 16 the distance is about 0.8. Which batch size brings it to 0.2?',
      choices: [
        { text: '64', because: 'Four times the pictures halve it: 0.4.' },
        { text: '128', because: 'Eight times the pictures divide it by √8, to 0.28.' },
        {
          text: '256',
          right: true,
          because: 'A quarter of the noise needs 4² = 16 times the pictures. The last mark of the curve is near 0.2.',
        },
      ],
    },
    '09.q5': {
      ask: 'A training in batches of 8: the loss falls fast for two epochs, then jumps up and down around 0.3 for ten more. What do you try first?',
      choices: [
        {
          text: 'A higher learning rate, to get out of there',
          because: 'It isn’t stuck, it shakes. A higher rate shakes more.',
        },
        {
          text: 'A rate that decays, or larger batches',
          right: true,
          because: 'Near the bottom the noise is larger than the gradient. Both mend that; decay costs nothing.',
        },
        { text: 'Smaller batches', because: 'More noise: half the pictures, 1.4 times the shaking.' },
        {
          text: 'Adam without its bias correction',
          because: 'Its long steps are the first ones. The trouble is at the end.',
        },
      ],
    },
  },
  exercises: {
    rolled: {
      passed: 'That is Polyak’s heavy ball: first the speed, then the step.',
      wrong: 'First the new speed: μ times the old one plus the gradient. Then the weight, less η times *that*.',
      notRolled: '`rolled` has to return two numbers by their names: `return { w: …, v: … };`.',
      notANumber: 'A number came out as NaN. Is every name spelled as in the first line of the function?',
      oldSpeed: 'The weight moves with the old speed. Compute the new speed first, then step with it.',
      forgets: 'Your ball forgets: its speed is the gradient alone. Keep μ times the old speed, and add the gradient.',
      frictionless: 'Your ball never slows down: the old speed has to be multiplied by μ before the gradient is added.',
      uphill: 'It rolls uphill. The weight goes against the speed: minus η times v.',
      downhillSpeed:
        'The weight is right, the speed has the other sign: it adds gradients, and the weight subtracts it.',
      rateInside:
        'You put η into the speed. That works too, but here, as in tfjs, the speed adds gradients, and η comes with the step.',
      keras:
        'You put η into the speed and let it point downhill, as Keras does. That works too, but here, as in tfjs, the speed adds gradients, and η comes with the step.',
      oldReturned: 'The weight is right. Return the new speed with it; yours is the old one.',
      typed: 'You wrote 0.9; use `mu`.',
      average: 'That is Adam’s running mean, with 1 − μ before the gradient. Momentum adds the whole gradient.',
      rateless: 'The speed is right. The step is η times the speed; the η is missing.',
      still: 'The weight stays where it was. Subtract η times the new speed.',
      hints: [
        'Two lines, one after the other: what becomes of the speed, and then what becomes of the weight?',
        'The speed keeps `mu` of what it was and gets the gradient on top. The weight goes down by `learningRate` times the speed you have just computed.',
        'A ball that remembers nothing would be `const speed = g; return { w: w - learningRate * speed, v: speed };`. In that, only the first line is wrong.',
      ],
    },
    adam: {
      passed: 'That is Adam: two memories, two corrections, one step. It would train the lesson’s network.',
      wrong:
        'Some weights are off. The first step is always η long, whatever the size of the gradient: does yours come out so? Then look at the second.',
      nothing: '`adam` has to return the weights after all steps, a list as long as `w`.',
      notANumber:
        'Already the first step gives NaN. Does t count from 1? At t = 0 the correction divides by 1 − 1. Is g squared in s? A root of something below 0 is NaN. Or is a name misspelled?',
      divided: 'A weight whose gradients are all 0 becomes NaN: you divide 0 by 0. Add 1e-7 to the root.',
      pastEnd:
        'You read past the end of `gradients`. Lists count from 0, and t counts from 1: the gradients of step t are `gradients[t - 1]`.',
      changes: 'The function changes the lists it was given. Begin with a copy: `let now = [...w];`.',
      noCorrection:
        'The bias correction is missing: v and s begin at 0 and are too small at first. Divide v by 1 − 0.9ᵗ and s by 1 − 0.999ᵗ.',
      onlyV: 'You correct v but not s. Divide s by 1 − 0.999ᵗ before you take its root.',
      onlyS: 'You correct s but not v. Divide v by 1 − 0.9ᵗ.',
      frozen: 'The correction is the same in every step: t must be the number of the step, 1, 2, 3 and so on.',
      late: 't runs one ahead: in the first step it has to be 1.',
      times:
        'The first step is a number, a later one isn’t: a root of something below 0? The correction takes 0.9 to the power of t, `0.9 ** t`, not 0.9 · t.',
      overwritten: 'You correct v and s themselves. Keep the memories as they are, and correct a copy for the step.',
      noRoot: 'You divide by s. Divide by its root: s has the unit of g squared.',
      inside:
        'Your 1e-7 stands inside the root, as in RMSprop. In Adam it is added to the root; gradients of 0.001 feel the difference.',
      notSquared: 'The memory s holds gradients, not their squares.',
      uphill: 'It climbs: subtract the step.',
      shared: 'All weights share one memory. Each weight has its own v and its own s.',
      forgets: 'v and s start from 0 again in every step. Make them once, before the loop over the gradients.',
      swapped: 'The two betas have changed places: 0.9 is for v, 0.999 for s.',
      summed: 'Your memories add the whole gradient. A running mean adds only its share: 0.1 of g, 0.001 of g².',
      wrongRule: 'That is plain gradient descent. Where are v and s?',
      hints: [
        'Two memories for each weight, v and s, all 0 before the first step. In each step: update both, correct both, move.',
        'A loop over the gradients gives t = 1, 2, 3…; inside it, for each weight i: `v[i] = 0.9 * v[i] + 0.1 * g[i]`, the same for s with 0.999 and g², then the corrected ones, then the step.',
        'With momentum in place of Adam it would be: `const now = [...w]; const v = w.map(() => 0); gradients.forEach((g, k) => { const t = k + 1; g.forEach((gi, i) => { v[i] = 0.9 * v[i] + gi; now[i] -= learningRate * v[i]; }); }); return now;`. Change the line of v, add one for s, and divide.',
      ],
    },
    largestRate,
  },
} as const;
