/** What has a value that a hand can change: the value in the code's terms, and whoever wants to hear of changes. */
import { words } from '../words';
import { Style, type WidgetLayout } from './layout';
import type { Kind } from './model';
import { newestOnly } from './newest';
import { line } from './picture';
import { Widget } from './widget';

/** Options that every control understands. */
export interface ControlOptions {
  /** What stands beside it. Default nothing. */
  description?: string;
  /** Whether it can't be used. Default false. */
  disabled?: boolean;
  /** Its place and size, in CSS. Default as wide as widgets are. */
  layout?: WidgetLayout;
}

/** A new value and the one before. */
export interface Change<Value> {
  value: Value;
  previous: Value;
}

/** How a value stands in the state of the model. */
export interface Codec<Value> {
  /** The name in the state. Default `value`. */
  key?: string;
  /** What is said of it in a word: `slider`. */
  name: string;
  /** The value in the state's terms; throws if it can't be one. */
  write(value: Value): unknown;
  /** The value that the state's stands for. */
  read(raw: unknown): Value;
  /** The value in words. */
  say(value: Value): string;
  /** How the value looks. */
  draw(value: Value): string;
  /** Whether the drawing has the description in it. Default false. */
  whole?: boolean;
}

/**
 * A widget with a value, such as a slider.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const epochs = widgets.slider({ description: 'epochs', min: 1, max: 20 });
 * const stop = epochs.onChange(({ value }) => console.log(value));
 * epochs.value = 12;
 * stop();
 * ```
 */
export class Control<Value> extends Widget {
  /** What stands beside it. */
  readonly description: string;
  private readonly style = new Style();
  private readonly listeners = new Set<(change: Change<Value>) => unknown>();

  constructor(
    kind: Kind,
    private readonly codec: Codec<Value>,
    { description = '', disabled = false, layout }: ControlOptions,
    value: Value,
    state: Record<string, unknown>,
  ) {
    super(kind, { layout }, { ...state, [codec.key ?? 'value']: codec.write(value) });
    Object.assign(this.state, { description, disabled, ...(description ? { style: this.style } : {}) });
    this.description = description;
  }

  /** What it is set to. Set it to move the widget on the page; throws if it can't be set to that. */
  get value(): Value {
    return this.codec.read(this.state[this.key]);
  }

  set value(value: Value) {
    const raw = this.codec.write(value);
    const previous = this.value;
    if (same(raw, this.state[this.key])) return;
    this.update({ [this.key]: raw });
    void this.tell(previous);
  }

  /** Whether it can't be used. */
  get disabled(): boolean {
    return this.state.disabled === true;
  }

  set disabled(disabled: boolean) {
    this.update({ disabled });
  }

  /**
   * Calls `callback` with each new value and the one before, whether a hand or code has set it. While an asynchronous
   * callback runs, only the newest value is kept for it. Returns a function that ends this.
   */
  onChange(callback: (change: Change<Value>) => unknown): () => void {
    let told: { value: Value } | undefined;
    const listener = newestOnly(({ value, previous }: Change<Value>) => {
      const change = { value, previous: told ? told.value : previous };
      told = { value };
      return callback(change);
    });
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Gives the description as much room as `characters` take, to line it up with others. */
  lineUp(characters: number): void {
    if (this.description) this.style.lineUp(characters);
  }

  override picture(): string {
    return line(this.codec.whole ? '' : this.description, this.codec.draw(this.value));
  }

  override summary(): string {
    return words.widgets.named(this.codec.name, this.description, this.codec.say(this.value));
  }

  protected override changed(changes: Record<string, unknown>): unknown {
    if (!(this.key in changes)) return super.changed(changes);
    const previous = this.value;
    const raw = this.codec.write(this.codec.read(changes[this.key])); // throws before anything is changed
    super.changed({ ...changes, [this.key]: raw });
    return this.tell(previous);
  }

  private get key(): string {
    return this.codec.key ?? 'value';
  }

  private tell(previous: Value): Promise<unknown> | undefined {
    const { value } = this;
    if (same(value, previous)) return undefined;
    const started = [...this.listeners].map((listener) => listener({ value, previous })).filter(Boolean);
    return started.length > 0 ? Promise.all(started) : undefined;
  }
}

function same(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || (Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b));
}
