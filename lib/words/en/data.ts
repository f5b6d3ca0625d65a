/** The names of classes: class 0, then class 1. */
export const data = {
  blobs: ['lower left', 'upper right'],
  xor: ['same signs', 'different signs'],
  circle: ['outside', 'inside'],
  spiral: ['first arm', 'second arm'],
};
