/** Where output goes: what a cell prints or displays becomes its messages; what comes after it ended, too. */
import { StringDecoder } from 'node:string_decoder';
import { stripVTControlCharacters } from 'node:util';
import { Allowance } from './allowance';
import { onTslabDisplay } from './tslab';
import type { Extra } from './wire';

/** Sends a message to every front end, as part of one cell. */
export type Publish = (type: string, content: object, extra?: Extra) => void;

/** The newest cell; none before the first. */
let publish: Publish | undefined;
let allowance = new Allowance();

/** Makes `next` the cell that output belongs to, and gives the one before. */
export function sendOutputTo(next: Publish | undefined): Publish | undefined {
  flush();
  const previous = publish;
  publish = next;
  allowance = new Allowance();
  return previous;
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
  if (type === 'clear_output') allowance = new Allowance();
  const { content, notice } = allowance.cut(type, message);
  if (content || notice) flush();
  if (content) publish?.(type, content);
  if (notice) publish?.('stream', { name: 'stderr', text: notice });
}

function captureStream(name: 'stdout' | 'stderr'): void {
  const stream = process[name];
  const original = stream.write.bind(stream) as (...args: unknown[]) => boolean;
  const decoder = new StringDecoder('utf8');
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    if (!publish) return original(chunk, ...rest);
    write(name, typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk)));
    const written = rest.at(-1);
    if (typeof written === 'function') process.nextTick(written);
    return true;
  };
}

/** Text that is not sent yet. */
let gathered: { name: string; text: string } | undefined;
let lastSent = 0;
let writesThisTurn = 0;

/**
 * Sends text at once, until a cell writes so often that front ends would drown in messages and ZeroMQ drop them: the
 * rest of this turn of the event loop then goes in larger pieces.
 */
function write(name: string, text: string): void {
  if (writesThisTurn++ === 0) {
    setImmediate(() => {
      writesThisTurn = 0;
      flush();
    });
  }
  if (gathered?.name !== name) {
    flush();
    gathered = { name, text: '' };
  }
  gathered.text += text;
  if (writesThisTurn <= 100 || gathered.text.length > 1e5 || Date.now() - lastSent > 50) flush();
}

function flush(): void {
  if (!gathered) return;
  const text = gathered;
  gathered = undefined; // before it is sent: an interrupt can stop a cell right here, and nothing is to be said twice
  lastSent = Date.now();
  show('stream', text);
}
