/** A request as the kernel's parts hand it on: what is asked, and the ways to answer. */
import { decode, encode, peek, type Message, type Publish } from './wire';

/** A message from a front end, and the ways to answer it. */
export interface Request extends Pick<Message, 'parent' | 'metadata' | 'content' | 'buffers'> {
  type: string;
  /** Tells all front ends. */
  publish: Publish;
  /** Tells the one that asked. */
  reply: (content: object) => void;
  /** Asks the person at that one, and gives the id of the question: the answer is a message of its own. */
  ask: (content: object) => string;
}

/** The socket that a message came by, or goes to. */
export type SocketName = 'shell' | 'control' | 'stdin' | 'iopub';
export type Post = (socket: SocketName, frames: Uint8Array[]) => void;

/** Makes a request of the frames that came by a socket; throws if they are no message. */
export function readRequest(socket: SocketName, frames: Buffer[], post: Post): Request {
  const { identities, header, parent, metadata, content, buffers } = decode(frames);
  const type = header.msg_type;
  return {
    ...{ type, parent, metadata, content, buffers },
    publish: (type, body, extra) => post('iopub', encode([Buffer.from(type)], type, header, body, extra)),
    reply: (body) => post(socket, encode(identities, type.replace(/_request$/, '_reply'), header, body)),
    ask: (body) => {
      const question = encode(identities, 'input_request', header, body);
      post('stdin', question);
      return peek(question).header.msg_id;
    },
  };
}
