/** The names of classes: class 0, then class 1. */
export const data = {
  blobs: ['lower left', 'upper right'],
  ball: (label: number) => `ball ${label + 1}`,
  xor: ['same signs', 'different signs'],
  circle: ['outside', 'inside'],
  spiral: ['first arm', 'second arm'],
  moons: ['upper moon', 'lower moon'],
  shapes: { circle: 'circle', square: 'square', triangle: 'triangle' },
};
