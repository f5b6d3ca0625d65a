/** Reverse-mode differentiation of plain numbers. */
export { gradcheck, type GradcheckOptions, type GradcheckRow } from './gradcheck';
export { graph, type Graph, type GraphEdge, type GraphNode } from './graph';
export { logSoftmax, max, mean, softmax, sum, type Values } from './lists';
export { Layer, MLP, type MLPOptions } from './mlp';
export { Neuron, type Activation, type NeuronOptions } from './neuron';
export { value, Value, type ValueOptions } from './value';
