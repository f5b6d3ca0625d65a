/** How figures look on a light page and on a dark one: the only place that names a colour. */
import type { Layout, LayoutAxis, Scene } from 'plotly.js';
import { fail, whole } from '../assert';
import type { Figure, FigureOptions } from '../types';
import { legendFor } from './legend';

/** Colours for classes and curves: Okabe and Ito's palette (2008), less those too pale for a white page. */
export const palette = ['#d55e00', '#0072b2', '#009e73', '#cc79a7', '#9a7d0a', '#787878'];

/** Marker shapes and line dashes in step with the palette, so that colour is never the only sign. */
export const symbols = ['circle', 'diamond', 'square', 'triangle-up', 'star', 'cross'];
export const dashes = ['solid', 'dash', 'dot', 'dashdot', 'longdash', 'longdashdot'] as const;

/** Marker shapes of 3-D scenes, which have fewer. */
export const symbols3d = ['circle', 'diamond', 'square', 'cross', 'x', 'circle-open', 'diamond-open', 'square-open'];

/** So many of a kind can be told apart, each by its colour and by its shape or dash. */
export const mostLooks = 12;

/** The look of the i-th of several, from 0. */
export function look(i: number): { color: string; symbol: string; symbol3d: string; dash: (typeof dashes)[number] } {
  const round = Math.floor(i / palette.length);
  return {
    color: palette[i % palette.length]!,
    symbol: symbols[i % symbols.length]! + (round % 2 === 1 ? '-open' : ''),
    symbol3d: symbols3d[i % symbols3d.length]!,
    dash: dashes[(i + round) % dashes.length]!,
  };
}

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
  mark: '#b5508f', // a frame round cells: neither a positive colour nor a negative one
  ink: '#111111', // on pale pictures only
  sheet: '#f0f0f0', // under clear colours
  paper: 'rgba(0, 0, 0, 0)',
};

type Scale = [number, string][];

/** Paper to ink; paper is a shade off white, to be seen on a white page. */
export const greys: Scale = [
  [0, '#f0f0f0'],
  [1, '#111111'],
];

/** Paper to a middle grey: an image with something on top, or whose edges are to be seen on a dark page. */
export const faded: Scale = [
  [0, '#f0f0f0'],
  [1, '#6a6a6a'],
];

/** Paper to blue: shares, from 0 to 1. */
export const blues: Scale = [
  [0, '#f0f0f0'],
  [1, colors.positive],
];

/** Heat over an image: clear where there is none, and of either sign through clear. */
export const heat: Scale = [
  [0, 'rgba(0, 114, 178, 0)'],
  [1, 'rgba(0, 114, 178, 0.9)'],
];
export const signedHeat: Scale = [
  [0, 'rgba(199, 84, 0, 0.9)'],
  [0.499, 'rgba(199, 84, 0, 0)'],
  [0.501, 'rgba(0, 114, 178, 0)'],
  [1, 'rgba(0, 114, 178, 0.9)'],
];

/** Negative to positive through paper. */
export const diverging: Scale = [
  [0, colors.negative],
  [0.5, '#f0f0f0'],
  [1, colors.positive],
];

/** None to all, for shares and sizes. */
export const amounts: Scale = [
  [0, '#f0f0f0'],
  [1, colors.positive],
];

/** Deep to high, for contours under coloured paths: grey, so that it takes no colour from them. */
export const depth: Scale = [
  [0, 'rgba(128, 128, 128, 0.5)'],
  [1, 'rgba(128, 128, 128, 0.02)'],
];

/** Deep to high, for the surfaces of 3-D scenes, through which nothing can be seen. */
export const relief: Scale = [
  [0, '#48596a'],
  [1, '#e3e9ee'],
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
  const legend = { ...legendFor(drawing.data), ...layout.legend };
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
    ...(layout.scene ? { scene: themedScene(layout.scene) } : {}),
  } satisfies Partial<Layout>;
  return { data: drawing.data, layout: themedLayout, description: drawing.description };
}

/** Lines in the theme's colour, where an axis draws any. */
function themedAxis(axis: Partial<LayoutAxis> = {}): Partial<LayoutAxis> {
  if (axis.visible === false || axis.showgrid === false) return axis;
  return { gridcolor: colors.grid, zerolinecolor: colors.grid, linecolor: colors.grid, ...axis };
}

/** A 3-D scene without walls, on whatever page there is. */
function themedScene(scene: Partial<Scene>): Partial<Scene> {
  // Scenes draw no colour with much of the page in it.
  const axis = { gridcolor: colors.text, zerolinecolor: colors.text, linecolor: colors.text, showbackground: false };
  return {
    ...scene,
    bgcolor: colors.paper,
    xaxis: { ...axis, ...scene.xaxis },
    yaxis: { ...axis, ...scene.yaxis },
    zaxis: { ...axis, ...scene.zaxis },
  };
}

/** A number in five significant digits: as fine as a screen, and shorter to store. */
export function short(value: number): number {
  return Number(value.toPrecision(5));
}

/** A number in seven significant digits, what float32 has: for places, which may lie close together and far from 0. */
export function fine(value: number): number {
  return Number(value.toPrecision(7));
}
