/** The public API of `neurona`: nothing else is meant to be imported. */
export * as tf from './tensorflow';
export type { Bit, Dataset, Figure, FigureOptions, Predictor } from './types';
