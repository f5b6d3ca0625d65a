/** All that the kernel relies on in tslab, in one place: what it exports, and three habits that are not in its types. */
import './typescript/program'; // first: tslab takes its compiler as it is when tslab is loaded
import { oneVariableEach } from './typescript/names';
import { beforehand } from './typescript/builder';
export { createConverter, type Converter, type Diagnostic } from 'tslab/dist/converter.js';
export { createExecutor, type ConverterSet, type Executor } from 'tslab/dist/executor.js';
export { JupyterHandlerImpl } from 'tslab/dist/jupyter.js';

beforehand.push(oneVariableEach);

/** The content of `display_data` and `update_display_data`. */
export interface DisplayMessage {
  data: object;
  metadata: object;
  transient: object;
}

/** Habit 1: `tslab.display.*` sends by this variable of the module, whoever sets it. */
export function onTslabDisplay(send: (message: DisplayMessage, update: boolean) => void): void {
  const jupyter = require('tslab/dist/jupyter.js') as { lastWriteDisplayData: typeof send };
  jupyter.lastWriteDisplayData = send;
}

/** Habit 2: the executor ends an awaiting cell with an error of this text, a busy one with Node's own error. */
export function isInterrupt(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return error.message === 'Interrupted asynchronously' || code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED';
}

/** Habit 3: a compiled cell runs as it is, with this much before its first line and its own last comment kept. */
export function named(compiled: string, name: string): string {
  return `\n${compiled}\n//# sourceURL=${name}`;
}
