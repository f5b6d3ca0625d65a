/** Puts a figure under the cell that runs. */
import { display, type MimeBundle } from '../display';
import type { Figure } from '../types';

/**
 * Draws a figure: one of `figures`, edited or not, or one of your own.
 *
 * ```ts
 * import { data, figures, show } from 'neurona';
 *
 * const figure = figures.points(data.xor());
 * show.figure({ ...figure, layout: { ...figure.layout, width: 400 } });
 * ```
 *
 * `figure` has Plotly's `data` and `layout`, and a `description` for those who can't see it.
 */
export function figure(figure: Figure): void {
  display(bundle(figure));
}

/** A figure in the forms that front ends know. */
export function bundle({ data, layout, frames, description }: Figure): MimeBundle {
  return {
    'text/plain': description,
    'application/vnd.plotly.v1+json': {
      data,
      layout,
      ...(frames ? { frames } : {}),
      // Not `responsive`: JupyterLab resizes figures itself, and with both a change of theme folds them up to nothing.
      config: { displaylogo: false },
    },
  };
}
