/** The answers that need no cell to run: one line for each kind of request. */
import type { Comms } from './comms';
import { Editor } from './editor/editor';
import type { History } from './history';
import type { Request } from './request';
import type { JupyterHandlerImpl } from './tslab';

type Answer = (content: Request['content']) => object;
export type Answers = Map<string, Answer>;

/** What answers a request, by its type; the content of the reply, but for its status. */
export function createAnswers(tslab: JupyterHandlerImpl, history: History, comms: Comms): Answers {
  const editor = new Editor(tslab);
  return new Map<string, Answer>([
    ['is_complete_request', (content) => editor.isComplete(content)],
    ['complete_request', (content) => editor.complete(content)],
    ['inspect_request', (content) => editor.inspect(content)],
    ['history_request', (content) => history.answer(content)],
    ['comm_info_request', ({ target_name }) => ({ comms: comms.list(target_name) })],
  ]);
}
