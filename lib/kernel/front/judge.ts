/** The judge as the front has it: a process that runs none of a student's code, started early and anew if it is lost. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { log } from '../log';
import { judgeReads, judgeWrites, messages, pack } from '../pipe';

/** What it may say, and that it has ended. */
export interface Hearing {
  question(text: string): void;
  verdict(text: string): void;
  ended(why: string): void;
}

export class JudgeProcess {
  private child: ChildProcess | undefined;

  /** `program` is the path of the module that judges. */
  constructor(
    private readonly program: string,
    private readonly hearing: Hearing,
  ) {
    this.start();
  }

  /** Asks for a verdict. */
  begin(id: string): void {
    if (!this.child) this.start();
    this.say(id);
  }

  /** Answers its question. */
  answer(text: Buffer): void {
    this.say(text);
  }

  /** Ends what it is at; there is another when it is needed. */
  drop(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }

  private start(): void {
    const child = spawn(process.execPath, [join(__dirname, '../judge.js'), this.program], {
      stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'pipe'],
      detached: true, // as the engine is
    });
    this.child = child;
    const end = (why: string) => {
      if (this.child !== child) return; // it was dropped
      this.drop();
      log(`the judge has ended: ${why}`);
      this.hearing.ended(why);
    };
    child.once('error', (error) => end(error.message));
    child.once('close', (code, signal) => end(signal ?? `exit code ${code}`));
    this.input(child).on('error', () => undefined); // it has ended, which is told elsewhere
    this.hear(child).catch((error: unknown) => end(String(error)));
  }

  private async hear(child: ChildProcess): Promise<void> {
    for await (const [kind, text] of messages(child.stdio[judgeWrites] as Readable)) {
      if (this.child !== child) return;
      if (String(kind) === 'question') this.hearing.question(String(text));
      else this.hearing.verdict(String(text));
    }
  }

  private say(text: string | Buffer): void {
    if (this.child) this.input(this.child).write(pack([Buffer.from(text)]));
  }

  private input(child: ChildProcess): Writable {
    return child.stdio[judgeReads] as Writable;
  }
}
