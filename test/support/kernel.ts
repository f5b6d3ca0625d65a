/** A real kernel and Jupyter's own client for it: what a front end sends, and all that comes back. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { inRoot, inVenv } from './paths';

type Content = Record<string, unknown>;

export interface Said {
  type: string;
  content: Content;
  header: { session: string; version: string; msg_type: string };
  metadata: Content;
  /** In base64. */
  buffers: string[];
}

/** All that was said in answer to one request. */
export interface Answer {
  replies: Said[];
  iopub: Said[];
}

export interface Request {
  type: string;
  content?: Content;
  channel?: 'shell' | 'control';
  metadata?: Content;
  /** In base64. */
  buffers?: string[];
}

/** The request to run a cell, as JupyterLab sends it. */
export function cell(code: string, options: Content = {}): Request {
  return { type: 'execute_request', content: { code, silent: false, stop_on_error: true, ...options } };
}

/** What a cell left under itself. */
export function outputs({ iopub }: Answer): Said[] {
  return iopub.filter(({ type }) => type !== 'status' && type !== 'execute_input');
}

/** All text that came on one of the streams. */
export function printed(answer: Answer, name: 'stdout' | 'stderr' = 'stdout'): string {
  return outputs(answer)
    .filter(({ type, content }) => type === 'stream' && content.name === name)
    .map(({ content }) => content.text)
    .join('');
}

export interface StartOptions {
  program?: string[];
  signed?: boolean;
  /** What stands in the kernel's environment beside our own. */
  environment?: Record<string, string>;
}

export class Kernel {
  /** What the kernel and its client say to the terminal. */
  terminal = '';
  pid = 0;
  private readonly answers: AsyncIterator<string>;

  private constructor(private readonly client: ChildProcess) {
    this.answers = createInterface({ input: client.stdout! })[Symbol.asyncIterator]();
    client.stderr!.on('data', (text) => (this.terminal += String(text)));
  }

  /** Starts the kernel of lib/dist, or another, in the folder of the lessons. */
  static async start({
    program = [inRoot('lib/dist/kernel/main.js')],
    signed = true,
    environment = {},
  }: StartOptions = {}): Promise<Kernel> {
    const command = [process.execPath, ...program, '--config-path={connection_file}'];
    const args = [inRoot('test/support/kernel_client.py'), inRoot('notebooks'), ...command];
    const env = { ...process.env, ...environment, ...(signed ? {} : { UNSIGNED: 'yes' }) };
    const kernel = new Kernel(spawn(inVenv('python'), args, { stdio: 'pipe', env }));
    kernel.pid = (await kernel.next<{ pid: number }>()).pid;
    return kernel;
  }

  /** Runs one cell to its end. */
  async execute(code: string, options?: Content): Promise<Answer> {
    return this.ask(cell(code, options));
  }

  /** Sends one request and gives all that answers it. */
  async ask(request: Request): Promise<Answer> {
    const [id] = await this.send(request);
    return this.collect(id!);
  }

  /** Sends requests, all at once, and gives their ids. */
  send(...requests: Request[]): Promise<string[]> {
    return this.command('send', {
      requests: requests.map((request) => ({ content: {}, channel: 'shell', ...request })),
    });
  }

  /** Waits for the answer to a request; `silent` if the kernel will not reply. */
  collect(id: string, { silent = false } = {}): Promise<Answer> {
    return this.command('collect', { id, silent });
  }

  /** Waits for a message of this type, with this text in it, on iopub in answer to a request. */
  waitFor(type: string, id: string, text = ''): Promise<Content> {
    return this.command('wait', { id, type, text });
  }

  /** Waits for the next question that a cell asks. */
  question(id: string): Promise<Content> {
    return this.command('question', { id });
  }

  /** Types an answer, whether there is a question or not. */
  answer(value: string): Promise<void> {
    return this.command('answer', { value });
  }

  /** Sends frames, whatever they are. */
  sendFrames(frames: string[], channel = 'shell'): Promise<void> {
    return this.command('frames', { frames, channel });
  }

  sign(parts: string[]): Promise<string> {
    return this.command('sign', { parts });
  }

  /** Whether the kernel's own process runs; one that has ended may still be in the list of processes. */
  isAlive(): boolean {
    const state = spawnSync('ps', ['-o', 'state=', '-p', String(this.pid)], { encoding: 'utf8' }).stdout.trim();
    return state !== '' && !state.startsWith('Z');
  }

  /** Sends a signal to the process that runs the cells, the only child of the kernel's own. */
  signal(name: NodeJS.Signals): void {
    const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
    const pids = processes.map((line) => line.trim().split(/ +/).map(Number));
    const [cells] = pids.filter(([, parent]) => parent === this.pid).map(([pid]) => pid!);
    process.kill(cells!, name);
  }

  interrupt(): Promise<void> {
    return this.command('interrupt');
  }

  shutDown(restart = false): Promise<{ reply: Content; code: number }> {
    return this.command('shutdown', { restart });
  }

  /** Ends the client, and with it the kernel if it still runs. */
  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.client.once('exit', resolve));
    this.client.stdin!.end();
    if (this.client.exitCode === null && this.client.signalCode === null) await ended;
  }

  /** Kills the client, as a crash would, and leaves the kernel to itself. */
  abandon(): void {
    this.client.kill('SIGKILL');
  }

  private async command<T>(name: string, options: Content = {}): Promise<T> {
    this.client.stdin!.write(`${JSON.stringify({ do: name, ...options })}\n`);
    const { answer, error } = await this.next<{ answer: T; error?: string }>();
    if (error) throw new Error(`${error}\n${this.terminal}`);
    return answer;
  }

  private async next<T>(): Promise<T> {
    const line = await this.answers.next();
    if (line.done) throw new Error(`the client ended\n${this.terminal}`);
    return JSON.parse(line.value) as T;
  }
}
