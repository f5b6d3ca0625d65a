/** The answers that need no cell to run: one line for each kind of request. */
import type { Comms } from './comms';
import type { History } from './history';
import type { Request } from './request';
import { versions, type JupyterHandlerImpl } from './tslab';
import { protocolVersion } from './wire';

type Answer = (content: Request['content']) => object;

/** What answers a request, by its type; the content of the reply, but for its status. */
export function createAnswers(tslab: JupyterHandlerImpl, history: History, comms: Comms): Map<string, Answer> {
  return new Map<string, Answer>([
    ['kernel_info_request', () => kernelInfo(tslab)],
    ['is_complete_request', ({ code }) => tslab.handleIsComplete({ code: String(code) })],
    ['complete_request', (content) => tslab.handleComplete(place(content))],
    ['inspect_request', (content) => tslab.handleInspect({ ...place(content), detail_level: 0 })],
    ['history_request', (content) => history.answer(content)],
    ['comm_info_request', ({ target_name }) => ({ comms: comms.list(target_name) })],
    ['interrupt_request', interrupt],
    ['shutdown_request', ({ restart }) => ({ restart: restart === true })],
  ]);
}

/** Does what the signal does, whoever listens to it. */
function interrupt(): object {
  process.emit('SIGINT');
  return {};
}

function place({ code, cursor_pos }: Request['content']): { code: string; cursor_pos: number } {
  return { code: String(code), cursor_pos: Number(cursor_pos) };
}

function kernelInfo(tslab: JupyterHandlerImpl): object {
  const { version } = require('../../package.json') as { version: string }; // the package's own, seen from dist/kernel
  return {
    protocol_version: protocolVersion,
    implementation: 'neurona',
    implementation_version: version,
    language_info: {
      ...tslab.handleKernel().language_info, // with the CodeMirror mode that colours TypeScript everywhere
      version: versions.typescript,
      pygments_lexer: 'typescript',
      nbconvert_exporter: 'script',
    },
    banner: `TypeScript ${versions.typescript}, type-checked cell by cell, on Node ${versions.node}`,
  };
}
