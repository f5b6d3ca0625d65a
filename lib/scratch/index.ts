/** Networks with plain numbers: no tensors, nothing hidden. */
export {
  cellWeights,
  throughTime,
  type Cell,
  type CellState,
  type CellWeights,
  type CellWeightsOptions,
} from './cells';
export { circuit, type Circuit } from './circuit';
export { drawn } from './drawn';
export { circuitFor, type CircuitForOptions } from './normal-form';
export { gruCell, type GruStep } from './gru-cell';
export { lstmCell, type LstmStep } from './lstm-cell';
export { backwardThroughTime, rnnCell, type RnnGradients, type RnnStep } from './rnn-cell';
export { unit, type Unit, type UnitOptions } from './mcculloch-pitts';
export {
  Perceptron,
  type PerceptronFitOptions,
  type PerceptronHistory,
  type PerceptronOptions,
  type UpdateOptions,
} from './perceptron';
export { linear, sigmoid, step, tanh, type Activation } from './activations';
export { elu, gelu, leakyRelu, relu, softplus, swish, type AlphaOptions } from './rectifiers';
export { softmax } from './softmax';
export { hinge, huber, meanAbsoluteError, meanSquaredError, type HuberOptions, type Loss } from './losses';
export { binaryCrossentropy, categoricalCrossentropy } from './crossentropy';
export {
  gradientDescent,
  numericGradient,
  type Descent,
  type GradientDescentOptions,
  type NumericGradientOptions,
  type Surface,
} from './descent';
export { type EpsilonOptions, type Optimizer, type OptimizerOptions } from './optimizer';
export {
  adadelta,
  adagrad,
  gd,
  momentum,
  rmsprop,
  sgd,
  type AdagradOptions,
  type MomentumOptions,
  type RhoOptions,
} from './optimizers';
export { adam, adamax, nadam, type AdamOptions, type NadamOptions } from './adam';
export { Neuron, type NeuronOptions } from './neuron';
export { Layer, type Initializer, type LayerActivation, type LayerOptions, type Matrix } from './layer';
export { Network, type NetworkOptions } from './network';
export { type Targets } from './targets';
export { type NetworkFitOptions, type NetworkHistory } from './training';
