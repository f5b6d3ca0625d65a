/** A kernel's offer without a kernel: keeps what widgets say to front ends, and speaks as one. */
import type { Comm, CommMessage, Comms, MimeBundle, Sink } from '../../../lib/display';
import { AsyncLocalStorage } from 'node:async_hooks';

interface Sent {
  id: string;
  type: 'open' | 'message' | 'close';
  data: Record<string, unknown>;
  buffers: readonly Uint8Array[];
}

const offer = Symbol.for('neurona.kernel');
const sinks = new AsyncLocalStorage<Sink>();

export class FrontEnd {
  readonly sent: Sent[] = [];
  readonly displayed: MimeBundle[] = [];
  /** The cell that runs. */
  cell: { metadata: { cellId?: string } } = { metadata: {} };
  /** Whether a person runs the cells. */
  attended = true;
  /** Names whose newest cell ended in an error, and the newest sound cells by the names they declare. */
  readonly stale = new Set<string>();
  readonly sources = new Map<string, string>();
  private readonly hear = new Map<string, (message: CommMessage) => unknown>();
  private readonly targets = new Map<string, (comm: Comm) => unknown>();

  /** From now on widgets find this front end. */
  start(): this {
    const comms: Comms = {
      open: (_target, { data, buffers }) => {
        const comm = this.comm(`c${this.sent.length}`);
        this.sent.push({ id: comm.id, type: 'open', data: clone(data), buffers });
        return comm;
      },
      registerTarget: (target, opened) => this.targets.set(target, opened),
      newestCell: () => this.cell,
    };
    (globalThis as Record<symbol, unknown>)[offer] = {
      comms,
      display: (bundle: MimeBundle) => {
        const sink = sinks.getStore();
        if (sink) sink('display_data', { data: bundle });
        else this.displayed.push(bundle);
      },
      isAttended: () => this.attended,
      isStale: (name: string) => this.stale.has(name),
      sourceOf: (name: string) => this.sources.get(name),
      bound: <Work>(work: Work) => work,
      redirectOutput: <Result>(sink: Sink, work: () => Result) => sinks.run(sink, work),
      render: (value: unknown) => ({ 'text/plain': String(value) }),
      describe: ({ name, message }: Error) => ({ ename: name, evalue: message, traceback: [`${name}: ${message}`] }),
    };
    return this;
  }

  stop(): void {
    delete (globalThis as Record<symbol, unknown>)[offer];
  }

  /** The id of the model that was opened with this in its state. */
  find(state: Record<string, unknown>): string {
    const fits = ({ type, data }: Sent) =>
      type === 'open' && Object.entries(state).every(([key, value]) => this.part(data)[key] === value);
    const found = this.sent.filter(fits).at(-1);
    if (!found) throw new Error(`no model with ${JSON.stringify(state)}`);
    return found.id;
  }

  /** The state as the front end knows it. */
  state(id: string): Record<string, unknown> {
    const parts = this.sent.filter((one) => one.id === id).map(({ data }) => this.part(data));
    return Object.assign({}, ...parts) as Record<string, unknown>;
  }

  /** What was said through one comm since it was opened, by method. */
  updates(id: string): Record<string, unknown>[] {
    return this.sent
      .filter((one) => one.id === id && one.type === 'message' && one.data.method === 'update')
      .map(({ data }) => this.part(data));
  }

  /** Prints, as a cell's code would. */
  print(text: string): void {
    sinks.getStore()?.('stream', { name: 'stdout', text });
  }

  clear(): void {
    sinks.getStore()?.('clear_output', { wait: false });
  }

  /** Does what a hand on the page does. */
  async set(id: string, state: Record<string, unknown>, paths: unknown[] = [], buffers: Uint8Array[] = []) {
    await this.say(id, { method: 'update', state, buffer_paths: paths }, buffers);
  }

  async say(id: string, data: Record<string, unknown>, buffers: Uint8Array[] = []): Promise<void> {
    await this.hear.get(id)!({ data, buffers });
  }

  /** Opens a comm to the kernel. */
  openTo(target: string): string {
    const comm = this.comm('theirs');
    this.targets.get(target)!(comm);
    return comm.id;
  }

  private part(data: Record<string, unknown>): Record<string, unknown> {
    return (data.state ?? {}) as Record<string, unknown>;
  }

  private comm(id: string): Comm {
    return {
      id,
      send: (data, buffers = []) => this.sent.push({ id, type: 'message', data: clone(data), buffers }),
      onMessage: (hear) => this.hear.set(id, hear),
      onClose: () => undefined,
      close: () => this.sent.push({ id, type: 'close', data: {}, buffers: [] }),
    };
  }
}

/** As JSON would carry it. */
function clone(data: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
}
