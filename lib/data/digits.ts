/** Real handwriting: 1,797 digits of 8 × 8 grey pixels, read from data/digits-8x8.csv. */
import { fail, whole } from '../assert';
import { generator } from '../random';
import * as tf from '../tensorflow';
import type { Dataset } from '../types';
import { readData } from './files';

/** Options of {@link digits}. */
export interface DigitsOptions {
  /** Which digits, in the order of the columns of `ys`. Default all ten, 0 to 9. */
  classes?: number[];
  /** How many images, from 1 up. Default all there are of these digits. */
  samples?: number;
  /** A whole number from 0 up that decides the order of the images, and so which ones `samples` leaves. Default 0. */
  seed?: number;
}

/** Images of digits, and which digit each one is. */
export interface Digits extends Dataset {
  /** The digit of each row, from 0 to 9. */
  labels: number[];
}

/** One line of the file. */
interface Scan {
  pixels: number[];
  digit: number;
}

const file = 'digits-8x8.csv';
const pixelsOfScan = 64;
const scansInFile = 1797;
const fullInk = 16;

/** The file as plain arrays, once it has been read. */
let scans: readonly Scan[] | undefined;

/**
 * Digits as 13 people wrote them on forms: each image is 8 rows of 8 pixels, 0 for paper and 1 for full ink.
 *
 * ```ts
 * import { data, show } from 'neurona';
 *
 * const digits = data.digits({ classes: [0, 1], samples: 20 });
 * show.images(digits.xs, { labels: digits.labels });
 * ```
 *
 * Returns `xs` [samples, 64], one-hot `ys` [samples, classes] and `labels`, the digit of each row.
 * Throws where a class is no digit, is named twice, or there are fewer images than `samples`.
 * Source: Alpaydin and Kaynak, "Optical Recognition of Handwritten Digits", UCI Machine Learning Repository, 1998 (CC
 * BY 4.0).
 */
export function digits({ classes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], samples, seed = 0 }: DigitsOptions = {}): Digits {
  const who = 'data.digits';
  if (!Array.isArray(classes) || classes.length === 0)
    fail(who, 'classes to be an array of digits, at least one', classes);
  classes.forEach((digit, i) => whole(who, { [`classes[${i}]`]: digit }, 0, 9));
  if (new Set(classes).size < classes.length) fail(who, 'each digit of classes once', classes);
  whole(who, { seed }, 0);
  const all = load(who).filter(({ digit }) => classes.includes(digit));
  if (samples !== undefined) whole(who, { samples }, 1, all.length);

  const drawn = generator(seed).shuffle(all).slice(0, samples);
  return {
    xs: tf.tensor2d(
      drawn.map(({ pixels }) => pixels),
      [drawn.length, pixelsOfScan],
    ),
    ys: tf.tensor2d(
      drawn.map(({ digit }) => classes.map((column) => (column === digit ? 1 : 0))),
      [drawn.length, classes.length],
    ),
    classes: classes.map(String),
    labels: drawn.map(({ digit }) => digit),
  };
}

function load(who: string): readonly Scan[] {
  return (scans ??= parse(who, readData(who, file)));
}

function parse(who: string, text: string): Scan[] {
  const lines = text.trimEnd().split('\n').slice(1); // without the header
  const damaged = (line: string) => line.split(',').length !== pixelsOfScan + 1 || !/^[\d,]+$/.test(line);
  if (lines.length !== scansInFile || lines.some(damaged)) {
    throw new Error(
      `${who}: expected data/${file} to hold ${scansInFile} lines of ${pixelsOfScan + 1} whole numbers, and it does not; ` +
        `\`git restore data/${file}\`, in the course's folder, brings it back`,
    );
  }
  return lines.map((line) => {
    const values = line.split(',').map(Number);
    return { pixels: values.slice(0, pixelsOfScan).map((grey) => grey / fullInk), digit: values[pixelsOfScan]! };
  });
}
