/** Stands between the front ends and the engine, is never busy itself, and so can stop a cell or tell of a crash. */
import { log } from '../log';
import { convert, distant, judge, judged, stop } from '../pipe';
import { decode, encode, peek, seal, verify, type Message } from '../wire';
import { ConverterClient } from './converter';
import { describeEnd } from './end';
import { OnlyFirst } from './graded';
import { Grading } from './grading';
import { EngineProcess, type End } from './process';
import { kernelInfo } from './info';
import type { Sockets } from './sockets';

type Answer = (content: Message['content']) => object;
type Name = 'shell' | 'control' | 'stdin';

/** What the front may have others do. */
export interface FrontOptions {
  /** The path of a module that judges: then cells are graded. */
  judge?: string | undefined;
  /** The socket of a converter server: then cells are compiled there. */
  converter?: string | undefined;
}

/** How long Stop may take until a word is said about it, in milliseconds. */
const patience = 1500;

export class Front {
  private readonly engine: EngineProcess;
  /** Where cells are graded: what they say of themselves is not believed. */
  private readonly grading: Grading | undefined;
  private readonly converter: ConverterClient | undefined;
  private readonly peers = new OnlyFirst();
  /** Requests to run a cell that have no answer yet, by their id; the first is the one that runs. */
  private readonly cells = new Map<string, Message>();
  /** Whether the engine was asked to end. */
  private ending = false;
  /** What is answered here, and at once: for the rest it takes the engine, which may be busy, or not ready yet. */
  private readonly answers = new Map<string, Answer>([
    ['kernel_info_request', kernelInfo],
    ['interrupt_request', () => this.interrupt()],
    ['shutdown_request', ({ restart }) => this.shutDown(restart === true)],
  ]);

  constructor(
    private readonly sockets: Sockets,
    { judge, converter }: FrontOptions = {},
  ) {
    this.engine = new EngineProcess([...(judge ? [judged] : []), ...(converter ? [distant] : [])]);
    this.converter = converter ? new ConverterClient(converter, (...parts) => this.engine.send(...parts)) : undefined;
    this.grading = judge ? new Grading(judge, (...parts) => this.engine.send(...parts)) : undefined;
  }

  /** Resolves when the engine has ended, with the exit code for the whole kernel. */
  async run(): Promise<number> {
    const ended = this.engine.ended;
    await this.sockets.bind();
    for (const name of ['shell', 'control', 'stdin'] as const) void this.hear(name);
    await this.hearEngine();
    const end = await ended;
    if (!this.ending) this.tellOfEnd(end);
    this.grading?.end();
    this.converter?.leave();
    return this.ending ? 0 : 1;
  }

  /** Ends the cell that runs, if one does. */
  interrupt(): object {
    this.engine.send(Buffer.from(stop));
    this.converter?.giveUp();
    const [running] = this.cells.values();
    if (running) this.explain(running);
    return {};
  }

  /** Says why a cell still runs, if it does. */
  private explain(running: Message): void {
    setTimeout(() => {
      if (this.cells.get(running.header.msg_id) !== running) return;
      const text =
        'Stop: this computation cannot be cut short; the cell ends when it does. To end it now, restart the kernel.\n';
      this.publish(running, 'stream', { name: 'stderr', text });
    }, patience).unref();
  }

  /** Hears the engine to its end; one that says what is no message is ended, since nobody knows where the next begins. */
  private async hearEngine(): Promise<void> {
    try {
      for await (const parts of this.engine.said) await this.passOut(parts);
    } catch (error) {
      log(`the process that runs the cells is ended: ${String(error)}`);
      this.engine.kill();
    }
  }

  private async hear(name: Name): Promise<void> {
    for await (const frames of this.sockets[name]) {
      try {
        verify(this.sockets.key, frames);
        this.passIn(name, frames);
      } catch (error) {
        log(`dropped a message: ${String(error)}`);
      }
    }
  }

  private passIn(name: Name, frames: Buffer[]): void {
    const { msg_type, msg_id } = peek(frames).header;
    if (this.grading && !this.peers.allows(frames[0]!)) return log(`dropped ${msg_type} of a second client`);
    const answer = this.answers.get(msg_type);
    if (answer) return this.answer(name, decode(frames), answer);
    const cell = msg_type === 'execute_request' ? decode(frames) : undefined; // which throws where it is none
    if (this.grading && !this.grading.admits(msg_id, cell)) return log(`dropped a second ${msg_type} of the same id`);
    if (cell) {
      if (this.cells.size === 0) this.engine.forgetWords();
      this.cells.set(msg_id, cell);
      if (this.grading?.isGraded(msg_id)) this.publish(cell, 'status', { execution_state: 'busy' });
    }
    this.engine.send(Buffer.from(name), ...frames);
  }

  /** What the engine says, signed. */
  private async passOut([socket, ...frames]: Buffer[]): Promise<void> {
    const name = String(socket) as Name | 'iopub' | typeof judge | typeof convert;
    const [running] = this.cells.keys();
    if (name === judge) return this.grading?.hear(frames, running);
    if (name === convert) return this.converter?.ask(frames);
    if (name === 'shell') {
      const { header, parent } = peek(frames);
      const id = String(parent.msg_id);
      const cell = header.msg_type === 'execute_reply' ? this.cells.get(id) : undefined;
      if (cell) this.cells.delete(id);
      if (cell && this.grading?.isGraded(id)) return this.conclude(this.grading, cell, decode(frames));
    }
    if (this.grading && !this.grading.lets(frames)) return;
    return this.send(name, frames);
  }

  /** Says how a graded cell has ended: by its mark, or by an error. */
  private conclude(grading: Grading, cell: Message, { content }: Message): void {
    const execution_count = typeof content.execution_count === 'number' ? content.execution_count : null;
    const ended = grading.conclude(cell.header.msg_id, content);
    if ('ename' in ended) {
      this.publish(cell, 'error', ended);
      return this.reply(cell, { status: 'error', execution_count, ...ended });
    }
    this.publish(cell, 'execute_result', { execution_count, data: ended, metadata: {} });
    this.reply(cell, { status: 'ok', execution_count, user_expressions: {}, payload: [] });
  }

  private answer(name: Name, message: Message, answer: Answer): void {
    const { identities, header, content } = message;
    this.publish(message, 'status', { execution_state: 'busy' });
    const type = header.msg_type.replace('request', 'reply');
    void this.send(name, encode(identities, type, header, { status: 'ok', ...answer(content) }));
    this.publish(message, 'status', { execution_state: 'idle' });
    const [running] = this.cells.values();
    if (running && !this.ending) this.publish(running, 'status', { execution_state: 'busy' });
  }

  private shutDown(restart: boolean): object {
    this.ending = true;
    this.engine.end();
    return { restart };
  }

  /** The engine has ended and nobody asked for it: the cell that ran is told why, those that waited are dropped. */
  private tellOfEnd(end: End): void {
    const failure = describeEnd(end);
    log(failure.evalue);
    const [running, ...waiting] = this.cells.values();
    if (running) {
      this.publish(running, 'error', failure);
      this.reply(running, { status: 'error', execution_count: null, ...failure });
    }
    for (const cell of waiting) this.reply(cell, { status: 'aborted' });
  }

  private reply(cell: Message, content: object): void {
    void this.send('shell', encode(cell.identities, 'execute_reply', cell.header, content));
    this.publish(cell, 'status', { execution_state: 'idle' });
  }

  private publish(parent: Message, type: string, content: object): void {
    void this.send('iopub', encode([Buffer.from(type)], type, parent.header, content));
  }

  private send(name: Name | 'iopub', frames: Buffer[]): Promise<void> {
    return this.sockets.send(name, seal(this.sockets.key, frames));
  }
}
