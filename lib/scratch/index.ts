/** Networks with plain numbers: no tensors, nothing hidden. */
export { circuit, type Circuit } from './circuit';
export { drawn } from './drawn';
export { circuitFor, type CircuitForOptions } from './normal-form';
export { unit, type Unit, type UnitOptions } from './mcculloch-pitts';
export {
  Perceptron,
  type PerceptronFitOptions,
  type PerceptronHistory,
  type PerceptronOptions,
  type UpdateOptions,
} from './perceptron';
