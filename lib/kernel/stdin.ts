/** Questions that a cell asks: one at a time goes to the front end that runs the cell, and waits for its answer. */
import type { Request } from './request';

interface Question {
  /** The id of the message that asks, once it is sent. */
  id?: string;
  content: { prompt: string; password: boolean };
  answer: (value: string) => void;
}

export class Questions {
  /** The cell that may ask; none while no cell runs. */
  private cell: Request | undefined;
  /** The first is the one that was sent. */
  private open: Question[] = [];

  /** From now on this cell may ask; what the one before left open stays without an answer. */
  belongTo(cell: Request | undefined): void {
    this.cell = cell;
    this.open = [];
  }

  /** Whether a person sits at the front end that runs the cell; programs that run notebooks take no questions. */
  get canAsk(): boolean {
    return this.cell?.content.allow_stdin === true;
  }

  /** Resolves to what the person at the front end types. */
  async ask(prompt: string, password: boolean): Promise<string> {
    if (!this.cell) throw new Error('input: no cell runs, so there is nobody to ask; call it in a cell and await it');
    if (!this.canAsk) {
      throw new Error('input: nobody can answer here, since whoever runs this notebook takes no questions');
    }
    return new Promise((answer) => {
      this.open.push({ content: { prompt, password }, answer });
      // Not before the cell awaits: Node loses an interrupt that comes just as synchronous code ends.
      if (this.open.length === 1) queueMicrotask(() => this.send());
    });
  }

  /** Takes an answer that came in; nobody waits for it if its cell was stopped. Not every front end says to what. */
  answer(value: string, question?: string): void {
    if (question !== undefined && question !== this.open[0]?.id) return;
    this.open.shift()?.answer(value);
    this.send();
  }

  private send(): void {
    const [next] = this.open;
    if (next) next.id = this.cell?.ask(next.content);
  }
}
