/** Messages as they travel: frames of bytes, signed with the key that Jupyter gave to the kernel and its front ends. */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** The version of Jupyter's messaging protocol that the kernel speaks. */
export const protocolVersion = '5.4';

export interface Header {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  date: string;
  version: string;
}

/** A message that came in. */
export interface Message {
  /** Who sent it, in ZeroMQ's terms: a reply starts with the same frames. */
  identities: Buffer[];
  header: Header;
  /** The header of the message that this one answers; empty if it answers none. */
  parent: Partial<Header>;
  metadata: Record<string, unknown>;
  content: Record<string, unknown>;
  /** Bytes that came along as they are. */
  buffers: Buffer[];
}

/** What a message may carry beside its content. */
export interface Extra {
  metadata?: object;
  buffers?: readonly Uint8Array[];
}

/** Sends a message to every front end, as part of one cell or request. */
export type Publish = (type: string, content: object, extra?: Extra) => void;

const delimiter = Buffer.from('<IDS|MSG>');
const unsigned = Buffer.alloc(0);
const session = randomUUID();

/** Throws if frames are not a message, or not from somebody who has the key. */
export function verify(key: string, frames: Buffer[]): void {
  const { signature, signed } = open(frames);
  if (!equal(signature, sign(key, signed))) throw new Error('a message with a wrong signature');
}

/** Reads what a message is and what it answers; its content, which may be megabytes, stays as it is. */
export function peek(frames: Buffer[]): Pick<Message, 'header' | 'parent'> {
  const [header, parent] = open(frames).signed.slice(0, 2).map(parse);
  if (!isObject(header) || typeof header.msg_type !== 'string') throw new Error('a message without a type');
  return { header: header as unknown as Header, parent: isObject(parent) ? parent : {} };
}

/** Reads the frames of a message. */
export function decode(frames: Buffer[]): Message {
  const { start, signed, buffers } = open(frames);
  const [metadata, content] = signed.slice(2).map(parse);
  if (!isObject(content)) throw new Error('a message without content');
  return {
    ...peek(frames),
    identities: frames.slice(0, start),
    metadata: isObject(metadata) ? metadata : {},
    content,
    buffers,
  };
}

/** Makes the frames of a message that answers `parent`, not signed yet; `route` are the frames in front of it. */
export function encode(
  route: Buffer[],
  type: string,
  parent: Partial<Header>,
  content: object,
  { metadata = {}, buffers = [] }: Extra = {},
): Buffer[] {
  const header: Header = {
    msg_id: randomUUID(),
    msg_type: type,
    session, // the same in all that the kernel says, or JupyterLab takes it for another kernel's
    username: 'kernel',
    date: new Date().toISOString(),
    version: protocolVersion,
  };
  const parts = [header, parent, metadata, content].map((part) => Buffer.from(JSON.stringify(part)));
  return [
    ...route,
    delimiter,
    unsigned,
    ...parts,
    ...buffers.map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
  ];
}

/** Puts the signature where it belongs. */
export function seal(key: string, frames: Buffer[]): Buffer[] {
  const { start, signed } = open(frames);
  return [...frames.slice(0, start + 1), sign(key, signed), ...frames.slice(start + 2)];
}

/** Finds the parts of a message: where its delimiter is, its signature, what that signs, and the bytes that follow. */
function open(frames: Buffer[]): { start: number; signature: Buffer; signed: Buffer[]; buffers: Buffer[] } {
  const start = frames.findIndex((frame) => frame.equals(delimiter));
  if (start < 0) throw new Error('a message without its delimiter');
  const [signature, ...parts] = frames.slice(start + 1);
  const signed = parts.slice(0, 4); // header, parent header, metadata, content
  if (!signature || signed.length < 4) throw new Error('a message with frames missing');
  return { start, signature, signed, buffers: parts.slice(4) };
}

/** The signature in hexadecimal; an empty key means that messages are not signed. */
function sign(key: string, parts: Buffer[]): Buffer {
  if (key === '') return unsigned;
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return Buffer.from(hmac.digest('hex'));
}

function equal(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function parse(part: Buffer): unknown {
  return JSON.parse(part.toString());
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
