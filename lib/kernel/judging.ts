/**
 * The engine's end of grading: a cell hands something over to the judge, a process of its own, and answers what that asks
 * about it. What is asked and answered is text, whose meaning is a matter of the two libraries at its ends.
 */
import type { Cells } from './cells';
import type { Inbox } from './inbox';
import { engineWrites, judge, writeMessage } from './pipe';
import type { Turn } from './turn';

/** Sends the judge something else than the answer it waits for, and waits for what it says to that. */
export type Exchange = (said: string) => string;
/** Answers a question of the judge's. */
export type Serve = (question: string, exchange: Exchange) => string | Promise<string>;

export class Judging {
  private serve: Serve | undefined;
  private over: (() => void) | undefined;

  constructor(
    private readonly cells: Cells,
    private readonly turn: Turn,
    private readonly inbox: Inbox,
  ) {}

  /** Asks the judge for a verdict on what `serve` knows; the running cell ends when the judge has no more questions. */
  open(id: string, serve: Serve): void {
    this.serve = serve;
    this.cells.judged = new Promise((resolve) => (this.over = resolve));
    this.say('ask', id);
  }

  /** Takes what the judge says: a question with its number, or that there are no more. */
  receive([kind, number, question]: Buffer[]): void {
    if (kind!.toString() !== 'question') return this.over?.();
    let open = number!.toString();
    const exchange: Exchange = (said) => {
      this.say('answer', open, said);
      const [, kind, next, text] = this.inbox.waitFor(judge);
      if (kind!.toString() !== 'question') {
        this.over?.();
        throw new Error('the judge has left');
      }
      open = next!.toString();
      return text!.toString();
    };
    const answer = (text: string) => this.say('answer', open, text);
    const said = this.turn.users(() => this.serve?.(question!.toString(), exchange) ?? '');
    if (typeof said === 'string') answer(said);
    else said.then(answer, (error: unknown) => this.say('answer', open, String(error)));
  }

  private say(...parts: string[]): void {
    this.turn.kernels(() =>
      writeMessage(
        engineWrites,
        [judge, ...parts].map((part) => Buffer.from(part)),
      ),
    );
  }
}
