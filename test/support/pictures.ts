/** Figures that are pictures, as tests read them: their traces, their axes, their height. */
import type { Figure } from '../../lib/types';

/** A trace of a picture. */
export interface Trace {
  type: string;
  z: (number | null)[][];
  x: (number | null)[];
  y: (number | null)[];
  zmin: number;
  zmax: number;
  text?: string[];
  texttemplate?: string;
  colorscale: [number, string][];
}
/** An axis of the layout. */
export interface Axis {
  ticktext: string[];
  title?: { text: string };
  showticklabels: boolean;
  range: [number, number];
}
export const traces = (figure: Figure) => figure.data as Trace[];
export const axis = (figure: Figure, name: string) => (figure.layout as Record<string, Axis>)[name]!;
export const height = (figure: Figure) => (figure.layout as { height: number }).height;
