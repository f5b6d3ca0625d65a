/** The engine, a process of its own: Stop, a crash of native code, and the end of the front are then well told apart. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { log } from '../log';
import { engineReads, engineWrites, messages, pack } from '../pipe';
import { enginePrefix } from './prefix';

/** How the engine ended, by itself or by a signal, and the last that its native code said of it. */
export interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
  lastWords: string;
}

/** No message of an engine's own making comes near it, in bytes: it must not fill the front's memory. */
const longest = 1e9;

export class EngineProcess {
  private readonly child: ChildProcess;
  private lastWords = '';

  /** `options` are words for the engine itself. */
  constructor(options: string[] = []) {
    const command = [
      ...enginePrefix(),
      process.execPath,
      // Code that is cut off in a timer leaves Node's count of asynchronous calls behind; without this Node gives up.
      '--no-force-async-hooks-checks',
      join(__dirname, '../engine.js'),
      ...options,
    ];
    this.child = spawn(command[0]!, command.slice(1), {
      stdio: ['ignore', 'inherit', 'pipe', 'pipe', 'pipe'],
      detached: true, // a Ctrl-C in Jupyter's terminal is the front's business
    });
    this.child.on('error', (error) => log(`cannot start the process that runs the cells: ${error.message}`));
    this.child.stderr!.on('data', (chunk: Buffer) => {
      process.stderr.write(chunk);
      this.lastWords = (this.lastWords + chunk.toString()).slice(-2000);
    });
    this.input.on('error', () => undefined); // it has ended, which is told elsewhere
  }

  private get input(): Writable {
    return this.child.stdio[engineReads] as Writable;
  }

  /** What it says, to its end; as long as nobody takes it, the engine waits. */
  get said(): AsyncIterable<Buffer[]> {
    return messages(this.child.stdio[engineWrites] as Readable, longest);
  }

  /** Resolves when it has ended. */
  get ended(): Promise<End> {
    return new Promise((resolve) => {
      this.child.once('close', (code, signal) =>
        resolve({ code, signal, lastWords: this.lastWords.split('----- Native stack trace')[0]!.trim() }),
      );
    });
  }

  send(...parts: Uint8Array[]): void {
    this.input.write(pack(parts));
  }

  /** What it has said on its stderr has nothing to do with how it may end. */
  forgetWords(): void {
    this.lastWords = '';
  }

  /** Ends it at once. */
  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** Lets it say goodbye; it has half a second. */
  end(): void {
    this.input.end();
  }
}
