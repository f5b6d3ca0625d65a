/** A converter server as the front has it: what the engine wants compiled goes there, until it fails to answer. */
import { connect, type Socket } from 'node:net';
import { log } from '../log';
import { convert, messages, pack } from '../pipe';

export class ConverterClient {
  private socket: Socket | undefined;
  /** The number of the cell that is being compiled. */
  private open: Buffer | undefined;

  /** `path` is that of the server's socket. */
  constructor(
    path: string,
    private readonly toEngine: (...parts: Uint8Array[]) => void,
  ) {
    this.socket = connect(path);
    this.socket.on('error', (error) => log(`the converter server: ${error.message}`));
    this.socket.on('close', () => this.leave());
    void this.hear(this.socket).catch(() => this.leave()); // why it has ended is told above
  }

  /** Hands on a cell: its number, what was declared before, its source. The engine gets the number back, and an answer. */
  ask([number, ...cell]: Buffer[]): void {
    // One at a time is what an honest engine asks for; a cell that was stopped may have left the server busy, too.
    if (!this.socket || this.open) return this.toEngine(Buffer.from(convert), number!);
    this.open = number;
    this.socket.write(pack(cell));
  }

  /** Waits no longer for an answer that takes too long; the server is busy with it still, so it is not asked again. */
  giveUp(): void {
    if (this.open) this.leave();
  }

  /** Lets go of the server. */
  leave(): void {
    this.socket?.destroy();
    this.socket = undefined;
    this.answer();
  }

  private async hear(socket: Socket): Promise<void> {
    for await (const parts of messages(socket)) this.answer(...parts);
  }

  private answer(...parts: Buffer[]): void {
    if (this.open) this.toEngine(Buffer.from(convert), this.open, ...parts);
    this.open = undefined;
  }
}
