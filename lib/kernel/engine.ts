/** The process that runs the cells: `main.ts` starts it, and stands between it and the front ends. */
import './start/index'; // first: it decides how the others are loaded
import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { createAnswers } from './answers';
import { Cells } from './cells';
import { DistantConverter } from './distant-converter';
import { describe } from './errors/describe';
import { offer } from './hook';
import { Inbox } from './inbox';
import { Judging } from './judging';
import type { Listening } from './listener';
import { log } from './log';
import { captureOutput, reportStray } from './output';
import { convert, distant, engineWrites, judge, judged, stop, writeMessage } from './pipe';
import { Queue } from './queue';
import type { Post, SocketName } from './request';
import { Server } from './server';
import { JupyterHandlerImpl } from './tslab';
import { Turn } from './turn';
import { warmUp } from './start/warm-up';

const turn = new Turn();
const { port1, port2: mail } = new MessageChannel();
const inbox = new Inbox(port1, turn);
const listener = new Worker(join(__dirname, 'listener.js'), {
  workerData: { buffer: turn.buffer, mail } satisfies Listening,
  transferList: [mail],
});

Error.stackTraceLimit = 50; // ten frames of TensorFlow would hide the cell's own
const isDistant = process.argv.includes(distant);
const cells = new Cells(turn, isDistant ? new DistantConverter(inbox, turn) : undefined);
const queue = new Queue(cells);
const post: Post = (socket, frames) => turn.kernels(() => writeMessage(engineWrites, [Buffer.from(socket), ...frames]));
const server = new Server(
  queue,
  createAnswers(new JupyterHandlerImpl(cells.executor, false), queue.history, queue.comms),
  turn,
  post,
);

const tell = (what: string) => (error: unknown) => reportStray(what, describe(error, cells.compiler).traceback);
cells.rejections.listen(tell('Unhandled promise rejection'));
process.on('uncaughtException', tell('Uncaught exception'));
process.removeAllListeners('warning').on('warning', (warning) => log(String(warning))); // Node's, not the cell's
queue.comms.listen((error) => {
  log(`error in a callback: ${String(error)}`);
  tell('Error in a callback')(error);
});
captureOutput();
const judging = process.argv.includes(judged) ? new Judging(cells, turn, inbox) : undefined;
offer(cells, queue.questions, queue.comms, judging);

listener.on('message', (said: 'end' | null) => (said === 'end' ? process.exit() : turn.kernels(work)));

void warmUp(cells.compiler, turn, isDistant ? [] : undefined);

/** Does all that has come in, in order: a call may have been lost, but no message is. */
function work(): void {
  for (let got = inbox.next(); got; got = inbox.next()) {
    const [to, ...frames] = got;
    if (to!.toString() === stop) interrupt();
    else if (to!.toString() === judge) judging?.receive(frames);
    else if (to!.toString() === convert)
      continue; // for a cell that was stopped
    else server.receive(to!.toString() as SocketName, frames);
  }
}

function interrupt(): void {
  turn.hearStop();
  server.recover();
  queue.interrupt();
}
