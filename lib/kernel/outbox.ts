/** What waits to leave by one socket: ZeroMQ takes one message at a time, and refuses more while its own queue is full. */
import { log } from './output';

interface Socket {
  send(frames: Buffer[]): Promise<void>;
}

export class Outbox {
  private readonly waiting: Buffer[][] = [];

  constructor(private readonly socket: Socket) {}

  /** Sends at once if the socket is free: a cell that computes without a pause must be heard. */
  send(frames: Buffer[]): void {
    if (this.waiting.length > 0 || !this.hand(frames)) this.waiting.push(frames);
  }

  /** Whether the socket took them; while an earlier message has not left, it throws before there is a promise. */
  private hand(frames: Buffer[]): boolean {
    try {
      const sent = this.socket.send(frames);
      sent.catch((error: unknown) => log(`cannot send a message: ${String(error)}`)).finally(() => this.next());
      return true;
    } catch {
      return false;
    }
  }

  private next(): void {
    while (this.waiting.length > 0 && this.hand(this.waiting[0]!)) this.waiting.shift();
  }
}
