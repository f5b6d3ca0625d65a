/** Finds the course that this library belongs to: the clone with its notebooks, its solutions and what a student has done. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the course; undefined where the library was installed by itself. */
export function courseFolder(from: string = __dirname): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'lib', 'package.json'))) return folder;
    if (folder === dirname(folder)) return undefined; // the root of the disk
  }
}
