/** The thread that hears what the front process says, even if a cell keeps the main thread busy; and then cuts it off. */
import { Session } from 'node:inspector';
import { Socket } from 'node:net';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { engineReads, messages, stop } from './pipe';
import { shared, whose } from './turn';

/** What the main thread hands to this one. */
export interface Listening {
  buffer: SharedArrayBuffer;
  /** Takes the messages, which the main thread gets when it looks for them. */
  mail: MessagePort;
}

/**
 * How long the main thread has to hear of Stop by itself, in milliseconds. If it awaits, it does at once; `model.fit`
 * lets it listen each 125 ms, and should end in order, with all its memory released.
 */
const patience = 400;

if (parentPort) listen(workerData as Listening);

function listen({ buffer, mail }: Listening): void {
  const memory = new Int32Array(buffer);
  /** The main thread looks into its mail. A call can be lost with the code that is cut off; the mail never is. */
  const call = () => parentPort!.postMessage(null);

  async function hear(): Promise<void> {
    for await (const parts of messages(new Socket({ fd: engineReads, writable: false }))) {
      if (parts[0]!.toString() === stop) cutOff();
      passOn(parts.map((part) => new Uint8Array(part))); // a view would bring all of its chunk along
    }
  }

  function passOn(parts: Uint8Array[]): void {
    mail.postMessage(
      parts,
      parts.map(({ buffer }) => buffer as ArrayBuffer),
    );
    Atomics.add(memory, shared.mail, 1);
    Atomics.notify(memory, shared.mail); // the main thread may wait for it in the midst of a cell
    call();
  }

  function cutOff(): void {
    const asked = Atomics.add(memory, shared.asked, 1) + 1;
    const waiting = setInterval(() => {
      if (Atomics.load(memory, shared.heard) >= asked) return clearInterval(waiting);
      call();
      const turn = Atomics.compareExchange(memory, shared.turn, whose.users, whose.cutOff);
      if (turn === whose.users) terminate();
    }, patience);
  }

  function terminate(): void {
    const session = new Session();
    session.connectToMainThread();
    session.post('Runtime.terminateExecution', () => {
      session.disconnect();
      Atomics.store(memory, shared.turn, whose.users);
      call();
    });
  }

  /** The front is gone, or wants this process to end: the main thread may still say goodbye. */
  function end(): void {
    parentPort!.postMessage('end');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 500);
  }

  void hear().finally(end);
}
