/** Finds and reads the files of the course's data/ folder, wherever the library runs from: its sources or its build. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The text of data/`name`, for `who`, who asks in the error's name. */
export function readData(who: string, name: string): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const file = join(folder, 'data', name);
    if (existsSync(file)) return readFileSync(file, 'utf8');
    if (folder === dirname(folder)) break; // the root of the disk
  }
  throw new Error(
    `${who}: expected the file data/${name} in a folder above ${__dirname}, found none; ` +
      `\`git restore data/${name}\`, in the course's folder, brings it back`,
  );
}
