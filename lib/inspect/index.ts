/** Inside units, circuits and models: these functions return what happens there and draw nothing. */
export {
  activationMaximisation,
  type ActivationMaximisationOptions,
  type MaximalImage,
} from './activation-maximisation';
export { attention, type AttentionTrace } from './attention';
export { circuit, type CircuitTrace } from './circuit';
export { convolution, type ConvolutionOptions, type ConvolutionTrace, type ConvolutionWindow } from './convolution';
export { gradCam, type GradCam, type GradCamOptions } from './grad-cam';
export { type Image } from './image';
export { occlusion, type OcclusionOptions } from './occlusion';
export { receptiveField, type ReceptiveField } from './receptive-field';
export { saliency, type SaliencyOptions } from './saliency';
export { type ClassScore, type HeatMap } from './score';
export { calibration, type Calibration, type CalibrationBin, type CalibrationOptions } from './calibration';
export { confusion, type ClassScores, type Confusion, type ConfusionOptions } from './confusion';
export { type Labels, type Predictions } from './labels';
export { roc, type Roc, type RocOptions } from './roc';
export { uMatrix, type MapWeights } from './u-matrix';
export { unit, type UnitTrace } from './unit';
