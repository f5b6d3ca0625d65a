/** A request as the kernel's parts hand it on: what is asked, and the ways to answer. */
import type { Publish } from './output';
import type { Message } from './wire';

/** A message from a front end, and the ways to answer it. */
export interface Request {
  type: string;
  content: Message['content'];
  metadata: Message['metadata'];
  buffers: Message['buffers'];
  /** Tells all front ends. */
  publish: Publish;
  /** Tells the one that asked. */
  reply: (content: object) => void;
  /** Asks the person at that one; the answer is a message of its own. */
  ask: (content: object) => void;
}
