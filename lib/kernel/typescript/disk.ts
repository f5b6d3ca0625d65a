/** Watches files without watchers: looks at them when it is told to, which is when a cell is about to be compiled. */
import type { FileWatcher, FileWatcherCallback, FileWatcherEventKind } from '@tslab/typescript-for-tslab';
import { statSync } from 'node:fs';

/** The change that TypeScript is told of; what it was matters to nobody here. */
const changed = 1 satisfies FileWatcherEventKind.Changed;

interface Watched {
  fileName: string;
  callback: FileWatcherCallback;
  stamp: string;
}

/**
 * TypeScript's own watchers tell of a change some time later: a cell that is run right after its helper file was saved
 * would be compiled with the old one.
 */
export class Disk {
  private readonly watched = new Set<Watched>();

  watch(fileName: string, callback: FileWatcherCallback): FileWatcher {
    const entry = { fileName, callback, stamp: stampOf(fileName) };
    this.watched.add(entry);
    return { close: () => this.watched.delete(entry) };
  }

  /** Tells of all that has changed since the last look. */
  look(): void {
    for (const entry of this.watched) {
      const stamp = stampOf(entry.fileName);
      if (stamp === entry.stamp) continue;
      entry.stamp = stamp;
      entry.callback(entry.fileName, changed);
    }
  }
}

/** What differs when the file does; empty where there is none. */
function stampOf(fileName: string): string {
  const found = statSync(fileName, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size} ${found.ino}` : '';
}
