/** The mail from the front, as the main thread takes it: in order, but for one in whose midst a cell waits for an answer. */
import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { Interrupted } from './awaits';
import { stop } from './pipe';
import { shared, type Turn } from './turn';

export class Inbox {
  /** What came while something else was waited for. */
  private readonly kept: Buffer[][] = [];
  private readonly memory: Int32Array;

  constructor(
    private readonly port: MessagePort,
    private readonly turn: Turn,
  ) {
    this.memory = new Int32Array(turn.buffer);
  }

  /** The next message, if there is one. */
  next(): Buffer[] | undefined {
    return this.kept.shift() ?? this.take();
  }

  /** Waits for a message that goes `to` somebody, and keeps the others for later; throws if it is Stop that comes. */
  waitFor(to: string): Buffer[] {
    for (;;) {
      const before = Atomics.load(this.memory, shared.mail);
      const [got, name] = this.turn.kernels(() => {
        const message = this.take();
        const name = message?.[0]?.toString();
        if (message && name !== to) this.kept.push(message);
        return [message, name] as const;
      });
      if (got && name === to) return got;
      if (name === stop) throw new Interrupted();
      if (!got) Atomics.wait(this.memory, shared.mail, before);
    }
  }

  private take(): Buffer[] | undefined {
    const got = receiveMessageOnPort(this.port);
    return got && (got.message as Uint8Array[]).map((part) => Buffer.from(part.buffer));
  }
}
