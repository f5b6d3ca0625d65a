/** The entry: `node main.js --config-path=FILE` is one kernel, until it is told to stop or its parent is gone. */
import { parseArgs } from 'node:util';
import { Cells } from './cells';
import { describe } from './errors';
import { offer } from './hook';
import { captureOutput, log } from './output';
import { dieWithParent } from './parent';
import { Queue } from './queue';
import { KernelServer } from './server';
import { JupyterHandlerImpl } from './tslab';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'config-path': { type: 'string' } } });
  const configPath = values['config-path'];
  if (!configPath) throw new Error('usage: main.js --config-path=FILE (Jupyter writes the file)');

  dieWithParent();
  Error.stackTraceLimit = 50; // ten frames of TensorFlow would hide the cell's own
  const cells = new Cells();
  const server = new KernelServer(new JupyterHandlerImpl(cells.executor, false), new Queue(cells), configPath);
  process.on('SIGINT', () => cells.executor.interrupt());
  reportStray('unhandledRejection', 'Unhandled promise rejection', cells);
  reportStray('uncaughtException', 'Uncaught exception', cells);
  process.removeAllListeners('warning').on('warning', (warning) => log(String(warning))); // Node's, not the cell's
  captureOutput();
  offer(cells.stale);
  await server.init();
}

/** An error outside of every cell's own run is told on the newest cell's stderr, and the kernel goes on. */
function reportStray(event: 'unhandledRejection' | 'uncaughtException', what: string, { compiler }: Cells): void {
  process.on(event as 'uncaughtException', (error: unknown) => {
    process.stderr.write(`${what}: ${describe(error, compiler).traceback.join('\n')}\n`);
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
