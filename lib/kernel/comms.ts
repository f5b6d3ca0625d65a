/** Comms: named channels between the code of cells and a front end, beside the cells' queue; the kernel knows nothing of their use. */
import { randomUUID } from 'node:crypto';
import { Interrupted } from './awaits';
import { bound, context, within } from './context';
import { log } from './log';
import { redirectOutput } from './output';
import type { Publish } from './wire';
import type { Request } from './request';

/** What comes or goes through a comm: JSON, and bytes that stand beside it. */
export interface CommMessage {
  data: Record<string, unknown>;
  buffers: Uint8Array[];
}

/** What a comm is opened with. */
export interface Opening {
  data?: object;
  metadata?: object;
  buffers?: readonly Uint8Array[];
}

type Hear = (message: CommMessage) => unknown;

/** One end of a channel; after `close`, by either end, it says nothing and hears nothing. */
export interface Comm {
  readonly id: string;
  readonly target: string;
  send(data: object, buffers?: readonly Uint8Array[]): void;
  onMessage(hear: Hear): void;
  onClose(hear: Hear): void;
  close(data?: object): void;
}

/** A comm, and what only its registry may know of it. */
interface Entry {
  comm: Comm;
  /** The output of the cell that opened it: what its callbacks print belongs there. */
  output: Publish | undefined;
  hear?: Hear;
  closed?: Hear;
}

export class Comms {
  private readonly channels = new Map<string, Entry>();
  private readonly targets = new Map<string, (comm: Comm, message: CommMessage) => unknown>();
  private cell: Request | undefined;
  private report: (error: unknown) => void = (error) => log(String(error));

  /** From now on comms are opened by this cell. */
  belongTo(cell: Request): void {
    this.cell = cell;
  }

  /** Hears of errors in callbacks. */
  listen(report: (error: unknown) => void): void {
    this.report = report;
  }

  /** The newest cell: an object of its own for each run, with the id that the notebook gives it, if it does. */
  newestCell(): { metadata: { cellId?: unknown } } | undefined {
    return this.cell;
  }

  /** Opens a comm to whatever answers to `target` in the front ends. */
  open(target: string, { data = {}, metadata = {}, buffers = [] }: Opening = {}): Comm {
    const comm = this.add(randomUUID().replaceAll('-', ''), target);
    this.publish('comm_open', { comm_id: comm.id, target_name: target, data }, { metadata, buffers });
    return comm;
  }

  /** Calls `opened` for each comm that a front end opens to `target`. */
  registerTarget(target: string, opened: (comm: Comm, message: CommMessage) => unknown): void {
    this.targets.set(target, opened);
  }

  /** The open comms, or those to one target. */
  list(target: unknown): Record<string, { target_name: string }> {
    const found = [...this.channels.values()].filter(({ comm }) => !target || comm.target === target);
    return Object.fromEntries(found.map(({ comm }) => [comm.id, { target_name: comm.target }]));
  }

  /** Answers a message of a comm; false if it is none. */
  handle(request: Request): boolean {
    const { type, content, buffers } = request;
    if (type !== 'comm_open' && type !== 'comm_msg' && type !== 'comm_close') return false;
    const id = content.comm_id;
    const message = { data: isObject(content.data) ? content.data : {}, buffers };
    if (typeof id !== 'string' || id === '') log(`dropped a ${type}: expected a comm_id, got ${String(id)}`);
    else if (type === 'comm_open') this.opened(id, String(content.target_name), message, request);
    else this.heard(id, type, message, request);
    return true;
  }

  private opened(id: string, target: string, message: CommMessage, { publish }: Request): void {
    const opened = this.targets.get(target);
    if (!opened || this.channels.has(id)) {
      log(opened ? `refused a second comm ${id}` : `refused a comm to '${target}': nothing here answers to that`);
      if (!opened) publish('comm_close', { comm_id: id, data: {} });
      return;
    }
    const comm = this.add(id, target);
    this.call(this.cell?.publish, publish, () => opened(comm, message));
  }

  private heard(id: string, type: 'comm_msg' | 'comm_close', message: CommMessage, { publish }: Request): void {
    const entry = this.channels.get(id);
    if (!entry) return log(`dropped a ${type}: no comm ${id} is open`);
    if (type === 'comm_close') this.channels.delete(id);
    this.call(entry.output, publish, () => (type === 'comm_msg' ? entry.hear : entry.closed)?.(message));
  }

  /** Runs a callback; its error is told, now or after it has awaited, and is the end of nothing else. */
  private call(output: Publish | undefined, answers: Publish, callback: () => unknown): void {
    const guarded = (): void => {
      try {
        const result = callback();
        if (result instanceof Promise) result.catch(bound((error: unknown) => this.tell(error)));
      } catch (error) {
        this.tell(error);
      }
    };
    within({ answers }, () => redirectOutput(output ?? (() => undefined), guarded));
  }

  private tell(error: unknown): void {
    if (!(error instanceof Interrupted)) this.report(error); // whoever stopped it knows
  }

  private add(id: string, target: string): Comm {
    const comm: Comm = {
      id,
      target,
      send: (data, buffers = []) => {
        if (this.channels.has(id)) this.publish('comm_msg', { comm_id: id, data }, { buffers });
      },
      onMessage: (hear) => (entry.hear = hear),
      onClose: (hear) => (entry.closed = hear),
      close: (data = {}) => {
        if (this.channels.delete(id)) this.publish('comm_close', { comm_id: id, data });
      },
    };
    const entry: Entry = { comm, output: this.cell?.publish };
    this.channels.set(id, entry);
    return comm;
  }

  private publish(...message: Parameters<Publish>): void {
    (context().answers ?? this.cell?.publish)?.(...message);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
