/** The two files of handwritten digits, read when first asked for, checked, and kept. */
import { damaged, readData, unpackData } from './files';

/** Images of digits: how large they are, and all that one file holds, image after image. */
export interface Scans {
  /** Height and width in pixels. */
  size: DigitSize;
  /** Each pixel as the file has it, row by row, from 0 for paper to `fullInk`. */
  pixels: Uint8Array;
  /** How large a pixel of full ink is. */
  fullInk: number;
  /** The digit of each image. */
  labels: Uint8Array;
}

/** Height and width of an image, in pixels. */
export type DigitSize = 8 | 28;

const files = { 8: 'digits-8x8.csv', 28: 'digits-28x28.bin.gz' } as const;
const count = { 8: 1797, 28: 10_000 } as const;

/** The files that have been read. */
const read = new Map<DigitSize, Scans>();

/** All digits of a size, for `who`, who asks in the error's name. */
export function readScans(who: string, size: DigitSize): Scans {
  const scans =
    read.get(size) ??
    (size === 8 ? parseScans(who, readData(who, files[8])) : recordsToScans(who, unpackData(who, files[28])));
  read.set(size, scans);
  return scans;
}

/** Reads a header and lines of 64 pixels, from 0 to 16, and the digit. */
export function parseScans(who: string, text: string): Scans {
  const lines = text.trimEnd().split(/\r?\n/).slice(1); // without the header
  const wrong = (line: string) => line.split(',').length !== 65 || !/^[\d,]+$/.test(line);
  if (lines.length !== count[8] || lines.some(wrong))
    damaged(who, files[8], `hold ${count[8]} lines of 65 whole numbers`);
  const rows = lines.map((line) => line.split(',').map(Number));
  return {
    size: 8,
    pixels: Uint8Array.from(rows.flatMap((row) => row.slice(0, 64))),
    fullInk: 16,
    labels: Uint8Array.from(rows.map((row) => row[64]!)),
  };
}

/** Reads records of 785 bytes, as in CIFAR-10's binary files: the digit, then its 784 pixels, from 0 to 255. */
export function recordsToScans(who: string, bytes: Uint8Array): Scans {
  const record = 1 + 784;
  if (bytes.length !== count[28] * record) damaged(who, files[28], `hold ${count[28]} records of ${record} bytes`);
  const pixels = new Uint8Array(count[28] * 784);
  const labels = new Uint8Array(count[28]);
  for (let image = 0; image < count[28]; image++) {
    labels[image] = bytes[image * record]!;
    pixels.set(bytes.subarray(image * record + 1, (image + 1) * record), image * 784);
  }
  if (labels.some((digit) => digit > 9)) damaged(who, files[28], 'hold a digit from 0 to 9 in front of each image');
  return { size: 28, pixels, fullInk: 255, labels };
}
