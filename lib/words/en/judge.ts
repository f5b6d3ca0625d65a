/** What is said of numbers, shapes, gradients and properties that are not as they should be. */
import { number } from './numbers';

export const judge = {
  noNumbers: 'The answer should be numbers. Is something returned?',
  ragged: 'The rows of the answer differ in length, so it has no shape.',
  notFinite: (where: string) =>
    `The answer has NaN or Infinity in it${where}. A division by zero, the logarithm of zero or a number that was never set makes such.`,
  shape: (expected: string, came: string) => `The shape should be ${expected}; yours is ${came}.`,
  transposed: 'Rows and columns have changed places: transpose it.',
  axis: 'The numbers are as many as they should be, in another arrangement: reshape it.',
  off: (difference: number, where: string) => `Off by ${number(difference)}${where}.`,
  infinite: (expected: string, where: string) => `There should be ${expected}${where}.`,
  at: (place: string) => ` at ${place}`,
  most: (place: string) => ` at ${place}, where it is farthest`,
  sign: 'The sign is turned round: that is the way down, not the gradient.',
  factor: (factor: number) =>
    `Every number is ${number(factor)} times what it should be: a constant factor is too much or is missing, such as the 2 of a square or the number of examples of a mean.`,
  property: (samples: number) => `It was tried on ${samples} random inputs.`,
};
