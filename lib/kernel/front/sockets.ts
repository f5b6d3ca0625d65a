/** The five sockets of a Jupyter kernel, as its connection file asks for them. */
import { readFileSync } from 'node:fs';
import { Reply, Router, XPublisher } from 'zeromq';
import { log } from '../log';
import { encode, seal } from '../wire';

/** What a connection file says. */
interface Connection {
  transport: string;
  ip: string;
  /** What messages are signed with; empty if they are not. */
  key: string;
  shell_port: number;
  control_port: number;
  stdin_port: number;
  iopub_port: number;
  hb_port: number;
}

export class Sockets {
  /** Each name of a socket in Jupyter's protocol. */
  readonly shell = new Router();
  readonly control = new Router();
  readonly stdin = new Router();
  /**
   * Without a mark above which messages are dropped: how much a cell may say is decided where it says it. It hears who
   * subscribes, to tell them that they will miss nothing from now on.
   */
  private readonly iopub = new XPublisher({ sendHighWaterMark: 0, verbosity: 'allSubs' });
  private readonly heartbeat = new Reply();
  private readonly connection: Connection;
  private readonly sending = {
    shell: Promise.resolve(),
    control: Promise.resolve(),
    stdin: Promise.resolve(),
    iopub: Promise.resolve(),
  };

  constructor(connectionFile: string) {
    this.connection = JSON.parse(readFileSync(connectionFile, 'utf8')) as Connection;
  }

  get key(): string {
    return this.connection.key;
  }

  async bind(): Promise<void> {
    const { transport, ip, shell_port, control_port, stdin_port, iopub_port, hb_port } = this.connection;
    const address = (port: number) => `${transport}://${ip}${transport === 'ipc' ? '-' : ':'}${port}`;
    await Promise.all([
      this.shell.bind(address(shell_port)),
      this.control.bind(address(control_port)),
      this.stdin.bind(address(stdin_port)),
      this.iopub.bind(address(iopub_port)),
      this.heartbeat.bind(address(hb_port)),
    ]);
    void this.beat();
    void this.welcome();
  }

  /** Sends a message after all that were sent before; resolves when it is on its way. */
  send(name: 'shell' | 'control' | 'stdin' | 'iopub', frames: Buffer[]): Promise<void> {
    this.sending[name] = this.sending[name]
      .then(() => this[name].send(frames)) // ZeroMQ takes no message before it has the last
      .catch((error) => log(`cannot send a message on ${name}: ${error}`));
    return this.sending[name];
  }

  /** Ends once what was sent is gone. */
  async close(): Promise<void> {
    await Promise.all(Object.values(this.sending));
    for (const socket of [this.shell, this.control, this.stdin, this.iopub, this.heartbeat]) socket.close();
  }

  /** A subscription is one byte, 1, and the beginning of what is subscribed to. */
  private async welcome(): Promise<void> {
    for await (const [subscription] of this.iopub) {
      if (subscription![0] !== 1) continue;
      const topic = subscription!.subarray(1);
      const content = { subscription: topic.toString() };
      void this.send('iopub', seal(this.key, encode([topic], 'iopub_welcome', {}, content)));
    }
  }

  private async beat(): Promise<void> {
    for await (const beat of this.heartbeat) await this.heartbeat.send(beat);
  }
}
