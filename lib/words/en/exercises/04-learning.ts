/** What the second exercise of lesson 04 answers: learning one example at a time. */
export const learn = {
  passed:
    'It walks exactly the way it should, one example after the other. Change one letter and it is Rosenblatt’s rule.',
  wrong:
    'These are not the weights that one step per example leads to. If you use your `chance`, has 04.1 passed? Then compute the first step by hand and compare.',
  shape: (inputs: number) =>
    `Return both, as \`return { w, b };\`, with w an array of ${inputs} ${inputs === 1 ? 'number' : 'numbers'}, as long as an x.`,
  notANumber:
    'There is a NaN among your numbers. Does each index stay within its array, and is each number set before it is used?',
  still: 'Nothing has moved: w and b are still 0. Is what you compute put back into w and b?',
  uphill: 'You walk uphill: the surprise grows. Subtract the gradient, or turn a − y round.',
  noBias: 'The weights are moved, but the bias not as it should be: its slope is a − y.',
  noInput: 'Each weight moves by the same amount. The slope of a weight has its input in it: (a − y) times x.',
  verdict: 'You learn from mistakes only, since the answer is made 0 or 1 first. That is the perceptron. Use a itself.',
  batch:
    'You compute all the errors first and step once an epoch. Here each example makes its own step, and the next one meets the new weights.',
  once: 'The result is that of a single pass. Either the loop over the epochs is missing, or w and b go back to 0 inside it: set them once, before it.',
  oneMore: 'One pass too many: as many as `epochs` says are asked for.',
  swapped: 'Epochs outside, examples inside: you stay with one example for all its epochs.',
  rateless: 'Your steps are too long: the learning rate is missing.',
  squared:
    'There is an a (1 − a) too many: that is the gradient of the squared error. With the surprise it cancels, and a − y is left.',
  stale:
    'Almost. For each example, compute the error once, before anything moves. You change some of the numbers and then ask the neuron again.',
  hints: [
    'Two loops: epochs outside, examples inside. In the inner loop one error, then one step for all of w and b.',
    'The error is `chance(xs[i], w, b) - ys[i]`, computed once. A weight loses learningRate times the error times its input; b loses learningRate times the error.',
    'Rosenblatt with two inputs would be: `const error = verdict(x) - y; w[0] -= learningRate * error * x[0]; w[1] -= learningRate * error * x[1]; b -= learningRate * error;`. Yours takes any number of inputs, and the chance for the verdict.',
  ],
} as const;
