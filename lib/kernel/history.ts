/** The cells of this session, as front ends ask for them: the newest, a range, or those that fit a pattern. */
import type { Request } from './request';

interface Entry {
  /** The number in front of the cell. */
  line: number;
  code: string;
  /** The text form of its result; null if it has none. */
  output: string | null;
}

/** Nothing outlives the process, so there is one session. */
const session = 1;

export class History {
  private readonly entries: Entry[] = [];

  add(line: number, code: string, output: string | null): void {
    if (code.trim() !== '') this.entries.push({ line, code, output });
  }

  /** The content of `history_reply`. What was typed is what ran, so `raw` makes no difference. */
  answer(request: Request['content']): object {
    const history = this.find(request).map(({ line, code, output }) => [
      session,
      line,
      request.output === true ? [code, output] : code,
    ]);
    return { history };
  }

  private find(request: Request['content']): Entry[] {
    switch (request.hist_access_type) {
      case 'tail':
        return last(this.entries, request.n ?? 10);
      case 'range':
        return this.range(request);
      case 'search':
        return this.search(request);
      default:
        throw new Error(
          `a history of the type ${String(request.hist_access_type)}, where tail, range or search is known`,
        );
    }
  }

  /** From `start` up to, but not including, `stop`; session 0 means this one, and of others nothing is known. */
  private range({ session: asked = 0, start, stop }: Request['content']): Entry[] {
    if (asked !== 0 && asked !== session) return [];
    const from = Number(start ?? 0);
    const to = Number(stop ?? Infinity);
    return this.entries.filter(({ line }) => line >= from && line < to);
  }

  private search({ pattern, unique, n }: Request['content']): Entry[] {
    const wanted = glob(typeof pattern === 'string' ? pattern : '*');
    const found = this.entries.filter(({ code }) => wanted.test(code));
    const newest = new Map(found.map((entry) => [entry.code, entry]));
    return last(unique === true ? found.filter((entry) => newest.get(entry.code) === entry) : found, n ?? Infinity);
  }
}

function last(entries: Entry[], n: unknown): Entry[] {
  return entries.slice(Math.max(0, entries.length - Number(n)));
}

/** A pattern of the shell's kind, as IPython has them: `*`, `?` and `[a-z]`; it has to fit the whole cell. */
function glob(pattern: string): RegExp {
  const source = pattern.replace(/\[\^?[^\]]+\]|[^]/g, (token) => {
    if (token === '*') return '[^]*';
    if (token === '?') return '[^]';
    if (token.length > 1) return token.replace(/\\/g, '\\\\');
    return token.replace(/[\\^$.|+()[\]{}/]/, '\\$&');
  });
  return new RegExp(`^${source}$`);
}
