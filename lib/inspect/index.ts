/** Inside units, circuits and models: these functions return what happens there and draw nothing. */
export { backward, type BackwardOptions, type BackwardTrace, type Batch } from './backward';
export { circuit, type CircuitTrace } from './circuit';
export { forward, type LayerTrace } from './forward';
export { profile, type LayerCost, type ProfileOptions } from './profile';
export { recorder, type RecordedStep, type Recorder, type RecorderOptions } from './recorder';
export type { Statistics, Values } from './statistics';
export { unit, type UnitTrace } from './unit';
export { units, type LayerUnits, type UnitsOptions } from './units';
export { weights, type WeightTrace } from './weights';
