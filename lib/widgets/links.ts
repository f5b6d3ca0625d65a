/** Two widgets that keep the same value: through the kernel, or in the browser alone. */
import { fail } from '../assert';
import type { Control } from './control';
import { Model } from './model';

/**
 * Keeps the values of two widgets equal, by the kernel; the second starts with the value of the first.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const [coarse, exact] = [widgets.slider({ max: 10 }), widgets.number({ min: 0, max: 10 })];
 * const unlink = widgets.link(coarse, exact);
 * widgets.row([coarse, exact])
 * ```
 *
 * Returns a function that ends it. Throws where the value of one can't be that of the other.
 */
export function link<Value>(source: Control<Value>, target: Control<Value>): () => void {
  target.value = source.value;
  const ends = [
    source.onChange(({ value }) => (target.value = value)),
    target.onChange(({ value }) => (source.value = value)),
  ];
  return () => ends.forEach((end) => end());
}

/** What front ends link, kept for as long as its source is. */
const kept = new WeakMap<Model, Model[]>();

/**
 * Keeps the values of two widgets equal, in the browser alone: at once, also while a cell computes.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const [play, step] = [widgets.play({ max: 20 }), widgets.slider({ max: 20, value: 0 })];
 * widgets.jslink(play, step);
 * widgets.row([play, step])
 * ```
 *
 * Where there is no front end, this does what `link` does. Throws where one is no widget with a value.
 */
export function jslink(source: Control<number>, target: Control<number>): void {
  for (const widget of [source, target] as unknown[]) {
    if (!(widget instanceof Model)) fail('widgets.jslink', 'two widgets with values', widget);
  }
  const kind = { module: '@jupyter-widgets/controls', version: '2.0.0', model: 'LinkModel', view: null };
  const linked = new Model(kind, { source: [source, 'value'], target: [target, 'value'] });
  if (linked.open() === undefined) link(source, target);
  else kept.set(source, [...(kept.get(source) ?? []), linked]);
}
