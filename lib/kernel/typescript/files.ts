/** The source files of a cell and of all that it imports: each is parsed once, and again when its text has changed. */
import type * as TypeScript from '@tslab/typescript-for-tslab';

type SourceFile = TypeScript.SourceFile;

export class Files {
  private readonly parsed = new Map<string, SourceFile>();
  /** Those that may have changed since they were parsed. */
  private readonly doubtful = new Set<string>();
  private readonly watchers = new Map<string, TypeScript.FileWatcher>();

  constructor(
    private readonly ts: typeof TypeScript,
    private readonly system: TypeScript.System,
    /** Hears that a file may have changed. */
    private readonly onDoubt: () => void,
  ) {}

  get(fileName: string, options: TypeScript.CreateSourceFileOptions): SourceFile | undefined {
    const known = this.parsed.get(fileName);
    if (known) return known;
    const text = this.system.readFile(fileName);
    if (text === undefined) return undefined;
    const file = this.ts.createSourceFile(fileName, text, options);
    this.parsed.set(fileName, file);
    if (mayChange(fileName)) this.watch(fileName);
    return file;
  }

  /** Has the file parsed again, whatever its text: somebody may have altered the tree. */
  forget(fileName: string): void {
    this.parsed.delete(fileName);
    this.doubtful.add(fileName);
  }

  /** Forgets what has changed; tells whether anything has. */
  refresh(): boolean {
    let changed = false;
    for (const fileName of this.doubtful) {
      if (this.parsed.get(fileName)?.text === this.system.readFile(fileName)) continue;
      this.parsed.delete(fileName);
      changed = true;
    }
    this.doubtful.clear();
    return changed;
  }

  close(): void {
    for (const watcher of this.watchers.values()) watcher.close();
  }

  /** Has the system tell when the file may have changed; it need not exist yet. */
  watch(fileName: string): void {
    if (this.watchers.has(fileName)) return;
    const doubt = () => {
      this.doubtful.add(fileName);
      this.onDoubt();
    };
    this.watchers.set(fileName, this.system.watchFile!(fileName, doubt));
  }
}

/** Packages are taken to stay as they are while a kernel runs, as Node takes them; all else may change between cells. */
export function mayChange(fileName: string): boolean {
  return !fileName.includes('/node_modules/');
}
