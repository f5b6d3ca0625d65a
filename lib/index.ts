/** The public API of `neurona`: nothing else is meant to be imported. */
export * as autograd from './autograd/index';
export { check, grade, hint, predict, progress, quiz, solution } from './check/index';
export * as data from './data/index';
export * as figures from './figures/index';
export { input, type InputOptions } from './input';
export * as inspect from './inspect/index';
export * as models from './models/index';
export { generator, type Generator } from './random';
export * as rl from './rl/index';
export * as scratch from './scratch/index';
export * as show from './show/index';
export * as tf from './tensorflow';
export * as train from './train/index';
export type { Bit, Dataset, Example, Figure, FigureOptions, Predictor } from './types';
export * as widgets from './widgets/index';
