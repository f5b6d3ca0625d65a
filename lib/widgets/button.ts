/** A button: nothing but being pressed. */
import { fail } from '../assert';
import { words } from '../words';
import { newestOnly } from './newest';
import { boxed, line } from './picture';
import { ipywidget, Widget, type PlaceOptions } from './widget';

/** Options of {@link button}. */
export interface ButtonOptions extends PlaceOptions {
  /** What stands on it. Default nothing. */
  description?: string;
  /** What is said when the pointer rests on it. Default nothing. */
  tooltip?: string;
  /** How much it stands out. Default ''. */
  buttonStyle?: '' | 'primary' | 'success' | 'info' | 'warning' | 'danger';
  /** Whether it can't be pressed. Default false. */
  disabled?: boolean;
}

/**
 * A widget to press, which `button` makes.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const more = widgets.button({ description: 'More' });
 * more.onClick(() => (more.description = 'Even more'));
 * more.show();
 * ```
 */
export class Button extends Widget {
  private readonly listeners = new Set<(click: undefined) => unknown>();

  constructor({ description = '', tooltip, buttonStyle = '', disabled = false, layout }: ButtonOptions) {
    const told = tooltip === undefined ? {} : { tooltip };
    super(ipywidget('Button'), { layout }, { description, button_style: buttonStyle, disabled, ...told });
  }

  /** What stands on it. */
  get description(): string {
    return this.state.description as string;
  }

  set description(description: string) {
    this.update({ description });
  }

  /** Whether it can't be pressed. */
  get disabled(): boolean {
    return this.state.disabled === true;
  }

  set disabled(disabled: boolean) {
    this.update({ disabled });
  }

  /**
   * Calls `callback` each time it is pressed. While an asynchronous callback runs, presses count as one more. Returns a
   * function that ends this.
   */
  onClick(callback: () => unknown): () => void {
    if (typeof callback !== 'function') fail('onClick', 'a function', callback);
    const listener = newestOnly(() => callback());
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Does what a press does. */
  click(): Promise<unknown> {
    return Promise.all([...this.listeners].map((listener) => listener(undefined)));
  }

  override picture(): string {
    return line('', boxed(this.description));
  }

  override summary(): string {
    return words.widgets.named(words.widgets.button, this.description, '');
  }

  protected override custom(content: unknown): unknown {
    const { event } = (content ?? {}) as { event?: unknown };
    return event === 'click' ? this.click() : undefined;
  }
}

/**
 * A button to press.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const again = widgets.button({ description: 'Train again', buttonStyle: 'primary' });
 * again.onClick(() => console.log('training'));
 * again
 * ```
 *
 * Throws where a callback is no function.
 */
export function button(options: ButtonOptions = {}): Button {
  return new Button(options);
}
