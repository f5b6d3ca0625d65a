/** An output area: what code prints and displays stands in it, not under a cell. */
import { bound, describe, redirectOutput, render, type MimeBundle } from '../display';
import { escapeHtml } from '../html';
import { words } from '../words';
import { isPromise } from './newest';
import { together } from './picture';
import { Widget, type PlaceOptions } from './widget';

/** One output as notebooks keep it. */
type Kept =
  | { output_type: 'stream'; name: string; text: string }
  | { output_type: 'display_data'; data: object; metadata: object }
  | { output_type: 'error'; ename: string; evalue: string; traceback: string[] };

/** What Jupyter's messages of output carry, each its own part of it. */
interface Message {
  name?: string;
  text?: string;
  data?: object;
  metadata?: object;
  transient?: { display_id?: string };
  wait?: boolean;
}

/** Longer outputs would make each change slow, since all of it travels with each. */
const mostText = 200_000;

/**
 * A widget in which outputs stand, which `output` makes.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const area = widgets.output();
 * area.capture(() => console.log('in the area'));
 * area.clear({ wait: true });
 * area.append([1, 2, 3]);
 * area.show();
 * ```
 */
export class Output extends Widget {
  private kept: Kept[] = [];
  /** The outputs that can be replaced by their display id. */
  private readonly named = new Map<string, Kept>();
  /** Whether the next output replaces all that stands there. */
  private clearing = false;
  private sending = false;
  /** Each run takes the place of the one before: what an earlier one still prints is no longer wanted. */
  private run = 0;

  constructor({ layout }: PlaceOptions = {}) {
    const kind = { module: '@jupyter-widgets/output', version: '1.0.0', model: 'OutputModel' };
    super(kind, { layout }, { outputs: [], msg_id: '' });
  }

  /** Empties it; with `wait`, not before there is something to stand there instead, so that the page keeps its place. */
  clear({ wait = false }: { wait?: boolean } = {}): void {
    if (wait) {
      this.clearing = true;
      return;
    }
    this.empty();
    this.changedOutputs();
  }

  /** Displays a value in it, as a cell would. */
  append(value: unknown): void {
    this.add({ output_type: 'display_data', data: render(value), metadata: {} });
  }

  /**
   * Runs `work`; what it prints and displays, now and after it has awaited, stands here. Returns what `work` returns,
   * and throws what it throws.
   */
  capture<Result>(work: () => Result): Result {
    return redirectOutput((type, content) => this.take(type, content as Message), work);
  }

  /**
   * Puts what `work` prints, displays and returns in the place of all that stands here; an error stands here as well.
   * Returns the error, or a promise of it where `work` is asynchronous; undefined where there is none.
   */
  replace(work: () => unknown): { error: unknown } | undefined | Promise<{ error: unknown } | undefined> {
    const run = ++this.run;
    this.clear({ wait: true });
    const end = bound((ended: { value?: unknown; error?: unknown }): { error: unknown } | undefined => {
      if ('error' in ended) this.add({ output_type: 'error', ...describe(ended.error) });
      else if (ended.value !== undefined) this.append(ended.value);
      if (this.clearing) this.clear(); // nothing came
      this.send();
      return 'error' in ended ? { error: ended.error } : undefined;
    });
    const sink = (type: string, content: object) => {
      if (run === this.run) this.take(type, content);
    };
    try {
      const value = redirectOutput(sink, work);
      if (!isPromise(value)) return end({ value });
      return Promise.resolve(value).then(
        (value) => end({ value }),
        (error: unknown) => end({ error }),
      );
    } catch (error) {
      return end({ error });
    }
  }

  override picture(): string {
    return together(this.kept.map(still), 'column');
  }

  override summary(): string {
    const said = this.kept.map(plain).join('').trim();
    return words.widgets.named(words.widgets.output, '', said || words.widgets.nothing);
  }

  /** Takes one of Jupyter's messages of output. */
  private take(type: string, { name = 'stdout', text = '', data = {}, metadata = {}, transient, wait }: Message): void {
    if (type === 'clear_output') return this.clear({ wait });
    if (type === 'stream') return this.add({ output_type: 'stream', name, text });
    const output: Kept = { output_type: 'display_data', data, metadata };
    const id = transient?.display_id;
    const shown = id === undefined ? undefined : this.named.get(id);
    if (type === 'update_display_data') {
      if (shown) this.changedOutputs(Object.assign(shown, output));
    } else if (type === 'display_data') {
      if (id !== undefined) this.named.set(id, output);
      this.add(output);
    }
  }

  private add(output: Kept): void {
    if (this.clearing) this.empty();
    const last = this.kept.at(-1);
    if (output.output_type === 'stream' && last?.output_type === 'stream' && last.name === output.name) {
      last.text = (last.text + output.text).slice(-mostText);
    } else {
      this.kept.push(output);
    }
    this.changedOutputs();
  }

  private empty(): void {
    this.clearing = false;
    this.kept = [];
    this.named.clear();
  }

  /** Many outputs in one turn of the event loop make one change on the page. */
  private changedOutputs(_changed?: Kept): void {
    if (this.sending) return;
    this.sending = true;
    setImmediate(bound(() => this.send()));
  }

  private send(): void {
    this.sending = false;
    this.update({ outputs: this.kept.map((output) => ({ ...output })) });
  }
}

/**
 * An output area, empty at first.
 *
 * ```ts
 * import { widgets } from 'neurona';
 *
 * const log = widgets.output({ layout: { maxHeight: '200px', overflow: 'auto' } });
 * log.capture(() => console.log('This stands in the area.'));
 * log
 * ```
 *
 * `capture` runs code whose output belongs there, `append` displays a value there, `clear` empties it. Throws where a
 * layout is none of CSS's.
 */
export function output(options: PlaceOptions = {}): Output {
  return new Output(options);
}

function still(output: Kept): string {
  const html = output.output_type === 'display_data' ? (output.data as MimeBundle)['text/html'] : undefined;
  return typeof html === 'string' ? html : `<pre>${escapeHtml(plain(output))}</pre>`;
}

function plain(output: Kept): string {
  if (output.output_type === 'stream') return output.text;
  if (output.output_type === 'error') return `${output.ename}: ${output.evalue}\n`;
  const { 'text/plain': text } = output.data as MimeBundle;
  return `${text}\n`;
}
