/** Inside units, circuits and models: these functions return what happens there and draw nothing. */
export { circuit, type CircuitTrace } from './circuit';
export { unit, type UnitTrace } from './unit';
