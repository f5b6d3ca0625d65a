/** Runs one cell: from its code to its result or its error. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Interrupted, stopAwaits } from './awaits';
import { Compiler } from './compiler';
import { describe } from './errors/describe';
import type { Failure } from './errors/failure';
import { reportStray, sendOutputTo, show } from './output';
import type { Publish } from './wire';
import { Rejections } from './rejections';
import { render } from './render';
import { Sources } from './sources';
import { StaleNames } from './stale';
import { createExecutor, type Converter, type Executor } from './tslab';
import type { Turn } from './turn';

/** What a front end may ask for with a cell. */
export interface CellRequest {
  code: string;
  /** Whether to say nothing on the way. */
  silent: boolean;
  /** Whether the cell gets a number of its own. */
  storeHistory: boolean;
}

/** How a cell ended; `count` is its number, or that of the last cell if it gets none. */
export interface Outcome {
  count: number;
  failure?: Failure;
}

export class Cells {
  /** Names whose newest declaration did not come about. */
  readonly stale = new StaleNames();
  readonly sources = new Sources();
  readonly compiler: Compiler;
  readonly executor: Executor;
  readonly rejections = new Rejections();
  /** What the executor tells of the running cell; a key that is there counts, even if its value is undefined. */
  private ended: { value?: unknown; error?: unknown } = {};
  private count = 0;
  /** Whether the cell that runs, or is about to, was stopped: then nothing of it is to start any more. */
  stopped = false;
  /** What the cell waits for when its code has ended: a judge may still ask about it. */
  judged = Promise.resolve();
  /** Ends the waiting for the code that runs; none while no code runs. */
  private giveUp: (() => void) | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly turn: Turn,
    converter?: Converter,
  ) {
    this.compiler = new Compiler(this.stale, turn, converter);
    this.executor = createExecutor(process.cwd(), this.compiler, {
      log: (value: unknown) => (this.ended.value = value),
      error: (error: unknown) => (this.ended.error = error),
    });
  }

  /** Ends what runs, be it the cell's code or something that it started. */
  interrupt(): void {
    stopAwaits();
    this.executor.interrupt();
    for (const tell of this.listeners) tell();
    this.giveUp?.();
  }

  /** Calls `tell` whenever somebody has stopped a cell. */
  onStop(tell: () => void): void {
    this.listeners.add(tell);
  }

  /** Runs the cell; what it still prints until `settled` counts as its own. */
  async run(request: CellRequest, publish: Publish, settled: () => Promise<void>): Promise<Outcome> {
    if (request.storeHistory) this.count += 1;
    const count = this.count;
    const send: Publish = request.silent ? () => undefined : publish;
    send('execute_input', { code: request.code, execution_count: count });
    const previous = sendOutputTo(send);
    this.rejections.open();
    let failure = await this.untilStopped(() => this.evaluate(request.code)).catch((error) => this.describe(error));
    this.stale.note(request.code, failure !== undefined);
    this.sources.note(request.code, failure !== undefined);
    await settled();
    if (this.stopped) failure ??= this.describe(new Interrupted());
    failure = this.rejected(failure);
    sendOutputTo(request.silent ? previous : send);
    if (failure) send('error', failure);
    return { count, failure };
  }

  /** What expressions amount to after a cell, each in its forms or with its error; none of them is a cell of its own. */
  async values(expressions: unknown): Promise<Record<string, object>> {
    const values: Record<string, object> = {};
    for (const [name, code] of Object.entries(expressions ?? {})) values[name] = await this.value(String(code));
    return values;
  }

  private async value(expression: string): Promise<object> {
    const ended: typeof this.ended = (this.ended = {});
    return this.untilStopped(async () => {
      await this.executor.execute(`[(${expression}\n)]`); // an array, since tslab tells nothing of null and undefined
      if ('error' in ended) throw ended.error;
      return { status: 'ok', data: render((ended.value as unknown[])[0]), metadata: {} };
    }).catch((error) => ({ status: 'error', ...this.describe(error) }));
  }

  /** Waits for the user's code or for Stop, whichever comes first: code that is cut off never comes to an end. */
  private async untilStopped<T>(code: () => Promise<T>): Promise<T> {
    if (this.stopped) throw new Interrupted();
    const stopped = new Promise<never>((_, reject) => (this.giveUp = () => reject(new Interrupted())));
    // In a turn of its own: code that is cut off takes with it all that called it, and all that waits in this turn.
    const ended = nextTurn()
      .then(code)
      .finally(() => this.turn.kernels(() => undefined));
    try {
      return await Promise.race([ended, stopped]);
    } finally {
      this.giveUp = undefined;
    }
  }

  private describe(error: unknown): Failure {
    return this.turn.kernels(() => describe(error, this.compiler));
  }

  /** The cell's own error, or else its first rejection that nobody has handled; what else was rejected is told below. */
  private rejected(own: Failure | undefined): Failure | undefined {
    const [failure, ...others] = [
      ...(own ? [own] : []),
      ...this.rejections.close().map((reason) => this.describe(reason)),
    ];
    for (const { traceback } of others) reportStray('Unhandled promise rejection', traceback);
    return failure;
  }

  private async evaluate(code: string): Promise<Failure | undefined> {
    const ended: typeof this.ended = (this.ended = {});
    this.compiler.count = this.count;
    this.judged = Promise.resolve();
    await this.executor.execute(code);
    if ('error' in ended) return this.describe(ended.error);
    await this.judged;
    if ('value' in ended) {
      show('execute_result', { execution_count: this.count, data: render(ended.value), metadata: {} });
    }
    return undefined;
  }
}
