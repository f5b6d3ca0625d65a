/** Where the names of what is drawn stand. */
import type { Layout } from 'plotly.js';

/** Under the title, where its names need at most two rows of a page; else at the right, or it would cover the title. */
export function legendFor(data: readonly object[]): object {
  const shown = (data as { name?: string; showlegend?: boolean }[]).filter(
    ({ name, showlegend }) => name && showlegend !== false,
  );
  const longest = shown.reduce((most, { name }) => Math.max(most, name!.length), 0);
  const across = Math.max(1, Math.floor(620 / (50 + 7 * longest))); // pixels; all columns are as wide as the widest
  const legend: Partial<Layout['legend']> =
    shown.length <= 2 * across
      ? { orientation: 'h', x: 0, y: 1, yanchor: 'bottom' }
      : { orientation: 'v', x: 1.02, xanchor: 'left', y: 1, yanchor: 'top' };
  return legend;
}
