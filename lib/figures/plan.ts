/** What of a network is drawn: asked for circle by circle, so that wide layers cost nothing. */
import type { LayersModel } from '@tensorflow/tfjs';
import type { Circuit } from '../scratch/circuit';
import type { Unit } from '../scratch/mcculloch-pitts';
import type { Network } from '../scratch/network';
import type { Perceptron } from '../scratch/perceptron';
import { words } from '../words';

/** Every network that can be drawn. */
export type Drawable = Unit | Circuit | Perceptron | Network | LayersModel;

/** What stands in a circle and around it. */
export interface Circle {
  /** What stands in the circle. */
  text: string;
  /** What stands under it. */
  label: string;
  /** What the pointer finds out. */
  hover: string;
  /** Whether it fires, or answers above 0; undefined where no inputs are given. */
  fires?: boolean;
}

/** A unit: its circle, and its connections to the layer before. */
export interface DrawnUnit extends Circle {
  weights: readonly number[];
  /** Inputs that silence it on their own. */
  inhibitory: readonly number[];
}

/** A network, asked for one circle after the other. */
export interface Plan {
  inputs: number;
  input: (i: number) => Circle;
  layers: { units: number; unit: (place: number) => DrawnUnit }[];
  /** All the weights, what is not drawn too. */
  weights: readonly number[];
  /** What the last layer answers to the inputs. */
  answer?: readonly number[];
  /** How many units fire for the inputs. */
  fire?: number;
  /** Whether units answer with numbers of any size, instead of 0 or 1. */
  graded: boolean;
}

/** The circle of an input: its name, or with a value both. */
export function inputCircle(i: number, value?: number, written = value): Circle {
  const name = words.input(i + 1);
  if (value === undefined || written === undefined) return { text: name, label: '', hover: name };
  return { text: words.number(written), label: name, hover: `${name} = ${words.number(value)}`, fires: value > 0 };
}
