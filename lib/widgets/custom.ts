/** Widgets with a front end of their own, by anywidget's convention: a module of JavaScript and a state that both ends share. */
import { fail } from '../assert';
import { words } from '../words';
import type { Change } from './control';
import { newestOnly } from './newest';
import { boxed, line } from './picture';
import { Widget, type PlaceOptions } from './widget';

/** Options of {@link custom}. */
export interface CustomOptions<State extends object> extends PlaceOptions {
  /** An ES module; its default export has `render({ model, el })`, as anywidget's documentation says. */
  esm: string;
  /** Its style sheet. Default none. */
  css?: string;
  /** What both ends share: JSON, and typed arrays, which travel as bytes and arrive in JavaScript as a DataView. */
  state: State;
  /** What it is, in a few words, for pages where it can't be drawn. Default 'custom widget'. */
  description?: string;
}

type Name<State> = keyof State & string;

/**
 * A widget whose front end is JavaScript of one's own, which `custom` makes.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const esm = 'export default { render({ model, el }) { el.textContent = model.get("word"); } };';
 * const word = widgets.custom({ esm, state: { word: 'hello' } });
 * word.set('word', 'goodbye');
 * word.get('word')
 * ```
 */
export class Custom<State extends object> extends Widget {
  private readonly listeners = new Map<string, Set<(change: Change<unknown>) => unknown>>();
  private readonly hearers = new Set<(content: unknown, buffers: Uint8Array[]) => unknown>();
  private readonly names: ReadonlySet<string>;
  private readonly description: string;

  constructor({ esm, css = '', state, description = words.widgets.custom, layout }: CustomOptions<State>) {
    const who = 'widgets.custom';
    if (typeof esm !== 'string' || !/\bexport\b/.test(esm)) fail(who, 'esm to be a module with a default export', esm);
    if (typeof state !== 'object' || state === null) fail(who, 'state to be an object', state);
    const reserved = Object.keys(state).find((name) => name.startsWith('_') || name === 'layout');
    if (reserved !== undefined)
      fail(who, "names in the state other than 'layout' and those with '_' in front", reserved);
    const kind = { module: 'anywidget', version: '~0.11.*', model: 'AnyModel' };
    super(kind, { layout }, { ...state, _esm: esm, _css: css, _anywidget_id: 'neurona.custom' });
    this.names = new Set(Object.keys(state));
    this.description = description;
  }

  /** One part of the state. */
  get<Key extends Name<State>>(name: Key): State[Key] {
    this.known(name);
    return this.state[name] as State[Key];
  }

  /** Changes one part of the state, here and in the front ends; an array that was changed in place is set again. */
  set<Key extends Name<State>>(name: Key, value: State[Key]): void {
    this.known(name);
    const previous = this.state[name];
    if (Object.is(value, previous) && (typeof value !== 'object' || value === null)) return;
    this.update({ [name]: value });
    void this.tell(name, previous);
  }

  /** Calls `callback` when that part of the state has changed, at either end. Returns a function that ends this. */
  onChange<Key extends Name<State>>(name: Key, callback: (change: Change<State[Key]>) => unknown): () => void {
    this.known(name);
    const listener = newestOnly(callback as (change: Change<unknown>) => unknown);
    const listeners = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  /** Sends a message to the front ends; in JavaScript, `model.on('msg:custom', (content, buffers) => …)` hears it. */
  send(content: unknown, buffers: readonly Uint8Array[] = []): void {
    this.sendCustom(content, buffers);
  }

  /** Calls `callback` with what JavaScript sends by `model.send(content, undefined, buffers)`. Returns a function that ends this. */
  onMessage(callback: (content: unknown, buffers: Uint8Array[]) => unknown): () => void {
    this.hearers.add(callback);
    return () => void this.hearers.delete(callback);
  }

  override picture(): string {
    return line('', boxed(this.description));
  }

  override summary(): string {
    return this.description;
  }

  protected override changed(changes: Record<string, unknown>): unknown {
    const previous = { ...this.state };
    const known = Object.entries(changes).filter(([name]) => this.names.has(name));
    super.changed(Object.fromEntries(known));
    return Promise.all(known.map(([name]) => this.tell(name, previous[name])));
  }

  protected override custom(content: unknown, buffers: Uint8Array[]): unknown {
    return Promise.all([...this.hearers].map((hear) => hear(content, buffers)));
  }

  private tell(name: string, previous: unknown): Promise<unknown> {
    const change = { value: this.state[name], previous };
    return Promise.all([...(this.listeners.get(name) ?? [])].map((listener) => listener(change)));
  }

  private known(name: string): void {
    if (!this.names.has(name)) fail('widgets.custom', `a name in the state (${[...this.names].join(', ')})`, name);
  }
}

/**
 * A widget with a front end of one's own, in JavaScript.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const counter = widgets.custom({
 *   esm: `export default {
 *     render({ model, el }) {
 *       const button = document.createElement('button');
 *       const write = () => (button.textContent = 'pressed ' + model.get('count') + ' times');
 *       button.onclick = () => { model.set('count', model.get('count') + 1); model.save_changes(); };
 *       model.on('change:count', write);
 *       write();
 *       el.append(button);
 *     }
 *   };`,
 *   state: { count: 0 },
 * });
 * counter.onChange('count', ({ value }) => console.log(value));
 * counter
 * ```
 *
 * Bytes from JavaScript come as the typed array that was there before. Throws where `esm` exports nothing, or a name in
 * the state is one that widgets need themselves.
 */
export function custom<State extends object>(options: CustomOptions<State>): Custom<State> {
  return new Custom(options);
}
