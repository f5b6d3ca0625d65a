/** What becomes of code that awaits: when it goes on, each `await` of a cell looks whether it still should, and for whom. */
import type * as TypeScript from '@tslab/typescript-for-tslab';
import { context, resume, type Context } from './context';

const ts = require('@tslab/typescript-for-tslab') as typeof TypeScript;

/** Thrown in code that was asked to stop. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor() {
    super('the cell was stopped before it ended');
  }
}

/** What a compiled cell calls; `stops` counts how often Stop was asked for. */
class Awaits {
  stops = 0;

  /** To whom the code belongs that is about to await. */
  get context(): Context {
    return context();
  }

  /** Goes on with what was awaited, if nobody has asked for a stop since. */
  resumed<T>(stopsBefore: number, before: Context, value: T): T {
    if (this.stops !== stopsBefore) throw new Interrupted();
    resume(before);
    return value;
  }

  /** The same for the loop `for await`. */
  async *each<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T, void> {
    const before = this.context;
    let stopsBefore = this.stops;
    for await (const item of items) {
      yield this.resumed(stopsBefore, before, item);
      stopsBefore = this.stops;
    }
  }
}

const name = '__neurona_awaits';
const awaits = ((globalThis as Record<string, unknown>)[name] = new Awaits());

/** All that awaits in a cell's code is to end where it would go on. */
export function stopAwaits(): void {
  awaits.stops += 1;
}

/** Where `await` is a word of the language, as it is in a cell. */
const opening = 'async () => {';

/**
 * Writes the question into a compiled cell: `await x` becomes `…resumed(…stops, …context, await x)`, in the same line.
 * Tells too whether the cell itself awaits: tslab knows by an error, which TypeScript does not give for `await (x)`.
 */
export function stoppable(compiled: string): { output: string; awaits: boolean } {
  if (!compiled.includes('await')) return { output: compiled, awaits: false };
  let awaits = false;
  const wrapped = `${opening}${compiled}\n}`;
  const file = ts.createSourceFile('cell.js', wrapped, ts.ScriptTarget.Latest);
  const pieces: { at: number; text: string }[] = [];
  const put = (node: TypeScript.Node, before: string) => {
    pieces.push({ at: node.getStart(file), text: before }, { at: node.end, text: ')' });
  };
  const visit = (node: TypeScript.Node, functions: number): void => {
    const isLoop = ts.isForOfStatement(node) && node.awaitModifier !== undefined;
    if (ts.isAwaitExpression(node)) put(node, `${name}.resumed(${name}.stops, ${name}.context, `);
    if (isLoop) put(node.expression, `${name}.each(`);
    awaits ||= functions === 1 && (isLoop || ts.isAwaitExpression(node)); // in no function but the one around the cell
    ts.forEachChild(node, (child) => visit(child, functions + Number(ts.isFunctionLike(node))));
  };
  visit(file, 0);
  return { output: insert(wrapped, pieces).slice(opening.length, -2), awaits };
}

function insert(text: string, pieces: { at: number; text: string }[]): string {
  let result = '';
  let done = 0;
  for (const piece of pieces.sort((a, b) => a.at - b.at)) {
    result += text.slice(done, piece.at) + piece.text;
    done = piece.at;
  }
  return result + text.slice(done);
}
