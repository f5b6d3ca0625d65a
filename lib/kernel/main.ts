/** The entry: `node main.js --config-path=FILE` is one kernel, until it is told to stop or its parent is gone. */
import { parseArgs } from 'node:util';
import { Cells } from './cells';
import { describe } from './errors';
import { offer } from './hook';
import { captureOutput, log, reportStray } from './output';
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
  const queue = new Queue(cells);
  const server = new KernelServer(new JupyterHandlerImpl(cells.executor, false), queue, configPath);
  process.on('SIGINT', () => cells.executor.interrupt());
  const tell = (what: string) => (error: unknown) => reportStray(what, describe(error, cells.compiler).traceback);
  cells.rejections.listen(tell('Unhandled promise rejection'));
  process.on('uncaughtException', tell('Uncaught exception'));
  process.removeAllListeners('warning').on('warning', (warning) => log(String(warning))); // Node's, not the cell's
  queue.comms.listen((error) => {
    log(`error in a callback: ${String(error)}`);
    tell('Error in a callback')(error);
  });
  captureOutput();
  offer(cells, queue.questions, queue.comms);
  await server.init();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
