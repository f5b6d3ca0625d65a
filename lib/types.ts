/** The words every module shares: data sets, predictors and figures. */
import type { LayersModel, Tensor, Tensor2D } from '@tensorflow/tfjs';

/** A binary signal, as in the first networks: a unit is silent (0) or fires (1). */
export type Bit = 0 | 1;

/** Examples and their targets, one row each: what `model.fit` takes. */
export interface Dataset<Inputs extends Tensor = Tensor2D> {
  /** Inputs, shape [samples, ...features]. */
  xs: Inputs;
  /** Targets, shape [samples, 1] (a number or a class 0/1) or [samples, classes] (one-hot). */
  ys: Tensor2D;
  /** Names of the classes: of 0 and 1, or of the columns of `ys`. */
  classes?: string[];
}

/** Anything that answers a point: a tfjs model, or a plain function of the point's numbers. */
export type Predictor = LayersModel | ((x: number[]) => number | number[]);

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
  /** Height in pixels. */
  height?: number;
}
