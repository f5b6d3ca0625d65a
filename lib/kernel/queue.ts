/** Cells run one after the other, in the order they came, each to its end; after a failure those that wait may be dropped. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Cells } from './cells';
import { Comms } from './comms';
import { History } from './history';
import { log } from './log';
import type { Publish } from './wire';
import type { Request } from './request';
import { Questions } from './stdin';

export class Queue {
  readonly history = new History();
  readonly questions = new Questions();
  readonly comms = new Comms();
  /** The request whose cell runs. */
  private running: Request | undefined;
  private readonly waiting: Request[] = [];
  private working = false;

  constructor(private readonly cells: Cells) {}

  add(request: Request): void {
    this.waiting.push(request);
    if (!this.working) void this.work();
  }

  /** Ends the cell that runs or is about to, and what cells have started and not ended. */
  interrupt(): void {
    this.cells.stopped = this.working;
    this.cells.interrupt();
  }

  /** Says again that a cell runs, if one does. */
  sayBusy(): void {
    this.running?.publish('status', { execution_state: 'busy' });
  }

  private async work(): Promise<void> {
    this.working = true;
    await Promise.resolve(); // whoever hands a request over has done with it before the cell starts
    for (let request = this.waiting.shift(); request; request = this.waiting.shift()) {
      await this.run(request).catch((error: unknown) => log(`a cell is without an answer: ${String(error)}`));
    }
    this.working = false;
  }

  private async run(request: Request): Promise<void> {
    const { code, silent, store_history, stop_on_error } = request.content;
    const cell = { code: String(code), silent: silent === true, storeHistory: !silent && store_history !== false };
    let output: string | null = null;
    const publish: Publish = (type, body) => {
      if (type === 'execute_result') output = (body as { data: Record<string, string> }).data['text/plain'] ?? null;
      request.publish(type, body);
    };
    this.running = request;
    this.sayBusy();
    this.questions.belongTo(request);
    this.comms.belongTo(request);
    const { count, failure } = await this.cells.run(cell, publish, () => this.settled());
    if (cell.storeHistory) this.history.add(count, cell.code, output);
    const values = failure ? {} : await this.cells.values(request.content.user_expressions);
    this.cells.stopped = false;
    this.questions.belongTo(undefined);
    // Only what waits by now: a front end that has seen this cell fail may well send another.
    const dropped = failure && stop_on_error !== false ? this.waiting.splice(0) : [];
    request.reply(
      failure
        ? { status: 'error', execution_count: count, ...failure }
        : { status: 'ok', execution_count: count, user_expressions: values, payload: [] },
    );
    this.running = undefined;
    request.publish('status', { execution_state: 'idle' });
    for (const next of dropped) abort(next);
  }

  /**
   * Waits until all that had happened when the cell ended is known: rejections that nobody handles are reported, and
   * requests that came while it kept the process busy are read from the sockets.
   */
  private async settled(): Promise<void> {
    let known: number;
    do {
      known = this.waiting.length;
      await nextTurn(); // the turn in which the cell ended
      await nextTurn(); // a whole turn, in which the sockets were read
    } while (this.waiting.length > known);
  }
}

function abort(request: Request): void {
  request.publish('status', { execution_state: 'busy' });
  request.reply({ status: 'aborted' });
  request.publish('status', { execution_state: 'idle' });
}
