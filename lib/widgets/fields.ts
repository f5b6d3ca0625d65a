/** Fields to type in: a line, several lines, a number. */
import { fail, finite } from '../assert';
import { words } from '../words';
import { Control, type ControlOptions } from './control';
import { boxed } from './picture';
import { ipywidget } from './widget';

/** Options of {@link text} and {@link textarea}. */
export interface TextOptions extends ControlOptions {
  /** What stands in it at first. Default nothing. */
  value?: string;
  /** What stands there, pale, while it is empty. Default nothing. */
  placeholder?: string;
  /** Whether the value follows each key, not only Enter or a click elsewhere. Default false. */
  continuousUpdate?: boolean;
}

/** Options of {@link number}. */
export interface NumberOptions extends ControlOptions {
  /** The number at first. Default 0, or the end that is next to it. */
  value?: number;
  /** The lowest number. Default none. */
  min?: number;
  /** The highest number. Default none. */
  max?: number;
  /** What the arrows add. Default 1. */
  step?: number;
}

/**
 * A line to type in.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const prompt = widgets.text({ description: 'prompt', value: 'Call me', placeholder: 'some words' });
 * prompt
 * ```
 *
 * Throws where the value is no text.
 */
export function text(options: TextOptions = {}): Control<string> {
  return make('widgets.text', 'Text', words.widgets.text, options);
}

/**
 * Several lines to type in.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const corpus = widgets.textarea({ description: 'corpus', layout: { height: '120px' } });
 * corpus
 * ```
 *
 * Throws where the value is no text.
 */
export function textarea(options: TextOptions = {}): Control<string> {
  return make('widgets.textarea', 'Textarea', words.widgets.textarea, options);
}

/**
 * A field for a number.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const epochs = widgets.number({ description: 'epochs', value: 10, min: 1 });
 * epochs
 * ```
 *
 * It takes fractions unless the value and the step are whole. Throws where the value is not finite, or beyond `min` or
 * `max`.
 */
export function number(options: NumberOptions = {}): Control<number> {
  const who = 'widgets.number';
  const { min = -Infinity, max = Infinity, step = 1 } = options;
  if (!(min < max)) fail(who, 'min to be below max', { min, max });
  const { value = Math.min(max, Math.max(min, 0)) } = options;
  const type = Number.isInteger(value) && Number.isInteger(step) ? 'Int' : 'Float';
  const bounded = Number.isFinite(min) || Number.isFinite(max);
  // JSON has no infinity; the ends of ipywidgets' models are numbers.
  const ends = { min: Math.max(min, -Number.MAX_SAFE_INTEGER), max: Math.min(max, Number.MAX_SAFE_INTEGER) };
  return new Control(
    ipywidget(bounded ? `Bounded${type}Text` : `${type}Text`, `${type}TextView`),
    {
      name: words.widgets.number,
      write: (next: number) => {
        finite(who, { value: next }, min, max);
        return next;
      },
      read: (raw) => raw as number,
      say: words.number,
      draw: (now) => boxed(words.number(now)),
    },
    options,
    value,
    { step, continuous_update: false, ...(bounded ? ends : {}) },
  );
}

function make(who: string, model: string, name: string, options: TextOptions): Control<string> {
  const { value = '', placeholder = '', continuousUpdate = false } = options;
  return new Control(
    ipywidget(model),
    {
      name,
      write: (next: string) => (typeof next === 'string' ? next : fail(who, 'value to be a text', next)),
      read: (raw) => raw as string,
      say: (now) => now,
      draw: boxed,
    },
    options,
    value,
    { placeholder, continuous_update: continuousUpdate },
  );
}
