/** Inside units, circuits and models: these functions return what happens there and draw nothing. */
export { calibration, type Calibration, type CalibrationBin, type CalibrationOptions } from './calibration';
export { circuit, type CircuitTrace } from './circuit';
export { confusion, type ClassScores, type Confusion, type ConfusionOptions } from './confusion';
export { type Labels, type Predictions } from './labels';
export { roc, type Roc, type RocOptions } from './roc';
export { uMatrix, type MapWeights } from './u-matrix';
export { unit, type UnitTrace } from './unit';
