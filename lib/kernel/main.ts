/** The entry: `node main.js --config-path=FILE` is one kernel, until it is told to stop or its parent is gone. */
import { parseArgs } from 'node:util';
import { Front } from './front/front';
import { Sockets } from './front/sockets';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'config-path': { type: 'string' } } });
  const configPath = values['config-path'];
  if (!configPath) throw new Error('usage: main.js --config-path=FILE (Jupyter writes the file)');

  const sockets = new Sockets(configPath);
  const front = new Front(sockets, { judge: process.env.NEURONA_JUDGE, converter: process.env.NEURONA_CONVERTER });
  process.on('SIGINT', () => front.interrupt());
  endWithParent();
  process.exitCode = await front.run();
  await sockets.close();
}

/** A kernel that was started by hand, or to outlive its parent, has no parent in its environment. */
function endWithParent(): void {
  const { JPY_PARENT_PID: told } = process.env;
  const parent = process.ppid;
  const isGone = () => process.ppid !== parent || (parent === 1 && told !== '1'); // it may have ended before we began
  if (told) setInterval(() => isGone() && process.kill(process.pid, 'SIGKILL'), 1000).unref();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
