/** A slider over the frames of a figure, with a button to play them and one to stop; they work in a page without a kernel. */
import type { Layout } from 'plotly.js';
import { colors } from './theme';

/** What stands on the two buttons. */
interface Buttons {
  play: string;
  pause: string;
}

/** How long a frame stands, in milliseconds, while the figure plays. */
const duration = 600;

/** The layout of a slider with a step for each frame; frames are named by their numbers, from 0. */
export function controls(labels: readonly string[], { play, pause }: Buttons): object {
  const still = { mode: 'immediate', frame: { duration: 0, redraw: true }, transition: { duration: 0 } } as const;
  const frame = { duration, redraw: true };
  const button = (label: string, names: unknown, how: object) => ({
    label,
    method: 'animate' as const,
    args: [names, how],
  });
  return {
    sliders: [
      {
        active: 0,
        x: 0.14,
        len: 0.86,
        y: 0,
        pad: { t: 40 },
        steps: labels.map((label, i) => ({ label, method: 'animate', args: [[String(i)], still] })),
        currentvalue: { font: { color: colors.text }, xanchor: 'left' },
        font: { color: colors.paper }, // the label of the current step is enough
        ticklen: 0,
        tickwidth: 0,
        minorticklen: 0,
        bgcolor: colors.grid,
        activebgcolor: colors.text,
        bordercolor: colors.text,
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
        pad: { t: 52 },
        bgcolor: colors.paper,
        bordercolor: colors.text,
        buttons: [
          button(play, null, { fromcurrent: true, frame, transition: { duration: 0 } }),
          button(pause, [null], still),
        ],
      },
    ],
  } satisfies Partial<Layout>;
}
