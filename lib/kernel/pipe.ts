/** Messages between the kernel's processes: each is a list of parts, with their number and their lengths in front. */
import { readSync, writeSync } from 'node:fs';

/** Where a process that the front has started finds the front's messages, and where it writes its own. */
export const engineReads = 3;
export const engineWrites = 4;
export const judgeReads = 3;
export const judgeWrites = 4;

/** The messages that are none of Jupyter's: what runs is to end; what the judge asks and is told; what is to be compiled. */
export const stop = 'stop';
export const judge = 'judge';
export const convert = 'convert';

/** Words for the engine: cells are graded; they are compiled elsewhere. */
export const judged = '--judged';
export const distant = '--distant-converter';

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

/** Reads one message, and waits for it; undefined if there is none any more. */
export function readMessage(file: number): Buffer[] | undefined {
  const read = (size: number) => {
    const bytes = Buffer.alloc(size);
    for (let done = 0; done < size;) {
      const got = readSync(file, bytes, done, size - done, null);
      if (got === 0) return undefined;
      done += got;
    }
    return bytes;
  };
  const count = read(4);
  const sizes = count && read(4 * count.readUInt32LE());
  const rest = sizes && read(sizeOf(Buffer.concat([count, sizes])) - 4 - sizes.length);
  return rest && split(Buffer.concat([count, sizes, rest]));
}

/** The messages in bytes that come in pieces of any size; throws where one is larger than `limit`. */
export async function* messages(bytes: AsyncIterable<Buffer>, limit = Infinity): AsyncGenerator<Buffer[], void> {
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
      if (needed > limit) throw new Error(`a message of ${needed} bytes, where ${limit} is the most`);
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
