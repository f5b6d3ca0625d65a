/** Training with something to see: the ordinary `model.fit`, live. */
export type { TrainingData } from './batches';
export type { EarlyStoppingOptions } from './early-stopping';
export { fit, type FitOptions } from './fit';
