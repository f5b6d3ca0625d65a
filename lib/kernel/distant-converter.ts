/** The converter of tslab at a distance: cells go to a server by way of the front; our own compiles where that can't. */
import type { Inbox } from './inbox';
import { convert, engineWrites, writeMessage } from './pipe';
import { createConverter, type Converter } from './tslab';
import type { Turn } from './turn';

type Converted = ReturnType<Converter['convert']>;

/** A file that is named by its place may lie beside the notebook, where the server does not see it. */
const named = /(['"`])(?:\.{0,2}\/|[a-z]:)/i;

export class DistantConverter implements Converter {
  private own: Converter | undefined;
  private asked = 0;

  constructor(
    private readonly inbox: Inbox,
    private readonly turn: Turn,
  ) {}

  convert(declarations: string, source: string): Converted {
    const distant = this.own || named.test(source) ? undefined : this.ask(declarations, source);
    return distant ?? this.local().convert(declarations, source);
  }

  inspect(...question: Parameters<Converter['inspect']>): ReturnType<Converter['inspect']> {
    return this.local().inspect(...question);
  }

  complete(...question: Parameters<Converter['complete']>): ReturnType<Converter['complete']> {
    return this.local().complete(...question);
  }

  addModule(...module: Parameters<Converter['addModule']>): ReturnType<Converter['addModule']> {
    return this.local().addModule(...module);
  }

  close(): void {
    this.own?.close();
  }

  /** What the server makes of a cell; undefined if there is none any more. */
  private ask(declarations: string, source: string): Converted | undefined {
    const number = String(++this.asked);
    const parts = [convert, number, declarations, source].map((part) => Buffer.from(part));
    this.turn.kernels(() => writeMessage(engineWrites, parts));
    let [, answered, answer] = this.inbox.waitFor(convert);
    while (String(answered) !== number) [, answered, answer] = this.inbox.waitFor(convert); // to a cell that was stopped
    if (!answer) return undefined;
    const { converted, error } = JSON.parse(String(answer)) as { converted?: Converted; error?: string };
    if (!converted) throw new Error(error);
    return converted;
  }

  /** From now on all is compiled here, since what one has seen the other would not know. */
  private local(): Converter {
    return (this.own ??= createConverter());
  }
}
