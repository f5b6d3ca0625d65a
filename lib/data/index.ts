/** Data sets, made from a seed or loaded from the course's data/ folder. */
export { digits, type Digits, type DigitsOptions } from './digits';
export { examples, type Inputs } from './examples';
export { gate, truthTable, type BooleanFunction, type Gate, type GateOptions, type TruthTableOptions } from './gates';
export { blobs, circle, spiral, xor, type PointsOptions } from './points';
