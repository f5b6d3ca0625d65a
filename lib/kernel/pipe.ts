/** Messages between the kernel's two processes: each is a list of parts, with their number and their lengths in front. */
import { writeSync } from 'node:fs';

/** Where each process finds the other's messages. */
export const engineReads = 3;
export const engineWrites = 4;

/** The one message that is no message of Jupyter's: what runs is to end. */
export const stop = 'stop';

/** Makes the bytes of one message. */
export function pack(parts: Uint8Array[]): Buffer {
  const head = Buffer.alloc(4 * (1 + parts.length));
  head.writeUInt32LE(parts.length);
  for (const [index, part] of parts.entries()) head.writeUInt32LE(part.length, 4 * (1 + index));
  return Buffer.concat([head, ...parts]);
}

/** Writes one message, to its last byte: a reader that is slow keeps the writer waiting, and nothing piles up. */
export function writeMessage(file: number, parts: Uint8Array[]): void {
  const bytes = pack(parts);
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}

/** The messages in bytes that come in pieces of any size. */
export async function* messages(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer[], void> {
  let pieces: Buffer[] = [];
  let gathered = 0;
  let needed = 4; // bytes without which there is nothing to read
  for await (const piece of bytes) {
    pieces.push(piece);
    gathered += piece.length;
    while (gathered >= needed) {
      let rest = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces); // once for each message, however large
      const whole = sizeOf(rest);
      if (rest.length >= whole) {
        yield split(rest);
        rest = rest.subarray(whole);
      }
      pieces = [rest];
      gathered = rest.length;
      needed = gathered < 4 ? 4 : sizeOf(rest);
    }
  }
}

/** How long the first message is, or its head, as long as that is not all there. */
function sizeOf(bytes: Buffer): number {
  const head = 4 * (1 + bytes.readUInt32LE());
  if (bytes.length < head) return head;
  let whole = head;
  for (let at = 4; at < head; at += 4) whole += bytes.readUInt32LE(at);
  return whole;
}

function split(bytes: Buffer): Buffer[] {
  const count = bytes.readUInt32LE();
  let start = 4 * (1 + count);
  return Array.from({ length: count }, (_, index) => {
    const end = start + bytes.readUInt32LE(4 * (1 + index));
    const part = bytes.subarray(start, end);
    start = end;
    return part;
  });
}
