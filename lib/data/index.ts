/** Data sets, made from a seed or loaded from the course's data/ folder. */
export type { TableName } from './csv';
export { dataFrame } from './data-frame';
export { digits, type Digits, type DigitsOptions } from './digits';
export { examples, type Inputs } from './examples';
export { gate, truthTable, type BooleanFunction, type Gate, type GateOptions, type TruthTableOptions } from './gates';
export { blobs, circle, moons, spiral, xor, type BlobsOptions, type PointsOptions } from './points';
export { iris, penguins, type IrisFeature, type Measured, type MeasuredOptions, type PenguinFeature } from './tables';
