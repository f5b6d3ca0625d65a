/** Data sets, made from a seed or loaded from the course's data/ folder. */
export { augment, type AugmentOptions } from './augment';
export { batches, type BatchesOptions } from './batches';
export { bikes, type BikeFeature } from './bikes';
export { co2, type MonthlySeries } from './co2';
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
export { firstNames, type FirstNamesOptions } from './first-names';
export { gate, truthTable, type BooleanFunction, type Gate, type GateOptions, type TruthTableOptions } from './gates';
export { history, type Fact, type HistoryKind } from './history';
export { numberWords, type NumberWords, type NumberWordsOptions } from './number-words';
export { oneHot } from './one-hot';
export { points, type OwnPointsOptions } from './own-points';
export { blobs, circle, moons, spiral, xor, type BlobsOptions, type PointsOptions } from './points';
export type { DigitSize } from './scans';
export { shapes, type Shape, type Shapes, type ShapesOptions } from './shapes';
export { split, type Split, type SplitOptions } from './split';
export { standardise, type Standardised } from './standardise';
export { gaussianBumps, plane, type SurfaceOptions } from './surfaces';
export { iris, penguins, type IrisFeature, type Measured, type MeasuredOptions, type PenguinFeature } from './tables';
export { text, type TextName } from './text';
export { textBlocks, type TextBlocks, type TextBlocksOptions } from './text-blocks';
export { timeSeries, type TimeSeries, type TimeSeriesOptions } from './time-series';
export { vocabulary, type Vocabulary } from './vocabulary';
export { windows, type Windows, type WindowsOptions } from './windows';
