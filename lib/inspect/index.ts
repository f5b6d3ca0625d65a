/** Inside units, circuits and models: these functions return what happens there and draw nothing. */
export {
  activationMaximisation,
  type ActivationMaximisationOptions,
  type MaximalImage,
} from './activation-maximisation';
export { type Scores, type Truth } from './answers';
export { attention, type AttentionTrace } from './attention';
export { backward, type BackwardOptions, type BackwardTrace, type Batch } from './backward';
export { calibration, type Calibration, type CalibrationBin, type CalibrationOptions } from './calibration';
export { circuit, type CircuitTrace } from './circuit';
export { confusion, type ClassScores, type Confusion, type ConfusionOptions } from './confusion';
export { convolution, type ConvolutionOptions, type ConvolutionTrace, type ConvolutionWindow } from './convolution';
export { forward, type LayerTrace } from './forward';
export { gradCam, type GradCam, type GradCamOptions } from './grad-cam';
export { type Image } from './image';
export { type Labels, type Predictions } from './labels';
export { occlusion, type OcclusionOptions } from './occlusion';
export { profile, type LayerCost, type ProfileOptions } from './profile';
export { receptiveField, type ReceptiveField } from './receptive-field';
export { recorder, type RecordedStep, type Recorder, type RecorderOptions } from './recorder';
export { roc, type Roc, type RocOptions } from './roc';
export { saliency, type SaliencyOptions } from './saliency';
export { type ClassScore, type HeatMap } from './score';
export type { Statistics, Values } from './statistics';
export { uMatrix, type MapWeights } from './u-matrix';
export { unit, type UnitTrace } from './unit';
export { units, type LayerUnits, type UnitsOptions } from './units';
export { weights, type WeightTrace } from './weights';
