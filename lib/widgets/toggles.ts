/** Switches: what is on or off. */
import { fail } from '../assert';
import { words } from '../words';
import { Control, type ControlOptions } from './control';
import { boxed } from './picture';
import { ipywidget } from './widget';

/** Options of {@link toggle} and {@link checkbox}. */
export interface ToggleOptions extends ControlOptions {
  /** Whether it starts on. Default false. */
  value?: boolean;
}

/**
 * A button that stays down until it is pressed again.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const noisy = widgets.toggle({ description: 'noise', value: true });
 * noisy
 * ```
 *
 * Its value is true while it is down. Throws where the value is neither true nor false.
 */
export function toggle(options: ToggleOptions = {}): Control<boolean> {
  return make('widgets.toggle', 'ToggleButton', words.widgets.toggle, options, {});
}

/**
 * A box to tick.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const bias = widgets.checkbox({ description: 'with a bias' });
 * bias
 * ```
 *
 * Its value is true while it is ticked. Throws where the value is neither true nor false.
 */
export function checkbox(options: ToggleOptions = {}): Control<boolean> {
  return make('widgets.checkbox', 'Checkbox', words.widgets.checkbox, options, { indent: false });
}

function make(who: string, model: string, name: string, options: ToggleOptions, state: object): Control<boolean> {
  const { value = false, description = '' } = options;
  const say = (on: boolean) => (on ? words.widgets.on : words.widgets.off);
  return new Control(
    ipywidget(model),
    {
      name,
      write: (on: boolean) => (typeof on === 'boolean' ? on : fail(who, 'value to be true or false', on)),
      read: (raw) => raw as boolean,
      say,
      draw: (on) => boxed(on ? `☑ ${description}` : `☐ ${description}`),
      whole: true,
    },
    options,
    value,
    { ...state },
  );
}
