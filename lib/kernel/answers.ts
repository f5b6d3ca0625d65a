/** The answers that need no cell to run: one line for each kind of request. */
import { Editor } from './editor/editor';
import type { History } from './history';
import type { Request } from './request';
import { versions, type JupyterHandlerImpl } from './tslab';
import { protocolVersion } from './wire';

type Answer = (content: Request['content']) => object;

/** What answers a request, by its type; the content of the reply, but for its status. */
export function createAnswers(tslab: JupyterHandlerImpl, history: History): Map<string, Answer> {
  const editor = new Editor(tslab);
  return new Map<string, Answer>([
    ['kernel_info_request', () => kernelInfo(tslab)],
    ['is_complete_request', (content) => editor.isComplete(content)],
    ['complete_request', (content) => editor.complete(content)],
    ['inspect_request', (content) => editor.inspect(content)],
    ['history_request', (content) => history.answer(content)],
    ['comm_info_request', () => ({ comms: {} })],
    ['interrupt_request', interrupt],
    ['shutdown_request', ({ restart }) => ({ restart: restart === true })],
  ]);
}

/** Does what the signal does, whoever listens to it. */
function interrupt(): object {
  process.emit('SIGINT');
  return {};
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
