/** Draws what goes by: events along the years, figures one after the other. */
import * as figures from '../figures/index';
import type { Figure } from '../types';
import { figure } from './figure';

/**
 * Draws figures of one kind one after the other, such as a boundary epoch by epoch, with a slider and a play button;
 * axes and colours hold still.
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
 * show.animation(steps, { labels: ['epoch 1', 'epoch 2', 'epoch 3'] });
 * ```
 *
 * `all` are up to 200 figures with traces of the same types in the same order. It moves in static
 * pages too. Title and size are those of the first, if no others are given.
 * Throws where there is no figure, the figures differ in kind, or there are not as many labels.
 */
export function animation(all: readonly Figure[], options: figures.AnimationOptions = {}): void {
  figure(figures.animation(all, options));
}

/**
 * Draws events at their years, from the earliest on top to the latest; labels that would meet make room for each other.
 *
 * ```ts
 * import { show } from 'neurona';
 *
 * const events = [
 *   { year: 1943, label: 'McCulloch-Pitts neuron', text: 'Threshold logic in nervous activity' },
 *   { year: 1957, label: 'Perceptron', text: 'A neuron that learns its weights' },
 *   { year: 2017, label: 'Transformer' },
 * ];
 * show.timeline(events, { title: 'Three steps' });
 * ```
 *
 * `events` are up to 60, in any order. The figure is high enough for all of them.
 * Throws where there is none, a year is no finite number, or a label is empty or has more than 60 characters.
 * Source: lesson 01.
 */
export function timeline(events: readonly figures.TimelineEvent[], options: figures.TimelineOptions = {}): void {
  figure(figures.timeline(events, options));
}
