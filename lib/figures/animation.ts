/** Several figures of one kind as one that moves: a slider under it, and buttons to play and to pause. */
import { fail, positive } from '../assert';
import type { Figure, FigureOptions } from '../types';
import { words } from '../words';
import { controls, controlsHeight } from './controls';
import { fixedAxis, sharedColors, type AxisLike, type TraceLike } from './extents';
import { themed } from './theme';

/** Options of {@link animation}. */
export interface AnimationOptions extends FigureOptions {
  /** What the slider says of each figure: the epoch, the step. Default 1, 2, 3… */
  labels?: readonly (string | number)[];
  /** How long each figure stands, in milliseconds. Default 300. */
  duration?: number;
}

/** What is read of a figure's layout. */
interface LayoutLike {
  title?: { text?: string };
  height?: number;
  width?: number;
  margin?: { b?: number };
  xaxis?: AxisLike;
  yaxis?: AxisLike;
  scene?: { xaxis?: AxisLike; yaxis?: AxisLike; zaxis?: AxisLike };
  annotations?: object[];
  shapes?: object[];
}

const most = 200;

/**
 * Figures of one kind one after the other, such as a boundary epoch by epoch, with a slider and a play button; axes and
 * colours hold still.
 *
 * ```ts
 * import { data, figures, scratch, show } from 'neurona';
 *
 * const blobs = data.blobs();
 * const neuron = new scratch.Perceptron(2);
 * const steps = [0, 1, 2].map(() => {
 *   neuron.fit(blobs, { epochs: 1 });
 *   return figures.decisionBoundary(neuron, blobs, { resolution: 30 });
 * });
 * show.figure(figures.animation(steps, { labels: ['epoch 1', 'epoch 2', 'epoch 3'] }));
 * ```
 *
 * `all` are up to 200 figures with traces of the same types in the same order. Returns a figure with `frames`; it moves
 * in static pages too. Title and size are those of the first, if no others are given.
 * Throws where there is no figure, the figures differ in kind, or there are not as many labels.
 */
export function animation(
  all: readonly Figure[],
  { labels, duration = 300, ...options }: AnimationOptions = {},
): Figure {
  const who = 'figures.animation';
  positive(who, { duration });
  const figures = readFigures(who, all);
  if (labels && (!Array.isArray(labels) || labels.length !== figures.length))
    fail(who, `${figures.length} labels, one for each figure`, labels);
  const say = words.figures.animation;
  const names = figures.map((_, i) => String(labels?.[i] ?? say.frame(i)));
  const frames = sharedColors(figures.map(({ data }) => data as TraceLike[]));
  const first = figures[0]!.layout as LayoutLike;
  const drawing = {
    title: first.title?.text ?? '',
    height: (first.height ?? 400) + controlsHeight,
    data: frames[0]!,
    layout: {
      ...first,
      ...fixedAxes(first, frames.flat()),
      margin: { ...first.margin, b: (first.margin?.b ?? 50) + controlsHeight },
      ...controls(names, { duration }),
    },
    description: say.description(
      figures.length,
      [names[0]!, figures[0]!.description],
      [names.at(-1)!, figures.at(-1)!.description],
    ),
  };
  const width = options.width ?? first.width;
  const made = themed(who, drawing, { ...options, ...(width === undefined ? {} : { width }) });
  const moving = movingTraces(frames);
  return { ...made, frames: frames.map((data, i) => frame(String(i), data, moving, figures[i]!.layout)) };
}

function readFigures(who: string, all: readonly Figure[]): readonly Figure[] {
  if (!Array.isArray(all) || all.length === 0 || all.length > most)
    fail(who, `an array of 1 to ${most} figures`, Array.isArray(all) ? all.length : all);
  const list = all as Figure[];
  list.forEach((figure: Partial<Figure> | undefined, i) => {
    if (!Array.isArray(figure?.data) || typeof figure.layout !== 'object' || typeof figure.description !== 'string')
      fail(who, `figure ${i} to be a figure { data, layout, description }`, figure);
  });
  const kind = ({ data }: Figure) => (data as TraceLike[]).map(({ type }) => type ?? 'scatter').join(', ');
  const odd = list.findIndex((figure) => kind(figure) !== kind(list[0]!));
  if (odd > 0) fail(who, `figure ${odd} to have the traces of figure 0, ${kind(list[0]!)}`, kind(list[odd]!));
  return list;
}

/** Axes that hold still, of the plane or of a scene. */
function fixedAxes({ xaxis, yaxis, scene }: LayoutLike, traces: readonly TraceLike[]): object {
  if (!scene) return { xaxis: fixedAxis(xaxis, 'x', traces), yaxis: fixedAxis(yaxis, 'y', traces) };
  const axes = { xaxis: scene.xaxis, yaxis: scene.yaxis, zaxis: scene.zaxis };
  const fixed = Object.entries(axes).map(([name, axis]) => [name, fixedAxis(axis, name[0] as 'x', traces)]);
  return { scene: { ...scene, ...(Object.fromEntries(fixed) as object) } };
}

/** The places of the traces that are not the same in all frames: what stands still, such as a map, is sent once. */
function movingTraces(frames: readonly object[][]): number[] {
  const places = [...frames[0]!.keys()];
  const still = (place: number) => new Set(frames.map((traces) => JSON.stringify(traces[place]))).size === 1;
  const moving = places.filter((place) => !still(place));
  return moving.length > 0 ? moving : places;
}

function frame(name: string, all: object[], moving: number[], layout: object): object {
  const { annotations, shapes } = layout as LayoutLike;
  const written = { ...(annotations ? { annotations } : {}), ...(shapes ? { shapes } : {}) };
  const data = moving.map((place) => all[place]);
  const traces = data.length < all.length ? { traces: moving } : {};
  return { name, data, ...traces, ...(Object.keys(written).length > 0 ? { layout: written } : {}) };
}
