/** A slider over the frames of a figure, with buttons to play and to pause; they work in a page without a kernel. */
import type { Layout } from 'plotly.js';
import { words } from '../words';
import { colors } from './theme';

/** How frames are gone through. */
interface ControlsOptions {
  /** The frame that the figure opens on, from 0. Default 0. */
  active?: number;
  /** How long a frame stands while the figure plays, in milliseconds. Default 300. */
  duration?: number;
  /** Whether a frame changes more than where lines run. Default true. */
  redraw?: boolean;
  /** How much stands under the axis, between it and the controls, in pixels. Default 48, a row of numbers and a title. */
  below?: number;
}

/** How much higher a figure is for its controls, in pixels. */
export const controlsHeight = 80;

/** More letters than these under a slider run into each other: the label of the newest frame, above it, is then enough. */
const mostLetters = 40;

/** The layout's part for frames of these labels, which are named by their numbers from 0. */
export function controls(
  labels: readonly string[],
  { active = 0, duration = 300, redraw = true, below = 48 }: ControlsOptions = {},
): object {
  const { play, pause } = words.figures.controls;
  const crowded = labels.join('').length > mostLetters;
  // At once from one frame to the next: what lies between two has not been computed.
  const how = (duration: number) => ({
    mode: 'immediate' as const,
    frame: { duration, redraw },
    transition: { duration: 0 },
  });
  return {
    sliders: [
      {
        active,
        x: 0.22, // beside the buttons, on a narrow page too
        len: 0.78,
        y: 0,
        yanchor: 'top',
        pad: { t: below + 8, b: 6 },
        bgcolor: colors.grid,
        activebgcolor: colors.positive,
        bordercolor: colors.text,
        borderwidth: 1,
        tickcolor: colors.text,
        ticklen: crowded ? 0 : 7,
        minorticklen: 0,
        font: { color: crowded ? colors.paper : colors.text },
        currentvalue: { font: { color: colors.text, size: 14 }, xanchor: 'left', offset: 8 },
        steps: labels.map((label, i) => ({ label, method: 'animate', args: [[String(i)], how(0)] })),
      },
    ],
    updatemenus: [
      {
        type: 'buttons',
        direction: 'left',
        showactive: false,
        x: 0,
        xanchor: 'left',
        y: 0,
        yanchor: 'top',
        pad: { t: below + 20, r: 8 },
        bgcolor: colors.paper,
        bordercolor: colors.text,
        borderwidth: 1,
        font: { color: colors.text },
        buttons: [
          { label: play, method: 'animate', args: [null, { ...how(duration), fromcurrent: true }] },
          { label: pause, method: 'animate', args: [[null], how(0)] },
        ],
      },
    ],
  } satisfies Partial<Layout>;
}
