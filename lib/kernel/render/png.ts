/** The smallest PNG encoder there is: one filter, one block, node's own compression. */
import { deflateSync } from 'node:zlib';

/** Pixels in rows, 1 byte each (grey) or 3 (red, green, blue). */
export interface Pixels {
  width: number;
  height: number;
  channels: 1 | 3;
  bytes: Uint8Array;
}

/** The pixels as a PNG file. */
export function png({ width, height, channels, bytes }: Pixels): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, channels === 1 ? 0 : 2], 8); // bits of a channel, kind of colour; the rest is the default
  const row = width * channels;
  const lines = Buffer.alloc(height * (row + 1)); // a row starts with its filter: 0, none
  for (let y = 0; y < height; y += 1) lines.set(bytes.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(lines)), chunk('IEND')]);
}

function chunk(type: string, data: Uint8Array = new Uint8Array()): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(content.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(content, 4);
  framed.writeUInt32BE(checksum(content), content.length + 4);
  return framed;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

/** CRC-32; node:zlib has it from Node 22 on only. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = table[(sum ^ byte) & 0xff]! ^ (sum >>> 8);
  return ~sum >>> 0;
}
