/** The only file that knows the kernel: it puts something under the running cell, and asks who runs it. */
import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';

/** By this method a value says its own forms; Jupyter's kernels for JavaScript share the name. */
const forms = Symbol.for('Jupyter.display');

/** One thing in several forms, keyed by MIME type; the front end draws the richest it knows. */
export interface MimeBundle {
  /** The form everyone can read. */
  'text/plain': string;
  [mimeType: string]: unknown;
}

/** What goes through a comm: JSON, and bytes that stand beside it. */
export interface CommMessage {
  data: Record<string, unknown>;
  buffers: Uint8Array[];
}

/** The kernel's end of a channel to the front ends. */
export interface Comm {
  readonly id: string;
  send(data: object, buffers?: readonly Uint8Array[]): void;
  onMessage(hear: (message: CommMessage) => unknown): void;
  onClose(hear: (message: CommMessage) => unknown): void;
  close(): void;
}

/** Where comms are opened, and those that a front end opens are taken. */
export interface Comms {
  open(target: string, opening: { data: object; metadata: object; buffers: readonly Uint8Array[] }): Comm;
  registerTarget(target: string, opened: (comm: Comm) => unknown): void;
  /** The newest cell: an object of its own for each run. */
  newestCell(): { metadata: { cellId?: unknown } } | undefined;
}

/** Takes what code prints and displays, as Jupyter's messages. */
export type Sink = (type: string, content: object) => void;

/** An error in the three parts that Jupyter tells it in. */
export interface Failure {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** Answers a question of the judge's; `exchange` asks the judge something in its turn, before that. */
export type Serve = (question: string, exchange: (said: string) => string) => string | Promise<string>;

/** What our kernel offers to the code that runs in it, at `globalThis[Symbol.for('neurona.kernel')]`. */
interface Kernel {
  /** Displays under the running cell; with an id, in a place of that name; `update` puts it in the place there is. */
  display(bundle: MimeBundle, id?: string, update?: boolean): void;
  /** Asks the person who runs the cell. */
  input(prompt: string, password: boolean): Promise<string>;
  /** Whether the newest cell that declares this name ended in an error. */
  isStale(name: string): boolean;
  /** Calls `tell` whenever somebody has stopped a cell. */
  onStop(tell: () => void): void;
  /** Where cells are graded: a process of its own comes to the verdict, and asks `serve` what it wants to know. */
  judge?: (id: string, serve: Serve) => void;
  comms: Comms;
  redirectOutput<Result>(sink: Sink, work: () => Result): Result;
  bound<Args extends unknown[], Result>(work: (...args: Args) => Result): (...args: Args) => Result;
  /** The forms of a value that a cell would show. */
  render(value: unknown): MimeBundle;
  describe(error: unknown): Failure;
}

/** What stock tslab offers: one MIME type a message. */
interface TslabDisplay {
  raw(mimeType: string, data: unknown): void;
}
interface Tslab {
  display: TslabDisplay;
  /** A place whose content each call replaces. */
  newDisplay(): TslabDisplay;
}

/** A place under a cell whose content can be replaced. */
export interface Place {
  show(bundle: MimeBundle): void;
  /** Says that nothing more comes. */
  end(): void;
}

/** Displays `bundle` under the cell that runs: whole in our kernel, its richest form in stock tslab, as text elsewhere. */
export function display(bundle: MimeBundle): void {
  const hook = kernel();
  if (hook) return hook.display(bundle);
  try {
    showRichest(stockTslab().display, bundle);
  } catch {
    console.log(bundle['text/plain']); // no notebook at all: a script, a test
  }
}

/** A new place under the cell that runs. In a script, where nothing can be replaced, the last content is printed. */
export function place(): Place {
  const hook = kernel();
  if (hook) {
    const id = randomUUID();
    let update = false;
    return {
      show(bundle) {
        hook.display(bundle, id, update);
        update = true;
      },
      end: () => undefined,
    };
  }
  try {
    const there = stockTslab().newDisplay();
    return { show: (bundle) => showRichest(there, bundle), end: () => undefined };
  } catch {
    let last = '';
    return { show: (bundle) => (last = bundle['text/plain']), end: () => console.log(last) };
  }
}

function showRichest(where: TslabDisplay, bundle: MimeBundle): void {
  const [richest = 'text/plain'] = Object.keys(bundle).filter((mimeType) => mimeType !== 'text/plain');
  where.raw(richest, bundle[richest]);
}

/** Asks the person who runs the cell; undefined where nobody can be asked: in stock tslab, in a script. */
export function ask(prompt: string, password: boolean): Promise<string> | undefined {
  return kernel()?.input(prompt, password);
}

/** Whether what a name stands for is out of date, since the newest cell that declares it ended in an error. */
export function isStale(name: string): boolean {
  return kernel()?.isStale(name) ?? false;
}

/** Calls `tell` whenever the person who runs the notebook has stopped a cell. */
export function onStop(tell: () => void): void {
  kernel()?.onStop(tell);
}

/** Leaves it to another process to judge, and says whether there is one: only where cells are graded. */
export function handOver(id: string, serve: () => Serve): boolean {
  const judge = kernel()?.judge;
  judge?.(id, serve());
  return judge !== undefined;
}

/** Channels to the front ends; undefined where there are none: in stock tslab, in a script. */
export function comms(): Comms | undefined {
  return kernel()?.comms;
}

/** Runs `work` with what it prints and displays, now and after it has awaited, going to `sink`, where that can be had. */
export function redirectOutput<Result>(sink: Sink, work: () => Result): Result {
  const hook = kernel();
  return hook ? hook.redirectOutput(sink, work) : work();
}

/** The same function; whenever it is called, what it sends is part of what is answered now. */
export function bound<Args extends unknown[], Result>(work: (...args: Args) => Result): (...args: Args) => Result {
  return kernel()?.bound(work) ?? work;
}

/** The forms in which a cell would show `value`. */
export function render(value: unknown): MimeBundle {
  const hook = kernel();
  if (hook) return hook.render(value);
  const text = typeof value === 'string' ? value : inspect(value);
  const own = (value as { [forms]?: () => object } | null)?.[forms];
  return { 'text/plain': text, ...(typeof own === 'function' ? own.call(value) : {}) };
}

/** An error as a cell would show it. */
export function describe(error: unknown): Failure {
  const hook = kernel();
  if (hook) return hook.describe(error);
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { ename: name, evalue: message, traceback: [stack ?? `${name}: ${message}`] };
}

function kernel(): Kernel | undefined {
  return (globalThis as Record<symbol, unknown>)[Symbol.for('neurona.kernel')] as Kernel | undefined;
}

/** Stock tslab, loaded only if the process runs it: `__tslab__` is what its executor leaves in the global scope. */
function stockTslab(): Tslab {
  if (!('__tslab__' in globalThis)) throw new Error('not in a notebook');
  return require('tslab') as Tslab;
}
