/** Finds and reads the files of the course's data/ folder, wherever the library runs from: its sources or its build. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The text of data/`name`, for `who`, who asks in the error's name. */
export function readData(who: string, name: string): string {
  return readFileSync(find(who, name), 'utf8');
}

/** What data/`name`, a gzip file, unpacks to; gzip keeps a checksum of it, so that no damage goes unseen. */
export function unpackData(who: string, name: string): Buffer {
  return unpack(who, name, readFileSync(find(who, name)));
}

/** What the bytes of data/`name` unpack to. */
export function unpack(who: string, name: string, packed: Buffer): Buffer {
  try {
    return gunzipSync(packed);
  } catch {
    return damaged(who, name, 'be a whole gzip file');
  }
}

/** Says that data/`name` does not do what it should, and how to get it back. */
export function damaged(who: string, name: string, expected: string): never {
  throw new Error(`${who}: expected data/${name} to ${expected}, and it does not; ${restore(name)}`);
}

function find(who: string, name: string): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const file = join(folder, 'data', name);
    if (existsSync(file)) return file;
    if (folder === dirname(folder)) break; // the root of the disk
  }
  throw new Error(
    `${who}: expected the file data/${name} in a folder above ${__dirname}, found none; ${restore(name)}`,
  );
}

function restore(name: string): string {
  return `\`git restore data/${name}\`, in the course's folder, brings it back`;
}
