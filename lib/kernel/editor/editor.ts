/** What an editor asks while a cell is written, in Jupyter's terms: completion, inspection, readiness. */
import type { Executor, JupyterHandlerImpl } from '../tslab';
import { markdown, plain } from './card';
import { complete } from './complete';
import { hover } from './hover';
import { toCodePoints, toUnits } from './position';
import { readiness } from './unfinished';
import type { View } from './view';

type Content = Record<string, unknown>;

export class Editor {
  constructor(private readonly tslab: JupyterHandlerImpl) {}

  isComplete({ code }: Content): object {
    return readiness(String(code));
  }

  complete({ code, cursor_pos }: Content): object {
    const source = String(code);
    const found = complete(this.view(source), toUnits(source, Number(cursor_pos)));
    const [start, end] = [toCodePoints(source, found.start), toCodePoints(source, found.end)];
    return {
      matches: found.candidates.map(({ text }) => text),
      cursor_start: start,
      cursor_end: end,
      metadata: {
        _jupyter_types_experimental: found.candidates.map(({ text, type }) => ({ start, end, text, type })),
      },
    };
  }

  inspect({ code, cursor_pos, detail_level }: Content): object {
    const source = String(code);
    const card = hover(this.view(source), toUnits(source, Number(cursor_pos)), Number(detail_level) > 0);
    if (!card) return { found: false, data: {}, metadata: {} };
    return { found: true, data: { 'text/markdown': markdown(card), 'text/plain': plain(card) }, metadata: {} };
  }

  /** The cell after those that have run: the executor knows them, and asks the `Compiler` of this kernel. */
  private view(source: string): View {
    const { executor } = this.tslab as unknown as { executor: Executor };
    return executor.complete(source, 0) as unknown as View;
  }
}
