/** The only file that knows the kernel: it puts something under the running cell, and asks who runs it. */

/** One thing in several forms, keyed by MIME type; the front end draws the richest it knows. */
export interface MimeBundle {
  /** The form everyone can read. */
  'text/plain': string;
  [mimeType: string]: unknown;
}

/** What our kernel offers to the code that runs in it, at `globalThis[Symbol.for('neurona.kernel')]`. */
interface Kernel {
  display(bundle: MimeBundle): void;
  /** Asks the person who runs the cell. */
  input(prompt: string, password: boolean): Promise<string>;
  /** Whether the newest cell that declares this name ended in an error. */
  isStale(name: string): boolean;
  /** Calls `tell` whenever somebody has stopped a cell. */
  onStop(tell: () => void): void;
}

/** What stock tslab offers: one MIME type a message. */
interface Tslab {
  display: { raw(mimeType: string, data: unknown): void };
}

/** Displays `bundle` under the cell that runs: whole in our kernel, its richest form in stock tslab, as text elsewhere. */
export function display(bundle: MimeBundle): void {
  const hook = kernel();
  if (hook) return hook.display(bundle);
  const [richest = 'text/plain'] = Object.keys(bundle).filter((mimeType) => mimeType !== 'text/plain');
  try {
    stockTslab().display.raw(richest, bundle[richest]);
  } catch {
    console.log(bundle['text/plain']); // no notebook at all: a script, a test
  }
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

function kernel(): Kernel | undefined {
  return (globalThis as Record<symbol, unknown>)[Symbol.for('neurona.kernel')] as Kernel | undefined;
}

/** Stock tslab, loaded only if the process runs it: `__tslab__` is what its executor leaves in the global scope. */
function stockTslab(): Tslab {
  if (!('__tslab__' in globalThis)) throw new Error('not in a notebook');
  return require('tslab') as Tslab;
}
