/** The sockets: takes each message to the one who answers it, and survives those that nobody can read. */
import { createAnswers } from './answers';
import { Outbox } from './outbox';
import { log, type Attached } from './output';
import type { Queue } from './queue';
import type { Request } from './request';
import { ZmqServer, type JupyterHandlerImpl } from './tslab';
import { decode, encode, type Message } from './wire';

type Socket = ZmqServer['shell'];

export class KernelServer extends ZmqServer {
  private readonly outboxes = new Map<object, Outbox>();
  private readonly answers: ReturnType<typeof createAnswers>;

  constructor(
    tslab: JupyterHandlerImpl,
    private readonly queue: Queue,
    configPath: string,
  ) {
    super(tslab, configPath);
    this.answers = createAnswers(tslab, queue.history, queue.comms);
  }

  override async init(): Promise<void> {
    await super.init();
    void this.hearAnswers();
  }

  /** tslab calls this for each message on the sockets `shell` and `control`. */
  override handleShellMessage(socket: Socket, ...frames: Buffer[]): Promise<void> {
    try {
      const request = this.request(socket, decode(this.connInfo.key, frames));
      if (request.type === 'execute_request') this.queue.add(request);
      else this.answer(request);
      if (request.type === 'shutdown_request') this.shutDown();
    } catch (error) {
      log(`dropped a message: ${String(error)}`);
    }
    return Promise.resolve();
  }

  /** tslab leaves the socket `stdin` alone. */
  private async hearAnswers(): Promise<void> {
    for await (const frames of this.stdin) {
      try {
        const { header, content } = decode(this.connInfo.key, frames);
        if (header.msg_type === 'input_reply') this.queue.questions.answer(String(content.value));
      } catch (error) {
        log(`dropped a message: ${String(error)}`);
      }
    }
  }

  private request(socket: Socket, { identities, header, metadata, content, buffers }: Message): Request {
    const { key } = this.connInfo;
    const send = (to: Socket | typeof this.iopub, route: Buffer[], type: string, body: object, attached?: Attached) => {
      const frames = encode(key, route, type, header, body, attached);
      this.outbox(to).send(frames);
    };
    const replyType = header.msg_type.replace(/_request$/, '_reply');
    return {
      type: header.msg_type,
      content,
      metadata,
      buffers,
      publish: (type, body, attached) => send(this.iopub, [Buffer.from(type)], type, body, attached),
      reply: (body) => send(socket, identities, replyType, body),
      ask: (body) => send(this.stdin, identities, 'input_request', body),
    };
  }

  private outbox(socket: Socket | typeof this.iopub): Outbox {
    const outbox = this.outboxes.get(socket) ?? new Outbox(socket);
    this.outboxes.set(socket, outbox);
    return outbox;
  }

  private answer(request: Request): void {
    const { type, content, publish, reply } = request;
    publish('status', { execution_state: 'busy' });
    try {
      const answer = this.answers.get(type);
      if (this.queue.comms.handle(request)) {
        // it is answered by messages of its own, or not at all
      } else if (answer) reply({ status: 'ok', ...answer(content) });
      else log(`no answer to ${type}`);
    } catch (error) {
      const { name, message } = error as Error;
      reply({ status: 'error', ename: name, evalue: message, traceback: [`${name}: ${message}`] });
    }
    publish('status', { execution_state: 'idle' });
    this.queue.sayBusy(); // or front ends take the kernel for idle, though a cell runs
  }

  private shutDown(): void {
    this.close();
    process.exit();
  }
}
