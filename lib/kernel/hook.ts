/** What the kernel offers to the code that runs in it: all that a library may know of it. */
import type { Cells } from './cells';
import type { Comms } from './comms';
import { bound } from './context';
import { describe } from './errors/describe';
import type { Judging, Serve } from './judging';
import { redirectOutput, show } from './output';
import { render } from './render';
import type { Questions } from './stdin';

/** Puts the offer where lib/display.ts looks for it. */
export function offer(cells: Cells, questions: Questions, comms: Comms, judging: Judging | undefined): void {
  (globalThis as Record<symbol, unknown>)[Symbol.for('neurona.kernel')] = {
    display: (bundle: object, id?: string, update = false) =>
      show(update ? 'update_display_data' : 'display_data', {
        data: bundle,
        metadata: {},
        transient: id === undefined ? {} : { display_id: id },
      }),
    clearOutput: (wait: boolean) => show('clear_output', { wait }),
    input: (prompt: string, password: boolean) => questions.ask(prompt, password),
    isStale: (name: string) => cells.stale.has(name),
    onStop: (tell: () => void) => cells.onStop(tell),
    comms,
    redirectOutput,
    bound,
    render,
    describe: (error: unknown) => describe(error, cells.compiler),
    judge: judging && ((id: string, serve: Serve) => judging.open(id, serve)),
  };
}
