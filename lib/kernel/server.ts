/** Takes each message to the one who answers it. */
import type { Answers } from './answers';
import { leave } from './context';
import { log } from './log';
import type { Queue } from './queue';
import { readRequest, type Post, type Request, type SocketName } from './request';
import type { Turn } from './turn';

export class Server {
  /** The request that is being answered; still there if Stop has cut off its answer. */
  private open: Request | undefined;

  constructor(
    private readonly queue: Queue,
    private readonly answers: Answers,
    private readonly turn: Turn,
    private readonly post: Post,
  ) {}

  /** Takes a message that the front has let in: it is one, and its signature is right. */
  receive(socket: SocketName, frames: Buffer[]): void {
    try {
      const request = readRequest(socket, frames, this.post);
      if (request.type === 'execute_request') this.queue.add(request);
      else if (request.type === 'input_reply')
        this.queue.questions.answer(String(request.content.value), request.parent.msg_id);
      else this.answer(request);
    } catch (error) {
      log(`dropped a message: ${String(error)}`);
    }
  }

  /** Stop has cut something off: a front end that waits for its end is told of it. */
  recover(): void {
    leave();
    if (this.open) this.close(this.open);
  }

  private answer(request: Request): void {
    const { type, content, publish, reply } = request;
    this.open = request;
    publish('status', { execution_state: 'busy' });
    try {
      const answer = this.answers.get(type);
      if (answer) reply({ status: 'ok', ...answer(content) });
      // A comm calls code of the user's, and what that sends is the answer.
      else if (!this.turn.users(() => this.queue.comms.handle(request))) log(`no answer to ${type}`);
    } catch (error) {
      const { name, message } = error as Error;
      reply({ status: 'error', ename: name, evalue: message, traceback: [`${name}: ${message}`] });
    }
    this.close(request);
  }

  private close({ publish }: Request): void {
    this.open = undefined;
    publish('status', { execution_state: 'idle' });
    this.queue.sayBusy(); // or front ends take the kernel for idle, though a cell runs
  }
}
