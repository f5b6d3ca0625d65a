/** The answers that need no cell to run: one line for each kind of request. */
import type { History } from './history';
import type { Request } from './request';
import type { JupyterHandlerImpl } from './tslab';

type Answer = (content: Request['content']) => object;
export type Answers = Map<string, Answer>;

/** What answers a request, by its type; the content of the reply, but for its status. */
export function createAnswers(tslab: JupyterHandlerImpl, history: History): Answers {
  return new Map<string, Answer>([
    ['is_complete_request', ({ code }) => tslab.handleIsComplete({ code: String(code) })],
    ['complete_request', (content) => tslab.handleComplete(place(content))],
    ['inspect_request', (content) => tslab.handleInspect({ ...place(content), detail_level: 0 })],
    ['history_request', (content) => history.answer(content)],
    ['comm_info_request', () => ({ comms: {} })],
  ]);
}

function place({ code, cursor_pos }: Request['content']): { code: string; cursor_pos: number } {
  return { code: String(code), cursor_pos: Number(cursor_pos) };
}
