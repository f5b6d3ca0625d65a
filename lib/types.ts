/** The words every module shares: examples, data sets, predictors and figures. */
import type { LayersModel, Tensor, Tensor2D } from '@tensorflow/tfjs';

/** A binary signal, as in the first networks: a unit is silent (0) or fires (1). */
export type Bit = 0 | 1;

/** One example in plain numbers: the inputs, and the target (a number, or the number of a class). */
export type Example = [x: number[], y: number];

/** Examples and their targets as tensors, one row each: what `model.fit` takes. */
export interface Dataset<Inputs extends Tensor = Tensor2D, Targets extends Tensor = Tensor2D> {
  /** Inputs, shape [samples, ...features]. */
  xs: Inputs;
  /** Targets, shape [samples, 1] (a number or a class 0/1) or [samples, classes] (one-hot). */
  ys: Targets;
  /** Names of the classes: of 0 and 1, or of the columns of `ys`. */
  classes?: string[];
}

/**
 * Anything that answers a point: a tfjs model, a plain function of the point's numbers, or a learner with `predict`.
 * One answer is a class or the chance of class 1, from 0 to 1; several are a score for each class.
 */
export type Predictor =
  LayersModel | ((x: number[]) => number | number[]) | { predict(x: number[]): number | number[] };

/** A Plotly figure, exactly what `Plotly.newPlot` takes, and a sentence for those who can't see it. */
export interface Figure {
  /** Plotly traces. */
  data: object[];
  /** Plotly layout. */
  layout: object;
  /** Plotly animation frames. */
  frames?: object[];
  /** What the figure shows, in a sentence. */
  description: string;
}

/** Options every figure understands. */
export interface FigureOptions {
  /** The heading; each figure has one of its own. */
  title?: string;
  /** Width in pixels; the cell's width if none is given. */
  width?: number;
  /** Height in pixels; each figure has one of its own. */
  height?: number;
}
