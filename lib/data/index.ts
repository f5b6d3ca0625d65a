/** Data sets, made from a seed or loaded from the course's data/ folder. */
export type { TableName } from './csv';
export {
  line,
  polynomial,
  sine,
  type CurveOptions,
  type LineOptions,
  type PolynomialOptions,
  type SineOptions,
} from './curves';
export { dataFrame } from './data-frame';
export { digits, type Digits, type DigitsOptions } from './digits';
export { examples, type Inputs } from './examples';
export { gate, truthTable, type BooleanFunction, type Gate, type GateOptions, type TruthTableOptions } from './gates';
export { numberWords, type NumberWords, type NumberWordsOptions } from './number-words';
export { blobs, circle, moons, spiral, xor, type BlobsOptions, type PointsOptions } from './points';
export { shapes, type Shape, type Shapes, type ShapesOptions } from './shapes';
export { gaussianBumps, plane, type SurfaceOptions } from './surfaces';
export { iris, penguins, type IrisFeature, type Measured, type MeasuredOptions, type PenguinFeature } from './tables';
export { timeSeries, type TimeSeries, type TimeSeriesOptions } from './time-series';
