/** Where output goes: what a cell prints or displays becomes its messages; what comes after it ended, too. */
import { StringDecoder } from 'node:string_decoder';
import { stripVTControlCharacters } from 'node:util';
import { Allowance } from './allowance';
import { context, within } from './context';
import { onTslabDisplay } from './tslab';
import type { Publish } from './wire';

/** The newest cell; none before the first. */
let publish: Publish | undefined;

/** How much has been said, and may still be, by each cell and each callback's stead. */
const allowances = new WeakMap<Publish, Allowance>();

/** Makes `next` the cell that output belongs to, and gives the one before. */
export function sendOutputTo(next: Publish | undefined): Publish | undefined {
  flush();
  const previous = publish;
  publish = next;
  return previous;
}

/** Runs `work`; what it prints and displays, now and after it has awaited, goes to `sink`. */
export function redirectOutput<Result>(sink: Publish, work: () => Result): Result {
  try {
    return within({ output: sink }, work);
  } finally {
    flush();
  }
}

/** Tells of an error that is no cell's own on the newest cell's stderr, where colours have no place. */
export function reportStray(what: string, traceback: string[]): void {
  process.stderr.write(`${what}: ${stripVTControlCharacters(traceback.join('\n'))}\n`);
}

/** From now on the process's streams and `tslab.display` lead to the newest cell. */
export function captureOutput(): void {
  captureStream('stdout');
  captureStream('stderr');
  process.on('exit', flush); // a cell may end the process, and what it said is still to be heard
  onTslabDisplay((message, update) => show(update ? 'update_display_data' : 'display_data', message));
}

/** Sends what the newest cell shows, below what it has printed. */
export function show(type: string, message: object): void {
  const to = destination();
  if (to) say(to, type, message);
}

function destination(): Publish | undefined {
  return context().output ?? publish;
}

/** Sends a message, below what was printed before, as far as it is still allowed to. */
function say(to: Publish, type: string, message: object): void {
  if (type === 'clear_output') allowances.delete(to);
  const allowance = allowances.get(to) ?? new Allowance();
  allowances.set(to, allowance);
  const { content, notice } = allowance.cut(type, message);
  if (content || notice) flush();
  if (content) to(type, content);
  if (notice) to('stream', { name: 'stderr', text: notice });
}

function captureStream(name: 'stdout' | 'stderr'): void {
  const stream = process[name];
  const original = stream.write.bind(stream) as (...args: unknown[]) => boolean;
  const decoder = new StringDecoder('utf8');
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    const to = destination();
    if (!to) return original(chunk, ...rest);
    write(to, name, typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk)));
    const written = rest.at(-1);
    if (typeof written === 'function') process.nextTick(written);
    return true;
  };
}

/** Text that is not sent yet. */
let gathered: { to: Publish; name: string; text: string } | undefined;
let lastSent = 0;
let writesThisTurn = 0;

/**
 * Sends text at once, until a cell writes so often that front ends would drown in messages: the rest of this turn of
 * the event loop then goes in larger pieces.
 */
function write(to: Publish, name: string, text: string): void {
  if (writesThisTurn++ === 0) {
    setImmediate(() => {
      writesThisTurn = 0;
      flush();
    });
  }
  if (gathered?.name !== name || gathered.to !== to) {
    flush();
    gathered = { to, name, text: '' };
  }
  gathered.text += text;
  if (writesThisTurn <= 100 || gathered.text.length > 1e5 || Date.now() - lastSent > 50) flush();
}

function flush(): void {
  if (!gathered) return;
  const { to, ...text } = gathered;
  gathered = undefined; // before it is sent: an interrupt can stop a cell right here, and nothing is to be said twice
  lastSent = Date.now();
  say(to, 'stream', text);
}
