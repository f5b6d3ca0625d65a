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
  metadata: Record<string, unknown>;
  content: Record<string, unknown>;
  /** Bytes that came beside the content. */
  buffers: Buffer[];
}

const delimiter = Buffer.from('<IDS|MSG>');
const session = randomUUID();

/** Reads the frames of a message; throws if they are not one, or not from somebody who has the key. */
export function decode(key: string, frames: Buffer[]): Message {
  const start = frames.findIndex((frame) => frame.equals(delimiter));
  if (start < 0) throw new Error('a message without its delimiter');
  const [signature, ...parts] = frames.slice(start + 1);
  const signed = parts.slice(0, 4); // header, parent header, metadata, content; buffers may follow, unsigned
  if (!signature || signed.length < 4) throw new Error('a message with frames missing');
  if (!equal(signature, Buffer.from(sign(key, signed)))) throw new Error('a message with a wrong signature');

  const [header, , metadata, content] = signed.map((part) => JSON.parse(part.toString()) as unknown);
  if (!isObject(header) || typeof header.msg_type !== 'string') throw new Error('a message without a type');
  if (!isObject(content)) throw new Error('a message without content');
  return {
    identities: frames.slice(0, start),
    header: header as unknown as Header,
    metadata: isObject(metadata) ? metadata : {},
    content,
    buffers: parts.slice(4),
  };
}

/** Makes the frames of a message that answers `parent`; `route` are the frames in front of it. */
export function encode(
  key: string,
  route: Buffer[],
  type: string,
  parent: Header,
  content: object,
  { metadata = {}, buffers = [] }: { metadata?: object; buffers?: readonly Uint8Array[] } = {},
): Buffer[] {
  const header: Header = {
    msg_id: randomUUID(),
    msg_type: type,
    session, // the same in all that the kernel says, or JupyterLab takes it for another kernel's
    username: 'kernel',
    date: new Date().toISOString(),
    version: protocolVersion,
  };
  const signed = [header, parent, metadata, content].map((part) => Buffer.from(JSON.stringify(part)));
  return [...route, delimiter, Buffer.from(sign(key, signed)), ...signed, ...buffers.map(bytes)];
}

/** The bytes of a buffer as they are now: a message leaves later, and by then they may be others. */
function bytes({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer.slice(byteOffset, byteOffset + byteLength));
}

/** The signature in hexadecimal; an empty key means that messages are not signed. */
function sign(key: string, parts: Buffer[]): string {
  if (key === '') return '';
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest('hex');
}

function equal(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
