/** What is only looked at: progress, a label, HTML. */
import { fail, finite } from '../assert';
import { words } from '../words';
import { Control, type ControlOptions } from './control';
import { bar, boxed } from './picture';
import { ipywidget } from './widget';

/** Options of {@link progress}. */
export interface ProgressOptions extends ControlOptions {
  /** How far it is at first. Default `min`. */
  value?: number;
  /** Where it starts. Default 0. */
  min?: number;
  /** Where it is full. Default 1. */
  max?: number;
}

/** Options of {@link label} and {@link html}. */
export interface ReadoutOptions extends ControlOptions {
  /** What it says at first. Default nothing. */
  value?: string;
}

/**
 * A bar that fills.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const epochs = widgets.progress({ description: 'epochs', max: 10 });
 * epochs.value = 3;
 * epochs
 * ```
 *
 * Throws where `min` is not below `max`, or the value is not between them.
 */
export function progress(options: ProgressOptions = {}): Control<number> {
  const who = 'widgets.progress';
  const { min = 0, max = 1 } = options;
  finite(who, { min });
  finite(who, { max });
  if (min >= max) fail(who, 'min to be below max', { min, max });
  return new Control(
    ipywidget('FloatProgress', 'ProgressView'),
    {
      name: words.widgets.progress,
      write: (value: number) => {
        finite(who, { value }, min, max);
        return value;
      },
      read: (raw) => raw as number,
      say: words.number,
      draw: (value) => bar((value - min) / (max - min)),
    },
    options,
    options.value ?? min,
    { min, max },
  );
}

/**
 * A line of text that code can change.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const loss = widgets.label({ value: 'loss: not yet known' });
 * loss.value = 'loss: 0.3';
 * loss
 * ```
 *
 * Throws where the value is no text.
 */
export function label(options: ReadoutOptions = {}): Control<string> {
  return make('widgets.label', 'Label', words.widgets.label, options, boxed);
}

/**
 * HTML that code can change.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const sum = widgets.html({ value: '<b>w</b> · <b>x</b> = 3' });
 * sum
 * ```
 *
 * Throws where the value is no text.
 */
export function html(options: ReadoutOptions = {}): Control<string> {
  return make('widgets.html', 'HTML', words.widgets.html, options, (value) => `<span>${value}</span>`);
}

function make(
  who: string,
  model: string,
  name: string,
  options: ReadoutOptions,
  draw: (value: string) => string,
): Control<string> {
  return new Control(
    ipywidget(model),
    {
      name,
      write: (value: string) => (typeof value === 'string' ? value : fail(who, 'value to be a text', value)),
      read: (raw) => raw as string,
      say: (value) => value,
      draw,
    },
    options,
    options.value ?? '',
    {},
  );
}
