/** How figures look on a light page and on a dark one: the only place that names a colour. */
import type { Layout, LayoutAxis } from 'plotly.js';
import { fail, whole } from '../assert';
import type { Figure, FigureOptions } from '../types';

/** Colours for classes and curves: Okabe and Ito's palette (2008), less those too pale for a white page. */
export const palette = ['#d55e00', '#0072b2', '#009e73', '#cc79a7', '#9a7d0a', '#787878'];

/** Marker shapes and line dashes in step with the palette, so that colour is never the only sign. */
export const symbols = ['circle', 'diamond', 'square', 'triangle-up', 'star', 'cross'];
export const dashes = ['solid', 'dash', 'dot', 'dashdot', 'longdash', 'longdashdot'] as const;

/** Single colours by what they mean; blue is more and orange is less, as in TensorFlow Playground. */
export const colors = {
  text: '#787878', // in the middle: legible on white and on JupyterLab's dark page
  grid: 'rgba(128, 128, 128, 0.25)',
  outline: 'rgba(255, 255, 255, 0.8)',
  positive: '#0072b2',
  negative: '#c75400', // a shade darker than class 0: white stands on it
  fires: '#0072b2',
  silent: '#6e6e6e',
  onNode: '#ffffff',
  onPaper: '#1a1a1a', // on cells as pale as the middle of a scale
  paper: 'rgba(0, 0, 0, 0)',
};

type Scale = [number, string][];

/** Paper to ink; paper is a shade off white, to be seen on a white page. */
export const greys: Scale = [
  [0, '#f0f0f0'],
  [1, '#111111'],
];

/** Negative to positive through paper. */
export const diverging: Scale = [
  [0, colors.negative],
  [0.5, '#f0f0f0'],
  [1, colors.positive],
];

/** From class 0 to class 1, faint enough for points to stand on. */
export const region: Scale = [
  [0, 'rgba(213, 94, 0, 0.45)'],
  [0.5, 'rgba(128, 128, 128, 0.08)'],
  [1, 'rgba(0, 114, 178, 0.45)'],
];

/** One step of the palette for each of `classes` classes, to be drawn at {@link regionOpacity}. */
export function steps(classes: number): Scale {
  return palette.slice(0, classes).flatMap((color, i): Scale => [
    [i / classes, color],
    [(i + 1) / classes, color],
  ]);
}
export const regionOpacity = 0.4;

/** What a figure file makes; {@link themed} adds the rest. */
export interface Drawing {
  title: string;
  height: number;
  data: object[];
  layout: object;
  description: string;
}

/** Gives a drawing the theme and the student's own title and size, for `who`, who asks in the error's name. */
export function themed(who: string, drawing: Drawing, options: FigureOptions): Figure {
  const { title = drawing.title, width, height = drawing.height } = options;
  if (typeof title !== 'string') fail(who, 'title to be a text', title);
  whole(who, { height }, 50, 10_000);
  if (width !== undefined) whole(who, { width }, 50, 10_000);
  const layout = drawing.layout as Partial<Layout>;
  const legend = { orientation: 'h', x: 0, y: 1, yanchor: 'bottom', ...layout.legend } as const;
  const themedLayout = {
    ...layout,
    title: {
      text: title,
      font: { size: 16 },
      x: 0,
      xref: 'paper',
      y: 1,
      yref: 'container',
      yanchor: 'top',
      pad: { t: 12 },
    },
    height,
    ...(width === undefined ? {} : { width }),
    font: { color: colors.text, size: 13 },
    paper_bgcolor: colors.paper,
    plot_bgcolor: colors.paper,
    margin: { l: 60, r: 20, t: 70, b: 50, ...layout.margin },
    ...(layout.showlegend === false ? {} : { legend }),
    xaxis: themedAxis(layout.xaxis),
    yaxis: themedAxis(layout.yaxis),
  } satisfies Partial<Layout>;
  return { data: drawing.data, layout: themedLayout, description: drawing.description };
}

/** Lines in the theme's colour, where an axis draws any. */
function themedAxis(axis: Partial<LayoutAxis> = {}): Partial<LayoutAxis> {
  if (axis.visible === false || axis.showgrid === false) return axis;
  return { gridcolor: colors.grid, zerolinecolor: colors.grid, linecolor: colors.grid, ...axis };
}

/** A number in five significant digits: as fine as a screen, and shorter to store. */
export function short(value: number): number {
  return Number(value.toPrecision(5));
}
