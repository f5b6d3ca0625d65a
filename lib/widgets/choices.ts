/** Choices: one of several options, from a list or among buttons. */
import { fail } from '../assert';
import { words } from '../words';
import { Control, type ControlOptions } from './control';
import { boxed } from './picture';
import { ipywidget } from './widget';

/** Options of {@link dropdown}, {@link radio} and {@link toggleButtons}. */
export interface ChoiceOptions<Value> extends ControlOptions {
  /** What there is to choose from: the values, or `{ label: value }`. */
  options: readonly Value[] | Readonly<Record<string, Value>>;
  /** The choice it starts with. Default the first. */
  value?: Value;
}

/**
 * A list that opens, to choose from.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const activation = widgets.dropdown({ description: 'activation', options: ['relu', 'tanh'] });
 * activation
 * ```
 *
 * Its value is one of `options`, which may have labels: `{ few: 10, many: 1000 }`. Throws where there are no options,
 * or the value is none of them.
 */
export function dropdown<const Value>(options: ChoiceOptions<Value>): Control<Value> {
  return make('widgets.dropdown', 'Dropdown', words.widgets.dropdown, options);
}

/**
 * Options below each other, one of them marked.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const gate = widgets.radio({ description: 'gate', options: ['and', 'or', 'xor'], value: 'or' });
 * gate
 * ```
 *
 * Its value is one of `options`. Throws where there are no options, or the value is none of them.
 */
export function radio<const Value>(options: ChoiceOptions<Value>): Control<Value> {
  return make('widgets.radio', 'RadioButtons', words.widgets.radio, options);
}

/**
 * Buttons beside each other, one of them down.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const samples = widgets.toggleButtons({ description: 'samples', options: { few: 10, many: 1000 } });
 * samples
 * ```
 *
 * Its value is one of `options`. Throws where there are no options, or the value is none of them.
 */
export function toggleButtons<const Value>(options: ChoiceOptions<Value>): Control<Value> {
  return make('widgets.toggleButtons', 'ToggleButtons', words.widgets.toggleButtons, options);
}

function make<Value>(who: string, model: string, name: string, options: ChoiceOptions<Value>): Control<Value> {
  const given: unknown = options?.options;
  if (typeof given !== 'object' || given === null) fail(who, "options such as ['relu', 'tanh']", given);
  const values = Array.isArray(given) ? (given as Value[]) : Object.values(given as Record<string, Value>);
  const labels = Array.isArray(given) ? values.map(String) : Object.keys(given);
  if (values.length === 0) fail(who, 'at least one option', given);
  const { value = values[0]! } = options;
  return new Control(
    ipywidget(model),
    {
      key: 'index',
      name,
      write: (choice: Value) => {
        const index = values.indexOf(choice);
        return index >= 0
          ? index
          : fail(who, `value to be one of ${labels.map((one) => `'${one}'`).join(', ')}`, choice);
      },
      read: (index) =>
        (index as number) in values ? values[index as number]! : fail(who, `an index below ${values.length}`, index),
      say: (choice) => labels[values.indexOf(choice)]!,
      draw: (choice) => boxed(labels[values.indexOf(choice)]!),
    },
    options,
    value,
    { _options_labels: labels, ...(model === 'RadioButtons' ? { orientation: 'vertical' } : {}) },
  );
}
